"""What a model's answer rested on, as far as it can be told from what it looked up and what it said. Pure."""

import re
from collections.abc import Sequence

from pydantic import BaseModel

from cairn.assistant.schemas import Told
from cairn.memory.schemas import CheckedFound
from cairn.when.tokens import fold

MOST = 3
"""Memories among which a person can say which one they mean."""


def cited(found: Sequence[BaseModel], answer: str) -> Told:
    """The facts whose value the answer says, with their memories; else the memories that were found, if any.

    Of several memories nobody knows which one the answer took: that is for the person to say.
    """
    hits = [hit for one in found if isinstance(one, CheckedFound) for hit in one.items if not hit.weak]
    by_id = {hit.memory.id: hit for hit in hits}
    said = fold(answer)
    facts = {fact.fact_id: hit for hit in hits for fact in hit.facts if _says(said, fact.value)}
    if facts:
        return Told(facts=list(facts), memories=list(dict.fromkeys(hit.memory.id for hit in facts.values())))
    quoted = [id_ for id_, hit in by_id.items() if _says(said, hit.memory.text)] or list(by_id)[:MOST]
    return Told(memories=quoted, shown=len(quoted), unsure=len(quoted) > 1)


def _says(answer: str, words: str) -> bool:
    plain = fold(words).strip(" .!")
    return bool(plain) and re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", answer) is not None
