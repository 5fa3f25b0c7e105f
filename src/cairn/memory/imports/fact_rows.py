"""What is known, written out and put back as it was. Every query names its person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert

from cairn.memory.facts.models import Fact, FactContradiction, FactTelling, FactTombstone, memory_updates
from cairn.memory.imports.records import FactRecord
from cairn.memory.models import Memory
from cairn.platform.work import UnitOfWork

Row = dict[str, Any]
Slot = tuple[str, str]

_FACT = [Fact.__table__.c[name] for name in FactRecord.model_fields if name != "tellings"]
_TOLD = ("memory_id", "quote", "at", "said_at", "until", "confidence", "source")
# The value of what was only denied is still known from the facts; that of what was forgotten is not.
_TOMBSTONES = text(
    "select t.subject, t.relation, t.created_at, encode(t.value_index, 'hex') as fingerprint,"
    " (select f.value from facts f where f.user_id = t.user_id and f.subject = t.subject and f.relation = t.relation"
    "  and f.value <> '' and f.value_key = encode(t.value_index, 'hex') order by f.id limit 1) as value"
    " from fact_tombstones t where t.user_id = :user_id order by t.created_at, t.subject, t.relation, t.value_index"
)
_SUPERSEDED = text(
    "update facts f set superseded_by = n.id"
    " from unnest(cast(:ids as uuid[]), cast(:by as uuid[]), cast(:closed as text[]), cast(:to as timestamptz[]))"
    "  as e(id, by, closed, valid_to) join facts n on n.user_id = :user_id and n.id = e.by"
    " where f.user_id = :user_id and f.id = e.id and f.superseded_by is null"
    " and f.closed = e.closed and f.valid_to = e.valid_to"
)
_IN_SLOTS = text(
    "select f.id, f.subject, f.relation from facts f"
    " join unnest(cast(:subjects as text[]), cast(:relations as text[])) as e(subject, relation)"
    "  on f.subject = e.subject and f.relation = e.relation where f.user_id = :user_id"
)
_BURIED = text(
    "select t.subject, t.relation, encode(t.value_index, 'hex') as value_key from fact_tombstones t"
    " join unnest(cast(:subjects as text[]), cast(:relations as text[])) as e(subject, relation)"
    "  on t.subject = e.subject and t.relation = e.relation where t.user_id = :user_id"
)


async def page(work: UnitOfWork, after: UUID, most: int) -> Sequence[Row]:
    """Facts in the order of their ids, with all that they rest on, as they are written out."""
    query = select(*_FACT).where(Fact.user_id == work.user_id, Fact.id > after).order_by(Fact.id).limit(most)
    facts = [_rounded(row) for row in (await work.session.execute(query)).mappings()]
    told = await _tellings(work, [fact["id"] for fact in facts])
    return [{**fact, "tellings": told[fact["id"]]} for fact in facts]


async def _tellings(work: UnitOfWork, ids: Sequence[UUID]) -> Mapping[UUID, list[Row]]:
    """In an order that follows from what they say: their ids aren't written out."""
    columns = [FactTelling.__table__.c[name] for name in ("fact_id", *_TOLD)]
    query = select(*columns).where(FactTelling.user_id == work.user_id, FactTelling.fact_id.in_(ids))
    order = (FactTelling.said_at, FactTelling.at, FactTelling.memory_id, FactTelling.quote, FactTelling.until)
    found: Mapping[UUID, list[Row]] = defaultdict(list)
    for row in (await work.session.execute(query.order_by(*order))).mappings():
        named = {"memory": row["memory_id"], **_rounded({name: row[name] for name in _TOLD[1:]})}
        found[row["fact_id"]].append({name: value for name, value in named.items() if value is not None})
    return found


def _rounded(row: Mapping[Any, Any]) -> Row:
    """Shares are kept in four bytes, which don't hold more digits."""
    return {str(name): round(value, 4) if isinstance(value, float) else value for name, value in row.items()}


async def tombstones(work: UnitOfWork) -> Sequence[Row]:
    """What is not to be learnt again; its value where anything still tells it, else its fingerprint."""
    return [dict(row) for row in (await work.session.execute(_TOMBSTONES, {"user_id": work.user_id})).mappings()]


