"""What stands on each screen: always as things are now, from committed rows."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from cairn.memory import service as memory
from cairn.memory.schemas import Listing
from cairn.mood import service as mood
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.reviews import repository
from cairn.reviews.models import Kind, Review
from cairn.reviews.rules import CHOICES, DAY_ENDS, WEEK_ENDS, Step
from cairn.reviews.schemas import Screen, Thing
from cairn.tasks import service as tasks
from cairn.tasks.breakdown import service as breakdown
from cairn.tasks.schemas import Aside, Task
from cairn.when import resolve

FEW = 5
"""Things to decide about on one screen: what is more comes another time."""

DAY = 10
WINS = 50
EVERYTHING = 200

Look = Callable[[UnitOfWork, Review, int], Awaitable[list[Thing]]]


def span(work: UnitOfWork, review: Review) -> tuple[datetime, datetime]:
    """When the day or the week that a review is for begins and ends, by the person's clock."""
    start = datetime.combine(review.day, datetime.min.time()) + DAY_ENDS
    length = timedelta(weeks=1) + WEEK_ENDS if review.kind == Kind.WEEK else timedelta(days=1)
    return resolve(start, work.actor.zone), resolve(start + length, work.actor.zone)


def midnight(work: UnitOfWork, review: Review, days: int) -> datetime:
    """The first minute of a day so many days after the one that a review is for."""
    return resolve(datetime.combine(review.day + timedelta(days=days), datetime.min.time()), work.actor.zone)


async def screen(work: UnitOfWork, review: Review, step: Step) -> Screen:
    """What a screen shows now. What was decided there already stays out."""
    if step not in LOOKS:
        return Screen(step=step)
    look, most = LOOKS[step]
    gone = {one["thing_id"] for one in review.decided if one["step"] == step}
    found = [thing for thing in await look(work, review, most + 1 + len(gone)) if str(thing.id) not in gone]
    sentence = (await mood.picture(work)).sentence if step is Step.MOOD else ""
    return Screen(
        step=step,
        things=found[:most],
        more=len(found) > most,
        choices=list(CHOICES.get(step, ())),
        sentence=sentence,
    )


async def anything_on(work: UnitOfWork, review: Review, steps: Sequence[Step]) -> set[Step]:
    """The screens of these with something on them."""
    return {step for step in steps if step in LOOKS and await LOOKS[step][0](work, review, 1)}


async def stays(work: UnitOfWork, review: Review, most: int) -> list[Thing]:
    """What was for today or before, and what was chosen this morning, and isn't done."""
    left = list(await tasks.due_before(work, midnight(work, review, 1), most))
    start = await repository.of_day(work, Kind.START, review.day)
    known = {task.id for task in left}
    for task_id in start.answers.get("chosen", []) if start is not None else []:
        task = await _there(work, UUID(task_id))
        chosen_still = task is not None and not task.someday and not _after(task, midnight(work, review, 1))
        if task is not None and task.done_at is None and task.id not in known and chosen_still:
            left.append(task)
    return [_task(task) for task in left[:most]]


def _after(task: Task, moment: datetime) -> bool:
    return task.due_at is not None and task.due_at >= moment


async def chosen(work: UnitOfWork, review: Review) -> list[Task]:
    """What was chosen for the day and is still there."""
    found = [await _there(work, UUID(task_id)) for task_id in review.answers.get("chosen", [])]
    return [task for task in found if task is not None]


async def _there(work: UnitOfWork, task_id: UUID) -> Task | None:
    try:
        return await tasks.get(work, task_id)
    except NotFound:
        return None


async def _done(work: UnitOfWork, review: Review, most: int) -> list[Thing]:
    start, end = span(work, review)
    done = [_task(task, at=task.done_at) for task in await tasks.done_between(work, start, end, most)]
    answered = await reminders.answered_between(work, start, end, most)
    done += [Thing(kind="reminder", id=one.id, title=one.text, at=one.done_at) for one in answered]
    return sorted(done, key=lambda thing: (thing.at.timestamp() if thing.at else 0, str(thing.id)))[-most:]


