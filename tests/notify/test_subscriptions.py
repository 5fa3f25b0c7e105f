"""A browser is told things for as long as somebody is signed in there, and for that somebody alone."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import service as accounts
from cairn.notify.subscriptions import service
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.conftest import ClientFor, NewPerson
from tests.push.conftest import push_service
from tests.push.push_server import Answer, Browser, PushServer

__all__ = ["push_service"]

V1 = "/api/v1"
HERE = f"{V1}/push/subscriptions"


def asked(browser: Browser, **more: Any) -> dict[str, Any]:
    """What a page sends of a browser's subscription."""
    return {"endpoint": browser.endpoint, **browser.subscription["keys"], **more}


async def subscribe(client: httpx2.AsyncClient, browser: Browser, **more: Any) -> dict[str, Any]:
    answer = await client.post(HERE, json=asked(browser, **more))
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def listed(client: httpx2.AsyncClient) -> list[dict[str, Any]]:
    answer = await client.get(HERE)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def trail(actor: Actor) -> list[tuple[str, str]]:
    """What the trail has of notices in browsers, oldest first, each with why."""
    async with actor.runtime.system() as work:
        rows = await work.session.execute(
            text(
                "select action, coalesce(detail->>'why', '') as why from audit_entries"
                " where user_id = :me and action like 'push.%' order by id"
            ),
            {"me": actor.user_id},
        )
        return [(row.action, row.why) for row in rows]


async def rows(runtime: Runtime, actor: Actor) -> list[Any]:
    async with runtime.system() as work:
        found = await work.session.execute(
            text("select * from push_subscriptions where user_id = :me"), {"me": actor.user_id}
        )
        return list(found.all())


async def test_a_browser_is_added_once_however_often_it_says_so(
    client: httpx2.AsyncClient, actor: Actor, push_service: PushServer
) -> None:
    browser = push_service.browser()
    first = await subscribe(client, browser)
    again = await asyncio.gather(*(subscribe(client, browser) for _ in range(4)))
    assert [one["id"] for one in again] == [first["id"]] * 4
    [row] = await listed(client)
    assert row["current"]
    assert row["service"] == push_service.url.removeprefix("http://")
    assert not row["discreet"]
    assert row["last_taken_at"] is None
    assert await trail(actor) == [("push.added", "")]


async def test_the_key_is_the_same_for_everybody_and_asks_for_a_sign_in(
    client: httpx2.AsyncClient, nobody: httpx2.AsyncClient
) -> None:
    assert len((await client.get(f"{V1}/push/key")).json()["key"]) == 87
    assert (await nobody.get(f"{V1}/push/key")).status_code == 401


async def test_a_sign_in_has_one_browser(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, push_service: PushServer
) -> None:
    """A browser that subscribed anew (its push service moved it) leaves nothing behind, and stays discreet."""
    await subscribe(client, push_service.browser(), discreet=True)
    fresh = push_service.browser()
    shown = await subscribe(client, fresh)
    assert shown["discreet"]
    assert len(await rows(runtime, actor)) == 1
    async with actor.work() as work:
        [device] = await service.devices(work)
    assert device.target == fresh.target


async def test_what_lies_in_the_database_opens_for_its_person_alone(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, push_service: PushServer
) -> None:
    browser = push_service.browser()
    await subscribe(client, browser)
    [row] = await rows(runtime, actor)
    secrets = [browser.endpoint, browser.target.p256dh, browser.target.auth]
    assert not any(secret.encode() in bytes(row.endpoint_cipher + row.keys_cipher) for secret in secrets)
    async with actor.work() as work:
        exported = await service.exported(work)
    assert [sorted(one) for one in exported] == [
        ["created_at", "discreet", "id", "last_taken_at", "service", "session_id"]
    ]
    assert not any(secret in str(exported) for secret in secrets)


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [
        ("endpoint", "http://push.example.org/1", 422),
        ("endpoint", "https://169.254.169.254/latest/meta-data", 422),
        ("endpoint", "https://localhost/1", 422),
        ("endpoint", f"https://push.example.org/{'x' * 1024}", 422),
        ("p256dh", "A" * 87, 422),
        ("auth", "AAAA", 422),
        ("user_id", "00000000-0000-4000-8000-000000000001", 422),
    ],
)
async def test_what_no_browser_says_is_refused(
    client: httpx2.AsyncClient, push_service: PushServer, field: str, value: str, status: int
) -> None:
    body = asked(push_service.browser()) | {field: value}
    answer = await client.post(HERE, json=body)
    assert answer.status_code == status
    assert field in answer.text
    assert await listed(client) == []


