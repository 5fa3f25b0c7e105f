"""What the assistant may do with reviews."""

from uuid import UUID

from pydantic import BaseModel

from cairn.platform.tools import Outcome, Tools, Undo
from cairn.platform.work import UnitOfWork
from cairn.reviews import service
from cairn.reviews.models import Kind
from cairn.reviews.permissions import WRITE
from cairn.reviews.words import named

tools = Tools()


@tools.offer(needs=WRITE)
async def begin_review(work: UnitOfWork, kind: Kind) -> Outcome:
    """Open the start of the day, its shutdown, or the review of the week. The person goes through it on its page.

    Args:
        kind: Which.
    """
    review = await service.begin(work, kind)
    # One that goes on already is theirs: only what this call began is taken back by it.
    fresh = review.started_at == work.now
    undo = Undo(tool="drop_review", arguments={"review_id": str(review.id)}) if fresh else None
    return Outcome(
        kind="review.begun",
        subject_kind="review",
        subject_id=review.id,
        title=named(kind, work.actor.locale),
        undo=undo,
    )


class Dropped(BaseModel):
    """A review that is gone."""

    review_id: UUID


@tools.offer(needs=WRITE, hidden=True)
async def drop_review(work: UnitOfWork, review_id: UUID) -> Dropped:
    """Take a review away; what was decided holds.

    Args:
        review_id: Which.
    """
    await service.remove(work, review_id)
    return Dropped(review_id=review_id)
