"""Telling the others of a space."""

from cairn.focus import rooms
from cairn.focus.messages import TellRoom
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs

jobs = Jobs()


@jobs.handles(TellRoom, attempts=5)
async def tell_room(actor: Actor, job: TellRoom) -> None:
    """One person's own work can't write what others hear: the system's does. Told twice, pages look twice."""
    async with actor.runtime.system() as work:
        await rooms.tell(work, {job.space_id})
