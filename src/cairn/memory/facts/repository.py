"""Facts in the database. Every query names its person."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert

from cairn.memory.facts.known import Closed, Known, Source, Telling
from cairn.memory.facts.models import (
    FACT_TABLES,
    Fact,
    FactTelling,
)
from cairn.platform.driver import rows as read
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.work import UnitOfWork

_LOCK = text("select pg_advisory_xact_lock(20019, hashtext(:person))")
_UPDATES_OF = text(
    "select older_id, newer_id from memory_updates where user_id = :user_id and older_id = any(cast(:ids as uuid[]))"
    " order by older_id, newer_id"
)
_UPDATED = text(
    "insert into memory_updates (user_id, older_id, newer_id, confidence)"
    " select :user_id, e.older, e.newer, e.confidence"
    " from unnest(cast(:older as uuid[]), cast(:newer as uuid[]), cast(:confidence as real[]))"
    "  as e(older, newer, confidence)"
    " join memories a on a.user_id = :user_id and a.id = e.older"
    " join memories b on b.user_id = :user_id and b.id = e.newer"
    " on conflict do nothing"
)
# All that is said in a memory, with what became of it.
_OF_MEMORIES = """
select t.memory_id, t.quote, f.id as fact_id, f.subject, f.relation, f.qualifier, f.value,
    f.valid_from, f.valid_to, f.closed
from fact_tellings t join facts f on f.user_id = t.user_id and f.id = t.fact_id
where t.user_id = %(user_id)s and t.memory_id = any(%(memories)s) and f.value <> ''
order by t.memory_id, f.valid_from
"""
_NEXT_TURN = text(
    "select min(e.at) from facts f cross join lateral (values (f.valid_from), (f.valid_to)) as e(at)"
    " where f.user_id = :user_id and f.subject = :subject and f.relation = any(cast(:relations as text[]))"
    " and e.at > :moment"
)
_SHARING = text(
    "select distinct t.memory_id from fact_tellings t where t.user_id = :user_id and t.memory_id is not null"
    " and t.fact_id = any(cast(:facts as uuid[]))"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a telling comes from.

    Args:
        memory_id: The memory it was read in; `None` when a hand wrote it.
        quote: The words that say so.
    """

    memory_id: UUID | None
    quote: str


@dataclass(frozen=True, slots=True)
class Said:
    """A fact as one memory says it, with what became of it."""

    memory_id: UUID
    quote: str
    fact_id: UUID
    subject: str
    relation: str
    qualifier: str
    value: str
    valid_from: datetime
    valid_to: datetime | None
    closed: str | None


async def lock(work: UnitOfWork) -> None:
    """Change one thing of this person's memory at a time.

    The first of all locks there: whoever changes, closes, ties together or forgets what is kept takes it before any
    row, so that no two can wait for each other. Only who adds memories, or makes vectors of one model, goes without.
    """
    await work.session.execute(_LOCK, {"person": str(work.user_id)})


def _known(fact: Fact, tellings: Sequence[FactTelling]) -> Known:
    told = {Telling(row.at, row.said_at, row.until, round(row.confidence, 4), Source(row.source)) for row in tellings}
    return Known(
        id=fact.id,
        subject=fact.subject,
        relation=fact.relation,
        qualifier=fact.qualifier,
        value=fact.value,
        value_key=fact.value_key,
        valid_from=fact.valid_from,
        valid_to=fact.valid_to,
        recorded_at=fact.recorded_at,
        tellings=tuple(sorted(told, key=lambda one: (one.at, one.said_at))),
        superseded_by=fact.superseded_by,
        closed=Closed(fact.closed) if fact.closed else None,
    )


async def slot(work: UnitOfWork, subject: str, relation: str) -> list[Known]:
    """All that was ever known of a subject and relation. What nobody says any more isn't there."""
    return await _slot(work, Fact.subject == subject, Fact.relation == relation)


async def slot_of_value(work: UnitOfWork, subject: str, relation: str, value_key: str) -> list[Known]:
    """As much of a slot with many values as one of them has to do with: the same value, and ends that name none.

    An end that names no value ends them all, so with one the whole slot is needed.
    """
    mine = (Fact.subject == subject, Fact.relation == relation)
    known = await _slot(work, *mine, Fact.value_key.in_([value_key, ""]))
    return await _slot(work, *mine) if any(not fact.value_key for fact in known) else known


