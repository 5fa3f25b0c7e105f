"""The words that a text may bring (DONE, LATER, SMALLER, NEXT, TODAY, STOP, HELP), from the request to the answer.

Against a real `cairn up`, one person for each language, each with 500 open tasks, things that they really took, 60
reminders of which 40 ring, and ten routines. A word at a time over HTTP on a connection that stays open. Inside is what
the server says of each request in its log; end to end is what the client waits for.

Run: `python -m bench.core [rounds]`.
"""

import asyncio
import logging
import random
import re
import sys
from collections import defaultdict
from datetime import time, timedelta
from time import perf_counter
from unittest.mock import patch

import httpx2

from cairn.accounts import service as accounts
from cairn.accounts.schemas import Login, Register
from cairn.accounts.sessions import Opened, sign_in
from cairn.app import assemble, environment
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from cairn.reminders import service as reminders
from cairn.reminders.schemas import NewReminder
from cairn.routines import service as routines
from cairn.routines.schemas import GivenStep, NewRoutine
from cairn.tasks import service as tasks
from cairn.tasks.models import Energy
from cairn.tasks.schemas import NewTask
from tests.journeys.installation import PASSWORD, Installation, installation

TASKS, MEASURED, RINGING, WAITING, ROUTINES = 500, 50, 40, 20, 10
WORDS = {
    "later": {"en": "LATER", "es": "más tarde", "fr": "plus tard", "pt": "depois"},
    "stop": {"en": "STOP", "es": "para", "fr": "arrête", "pt": "pára"},
    "done": {"en": "DONE", "es": "hecho", "fr": "c’est fait", "pt": "feito"},
    "smaller": {"en": "SMALLER", "es": "más pequeño", "fr": "plus petit", "pt": "menor"},
    "next": {"en": "NEXT", "es": "siguiente", "fr": "ensuite", "pt": "a seguir"},
    "today": {"en": "TODAY", "es": "hoy", "fr": "aujourd’hui", "pt": "hoje"},
    "help": {"en": "HELP", "es": "ayuda", "fr": "aide", "pt": "ajuda"},
}
DOES = {"done": {"reminder.done", "task.done"}, "later": {"reminder.snoozed"}, "smaller": {"task.smaller"}}
_LOGGED = re.compile(r"ms\D+?([0-9.]+)\b.*?request_id\W+([0-9a-f-]{36})")
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with installation() as cairn, patch.dict("os.environ", {"CAIRN_DATA": str(cairn.data)}):
        waited = asyncio.run(measure(cairn, rounds))
        inside = logged(cairn)
    print("| word | requests | inside p50 ms | p95 | end to end p50 ms | p95 |\n|---|---|---|---|---|---|")
    every = [(request, ms) for found in waited.values() for request, ms in found]
    for word, found in [*waited.items(), ("all", every)]:
        told = [*quantiles([inside[request] for request, _ in found]), *quantiles([ms for _, ms in found])]
        print(f"| {word} | {len(found)} | " + " | ".join(f"{one:.1f}" for one in told) + " |")


def logged(cairn: Installation) -> dict[str, float]:
    """What the server took for each request."""
    lines = _COLOURS.sub("", cairn.log.read_text()).splitlines()
    return {found[2]: float(found[1]) for line in lines if (found := _LOGGED.search(line))}


def quantiles(found: list[float]) -> tuple[float, float]:
    found.sort()
    return found[len(found) // 2], found[int(len(found) * 0.95)]


async def measure(cairn: Installation, rounds: int) -> dict[str, list[tuple[str, float]]]:
    tokens = await signed_in()
    logging.getLogger("httpx2").setLevel(logging.WARNING)
    waited: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for language, token in tokens.items():
        headers = {"Authorization": f"Bearer {token}"}
        async with httpx2.AsyncClient(base_url=f"{cairn.url}/api/v1", headers=headers, timeout=60) as client:
            for word in ("next", "today", "help"):  # warm
                await say(client, WORDS[word][language])
            for word, said in WORDS.items():
                for _ in range(rounds):
                    began = perf_counter()
                    answer = await say(client, said[language])
                    waited[word].append((answer.headers["x-request-id"], (perf_counter() - began) * 1000))
                    kinds = {receipt["kind"] for receipt in answer.json()["receipts"]}
                    assert kinds <= DOES.get(word, {"quiet.stopped", "quiet.begun"} if word == "stop" else set()), kinds
                    # Something that is divided again and again is as small as it gets, and is told so.
                    assert kinds or word not in DOES or word == "smaller", answer.text
    return waited


async def say(client: httpx2.AsyncClient, text: str) -> httpx2.Response:
    answer = await client.post("/messages", json={"text": text})
    assert answer.status_code == 200, answer.text
    return answer


async def signed_in() -> dict[str, str]:
    """An access token of a person of each language, with all that they have."""
    runtime = assemble.runtime(environment.read())
    await runtime.start()
    try:
        tokens = {language: await _somebody(runtime, language) for language in ("en", "es", "fr", "pt")}
        await asyncio.sleep(4)  # until the ticker has rung what is due
        return tokens
    finally:
        await runtime.stop()


async def _somebody(runtime: Runtime, language: str) -> str:
    words = Register(
        email=f"{language}@example.org", password=PASSWORD, time_zone="Europe/Lisbon", locale=language, name="Bench"
    )
    user = await accounts.create(runtime, await accounts.checked(words))
    actor = await runtime.person(user.id)
    assert actor is not None
    await _fill(actor)
    opened = await sign_in(runtime, Login(email=words.email, password=PASSWORD), "bench")
    assert isinstance(opened, Opened)
    assert opened.tokens is not None
    return opened.tokens.access_token


async def _fill(actor: Actor) -> None:
    chance = random.Random(5)
    async with actor.work() as work:
        for number in range(TASKS):
            await tasks.add(work, _task(number, chance))
    async with actor.work() as work:
        for number in range(MEASURED):
            done = await tasks.add(work, NewTask(title=f"Done {number}", estimate_minutes=20, project="House"))
            await tasks.finish(work, done.id)
            await tasks.took(work, done.id, chance.randrange(15, 90))
    async with actor.work() as work:
        for number in range(ROUTINES):
            steps = [GivenStep(text=f"Step {one}") for one in range(5)]
            await routines.add(work, NewRoutine(name=f"Routine {number}", steps=steps, window_from=time(8)))
        for number in range(RINGING + WAITING):
            due = work.now + (timedelta(seconds=1) if number < RINGING else timedelta(hours=number))
            await reminders.add(work, NewReminder(f"Remember {number}", due, actor.time_zone))


def _task(number: int, chance: random.Random) -> NewTask:
    return NewTask(
        title=f"Thing {number}",
        estimate_minutes=chance.choice([None, 5, 15, 60]),
        energy=chance.choice(list(Energy)),
        important=chance.random() < 0.1,
        project=chance.choice(["", "House", "Thesis"]),
        steps=["One", "Two", "Three"] if chance.random() < 0.3 else [],
    )


if __name__ == "__main__":
    main()
