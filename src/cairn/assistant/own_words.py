"""Which earlier answers may be told to a model again: those that say nothing that somebody else may have written."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from cairn.assistant import grammar
from cairn.assistant.plan import needs_look
from cairn.assistant.schemas import Turn
from cairn.assistant.steps import STEPS, Step, fixed
from cairn.platform.tools import Receipt
from cairn.when.tokens import fold

_PLAIN = frozenset({"call", "say", "free"})
"""Steps that tell nothing but what was said, done, or answered by a model."""


def tells_stored_words(turn: Turn, plan: Sequence[dict[str, Any]], receipts: Iterable[Receipt], locale: str) -> bool:
    """Whether the answer to a turn named something kept before it: a task that comes next, a title that was taken back.

    Args:
        plan: What the turn decided to do, if that was written down.
    """
    steps = _steps_of(turn, plan, locale)
    if steps is None or any(step.do not in _PLAIN for step in steps):
        return True
    told = [words for step in steps for words in (step.title, step.words)]
    named = [*told, *(receipt.read().title for receipt in receipts)]
    return any(not says_no_more(title, [turn.text]) for title in named)


def says_no_more(title: str, said: Iterable[str]) -> bool:
    """Whether all words of a title were said."""
    return _words(title) <= _words(" ".join(said))


def _steps_of(turn: Turn, plan: Sequence[dict[str, Any]], locale: str) -> list[Step] | None:
    if plan:
        return STEPS.validate_python(plan)
    if grammar.reaction(turn.text, locale) is not None:
        return None
    intents = grammar.understand(turn.text, turn.said_here, locale, turn.parts)
    return None if needs_look(intents, locale) else fixed(intents, turn)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))
