"""Which one thing comes next, and which task somebody means. Pure."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from cairn.tasks.models import Task

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
    SMALL = "small"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Choice:
    """The one next task, and why."""

    task: Task
    because: Because


def for_day(moment: datetime) -> datetime:
    """The moment that stands for a day: its noon, which stays in that day when the person travels."""
    return moment.replace(hour=12, minute=0, second=0, microsecond=0)


def choose(tasks: Sequence[Task], now: datetime) -> Choice | None:
    """The one next thing among open tasks: what is due soon, then what is small, then what came first.

    Args:
        now: In the person's zone, since "today" is theirs.
    """
    waiting = [task for task in tasks if task.skip_until is None or task.skip_until <= now]
    if not waiting:
        return None
    task = min(waiting, key=lambda task: _place(task, now))
    return Choice(task, _because(task, now))


def _place(task: Task, now: datetime) -> tuple[int, float, datetime, str]:
    tie = (task.created_at, str(task.id))
    if _due_soon(task, now):
        assert task.due_at is not None
        return (0, task.due_at.timestamp(), *tie)
    if task.estimate_minutes is not None and task.estimate_minutes <= SMALL:
        return (1, task.estimate_minutes, *tie)
    return (2, 0, *tie)


def _due_soon(task: Task, now: datetime) -> bool:
    if task.due_at is None:
        return False
    if task.due_date_only:
        return task.due_at.astimezone(now.tzinfo).date() <= now.date()
    return task.due_at <= now + SOON


def _because(task: Task, now: datetime) -> Because:
    if _due_soon(task, now):
        assert task.due_at is not None
        due = task.due_at.astimezone(now.tzinfo)
        if due.date() < now.date() or (due <= now and not task.due_date_only):
            return Because.DAY_CAME
        if due.date() > now.date():
            return Because.TOMORROW
        return Because.TODAY if task.due_date_only else Because.AT_TIME
    if task.estimate_minutes is not None and task.estimate_minutes <= SMALL:
        return Because.SMALL
    return Because.FIRST


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
