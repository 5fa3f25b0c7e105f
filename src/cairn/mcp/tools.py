"""What other assistants may do. One more tool is one more function."""

from datetime import datetime
from typing import Annotated
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, Field

from cairn.mcp.offers import Offers
from cairn.mcp.schemas import (
    Forgotten,
    Kept,
    OneTask,
    Profile,
    ProfileField,
    ProfileValue,
    Quote,
    Quotes,
    Step,
    Task,
    TaskList,
)
from cairn.memory import permissions as of_memory
from cairn.memory import service as memory
from cairn.memory.schemas import Hit, NewMemory, Reachable, Said, SearchQuery
from cairn.platform.actor import Actor
from cairn.platform.http import PageQuery, Words
from cairn.platform.work import UnitOfWork
from cairn.tasks import permissions as of_tasks
from cairn.tasks import service as tasks
from cairn.tasks.schemas import Due, Minutes, NewTask, Notes, TaskOut

offers = Offers()


@offers.offer(needs=of_memory.READ, title="Search what was said")
async def search(
    actor: Actor,
    query: Annotated[str, Field(min_length=1, max_length=2_000)],
    limit: Annotated[int, Field(ge=1, le=40)] = 10,
    since: Reachable | None = None,
    until: Reachable | None = None,
    as_of: Reachable | None = None,
) -> Quotes:
    """Find what the person said earlier, best first, each with their own words, the day they said it and its source.

    Args:
        query: The question, in the person's own words and language.
        limit: How many to find at most.
        since: Leave out what was said before this moment.
        until: Leave out what was said at this moment or after it.
        as_of: Answer as it was at this moment: what was said by then.
    """
    found = await memory.search(actor, SearchQuery(query=query, limit=limit, from_=since, to=until, as_of=as_of))
    return Quotes(answered=found.answered, items=[_quote(hit, actor.zone) for hit in found.items])


@offers.offer(needs=of_memory.WRITE, title="Remember something")
async def remember(
    work: UnitOfWork,
    text: Said,
    said_at: Reachable | None = None,
    source: Annotated[str, Field(min_length=1, max_length=200)] | None = None,
) -> Kept:
    """Keep something that the person wants to be remembered.

    Args:
        text: What to keep, in the person's own words.
        said_at: When they said it; now, if left out.
        source: Where it comes from, such as the address of a note. What has the same source is kept once.
    """
    kept = await memory.remember(work, NewMemory(text=text, kind="note", occurred_at=said_at, source_ref=source))
    return Kept(memory_id=kept.id, said_at=kept.occurred_at.astimezone(work.actor.zone))


@offers.offer(needs=of_memory.WRITE, title="Forget something", destroys=True, repeatable=True)
async def forget(work: UnitOfWork, memory_id: UUID) -> Forgotten:
    """Forget one memory for good: its text and everything made from it. Only when the person asked for it.

    Args:
        memory_id: Which, as a search told it.
    """
    await memory.forget(work, memory_id)
    return Forgotten(memory_id=memory_id)


@offers.offer(needs=of_memory.READ, title="Read the profile")
async def profile(work: UnitOfWork) -> Profile:
    """What is known of the person in a few fields, such as their pronouns, work, people, sleep and what helps them.

    Only what they said or wrote down themselves; a field that is missing is not known.
    """
    told = await memory.profile(work)
    return Profile(
        fields=[
            ProfileField(
                field=field.id,
                sentence=field.sentence,
                values=[
                    ProfileValue(
                        value=value.value,
                        qualifier=value.qualifier,
                        since=_local(value.since, work.actor.zone),
                        confidence=value.confidence,
                        quote=value.quote,
                    )
                    for value in field.values
                ],
            )
            for field in told.fields
            if field.values
        ]
    )


@offers.offer(needs=of_tasks.READ, title="List tasks")
async def list_tasks(
    work: UnitOfWork,
    done: bool = False,
    limit: Annotated[int, Field(ge=1, le=200)] = 50,
    cursor: Annotated[str, Field(max_length=500)] | None = None,
) -> TaskList:
    """The person's tasks: open ones, oldest first, or done ones, latest first.

    Args:
        done: True for those that are done.
        limit: How many on a page.
        cursor: `next_cursor` of the page before.
    """
    rows, following = await tasks.listing(work, PageQuery(limit=limit, cursor=cursor), done=done)
    zone = work.actor.zone
    return TaskList(items=[_task(TaskOut.model_validate(row), zone) for row in rows], next_cursor=following)


@offers.offer(needs=of_tasks.WRITE, title="Add a task")
async def add_task(
    work: UnitOfWork,
    title: Words,
    due_at: Due | None = None,
    due_date_only: bool = False,
    estimate_minutes: Minutes | None = None,
    notes: Notes = "",
) -> OneTask:
    """Put one small, startable task on the person's list.

    Args:
        title: What to do, in the person's own words, beginning with a verb.
        due_at: When it is for, with time zone. Leave out if they named no time.
        due_date_only: True if they named a day but no time of day.
        estimate_minutes: How long it may take, if they said so.
        notes: What else they said about it.
    """
    new = NewTask(
        title=title, notes=notes, due_at=due_at, due_date_only=due_date_only, estimate_minutes=estimate_minutes
    )
    return OneTask(task=_task(TaskOut.model_validate(await tasks.add(work, new)), work.actor.zone))


@offers.offer(needs=of_tasks.WRITE, title="Mark a task done", repeatable=True)
async def finish_task(work: UnitOfWork, task_id: UUID) -> OneTask:
    """Mark a task done. Its reminders stop.

    Args:
        task_id: Which, as the list told it.
    """
    return OneTask(task=_task(TaskOut.model_validate(await tasks.finish(work, task_id)), work.actor.zone))


def _quote(hit: Hit, zone: ZoneInfo) -> Quote:
    return Quote(
        memory_id=hit.memory.id,
        text=hit.memory.text,
        speaker=hit.memory.speaker,
        said_at=hit.memory.occurred_at.astimezone(zone),
        source=hit.memory.source_ref,
        why=hit.why,
        weak=hit.weak,
    )


def _task(task: TaskOut, zone: ZoneInfo) -> Task:
    return Task(
        task_id=task.id,
        title=task.title,
        notes=task.notes,
        due_at=_local(task.due_at, zone),
        due_date_only=task.due_date_only,
        estimate_minutes=task.estimate_minutes,
        steps=[Step(text=step.text, done=step.done_at is not None) for step in task.steps],
        done_at=_local(task.done_at, zone),
    )


def _local(moment: AwareDatetime | None, zone: ZoneInfo) -> datetime | None:
    return moment.astimezone(zone) if moment is not None else None
