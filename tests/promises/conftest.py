"""A person who shows a credential of one kind, and the doors that it opens."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from cairn.accounts import repository, sessions
from cairn.accounts import service as accounts
from cairn.accounts.keys import service as keys
from cairn.app.build import create_api
from cairn.platform.actor import Actor, Credential
from cairn.platform.clock import StillClock
from cairn.platform.http.credentials import hashed
from cairn.platform.runtime import Runtime
from tests.conftest import PASSWORD, ClientFor, NewPerson

V1 = "/api/v1"
KINDS = ("cookie", "bearer", "key")
FOR_THE_KEY = {
    *("account:read:own", "events:read:own", "tasks:read:own", "tasks:write:own", "memories:read:own"),
    *("conversations:write:own", "mcp:use:own", "jobs:read:all", "audit:read:all"),
}

EVENTS, SAYING, MCP = "GET /events", "POST /messages as a stream", "POST /mcp"
DOORS = ("GET /me", EVENTS, SAYING, MCP)
"""What everybody may open: an answer, the stream of what changes, an answer as it is thought of, other assistants."""
EVERYBODYS = ("GET /operations/jobs", "GET /audit/entries/export")
"""What is about everybody: an answer, and a file as it grows."""
STREAM = {"Accept": "text/event-stream"}
LISTING = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}


class Listening:
    """Somebody who hears a stream of the application, as its server does: in pieces, and it ends when it ends."""

    def __init__(self, app: FastAPI, path: str, headers: Mapping[str, str]) -> None:
        self.status = 0
        self.heard = b""
        self._began, self._hangs_up = asyncio.Event(), asyncio.Event()
        named = [(b"host", b"localhost:8000"), *((k.lower().encode(), v.encode()) for k, v in headers.items())]
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": V1 + path,
            "raw_path": (V1 + path).encode(),
            "query_string": b"",
            "root_path": "",
            "headers": named,
            "client": ("127.0.0.1", 50_000),
            "server": ("localhost", 8000),
            "state": {},
        }
        self._answering = asyncio.create_task(app(scope, self._receive, self._send))

    async def _receive(self) -> dict[str, Any]:
        await self._hangs_up.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Mapping[str, Any]) -> None:
        self.status = message.get("status", self.status)
        self.heard += message.get("body", b"")
        if message["type"] == "http.response.body":
            self._began.set()

    async def begins(self) -> int:
        """The status, once something was heard."""
        await asyncio.wait_for(self._began.wait(), 30)
        return self.status

    async def ends(self) -> bytes:
        """What was heard, once the application has ended it."""
        await asyncio.wait_for(self._answering, 30)
        return self.heard

    async def hang_up(self) -> None:
        self._hangs_up.set()
        await asyncio.wait_for(self._answering, 30)


@asynccontextmanager
async def listening(app: FastAPI, headers: Mapping[str, str], path: str = "/events") -> AsyncIterator[Listening]:
    opened = Listening(app, path, headers)
    try:
        yield opened
    finally:
        await opened.hang_up()


@dataclass(frozen=True)
class Scene:
    """A person who shows a credential of one kind, and somebody else.

    Args:
        credential: The same as the database is asked about it.
        signed_in: What else they hold: a program's token, by which keys are made.
    """

    kind: str
    runtime: Runtime
    clock: StillClock
    app: FastAPI
    nobody: httpx2.AsyncClient
    me: Actor
    email: str
    other: httpx2.AsyncClient
    others_id: str
    headers: dict[str, str]
    credential: Credential
    signed_in: dict[str, str]

    @property
    def doors(self) -> tuple[str, ...]:
        """Those of everybody that this kind of credential opens: other assistants come without cookies."""
        return tuple(door for door in DOORS if (self.kind, door) != ("cookie", MCP))

    async def ask(
        self,
        method: str,
        path: str,
        *,
        json: Any = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx2.Response:
        shown = {**self.headers, **(headers or {})}
        return await self.nobody.request(method, V1 + path, json=json, content=content, headers=shown)

    async def knock(self, door: str, **more: str) -> int:
        """The status with which a door answers."""
        shown = {**self.headers, **more}
        if door == EVENTS:
            async with listening(self.app, shown) as heard:
                return await heard.begins()
        if door == MCP:
            wanted = {**shown, "Accept": "application/json, text/event-stream"}
            return (await self.nobody.post("/mcp", json=LISTING, headers=wanted)).status_code
        if door == SAYING:
            said = await self.nobody.post(f"{V1}/messages", json={"text": "tea is green"}, headers={**shown, **STREAM})
            return said.status_code
        return (await self.ask("GET", door.removeprefix("GET "), headers=more)).status_code

    async def knock_at(self, doors: tuple[str, ...], **more: str) -> dict[str, int]:
        return {door: await self.knock(door, **more) for door in doors}

    async def put(self, column: str, value: object) -> None:
        """Change the person's row, as whoever has the machine could."""
        async with self.runtime.system() as work:
            await work.session.execute(
                text(f"update users set {column} = :value where id = :id"), {"value": value, "id": self.me.user_id}
            )

    async def prove(self, factors: int) -> "Scene":
        """The same with sessions proven so, and with a key that was made in one of them."""
        async with self.runtime.system() as work:
            await work.session.execute(
                text("update sessions set factors = :factors where user_id = :id"),
                {"id": self.me.user_id, "factors": factors},
            )
        return await self.with_key() if self.kind == "key" else self

    async def with_key(self, allowed: set[str] = FOR_THE_KEY) -> "Scene":
        """The same with a key that was made just now, for what of this may be had."""
        offered = (await self.nobody.get(f"{V1}/me/keys/scopes", headers=self.signed_in)).json()["items"]
        scopes = sorted({one["name"] for one in offered} & allowed)
        made = await self.nobody.post(f"{V1}/me/keys", json={"name": "test", "scopes": scopes}, headers=self.signed_in)
        assert made.status_code == 201, made.text
        key = made.json()["key"]
        return replace(self, headers={"Authorization": f"Bearer {key}"}, credential=Credential("key", hashed(key)))

    async def end(self) -> None:
        """End the credential itself, as its person would."""
        actor = await self.runtime.identify(self.credential)
        async with self.me.work() as work:
            if actor.key_id is not None:
                await keys.revoke(work, actor.key_id)
            else:
                assert actor.session_id is not None
                await sessions.end(work, actor.session_id, "a test")


