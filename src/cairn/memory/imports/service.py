"""Bringing memories in from elsewhere, and writing them all out."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import islice
from typing import Any
from uuid import UUID

from cairn.memory import index
from cairn.memory import repository as kept_ones
from cairn.memory import service as memory
from cairn.memory.errors import EnoughForToday
from cairn.memory.imports import fact_rows, knowledge, repository
from cairn.memory.imports.errors import NothingInside
from cairn.memory.imports.items import ME, Imported, Skipped
from cairn.memory.imports.knowledge import Restored, own_id
from cairn.memory.imports.own import Writer
from cairn.memory.imports.reading import Format, read
from cairn.memory.imports.records import FactRecord, MemoryRecord, Record
from cairn.memory.imports.schemas import BroughtIn
from cairn.memory.messages import MemoriesImported
from cairn.memory.rules import IMPORTANCE
from cairn.memory.schemas import NewMemory
from cairn.platform.actor import Actor
from cairn.platform.work import UnitOfWork

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file is.

    Args:
        found: How much of it is wanted.
        skipped: How much is not, or can't be read.
        facts: The ids of the facts in it.
    """

    format: Format
    found: int
    skipped: int
    facts: Collection[UUID]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody brought.

    Args:
        zone: Where they live: a day in it without a time is a day there.
        mine_only: Leave out what others said.
    """

    data: bytes
    zone: tzinfo
    mine_only: bool = False

    def wanted(self) -> Iterator[Imported | Record]:
        for _, item in read(self.data, self.zone):
            if not isinstance(item, Skipped) and self._wants(item):
                yield item

    def looked_through(self) -> "Looked":
        """The file, read to its end.

        Raises:
            NothingInside: nothing in it is wanted. What `read` raises is raised too.
        """
        formats: Counter[Format] = Counter()
        facts: set[UUID] = set()
        skipped = 0
        for format_, item in read(self.data, self.zone):
            if not isinstance(item, Skipped) and self._wants(item):
                formats[format_] += 1
                if isinstance(item, FactRecord):
                    facts.add(item.id)
            else:
                skipped += 1
        if not formats:
            raise NothingInside
        return Looked(formats.most_common(1)[0][0], formats.total(), skipped, facts)

    def _wants(self, item: Imported | Record) -> bool:
        return not self.mine_only or not isinstance(item, Imported | MemoryRecord) or item.speaker == ME


async def bring_in(actor: Actor, upload: Upload) -> BroughtIn:
    """Keep what an export holds. It is read to its end before anything is kept, and kept a batch at a time: sent
    again after an interruption, it goes on where it was.

    Raises:
        NotAnExport, Unreadable, BrokenArchive, UnpacksTooLarge, BadRecord, NothingInside: nothing was kept.
        EnoughForToday: as much as one may add in a day was kept, and says so.
    """
    looked = await asyncio.to_thread(upload.looked_through)
    done = Restored(skipped=looked.skipped)
    items = upload.wanted()
    while batch := await asyncio.to_thread(list, islice(items, BATCH)):
        try:
            async with actor.work() as work:
                done += await _keep(work, batch, looked.facts)
        except EnoughForToday as error:
            raise EnoughForToday(
                f"{done.created} of {looked.found} are new and kept, which is enough for a day. Bring the same file in"
                " again tomorrow: it goes on from there."
            ) from error
    if looked.facts:
        await _link(actor, upload)
    skipped_here = done.skipped - looked.skipped
    return BroughtIn(
        format=looked.format,
        found=looked.found - skipped_here,
        created=done.created,
        already_kept=looked.found - skipped_here - done.created,
        skipped=done.skipped,
    )


async def _keep(work: UnitOfWork, batch: Sequence[Imported | Record], facts: Collection[UUID]) -> Restored:
    """Keep what is new of a batch."""
    said = [item for item in batch if isinstance(item, Imported)]
    # Asked first: what is kept already needs no words made of it, and counts for no day.
    _, known = await repository.kept(work, [], [item.source_ref for item in said])
    new = [_new(item) for item in said if item.source_ref not in known]
    answers = await memory.remember_all(work, new) if new else []
    records = [item for item in batch if isinstance(item, MemoryRecord)]
    created = sum(kept.created for kept in answers) + await restore(work, records)
    rest = [item for item in batch if not isinstance(item, Imported | MemoryRecord)]
    return Restored(created) + await knowledge.restore(work, rest, facts)


async def _link(actor: Actor, upload: Upload) -> None:
    """Once all facts are there, those that replaced one another can name each other."""
    facts = (item for item in upload.wanted() if isinstance(item, FactRecord))
    while batch := await asyncio.to_thread(list, islice(facts, BATCH)):
        async with actor.work() as work:
            await knowledge.link(work, batch)


def _new(item: Imported) -> NewMemory:
    return NewMemory(
        text=item.text,
        occurred_at=item.occurred_at,
        speaker=item.speaker,
        kind=item.kind,
        conversation=item.conversation,
        source_ref=item.source_ref,
    )


async def restore(work: UnitOfWork, records: Sequence[MemoryRecord]) -> int:
    """Put memories back with their ids. Where an id is somebody else's, a new one is made that is always the same.

    Returns:
        How many weren't there.
    """
    if not records:
        return 0
    await kept_ones.add_alone(work)
    ids = [id_ for record in records for id_ in (record.id, own_id(work, record.id))]
    sources = [record.source_ref for record in records if record.source_ref]
    known, told = await repository.kept(work, ids, sources)
    missing = [
        record
        for record in records
        if not {record.id, own_id(work, record.id)} & known and (not record.source_ref or record.source_ref not in told)
    ]
    added = await repository.put_back(work, [_row(work, record) for record in missing])
    # Asked again: what the same file, sent twice at once, has put there meanwhile is not somebody else's.
    known, _ = await repository.kept(work, [record.id for record in missing], [])
    taken = [_renamed(work, record) for record in missing if record.id not in known]
    added += await repository.put_back(work, [_row(work, record) for record in taken])
    if added:
        read = {record.id for record in [*missing, *taken] if record.facts_read}
        await memory.make_findable(work, added, read=read)
        await index.refresh(work, [one.id for one in added])  # some were set aside, or are no longer true
        await work.audit("memory.import", kind="memory", detail={"count": len(added)})
        await work.publish(MemoriesImported(count=len(added)))
    return len(added)


def _renamed(work: UnitOfWork, record: MemoryRecord) -> MemoryRecord:
    """A record whose id is somebody else's, and so are most likely those that it names."""
    names = {
        name: own_id(work, id_) for name in ("id", "follows", "same_as") if (id_ := getattr(record, name)) is not None
    }
    return record.model_copy(update=names)


