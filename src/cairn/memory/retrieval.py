"""What a search reads: a person's words as one block, their nearest vectors, and what is known of the candidates."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from cairn.memory.ranking.bm25 import Kept
from cairn.memory.ranking.candidates import ALONE
from cairn.memory.schemas import MemoryOut, SearchQuery
from cairn.platform.driver import rows
from cairn.platform.work import UnitOfWork

# Said by then, or said later of a time that began by then and of nothing that began afterwards.
_BY_THEN = """(cast(%(as_of)s as timestamptz) is null or m.occurred_at <= %(as_of)s or (
        select bool_or(f.valid_to is null or f.valid_to > %(as_of)s) and bool_and(f.valid_from <= %(as_of)s)
        from fact_tellings s join facts f on f.user_id = s.user_id and f.id = s.fact_id
        where s.user_id = %(user_id)s and s.memory_id = m.id))"""
_ASKED = f"""m.user_id = %(user_id)s and m.set_aside_at is null and m.same_as is null
    and m.kind = any(cast(%(kinds)s as text[]))
    and (cast(%(from)s as timestamptz) is null or m.occurred_at >= %(from)s)
    and (cast(%(to)s as timestamptz) is null or m.occurred_at < %(to)s)
    and (%(closed)s or cast(%(as_of)s as timestamptz) is not null or m.closed_at is null)
    and {_BY_THEN}"""

# In the order of their ids, which is that in which they came, so that what was said together lies together.
_BLOCK = """
select coalesce(string_agg(uuid_send(w.memory_id), ''), '') as ids,
    coalesce(string_agg(int4send(w.conversation), ''), '') as conversations,
    coalesce(string_agg(int4send(octet_length(w.stems)), ''), '') as sizes,
    coalesce(string_agg(w.stems, ''), '') as stems
from (
    select w.memory_id, w.conversation, w.stems from memory_words w{join}
    where w.user_id = %(user_id)s and {which} order by w.memory_id
) w
"""
_WORDS = _BLOCK.format(join="", which="w.searched")
_WORDS_ASKED = _BLOCK.format(join=" join memories m on m.id = w.memory_id", which=_ASKED)

_NEAR = """select v.memory_id, min(v.far) as far from (
    select v.memory_id, v.vector <=> cast(%(vector)s as halfvec) as far from memory_vectors v{join}
    where v.user_id = %(user_id)s and v.model_id = %(model_id)s and {which} order by far limit %(drawn)s
) v group by v.memory_id order by far limit %(most)s"""
_NEAREST = _NEAR.format(join="", which="v.searched")
_NEAREST_ASKED = _NEAR.format(join=" join memories m on m.id = v.memory_id", which=_ASKED)

_CANDIDATES = """
select m.id, m.text, m.speaker, m.occurred_at, m.importance, m.confidence, m.pinned_at is not null as pinned,
    (select 1 - min(v.vector <=> cast(%(vector)s as halfvec)) from memory_vectors v
        where v.user_id = %(user_id)s and v.memory_id = m.id and v.model_id = %(model_id)s) as cosine,
    (select string_agg(t.bits, '' order by t.piece) from memory_tokens t
        where t.user_id = %(user_id)s and t.memory_id = m.id) as bits
from memories m where m.user_id = %(user_id)s and m.id = any(%(ids)s) order by m.id
"""
# A newer one that is itself out of the question must not be brought in by an older one that was found.
# A closed one is left out, but not what has updated it since.
_UPDATES = f"""
with recursive anew (older_id, newer_id) as (
    select older_id, newer_id from memory_updates where user_id = %(user_id)s and older_id = any(%(ids)s)
    union
    select a.older_id, u.newer_id from anew a
    join memories m on m.user_id = %(user_id)s and m.id = a.newer_id and m.closed_at is not null
    join memory_updates u on u.user_id = %(user_id)s and u.older_id = a.newer_id
)
select u.older_id, u.newer_id from anew u join memories m on m.id = u.newer_id
where u.older_id <> u.newer_id and {_ASKED}
order by m.occurred_at, m.id
"""  # noqa: S608  # nosec B608  # made of this module's constants
_ADMITTED = f"select m.id from memories m where m.id = any(%(ids)s) and {_ASKED}"  # noqa: S608  # nosec B608  # as above
_KEPT = """
select m.id, m.version, m.text, m.kind, m.speaker, m.conversation, m.source_ref, m.occurred_at, m.recorded_at,
    m.importance, m.confidence, m.pinned_at, m.set_aside_at, m.closed_at
