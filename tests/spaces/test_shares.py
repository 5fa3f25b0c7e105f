"""A share lets somebody look, at what was named, until it ends; every look is shown to whose things they are."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import service as accounts
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.permissions import Role
from cairn.platform.runtime import Runtime
from tests.conftest import NOON, ClientFor, NewPerson

V1 = "/api/v1"
PERSON = "X-Cairn-Person"


async def address(actor: Actor) -> str:
    async with actor.work() as work:
        return await accounts.address_of(work, actor.user_id)


async def share(client: httpx2.AsyncClient, reader: Actor, *kinds: str, **more: Any) -> dict[str, Any]:
    body = {"email": await address(reader), "kinds": list(kinds), "about": "Rui, my coach", **more}
    answer = await client.post(f"{V1}/me/shares", json=body)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


@pytest.fixture
async def ana(person: NewPerson) -> Actor:
    return await person(name="Ana", time_zone="America/New_York")


@pytest.fixture
async def rui(person: NewPerson) -> Actor:
    return await person(name="Rui")


@pytest.fixture
async def boss(person: NewPerson) -> Actor:
    return await person(name="Eva", role=Role.ADMINISTRATOR)


@pytest.fixture
async def hers(ana: Actor, client_for: ClientFor) -> httpx2.AsyncClient:
    client = client_for(ana)
    answer = await client.post(f"{V1}/tasks", json={"title": "Renew the passport"})
    assert answer.status_code == 201
    answer = await client.post(f"{V1}/memories", json={"text": "The spare key is under the blue stone"})
    assert answer.status_code < 300
    return client


async def test_a_reader_sees_what_was_shared_and_nothing_else(
    hers: httpx2.AsyncClient, ana: Actor, rui: Actor, client_for: ClientFor
) -> None:
    his, hers_named = client_for(rui), {PERSON: str(ana.user_id)}
    assert (await his.get(f"{V1}/tasks", headers=hers_named)).status_code == 404

    await share(hers, rui, "tasks")

    seen = await his.get(f"{V1}/tasks", headers=hers_named)
    assert [task["title"] for task in seen.json()["items"]] == ["Renew the passport"]
    assert (await his.get(f"{V1}/memories", headers=hers_named)).status_code == 403
    assert (await his.get(f"{V1}/tasks")).json()["items"] == []


async def test_every_route_of_a_kind_that_can_be_shared_reads_without_changing_anything(
    hers: httpx2.AsyncClient, ana: Actor, rui: Actor, client_for: ClientFor
) -> None:
    kinds = [one["kind"] for one in (await hers.get(f"{V1}/me/shares/kinds")).json()["kinds"]]
    shareable = {"tasks", "reminders", "calendar", "routines", "medications", "focus", "today"}
    assert shareable | {"memories", "conversations"} == set(kinds)
    await share(hers, rui, *kinds)
    his = client_for(rui)
    own = ("tasks", "tasks/next", "reminders", "memories", "facts", "profile", "conversations", "today")
    for path in (*own, "calendar/events", "routines", "medications", "focus/sessions", "focus/current"):
        answer = await his.get(f"{V1}/{path}", headers={PERSON: str(ana.user_id)})
        assert answer.status_code in (200, 204), f"{path}: {answer.text}"
    whole = await his.get(f"{V1}/memories/export", headers={PERSON: str(ana.user_id)})
    assert whole.status_code == 403, "taking all of it along is for its person"


async def test_every_look_is_shown_to_whose_things_they_are(
    hers: httpx2.AsyncClient, ana: Actor, rui: Actor, client_for: ClientFor
) -> None:
    given = await share(hers, rui, "tasks")
    his = client_for(rui)
    for _ in range(3):
        await his.get(f"{V1}/tasks", headers={PERSON: str(ana.user_id)})

    first = (await hers.get(f"{V1}/me/shares/looks", params={"limit": 2})).json()
    rest = (await hers.get(f"{V1}/me/shares/looks", params={"limit": 2, "cursor": first["next_cursor"]})).json()

    looks = first["items"] + rest["items"]
    assert [(look["kind"], look["share_id"], look["about"]) for look in looks] == [
        ("tasks", given["id"], "Rui, my coach")
    ] * 3
    assert rest["next_cursor"] is None
    async with ana.work() as work:
        by = await work.session.scalars(text("select actor_id from audit_entries where action = 'person.read'"))
        assert set(by.all()) == {rui.user_id}
    assert (await his.get(f"{V1}/me/shares/looks")).json()["items"] == []


@pytest.mark.parametrize("cursor", ["WzFd", "W10", "not-ours"])
async def test_a_cursor_of_looks_that_is_not_ours_is_refused(client: httpx2.AsyncClient, cursor: str) -> None:
    assert (await client.get(f"{V1}/me/shares/looks", params={"cursor": cursor})).status_code == 422


async def test_a_share_that_is_taken_back_or_has_run_out_ends_at_the_next_request(
    hers: httpx2.AsyncClient, ana: Actor, rui: Actor, client_for: ClientFor, clock: StillClock
) -> None:
    his, named = client_for(rui), {PERSON: str(ana.user_id)}
    given = await share(hers, rui, "tasks")
    short = await share(hers, rui, "reminders", until=(NOON + timedelta(minutes=2)).isoformat())
    assert (await his.get(f"{V1}/reminders", headers=named)).status_code == 200

    clock.forward(timedelta(minutes=2))
    assert (await his.get(f"{V1}/reminders", headers=named)).status_code == 403
    assert (await his.get(f"{V1}/tasks", headers=named)).status_code == 200

    for _ in range(2):
        assert (await hers.delete(f"{V1}/me/shares/{given['id']}")).status_code == 204
    assert (await his.get(f"{V1}/tasks", headers=named)).status_code == 404
    listed = (await hers.get(f"{V1}/me/shares")).json()["items"]
    assert [(one["id"], one["holds"]) for one in listed] == [(short["id"], False), (given["id"], False)]


async def test_a_reader_sees_who_shares_with_them(
    hers: httpx2.AsyncClient, ana: Actor, rui: Actor, client_for: ClientFor
) -> None:
    await share(hers, rui, "tasks")
    (shared,) = (await client_for(rui).get(f"{V1}/shares")).json()["items"]
    assert (shared["user_id"], shared["email"], shared["kinds"]) == (str(ana.user_id), await address(ana), ["tasks"])


async def test_sharing_tells_nobody_who_has_an_account(
    hers: httpx2.AsyncClient, ana: Actor, rui: Actor, person: NewPerson
) -> None:
    known = await share(hers, rui, "tasks")
    body = {"email": "nobody@example.org", "kinds": ["tasks"], "about": "Rui, my coach"}
    unknown = (await hers.post(f"{V1}/me/shares", json=body)).json()
    assert {**known, "id": ""} == {**unknown, "id": ""}


async def test_an_address_that_was_not_confirmed_opens_nothing(
    hers: httpx2.AsyncClient, ana: Actor, rui: Actor, client_for: ClientFor, runtime: Runtime
) -> None:
    his = client_for(rui)
    await his.get(f"{V1}/me")
    await share(hers, rui, "tasks")
    async with runtime.system() as work:
        await work.session.execute(
            text("update users set email_verified_at = null where id = :id"), {"id": rui.user_id}
        )
    assert (await his.get(f"{V1}/tasks", headers={PERSON: str(ana.user_id)})).status_code == 404


async def test_nobody_looks_at_somebody_who_is_suspended(
    hers: httpx2.AsyncClient, ana: Actor, rui: Actor, client_for: ClientFor, runtime: Runtime
) -> None:
    await share(hers, rui, "tasks")
    async with runtime.system() as work:
        await work.session.execute(
            text("update users set disabled_at = :now where id = :id"), {"id": ana.user_id, "now": NOON}
        )
    assert (await client_for(rui).get(f"{V1}/tasks", headers={PERSON: str(ana.user_id)})).status_code == 404


@pytest.mark.parametrize(
    "change",
    [{"kinds": ["account"]}, {"kinds": ["letters"]}, {"kinds": []}, {"until": "2026-11-24T11:59:00Z"}, {"email": "x"}],
)
async def test_what_cannot_be_shared_is_refused(hers: httpx2.AsyncClient, change: dict[str, Any]) -> None:
    body = {"email": "rui@example.org", "kinds": ["tasks"], "about": "Rui", **change}
    assert (await hers.post(f"{V1}/me/shares", json=body)).status_code == 422


async def test_nobody_shares_with_themselves(hers: httpx2.AsyncClient, ana: Actor) -> None:
    body = {"email": (await address(ana)).upper(), "kinds": ["tasks"], "about": "Me"}
    assert (await hers.post(f"{V1}/me/shares", json=body)).status_code == 422


async def test_opening_ones_things_to_others_needs_a_recent_proof(
    hers: httpx2.AsyncClient, ana: Actor, boss: Actor, client_for: ClientFor, runtime: Runtime
) -> None:
    request = (await ask(client_for(boss, factors=2), ana, "tasks")).json()
    async with runtime.system() as work:
        long_ago = {"id": ana.user_id, "then": NOON - timedelta(minutes=15)}
        await work.session.execute(text("update sessions set proven_at = :then where user_id = :id"), long_ago)
    body = {"email": "rui@example.org", "kinds": ["tasks"], "about": "Rui"}
    for path, sent in (("shares", body), (f"support-requests/{request['id']}/grant", {})):
        answer = await hers.post(f"{V1}/me/{path}", json=sent)
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/proof-needed")


async def ask(client: httpx2.AsyncClient, ana: Actor, *kinds: str, hours: int = 2) -> httpx2.Response:
    body = {"reason": "A reminder came twice.", "hours": hours, "kinds": list(kinds)}
    return await client.post(f"{V1}/admin/people/{ana.user_id}/support-requests", json=body)


async def test_support_looks_only_after_the_grant_for_the_hours_asked_and_is_shown(
    hers: httpx2.AsyncClient, ana: Actor, boss: Actor, client_for: ClientFor, clock: StillClock
) -> None:
    theirs, named = client_for(boss, factors=2), {PERSON: str(ana.user_id)}
    asked = await ask(theirs, ana, "tasks", "reminders")
    assert asked.status_code == 201, asked.text
    assert (await theirs.get(f"{V1}/tasks", headers=named)).status_code == 404

    (request,) = (await hers.get(f"{V1}/me/support-requests")).json()["items"]
    assert (request["asker"], request["state"]) == (await address(boss), "waiting")
    granted = await hers.post(f"{V1}/me/support-requests/{request['id']}/grant", json={"kinds": ["tasks"]})
    assert granted.status_code == 200, granted.text
    assert (granted.json()["support"], granted.json()["until"]) == (True, "2026-11-24T14:00:00Z")

    assert (await theirs.get(f"{V1}/tasks", headers=named)).json()["items"][0]["title"] == "Renew the passport"
    assert (await theirs.get(f"{V1}/reminders", headers=named)).status_code == 403
    assert len((await hers.get(f"{V1}/me/shares/looks")).json()["items"]) == 1

    clock.forward(timedelta(hours=2))
    assert (await client_for(boss, factors=2).get(f"{V1}/tasks", headers=named)).status_code == 404


async def test_support_needs_the_second_factor_and_the_role_also_while_looking(
    hers: httpx2.AsyncClient, ana: Actor, boss: Actor, client_for: ClientFor, runtime: Runtime
) -> None:
    by_one, by_two, named = client_for(boss), client_for(boss, factors=2), {PERSON: str(ana.user_id)}
    assert (await ask(by_one, ana, "tasks")).json()["type"] == "/problems/second-factor-needed"
    request = (await ask(by_two, ana, "tasks")).json()
    await hers.post(f"{V1}/me/support-requests/{request['id']}/grant", json={})
    assert (await by_two.get(f"{V1}/tasks", headers=named)).status_code == 200

    refused = await by_one.get(f"{V1}/tasks", headers=named)
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/second-factor-needed")

    async with runtime.system() as work:
        await work.session.execute(text("update users set role = 'user' where id = :id"), {"id": boss.user_id})
    assert (await by_two.get(f"{V1}/tasks", headers=named)).status_code == 403


async def test_a_request_is_answered_once_also_by_many_at_once(
    hers: httpx2.AsyncClient, ana: Actor, boss: Actor, client_for: ClientFor
) -> None:
    request = (await ask(client_for(boss, factors=2), ana, "tasks")).json()
    path = f"{V1}/me/support-requests/{request['id']}"

    answers = await asyncio.gather(
        *(hers.post(f"{path}/grant", json={}) for _ in range(5)), *(hers.post(f"{path}/refuse") for _ in range(5))
    )

    assert sorted(answer.status_code for answer in answers)[1:] == [409] * 9
    assert len((await hers.get(f"{V1}/me/shares")).json()["items"]) <= 1


async def test_a_request_that_waited_a_week_cannot_be_granted(
    hers: httpx2.AsyncClient, ana: Actor, boss: Actor, client_for: ClientFor, clock: StillClock
) -> None:
    request = (await ask(client_for(boss, factors=2), ana, "tasks")).json()
    clock.forward(timedelta(days=7))
    late = client_for(ana)
    assert (await late.get(f"{V1}/me/support-requests")).json()["items"][0]["state"] == "over"
    assert (await late.post(f"{V1}/me/support-requests/{request['id']}/grant", json={})).status_code == 409


async def test_more_is_never_granted_than_was_asked_for(
    hers: httpx2.AsyncClient, ana: Actor, boss: Actor, client_for: ClientFor
) -> None:
    request = (await ask(client_for(boss, factors=2), ana, "tasks")).json()
    answer = await hers.post(f"{V1}/me/support-requests/{request['id']}/grant", json={"kinds": ["memories"]})
    assert answer.status_code == 422


async def test_who_asks_again_and_again_is_stopped(ana: Actor, boss: Actor, client_for: ClientFor) -> None:
    theirs = client_for(boss, factors=2)
    answers = [(await ask(theirs, ana, "tasks")).status_code for _ in range(6)]
    assert answers == [201] * 5 + [409]


async def test_support_is_asked_of_people_that_are_there_for_a_day_at_most(
    ana: Actor, boss: Actor, client_for: ClientFor
) -> None:
    theirs = client_for(boss, factors=2)
    assert (await ask(theirs, ana, "tasks", hours=25)).status_code == 422
    assert (await ask(theirs, boss, "tasks")).status_code == 422
    body = {"reason": "x", "hours": 1, "kinds": ["tasks"]}
    nobody = await theirs.post(f"{V1}/admin/people/{uuid4()}/support-requests", json=body)
    assert nobody.status_code == 404


async def test_members_of_a_space_see_each_other_and_nobody_else_does(
    ana: Actor, rui: Actor, client_for: ClientFor
) -> None:
    (space,) = (await client_for(ana).get(f"{V1}/spaces")).json()["items"]
    assert space["role"] == "owner"
    assert {"members:read:team", "rooms:sit:team"} <= set(space["permissions"])
    path = f"{V1}/spaces/{space['id']}/members"

    assert [one["user_id"] for one in (await client_for(ana).get(path)).json()["items"]] == [str(ana.user_id)]
    assert (await client_for(rui).get(path)).status_code == 404

    async with ana.runtime.system() as work:
        await work.session.execute(
            text("insert into memberships values (:id, :user, :space, 'student', :now)"),
            {"id": uuid4(), "user": rui.user_id, "space": UUID(space["id"]), "now": NOON},
        )
    assert len((await client_for(rui).get(path)).json()["items"]) == 2
