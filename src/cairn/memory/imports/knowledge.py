"""Putting back what was known: facts with what they rest on, tombstones, open questions and links."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from cairn.memory import index
from cairn.memory.facts import repository as facts
from cairn.memory.facts import service
from cairn.memory.facts.known import Closed, Source
from cairn.memory.facts.models import Fact
from cairn.memory.facts.repository import Evidence
from cairn.memory.facts.statement import Stance, Statement
from cairn.memory.imports import fact_rows
from cairn.memory.imports.records import (
    ContradictionRecord,
    FactRecord,
    Record,
    TellingRecord,
    TombstoneRecord,
    UpdateRecord,
)
from cairn.memory.messages import FactsChanged
from cairn.memory.models import Memory
from cairn.platform.work import UnitOfWork

Places = Mapping[UUID, UUID]
"""Under which id something that a document names is kept here."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of records.

    Args:
        created: How many weren't there.
        skipped: How many mean nothing here: what they rest on is gone, or their fingerprint is another instance's.
    """

    created: int = 0
    skipped: int = 0

    def __add__(self, other: "Restored") -> "Restored":
        return Restored(self.created + other.created, self.skipped + other.skipped)


def own_id(work: UnitOfWork, id_: UUID) -> UUID:
    """A UUIDv7 of the same moment whose random bits come from the person and the id."""
    random = int.from_bytes(sha256(work.user_id.bytes + id_.bytes).digest()[:8]) & (1 << 62) - 1
    return UUID(int=id_.int >> 62 << 62 | random)


def instance(work: UnitOfWork) -> str:
    """What tells whether fingerprints were made with this installation's key."""
    return work.runtime.key_ring.blind_index("cairn.memory", "instance").hex()[:16]


async def restore(work: UnitOfWork, records: Sequence[Record], document: Collection[UUID]) -> Restored:
    """Put back a batch of records, whatever stood there before; those that are here are left as they are.

    Args:
        document: The ids of all facts of the document. What else is known of the same makes them be settled anew.
    """
    done = Restored()
    if told := [record for record in records if isinstance(record, FactRecord)]:
        done += await _facts(work, told, document)
    if stones := [record for record in records if isinstance(record, TombstoneRecord)]:
        done += await _tombstones(work, stones)
    if asked := [record for record in records if isinstance(record, ContradictionRecord)]:
        done += await _contradictions(work, asked)
    if links := [record for record in records if isinstance(record, UpdateRecord)]:
        done += await _updates(work, links)
    return done


async def _places(work: UnitOfWork, kind: type[Fact | Memory], ids: Iterable[UUID]) -> Places:
    """Where an id is somebody else's, or about to be forgotten, what it names has another one here, made from it."""
    wanted = set(ids)
    here = await fact_rows.existing(work, kind, [*wanted, *(own_id(work, one) for one in wanted)])
    places = {one: mine if (mine := own_id(work, one)) in here else one for one in wanted}
    return {one: place for one, place in places.items() if place in here}


async def _facts(work: UnitOfWork, records: Sequence[FactRecord], document: Collection[UUID]) -> Restored:
    await facts.lock(work)
    here = await _places(work, Fact, [record.id for record in records])
    missing = {record.id: record for record in records if record.id not in here}.values()
    slots = [(record.subject, record.relation) for record in missing]
    buried, known = await fact_rows.buried(work, slots), await fact_rows.in_slots(work, slots)
    memories = await _memories(work, missing)
    ours = {*document, *(own_id(work, one) for one in document)}
    back: list[FactRecord] = []
    anew: list[FactRecord] = []
    for record in missing:
        slot = (record.subject, record.relation)
        stones = buried[slot]
        is_over = record.closed is Closed.WRONG
        if not memories.still_told(record) or (
            not is_over and stones and stones & {None, service.fingerprint(work, record.value)}
        ):
            continue
        (anew if known[slot] - ours else back).append(record)
    put = await _put_back(work, back, memories)
    changed = await _settle_anew(work, anew, memories)
    if put or changed:
        await index.changed(work)
        await work.audit("memory.import", kind="fact", detail={"count": len(put) + len(anew)})
        await work.publish(FactsChanged(fact_ids=[*put, *changed][:50]))
    return Restored(len(put) + len(anew), len(missing) - len(back) - len(anew))


@dataclass(frozen=True, slots=True)
class _Memories:
    """The memories that facts rest on, as far as they are here.

    Args:
        places: Under which id.
        texts: What they say now, by that id.
    """

    places: Places
    texts: Mapping[UUID, str]

    def still_told(self, record: FactRecord) -> list[tuple[TellingRecord, UUID | None]]:
        """The tellings of a fact whose words stand in a memory here, and those of a hand."""
        return [
            (one, self.places[one.memory] if one.memory else None)
            for one in record.tellings
            if one.memory is None or one.quote in self.texts.get(self.places.get(one.memory, one.memory), "")
        ]


async def _memories(work: UnitOfWork, records: Iterable[FactRecord]) -> _Memories:
    places = await _places(work, Memory, [one.memory for record in records for one in record.tellings if one.memory])
    return _Memories(places, await fact_rows.texts(work, places.values()))


