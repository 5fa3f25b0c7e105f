"""What happens to reviews."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event


class ReviewChanged(Event):
    """A review was begun, went on, ended or was removed."""

    kind: ClassVar[str] = "review.changed"
    review_id: UUID
    state: str
