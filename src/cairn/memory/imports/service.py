"""Bringing memories in from elsewhere, and writing them all out."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from hashlib import sha256
from itertools import islice
from typing import Any
from uuid import UUID

from cairn.memory import index
from cairn.memory import service as memory
from cairn.memory.errors import EnoughForToday
from cairn.memory.imports import repository
from cairn.memory.imports.errors import NothingInside
from cairn.memory.imports.items import ME, Imported, Skipped
from cairn.memory.imports.own import MemoryRecord, Writer
from cairn.memory.imports.reading import Format, read
from cairn.memory.imports.schemas import BroughtIn
from cairn.memory.messages import MemoriesImported
from cairn.memory.rules import IMPORTANCE
from cairn.memory.schemas import NewMemory
from cairn.platform.actor import Actor
from cairn.platform.work import UnitOfWork

BATCH = 1_000


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

    def wanted(self) -> Iterator[Imported | MemoryRecord]:
        for _, item in read(self.data, self.zone):
            if not isinstance(item, Skipped) and self._wants(item):
                yield item

    def looked_through(self) -> tuple[Format, int, int]:
        """What the file is, how much of it is wanted, and how much is not or can't be read.

        Raises:
            NothingInside: nothing in it is wanted. What `read` raises is raised too.
        """
        formats: Counter[Format] = Counter()
        skipped = 0
        for format_, item in read(self.data, self.zone):
            if not isinstance(item, Skipped) and self._wants(item):
                formats[format_] += 1
            else:
                skipped += 1
        if not formats:
            raise NothingInside
        return formats.most_common(1)[0][0], formats.total(), skipped

    def _wants(self, item: Imported | MemoryRecord) -> bool:
        return not self.mine_only or item.speaker == ME


async def bring_in(actor: Actor, upload: Upload) -> BroughtIn:
    """Keep what an export holds. It is read to its end before anything is kept, and kept a batch at a time: sent
    again after an interruption, it goes on where it was.

    Raises:
        NotAnExport, Unreadable, BrokenArchive, UnpacksTooLarge, BadRecord, NothingInside: nothing was kept.
        EnoughForToday: as much as one may add in a day was kept, and says so.
    """
    format_, found, skipped = await asyncio.to_thread(upload.looked_through)
    items, created = upload.wanted(), 0
    while batch := await asyncio.to_thread(list, islice(items, BATCH)):
        try:
            async with actor.work() as work:
                created += await _keep(work, batch)
        except EnoughForToday as error:
            raise EnoughForToday(
                f"{created} of {found} are new and kept, which is enough for a day. Bring the same file in again"
                " tomorrow: it goes on from there."
            ) from error
    return BroughtIn(format=format_, found=found, created=created, already_kept=found - created, skipped=skipped)


async def _keep(work: UnitOfWork, batch: Sequence[Imported | MemoryRecord]) -> int:
    """How many of a batch are new."""
    said = [item for item in batch if isinstance(item, Imported)]
    # Asked first: what is kept already needs no words made of it, and counts for no day.
    _, known = await repository.kept(work, [], [item.source_ref for item in said])
    new = [_new(item) for item in said if item.source_ref not in known]
    answers = await memory.remember_all(work, new) if new else []
    records = [item for item in batch if isinstance(item, MemoryRecord)]
    return sum(kept.created for kept in answers) + await restore(work, records)


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
    ids = [id_ for record in records for id_ in (record.id, _own_id(work, record.id))]
    sources = [record.source_ref for record in records if record.source_ref]
    known, told = await repository.kept(work, ids, sources)
    missing = [
        record
        for record in records
        if not {record.id, _own_id(work, record.id)} & known
        and (not record.source_ref or record.source_ref not in told)
    ]
    added = await repository.put_back(work, [_row(work, record) for record in missing])
    # Asked again: what the same file, sent twice at once, has put there meanwhile is not somebody else's.
    known, _ = await repository.kept(work, [record.id for record in missing], [])
    taken = [_renamed(work, record) for record in missing if record.id not in known]
    added += await repository.put_back(work, [_row(work, record) for record in taken])
    if added:
        await memory.make_findable(work, added)
        await index.refresh(work, [one.id for one in added])  # some were set aside, or are no longer true
        await work.audit("memory.import", kind="memory", detail={"count": len(added)})
        await work.publish(MemoriesImported(count=len(added)))
    return len(added)


def _renamed(work: UnitOfWork, record: MemoryRecord) -> MemoryRecord:
    """A record whose id is somebody else's, and so are most likely those that it names."""
    names = {
        name: _own_id(work, id_) for name in ("id", "follows", "same_as") if (id_ := getattr(record, name)) is not None
    }
    return record.model_copy(update=names)


def _own_id(work: UnitOfWork, id_: UUID) -> UUID:
    """A UUIDv7 of the same moment whose random bits come from the person and the id."""
    random = int.from_bytes(sha256(work.user_id.bytes + id_.bytes).digest()[:8]) & (1 << 62) - 1
    return UUID(int=id_.int >> 62 << 62 | random)


def _row(work: UnitOfWork, record: MemoryRecord) -> dict[str, Any]:
    defaults = {
        "language": work.actor.locale,
        "importance": IMPORTANCE[record.kind],
        "confidence": 1.0,
    }
    values = record.model_dump()
    return {
        **values,
        **{name: value for name, value in defaults.items() if values[name] is None},
        "recorded_at": min(record.recorded_at or work.now, work.now),
        "user_id": work.user_id,
    }


async def export(actor: Actor, at: datetime) -> AsyncIterator[str]:
    """Everything in memory as a document, in parts; no transaction is open between two of them."""
    writer, after = Writer(), UUID(int=0)
    yield writer.begin(at)
    yield writer.section("memories")
    while True:
        async with actor.work() as work:
            rows = await repository.page(work, after, BATCH)
        if not rows:
            break
        yield writer.records(rows)
        after = rows[-1]["id"]
    yield writer.end()
