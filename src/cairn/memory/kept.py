"""What the audit trail keeps of edits of memories and facts.

Of their words only that they changed, whoever asks: what is forgotten must not be found again in the trail, from which
nothing can be taken out.
"""

from cairn.memory.facts.models import Fact
from cairn.memory.models import Memory
from cairn.platform.trail import Change, masked, personal, plain


def fields_of_memory(memory: Memory) -> dict[str, Change]:
    """A memory as it is now."""
    return {
        "text": masked(None, memory.text),
        "occurred_at": personal(None, memory.occurred_at.isoformat()),
        "kind": plain(None, str(memory.kind)),
        "pinned": plain(None, memory.pinned_at is not None),
        "set_aside": plain(None, memory.set_aside_at is not None),
    }


def fields_of_fact(fact: Fact) -> dict[str, Change]:
    """A fact as it is now."""
    return {
        "value": masked(None, fact.value),
        "pinned": plain(None, fact.pinned_at is not None),
        "set_aside": plain(None, fact.set_aside_at is not None),
    }
