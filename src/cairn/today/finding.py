"""Finding what is ahead by its words: "the dentist", "my next appointment"."""

import re
from datetime import timedelta
from uuid import UUID

from cairn.accounts import service as accounts
from cairn.platform.work import UnitOfWork
from cairn.today import ahead, rules
from cairn.today.schemas import Ahead, DayAhead, Item
from cairn.when.tokens import fold

DAYS_AHEAD = timedelta(days=60)
MOST_FOUND = 3
_LITTLE = """
the our your my with and for next los las mis del con una proximo proxima les des mes mon une avec prochain prochaine
das dos com uma para minha meu a an of to in on at me s it this that el la lo un de eso esto le du d l au ca ce o as
os um do da em no na ao isso isto
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
    wanted = content(words)
    if not wanted:
        return Ahead(days=[])
    zone, hours = work.actor.zone, await accounts.waking_hours(work)
    today = rules.day_of(work.now, zone, hours)
    begins, ends = (rules.turn(day, zone, hours) for day in (today, today + DAYS_AHEAD))
    coming = await ahead.found(work, begins, work.now, ends)
    every = [(rules.day_of(at, zone, hours), item) for at, item in coming]
    found = [(day, item) for day, item in every if wanted <= words_of(f"{item.title} {item.place or ''}")]
    if not found and wanted <= _ANY_EVENT:
        found = [(day, item) for day, item in every if item.kind == "event"][:1]
    kind = _first_kind([item for _, item in found])
    of_first = [(day, item) for day, item in found if item.kind == kind]
    told: dict[UUID, DayAhead] = {}
    for day, item in of_first:
        told.setdefault(item.id, DayAhead(date=day, items=[item]))
    days = list(told.values())
    return Ahead(days=days[:MOST_FOUND], more=len(days) > MOST_FOUND)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", fold(text)))


def content(text: str) -> set[str]:
    """The words of a name that say something: long ones, where there are any."""
    every = words_of(text) - _SAYS_LITTLE
    return {word for word in every if len(word) > 2} or every


def _first_kind(items: list[Item]) -> str:
    kinds = {item.kind for item in items}
    return next((kind for kind in ("event", "reminder", "task") if kind in kinds), "")
