"""Facts that lose what they rest on, or go. Every query names its person."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, Uuid, any_, cast, delete, literal, select, text
from sqlalchemy.dialects.postgresql import ARRAY

from cairn.memory.facts.models import Fact, FactTelling
from cairn.platform.work import UnitOfWork

# The end of something that nobody says any more: it still closes what would be said of earlier, and has no words.
_HUSH = text(
    "update facts m set value = '' from unnest(cast(:subjects as text[]), cast(:relations as text[]))"
    "  as e(subject, relation)"
    " where m.user_id = :user_id and m.subject = e.subject and m.relation = e.relation"
    " and m.closed = 'mark' and m.value_key <> '' and not exists (select from fact_tellings t"
    "  where t.user_id = m.user_id and t.fact_id = m.id and t.memory_id is not null)"
    " and not exists (select from facts f where f.user_id = m.user_id and f.subject = m.subject"
    "  and f.relation = m.relation and f.value_key = m.value_key and f.closed is distinct from 'mark')"
)
_WORDLESS = text(
    "delete from facts m using unnest(cast(:subjects as text[]), cast(:relations as text[])) as e(subject, relation)"
    " where m.user_id = :user_id and m.subject = e.subject and m.relation = e.relation and m.subject <> 'me'"
    " and m.closed = 'mark' and m.value = '' and m.value_key <> ''"
)
_STILL_KNOWN = text(
    "select distinct f.subject, f.relation from facts f"
    " join unnest(cast(:subjects as text[]), cast(:relations as text[])) as e(subject, relation)"
    "  on f.subject = e.subject and f.relation = e.relation where f.user_id = :user_id"
    " order by f.subject, f.relation"
)


async def untell(work: UnitOfWork, memory_ids: Sequence[UUID]) -> tuple[set[tuple[str, str]], list[UUID]]:
    """Let facts rest on these memories no more; those that rest on nothing are gone.

    Returns:
        The subjects and relations to be reckoned again, and the facts that are gone.
    """
    # Arrays, not lists of arguments: PostgreSQL takes 65,535 of these, and somebody may forget more at once.
    mine = (FactTelling.user_id == work.user_id, FactTelling.memory_id == any_(_ids(memory_ids)))
    touched = set((await work.session.scalars(delete(FactTelling).where(*mine).returning(FactTelling.fact_id))).all())
    if not touched:
        return set(), []
    theirs = (Fact.user_id == work.user_id, Fact.id == any_(_ids(touched)))
    query = select(Fact.subject, Fact.relation).where(*theirs)
    slots = {(row.subject, row.relation) for row in await work.session.execute(query)}
    bare = ~select(FactTelling.id).where(FactTelling.user_id == work.user_id, FactTelling.fact_id == Fact.id).exists()
    gone = await work.session.scalars(
        delete(Fact).where(*theirs, bare).returning(Fact.id).execution_options(synchronize_session=False)
    )
    return slots, list(gone)


def _ids(ids: Iterable[UUID]) -> ColumnElement[Sequence[UUID]]:
    return cast(literal(list(ids), ARRAY(Uuid)), ARRAY(Uuid))


async def hush(work: UnitOfWork, slots: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Take the words from ends that a hand wrote of what nobody says any more. Of others than the person they go.

    Returns:
        The slots of which anything is left, in order.
    """
    named = sorted(slots)
    which = {
        "user_id": work.user_id,
        "subjects": [subject for subject, _ in named],
        "relations": [relation for _, relation in named],
    }
    await work.session.execute(_HUSH, which)
    await work.session.execute(_WORDLESS, which)
    return [(row.subject, row.relation) for row in await work.session.execute(_STILL_KNOWN, which)]


async def remove_value(work: UnitOfWork, fact: Fact) -> list[UUID]:
    """Take away all that says a fact's value of its subject, its ends and earlier times too; the ids of all."""
    same = (Fact.user_id == work.user_id, Fact.subject == fact.subject, Fact.relation == fact.relation)
    which = Fact.value_key == fact.value_key if fact.value_key else Fact.id == fact.id
    gone = delete(Fact).where(*same, which).returning(Fact.id).execution_options(synchronize_session=False)
    ids = list(await work.session.scalars(gone))
    work.session.expunge(fact)
    return ids
