"""What carries a notice, by channel: the job that hands one over, and whom the channel reaches.

A new channel has its job and its reach here, and nothing else about ladders knows it by name.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from cairn.notify.messages import DeliverByEmail, DeliverByPush
from cairn.notify.models import Channel
from cairn.notify.subscriptions import service as subscriptions
from cairn.platform.messages import Job
from cairn.platform.work import UnitOfWork


def job_for(channel: Channel, user_id: UUID, delivery_id: UUID, revived: int = 0) -> Job | None:
    """What hands a delivery over; nothing for the page, which asks by itself."""
    match channel:
        case Channel.EMAIL:
            return DeliverByEmail(user_id=user_id, delivery_id=delivery_id, revived=revived)
        case Channel.PUSH:
            return DeliverByPush(user_id=user_id, delivery_id=delivery_id, revived=revived)
        case Channel.PAGE:
            return None


async def reach(work: UnitOfWork, people: Collection[UUID]) -> Mapping[UUID, frozenset[Channel]]:
    """Which channels carry to each of these people, in as many statements for many as for one."""
    everywhere = frozenset({Channel.PAGE, Channel.EMAIL})
    with_browser = await subscriptions.reachable(work, people)
    return {person: everywhere | {Channel.PUSH} if person in with_browser else everywhere for person in people}