async def scene_of(kind: str, runtime: Runtime, clock: StillClock, person: NewPerson, client_for: ClientFor) -> Scene:
    await person()  # the first account of an installation is its administrator, and has more in a day
    nobody, me, somebody = client_for(None), await person(), await person()
    async with me.work() as work:
        email = await accounts.address_of(work, work.user_id)
    program = await nobody.post(f"{V1}/auth/login", json={"email": email, "password": PASSWORD})
    token = {"Authorization": f"Bearer {program.json()['access_token']}"}
    async with me.work() as work:
        (session_id,) = await repository.open_sessions(work, me.user_id)
    app = create_api(runtime, lifespan=None)
    credential = Credential("session", str(session_id))
    them = str(somebody.user_id)
    scene = Scene(
        kind, runtime, clock, app, nobody, me, email, client_for(somebody), them, token, credential, signed_in=token
    )
    if kind == "key":
        return await scene.with_key()
    if kind == "cookie":
        login = {"email": email, "password": PASSWORD, "as": "page"}
        opened = await nobody.post(f"{V1}/auth/login", json=login, headers={"X-Cairn": "1"})
        pair = opened.headers["set-cookie"].split(";")[0]
        page = Credential("page", hashed(pair.partition("=")[2]))
        return replace(scene, headers={"Cookie": pair, "X-Cairn": "1"}, credential=page)
    return scene


@pytest.fixture(params=KINDS)
async def scene(
    request: pytest.FixtureRequest,
    runtime: Runtime,
    clock: StillClock,
    person: NewPerson,
    client_for: ClientFor,
) -> Scene:
    return await scene_of(request.param, runtime, clock, person, client_for)
