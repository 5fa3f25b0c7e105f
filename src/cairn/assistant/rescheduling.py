"""Cancelling and moving in words, where one event of the calendar is meant: "move lunch with Ana to 2pm".

"Cancel netflix" is something for the list, unless there is an event that is called so.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

from cairn import when
from cairn.assistant.grammar import AddTask, Intent, Remind, Thought
from cairn.calendar import service as calendar
from cairn.calendar.schemas import Occurrence
from cairn.platform.work import UnitOfWork
from cairn.when.tokens import fold

AHEAD = timedelta(days=60)
Does = Literal["cancel", "move"]

_VERBS: dict[str, dict[Does, str]] = {
    "en": {
        "cancel": r"cancel|call off|delete|remove",
        "move": r"move|reschedule|shift|push(?: back)?|bring forward|postpone|change",
    },
    "es": {
        "cancel": r"cancelar?|anular?|borrar?|quitar?",
        "move": r"mueve|mover|cambiar?|pasar?|reprogramar?|adelantar?|retrasar?",
    },
    "fr": {
        "cancel": r"annuler?|supprimer?",
        "move": r"deplacer?|decaler?|avancer?|repousser?|reporter?|changer?",
    },
    "pt": {
        "cancel": r"cancelar?|anular?|desmarcar?|apagar?",
        "move": r"mudar?|move|mover|passar?|remarcar?|adiar?|antecipar?",
    },
}
_SAYING_LITTLE = (
    "the our your with and for appointment event los las mis del con una cita evento consulta"
    " les des mes mon une avec rendez vous rdv evenement das dos com uma para minha meu"
)
_SMALL = frozenset(_SAYING_LITTLE.split())


def asked(intent: Intent, locale: str) -> tuple[Does, str] | None:
    """What is to be done to an event, and the words that name it; nothing where no verb of that kind opens them."""
    if isinstance(intent, Thought):
        said = intent.text
    elif isinstance(intent, AddTask | Remind) and intent.rrule is None:
        said = intent.title
    else:
        return None
    for language in dict.fromkeys((locale.split("-", 1)[0].lower(), "en")):
        for does, verbs in _VERBS.get(language, {}).items():
            found = re.match(rf"(?:{verbs})\s+", fold(said))
            if found is not None and (does == "cancel" or _moment(intent) is not None):
                return does, said[found.end() :]
    return None


async def settled(work: UnitOfWork, intent: Intent) -> dict[str, Any] | None:
    """The one step to take, as it is settled now; nothing where no event of the next weeks is meant.

    A repeating one isn't taken away whole by a word.
    """
    wish = asked(intent, work.actor.locale)
    if wish is None:
        return None
    does, words = wish
    ahead = await calendar.happening(work, work.now, work.now + AHEAD)
    day = _moment(intent) if does == "cancel" else None
    meant = [one for one in ahead if not one.repeats and _named(one, words) and _on(one, day, work)]
    if not meant:
        return None
    if len(meant) > 1:
        return {"do": "say", "say": "which_event", "words": _told(meant, work)}
    (event,) = meant
    arguments: dict[str, Any] = {"event_id": str(event.event_id)}
    if does == "cancel":
        return {"do": "call", "tool": "cancel_event", "arguments": arguments}
    heard = intent.heard if isinstance(intent, AddTask | Remind) else ""
    return {"do": "call", "tool": "move_event", "arguments": arguments | _to(event, intent, work), "heard": heard}


def _to(event: Occurrence, intent: Intent, work: UnitOfWork) -> dict[str, Any]:
    """When it is instead; of a day alone, at the hour at which it was."""
    if isinstance(intent, Remind):
        end = intent.end.isoformat() if intent.end is not None else None
        return {"start": intent.when.isoformat(), "end": end, "sure": intent.sure}
    moment = _moment(intent)
    assert moment is not None, "what has no time isn't moved"
    zone = work.actor.zone
    hour = event.start.astimezone(zone).time()
    return {"start": when.resolve(datetime.combine(moment.date(), hour), zone).isoformat()}


def _moment(intent: Intent) -> datetime | None:
    if isinstance(intent, Remind):
        return intent.when
    return intent.due if isinstance(intent, AddTask) else None


def _on(event: Occurrence, day: datetime | None, work: UnitOfWork) -> bool:
    zone = work.actor.zone
    return day is None or event.start.astimezone(zone).date() == day.astimezone(zone).date()


def _named(event: Occurrence, words: str) -> bool:
    """Whether all words that say something stand in its title or its place."""
    wanted = _content(words)
    return bool(wanted) and wanted <= _content(f"{event.title} {event.place}")


def _content(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", fold(text)) if len(word) > 2} - _SMALL


def _told(events: Sequence[Occurrence], work: UnitOfWork) -> str:
    zone, locale = work.actor.zone, work.actor.locale
    return "; ".join(
        f"{one.title}, {when.say_in_full(one.start, work.now, zone=zone, locale=locale)}" for one in events[:4]
    )
