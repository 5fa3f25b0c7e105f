"""Telling open clients, and whoever listens, that deliveries went on."""

from cairn.notify.messages import DeliveryChanged
from cairn.notify.models import Delivery
from cairn.notify.repository import Step
from cairn.platform.work import UnitOfWork


async def changed(work: UnitOfWork, *deliveries: Delivery | Step | None) -> None:
    """Announce those that took a step; `None` stands for one that didn't."""
    for delivery in deliveries:
        if delivery is not None:
            await work.publish(
                DeliveryChanged(
                    delivery_id=delivery.id,
                    subject_kind=delivery.kind,
                    subject_id=delivery.subject_id,
                    channel=delivery.channel,
                    state=delivery.state,
                )
            )
