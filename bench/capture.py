"""Capture by the grammar, from one line to a committed receipt, over HTTP against a real `cairn up`.

A closed loop of 1 and of 50 clients, each of another person, on connections that stay open. Beside it, in turns with
it and through the same server, the barest insert there is: `POST /tasks`, which writes one row with its audit entry and
its live event and queues nothing. The worker runs all the while and learns what was said, as it does for people.

Run: `python -m bench.capture`.
"""

import asyncio
import itertools
import logging
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import httpx2

from bench.events import made, person
from cairn.app import assemble, environment
from tests.journeys.installation import Installation, installation

CLIENTS = (1, 50)
ROUNDS, ROUND = 4, 250
WARM_UP = 40

LINES = (
    "remind me to call the dentist tomorrow at 3pm",
    "buy milk",
    "call mom at 5pm, buy bread",
    "remember that Ana likes lilies",
    "pay the rent on friday",
)
"""A reminder, a task, two in one breath, a note, a task for a day."""

Request = Callable[[int], tuple[str, dict[str, Any]]]


def capture(number: int) -> tuple[str, dict[str, Any]]:
    return "/messages", {"id": str(uuid4()), "text": LINES[number % len(LINES)]}


def bare_insert(number: int) -> tuple[str, dict[str, Any]]:
    return "/tasks", {"title": f"Thing {number}"}


def main() -> None:
    with installation() as cairn, patch.dict("os.environ", {"CAIRN_DATA": str(cairn.data)}):
        asyncio.run(measure(cairn))


async def measure(cairn: Installation) -> None:
    tokens = await signed_in(max(CLIENTS))
    # The runtime set up its logs; a line for each of our own requests would be measured with them.
    logging.getLogger("httpx2").setLevel(logging.WARNING)
    clients = [
        httpx2.AsyncClient(base_url=f"{cairn.url}/api/v1", headers={"Authorization": f"Bearer {token}"}, timeout=60)
        for token in tokens
    ]
    try:
        print("| what | clients | requests | p50 ms | p95 ms | per second |\n|---|---|---|---|---|---|")
        for count in CLIENTS:
            await compare(clients[:count])
    finally:
        await asyncio.gather(*(client.aclose() for client in clients))


async def signed_in(count: int) -> list[str]:
    """Access tokens of as many people."""
    runtime = assemble.runtime(environment.read())
    await runtime.start()
    try:
        return [(await person(actor))[1] for actor in (await made(runtime))[:count]]
    finally:
        await runtime.stop()


async def compare(clients: Sequence[httpx2.AsyncClient]) -> None:
    kinds = {"capture": capture, "bare insert": bare_insert}
    taken: dict[str, list[float]] = {name: [] for name in kinds}
    spent = dict.fromkeys(kinds, 0.0)
    for request in kinds.values():
        await round_of(clients, request, WARM_UP)
    for _ in range(ROUNDS):
        for name, request in kinds.items():
            began = perf_counter()
            taken[name] += await round_of(clients, request, ROUND)
            spent[name] += perf_counter() - began
    for name, seconds in taken.items():
        print(
            f"| {name} | {len(clients)} | {len(seconds)} | {at(seconds, 0.5):.1f} | {at(seconds, 0.95):.1f}"
            f" | {len(seconds) / spent[name]:.0f} |"
        )
    ratios = (at(taken["capture"], part) / at(taken["bare insert"], part) for part in (0.5, 0.95))
    print(f"| ratio | {len(clients)} | | " + " | ".join(f"{ratio:.1f}" for ratio in ratios) + " | |")


async def round_of(clients: Sequence[httpx2.AsyncClient], request: Request, count: int) -> list[float]:
    """The seconds of each request; every client sends its next one when the last is answered."""
    numbers, taken = itertools.count(), []

    async def loop(client: httpx2.AsyncClient) -> None:
        while (number := next(numbers)) < count:
            path, body = request(number)
            began = perf_counter()
            answer = await client.post(path, json=body)
            taken.append(perf_counter() - began)
            assert answer.is_success, answer.text

    await asyncio.gather(*(loop(client) for client in clients))
    return taken


def at(seconds: Sequence[float], part: float) -> float:
    """A quantile, in milliseconds."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] * 1000


if __name__ == "__main__":
    main()
