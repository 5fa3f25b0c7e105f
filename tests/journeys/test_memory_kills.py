"""Memories come in, are embedded, read for facts, tended and forgotten while processes are killed at random.

Beside somebody whose machine was left alone, the same memories must be there, once each, with the same facts.
"""

import asyncio
import contextlib
import os
import random
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx2
import psycopg
import pytest

from cairn.app import assemble
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.features import FEATURES
from cairn.app.settings import sections_of
from cairn.memory.messages import TendMemories
from cairn.memory.pieces import pieces
from cairn.platform.clock import SystemClock
from cairn.platform.place import Place
from cairn.platform.settings import Settings
from tests.journeys.installation import Installation, installation
from tests.journeys.test_kills import kill
from tests.memory.test_remote_embedder import Server

KILLS = max(int(os.environ.get("CAIRN_KILLS", "50")) // 10, 2)
TABLES = ("memory_words", "memory_vectors", "memory_tokens", "fact_tellings")
START = datetime(2025, 1, 1, 8, tzinfo=UTC)
CITIES = ("Lisbon", "Porto", "Braga", "Faro", "Coimbra", "Evora")
WORKS = ("a bakery", "a library", "the town hall", "a school")
REPEATED = "The spare key hangs behind the blue door"
CANARY = "The parcel says ziggurat forty on its label"
PARCELS = 2
OTHER_MODEL = "openai:small"
MANY = [{"text": f"Pebble {number} was grey", "source_ref": f"pebbles:{number}"} for number in range(1_100)]
"""More than one transaction forgets."""


def items() -> list[dict[str, str]]:
    """What a year holds: moves, jobs, likes and trifles, some of it said again in the same words."""
    said: list[str] = []
    for number, city in enumerate(CITIES):
        said += [f"I live in {city} now", f"I work at {WORKS[number % len(WORKS)]}", REPEATED]
        said += [f"My neighbour number {number} is called Rui{number}", f"I like tea of kind {number}"]
        said += [f"We painted wall {number}{place} of the long corridor green" for place in range(12)]
        said += [f"On floor {number} we counted the lamps and wrote it down. " * 40]
    year = len(said)
    said += [f"{CANARY} {number}" for number in range(8 * PARCELS)]
    said += [f"I like ziggurat tea {number}" for number in range(PARCELS)]
    return [
        {
            "text": text,
            "occurred_at": (START + timedelta(days=2 * place)).isoformat(),
            "conversation": f"thread {place // 10}",
            "source_ref": f"year:{place}" if place < year else f"parcel{place % PARCELS}:{place}",
        }
        for place, text in enumerate(said)
    ]


@pytest.mark.kills
def test_no_memory_is_lost_or_doubled_and_nothing_learnt_twice_whatever_is_killed() -> None:
    seed = int(os.environ.get("CAIRN_SEED", "0")) or random.randrange(1, 10**6)
    dice = random.Random(seed)
    everything = items()
    with Server().running() as remote, installation() as cairn:
        calm, shaken = cairn.make_person(), cairn.make_person()
        cairn.sign_in(calm)
        tell(cairn, everything)
        settle(cairn)
        tend(cairn)
        settle(cairn)
        expected = known(cairn)
        assert len(expected["memories"]) == len(everything)
        assert len(expected["facts"]) >= len(CITIES) + len(WORKS)
        assert any(memory["same_as"] for memory in expected["memories"])

        cairn.sign_in(shaken)
        come_in(cairn, everything, dice)
        assert known(cairn) == expected, f"seed {seed}"
        each_once(cairn)
        change_over(cairn, remote, dice)
        forget_many(cairn, dice)
        settle(cairn)
        assert left(cairn, "pebbles:") == 0
        assert cairn.patiently("GET", "/memories/status").json()["model"] == OTHER_MODEL
        assert known(cairn) == expected, f"seed {seed}"
        each_once(cairn)
        for number in range(PARCELS):
            forget_cut_off(cairn, f"parcel{number}:", dice, f"seed {seed}")
        settle(cairn)
        each_once(cairn)
        assert "ziggurat" not in cairn.patiently("GET", "/memories/export").text.lower(), f"seed {seed}"
        assert len(known(cairn)["memories"]) == len(everything) - 9 * PARCELS


def come_in(cairn: Installation, everything: list[dict[str, str]], dice: random.Random) -> None:
    """Tell everything, twice and in parallel, have it read and tended, and kill somebody all the while."""
    size = len(everything) // KILLS + 1
    for number in range(KILLS):
        some = everything[number * size : (number + 1) * size]
        with ThreadPoolExecutor(2) as both:
            told = [both.submit(tell, cairn, some) for _ in range(2)]
            time.sleep(dice.uniform(0.05, 0.6))
            kill(cairn, dice.choice(("worker", "worker", "api", "database")))
        assert told[0].result() == told[1].result() == tell(cairn, some), "one memory each, whoever sent it"
    for _ in range(KILLS):
        time.sleep(dice.uniform(0.1, 1.0))
        kill(cairn, "worker")
    tend(cairn)  # what was killed so often that it was laid aside is asked for again
    settle(cairn)
    for _ in range(2):
        tend(cairn)
        time.sleep(dice.uniform(0, 1.5))
        kill(cairn, "worker")
    tend(cairn)
    settle(cairn)


def change_over(cairn: Installation, remote: Server, dice: random.Random) -> None:
    """Bring everything to another embedding model, and kill the worker while it does so."""
    cairn.stop()
    cairn.environment |= {"CAIRN_EMBEDDER": OTHER_MODEL, "CAIRN_EMBEDDER_URL": remote.url}
    cairn.start()
    tend(cairn)
    for _ in range(2):
        time.sleep(dice.uniform(0, 1.5))
        kill(cairn, "worker")


def forget_cut_off(cairn: Installation, source: str, dice: random.Random, seed: str) -> None:
    """Forget once, with nobody to ask again, and kill who does it: all of it is there, or all of it is gone."""
    all_of_it = left(cairn, source)
    assert all_of_it == 9

    def ask() -> None:
        with contextlib.suppress(httpx2.TransportError):
            cairn.client.post("/memories/forget", json={"source": source})

    with ThreadPoolExecutor(1) as one:
        asked = one.submit(ask)
        time.sleep(dice.uniform(0, 0.1))
        kill(cairn, dice.choice(("api", "database")))
        asked.result()
    assert left(cairn, source) in (0, all_of_it), seed
    each_once(cairn)
    forget(cairn, source)
    assert left(cairn, source) == 0


def forget_many(cairn: Installation, dice: random.Random) -> None:
    """Forget more than one transaction does, and kill the worker meanwhile."""
    for start in range(0, len(MANY), 1_000):
        tell(cairn, MANY[start : start + 1_000])
    forget(cairn, "pebbles:")
    time.sleep(dice.uniform(0, 0.2))
    kill(cairn, "worker")


def left(cairn: Installation, source: str) -> int:
    """How many memories of a source are in the database, whoever looks."""
    with EmbeddedPostgres(cairn.data) as server, psycopg.connect(server.urls().owner) as owner:
        shaken = cairn.patiently("GET", "/me").json()["id"]
        query = "select count(*) from memories where user_id = %s and starts_with(source_ref, %s)"
        row = owner.execute(query, (shaken, source)).fetchone()
        assert row is not None
        return int(row[0])


def tell(cairn: Installation, some: list[dict[str, str]]) -> list[str]:
    """The ids of what was told."""
    if not some:
        return []
    answer = cairn.patiently("POST", "/memories/batch", json={"items": some})
    assert answer.status_code == 200, answer.text[:500]
    return [item["id"] for item in answer.json()["items"]]


def forget(cairn: Installation, source: str) -> None:
    answer = cairn.patiently("POST", "/memories/forget", json={"source": source})
    assert answer.status_code == 200, answer.text


def settle(cairn: Installation) -> None:
    """Wait until nothing waits to be made or read, and no job of memory is left or in hand."""
    end = time.monotonic() + 150
    while True:
        answer = cairn.patiently("GET", "/memories/status")
        status = answer.json()
        if status["pending"] == status["unread"] == 0 and not jobs_left(cairn):
            return
        assert time.monotonic() < end, f"{status} {jobs_left(cairn)}\n{cairn.log.read_text()[-3000:]}"
        time.sleep(0.3)


def jobs_left(cairn: Installation) -> list[tuple[str, str]]:
    with EmbeddedPostgres(cairn.data) as server, psycopg.connect(server.urls().owner) as owner:
        query = "select task_name, status::text from procrastinate_jobs"
        going = "task_name like 'memory.%' and status in ('todo', 'doing')"
        return [(str(name), str(state)) for name, state in owner.execute(f"{query} where {going}")]


def tend(cairn: Installation) -> None:
    """Ask the worker for what it does by night."""
    asyncio.run(_ask_to_tend(cairn, UUID(cairn.patiently("GET", "/me").json()["id"])))


async def _ask_to_tend(cairn: Installation, user_id: UUID) -> None:
    with EmbeddedPostgres(cairn.data) as server:
        place, sections = Place(data=cairn.data, pool_size=2), sections_of(FEATURES)
        settings = Settings(place if one is Place else one(_env_file=None) for one in sections)
        runtime = assemble.build(settings, server.secrets, server.urls(), clock=SystemClock())
        await runtime.start()
        try:
            actor = await runtime.person(user_id)
            assert actor is not None
            async with actor.work() as work:
                work.enqueue(TendMemories(user_id=user_id))
        finally:
            await runtime.stop()


def known(cairn: Installation) -> dict[str, list[dict[str, Any]]]:
    """Everything of a person, without what differs between two who were told the same."""
    told = cairn.patiently("GET", "/memories/export").json()
    names = {one["id"]: one["source_ref"] for one in told["memories"]}
    facts = {one["id"]: _fact(one, names) for one in told["facts"]}
    return {
        "memories": sorted(
            (
                {
                    "text": one["text"],
                    "source_ref": one["source_ref"],
                    "closed_at": one.get("closed_at"),
                    "follows": names.get(one.get("follows", "")),
                    "same_as": names.get(one.get("same_as", "")),
                }
                for one in told["memories"]
            ),
            key=repr,
        ),
        "facts": sorted(facts.values(), key=repr),
        # Which links of a chain were found depends on what was read together; what it orders doesn't.
        "updates": [{"older": one, "newer": sorted(ones)} for one, ones in sorted(_after(told, names).items())],
        "contradictions": sorted(
            ({"pair": sorted([repr(facts[one["fact"]]), repr(facts[one["other"]])])} for one in told["contradictions"]),
            key=repr,
        ),
    }


def _after(told: dict[str, Any], names: dict[str, str]) -> dict[str, set[str]]:
    """For each memory all that come after it, also by others."""
    after: dict[str, set[str]] = {}
    for one in told["updates"]:
        after.setdefault(names[one["older"]], set()).add(names[one["newer"]])
    for _ in after:
        for ones in after.values():
            ones |= {later for one in ones for later in after.get(one, ())}
    return after


def _fact(fact: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    kept = ("subject", "relation", "qualifier", "value", "kind", "source", "valid_from", "valid_to", "closed")
    tellings = sorted((names[one["memory"]], one["quote"]) for one in fact["tellings"])
    return {**{name: fact.get(name) for name in kept}, "tellings": tellings}


def each_once(cairn: Installation) -> None:
    """Every memory has one row of words, and each of its pieces one vector, of its person's model, and token bits."""
    with EmbeddedPostgres(cairn.data) as server, psycopg.connect(server.urls().owner) as owner:
        told = owner.execute(
            "select m.id, m.text, i.model_id,"
            " (select count(*) from memory_words w where w.memory_id = m.id),"
            " array(select array[v.model_id, v.piece] from memory_vectors v where v.memory_id = m.id order by 1),"
            " array(select t.piece from memory_tokens t where t.memory_id = m.id order by 1)"
            " from memories m join memory_indexes i on i.user_id = m.user_id"
        ).fetchall()
        for memory_id, text, model, words, vectors, tokens in told:
            numbers = list(range(len(pieces(text))))
            made = (words, vectors, tokens)
            assert made == (1, [[model, number] for number in numbers], numbers), (memory_id, text[:60], made)
        assert max(len(tokens) for *_, tokens in told) > 1
        for table in TABLES:
            strays = (
                f"select count(*) from {table} t where not exists (select from memories m where m.id = t.memory_id)"
            )
            assert owner.execute(strays).fetchone() == (0,), table
        assert owner.execute("select count(*) from memory_chores").fetchone() == (0,)