async def _fixed(work: UnitOfWork, review: Review, most: int) -> list[Thing]:
    return await _timed(work, max(work.now, midnight(work, review, 0)), midnight(work, review, 1), most)


async def _ahead(work: UnitOfWork, review: Review, most: int) -> list[Thing]:
    return await _timed(work, work.now, work.now + timedelta(days=7), most)


async def _timed(work: UnitOfWork, start: datetime, end: datetime, most: int) -> list[Thing]:
    """What has a clock time in a stretch of time and is open; a task with a reminder of its own once."""
    due = await tasks.due_between(work, start, end)
    fixed = [_task(task, at=task.due_at) for task in due if task.done_at is None and not task.due_date_only]
    shown = {task.id for task in due}
    fixed += [
        Thing(kind="reminder", id=one.id, title=one.text, at=one.due_at)
        for one in await reminders.between(work, start, end)
        if one.task_id not in shown and one.state == "waiting" and start <= one.due_at < end
    ]
    return sorted(fixed, key=lambda thing: (thing.at.timestamp() if thing.at else 0, str(thing.id)))[:most]


async def _choose(work: UnitOfWork, review: Review, most: int) -> list[Thing]:
    return [_task(task, about=why) for task, why in await tasks.proposals(work, most)]


async def _first(work: UnitOfWork, review: Review, most: int) -> list[Thing]:
    """The first of what was chosen that is open, with the smallest step to begin it with."""
    task = next((task for task in await chosen(work, review) if task.done_at is None), None)
    if task is None:
        return []
    opened = [step.text for step in task.steps if step.done_at is None]
    about = opened[0] if opened else breakdown.known(task.title, work.actor.locale).steps[0].text
    return [_task(task, about=about)]


async def _mood(work: UnitOfWork, review: Review, most: int) -> list[Thing]:
    entries = (await mood.between(work, *span(work, review)))[-most:]
    locale = work.actor.locale
    return [
        Thing(kind="mood", id=one.id, title=mood.in_words(one, locale), at=one.at, about=one.note) for one in entries
    ]


async def _captured(work: UnitOfWork, review: Review, most: int) -> list[Thing]:
    """Thoughts that were caught, the latest first; those kept by a review itself are decided about already."""
    start, end = span(work, review)
    which = Listing(kind="thought", from_=start, to=end, set_aside=False)
    rows, _ = await memory.listing(work, PageQuery(limit=min(most, 200)), which)
    return [Thing(kind="memory", id=row.id, title=row.text, at=row.occurred_at) for row in rows]


async def _again(work: UnitOfWork, review: Review, most: int) -> list[Thing]:
    return [_task(task) for task in await tasks.set_aside(work, Aside.PUT_OFF, most)]


async def _waiting(work: UnitOfWork, review: Review, most: int) -> list[Thing]:
    found = await tasks.set_aside(work, Aside.WAITING, most)
    return [_task(task, about=task.waiting_for) for task in found]


async def _someday(work: UnitOfWork, review: Review, most: int) -> list[Thing]:
    return [_task(task) for task in await tasks.set_aside(work, Aside.SOMEDAY, most)]


def _task(task: Task, *, at: datetime | None = None, about: str = "") -> Thing:
    return Thing(kind="task", id=task.id, title=task.title, at=at, about=about)


LOOKS: Mapping[Step, tuple[Look, int]] = {
    Step.FIXED: (_fixed, DAY),
    Step.CHOOSE: (_choose, FEW),
    Step.FIRST: (_first, 1),
    Step.DONE: (_done, WINS),
    Step.STAYS: (stays, DAY),
    Step.MOOD: (_mood, DAY),
    Step.CAPTURED: (_captured, FEW),
    Step.AGAIN: (_again, FEW),
    Step.WAITING: (_waiting, FEW),
    Step.SOMEDAY: (_someday, FEW),
    Step.AHEAD: (_ahead, DAY),
}