async def test_a_browser_goes_with_its_sign_in(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, push_service: PushServer
) -> None:
    await subscribe(client, push_service.browser())
    assert (await client.post(f"{V1}/auth/logout")).status_code == 204
    assert await rows(runtime, actor) == []
    assert await trail(actor) == [("push.added", ""), ("push.removed", "the session ended")]


async def test_a_browser_goes_with_a_sign_in_that_is_ended_from_elsewhere(
    client_for: ClientFor, actor: Actor, runtime: Runtime, push_service: PushServer
) -> None:
    lost, mine = client_for(actor), client_for(actor)
    gone = await subscribe(lost, push_service.browser())
    stays = await subscribe(mine, push_service.browser())
    assert (await mine.delete(f"{V1}/me/sessions/{gone['session_id']}")).status_code == 204
    assert [str(row.id) for row in await rows(runtime, actor)] == [stays["id"]]


async def test_a_sign_in_that_ran_out_is_told_nothing(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock, push_service: PushServer
) -> None:
    shown = await subscribe(client, push_service.browser())
    assert shown["until"] == (clock.now() + timedelta(minutes=30)).isoformat().replace("+00:00", "Z")
    clock.forward(timedelta(minutes=31))
    async with runtime.system() as work:
        assert await service.reachable(work, [actor.user_id]) == set()
    async with actor.work() as work:
        assert await service.devices(work) == []


async def test_a_shared_browser_belongs_to_who_is_signed_in(
    client_for: ClientFor, person: NewPerson, runtime: Runtime, push_service: PushServer
) -> None:
    """Ana went without signing out of everything; Rui's sign-in takes the browser over."""
    ana, rui = await person(), await person()
    browser = push_service.browser()
    await subscribe(client_for(ana), browser, discreet=True)
    hers = await subscribe(client_for(rui), browser)
    assert not hers["discreet"], "what she chose is no business of his"
    assert await rows(runtime, ana) == []
    assert len(await rows(runtime, rui)) == 1
    assert await trail(ana) == [("push.added", ""), ("push.removed", "another account has the browser")]
    async with runtime.system() as work:
        assert await service.reachable(work, [ana.user_id, rui.user_id]) == {rui.user_id}


async def test_two_accounts_that_claim_a_browser_at_once_leave_it_with_one(
    client_for: ClientFor, person: NewPerson, runtime: Runtime, push_service: PushServer
) -> None:
    people = [await person() for _ in range(4)]
    browser = push_service.browser()
    await asyncio.gather(*(subscribe(client_for(one), browser) for one in people))
    assert sum([len(await rows(runtime, one)) for one in people]) == 1


async def test_who_knows_an_address_only_takes_nothing_away(
    client_for: ClientFor, person: NewPerson, runtime: Runtime, push_service: PushServer
) -> None:
    ana, eve = await person(), await person()
    browser, other = push_service.browser(), push_service.browser()
    await subscribe(client_for(ana), browser)
    stolen = asked(other) | {"endpoint": browser.endpoint}
    assert (await client_for(eve).post(HERE, json=stolen)).status_code == 200
    assert len(await rows(runtime, ana)) == 1