def _row(work: UnitOfWork, record: MemoryRecord) -> dict[str, Any]:
    defaults = {
        "language": work.actor.locale,
        "importance": IMPORTANCE[record.kind],
        "confidence": 1.0,
    }
    values = record.model_dump(exclude={"facts_read"})
    return {
        **values,
        **{name: value for name, value in defaults.items() if values[name] is None},
        "recorded_at": min(record.recorded_at or work.now, work.now),
        "user_id": work.user_id,
    }


Page = Callable[[UnitOfWork, UUID, int], Awaitable[Sequence[Mapping[str, Any]]]]


async def export(actor: Actor, at: datetime) -> AsyncIterator[str]:
    """Everything in memory as a document, in parts; no transaction is open between two of them."""
    writer = Writer()
    yield writer.begin(at)
    pages: dict[str, Page] = {"memories": repository.page, "facts": fact_rows.page}
    for name, page in pages.items():
        yield writer.section(name)
        after = UUID(int=0)
        while True:
            async with actor.work() as work:
                rows = await page(work, after, BATCH)
            if not rows:
                break
            yield writer.records(rows)
            after = rows[-1]["id"]
    async with actor.work() as work:
        rest = {
            "tombstones": [_stone(work, row) for row in await fact_rows.tombstones(work)],
            "contradictions": await fact_rows.contradictions(work),
            "updates": await fact_rows.updates(work),
        }
    for name, rows in rest.items():
        yield writer.section(name)
        yield writer.records(rows)
    yield writer.end()


def _stone(work: UnitOfWork, row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A tombstone by its value, where that is known, else by a fingerprint and whose it is."""
    if row["value"] is not None or row["fingerprint"] is None:
        return {**row, "fingerprint": None}
    return {**row, "instance": knowledge.instance(work)}