async def contradictions(work: UnitOfWork) -> Sequence[Row]:
    query = select(FactContradiction).where(FactContradiction.user_id == work.user_id).order_by(FactContradiction.id)
    return [
        {
            "id": row.id,
            "fact": row.fact_id,
            "other": row.other_id,
            "found_at": row.found_at,
            "asked_at": row.asked_at,
            "settled_at": row.settled_at,
        }
        for row in await work.session.scalars(query)
    ]


async def updates(work: UnitOfWork) -> Sequence[Row]:
    table = memory_updates.c
    query = select(table.older_id.label("older"), table.newer_id.label("newer"), table.confidence)
    query = query.where(table.user_id == work.user_id).order_by(table.older_id, table.newer_id)
    return [_rounded(row) for row in (await work.session.execute(query)).mappings()]


async def existing(work: UnitOfWork, kind: type[Fact | Memory], ids: Iterable[UUID]) -> set[UUID]:
    """Which of these this person has."""
    query = select(kind.id).where(kind.user_id == work.user_id, kind.id.in_(set(ids)))
    return set(await work.session.scalars(query))


async def texts(work: UnitOfWork, ids: Iterable[UUID]) -> dict[UUID, str]:
    """What memories say."""
    query = select(Memory.id, Memory.text).where(Memory.user_id == work.user_id, Memory.id.in_(set(ids)))
    return {row.id: row.text for row in await work.session.execute(query)}


async def in_slots(work: UnitOfWork, slots: Iterable[Slot]) -> Mapping[Slot, set[UUID]]:
    """What is known of subjects and relations."""
    found: Mapping[Slot, set[UUID]] = defaultdict(set)
    for row in await work.session.execute(_IN_SLOTS, _columns(work, slots)):
        found[row.subject, row.relation].add(row.id)
    return found


async def buried(work: UnitOfWork, slots: Iterable[Slot]) -> Mapping[Slot, set[str | None]]:
    """The fingerprints under a tombstone; `None` where any value is."""
    found: Mapping[Slot, set[str | None]] = defaultdict(set)
    for row in await work.session.execute(_BURIED, _columns(work, slots)):
        found[row.subject, row.relation].add(row.value_key)
    return found


def _columns(work: UnitOfWork, slots: Iterable[Slot]) -> dict[str, Any]:
    every = sorted(set(slots))
    return {"user_id": work.user_id, "subjects": [one for one, _ in every], "relations": [one for _, one in every]}


async def put_back(work: UnitOfWork, rows: Sequence[Row]) -> set[UUID]:
    """Insert facts with ids of their own, and say which are new: an id may be somebody else's."""
    if not rows:
        return set()
    statement = insert(Fact).on_conflict_do_nothing().returning(Fact.id)
    return set(await work.session.scalars(statement, rows))


async def put_tellings(work: UnitOfWork, rows: Sequence[Row]) -> None:
    if rows:
        await work.session.execute(insert(FactTelling), rows)


async def put_superseded(work: UnitOfWork, rows: Sequence[Row]) -> None:
    """Name what took a fact's place, now that it is there; what has changed here since is left as it is."""
    columns = {name: [row[name] for row in rows] for name in ("ids", "by", "closed", "to")}
    await work.session.execute(_SUPERSEDED, {"user_id": work.user_id, **columns})


async def put_tombstones(work: UnitOfWork, rows: Sequence[Row]) -> int:
    if not rows:
        return 0
    statement = insert(FactTombstone).on_conflict_do_nothing().returning(FactTombstone.id)
    return len((await work.session.scalars(statement, rows)).all())


async def put_contradictions(work: UnitOfWork, rows: Sequence[Row]) -> int:
    if not rows:
        return 0
    statement = insert(FactContradiction).on_conflict_do_nothing().returning(FactContradiction.id)
    return len((await work.session.scalars(statement, rows)).all())


async def put_updates(work: UnitOfWork, rows: Sequence[Row]) -> int:
    if not rows:
        return 0
    statement = insert(memory_updates).on_conflict_do_nothing().returning(memory_updates.c.older_id)
    return len((await work.session.scalars(statement, rows)).all())
