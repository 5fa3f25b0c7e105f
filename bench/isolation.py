"""Does anybody ever see another person's memories? Many questions of many people at once, each answer looked through.

Every memory carries its owner's mark in its text, and so does every fact that is read in it. Questions name the marks
of others, ids asked for are those of others, and one kind of query leaves out whose rows it wants, so that row-level
security alone answers it. Some people go on telling things meanwhile, so that what is held ready changes, too.

Run: `python -m bench.isolation`, or `python -m bench.isolation 3000` for so many queries.
"""

import asyncio
import random
import re
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter
from uuid import UUID

from sqlalchemy import text

from bench.people import on_a_server, person, remember, run_jobs
from cairn.app.embedded import EmbeddedPostgres
from cairn.memory import service
from cairn.memory.facts import repository as facts
from cairn.memory.schemas import Listing, NewMemory, SearchQuery
from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery
from cairn.platform.runtime import Runtime

QUERIES, PEOPLE, AT_ONCE = 100_000, 40, 16
MARK = re.compile(r"Zorb\d+")
TOLD = (
    "I work at {}",
    "I moved to {} last spring",
    "My sister works at {}",
    "I'm allergic to {}",
    "Lunch with the people of {} was long and loud",
    "The report for {} is due on Friday",
    "Ana asked about {} again",
    "Paid the invoice of {} at last",
)
UNNAMED = (
    text("select text as told from memories"),
    text("select value as told from facts"),
    text("select quote as told from fact_tellings"),
)


@dataclass(slots=True)
class Everybody:
    """The people, what marks theirs, and ids of what they keep."""

    actors: Sequence[Actor]
    ids: dict[int, list[UUID]] = field(default_factory=dict)

    def other(self, rng: random.Random, number: int) -> int:
        return (number + rng.randrange(1, len(self.actors))) % len(self.actors)


def mark(number: int) -> str:
    return f"Zorb{number:04d}"


Ask = Callable[[Everybody, int, random.Random], Awaitable[str]]
"""Ask something for a person; all that came back as text."""


async def search(every: Everybody, number: int, rng: random.Random) -> str:
    about = mark(every.other(rng, number))
    query = SearchQuery(query=f"What about {about} and the invoice?", include_closed=rng.random() < 0.5)
    return (await service.search(every.actors[number], query)).model_dump_json()


async def listing(every: Everybody, number: int, rng: random.Random) -> str:
    async with every.actors[number].work() as work:
        rows, _ = await service.listing(work, PageQuery(), Listing())
        return " ".join(row.text for row in rows)


async def known(every: Everybody, number: int, rng: random.Random) -> str:
    async with every.actors[number].work() as work:
        rows, _ = await facts.page(work, PageQuery())
        return " ".join(row.value for row in rows)


async def profile(every: Everybody, number: int, rng: random.Random) -> str:
    async with every.actors[number].work() as work:
        return (await service.profile(work)).model_dump_json()


async def foreign(every: Everybody, number: int, rng: random.Random) -> str:
    """A memory of somebody else by its id: there is none."""
    wanted = rng.choice(every.ids[every.other(rng, number)])
    async with every.actors[number].work() as work:
        try:
            return (await service.get(work, wanted)).text
        except NotFound:
            return ""


async def unnamed(every: Everybody, number: int, rng: random.Random) -> str:
    """Rows of anybody, asked for without saying whose."""
    async with every.actors[number].work() as work:
        return " ".join(await work.session.scalars(rng.choice(UNNAMED)))


async def tell(every: Everybody, number: int, rng: random.Random) -> str:
    async with every.actors[number].work() as work:
        return (await service.remember(work, NewMemory(text=rng.choice(TOLD).format(mark(number))))).text


MIX: dict[Ask, int] = {search: 25, listing: 15, known: 15, profile: 15, foreign: 15, unnamed: 14, tell: 1}


async def measure(queries: int, runtime: Runtime, server: EmbeddedPostgres) -> None:
    every = Everybody([await person(runtime, number) for number in range(PEOPLE)])
    for number, actor in enumerate(every.actors):
        await remember(actor, [NewMemory(text=one.format(mark(number))) for one in TOLD])
        await run_jobs(actor)
        async with actor.work() as work:
            every.ids[number] = [row.id for row in (await service.listing(work, PageQuery(), Listing()))[0]]
    asked: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    leaks: list[str] = []
    rng = random.Random(17)

    async def client() -> None:
        while asked.total() < queries:
            ask = rng.choices(list(MIX), list(MIX.values()))[0]
            asked[ask.__name__] += 1
            number = rng.randrange(PEOPLE)
            told = await ask(every, number, rng)
            marks = set(MARK.findall(told))
            seen[ask.__name__] += mark(number) in marks
            leaks.extend(f"{ask.__name__}: {mark(number)} saw {one}" for one in marks - {mark(number)})

    began = perf_counter()
    await asyncio.gather(*(client() for _ in range(AT_ONCE)))
    print(f"{queries} queries of {PEOPLE} people, {AT_ONCE} at once, in {perf_counter() - began:.0f} s\n")
    print("| query | asked | told one's own |\n|---|---|---|")
    for name, count in asked.most_common():
        print(f"| {name} | {count} | {seen[name]} |")
    print(f"\nanswers with something of another person: {len(leaks)}")
    print("\n".join(leaks[:20]))


def main() -> None:
    on_a_server(partial(measure, int(sys.argv[1]) if len(sys.argv) > 1 else QUERIES))


if __name__ == "__main__":
    main()
