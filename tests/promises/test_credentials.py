"""Every control holds for every credential: the page's cookie, a program's bearer token, a key, and their streams."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import repository, sessions
from cairn.accounts import service as accounts
from cairn.accounts.keys import service as keys
from cairn.accounts.messages import SessionEnded
from cairn.app.build import LARGEST_BODY
from cairn.platform.actor import Actor, Credential
from cairn.platform.clock import StillClock
from cairn.platform.http import events
from cairn.platform.http.credentials import hashed
from cairn.platform.runtime import Runtime
from tests.conftest import PASSWORD, ClientFor, NewPerson

V1 = "/api/v1"
KINDS = ("cookie", "bearer", "key")
FOR_THE_KEY = {"account:read:own", "events:read:own", "tasks:read:own", "tasks:write:own"}
ADMINISTRATORS_ALONE = "/operations/jobs"


@dataclass(frozen=True)
class Scene:
    """A person who shows a credential of one kind, and somebody else.

    Args:
        credential: The same as the database is asked about it.
    """

    kind: str
    runtime: Runtime
    clock: StillClock
    nobody: httpx2.AsyncClient
    me: Actor
    other: httpx2.AsyncClient
    headers: dict[str, str]
    credential: Credential

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

    async def set(self, column: str, value: object) -> None:
        """Change the person's row, as administration does."""
        async with self.runtime.system() as work:
            await work.session.execute(
                text(f"update users set {column} = :value where id = :id"), {"value": value, "id": self.me.user_id}
            )

    async def end(self) -> None:
        """End the credential itself, as its person would."""
        actor = await self.runtime.identify(self.credential)
        async with self.me.work() as work:
            if actor.key_id is not None:
                await keys.revoke(work, actor.key_id)
            else:
                assert actor.session_id is not None
                await sessions.end(work, actor.session_id, "a test")


@pytest.fixture(params=KINDS)
async def scene(
    request: pytest.FixtureRequest,
    runtime: Runtime,
    clock: StillClock,
    person: NewPerson,
    client_for: ClientFor,
) -> Scene:
    nobody, me, other = client_for(None), await person(), client_for(await person())
    async with me.work() as work:
        email = await accounts.address_of(work, work.user_id)
    kind: str = request.param
    login = {"email": email, "password": PASSWORD} | ({"as": "page"} if kind == "cookie" else {})
    opened = await nobody.post(f"{V1}/auth/login", json=login, headers={"X-Cairn": "1"})
    assert opened.status_code == 200, opened.text
    if kind == "cookie":
        pair = opened.headers["set-cookie"].split(";")[0]
        credential = Credential("page", hashed(pair.partition("=")[2]))
        return Scene(kind, runtime, clock, nobody, me, other, {"Cookie": pair, "X-Cairn": "1"}, credential)
    headers = {"Authorization": f"Bearer {opened.json()['access_token']}"}
    if kind == "key":
        offered = (await nobody.get(f"{V1}/me/keys/scopes", headers=headers)).json()["items"]
        scopes = sorted({one["name"] for one in offered} & FOR_THE_KEY)
        made = await nobody.post(f"{V1}/me/keys", json={"name": "test", "scopes": scopes}, headers=headers)
        headers = {"Authorization": f"Bearer {made.json()['key']}"}
        credential = Credential("key", hashed(made.json()["key"]))
    else:
        async with me.work() as work:
            (session_id,) = await repository.open_sessions(work, me.user_id)
        credential = Credential("session", str(session_id))
    return Scene(kind, runtime, clock, nobody, me, other, headers, credential)


async def a_suspended_person_is_shut_out(scene: Scene) -> None:
    await scene.set("disabled_at", scene.clock.now())
    assert (await scene.ask("GET", "/me")).status_code == 401
    assert (await scene.ask("POST", "/tasks", json={"title": "tea"})).status_code == 401
    assert (await scene.ask("GET", "/events")).status_code == 401


async def an_ended_credential_opens_nothing(scene: Scene) -> None:
    await scene.end()
    assert (await scene.ask("GET", "/me")).status_code == 401
    assert (await scene.ask("GET", "/events")).status_code == 401


async def an_expired_credential_opens_nothing(scene: Scene) -> None:
    lasts = {"cookie": timedelta(minutes=30), "bearer": timedelta(minutes=10), "key": timedelta(days=90)}[scene.kind]
    scene.clock.forward(lasts - timedelta(seconds=1))
    assert (await scene.runtime.identify(scene.credential)).user_id == scene.me.user_id
    scene.clock.forward(timedelta(seconds=1) if scene.kind != "cookie" else lasts)
    assert (await scene.ask("GET", "/me")).status_code == 401


async def an_erased_person_is_shut_out(scene: Scene) -> None:
    async with scene.me.work() as work:
        await work.session.execute(text("delete from users where id = :id"), {"id": work.user_id})
    assert (await scene.ask("GET", "/me")).status_code == 401


async def a_missing_permission_is_refused(scene: Scene) -> None:
    assert (await scene.ask("GET", ADMINISTRATORS_ALONE)).status_code == 403
    if scene.kind == "key":
        assert (await scene.ask("GET", "/memories")).status_code == 403


