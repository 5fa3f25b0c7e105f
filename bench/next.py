"""How long it takes to choose the one next thing among 2,000 open tasks, from the database to the reason.

Run: `python -m bench.next [tasks] [rounds]`.
"""

import asyncio
import gc
import random
import sys
from datetime import timedelta
from time import perf_counter
from unittest.mock import patch

from cairn.accounts import service as accounts
from cairn.accounts.schemas import Register
from cairn.app import assemble, environment
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from cairn.tasks import service
from cairn.tasks.models import Energy
from cairn.tasks.schemas import Given, NewTask
from tests.journeys.installation import PASSWORD, installation

MEASURED = 200
"""Things that were done, from which it is known how long others really take."""


def main() -> None:
    tasks, rounds = (int(given) for given in (*sys.argv[1:], *("2000", "200")[len(sys.argv) - 1 :]))
    with installation() as cairn, patch.dict("os.environ", {"CAIRN_DATA": str(cairn.data)}):
        taken = asyncio.run(measure(tasks, rounds))
    taken.sort()
    print(f"| open tasks | p50 ms | p95 ms |\n|---|---|---|\n| {tasks} | {taken[len(taken) // 2]:.1f} "
          f"| {taken[int(len(taken) * 0.95)]:.1f} |")  # fmt: skip


async def measure(tasks: int, rounds: int) -> list[float]:
    runtime = assemble.runtime(environment.read())
    await runtime.start()
    try:
        actor = await _somebody(runtime)
        await _fill(actor, tasks)
        gc.freeze()  # as a server does with all that it has loaded
        return [await _choose(actor) for _ in range(rounds)]
    finally:
        await runtime.stop()


async def _somebody(runtime: Runtime) -> Actor:
    words = Register(email="bench@example.org", password=PASSWORD, time_zone="Europe/Lisbon")
    user = await accounts.create(runtime, await accounts.checked(words))
    actor = await runtime.person(user.id)
    assert actor is not None
    return actor


async def _fill(actor: Actor, tasks: int) -> None:
    chance = random.Random(7)
    for start in range(0, tasks, 200):
        async with actor.work() as work:
            for number in range(start, min(tasks, start + 200)):
                due = work.now + timedelta(hours=chance.uniform(-100, 2000)) if chance.random() < 0.3 else None
                new = NewTask(
                    title=f"Thing {number}",
                    due_at=due,
                    estimate_minutes=chance.choice([None, 5, 15, 60]),
                    energy=chance.choice(list(Energy)),
                    important=chance.random() < 0.1,
                    project=chance.choice(["", "House", "Thesis"]),
                    steps=["One", "Two", "Three"] if chance.random() < 0.5 else [],
                )
                await service.add(work, new)
    async with actor.work() as work:
        for number in range(MEASURED):
            done = await service.add(work, NewTask(title=f"Done {number}", estimate_minutes=20, project="House"))
            await service.finish(work, done.id)
            await service.took(work, done.id, chance.randrange(15, 90))


async def _choose(actor: Actor) -> float:
    began = perf_counter()
    async with actor.work() as work:
        found = await service.next_one(work, Given(minutes=15, energy=Energy.LOW))
    assert found is not None
    return (perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
