"""A reminder that comes again from its booking on, and how that is told."""

from datetime import timedelta
from uuid import UUID

from cairn import when
from cairn.notify.schemas import Nag
from cairn.platform.work import UnitOfWork
from cairn.reminders import ladders
from cairn.reminders.errors import NothingReachesOut

_UNTIL_DONE = {
    "en": "I’ll come again every {every} until it’s done.",
    "es": "Insistiré cada {every} hasta que esté hecho.",
    "fr": "J’insiste toutes les {every} jusqu’à ce que ce soit fait.",
    "pt": "Insisto a cada {every} até estar feito.",
}
_SO_OFTEN = {
    "en": "I’ll come again every {every} until it’s done, {times}× at most.",
    "es": "Insistiré cada {every} hasta que esté hecho, {times} veces como mucho.",
    "fr": "J’insiste toutes les {every} jusqu’à ce que ce soit fait, {times} fois au plus.",
    "pt": "Insisto a cada {every} até estar feito, {times} vezes no máximo.",
}


async def begin(work: UnitOfWork, reminder_id: UUID, wanted: Nag) -> str:
    """Let one that was booked come again until it's done; what is told of it.

    It stays booked where no channel reaches the person: then it is told why it rings once.
    """
    try:
        await ladders.nag(work, reminder_id, wanted)
    except NothingReachesOut as error:
        return error.detail
    every = when.say_duration(timedelta(minutes=wanted.every_minutes), work.actor.locale)
    sentences = _UNTIL_DONE if wanted.times is None else _SO_OFTEN
    return sentences.get(work.actor.locale, sentences["en"]).format(every=every, times=wanted.times)
