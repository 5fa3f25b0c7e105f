"""What happens to deliveries, and the job that makes one."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event, Job


class DeliveryChanged(Event):
    """A delivery went on: sent, seen, failed and so on."""

    kind = "delivery.changed"

    delivery_id: UUID
    subject_kind: str
    subject_id: UUID
    channel: str
    state: str


class DeliverByEmail(Job):
    """Hand one delivery to the mail server.

    Args:
        revived: How often the delivery had been taken up again when this was queued; a job from before is stale.
    """

    name = "notify.deliver_by_email"
    priority: ClassVar[int] = 50

    delivery_id: UUID
    revived: int = 0


class DeliverByPush(Job):
    """Hand one delivery to the push services of a person's browsers.

    Args:
        revived: How often the delivery had been taken up again when this was queued; a job from before is stale.
    """

    name = "notify.deliver_by_push"
    priority: ClassVar[int] = 50

    delivery_id: UUID
    revived: int = 0


class PushAgain(Job):
    """Hand a delivery that another browser took to one that didn't.

    Args:
        doubtful: It may have arrived already.
        tries: How often it was handed over again before.
    """

    name = "notify.push_again"
    priority: ClassVar[int] = 40

    delivery_id: UUID
    subscription_id: UUID
    doubtful: bool = False
    tries: int = 0
