"""When somebody wants to be offered a review. Nothing is offered by itself; what is declined is gone for the day."""

from datetime import date

from cairn.platform.work import UnitOfWork
from cairn.reviews import repository, rules
from cairn.reviews.models import Kind, ReviewWishes
from cairn.reviews.rules import Offered
from cairn.reviews.schemas import Wishes, WishesOut


async def get(work: UnitOfWork) -> WishesOut:
    found = await repository.wishes(work)
    return WishesOut() if found is None else WishesOut.model_validate(found)


async def wish(work: UnitOfWork, wishes: Wishes) -> WishesOut:
    """Say when to be offered what."""
    row = await repository.own_wishes(work)
    for name, value in wishes.model_dump().items():
        setattr(row, name, value)
    await work.session.flush()
    await work.audit("review.wish", row.id, kind="review_wishes")
    return WishesOut.model_validate(row)


async def offered(work: UnitOfWork) -> Kind | None:
    """What is offered now, at most one."""
    row = await repository.wishes(work)
    if row is None:
        return None
    had = await repository.last_days(work)
    for kind in Kind:
        if kind in row.declined:
            had[kind] = max(had.get(kind, date.min), date.fromisoformat(row.declined[kind]))
    return rules.offer(_as_offered(row), work.now.astimezone(work.actor.zone), had)


async def decline(work: UnitOfWork, kind: Kind) -> None:
    """Not this time: nothing is asked again until its next day."""
    row = await repository.own_wishes(work)
    day = rules.day_of(kind, work.now.astimezone(work.actor.zone))
    row.declined = {**row.declined, kind: day.isoformat()}
    await work.session.flush()
    await work.audit("review.wish", row.id, kind="review_wishes")


def _as_offered(row: ReviewWishes) -> Offered:
    return Offered(row.start_at, row.shutdown_at, row.week_day, row.week_at)