async def a_role_holds_at_once_both_ways(scene: Scene) -> None:
    async with scene.runtime.system() as work:  # administrators prove themselves twice
        await work.session.execute(
            text("update sessions set factors = 2 where user_id = :id"), {"id": scene.me.user_id}
        )
    await scene.set("role", "super-administrator")
    # A key holds what was chosen for it, however high its person rises.
    assert (await scene.ask("GET", ADMINISTRATORS_ALONE)).status_code == (403 if scene.kind == "key" else 200)
    await scene.set("role", "user")
    assert (await scene.ask("GET", ADMINISTRATORS_ALONE)).status_code == 403


async def somebody_elses_id_is_not_there(scene: Scene) -> None:
    theirs = (await scene.other.post(f"{V1}/tasks", json={"title": "theirs"})).json()["id"]
    for method, path in (("GET", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/done")):
        body = {"title": "mine"} if method == "PATCH" else None
        assert (await scene.ask(method, f"/tasks/{theirs}{path}", json=body)).status_code == 404, method
    assert (await scene.other.get(f"{V1}/tasks/{theirs}")).json()["title"] == "theirs"


async def a_huge_body_is_refused(scene: Scene) -> None:
    answer = await scene.ask("POST", "/tasks", content=b'{"title": "' + b"x" * LARGEST_BODY + b'"}')
    assert answer.status_code == 413


async def unknown_fields_are_refused(scene: Scene) -> None:
    for field in ("user_id", "id", "role", "done_at", "email_verified_at"):
        answer = await scene.ask("POST", "/tasks", json={"title": "tea", field: str(scene.runtime.new_id())})
        assert answer.status_code == 422, field


async def the_same_request_is_done_once(scene: Scene) -> None:
    body, key = {"title": "once"}, {"Idempotency-Key": "a-promise"}
    first, again = [await scene.ask("POST", "/tasks", json=body, headers=key) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again.headers["idempotent-replayed"] == "true"


async def a_change_is_audited(scene: Scene) -> None:
    made = await scene.ask("POST", "/tasks", json={"title": "tea"})
    query = text("select count(*) from audit_entries where subject_id = :id and user_id = :user_id")
    async with scene.me.work() as work:
        found = await work.session.scalar(query, {"id": UUID(made.json()["id"]), "user_id": work.user_id})
    assert found


async def what_opens_doors_needs_a_recent_proof(scene: Scene) -> None:
    async with scene.runtime.system() as work:
        await work.session.execute(
            text("update sessions set proven_at = proven_at - interval '15 minutes' where user_id = :id"),
            {"id": scene.me.user_id},
        )
    answer = await scene.ask("POST", "/me/keys", json={"name": "more", "scopes": ["tasks:read:own"]})
    assert answer.status_code == 403


Control = Callable[[Scene], Awaitable[None]]
CONTROLS: tuple[Control, ...] = (
    a_suspended_person_is_shut_out,
    an_ended_credential_opens_nothing,
    an_expired_credential_opens_nothing,
    an_erased_person_is_shut_out,
    a_missing_permission_is_refused,
    a_role_holds_at_once_both_ways,
    somebody_elses_id_is_not_there,
    a_huge_body_is_refused,
    unknown_fields_are_refused,
    the_same_request_is_done_once,
    a_change_is_audited,
    what_opens_doors_needs_a_recent_proof,
)


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.__name__)
async def test_a_control_holds(scene: Scene, control: Control) -> None:
    assert (await scene.ask("GET", "/me")).status_code == 200, "the credential holds before"
    await control(scene)


async def ended(scene: Scene) -> None:
    await scene.end()


async def suspended(scene: Scene) -> None:
    await scene.set("disabled_at", scene.clock.now())
    async with scene.runtime.system() as work:
        await sessions.end_all(work, scene.me.user_id, "suspended")


async def run_out(scene: Scene) -> None:
    scene.clock.forward(timedelta(days=91))


@pytest.mark.parametrize("how", [ended, suspended, run_out], ids=lambda how: how.__name__)
async def test_a_stream_closes(scene: Scene, how: Control, monkeypatch: pytest.MonkeyPatch) -> None:
    """At once when something ends it; at the next look when it runs out, which here comes soon."""
    if how is run_out:
        monkeypatch.setattr(events, "KEEP_ALIVE_SECONDS", 0.01)
        monkeypatch.setattr(events, "CHECKED_AFTER_SECONDS", 0.04)
    async with aclosing(events.stream(await scene.runtime.identify(scene.credential), None)) as lines:
        assert b"event: hello" in await anext(lines)
        await how(scene)
        told = [line async for line in lines]
    assert (b"_ended" in told[-1] or b".ended" in told[-1] or b".revoked" in told[-1]) == (how is not run_out)


async def test_a_busy_stream_is_looked_at_as_well(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is never quiet for as long as a keep-alive takes, and yet ends with what it was opened by."""
    async with aclosing(events.stream(await scene.runtime.identify(scene.credential), None)) as lines:
        assert b"event: hello" in await anext(lines)
        async with scene.runtime.system() as work:
            for _ in range(3):
                await work.publish(SessionEnded(session_id=uuid4()), to=scene.me.user_id)  # of some other device
        assert b"session.ended" in await anext(lines)
        monkeypatch.setattr(events, "CHECKED_AFTER_SECONDS", 0)
        assert b"session.ended" in await anext(lines)
        await run_out(scene)
        assert [line async for line in lines] == []
