"""How long the day's line takes with 40 events and 200 open tasks: the rule alone, and the whole answer of Today.

Run: `python -m bench.line [events] [tasks] [rounds]`.
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
from cairn.calendar import service as calendar
from cairn.calendar.schemas import NewEvent
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from cairn.tasks import service as tasks
from cairn.tasks.schemas import NewTask
from cairn.today import rules, service
from tests.journeys.installation import PASSWORD, installation


def main() -> None:
    events, todos, rounds = (int(given) for given in (*sys.argv[1:], *("40", "200", "200")[len(sys.argv) - 1 :]))
    with installation() as cairn, patch.dict("os.environ", {"CAIRN_DATA": str(cairn.data)}):
        measured = asyncio.run(measure(events, todos, rounds))
    print("| what | events | open tasks | p50 ms | p95 ms |\n|---|---|---|---|---|")
    for what, taken in measured.items():
        taken.sort()
        print(f"| {what} | {events} | {todos} | {taken[len(taken) // 2]:.1f} | {taken[int(len(taken) * 0.95)]:.1f} |")


async def measure(events: int, todos: int, rounds: int) -> dict[str, list[float]]:
    runtime = assemble.runtime(environment.read())
    await runtime.start()
    try:
        actor = await _somebody(runtime)
        await _fill(actor, events, todos)
        gc.freeze()  # as a server does with all that it has loaded
        alone = await _rule(actor, rounds)
        return {"the rule": alone, "today": [await _today(actor) for _ in range(rounds)]}
    finally:
        await runtime.stop()


async def _somebody(runtime: Runtime) -> Actor:
    words = Register(email="bench@example.org", password=PASSWORD, time_zone="Europe/Lisbon")
    user = await accounts.create(runtime, await accounts.checked(words))
    actor = await runtime.person(user.id)
    assert actor is not None
    return actor


async def _fill(actor: Actor, events: int, todos: int) -> None:
    chance = random.Random(7)
    async with actor.work() as work:
        first, _ = rules.bounds(work.now, actor.zone)
        for number in range(events):
            start = first + timedelta(minutes=chance.randrange(7 * 60, 23 * 60))
            new = NewEvent(
                title=f"Event {number}",
                start=start,
                end=start + timedelta(minutes=chance.choice([10, 15, 30])),
                travel_minutes=chance.choice([0, 0, 5]),
                ready_minutes=chance.choice([0, 0, 5]),
                rrule=chance.choice([None, None, None, "FREQ=DAILY"]),
            )
            await calendar.add(work, new)
        for number in range(todos):
            await tasks.add(work, NewTask(title=f"Thing {number}", estimate_minutes=chance.choice([None, 5, 15, 60])))


async def _rule(actor: Actor, rounds: int) -> list[float]:
    async with actor.work() as work:
        start, end = rules.bounds(work.now, actor.zone)
        happening = await calendar.happening(work, start, end)
        todos = [rules.ToDo(one.id, one.minutes) for one in await tasks.in_order(work)]
        wakes, sleeps = rules.waking(work.now, actor.zone)
        day = rules.Day(wakes, wakes, sleeps, (start, end))
    taken = []
    for _ in range(rounds):
        began = perf_counter()
        rules.line(day, happening, [], todos)
        taken.append((perf_counter() - began) * 1000)
    return taken


async def _today(actor: Actor) -> float:
    began = perf_counter()
    async with actor.work() as work:
        found = await service.today(work)
    assert found.line
    return (perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
