"""The one next thing, the first few, and all that may be done now."""

from collections.abc import Sequence
from datetime import timedelta

from cairn.platform.work import UnitOfWork
from cairn.tasks import repository, rules
from cairn.tasks.candidates import candidates, contenders
from cairn.tasks.energy import EnergySaid
from cairn.tasks.models import Task
from cairn.tasks.reasons import reason
from cairn.tasks.schemas import Given

MOMENTUM = timedelta(hours=1)
"""So long somebody is still at what they did last."""


async def proposals(work: UnitOfWork, most: int) -> list[tuple[Task, str]]:
    """The first few things that would be chosen now, each with its reason, the best first."""
    energy = await work.runtime.provider(EnergySaid).energy(work)
    now = work.now.astimezone(work.actor.zone)
    choices = rules.first(await candidates(work), now, rules.Means(energy=energy), most)
    tasks = await repository.these(work, [choice.task.id for choice in choices])
    return [(tasks[choice.task.id], reason(choice, now, work.actor.locale)) for choice in choices]


async def next_one(work: UnitOfWork, given: Given | None = None) -> tuple[Task, str] | None:
    """The one next thing and why, in the person's language; nothing when nothing waits.

    Args:
        given: What there is to do it with. Without an energy, what the person said of theirs lately counts.
    """
    given = given or Given()
    energy = given.energy or await work.runtime.provider(EnergySaid).energy(work)
    now = work.now.astimezone(work.actor.zone)
    at_hand = await repository.project_at_hand(work, work.now - MOMENTUM)
    means = rules.Means(given.minutes, energy, given.context, at_hand)
    choice = rules.choose(await contenders(work), now, means)
    if choice is None:
        return None
    return await repository.get(work, choice.task.id), reason(choice, now, work.actor.locale, given.minutes)


async def in_order(work: UnitOfWork) -> Sequence[rules.Candidate]:
    """Everything that may be done now, in the order in which it would be chosen."""
    now = work.now.astimezone(work.actor.zone)
    at_hand = await repository.project_at_hand(work, work.now - MOMENTUM)
    return rules.ranked(await candidates(work), now, rules.Means(project=at_hand))
