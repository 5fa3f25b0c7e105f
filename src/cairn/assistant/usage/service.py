"""Counting what the language model takes of a person's day, before each request and after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from cairn.assistant.settings import AssistantSettings, Price
from cairn.assistant.usage import repository
from cairn.assistant.usage.models import ModelUse
from cairn.assistant.usage.rules import Limits, Tokens
from cairn.assistant.usage.schemas import DayOut, LimitsOut, UsageOut
from cairn.platform.actor import Actor
from cairn.platform.http import PageQuery
from cairn.platform.permissions import Role
from cairn.platform.work import UnitOfWork

__all__ = ["Price", "Taken", "Tokens", "UsedUp", "begin", "days", "end", "today"]

MICROS = 1_000_000


class UsedUp(Exception):
    """A person's day has no room for one more request.

    Attributes:
        again_at: When the next day begins where they are.
    """

    def __init__(self, again_at: datetime) -> None:
        super().__init__()
        self.again_at = again_at


@dataclass(frozen=True, slots=True)
class Taken:
    """What was counted for a request before it was made."""

    day: date
    tokens: Tokens
    cost_micros: int


async def begin(actor: Actor, expected: Tokens, price: Price) -> Taken:
    """Count a request before it is made: who is cut off in it has paid for it, and of two at once both are counted.

    Raises:
        UsedUp: there is no room for it; nothing is counted.
    """
    cost = expected.cost(price.read, price.written)
    async with actor.work() as work:
        day = await repository.today(work)
        row = await repository.held(work, day)
        tokens = row.tokens_read + row.tokens_written + expected.all
        if not _limits(work).hold(row.requests + 1, tokens, row.cost_micros + cost, row.millis + 1):
            raise UsedUp(_following(work, day))
        counted = {"tokens_read": expected.read, "tokens_written": expected.written, "cost_micros": cost}
        await repository.add(work, day, {"requests": 1, **counted})
    return Taken(day, expected, cost)


async def end(actor: Actor, taken: Taken, tokens: Tokens | None, price: Price, millis: int) -> None:
    """Put right what a request really took.

    Args:
        tokens: What was read and written; `None` where nobody counted, and what was expected stays.
    """
    more = {"millis": millis}
    if tokens is not None:
        more |= {
            "tokens_read": tokens.read - taken.tokens.read,
            "tokens_written": tokens.written - taken.tokens.written,
            "cost_micros": tokens.cost(price.read, price.written) - taken.cost_micros,
        }
    async with actor.work() as work:
        await repository.add(work, taken.day, more)


async def today(work: UnitOfWork) -> UsageOut:
    """What today took, and what it may take."""
    settings = work.runtime.settings.of(AssistantSettings)
    day = await repository.today(work)
    row = await repository.day(work, day)
    limits = _limits(work)
    room = row is None or limits.hold(
        row.requests + 1, row.tokens_read + row.tokens_written + 1, row.cost_micros, row.millis + 1
    )
    return UsageOut(
        configured=settings.model is not None,
        today=DayOut(day=day) if row is None else DayOut.model_validate(row),
        limits=LimitsOut.model_validate(limits),
        currency=settings.model_currency,
        again_at=None if room else _following(work, day),
    )


async def days(work: UnitOfWork, page: PageQuery) -> tuple[Sequence[ModelUse], str | None]:
    """The last thirty days that took something, the latest first."""
    return await repository.page(work, page)


def _limits(work: UnitOfWork) -> Limits:
    """What this person's day may take, by their plan."""
    settings = work.runtime.settings.of(AssistantSettings)
    requests, tokens, cost = settings.model_day_requests, settings.model_day_tokens, settings.model_day_cost
    seconds = settings.model_day_seconds
    if work.actor.role is not Role.USER:
        requests = requests if settings.model_premium_requests is None else settings.model_premium_requests
        tokens = tokens if settings.model_premium_tokens is None else settings.model_premium_tokens
        cost = cost if settings.model_premium_cost is None else settings.model_premium_cost
        seconds = seconds if settings.model_premium_seconds is None else settings.model_premium_seconds
    return Limits(requests, tokens, round(cost * MICROS), seconds * 1000)


def _following(work: UnitOfWork, day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), work.actor.zone)
