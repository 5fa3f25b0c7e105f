"""Second factors over HTTP: each operation, from the request to the answer, without the hashing of passwords.

One person, one after another, in the process that answers; the clock moves on by a step between two codes, so that each
is used once. Run: `python -m bench.factors`.
"""

import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import httpx2
from sqlalchemy import update

from bench.people import on_a_server
from cairn.accounts import repository, service, sessions
from cairn.accounts.factors import half
from cairn.accounts.models import Session
from cairn.accounts.schemas import Register
from cairn.accounts.sessions import Wished
from cairn.accounts.tokens import Tokens
from cairn.app.build import create_api
from cairn.app.embedded import EmbeddedPostgres
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.accounts.proofs import V1, App, Key, by_key_alone, second, with_app, with_key

TIMES = 100
PASSWORD = "seven quiet stones by the river"


def main() -> None:
    on_a_server(measure)


async def measure(runtime: Runtime, _: EmbeddedPostgres) -> None:
    clock = StillClock(runtime.clock.now())
    runtime.clock = clock
    words = Register(email="factors@example.org", password=PASSWORD)
    person = await service.create(runtime, replace(await service.checked(words), verified=True))
    transport = httpx2.ASGITransport(app=create_api(runtime, lifespan=None))
    async with httpx2.AsyncClient(transport=transport, base_url="http://localhost:8000") as client:
        async with runtime.system() as work:
            user = await repository.get(work, person.id)
            begun = await sessions.begin(work, user, Wished(page=False, remember=True))

        async def fresh() -> None:
            """A step later, with a session that was just used, and proven: none of it is measured."""
            clock.forward(timedelta(seconds=30))
            access, _ = await runtime.provider(Tokens).issue(begun.session.id, person.id)
            client.headers["Authorization"] = f"Bearer {access}"
            async with runtime.system() as work:
                just_used = {"proven_at": work.now, "last_seen_at": work.now}
                await work.session.execute(update(Session).where(Session.id == begun.session.id).values(just_used))

        await fresh()
        app, _codes = await with_app(client, clock.now())
        key = await with_key(client)
        print("| operation | p50 ms | p95 ms | longest ms |\n|---|---|---|---|")
        for name, operation in _operations(runtime, client, app, key).items():
            await _timed(name, operation, fresh)


def _operations(
    runtime: Runtime, client: httpx2.AsyncClient, app: App, key: Key
) -> dict[str, Callable[[], Awaitable[httpx2.Response]]]:
    async def by_app() -> httpx2.Response:
        async with runtime.system() as work:
            user = await repository.by_index(work, runtime.key_ring.blind_index("factors@example.org", "email"))
            assert user is not None
            token = (await half.begin(work, user.id, Wished(page=False, remember=False))).token
        return await second(client, token, "totp", app.code(runtime.clock.now()))

    async def prove() -> httpx2.Response:
        body = {"method": "totp", "code": app.code(runtime.clock.now())}
        return await client.post(f"{V1}/auth/step-up", json=body)

    return {
        "second step by an app": by_app,
        "sign-in by a passkey": lambda: by_key_alone(client, key),
        "step-up by an app": prove,
        "beginning to set up an app": lambda: client.post(f"{V1}/me/factors/totp", json={}),
        "ten new recovery codes": lambda: client.post(f"{V1}/me/factors/recovery-codes"),
        "the list": lambda: client.get(f"{V1}/me/factors"),
    }


async def _timed(
    name: str, operation: Callable[[], Awaitable[httpx2.Response]], fresh: Callable[[], Awaitable[None]]
) -> None:
    taken = []
    for _ in range(TIMES):
        await fresh()
        started = time.perf_counter()
        answer = await operation()
        taken.append((time.perf_counter() - started) * 1000)
        assert answer.status_code < 300, answer.text
    taken.sort()
    print(f"| {name} | {taken[len(taken) // 2]:.1f} | {taken[int(len(taken) * 0.95)]:.1f} | {taken[-1]:.1f} |")


if __name__ == "__main__":
    main()
