"""Memories come in, are embedded, read for facts, tended and forgotten while processes are killed at random.

Beside somebody whose machine was left alone, the same memories must be there, once each, with the same facts.
"""

import asyncio
import os
import random
import threading
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest

from cairn.app import assemble
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.features import FEATURES
from cairn.app.settings import sections_of
from cairn.memory.messages import TendMemories
from cairn.platform.clock import SystemClock
from cairn.platform.place import Place
from cairn.platform.settings import Settings
from tests.journeys.installation import Installation, installation
from tests.journeys.test_kills import kill

KILLS = max(int(os.environ.get("CAIRN_KILLS", "50")) // 10, 2)
START = datetime(2025, 1, 1, 8, tzinfo=UTC)
CITIES = ("Lisbon", "Porto", "Braga", "Faro", "Coimbra", "Evora")
WORKS = ("a bakery", "a library", "the town hall", "a school")
REPEATED = "The spare key hangs behind the blue door"
CANARY = "The parcel says ziggurat forty on its label"
TABLES = ("memories", "memory_words", "memory_vectors", "memory_tokens")


def items() -> list[dict[str, str]]:
    """What a year holds: moves, jobs, likes and trifles, some of it said again in the same words."""
    said: list[str] = []
    for number, city in enumerate(CITIES):
        said += [f"I live in {city} now", f"I work at {WORKS[number % len(WORKS)]}", REPEATED]
        said += [f"My neighbour number {number} is called Rui{number}", f"I like tea of kind {number}"]
        said += [f"We painted wall {number}{place} of the long corridor green" for place in range(8)]
    said += [f"{CANARY} {number}" for number in range(20)]
    return [
        {
            "text": text,
            "occurred_at": (START + timedelta(days=2 * place)).isoformat(),
            "conversation": f"thread {place // 10}",
            "source_ref": f"{'parcels' if CANARY in text else 'year'}:{place}",
        }
        for place, text in enumerate(said)
    ]


@pytest.mark.kills
def test_no_memory_is_lost_or_doubled_and_nothing_learnt_twice_whatever_is_killed() -> None:
    seed = int(os.environ.get("CAIRN_SEED", "0")) or random.randrange(1, 10**6)
    dice = random.Random(seed)
    everything = items()
    with installation() as cairn:
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
        size = len(everything) // KILLS + 1
        for number in range(KILLS):
            tell(cairn, everything[number * size : (number + 1) * size], shaken)
            time.sleep(dice.uniform(0.05, 0.6))
            kill(cairn, dice.choice(("worker", "worker", "api", "database")))
            tell(cairn, everything[number * size : (number + 1) * size], shaken)  # the answer may have been lost
        for _ in range(KILLS):
            time.sleep(dice.uniform(0.1, 1.0))
            kill(cairn, "worker")
        settle(cairn, shaken)
        for _ in range(2):
            tend(cairn)
            time.sleep(dice.uniform(0, 0.3))
            kill(cairn, "worker")
        tend(cairn)
        settle(cairn, shaken)
        assert known(cairn) == expected, f"seed {seed}"
        each_once(cairn)

        forgotten = threading.Thread(target=lambda: forget(cairn, shaken))
        forgotten.start()
        time.sleep(dice.uniform(0, 0.05))
        kill(cairn, dice.choice(("api", "database")))
        forgotten.join()
        settle(cairn, shaken)
        each_once(cairn)
        assert CANARY not in cairn.patiently("GET", "/memories/export").text, f"seed {seed}"
        assert len(known(cairn)["memories"]) == len(everything) - 20


def tell(cairn: Installation, some: list[dict[str, str]], email: str | None = None) -> None:
    if not some:
        return
    answer = cairn.patiently("POST", "/memories/batch", json={"items": some})
    if answer.status_code == 401 and email:
        cairn.sign_in(email)
        answer = cairn.patiently("POST", "/memories/batch", json={"items": some})
    assert answer.status_code == 200, answer.text[:500]
    assert len(answer.json()["items"]) == len(some)


def forget(cairn: Installation, email: str) -> None:
    answer = cairn.patiently("POST", "/memories/forget", json={"source": "parcels:"})
    assert answer.status_code == 200, answer.text


def settle(cairn: Installation, email: str | None = None) -> None:
    """Wait until nothing waits to be made or read."""
    end = time.monotonic() + 150
    while True:
        answer = cairn.patiently("GET", "/memories/status")
        if answer.status_code == 401 and email:
            cairn.sign_in(email)
            continue
        status = answer.json()
        if status["pending"] == status["unread"] == 0:
            return
        assert time.monotonic() < end, f"{status}\n{cairn.log.read_text()[-3000:]}"
        time.sleep(0.3)


def tend(cairn: Installation) -> None:
    """Let the worker do what it does by night, and wait for it where nobody kills it."""
    asyncio.run(_ask_to_tend(cairn, UUID(cairn.patiently("GET", "/me").json()["id"])))
    time.sleep(1.5)


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
    """Every memory, being short, has one row of words, of vectors and of token bits, and nothing is left to be made."""
    with EmbeddedPostgres(cairn.data) as server, psycopg.connect(server.urls().owner) as owner:
        counts = {
            table: owner.execute(f"select user_id, count(*) from {table} group by 1 order by 1").fetchall()
            for table in TABLES
        }
        assert all(rows == counts["memories"] for rows in counts.values()), counts
        assert owner.execute("select count(*) from memory_chores").fetchone() == (0,)
