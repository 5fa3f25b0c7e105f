"""What can be the next: chosen from among few it is the same as from among all."""

import random
from datetime import timedelta
from zoneinfo import ZoneInfo

from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.work import UnitOfWork
from cairn.tasks import rules, service
from cairn.tasks.candidates import candidates, contenders
from cairn.tasks.models import Energy, TaskStep
from cairn.tasks.rules import Candidate, Means
from cairn.tasks.schemas import NewTask

ZONES = ["Pacific/Kiritimati", "Europe/Lisbon", "America/Adak"]


async def fill(work: UnitOfWork, chance: random.Random, most: int) -> None:
    for number in range(most):
        due = work.now + timedelta(minutes=chance.randrange(-400, 9000)) if chance.random() < 0.2 else None
        new = NewTask(
            title=f"Thing {number}",
            due_at=due,
            due_date_only=due is not None and chance.random() < 0.5,
            estimate_minutes=chance.choice([None, 5, 40]),
            energy=chance.choice(list(Energy)),
            important=chance.random() < 0.1,
            project=chance.choice(["", "House", "house"]),
            context=chance.choice(["", "phone"]),
            steps=["One", "Two"] if chance.random() < 0.5 else [],
        )
        task = await service.add(work, new)
        for step in task.steps:
            row = await work.session.get_one(TaskStep, step.id)
            row.minutes = chance.choice([None, 2, 30])
    await work.session.flush()


def among(found: list[Candidate], now_in: str, work: UnitOfWork, means: Means) -> object:
    choice = rules.choose(found, work.now.astimezone(ZoneInfo(now_in)), means)
    assert choice is not None
    return choice.task.id, choice.because


async def test_the_next_thing_is_the_same_from_few_as_from_all(actor: Actor, clock: StillClock) -> None:
    chance = random.Random(11)
    for _ in range(6):  # who always needs twice as long
        async with actor.work() as work:
            done = await service.add(work, NewTask(title="Done", estimate_minutes=20, project="House"))
            await service.finish(work, done.id)
            await service.took(work, done.id, 40)
    fewer = 0
    while fewer < 4:
        async with actor.work() as work:
            await fill(work, chance, 60)
            every, some = await candidates(work), await contenders(work)
            assert {one.id for one in some} <= {one.id for one in every}
            fewer += len(some) < len(every)
            for minutes in (None, 3, 15, 90):
                for energy in (None, *Energy):
                    for context in ("", "phone", "home"):
                        means = Means(minutes, energy, context, chance.choice(["", "house"]))
                        zone = chance.choice(ZONES)
                        assert among(some, zone, work, means) == among(every, zone, work, means)
            gone = chance.sample(every, len(every) // 2)
            for one in gone:
                await service.finish(work, one.id)
        clock.forward(timedelta(hours=7))


async def test_what_is_put_off_or_waits_is_none(actor: Actor) -> None:
    async with actor.work() as work:
        await service.add(work, NewTask(title="Some day", someday=True))
        await service.add(work, NewTask(title="Waits", waiting_for="Ana"))
        later = await service.add(work, NewTask(title="Later"))
        await service.put_off(work, later.id)
        assert await contenders(work) == []
