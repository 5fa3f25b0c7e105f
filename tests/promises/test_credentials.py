"""Every control holds for every credential and at every door.

The page's cookie, a program's token and a key, each where answers come at once, as streams, and to other assistants.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts.messages import SessionEnded
from cairn.app.build import LARGEST_BODY
from cairn.platform.http import events
from cairn.platform.http.work import PERSON
from cairn.platform.permissions import Role
from tests.accounts.proofs import half, with_app
from tests.conftest import PASSWORD, ClientFor, NewPerson
from tests.promises.conftest import EVERYBODYS, MCP, V1, Scene, listening

Control = Callable[[Scene], Awaitable[None]]


async def everywhere(scene: Scene, status: int, **more: str) -> None:
    assert await scene.knock_at(scene.doors, **more) == dict.fromkeys(scene.doors, status)


async def everybodys(scene: Scene, status: int) -> None:
    assert await scene.knock_at(EVERYBODYS) == dict.fromkeys(EVERYBODYS, status)


async def a_suspended_person_is_shut_out(scene: Scene) -> None:
    await scene.put("disabled_at", scene.clock.now())
    await everywhere(scene, 401)
    assert (await scene.ask("POST", "/tasks", json={"title": "tea"})).status_code == 401


async def an_ended_credential_opens_nothing(scene: Scene) -> None:
    await scene.end()
    await everywhere(scene, 401)


async def an_expired_credential_opens_nothing(scene: Scene) -> None:
    lasts = {"cookie": timedelta(minutes=30), "bearer": timedelta(minutes=10), "key": timedelta(days=90)}[scene.kind]
    scene.clock.forward(lasts - timedelta(seconds=1))
    assert (await scene.runtime.identify(scene.credential)).user_id == scene.me.user_id
    scene.clock.forward(timedelta(seconds=1) if scene.kind != "cookie" else lasts)
    await everywhere(scene, 401)


async def an_erased_person_is_shut_out(scene: Scene) -> None:
    async with scene.me.work() as work:
        await work.session.execute(text("delete from users where id = :id"), {"id": work.user_id})
    await everywhere(scene, 401)


async def half_a_sign_in_opens_nothing(scene: Scene) -> None:
    program = httpx2.AsyncClient(transport=scene.nobody._transport, base_url=scene.nobody.base_url)
    program.headers.update(scene.signed_in)
    await with_app(program, scene.clock.now())
    token = (await half(scene.nobody, scene.email, PASSWORD))["mfa_token"]
    forms = {
        "cookie": {"Cookie": f"__Host-cairn={token}"},
        "bearer": {"Authorization": f"Bearer {token}"},
        "key": {"Authorization": f"Bearer cairn_{token}"},
    }
    await everywhere(scene, 401, **forms[scene.kind])


async def a_missing_permission_is_refused(scene: Scene) -> None:
    await everybodys(scene, 403)
    if scene.kind == "key":
        assert (await scene.ask("GET", "/reminders")).status_code == 403
        other = await scene.with_key({"tasks:read:own"})
        await everywhere(other, 403)


async def everybodys_things_need_the_role_and_two_factors_at_once_both_ways(scene: Scene) -> None:
    await scene.put("role", "super-administrator")
    # A key holds what was chosen for it, however high its person rises.
    await everybodys(scene, 403)
    await everywhere(scene, 200)
    by_one = await scene.prove(1)
    await everybodys(by_one, 403)
    by_two = await scene.prove(2)
    await everybodys(by_two, 200)
    if scene.kind == "key":  # the one that was made before the second factor was proven stays as it was made
        await everybodys(by_one, 403)
        await _made_by_one(by_two)
        await everybodys(by_two, 403)
        by_two = await scene.prove(2)
    await scene.put("role", "user")
    await everybodys(by_two, 403)
    await everywhere(by_two, 200)


async def _made_by_one(scene: Scene) -> None:
    """The key as if a session with one factor had made it, which is refused to it already when it is made."""
    async with scene.runtime.system() as work:
        made = text("update api_keys set factors = 1 where key_hash = decode(:hash, 'hex')")
        await work.session.execute(made, {"hash": scene.credential.value})


async def a_new_role_asks_for_a_new_sign_in(scene: Scene, boss: httpx2.AsyncClient) -> None:
    await lowered(scene, boss)
    await everywhere(scene, 401)


async def who_reads_by_a_share_reads_what_is_shared_and_nothing_else(scene: Scene) -> None:
    theirs = (await scene.other.post(f"{V1}/tasks", json={"title": "theirs"})).json()["id"]
    named = {PERSON: scene.others_id}
    assert (await scene.ask("GET", "/tasks", headers=named)).status_code == 404
    await everywhere_refused(scene, named, 404)
    given = {"email": scene.email, "kinds": ["tasks"], "about": "My coach"}
    share = (await scene.other.post(f"{V1}/me/shares", json=given)).json()["id"]

    seen = await scene.ask("GET", "/tasks", headers=named)
    assert [task["title"] for task in seen.json()["items"]] == ["theirs"]
    assert (await scene.ask("GET", f"/tasks/{theirs}", headers=named)).status_code == 200
    assert (await scene.ask("GET", "/memories", headers=named)).status_code == 403
    await everywhere_refused(scene, named, 403)
    changes = [
        *(("POST", "/tasks", {"title": "mine"}), ("PATCH", f"/tasks/{theirs}", {"title": "mine"})),
        *(("POST", f"/tasks/{theirs}/done", None), ("DELETE", f"/tasks/{theirs}", None)),
    ]
    for method, path, body in changes:
        answer = await scene.ask(method, path, json=body, headers=named)
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/only-reading"), f"{method} {path}"
    kept = (await scene.other.get(f"{V1}/tasks")).json()["items"]
    assert [(task["title"], task["done_at"]) for task in kept] == [("theirs", None)]
    if scene.kind == "key":
        blind = await scene.with_key({"account:read:own", "memories:read:own"})
        assert (await blind.ask("GET", "/tasks", headers=named)).status_code == 403

    await scene.other.delete(f"{V1}/me/shares/{share}")
    assert (await scene.ask("GET", "/tasks", headers=named)).status_code == 404


async def everywhere_refused(scene: Scene, named: dict[str, str], unread: int) -> None:
    """A share opens no door but the routes of its kind; what would change something is refused before it is asked."""
    found = await scene.knock_at(scene.doors, **named)
    assert found == {door: 403 if door.startswith("POST") else unread for door in scene.doors}


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


CONTROLS: tuple[Control, ...] = (
    a_suspended_person_is_shut_out,
    an_ended_credential_opens_nothing,
    an_expired_credential_opens_nothing,
    an_erased_person_is_shut_out,
    half_a_sign_in_opens_nothing,
    a_missing_permission_is_refused,
    everybodys_things_need_the_role_and_two_factors_at_once_both_ways,
    who_reads_by_a_share_reads_what_is_shared_and_nothing_else,
    somebody_elses_id_is_not_there,
    a_huge_body_is_refused,
    unknown_fields_are_refused,
    the_same_request_is_done_once,
    a_change_is_audited,
    what_opens_doors_needs_a_recent_proof,
)


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: control.__name__)
async def test_a_control_holds(scene: Scene, control: Control) -> None:
    await everywhere(scene, 200)
    await control(scene)


@pytest.mark.parametrize("scene", ["cookie"], indirect=True)
async def test_other_assistants_come_without_cookies(scene: Scene) -> None:
    assert await scene.knock(MCP) == 401


async def ended(scene: Scene) -> None:
    await scene.end()


async def suspended(scene: Scene, boss: httpx2.AsyncClient) -> None:
    path = f"{V1}/admin/people/{scene.me.user_id}/suspend"
    assert (await boss.post(path, json={"reason": "Unwanted letters."})).status_code == 200


async def lowered(scene: Scene, boss: httpx2.AsyncClient) -> None:
    path = f"{V1}/admin/people/{scene.me.user_id}/role"
    assert (await boss.put(path, json={"role": "premium"})).status_code == 200


@pytest.fixture
async def boss(person: NewPerson, client_for: ClientFor) -> httpx2.AsyncClient:
    return client_for(await person(role=Role.SUPER_ADMINISTRATOR), factors=2)


@pytest.mark.parametrize("how", [suspended, lowered], ids=lambda how: how.__name__)
async def test_what_administration_decides_holds_at_once(scene: Scene, boss: httpx2.AsyncClient, how: Any) -> None:
    """At every door, and the streams that are open end."""
    async with listening(scene.app, scene.headers) as heard:
        assert await heard.begins() == 200
        await how(scene, boss)
        await heard.ends()
    await everywhere(scene, 401)


async def test_a_stream_ends_with_what_it_was_opened_by(scene: Scene) -> None:
    async with listening(scene.app, scene.headers) as heard:
        assert await heard.begins() == 200
        await scene.end()
        told = await heard.ends()
        assert (b"key.revoked" if scene.kind == "key" else b"session.ended") in told


async def run_out(scene: Scene) -> None:
    scene.clock.forward(timedelta(minutes=10) if scene.kind == "bearer" else timedelta(days=91))


async def erased(scene: Scene) -> None:
    async with scene.me.work() as work:
        await work.session.execute(text("delete from users where id = :id"), {"id": work.user_id})


@pytest.mark.parametrize("how", [run_out, erased], ids=lambda how: how.__name__)
async def test_a_stream_is_looked_at_while_it_is_open(
    scene: Scene, how: Control, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What runs out tells nobody: the stream finds it at its next look, which here comes soon. A token that was taken
    opens nothing for longer than its ten minutes, a stream no more than anything else."""
    monkeypatch.setattr(events, "KEEP_ALIVE_SECONDS", 0.01)
    monkeypatch.setattr(events, "CHECKED_AFTER_SECONDS", 0.04)
    async with listening(scene.app, scene.headers) as heard:
        assert await heard.begins() == 200
        await how(scene)
        assert b"ended" not in await heard.ends()


async def test_a_busy_stream_is_looked_at_as_well(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is never quiet for as long as a keep-alive takes, and yet ends with what it was opened by."""
    async with listening(scene.app, scene.headers) as heard:
        assert await heard.begins() == 200
        await run_out(scene)
        monkeypatch.setattr(events, "CHECKED_AFTER_SECONDS", 0)
        async with scene.runtime.system() as work:
            for _ in range(3):
                await work.publish(SessionEnded(session_id=uuid4()), to=scene.me.user_id)  # of some other device
        assert (await heard.ends()).count(b"session.ended") < 3
