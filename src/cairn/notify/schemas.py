"""Notices as features hand them over, and deliveries as people see them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from cairn.notify.models import Channel, State

__all__ = ["Channel", "DeliveryOut", "Notice", "Queued", "State"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell a person, on every channel they have.

    Args:
        kind: What it is about, as in its URL: `reminder`.
        occurrence_at: The moment it is for. One subject tells a person of one moment once.
        title: The person's own words.
        body: What else to say; may be empty.
        link: Where in the page it is answered, from the root: `/reminders/…`.
        mail: Whether it goes by mail, too; what is over in a moment doesn't.
    """

    user_id: UUID
    kind: str
    subject_id: UUID
    occurrence_at: datetime
    title: str
    body: str = ""
    link: str = ""
    mail: bool = True


@dataclass(frozen=True, slots=True)
class Queued:
    """A delivery that was made for a notice just now."""

    id: UUID
    user_id: UUID
    subject_id: UUID
    channel: Channel


class DeliveryOut(BaseModel):
    """One notice on one channel, with every step it took and when.

    Args:
        state: `queued` (not handed over), `sending`, `sent` (the carrier took it), `confirmed` (the carrier says
            it arrived), `seen`, `acknowledged` (you answered), `failed` or `cancelled` (answered before it was sent).
        possible_duplicates: How often an attempt was cut off in a way that the notice may have arrived
            without anybody knowing, and was sent once more.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    kind: str
    subject_id: UUID
    occurrence_at: AwareDatetime
    channel: Channel
    state: State
    title: str
    text: str
    queued_at: AwareDatetime
    sending_at: AwareDatetime | None
    sent_at: AwareDatetime | None
    confirmed_at: AwareDatetime | None
    seen_at: AwareDatetime | None
    acknowledged_at: AwareDatetime | None
    failed_at: AwareDatetime | None
    cancelled_at: AwareDatetime | None
    reason: str | None
    attempts: int
    possible_duplicates: int
