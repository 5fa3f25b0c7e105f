"""The claim guard: a model's own words never stand as a claim that something was done.

What was done is told from receipts. Here every sentence a model wrote is read, in every language Cairn
speaks at once, and one that says the assistant did, does or will do something is held back. It would rather
hold back an innocent sentence than let a false one stand.
"""

from cairn.assistant.guard.judge import claims
from cairn.assistant.guard.stream import Guard, Passed, passed

__all__ = ["Guard", "Passed", "claims", "passed"]
