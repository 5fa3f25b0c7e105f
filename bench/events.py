"""Events to 1,000 open streams: how long after its commit each is heard, over HTTP, from a real `cairn up`.

100 people with ten streams each; 200 changes are committed over ten seconds by another process than the one that
serves the streams. Run: `python -m bench.events`.
"""

import asyncio
import json
import time
from dataclasses import replace
from typing import ClassVar
from unittest.mock import patch

from cairn.accounts import service
from cairn.accounts.schemas import Login, Register
from cairn.accounts.sessions import Opened, sign_in
from cairn.app import assemble, environment
from cairn.platform.actor import Actor
from cairn.platform.messages import Event
from cairn.platform.runtime import Runtime
from tests.journeys.installation import PASSWORD, Installation, installation

PEOPLE, STREAMS, CHANGES, SECONDS = 100, 10, 200, 10.0


class Timed(Event):
    kind: ClassVar[str] = "bench.timed"

    at: float


def main() -> None:
    with installation() as cairn, patch.dict("os.environ", {"CAIRN_DATA": str(cairn.data)}):
        delays, wanted = asyncio.run(measure(cairn))
    delays.sort()
    print(f"| heard | p50 ms | p95 ms | p99 ms | longest ms |\n|---|---|---|---|---|\n| {len(delays)} of {wanted} | "
          + " | ".join(f"{delays[min(len(delays) - 1, int(len(delays) * q))] * 1000:.1f}" for q in (0.5, 0.95, 0.99, 1))
          + " |")  # fmt: skip


async def measure(cairn: Installation) -> tuple[list[float], int]:
    runtime = assemble.runtime(environment.read())
    await runtime.start()
    try:
        people = [await person(runtime_actor) for runtime_actor in await made(runtime)]
        delays: list[float] = []
        ready: list[asyncio.Future[None]] = []
        tasks = []
        for _, token in people:
            for _ in range(STREAMS):
                ready.append(asyncio.get_running_loop().create_future())
                tasks.append(asyncio.create_task(listen(cairn.port, token, ready[-1], delays)))
        await asyncio.gather(*ready)
        for number in range(CHANGES):
            actor = people[number % len(people)][0]
            async with actor.work() as work:
                await work.publish(Timed(at=time.time()))
            await asyncio.sleep(SECONDS / CHANGES)
        await asyncio.sleep(2)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return delays, CHANGES * STREAMS
    finally:
        await runtime.stop()


async def made(runtime: Runtime) -> list[Actor]:
    words = Register(email="bench@example.org", password=PASSWORD, time_zone="Europe/Lisbon")
    ready = await service.checked(words)
    actors = []
    for number in range(PEOPLE):
        user = await service.create(runtime, replace(ready, email=f"bench{number}@example.org"))
        actor = await runtime.person(user.id)
        assert actor is not None
        actors.append(actor)
    return actors


async def person(actor: Actor) -> tuple[Actor, str]:
    async with actor.work() as work:
        email = await service.address_of(work, work.user_id)
    opened = await sign_in(actor.runtime, Login.model_validate({"email": email, "password": PASSWORD}), "bench")
    assert isinstance(opened, Opened)
    assert opened.tokens is not None
    return actor, opened.tokens.access_token


async def listen(port: int, token: str, ready: "asyncio.Future[None]", delays: list[float]) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(
        f"GET /api/v1/events HTTP/1.1\r\nHost: localhost:{port}\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
    )
    await writer.drain()
    kind = ""
    while line := await reader.readline():
        if line.startswith(b"event: "):
            kind = line[7:].strip().decode()
            if kind == "hello" and not ready.done():
                ready.set_result(None)
        elif line.startswith(b"data: ") and kind == Timed.kind:
            delays.append(time.time() - json.loads(line[6:])["at"])


if __name__ == "__main__":
    main()