async def _put_back(work: UnitOfWork, records: Sequence[FactRecord], memories: _Memories) -> list[UUID]:
    """Facts as they were. Where an id is somebody else's, another one that is always the same."""
    places = {record.id: record.id for record in records}
    added = await fact_rows.put_back(work, [_row(work, record, record.id) for record in records])
    taken = [record for record in records if record.id not in added]
    places |= {record.id: own_id(work, record.id) for record in taken}
    added |= await fact_rows.put_back(work, [_row(work, record, places[record.id]) for record in taken])
    tellings = [
        {
            **one.model_dump(exclude={"memory"}),
            "id": work.runtime.new_id(),
            "user_id": work.user_id,
            "fact_id": places[record.id],
            "memory_id": memory_id,
        }
        for record in records
        for one, memory_id in memories.still_told(record)
    ]
    await fact_rows.put_tellings(work, tellings)
    return list(added)


def _row(work: UnitOfWork, record: FactRecord, id_: UUID) -> dict[str, Any]:
    return {
        **record.model_dump(exclude={"id", "tellings", "superseded_by"}),
        "id": id_,
        "user_id": work.user_id,
        "version": 1,
        "value_key": service.fingerprint(work, record.value),
        "recorded_at": min(record.recorded_at, work.now),
        "superseded_by": None,
    }


async def _settle_anew(work: UnitOfWork, records: Sequence[FactRecord], memories: _Memories) -> list[UUID]:
    """Something else is known of the same here: what was said takes its place beside it, each as if said now."""
    changed: list[UUID] = []
    for record in records:
        if record.closed is Closed.WRONG:
            continue  # what never held has nothing to say; its tombstone does
        for one, memory_id in memories.still_told(record):
            said = Statement(
                subject=record.subject,
                relation=record.relation,
                value=record.value,
                kind=record.kind,
                stance=Stance.ENDED if record.closed in (Closed.MARK, Closed.PAST) else Stance.IS,
                confidence=one.confidence,
                importance=record.importance,
                since=one.at,
                until=one.until,
                qualifier=record.qualifier,
                quote=one.quote,
            )
            evidence = Evidence(memory_id, one.quote)
            changed += await service.take(work, said, one.said_at, Source(one.source), evidence)
    await service.announce(work, changed)
    return changed


async def link(work: UnitOfWork, records: Sequence[FactRecord]) -> None:
    """Say of facts what took their place, once all of a document are there."""
    named = [(one, one.superseded_by) for one in records if one.superseded_by is not None]
    places = await _places(work, Fact, [id_ for one, by in named for id_ in (one.id, by)])
    rows = [
        {"ids": places[one.id], "by": places[by], "closed": one.closed, "to": one.valid_to}
        for one, by in named
        if one.id in places and by in places
    ]
    if rows:
        await fact_rows.put_superseded(work, rows)


async def _tombstones(work: UnitOfWork, records: Sequence[TombstoneRecord]) -> Restored:
    """A fingerprint says something only where it was made."""
    mine = instance(work)
    meant = [record for record in records if record.instance in (None, mine)]
    rows = [
        {
            "id": work.runtime.new_id(),
            "user_id": work.user_id,
            "subject": record.subject,
            "relation": record.relation,
            "value_index": bytes.fromhex(key) if (key := _key(work, record)) else None,
            "created_at": min(record.created_at, work.now),
        }
        for record in meant
    ]
    return Restored(await fact_rows.put_tombstones(work, rows), len(records) - len(meant))


def _key(work: UnitOfWork, record: TombstoneRecord) -> str:
    return record.fingerprint or (service.fingerprint(work, record.value) if record.value else "")


async def _contradictions(work: UnitOfWork, records: Sequence[ContradictionRecord]) -> Restored:
    places = await _places(work, Fact, [id_ for record in records for id_ in (record.fact, record.other)])
    meant = [record for record in records if record.fact in places and record.other in places]

    def row(id_of: Callable[[ContradictionRecord], UUID], record: ContradictionRecord) -> dict[str, Any]:
        return {
            **record.model_dump(include={"found_at", "asked_at", "settled_at"}),
            "id": id_of(record),
            "user_id": work.user_id,
            "fact_id": places[record.fact],
            "other_id": places[record.other],
        }

    added = await fact_rows.put_contradictions(work, [row(lambda one: one.id, record) for record in meant])
    # Of two people's, the ids may meet; a pair of facts is there once in any case.
    added += await fact_rows.put_contradictions(
        work, [row(lambda one: own_id(work, one.id), record) for record in meant]
    )
    return Restored(added, len(records) - len(meant))


async def _updates(work: UnitOfWork, records: Sequence[UpdateRecord]) -> Restored:
    places = await _places(work, Memory, [id_ for record in records for id_ in (record.older, record.newer)])
    rows = [
        {
            "user_id": work.user_id,
            "older_id": places[record.older],
            "newer_id": places[record.newer],
            "confidence": record.confidence,
        }
        for record in records
        if record.older in places and record.newer in places
    ]
    return Restored(await fact_rows.put_updates(work, rows), len(records) - len(rows))