from memories m where m.user_id = %(user_id)s and m.id = any(%(ids)s)
"""
_OLDER = """
select older_id, newer_id from memory_updates where user_id = %(user_id)s and newer_id = any(%(ids)s) order by older_id
"""

MORE_PIECES = 2
"""A long memory has several vectors, so more are drawn than memories are wanted."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of everything that may answer, in the order in which it was kept.

    Args:
        ids: One row of 16 bytes for each memory.
        conversations: The thread of each as a number, `ALONE` for none.
        kept: Their stems.
    """

    ids: NDArray[np.uint8]
    conversations: NDArray[np.int64]
    kept: Kept

    def id_at(self, place: int) -> UUID:
        return UUID(bytes=self.ids[place].tobytes())

    def places(self, ids: Sequence[UUID]) -> NDArray[np.int64]:
        """Where memories stand; those that do not are left out."""
        begins = np.ascontiguousarray(self.ids).view(">u8")[:, 0].astype(np.uint64)
        wanteds = np.array([int.from_bytes(wanted.bytes[:8]) for wanted in ids], np.uint64)
        firsts, lasts = np.searchsorted(begins, wanteds), np.searchsorted(begins, wanteds, side="right")
        # Few begin alike: ids of one process differ in their first half.
        found = (
            next((place for place in range(first, last) if self.ids[place].tobytes() == wanted.bytes), -1)
            for wanted, first, last in zip(ids, firsts.tolist(), lasts.tolist(), strict=True)
        )
        return np.array([place for place in found if place >= 0], np.int64)

    @property
    def bytes(self) -> int:
        return sum(each.nbytes for each in (self.ids, self.conversations, self.kept.hashes, self.kept.lengths))


@dataclass(frozen=True, slots=True)
class Candidate:
    """What ranking looks at. `cosine` and `bits` are absent while they wait to be made."""

    id: UUID
    text: str
    speaker: str
    occurred_at: datetime
    importance: float
    confidence: float
    pinned: bool
    cosine: float | None
    bits: bytes | None


async def words(work: UnitOfWork, query: SearchQuery | None = None) -> Words:
    """The words of all that may answer: everything that is searched by default, or what was asked for."""
    if query is None or query.is_plain:
        (row,) = await rows(work, _WORDS, {"user_id": work.user_id}, parted=True)
    else:
        (row,) = await rows(work, _WORDS_ASKED, _asked(work, query), parted=True)
    threads = np.frombuffer(row.conversations, ">i4").astype(np.int64)
    _, numbers = np.unique(threads, return_inverse=True)
    return Words(
        np.frombuffer(row.ids, np.uint8).reshape(-1, 16),
        np.where(threads == 0, ALONE, numbers),
        Kept(
            np.frombuffer(row.stems, "<u4").astype(np.uint32, copy=False),
            np.frombuffer(row.sizes, ">i4").astype(np.int64) // 4,
        ),
    )


async def nearest(work: UnitOfWork, model_id: int, vector: str, query: SearchQuery, most: int) -> list[UUID]:
    """The memories nearest in meaning, best first. Compares with every one of the person's."""
    plain = query.is_plain
    found = await rows(
        work,
        _NEAREST if plain else _NEAREST_ASKED,
        {
            **({"user_id": work.user_id} if plain else _asked(work, query)),
            "model_id": model_id,
            "vector": vector,
            "drawn": most * MORE_PIECES,
            "most": most,
        },
        parted=True,
    )
    return [row.memory_id for row in found]


async def candidates(
    work: UnitOfWork, ids: Sequence[UUID], model_id: int | None, vector: str | None
) -> list[Candidate]:
    """What ranking must know of memories, in the order of their ids."""
    arguments = {"user_id": work.user_id, "ids": list(ids), "model_id": model_id, "vector": vector}
    return [Candidate(*row) for row in await rows(work, _CANDIDATES, arguments, parted=True)]


async def kept(work: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, MemoryOut]:
    """Memories as they are told of."""
    found = await rows(work, _KEPT, {"user_id": work.user_id, "ids": list(ids)})
    return {row.id: MemoryOut.model_validate(row) for row in found}


async def admitted(work: UnitOfWork, ids: Sequence[UUID], query: SearchQuery) -> set[UUID]:
    """Which of these a query asks about, closed ones too."""
    found = await rows(work, _ADMITTED, {**_asked(work, query), "ids": list(ids), "closed": True})
    return {row.id for row in found}


async def updates(work: UnitOfWork, ids: Sequence[UUID], query: SearchQuery) -> list[tuple[UUID, UUID]]:
    """Of these memories, those that a newer one says otherwise: (older, newer), the latest last."""
    found = await rows(work, _UPDATES, {**_asked(work, query), "ids": list(ids)})
    return [(row.older_id, row.newer_id) for row in found]


async def older(work: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    """What each of these says otherwise than before."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for row in await rows(work, _OLDER, {"user_id": work.user_id, "ids": list(ids)}):
        found[row.newer_id].append(row.older_id)
    return found


def _asked(work: UnitOfWork, query: SearchQuery) -> dict[str, Any]:
    return {
        "user_id": work.user_id,
        "kinds": list(query.kinds or ("episode", "thought", "note")),
        "from": query.from_,
        "to": query.to,
        "as_of": query.as_of,
        "closed": query.include_closed,
    }
