"""Memories follow their facts: one that says only what is no longer true is closed, and linked to the newer one."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from sqlalchemy import text

from cairn.memory import index
from cairn.memory.facts import repository
from cairn.memory.facts.known import Closed
from cairn.memory.facts.repository import Said
from cairn.memory.ranking.words import folded
from cairn.memory.stopwords import STOP_WORDS
from cairn.platform.work import UnitOfWork

OVER = frozenset({Closed.SUPERSEDED, Closed.ENDED, Closed.OUTWEIGHED, Closed.WRONG})
"""Ways in which a fact is over by another word of the person; one that ran out by its own end was told so at once."""

COVERED = 0.7
"""The share of a memory's words that its facts' quotes must have, for the memory to say nothing else."""

_TEXTS = text("select id, text from memories where user_id = :user_id and id = any(cast(:ids as uuid[]))")
_CLOSE = text(
    "update memories m set closed_at = e.closed_at"
    " from unnest(cast(:ids as uuid[]), cast(:moments as timestamptz[])) as e(id, closed_at)"
    " where m.user_id = :user_id and m.id = e.id and m.closed_at is distinct from e.closed_at"
)
# The latest memory of what was replaced, and the first of what replaced it.
_REPLACED = text(
    "select distinct a.memory_id as older, b.memory_id as newer from facts f"
    " join fact_tellings a on a.user_id = f.user_id and a.fact_id = f.id"
    " join fact_tellings b on b.user_id = f.user_id and b.fact_id = f.superseded_by"
    " where f.user_id = :user_id and f.closed = 'superseded' and a.memory_id is not null and b.memory_id is not null"
    " and a.memory_id <> b.memory_id"
    " and (f.id = any(cast(:facts as uuid[])) or f.superseded_by = any(cast(:facts as uuid[])))"
)


async def follow(work: UnitOfWork, changed: Sequence[UUID]) -> None:
    """Close or open the memories that say any of these facts, and link those that replace one another."""
    await look_again(work, await repository.resting_on(work, changed))
    pairs = await work.session.execute(_REPLACED, {"user_id": work.user_id, "facts": list(changed)})
    await repository.updated(work, [(row.older, row.newer, 1.0) for row in pairs])


async def close(work: UnitOfWork, memory_ids: Sequence[UUID], moment: datetime) -> None:
    """Let memories say nothing that is true, from a moment on."""
    arguments = {"user_id": work.user_id, "ids": list(memory_ids), "moments": [moment] * len(memory_ids)}
    await work.session.execute(_CLOSE, arguments)
    await index.refresh(work, list(memory_ids))


async def look_again(work: UnitOfWork, memory_ids: Sequence[UUID]) -> None:
    """Decide for memories whether all that they say is over."""
    if not memory_ids:
        return
    said = await repository.said_in(work, memory_ids)
    texts = await work.session.execute(_TEXTS, {"user_id": work.user_id, "ids": list(memory_ids)})
    closed = {row.id: over_since(row.text, said.get(row.id, [])) for row in texts}
    arguments = {"user_id": work.user_id, "ids": list(closed), "moments": list(closed.values())}
    await work.session.execute(_CLOSE, arguments)
    await index.refresh(work, list(closed))


def over_since(words: str, said: Sequence[Said]) -> datetime | None:
    """From when a memory says nothing that is still true; `None` while it does, or says something else, too."""
    if not said or any(one.closed not in OVER or one.valid_to is None for one in said) or not covers(words, said):
        return None
    return max(one.valid_to for one in said if one.valid_to is not None)


def holds_none(words: str, said: Sequence[Said], moment: datetime) -> bool:
    """Whether a memory says only what wasn't true at a moment."""
    if not said or not covers(words, said):
        return False
    return not any(one.valid_from <= moment and (one.valid_to is None or moment < one.valid_to) for one in said)


class Quoting(Protocol):
    """Something with the words that say so."""

    @property
    def quote(self) -> str: ...


def covers(words: str, said: Sequence[Quoting]) -> bool:
    """Whether what was read in a memory is about all that it says."""
    every = _telling(words)
    return bool(every) and len(every & _telling(" ".join(one.quote for one in said))) / len(every) >= COVERED


def _telling(words: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", folded(words))) - STOP_WORDS
