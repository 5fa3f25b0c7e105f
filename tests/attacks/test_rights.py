"""Somebody wants to do more than they may: by what they send, by what they hold, by being quick."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from cairn.accounts import service as accounts
from cairn.app.build import create_api
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.errors import NotFound
from cairn.platform.permissions import LISTEN, Permission, Role
from cairn.platform.reading import read_as
from cairn.platform.runtime import Runtime
from cairn.spaces import sharing
from cairn.spaces.schemas import NewShare
from tests.conftest import PASSWORD, ClientFor, NewPerson, RunJobs
from tests.promises.isolated import BODIES
from tests.promises.test_isolation import anas_things
from tests.promises.walk import declared_by, walk

V1 = "/api/v1"
PERSON = "X-Cairn-Person"
PEOPLE = f"{V1}/admin/people"
ANY_ID = "0190a000-0000-7000-8000-000000000001"


@pytest.fixture
async def ana(person: NewPerson) -> Actor:
    return await person(name="Ana")


@pytest.fixture
async def rui(person: NewPerson) -> Actor:
    return await person(name="Rui")


@pytest.fixture
async def boss(person: NewPerson) -> Actor:
    return await person(name="Eva", role=Role.ADMINISTRATOR)


@pytest.fixture
async def things(
    ana: Actor, boss: Actor, client_for: ClientFor, clock: StillClock, run_jobs: RunJobs
) -> dict[str, str]:
    return await anas_things(client_for(ana), ana, boss, clock, run_jobs)


async def share(owner: Actor, reader: Actor, *kinds: str) -> UUID:
    async with reader.work() as work:
        address = await accounts.address_of(work, reader.user_id)
    async with owner.work() as work:
        return (await sharing.share(work, NewShare(email=address, kinds=list(kinds), about="Reader"))).id


def routes(runtime: Runtime) -> Iterator[tuple[str, str, Permission]]:
    for path, route in walk(create_api(runtime)):
        for method in sorted(route.methods or ()):
            for declared in declared_by(route.dependant):
                if isinstance(declared, Permission) and route.include_in_schema:
                    yield method, path, declared


def filled(path: str, ids: dict[str, str]) -> str:
    return re.sub(r"{(\w+)}", lambda m: ids.get(m[1], "1" if m[1] == "job_id" else str(uuid4())), path)


# ----------------------------------------------------------------------------------------------- what is sent in bodies


@pytest.mark.parametrize(
    "extra",
    [
        {"role": "super-administrator"},
        {"email_verified_at": "2026-01-01T00:00:00Z"},
        {"verified": True},
        {"id": ANY_ID},
        {"user_id": ANY_ID},
        {"disabled_at": None},
        {"factors": 2},
    ],
)
async def test_nobody_gives_themselves_a_role_or_a_standing(
    ana: Actor, client_for: ClientFor, extra: dict[str, Any]
) -> None:
    hers = client_for(ana)
    new = {"email": f"{uuid4().hex}@example.org", "password": PASSWORD, **extra}
    login = {"email": new["email"], "password": PASSWORD, **extra}
    answers = [
        await hers.patch(f"{V1}/me", json={"name": "Ana", **extra}),
        await hers.patch(f"{V1}/me", json={"settings": extra}),
        await hers.post(f"{V1}/tasks", json={"title": "Mine", **extra}),
        await client_for(None).post(f"{V1}/auth/register", json=new),
        await client_for(None).post(f"{V1}/auth/login", json=login),
    ]
    # A task may be given its own id by who makes it.
    refused = [answer.status_code for answer in answers]
    assert refused in ([422] * 5, [422, 422, 201, 422, 422]), refused
    assert (await hers.get(f"{V1}/me")).json()["role"] == "user"


# -------------------------------------------------------------------------------------------- what somebody still holds


async def test_a_role_taken_away_is_gone_at_the_next_request_of_a_token_in_hand(
    boss: Actor, client_for: ClientFor, runtime: Runtime
) -> None:
    theirs = client_for(boss, factors=2)
    assert (await theirs.get(PEOPLE)).status_code == 200
    async with runtime.system() as work:  # not by the service, which would end the session as well
        await work.session.execute(text("update users set role = 'user' where id = :id"), {"id": boss.user_id})
    assert (await theirs.get(PEOPLE)).status_code == 403
    assert (await theirs.get(f"{V1}/me")).status_code == 200


async def test_being_quick_while_a_role_is_taken_away_changes_nothing_unseen(
    boss: Actor, person: NewPerson, client_for: ClientFor, runtime: Runtime
) -> None:
    other, targets = await person(role=Role.ADMINISTRATOR), [await person() for _ in range(4)]
    theirs, others = client_for(boss, factors=2), client_for(other, factors=2)
    await asyncio.gather(theirs.get(PEOPLE), others.get(PEOPLE))

    taken, *done = await asyncio.gather(
        others.put(f"{PEOPLE}/{boss.user_id}/role", json={"role": "user"}),
        *(theirs.post(f"{PEOPLE}/{one.user_id}/suspend", json={"reason": "x"}) for one in targets),
    )

    assert taken.status_code == 200
    assert {answer.status_code for answer in done} <= {200, 401, 403}
    out = [await runtime.person(one.user_id) is None for one in targets]
    assert out == [answer.status_code == 200 for answer in done]
    # What was let through came before: the trail names no change of theirs behind the one that took their role.
    async with runtime.system() as work:
        trail = await work.session.scalars(
            text(
                "select action from audit_entries where (actor_id = :boss and action = 'person.suspended')"
                " or (subject_id = :boss and action = 'person.role_changed') order by id"
            ),
            {"boss": boss.user_id},
        )
        assert trail.all()[-1] == "person.role_changed"
    assert (await theirs.get(PEOPLE)).status_code == 401


# ----------------------------------------------------------------------------------------------- an administrator's eye


async def test_an_administrator_reaches_nothing_that_somebody_keeps(
    runtime: Runtime, boss: Actor, ana: Actor, client_for: ClientFor, things: dict[str, str]
) -> None:
    theirs, tried = client_for(boss, factors=2), 0
    for method, path, permission in routes(runtime):
        names = set(re.findall(r"{(\w+)}", path))
        if not names or not names <= set(things) or permission.scope != "own":
            continue
        body = BODIES.get(f"{method} {path}", {} if method in ("POST", "PATCH", "PUT") else None)
        answer = await theirs.request(method, filled(path, things), json=body)
        assert answer.status_code == 404, f"{method} {path}: {answer.status_code} {answer.text}"
        tried += 1
    assert tried > 20
    for method, path, permission in routes(runtime):
        if method == "GET" and permission is not LISTEN:
            named = await theirs.get(filled(path, things), headers={PERSON: str(ana.user_id)})
            assert named.status_code == 404, f"{path}: {named.text}"


async def test_what_an_administrator_sees_of_a_person_holds_none_of_their_words(
    boss: Actor, ana: Actor, client_for: ClientFor, things: dict[str, str]
) -> None:
    theirs = client_for(boss, factors=2)
    told = (await theirs.get(f"{PEOPLE}/{ana.user_id}")).text + (await theirs.get(f"{V1}/operations/jobs")).text
    for word in ("Ana", "Rita", "passport", "blue stone", "Porto"):
        assert word not in told


# ----------------------------------------------------------------------------------------------------- beyond the share


async def test_a_reader_gets_to_what_is_shared_by_no_route_but_its_own(
    runtime: Runtime, ana: Actor, rui: Actor, client_for: ClientFor, things: dict[str, str]
) -> None:
    await share(ana, rui, "tasks")
    his, reached = client_for(rui), set()
    for method, path, permission in routes(runtime):
        if method != "GET":
            continue
        answer = await his.get(filled(path, things), headers={PERSON: str(ana.user_id)})
        if permission.name == "tasks:read:own":
            assert answer.status_code in (200, 204), f"{path}: {answer.text}"
            reached.add(path)
        else:
            assert answer.status_code == 403, f"{path}: {answer.status_code} {answer.text}"
    assert f"{V1}/tasks" in reached


@pytest.mark.parametrize("kind", ["reminders", "memories", "conversations", "today"])
async def test_what_is_shared_is_read_by_each_of_its_routes_and_never_taken_along(
    runtime: Runtime, ana: Actor, rui: Actor, client_for: ClientFor, things: dict[str, str], kind: str
) -> None:
    """None of them writes, which the database would refuse; the export asks its person for a proof, so is no look."""
    await share(ana, rui, kind)
    his, answered = client_for(rui), {}
    for method, path, permission in routes(runtime):
        if method == "GET" and permission.resource == kind:
            asked = {"q": "milk"} if path == f"{V1}/messages" else {}
            answer = await his.get(filled(path, things), params=asked, headers={PERSON: str(ana.user_id)})
            answered[path] = answer.status_code
    export = answered.pop(f"{V1}/memories/export", 403)
    assert export == 403
    assert answered
    assert set(answered.values()) <= {200, 204, 404}, answered


async def test_a_reader_changes_nothing_by_any_route(
    runtime: Runtime, ana: Actor, rui: Actor, client_for: ClientFor, things: dict[str, str]
) -> None:
    await share(ana, rui, "tasks", "reminders", "memories", "conversations", "today")
    his, tried = client_for(rui), 0
    for method, path, _ in routes(runtime):
        if method in ("GET", "HEAD"):
            continue
        body = BODIES.get(f"{method} {path}", {})
        answer = await his.request(method, filled(path, things), json=body, headers={PERSON: str(ana.user_id)})
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/only-reading"), f"{method} {path}"
        tried += 1
    assert tried > 30


async def test_the_database_itself_refuses_a_reader_every_change(ana: Actor, rui: Actor, runtime: Runtime) -> None:
    await share(ana, rui, "tasks")
    async with runtime.work(rui.credential, reading=ana.user_id) as work:
        reader = work.actor
    assert (reader.user_id, reader.reader_id) == (ana.user_id, rui.user_id)

    async def change() -> None:
        async with reader.work() as work:
            await work.session.execute(text("update users set name_cipher = 'x'"))

    with pytest.raises(DBAPIError, match="read-only"):
        await change()


async def test_a_reader_with_work_in_hand_is_stopped_when_the_share_ends(
    ana: Actor, rui: Actor, runtime: Runtime
) -> None:
    given = await share(ana, rui, "memories")
    async with runtime.work(rui.credential, reading=ana.user_id) as work:
        reader = work.actor
    async with ana.work() as work:
        await sharing.take_back(work, given)

    async def look() -> None:
        async with reader.work():
            pass

    with pytest.raises(NotFound):
        await look()


@pytest.mark.parametrize("named", ["", "me", "*", "1 or 1=1", f"{ANY_ID},x"])
async def test_a_header_that_names_nobody_is_refused(client: httpx2.AsyncClient, named: str) -> None:
    answer = await client.get(f"{V1}/tasks", headers={PERSON: named})
    assert answer.status_code == 422


async def test_a_key_reads_what_is_shared_only_within_its_scopes(ana: Actor, rui: Actor, runtime: Runtime) -> None:
    await share(ana, rui, "tasks", "memories")
    (tasks,) = (one for one in runtime.rights.declared.values() if one.name == "tasks:read:own")
    (memories,) = (one for one in runtime.rights.declared.values() if one.name == "memories:read:own")
    key = replace(rui, scopes=frozenset({tasks.name}))
    async with rui.work() as work:
        reader = await read_as(key, ana.user_id, await work.session.connection(), work.now)
    assert reader.may(tasks)
    assert not reader.may(memories)


async def test_a_share_is_not_passed_on(ana: Actor, rui: Actor, person: NewPerson, client_for: ClientFor) -> None:
    """Who may look at somebody's things doesn't reach, through them, those whom that person may look at."""
    maria = await person(name="Maria")
    await share(maria, ana, "tasks")
    await share(ana, rui, "tasks")
    his = client_for(rui)
    assert (await his.get(f"{V1}/tasks", headers={PERSON: str(maria.user_id)})).status_code == 404
    listed = await his.get(f"{V1}/shares", headers={PERSON: str(ana.user_id)})
    assert listed.status_code == 403
