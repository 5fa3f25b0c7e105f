"""What is held ready for search answers as if it had been read just now, in any process."""

import asyncio
from contextlib import aclosing

from cairn.app import assemble
from cairn.app.database import Urls
from cairn.app.embedded import EmbeddedPostgres
from cairn.memory import making, service
from cairn.memory.facts.portrait import HeldProfiles
from cairn.memory.held import Held
from cairn.memory.schemas import NewMemory, SearchQuery
from cairn.memory.searching import HeldViews
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.http.events import stream
from cairn.platform.ids import new_id
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings


class Some:
    """Something of a size."""

    def __init__(self, size: int) -> None:
        self.bytes = size


def test_a_value_of_another_revision_is_no_value() -> None:
    held, person = Held[Some]("test", 1000), new_id()
    held.put(person, 7, Some(10))

    assert held.get(person, 7) is not None
    assert held.get(person, 8) is None
    assert held.get(new_id(), 7) is None


def test_the_one_used_longest_ago_goes_first_and_nothing_too_large_comes_in() -> None:
    held, (ana, rui, mel) = Held[Some]("test", 1000), (new_id() for _ in range(3))
    held.put(ana, 1, Some(200))
    for person in (rui, mel):
        held.put(person, 1, Some(250))
    held.get(ana, 1)
    for _ in range(2):
        held.put(new_id(), 1, Some(200))
    held.put(new_id(), 1, Some(900))

    assert held.get(ana, 1) is not None
    assert held.get(rui, 1) is None
    assert held.get(mel, 1) is not None


async def found(actor: Actor, question: str) -> list[str]:
    return [hit.memory.text for hit in (await service.search(actor, SearchQuery(query=question))).items]


async def test_a_change_by_another_process_is_seen_by_the_next_search(
    actor: Actor, database: Urls, server: EmbeddedPostgres, clock: StillClock, settings: Settings
) -> None:
    other = assemble.build(settings, server.secrets, database, clock=clock)
    await other.start()
    try:
        there = await other.person(actor.user_id)
        assert there is not None
        async with actor.work() as work:
            first = await service.remember(work, NewMemory(text="The boiler hums"))
        assert await found(actor, "boiler") == ["The boiler hums"]
        assert await found(there, "boiler") == ["The boiler hums"]
        async with there.work() as work:
            await service.remember(work, NewMemory(text="The boiler was repaired", speaker="Rui"))
            await service.forget(work, first.id)
        assert await found(actor, "boiler") == ["The boiler was repaired"]
        assert await found(actor, "what did Rui say of the boiler?") == ["The boiler was repaired"]
    finally:
        await other.stop()


async def test_whoever_comes_to_the_page_finds_their_memory_ready(actor: Actor, runtime: Runtime) -> None:
    async with actor.work() as work:
        await service.remember(work, NewMemory(text="The boiler hums"))
    await making.vectors(actor)
    words, profiles = runtime.provider(HeldViews), runtime.provider(HeldProfiles)
    assert actor.user_id not in words

    async with aclosing(stream(actor, None)) as lines:
        await anext(lines)
        for _ in range(2_000):
            if actor.user_id in words and actor.user_id in profiles:
                break
            await asyncio.sleep(0.01)
    assert actor.user_id in words
    assert actor.user_id in profiles
    # What was made ready is of now, so what is told later is found all the same.
    async with actor.work() as work:
        await service.remember(work, NewMemory(text="The boiler was repaired"))
    assert await found(actor, "boiler repaired") == ["The boiler was repaired", "The boiler hums"]
