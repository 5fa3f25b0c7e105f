"""What it costs to know who asks: CPU and statements of a request by cookie, token and key, beside a public one.

Each kind of request runs through the same application and middleware in this process, against a real `cairn up`'s
database. The public route opens the same unit of work, but for a person it is told; so what is more in the others is
reading and checking the credential, the session, the person and the permission. Kinds take turns in short blocks, so
that whatever else the machine does meets them alike. Run: `python -m bench.authentication`.
"""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any
from unittest.mock import patch
from uuid import UUID

from fastapi import FastAPI, Request
from pydantic import BaseModel
from sqlalchemy import event
from starlette.types import ASGIApp, Message

from cairn.accounts import service, sessions
from cairn.accounts.keys import service as keys
from cairn.accounts.keys.schemas import NewKey
from cairn.accounts.permissions import READ
from cairn.accounts.schemas import Login, Register
from cairn.app import assemble, environment
from cairn.platform.actor import Credential
from cairn.platform.http import Router, SignedIn, needs, problems, public
from cairn.platform.http.credentials import COOKIE
from cairn.platform.http.middleware import Surroundings
from cairn.platform.http.work import runtime_of
from cairn.platform.limits import Limiter
from cairn.platform.protection import Protection
from cairn.platform.runtime import Runtime
from cairn.platform.telemetry import configure_logging
from tests.journeys.installation import PASSWORD, installation

BLOCKS, BLOCK, MOST_MS = 60, 50, 0.4


class Told(BaseModel):
    user_id: UUID


ROOMY = {"CAIRN_LIMIT_PERSON": "1000000", "CAIRN_LIMIT_ADDRESS": "1000000", "CAIRN_QUOTA_USER": "1000000"}
"""Limits are counted as always, and never reached."""


def main() -> None:
    with installation() as cairn, patch.dict("os.environ", {"CAIRN_DATA": str(cairn.data), **ROOMY}):
        measured = asyncio.run(_measure())
    base_ms, base_statements = measured["public, with a unit of work"]
    print("| request | CPU ms (median) | more than public | statements |\n|---|---|---|---|")
    for kind, (ms, statements) in measured.items():
        print(f"| {kind} | {ms:.3f} | {ms - base_ms:+.3f} | {statements} |")
    asked = [found for kind, found in measured.items() if not kind.startswith("public")]
    holds = all(ms - base_ms <= MOST_MS and statements == base_statements for ms, statements in asked)
    print(f"\nAt most {MOST_MS} ms more, and no statement more: {'holds' if holds else 'does not hold'}.")


async def _measure() -> dict[str, tuple[float, int]]:
    runtime = assemble.runtime(environment.read())
    configure_logging("WARNING")  # a line for each request would weigh as much as what is measured
    await runtime.start()
    try:
        user_id, shown = await _somebody(runtime)
        app = _application(runtime, user_id)
        requests = {
            "public, with nothing": ("/nothing", {}),
            "public, with a unit of work": ("/public", {}),
            **{f"signed in by {kind}": ("/mine", headers) for kind, headers in shown.items()},
        }
        spent: dict[str, list[float]] = {kind: [] for kind in requests}
        for path, headers in requests.values():  # connections, keys and caches as after a minute's use
            for _ in range(BLOCK):
                await _ask(app, path, headers)
        for _ in range(BLOCKS):
            for kind, (path, headers) in requests.items():
                started = time.process_time()
                for _ in range(BLOCK):
                    await _ask(app, path, headers)
                spent[kind].append((time.process_time() - started) / BLOCK * 1000)
        found = {}
        for kind, (path, headers) in requests.items():
            with _counted(runtime) as statements:
                await _ask(app, path, headers)
            found[kind] = (median(spent[kind]), len(statements))
        return found
    finally:
        await runtime.stop()


def _application(runtime: Runtime, user_id: UUID) -> ASGIApp:
    router = Router(tag="bench")

    @router.get("/nothing", response_model=Told, dependencies=[public("a benchmark")])
    async def nothing() -> Told:
        return Told(user_id=user_id)

    @router.get("/public", response_model=Told, dependencies=[public("a benchmark")])
    async def of_a_person(request: Request) -> Told:
        async with runtime_of(request).work(Credential("person", str(user_id))) as work:
            return Told(user_id=work.user_id)

    @router.get("/mine", response_model=Told, dependencies=[needs(READ)])
    async def mine(work: SignedIn) -> Told:
        return Told(user_id=work.user_id)

    app = FastAPI()
    app.state.runtime = runtime
    problems.install(app)
    app.include_router(router)
    protection = runtime.settings.of(Protection)
    return Surroundings(app, protection=protection, limiter=runtime.provider(Limiter), largest_body=1_000_000)


async def _somebody(runtime: Runtime) -> tuple[UUID, dict[str, dict[str, str]]]:
    """A new person, and what they show in each of three ways."""
    email = f"{runtime.new_id().hex}@example.org"
    words = Register(email=email, password=PASSWORD, time_zone="Europe/Lisbon")
    user = await service.create(runtime, await service.checked(words))
    page = await sessions.sign_in(
        runtime, Login.model_validate({"email": email, "password": PASSWORD, "as": "page"}), "bench"
    )
    program = await sessions.sign_in(runtime, Login(email=email, password=PASSWORD), "bench")
    assert isinstance(page, sessions.Opened)
    assert isinstance(program, sessions.Opened)
    assert program.tokens is not None
    async with runtime.work(Credential("person", str(user.id))) as work:
        made = await keys.make(work, NewKey(name="bench", scopes=[READ.name], expires_in_days=1))
    return user.id, {
        "cookie": {"cookie": f"{COOKIE}={page.cookie}"},
        "token": {"authorization": f"Bearer {program.tokens.access_token}"},
        "key": {"authorization": f"Bearer {made.key}"},
    }


async def _ask(app: ASGIApp, path: str, headers: dict[str, str]) -> None:
    """One request, handed to the application as a server does, without a client's own cost."""
    scope: dict[str, Any] = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"localhost"), *((name.encode(), value.encode()) for name, value in headers.items())],
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 8000),
        "state": {},
    }
    status = 0

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        status = message.get("status", status)

    await app(scope, receive, send)
    assert status == 200, f"{path} answered {status}"


@contextmanager
def _counted(runtime: Runtime) -> Iterator[list[str]]:
    """The statements that go to the database meanwhile."""
    seen: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        seen.append(statement)

    engines = (runtime.engine.sync_engine, runtime.system_engine.sync_engine)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)


if __name__ == "__main__":
    main()
