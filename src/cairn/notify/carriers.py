"""What carries a notice, by channel: the job that hands one over, and whom the channel reaches.

A new channel has its job and its reach here, and nothing else about ladders knows it by name.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from cairn.notify.messages import DeliverByEmail
from cairn.notify.models import Channel
from cairn.platform.messages import Job
from cairn.platform.work import UnitOfWork


def job_for(channel: Channel, user_id: UUID, delivery_id: UUID, revived: int = 0) -> Job | None:
    """What hands a delivery over; nothing for the page, which asks by itself."""
    if channel is Channel.EMAIL:
        return DeliverByEmail(user_id=user_id, delivery_id=delivery_id, revived=revived)
    return None


async def reach(work: UnitOfWork, people: Collection[UUID]) -> Mapping[UUID, frozenset[Channel]]:
    """Which channels carry to each of these people, in as many statements for many as for one."""
    everywhere = frozenset({Channel.PAGE, Channel.EMAIL})
    return dict.fromkeys(people, everywhere)
