"""What the assistant may do with mood and energy."""

from uuid import UUID

from pydantic import BaseModel

from cairn.mood import service
from cairn.mood.models import Mood
from cairn.mood.permissions import WRITE
from cairn.mood.schemas import NewEntry
from cairn.mood.words import named
from cairn.platform.tools import Outcome, Tools, Undo
from cairn.platform.work import UnitOfWork
from cairn.tasks.schemas import Energy

tools = Tools()


@tools.offer(needs=WRITE)
async def say_mood(work: UnitOfWork, mood: Mood | None = None, energy: Energy | None = None, note: str = "") -> Outcome:
    """Note how the person said they are. Only what they said of themselves just now, never a guess.

    Args:
        mood: How they feel, if they said so.
        energy: How much energy they have, if they said so.
        note: What else they said about it, in their own words.
    """
    entry = await service.say(work, NewEntry(mood=mood, energy=energy, note=note))
    return Outcome(
        kind="mood.said",
        subject_kind="mood",
        subject_id=entry.id,
        title=named(mood, energy, work.actor.locale),
        undo=Undo(tool="remove_mood", arguments={"entry_id": str(entry.id)}),
    )


class Removed(BaseModel):
    """Something said of how somebody is, taken away."""

    entry_id: UUID


@tools.offer(needs=WRITE, hidden=True)
async def remove_mood(work: UnitOfWork, entry_id: UUID) -> Removed:
    """Take away what was said of how somebody is.

    Args:
        entry_id: Which.
    """
    await service.remove(work, entry_id)
    return Removed(entry_id=entry_id)
