"""How fast memories come in on one core, step by step, and what one takes on the disk.

Made-up everyday sentences of several people, in batches as an import brings them; client, model and server share one
core. Words are searchable once the first step is committed; vectors, token bits and facts follow by the jobs.

Run: `python -m bench.ingest`, or `python -m bench.ingest 2000` for so many memories.
"""

import random
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from time import perf_counter

import psycopg

from bench.memory import bytes_of, on_one_core
from bench.people import on_a_server, person, remember
from bench.sentences import sentence
from cairn.app.embedded import EmbeddedPostgres
from cairn.memory import making, repository
from cairn.memory.facts import learning
from cairn.memory.facts import repository as facts
from cairn.memory.schemas import NewMemory
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime

MEMORIES, PEOPLE, FIRST = 10_000, 5, 100
TABLES = {"memories": repository.TABLES, "their facts and updates": facts.TABLES}
START = datetime(2025, 1, 1, 8, tzinfo=UTC)


def said(number: int, each: int) -> list[NewMemory]:
    """What one person says, in threads of 20."""
    rng = random.Random(number)
    return [
        NewMemory(
            text=sentence(rng, place),
            occurred_at=START + timedelta(minutes=17 * place),
            conversation=f"thread {place // 20}",
            source_ref=f"import:{place}",
        )
        for place in range(each)
    ]


async def measure(memories: int, runtime: Runtime, server: EmbeddedPostgres) -> None:
    url = server.urls().owner
    empty = {name: bytes_of(url, tables) for name, tables in TABLES.items()}
    actors = [await person(runtime, number) for number in range(PEOPLE + 1)]
    items = [said(number, memories // PEOPLE) for number in range(PEOPLE)]
    on_one_core()
    await _all(actors[PEOPLE], items[0][:FIRST])  # loads the model, compiles and plans
    total = sum(len(some) for some in items)
    print("| step | a second |\n|---|---|")
    began = perf_counter()
    for actor, some in zip(actors, items, strict=False):
        await remember(actor, some)
    tell("kept, found by words", total, began)
    for name, make in STEPS.items():
        began = perf_counter()
        for actor in actors[:PEOPLE]:
            await _to_the_end(make, actor)
        tell(name, total, began)
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute("vacuum analyze")
    print()
    for name, tables in TABLES.items():
        print(f"{name}: {(bytes_of(url, tables) - empty[name]) / (total + FIRST):.0f} bytes a memory, indexes included")


STEPS: dict[str, Callable[[Actor], Awaitable[bool]]] = {
    "vectors of the whole": making.vectors,
    "token bits": making.tokens,
    "read for facts and updates": learning.learn,
}


async def _all(actor: Actor, items: list[NewMemory]) -> None:
    await remember(actor, items)
    for make in STEPS.values():
        await _to_the_end(make, actor)


async def _to_the_end(make: Callable[[Actor], Awaitable[bool]], actor: Actor) -> None:
    while await make(actor):
        pass


def tell(what: str, total: int, began: float) -> None:
    print(f"| {what} | {total / (perf_counter() - began):.0f} |")


def main() -> None:
    on_a_server(partial(measure, int(sys.argv[1]) if len(sys.argv) > 1 else MEMORIES))


if __name__ == "__main__":
    main()