async def _slot(work: UnitOfWork, *which: ColumnElement[bool]) -> list[Known]:
    query = select(Fact).where(Fact.user_id == work.user_id, *which)
    facts = (await work.session.scalars(query.execution_options(populate_existing=True))).all()
    tellings = await tellings_of(work, [fact.id for fact in facts])
    return [_known(fact, tellings[fact.id]) for fact in facts if tellings[fact.id]]


async def tellings_of(work: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, list[FactTelling]]:
    """What facts rest on, oldest first."""
    found: dict[UUID, list[FactTelling]] = defaultdict(list)
    query = select(FactTelling).where(FactTelling.user_id == work.user_id, FactTelling.fact_id.in_(ids))
    for row in await work.session.scalars(query.order_by(FactTelling.said_at, FactTelling.id)):
        found[row.fact_id].append(row)
    return found


async def keep(
    work: UnitOfWork, before: Iterable[Known], after: Iterable[Known], kind: str, importance: float, evidence: Evidence
) -> list[UUID]:
    """Write how a slot is now, and what the new telling rests on.

    Returns:
        The facts that are new or changed.
    """
    old = {fact.id: fact for fact in before}
    new = {fact.id: fact for fact in after}
    changed = [fact for fact in new.values() if old.get(fact.id) != fact]
    for fact in changed:  # first without what refers to another new one
        if fact.id not in old:
            await work.session.execute(
                insert(Fact).values(
                    **{**_columns(fact), "superseded_by": None},
                    id=fact.id,
                    user_id=work.user_id,
                    version=1,
                    kind=kind,
                    importance=importance,
                )
            )
    homes = {(telling, fact.id) for fact in old.values() for telling in fact.tellings}
    # Two things said in one breath have tellings that look alike: only what a fact gave up can move to another.
    given_up = {(told, home) for told, home in homes if home not in new or told not in new[home].tellings}
    for fact in changed:
        if fact.id in old or fact.superseded_by is not None:
            mine = (Fact.user_id == work.user_id, Fact.id == fact.id)
            values = {**_columns(fact), "version": Fact.version + (1 if fact.id in old else 0)}
            await work.session.execute(update(Fact).where(*mine).values(**values))
        for telling in fact.tellings:
            if (telling, fact.id) not in homes:
                await _settle_telling(
                    work, fact, telling, evidence, {home for told, home in given_up if told == telling}
                )
    return [fact.id for fact in changed]


def _columns(fact: Known) -> dict[str, Any]:
    return {
        "subject": fact.subject,
        "relation": fact.relation,
        "qualifier": fact.qualifier,
        "value": fact.value,
        "value_key": fact.value_key,
        "confidence": fact.confidence,
        "source": fact.source,
        "valid_from": fact.valid_from,
        "valid_to": fact.valid_to,
        "recorded_at": fact.recorded_at,
        "closed": fact.closed,
        "superseded_by": fact.superseded_by,
    }


async def _settle_telling(
    work: UnitOfWork, fact: Known, telling: Telling, evidence: Evidence, homes: set[UUID]
) -> None:
    """Move a telling to its fact, or write it when it is new."""
    if homes:
        same = (
            FactTelling.user_id == work.user_id,
            FactTelling.fact_id.in_(homes),
            FactTelling.at == telling.at,
            FactTelling.said_at == telling.said_at,
        )
        await work.session.execute(update(FactTelling).where(*same).values(fact_id=fact.id))
    else:
        await tell(work, fact.id, telling, evidence)


async def tell(work: UnitOfWork, fact_id: UUID, telling: Telling, evidence: Evidence) -> None:
    """Write one more thing that a fact rests on."""
    row = FactTelling(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        fact_id=fact_id,
        memory_id=evidence.memory_id,
        at=telling.at,
        said_at=telling.said_at,
        until=telling.until,
        confidence=telling.confidence,
        source=telling.source,
        quote=evidence.quote,
    )
    work.session.add(row)
    await work.session.flush()


async def get(work: UnitOfWork, fact_id: UUID, *, alone: bool = False) -> Fact:
    """One fact.

    Args:
        alone: Nobody else changes anything of this person's memory until the commit.

    Raises:
        NotFound: this person has none with that id.
    """
    query = select(Fact).where(Fact.user_id == work.user_id, Fact.id == fact_id)
    if alone:
        await lock(work)
    found = await work.session.scalar(query.with_for_update() if alone else query)
    if found is None:
        raise NotFound
    return found


