"""Finding what is ahead by its words: "the dentist", "my next appointment"."""

import re
from datetime import timedelta
from uuid import UUID

from cairn.platform.work import UnitOfWork
from cairn.today import ahead, rules
from cairn.today.schemas import Ahead, DayAhead, Item
from cairn.when.tokens import fold

DAYS_AHEAD = 60
MOST_FOUND = 3
_LITTLE = """
the our your my with and for next los las mis del con una proximo proxima les des mes mon une avec prochain prochaine
das dos com uma para minha meu
"""
_ANY = """
appointment appointments event events meeting meetings thing cita citas evento eventos reunion reuniones rendez vous rdv
evenement evenements reunions consulta consultas compromisso compromissos reuniao reunioes
"""
_SAYS_LITTLE = frozenset(_LITTLE.split())
_ANY_EVENT = frozenset(_ANY.split())


async def find(work: UnitOfWork, words: str) -> Ahead:
    """What comes next of what these words name: an event before a reminder, and that before a task.

    "My next appointment" names every event when none is called so.
    """
    today = rules.day_of(work.now, work.actor.zone)
    coming = [await ahead.ahead(work, today, ahead.MOST_DAYS)]
    coming.append(await ahead.ahead(work, today + timedelta(days=ahead.MOST_DAYS), DAYS_AHEAD - ahead.MOST_DAYS))
    every = [(day.date, item) for part in coming for day in part.days for item in day.items]
    wanted = content(words)
    found = [(day, item) for day, item in every if wanted and wanted <= content(f"{item.title} {item.place or ''}")]
    if not found and wanted <= _ANY_EVENT:
        found = [(day, item) for day, item in every if item.kind == "event"][:1]
    kind = _first_kind([item for _, item in found])
    of_first = [(day, item) for day, item in found if item.kind == kind]
    told: dict[UUID, DayAhead] = {}
    for day, item in of_first:
        told.setdefault(item.id, DayAhead(date=day, items=[item]))
    days = list(told.values())
    return Ahead(days=days[:MOST_FOUND], more=len(days) > MOST_FOUND)


def content(text: str) -> set[str]:
    """The words of a name that say something."""
    return {word for word in re.findall(r"\w+", fold(text)) if len(word) > 2} - _SAYS_LITTLE


def _first_kind(items: list[Item]) -> str:
    kinds = {item.kind for item in items}
    return next((kind for kind in ("event", "reminder", "task") if kind in kinds), "")
