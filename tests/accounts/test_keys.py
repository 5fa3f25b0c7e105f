"""Keys of programs: made by their person alone, shown once, worth no more than was chosen, ended at once."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import forgotten, links
from cairn.accounts.attempts import Origin
from cairn.accounts.feature import feature
from cairn.accounts.keys import service as keys
from cairn.accounts.links import Link
from cairn.platform.actor import Actor, Credential
from cairn.platform.clock import StillClock
from cairn.platform.errors import NotAllowed
from cairn.platform.http.credentials import hashed
from cairn.platform.http.events import stream
from cairn.platform.runtime import Runtime
from cairn.platform.secrets import digest
from cairn.platform.tools import Call
from cairn.tasks.permissions import READ as TASKS_READ
from cairn.tasks.permissions import WRITE as TASKS_WRITE
from tests.conftest import ClientFor, NewPerson, RunJobs

V1 = "/api/v1"
OF_TASKS = [TASKS_READ.name, TASKS_WRITE.name]

Make = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
def make(client_for: ClientFor) -> Make:
    clients: dict[UUID, httpx2.AsyncClient] = {}

    async def make(actor: Actor, *scopes: str, **more: object) -> dict[str, Any]:
        body = {"name": "Obsidian", "scopes": scopes or OF_TASKS, **more}
        client = clients.setdefault(actor.user_id, client_for(actor))
        answer = await client.post(f"{V1}/me/keys", json=body)
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        return made

    return make


def shown(made: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {made['key']}"}


async def status(nobody: httpx2.AsyncClient, made: dict[str, Any], path: str = "/tasks") -> int:
    return (await nobody.get(f"{V1}{path}", headers=shown(made))).status_code


async def set_role(runtime: Runtime, actor: Actor, role: str) -> None:
    async with runtime.system() as work:
        await work.session.execute(
            text("update users set role = :role where id = :id"), {"role": role, "id": actor.user_id}
        )


async def test_a_key_opens_what_it_was_made_for_and_nothing_else(
    nobody: httpx2.AsyncClient, actor: Actor, make: Make
) -> None:
    made = await make(actor, TASKS_READ.name)

    assert await status(nobody, made) == 200
    written = await nobody.post(f"{V1}/tasks", json={"title": "tea"}, headers=shown(made))
    assert (written.status_code, written.json()["type"]) == (403, "/problems/not-allowed")
    assert await status(nobody, made, "/memories") == 403
    assert await status(nobody, made, "/me") == 403
    assert await status(nobody, made, "/events") == 403


async def test_it_is_shown_once_and_only_its_hash_is_kept(
    client: httpx2.AsyncClient, actor: Actor, make: Make, runtime: Runtime
) -> None:
    made = await make(actor)
    (listed,) = (await client.get(f"{V1}/me/keys")).json()["items"]

    assert made["key"].startswith(listed["prefix"])
    assert (len(listed["prefix"]), listed["name"], listed["last_used_at"]) == (14, "Obsidian", None)
    assert "key" not in listed
    assert listed["expires_at"] == "2027-02-22T12:00:00Z"
    async with runtime.system() as work:
        row = (await work.session.execute(text("select * from api_keys where id = :id"), {"id": made["id"]})).one()
    assert bytes(row.key_hash) == digest(made["key"])
    assert b"Obsidian" not in bytes(row.name_cipher)


async def test_its_last_use_is_told_to_the_minute(
    nobody: httpx2.AsyncClient, client: httpx2.AsyncClient, actor: Actor, make: Make, clock: StillClock
) -> None:
    made = await make(actor)
    seen = []
    for _ in range(4):
        clock.forward(timedelta(seconds=40))
        assert await status(nobody, made) == 200
        (listed,) = (await client.get(f"{V1}/me/keys")).json()["items"]
        seen.append(listed["last_used_at"])

    assert seen == [f"2026-11-24T12:{moment}Z" for moment in ("00:40", "00:40", "02:00", "02:00")]


async def test_an_ended_key_and_one_that_ran_out_open_nothing(
    nobody: httpx2.AsyncClient, client: httpx2.AsyncClient, actor: Actor, make: Make, clock: StillClock
) -> None:
    ended, short = await make(actor), await make(actor, expires_in_days=1)

    assert (await client.delete(f"{V1}/me/keys/{ended['id']}")).status_code == 204
    assert await status(nobody, ended) == 401
    assert (await client.delete(f"{V1}/me/keys/{ended['id']}")).status_code == 404
    clock.forward(timedelta(hours=23, minutes=59))
    assert await status(nobody, short) == 200
    clock.forward(timedelta(minutes=1))
    assert await status(nobody, short) == 401
    assert [one["id"] for one in (await client.get(f"{V1}/me/keys")).json()["items"]] == [short["id"]]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 101},
        {"scopes": []},
        {"scopes": ["tasks:read:all"]},
        {"scopes": ["*"]},
        {"scopes": [TASKS_READ.name, "keys:write:own"]},
        {"scopes": ["sessions:write:own"]},
        {"expires_in_days": 0},
        {"expires_in_days": 366},
        {"factors": 2},
    ],
    ids=str,
)
async def test_a_key_that_may_not_be_is_not_made(client: httpx2.AsyncClient, wrong: dict[str, object]) -> None:
    body = {"name": "Obsidian", "scopes": OF_TASKS} | wrong
    assert (await client.post(f"{V1}/me/keys", json=body)).status_code == 422
    assert (await client.get(f"{V1}/me/keys")).json()["items"] == []


async def test_a_key_holds_no_more_than_its_persons_role_at_the_moment(
    person: NewPerson, client_for: ClientFor, runtime: Runtime
) -> None:
    """What is for administrators can be chosen by one who proved two factors, and is lost with the role."""
    everybody = await person()
    by_one, by_two = client_for(everybody), client_for(everybody, factors=2)

    async def offered(client: httpx2.AsyncClient) -> set[str]:
        return {one["name"] for one in (await client.get(f"{V1}/me/keys/scopes")).json()["items"]}

    before = await offered(by_two)
    await set_role(runtime, everybody, "super-administrator")
    assert await offered(by_one) == before
    name = sorted(await offered(by_two) - before)[0]
    body = {"name": "Obsidian", "scopes": [name]}
    assert (await by_one.post(f"{V1}/me/keys", json=body)).status_code == 422
    made = (await by_two.post(f"{V1}/me/keys", json=body)).json()
    credential = Credential("key", hashed(made["key"]))

    (permission,) = [one for feature in runtime.features for one in feature.permissions if one.name == name]
    assert (await runtime.identify(credential)).may(permission)
    await set_role(runtime, everybody, "user")
    assert not (await runtime.identify(credential)).may(permission)
    refused = await by_two.post(f"{V1}/me/keys", json=body)
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/bad-scope")


async def test_a_key_makes_no_key_and_touches_no_door(
    nobody: httpx2.AsyncClient, client: httpx2.AsyncClient, actor: Actor, make: Make
) -> None:
    """Not even one that holds all there is to choose."""
    scopes = [one["name"] for one in (await client.get(f"{V1}/me/keys/scopes")).json()["items"]]
    made = await make(actor, *scopes)
    by_key = shown(made)

    tries = [
        ("POST", "/me/keys", {"name": "another", "scopes": OF_TASKS}),
        ("GET", "/me/keys", None),
        ("GET", "/me/keys/scopes", None),
        ("DELETE", f"/me/keys/{made['id']}", None),
        ("GET", "/me/sessions", None),
        ("POST", "/me/sessions/end-others", None),
    ]
    answers = [await nobody.request(method, f"{V1}{path}", json=body, headers=by_key) for method, path, body in tries]
    assert {answer.status_code for answer in answers} == {403}
    assert (await nobody.post(f"{V1}/auth/logout", headers=by_key)).status_code == 401
    assert await status(nobody, made, "/me") == 200


async def test_only_who_proved_it_a_short_while_ago_makes_one(
    client: httpx2.AsyncClient, clock: StillClock, actor: Actor, runtime: Runtime
) -> None:
    body = {"name": "Obsidian", "scopes": OF_TASKS}
    assert (await client.post(f"{V1}/me/keys", json=body)).status_code == 201
    async with runtime.system() as work:
        await work.session.execute(
            text("update sessions set proven_at = proven_at - interval '15 minutes' where user_id = :id"),
            {"id": actor.user_id},
        )
    late = await client.post(f"{V1}/me/keys", json=body)
    assert (late.status_code, late.json()["type"]) == (403, "/problems/proof-needed")


async def test_somebody_elses_key_is_not_there(client_for: ClientFor, person: NewPerson, make: Make) -> None:
    ana, rui = await person(), await person()
    theirs = await make(rui)

    assert (await client_for(ana).delete(f"{V1}/me/keys/{theirs['id']}")).status_code == 404
    assert (await client_for(ana).get(f"{V1}/me/keys")).json()["items"] == []
    assert await status(client_for(None), theirs) == 200


async def test_there_are_fifty_at_most_however_many_are_made_at_once(
    client: httpx2.AsyncClient, actor: Actor, make: Make
) -> None:
    made = await make(actor)
    await asyncio.gather(*(make(actor) for _ in range(46)))
    await client.get(f"{V1}/me/keys")  # six sign-ins at once would be one too many

    body = {"name": "one more", "scopes": OF_TASKS}
    answers = await asyncio.gather(*(client.post(f"{V1}/me/keys", json=body) for _ in range(6)))

    assert sorted(answer.status_code for answer in answers) == [201] * 3 + [409] * 3
    assert {answer.json()["type"] for answer in answers if answer.status_code == 409} == {"/problems/too-many-keys"}
    assert (await client.delete(f"{V1}/me/keys/{made['id']}")).status_code == 204
    assert (await client.post(f"{V1}/me/keys", json=body)).status_code == 201


async def test_its_person_is_told_by_letter(actor: Actor, make: Make, run_jobs: RunJobs, tmp_path: Path) -> None:
    await run_jobs()
    made = await make(actor, name="Notes & <b>more</b>")
    await run_jobs()

    letters = [message_from_bytes(file.read_bytes(), policy=default) for file in (tmp_path / "data/mail/new").glob("*")]
    (letter,) = [one for one in letters if one["Subject"] == "A key to your account was made"]
    body = letter.get_body(("plain",))
    assert body is not None
    words = body.get_content()
    assert "“Notes & <b>more</b>”" in words
    assert "http://localhost:8000/you/keys" in words
    assert made["key"] not in words


async def test_a_stream_of_a_key_closes_when_the_key_is_ended(
    client: httpx2.AsyncClient, actor: Actor, make: Make, runtime: Runtime
) -> None:
    made, other = await make(actor, "events:read:own"), await make(actor)
    listener = await runtime.identify(Credential("key", hashed(made["key"])))
    async with aclosing(stream(listener, None)) as lines:
        assert b"event: hello" in await anext(lines)
        await client.delete(f"{V1}/me/keys/{other['id']}")
        assert b"event: key.revoked" in await anext(lines)
        await client.delete(f"{V1}/me/keys/{made['id']}")
        assert b"event: key.revoked" in [line async for line in lines][-1]


async def test_a_new_password_by_letter_ends_keys_too(
    nobody: httpx2.AsyncClient, actor: Actor, make: Make, runtime: Runtime
) -> None:
    made = await make(actor)
    async with actor.work() as work:
        secret = await links.new(work, Link.RESET)
    await forgotten.reset(runtime, secret, "three quiet words", Origin())

    assert await status(nobody, made) == 401


async def test_a_tool_asks_for_the_keys_scope(actor: Actor, make: Make, runtime: Runtime) -> None:
    made = await make(actor, TASKS_READ.name)
    by_key = await runtime.identify(Credential("key", hashed(made["key"])))

    with pytest.raises(NotAllowed):
        await runtime.toolbox.run(by_key, Call(runtime.new_id(), "add_task", {"title": "tea"}))
    assert "add_task" not in {tool.name for tool in runtime.toolbox.for_actor(by_key)}


async def test_a_turn_that_began_under_a_wider_role_does_no_more_than_the_present_one(
    person: NewPerson, make: Make, runtime: Runtime
) -> None:
    """The actor was found before the key ended; each tool opens its own unit of work and asks again."""
    actor = await person()
    made = await make(actor, *OF_TASKS)
    by_key = await runtime.identify(Credential("key", hashed(made["key"])))
    async with runtime.system() as work:
        await work.session.execute(
            text("update api_keys set scopes = :scopes where id = :id"),
            {"scopes": [TASKS_READ.name], "id": made["id"]},
        )
    with pytest.raises(NotAllowed):
        await runtime.toolbox.run(by_key, Call(runtime.new_id(), "add_task", {"title": "tea"}))


async def test_other_assistants_see_the_tools_of_the_keys_scopes_alone(
    nobody: httpx2.AsyncClient, actor: Actor, make: Make
) -> None:
    narrow, shut = await make(actor, "mcp:use:own", TASKS_READ.name), await make(actor, *OF_TASKS)

    async def ask(made: dict[str, Any], method: str, params: dict[str, Any]) -> httpx2.Response:
        body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        headers = shown(made) | {"Accept": "application/json, text/event-stream"}
        return await nobody.post("/mcp", json=body, headers=headers)

    assert (await ask(shut, "tools/list", {})).status_code == 403
    tools = (await ask(narrow, "tools/list", {})).json()["result"]["tools"]
    assert [tool["name"] for tool in tools] == ["list_tasks"]
    refused = await ask(narrow, "tools/call", {"name": "add_task", "arguments": {"title": "tea"}})
    assert "error" in refused.json()


async def test_an_answer_given_to_a_session_is_not_given_again_to_a_key_that_may_not_ask(
    nobody: httpx2.AsyncClient, client: httpx2.AsyncClient, actor: Actor, make: Make
) -> None:
    made = await make(actor, TASKS_READ.name)
    same = {"Idempotency-Key": "once"}
    assert (await client.post(f"{V1}/tasks", json={"title": "tea"}, headers=same)).status_code == 201

    by_key = await nobody.post(f"{V1}/tasks", json={"title": "tea"}, headers=same | shown(made))
    assert by_key.status_code == 403


async def test_the_answer_that_shows_a_key_is_not_kept(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime
) -> None:
    body = {"name": "Obsidian", "scopes": OF_TASKS}
    made = await client.post(f"{V1}/me/keys", json=body, headers={"Idempotency-Key": "keys-1"})
    assert made.status_code == 201
    async with actor.work() as work:
        assert await work.session.scalar(text("select count(*) from idempotent_answers")) == 0


async def test_a_turn_that_a_worker_finishes_does_no_more_than_the_key_that_began_it(
    actor: Actor, make: Make, runtime: Runtime
) -> None:
    """The process that took the message died; the job that takes the turn up acts for the person."""
    narrow, wide, ended = await make(actor, "conversations:write:own"), await make(actor), await make(actor)
    async with actor.work() as work:
        await keys.revoke(work, UUID(ended["id"]))

    for made, may in ((narrow, False), (wide, True), (ended, False)):
        by_key = await keys.as_key(actor, UUID(made["id"]))
        assert by_key.may(TASKS_WRITE) == may
        if not may:
            with pytest.raises(NotAllowed):
                await runtime.toolbox.run(by_key, Call(runtime.new_id(), "add_task", {"title": "tea"}))
    assert (await keys.as_key(actor, None)).may(TASKS_WRITE)


async def test_a_message_sent_by_key_is_answered_by_what_the_key_may(
    nobody: httpx2.AsyncClient, client: httpx2.AsyncClient, actor: Actor, make: Make, runtime: Runtime
) -> None:
    made = await make(actor, "conversations:write:own")
    assert (await client.post(f"{V1}/memories", json={"text": "My sister Rita lives in Porto."})).status_code == 201
    for words in (
        "add a task: buy oat milk",
        "where does my sister live?",
        "what do you know about me?",
        "what's next?",
    ):
        said = await nobody.post(f"{V1}/messages", json={"text": words}, headers=shown(made))
        assert said.status_code == 200, said.text
        assert said.json()["receipts"] == []
        assert said.json()["reply"]["text"] == "That didn't work: Your account may not do this."
    assert (await client.get(f"{V1}/tasks")).json()["items"] == []
    async with runtime.system() as work:
        queued = text(
            "select args->>'key_id' from procrastinate_jobs where task_name = 'chat.resume_turn'"
            " and args->>'user_id' = :user_id"
        )
        assert await work.session.scalar(queued, {"user_id": str(actor.user_id)}) == made["id"]


async def test_sign_ins_and_keys_are_taken_along_without_their_secrets(actor: Actor, make: Make) -> None:
    made = await make(actor)
    assert feature.export is not None
    async with actor.work() as work:
        taken = await feature.export(work)
    assert [one["name"] for one in taken["api_keys"]] == ["Obsidian"]
    assert len(taken["sessions"]) == 1
    assert made["key"] not in repr(taken)
    assert digest(made["key"]).hex() not in repr(taken)
