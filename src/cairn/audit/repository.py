"""The trail and its chain. The system's work only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text

from cairn.platform.trail import Entry
from cairn.platform.work import UnitOfWork

# Any constant will do: it lets one process at a time add to the chain, or take from its beginning.
CHAIN_LOCK = 0x6175646974

_ENTRY = ", ".join(f"e.{name}" for name in Entry.__slots__)
_LOCK = text("select pg_try_advisory_xact_lock(:lock)")
_HEAD = text(
    "(select position, hash from audit_links order by position desc limit 1)"
    " union all (select position, hash from audit_anchor) limit 1"
)
_WAITING = text(
    f"select {_ENTRY} from"  # noqa: S608  # nosec B608  # its own columns
    " (select entry_id from audit_waiting order by entry_id limit :most) w"
    " join audit_entries e on e.id = w.entry_id order by e.id"
)
_ADD = text("insert into audit_links (position, entry_id, hash) values (:position, :entry_id, :hash)")
_LINKED = text("delete from audit_waiting where entry_id = any(:ids)")
# Whom a place was blanked for is gone: the person who did it, or, where nobody did, the one it is about.
_LINKS = text(
    f"select l.position, l.hash, l.entry_id, {_ENTRY},"  # noqa: S608  # nosec B608  # its own columns
    " coalesce(e.actor_id, e.user_id) is not null"
    " and not exists (select from users u where u.id = coalesce(e.actor_id, e.user_id)) as erased"
    " from audit_links l left join audit_entries e on e.id = l.entry_id"
    " where l.position > :after order by l.position limit :most"
)
_ANCHOR = text("select position, hash, mac from audit_anchor")
_STRAY = text(
    "select e.id, exists (select from audit_links l where l.entry_id = e.id)"
    "  or exists (select from audit_waiting w where w.entry_id = e.id) as known"
    " from audit_entries e where cast(:after as uuid) is null or e.id > :after order by e.id limit :most"
)
_LAG = text("select count(*) from (select from audit_waiting limit 100000) w")
_OLDEST = text("select e.at from audit_waiting w join audit_entries e on e.id = w.entry_id order by w.entry_id limit 1")
_OVER = text(
    "with oldest as (select l.position, l.hash, coalesce(e.at < :before, true) as over"
    "  from audit_links l left join audit_entries e on e.id = l.entry_id order by l.position limit :most)"
    " select position, hash from oldest where position < all (select position from oldest where not over)"
    " order by position desc limit 1"
)
_TRIM = text("select audit_trim(:upto, :mac)")


@dataclass(frozen=True, slots=True)
class Linked:
    """A link with its entry; there is none where the entry is gone.

    Args:
        erased: Whoever the place is of, from where it came, has no account any more.
    """

    position: int
    hash: bytes
    entry_id: UUID
    entry: Entry | None
    erased: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last link that was removed by the rule; position 0 if none was."""

    position: int
    hash: bytes
    mac: bytes | None


async def alone(work: UnitOfWork) -> bool:
    """Whether this transaction, and no other, may change the chain's ends now."""
    return bool(await work.session.scalar(_LOCK, {"lock": CHAIN_LOCK}))


async def head(work: UnitOfWork) -> tuple[int, bytes]:
    """The newest link's place and hash."""
    found = (await work.session.execute(_HEAD)).one()
    return found.position, bytes(found.hash)


async def waiting(work: UnitOfWork, most: int) -> list[Entry]:
    """Committed entries without a link, oldest first."""
    return [entry_of(row) for row in await work.session.execute(_WAITING, {"most": most})]


async def add(work: UnitOfWork, links: Sequence[dict[str, Any]]) -> None:
    """Add links at the end; their entries wait no longer."""
    await work.session.execute(_ADD, list(links))
    await work.session.execute(_LINKED, {"ids": [link["entry_id"] for link in links]})


async def anchor(work: UnitOfWork) -> Anchor:
    found = (await work.session.execute(_ANCHOR)).one()
    return Anchor(found.position, bytes(found.hash), None if found.mac is None else bytes(found.mac))


async def links(work: UnitOfWork, after: int, most: int) -> list[Linked]:
    """Links in their order, each with its entry."""
    rows = await work.session.execute(_LINKS, {"after": after, "most": most})
    return [
        Linked(row.position, bytes(row.hash), row.entry_id, entry_of(row) if row.id else None, row.erased)
        for row in rows
    ]


async def stray(work: UnitOfWork, after: UUID | None, most: int) -> tuple[UUID | None, UUID | None]:
    """Of the entries after an id, the first that is neither linked nor waits; and where to go on, if anywhere."""
    rows = (await work.session.execute(_STRAY, {"after": after, "most": most})).all()
    return next((row.id for row in rows if not row.known), None), rows[-1].id if len(rows) == most else None


async def lag(work: UnitOfWork) -> int:
    """How many entries wait for their link; 100,000 for any more than that."""
    return int(await work.session.scalar(_LAG) or 0)


async def waits_since(work: UnitOfWork) -> datetime | None:
    """When the entry that waits longest for its link was written."""
    found: datetime | None = await work.session.scalar(_OLDEST)
    return found


async def over(work: UnitOfWork, before: datetime, most: int) -> tuple[int, bytes] | None:
    """The last link of the chain's beginning, at most so many, whose entries are all older than a moment."""
    found = (await work.session.execute(_OVER, {"before": before, "most": most})).first()
    return (found.position, bytes(found.hash)) if found else None


async def trim(work: UnitOfWork, upto: int, mac: bytes) -> int:
    """Remove the chain's beginning; how many links it had."""
    return int(await work.session.scalar(_TRIM, {"upto": upto, "mac": mac}) or 0)


def entry_of(row: Row[Any]) -> Entry:
    return Entry(**{name: getattr(row, name) for name in Entry.__slots__})