async def test_twenty_browsers_are_enough(
    client_for: ClientFor, actor: Actor, runtime: Runtime, push_service: PushServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST", 2)
    for _ in range(2):
        await subscribe(client_for(actor), push_service.browser())
    refused = await client_for(actor).post(HERE, json=asked(push_service.browser()))
    assert refused.status_code == 409
    assert refused.json()["type"] == "/problems/too-many-devices"
    assert len(await rows(runtime, actor)) == 2


async def test_how_much_is_said_is_chosen_for_each_browser(
    client_for: ClientFor, actor: Actor, push_service: PushServer
) -> None:
    first, second = client_for(actor), client_for(actor)
    one, two = await subscribe(first, push_service.browser()), await subscribe(second, push_service.browser())
    changed = await first.patch(f"{HERE}/{one['id']}", json={"discreet": True})
    assert changed.json()["discreet"]
    assert {row["id"]: row["discreet"] for row in await listed(second)} == {one["id"]: True, two["id"]: False}


async def test_it_is_turned_off_once(client: httpx2.AsyncClient, actor: Actor, push_service: PushServer) -> None:
    shown = await subscribe(client, push_service.browser())
    assert (await client.delete(f"{HERE}/{shown['id']}")).status_code == 204
    assert (await client.delete(f"{HERE}/{shown['id']}")).status_code == 404
    assert await trail(actor) == [("push.added", ""), ("push.removed", "turned off")]


async def test_a_key_for_a_program_is_no_browser(
    client: httpx2.AsyncClient, client_for: ClientFor, push_service: PushServer
) -> None:
    refused = await client.post(f"{V1}/me/keys", json={"name": "Notes", "scopes": ["push:write:own"]})
    assert refused.status_code >= 400


async def test_a_try_reaches_the_browser_that_was_meant(
    client_for: ClientFor, actor: Actor, push_service: PushServer
) -> None:
    client, other = client_for(actor), client_for(actor)
    mine, not_mine = push_service.browser(), push_service.browser()
    shown = await subscribe(client, mine)
    await subscribe(other, not_mine)
    assert (await client.post(f"{HERE}/{shown['id']}/test")).status_code == 204
    [taken] = mine.taken
    assert taken.words["title"] == "This is how you'll hear"
    assert not_mine.taken == []
    assert next(row for row in await listed(client) if row["current"])["last_taken_at"] is not None


@pytest.mark.parametrize(
    ("answer", "status", "kind", "left"),
    [
        (Answer(410), 409, "device-gone", 0),
        (Answer(400), 409, "test-refused", 1),
        (Answer(503), 503, "test-not-taken", 1),
        (Answer(cut=True), 503, "test-not-taken", 1),
    ],
)
async def test_a_try_that_fails_says_why(
    client: httpx2.AsyncClient, push_service: PushServer, answer: Answer, status: int, kind: str, left: int
) -> None:
    browser = push_service.browser()
    shown = await subscribe(client, browser)
    browser.answers = [answer]
    refused = await client.post(f"{HERE}/{shown['id']}/test")
    assert (refused.status_code, refused.json()["type"]) == (status, f"/problems/{kind}")
    assert len(await listed(client)) == left


async def test_tries_are_counted(client: httpx2.AsyncClient, push_service: PushServer) -> None:
    shown = await subscribe(client, push_service.browser())
    answers = [await client.post(f"{HERE}/{shown['id']}/test") for _ in range(6)]
    assert [one.status_code for one in answers] == [204] * 5 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0


async def test_a_new_key_of_the_person_opens_it_still(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, push_service: PushServer
) -> None:
    from cairn.accounts.encryption import service as encryption

    browser = push_service.browser()
    await subscribe(client, browser)
    await encryption.renew(runtime, actor.user_id, 2)
    await encryption.drop_old(runtime, actor.user_id, 2)
    async with actor.work() as work:
        [device] = await service.devices(work)
        assert (await accounts.data_key(work, actor.user_id)).generation == 2
    assert device.target == browser.target


async def test_who_left_is_told_nothing(
    client_for: ClientFor, person: NewPerson, runtime: Runtime, push_service: PushServer
) -> None:
    ana = await person()
    client = client_for(ana)
    await subscribe(client, push_service.browser())
    async with ana.work() as work:
        email = await accounts.address_of(work, ana.user_id)
    left = await client.post(f"{V1}/me/erasure", json={"email": email})
    assert left.status_code == 202, left.text
    assert await rows(runtime, ana) == []