async def get_all(work: UnitOfWork, ids: Iterable[UUID]) -> dict[UUID, Fact]:
    query = select(Fact).where(Fact.user_id == work.user_id, Fact.id.in_(list(ids)))
    return {row.id: row for row in await work.session.scalars(query)}


def true_at(query: Select[Fact], moment: datetime) -> Select[Fact]:
    """Only what is true at a moment."""
    return query.where(
        Fact.valid_from <= moment, or_(Fact.valid_to.is_(None), Fact.valid_to > moment), Fact.value != ""
    )


async def page(
    work: UnitOfWork,
    page: PageQuery,
    *,
    subject: str | None = None,
    relation: str | None = None,
    memory_id: UUID | None = None,
    as_of: datetime | None = None,
) -> tuple[Sequence[Fact], str | None]:
    """Newest learnt first; with `as_of`, only what was true then."""
    query = select(Fact).where(Fact.user_id == work.user_id, Fact.value != "")
    if memory_id is not None:
        said_there = (FactTelling.user_id == work.user_id, FactTelling.memory_id == memory_id)
        query = query.where(Fact.id.in_(select(FactTelling.fact_id).where(*said_there)))
    if subject is not None:
        query = query.where(Fact.subject == subject)
    if relation is not None:
        query = query.where(Fact.relation == relation)
    if as_of is not None:
        query = true_at(query, as_of)
    return await paginate(work.session, query, page, Fact.recorded_at, Fact.id, descending=True)


async def of_relations(work: UnitOfWork, subject: str, relations: Sequence[str], moment: datetime) -> Sequence[Fact]:
    """What is true of a subject at a moment, and isn't set aside; the surest first."""
    query = true_at(select(Fact).where(Fact.user_id == work.user_id), moment).where(
        Fact.subject == subject, Fact.relation.in_(relations), Fact.set_aside_at.is_(None)
    )
    return (await work.session.scalars(query.order_by(Fact.confidence.desc(), Fact.valid_from, Fact.id))).all()


async def next_turn(work: UnitOfWork, subject: str, relations: Sequence[str], moment: datetime) -> datetime | None:
    """When the next of a subject's facts begins or ends by itself."""
    found: datetime | None = await work.session.scalar(
        _NEXT_TURN, {"user_id": work.user_id, "subject": subject, "relations": list(relations), "moment": moment}
    )
    return found


async def said_in(work: UnitOfWork, memory_ids: Sequence[UUID]) -> dict[UUID, list[Said]]:
    """What memories say, by memory, with what became of it."""
    found: dict[UUID, list[Said]] = defaultdict(list)
    for row in await read(work, _OF_MEMORIES, {"user_id": work.user_id, "memories": list(memory_ids)}):
        found[row.memory_id].append(Said(*row))
    return found


async def resting_on(work: UnitOfWork, fact_ids: Sequence[UUID]) -> list[UUID]:
    """The memories that say any of these facts."""
    return list(await work.session.scalars(_SHARING, {"user_id": work.user_id, "facts": list(fact_ids)}))


async def updates_of(work: UnitOfWork, memory_ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    """Of each of these memories, those that say it anew."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for row in await work.session.execute(_UPDATES_OF, {"user_id": work.user_id, "ids": list(memory_ids)}):
        found[row.older_id].append(row.newer_id)
    return found


async def updated(work: UnitOfWork, pairs: Iterable[tuple[UUID, UUID, float]]) -> None:
    """Note that the second memory of each pair says anew what the first said otherwise."""
    rows = [pair for pair in set(pairs) if pair[0] != pair[1]]
    if rows:
        older, newer, confidence = zip(*rows, strict=True)
        arguments = {"older": list(older), "newer": list(newer), "confidence": list(confidence)}
        await work.session.execute(_UPDATED, {"user_id": work.user_id, **arguments})


TABLES = [table.name for table in FACT_TABLES]


async def rows(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All of a person's rows as they are kept."""
    told: dict[str, list[dict[str, Any]]] = {}
    for table in FACT_TABLES:
        columns = [column for column in table.c if column.name != "value_index"]
        found = await work.session.execute(select(*columns).where(table.c.user_id == work.user_id))
        told[table.name] = [dict(row) for row in found.mappings()]
    return told


async def remove_all(work: UnitOfWork) -> None:
    """All of a person's facts, and what they rested on."""
    for table in reversed(FACT_TABLES):
        await work.session.execute(delete(table).where(table.c.user_id == work.user_id))
