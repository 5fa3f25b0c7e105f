"""Which one thing comes next, and which task somebody means. Pure."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from heapq import nsmallest
from typing import NamedTuple
from uuid import UUID

from cairn.tasks.models import Energy, Task

SOON = timedelta(hours=24)
SMALL = 15
"""Minutes up to which something is small enough to be done in between."""

# Words that say nothing about which task is meant, in the four languages, without accents.
_FILLERS = """
a about all already an and at by did do does done finish finished for from had has have i in is it just my of off on one
ready so task that the thing this to up was went will with
al algo como con de del el ella en es esa ese esta este he hecho la las lista listo lo los me mi para por que se su
tarea termine un una y ya
ai au aux avec c ce cette d dans des du est et fait fini j je l le les ma mes mon pour sur tache une
acabei ao as com da das do dos e eu feita feito fiz isso meu minha na nas no nos o os ou pela pelo pra terminei um uma
"""
FILLERS = frozenset(_FILLERS.split())


class Because(StrEnum):
    """Why a task comes next."""

    DAY_CAME = "day_came"
    AT_TIME = "at_time"
    TODAY = "today"
    TOMORROW = "tomorrow"
    MATTERS = "matters"
    GOES_ON = "goes_on"
    FITS = "fits"
    BEGINS = "begins"
    LIGHT = "light"
    SMALL = "small"
    FIRST = "first"
    NOTHING_FITS = "nothing_fits"


class Candidate(NamedTuple):
    """An open task, as far as choosing looks at it. Thousands are made for each choice, so they are tuples.

    Args:
        minutes: How long it takes, or what is left of it; `None` where nobody said.
        first_minutes: How long its first open step takes.
    """

    id: UUID
    minutes: int | None
    first_minutes: int | None
    energy: Energy
    created_at: datetime
    due_at: datetime | None = None
    due_date_only: bool = False
    important: bool = False
    project: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Means:
    """What there is to do something with.

    Args:
        minutes: How much time; `None` for enough.
        energy: How much energy; `None` for enough.
        context: Where the person is, or with what; empty for anywhere.
        project: What they were at a moment ago.
    """

    minutes: int | None = None
    energy: Energy | None = None
    context: str = ""
    project: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """The one next task, and why."""

    task: Candidate
    because: Because


ENOUGH = Means()
_TAKES = {Energy.LOW: 0, Energy.MEDIUM: 1, Energy.HIGH: 2}


class Fit(IntEnum):
    """How a task fits what there is, the best first."""

    WHOLE = 0
    UNKNOWN = 1
    """Nobody said how long it takes."""
    BEGINNING = 2
    """Its first step does."""
    NOT = 3


def for_day(moment: datetime) -> datetime:
    """The moment that stands for a day: its noon, which stays in that day when the person travels."""
    return moment.replace(hour=12, minute=0, second=0, microsecond=0)


def choose(tasks: Iterable[Candidate], now: datetime, means: Means = ENOUGH) -> Choice | None:
    """The one next thing among tasks that may be done now.

    First what fits the time, the energy and the place that there are. Among those what is due soon, the soonest first;
    then what matters; then what goes on with what was done a moment ago; then what is small, the smallest first; then
    what came first.

    Args:
        now: In the person's zone, since "today" is theirs.
    """
    task = min(tasks, key=lambda task: _place(task, now, means), default=None)
    return None if task is None else Choice(task, _because(task, now, means))


def ranked(tasks: Iterable[Candidate], now: datetime, means: Means = ENOUGH) -> list[Candidate]:
    """Tasks that may be done now, in the order in which they would be chosen.

    Args:
        now: In the person's zone.
    """
    return sorted(tasks, key=lambda task: _place(task, now, means))


def first(tasks: Iterable[Candidate], now: datetime, means: Means, most: int) -> list[Choice]:
    """The first few of them, each with why."""
    ordered = nsmallest(most, tasks, key=lambda task: _place(task, now, means))
    return [Choice(task, _because(task, now, means)) for task in ordered]


def fit(task: Candidate, means: Means) -> Fit:
    """How a task fits what there is."""
    if means.energy is not None and _TAKES[task.energy] > _TAKES[means.energy]:
        return Fit.NOT
    if means.context and task.context and task.context.casefold() != means.context.casefold():
        return Fit.NOT
    if means.minutes is None or (task.minutes is not None and task.minutes <= means.minutes):
        return Fit.WHOLE
    if task.first_minutes is not None and task.first_minutes <= means.minutes:
        return Fit.BEGINNING
    return Fit.UNKNOWN if task.minutes is None else Fit.NOT


def _place(task: Candidate, now: datetime, means: Means) -> tuple[int, int, float, datetime, UUID]:
    fits = fit(task, means)
    if _due_soon(task, now):
        assert task.due_at is not None
        return (fits, 0, task.due_at.timestamp(), task.created_at, task.id)
    if task.important:
        return (fits, 1, 0, task.created_at, task.id)
    if _goes_on(task, means):
        return (fits, 2, 0, task.created_at, task.id)
    if task.minutes is not None and task.minutes <= SMALL:
        return (fits, 3, task.minutes, task.created_at, task.id)
    return (fits, 4, 0, task.created_at, task.id)


def _goes_on(task: Candidate, means: Means) -> bool:
    return bool(task.project) and task.project.casefold() == means.project.casefold()


def _due_soon(task: Candidate, now: datetime) -> bool:
    if task.due_at is None:
        return False
    if task.due_date_only:
        return task.due_at.astimezone(now.tzinfo).date() <= now.date()
    return task.due_at <= now + SOON


def _because(task: Candidate, now: datetime, means: Means) -> Because:
    fits = fit(task, means)
    if _due_soon(task, now):
        assert task.due_at is not None
        due = task.due_at.astimezone(now.tzinfo)
        if due.date() < now.date() or (due <= now and not task.due_date_only):
            return Because.NOTHING_FITS if fits is Fit.NOT else Because.DAY_CAME
        if due.date() > now.date():
            return Because.TOMORROW
        return Because.TODAY if task.due_date_only else Because.AT_TIME
    if fits is Fit.NOT:
        return Because.NOTHING_FITS
    if means.minutes is not None and fits in (Fit.WHOLE, Fit.BEGINNING):
        return Because.FITS if fits is Fit.WHOLE else Because.BEGINS
    if means.energy is Energy.LOW:
        return Because.LIGHT
    if task.important:
        return Because.MATTERS
    if _goes_on(task, means):
        return Because.GOES_ON
    return Because.SMALL if task.minutes is not None and task.minutes <= SMALL else Because.FIRST


def words_of(text: str) -> set[str]:
    """The words that tell one task from another: without case, accents, fillers and a plural's s."""
    decomposed = unicodedata.normalize("NFD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    words = set(re.findall(r"[^\W_]+", plain)) - FILLERS
    return {word.removesuffix("s") if len(word) > 3 else word for word in words}


def meant(text: str, tasks: Sequence[Task]) -> Task | None:
    """The task that somebody names by some of its words; a word that few titles have weighs more.

    Args:
        tasks: In the order in which they are preferred when two fit equally well.
    """
    wanted = words_of(text)
    titles = [words_of(task.title) for task in tasks]
    common = Counter(word for title in titles for word in title)
    best, best_score = None, 0.0
    for task, title in zip(tasks, titles, strict=True):
        shared = wanted & title
        if not shared:
            continue
        # Of two titles with the same shared words the shorter one is the better match.
        score = sum(1 / common[word] for word in shared) + len(shared) / (100 * len(title))
        if score > best_score:
            best, best_score = task, score
    return best
