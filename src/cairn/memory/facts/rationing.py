"""What waits to be read by a language model, and what a person's day may still cost. Every query names its person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import text

from cairn.memory.index import Waiting
from cairn.platform.work import UnitOfWork

LAID_ASIDE = 8
"""Answers that couldn't be read after which a memory is no longer asked about. It stays unread, and counts as such."""

# What was asked about in vain comes last, and of the rest the newest first.
_WAITING = text(
    "select m.id, m.version, m.text, m.language, m.kind, m.conversation, c.tries"
    " from memory_chores c join memories m on m.user_id = c.user_id and m.id = c.memory_id"
    " where c.user_id = :user_id and c.chore = 'learn_by_model' and c.tries < :laid_aside"
    " order by c.tries, c.memory_id desc limit :most"
)
_STILL = text(
    "select memory_id from memory_chores where user_id = :user_id and chore = 'learn_by_model'"
    " and memory_id = any(cast(:ids as uuid[])) for update"
)
_IN_VAIN = text(
    "update memory_chores set tries = greatest(tries, least(tries + 1, :most))"
    " where user_id = :user_id and chore = 'learn_by_model' and memory_id = any(cast(:ids as uuid[]))"
)
_ANYTHING = text(
    "select exists (select from memory_chores where user_id = :user_id and chore = 'learn_by_model'"
    " and tries < :laid_aside)"
)
_DROP = text("delete from memory_chores where user_id = :user_id and chore = 'learn_by_model'")
_FIRST = text("insert into memory_model_use (user_id, day) values (:user_id, :day) on conflict do nothing")
# A day goes by only forwards: who changes their zone to and fro begins no new one.
_TODAY = text(
    "select case when day < :day then 0 else tokens end as tokens, busy_until"
    " from memory_model_use where user_id = :user_id for update"
)
_BEGIN = text(
    "update memory_model_use set tokens = case when day < :day then 0 else tokens end + :tokens,"
    " requests = case when day < :day then 0 else requests end + 1, day = greatest(day, :day), busy_until = :busy_until"
    " where user_id = :user_id"
)
_END = text(
    "update memory_model_use set tokens = greatest(tokens + :more, 0), busy_until = null where user_id = :user_id"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A memory that waits for the model, and how often it was asked about in vain."""

    memory: Waiting
    tries: int


@dataclass(frozen=True, slots=True)
class Spent:
    """What a person's day has cost so far, and until when somebody is asking for them."""

    tokens: int
    busy_until: datetime | None


async def waiting(work: UnitOfWork, most: int) -> list[Asked]:
    rows = await work.session.execute(_WAITING, {"user_id": work.user_id, "laid_aside": LAID_ASIDE, "most": most})
    return [
        Asked(Waiting(row.id, row.version, row.text, row.language, row.kind, row.conversation, ()), row.tries)
        for row in rows
    ]


async def still(work: UnitOfWork, ids: Sequence[UUID]) -> set[UUID]:
    """Which of these still wait; they wait for this transaction from now on."""
    return set(await work.session.scalars(_STILL, {"user_id": work.user_id, "ids": list(ids)}))


async def in_vain(work: UnitOfWork, ids: Sequence[UUID], most: int) -> None:
    """Note that there was no answer about these."""
    await work.session.execute(_IN_VAIN, {"user_id": work.user_id, "ids": list(ids), "most": most})


async def is_anything_left(work: UnitOfWork) -> bool:
    found: bool = await work.session.scalar(_ANYTHING, {"user_id": work.user_id, "laid_aside": LAID_ASIDE})
    return found


async def drop(work: UnitOfWork) -> None:
    """Let nothing wait: there is no model that could be asked."""
    await work.session.execute(_DROP, {"user_id": work.user_id})


def today(work: UnitOfWork) -> date:
    """The day that is counted: the person's own."""
    return work.now.astimezone(work.actor.zone).date()


async def spent(work: UnitOfWork) -> Spent:
    """How it stands, held until this transaction ends."""
    arguments = {"user_id": work.user_id, "day": today(work)}
    await work.session.execute(_FIRST, arguments)
    row = (await work.session.execute(_TODAY, arguments)).one()
    return Spent(row.tokens, row.busy_until)


async def begin(work: UnitOfWork, tokens: int, busy_until: datetime) -> None:
    """Count a request before it is made: who is cut off in it has paid for it."""
    arguments = {"user_id": work.user_id, "day": today(work), "tokens": tokens, "busy_until": busy_until}
    await work.session.execute(_BEGIN, arguments)


async def end(work: UnitOfWork, more: int) -> None:
    """Put right what a request took, and let others ask."""
    await work.session.execute(_END, {"user_id": work.user_id, "more": more})
