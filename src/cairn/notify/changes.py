"""Telling open clients, and whoever listens, that deliveries went on."""

from uuid import UUID

from cairn.notify.messages import DeliveryChanged
from cairn.notify.models import Delivery
from cairn.notify.repository import Step
from cairn.platform.work import UnitOfWork


async def changed(work: UnitOfWork, *deliveries: Delivery | Step | None) -> None:
    """Announce those that took a step; `None` stands for one that didn't."""
    for one in deliveries:
        if one is not None:
            await work.publish(event(one.id, one.kind, one.subject_id, one.channel, one.state))


def event(delivery_id: UUID, kind: str, subject_id: UUID, channel: str, state: str) -> DeliveryChanged:
    return DeliveryChanged(
        delivery_id=delivery_id, subject_kind=kind, subject_id=subject_id, channel=channel, state=state
    )
