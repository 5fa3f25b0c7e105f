"""Attacks on passkeys, and on proofs within a session: each answer once, here, by whom it was asked of."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.accounts.people import Somebody, begin
from tests.accounts.proofs import (
    PAGE,
    PRESENT,
    V1,
    Key,
    by_key,
    by_key_alone,
    second,
    with_app,
    with_key,
)


async def test_a_challenge_is_answered_once(ana: Somebody, nobody: httpx2.AsyncClient) -> None:
    key = await with_key(ana.client)
    options = (await nobody.post(f"{V1}/auth/passkey/begin")).json()["options"]
    assertion = key.signed(options)
    finish = f"{V1}/auth/passkey/finish"

    answers = await asyncio.gather(*(nobody.post(finish, json={"assertion": assertion}) for _ in range(20)))

    assert [answer.status_code for answer in answers].count(200) == 1
    assert (await nobody.post(finish, json={"assertion": key.signed(options)})).status_code == 401


async def test_a_wrong_answer_uses_the_challenge_up(ana: Somebody, nobody: httpx2.AsyncClient) -> None:
    key = await with_key(ana.client)
    options = (await nobody.post(f"{V1}/auth/passkey/begin")).json()["options"]
    forger = Key(user_handle=key.user_handle, id=key.id)
    finish = f"{V1}/auth/passkey/finish"
    assert (await nobody.post(finish, json={"assertion": forger.signed(options)})).status_code == 401
    assert (await nobody.post(finish, json={"assertion": key.signed(options)})).status_code == 401


async def test_a_challenge_of_too_long_ago_or_made_up_or_for_another_purpose_opens_nothing(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    key = await with_key(ana.client)
    finish = f"{V1}/auth/passkey/finish"
    old = (await nobody.post(f"{V1}/auth/passkey/begin")).json()["options"]
    clock.forward(timedelta(minutes=5))
    assert (await nobody.post(finish, json={"assertion": key.signed(old)})).status_code == 401
    made_up = {"challenge": "A" * 86}
    assert (await nobody.post(finish, json={"assertion": key.signed(made_up)})).status_code == 401
    stepping = (await ana.client.post(f"{V1}/auth/step-up/begin", json={"method": "passkey"})).json()["options"]
    assert (await nobody.post(finish, json={"assertion": key.signed(stepping)})).status_code == 401


@pytest.mark.parametrize(
    "changed",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://localhost:8001"},
        {"origin": "http://localhost:8000.evil.example"},
        {"rp_id": "evil.example"},
        {"flags": PRESENT},
        {"flags": 0},
    ],
    ids=str,
)
async def test_a_passkey_used_elsewhere_or_by_nobody_in_particular_is_refused(
    ana: Somebody, nobody: httpx2.AsyncClient, changed: dict[str, Any]
) -> None:
    key = await with_key(ana.client)
    right = {name: getattr(key, name) for name in changed}
    for name, value in changed.items():
        setattr(key, name, value)
    assert (await by_key_alone(nobody, key)).status_code == 401
    assert (await by_key(nobody, await begin(nobody, ana), key)).status_code == 401
    for name, value in right.items():
        setattr(key, name, value)
    assert (await by_key_alone(nobody, key)).status_code == 200


@pytest.mark.parametrize(
    "changed", [{"origin": "https://evil.example"}, {"rp_id": "evil.example"}, {"flags": PRESENT}], ids=str
)
async def test_a_passkey_made_elsewhere_or_by_nobody_in_particular_is_not_kept(
    ana: Somebody, changed: dict[str, Any]
) -> None:
    options = (await ana.client.post(f"{V1}/me/factors/passkeys/begin")).json()["options"]
    body = {"credential": Key(**changed).made(options)}
    refused = await ana.client.post(f"{V1}/me/factors/passkeys", json=body)
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/passkey-not-taken")
    assert (await ana.client.get(f"{V1}/me/factors")).json()["factors"] == []


async def test_a_registration_is_answered_once_and_by_whom_it_was_asked(ana: Somebody, rui: Somebody) -> None:
    options = (await ana.client.post(f"{V1}/me/factors/passkeys/begin")).json()["options"]
    body = {"credential": Key().made(options)}
    assert (await rui.client.post(f"{V1}/me/factors/passkeys", json=body)).status_code == 422
    assert (await ana.client.post(f"{V1}/me/factors/passkeys", json=body)).status_code == 201
    assert (await ana.client.post(f"{V1}/me/factors/passkeys", json=body)).status_code == 422


async def test_a_passkey_of_someone_else_is_nobodys(ana: Somebody, rui: Somebody, nobody: httpx2.AsyncClient) -> None:
    hers, his = await with_key(ana.client), await with_key(rui.client)
    assert (await by_key(nobody, await begin(nobody, ana), his)).status_code == 401
    posing = Key(user_handle=hers.user_handle, id=his.id, private=his.private, count=his.count)
    assert (await by_key_alone(nobody, posing)).status_code == 401
    stolen = Key(user_handle=his.user_handle, id=hers.id, private=his.private)
    assert (await by_key_alone(nobody, stolen)).status_code == 401


async def test_the_same_passkey_is_kept_for_one_person(ana: Somebody, rui: Somebody) -> None:
    key = await with_key(ana.client)
    options = (await rui.client.post(f"{V1}/me/factors/passkeys/begin")).json()["options"]
    again = await rui.client.post(f"{V1}/me/factors/passkeys", json={"credential": key.made(options)})
    assert (again.status_code, again.json()["type"]) == (422, "/problems/passkey-not-taken")


@pytest.mark.parametrize("count", [0, 1])
async def test_a_passkey_that_counts_backwards_is_refused_and_noted(
    ana: Somebody, nobody: httpx2.AsyncClient, runtime: Runtime, count: int
) -> None:
    key = await with_key(ana.client)
    key.count = 6
    assert (await by_key_alone(nobody, key)).status_code == 200
    key.count = count
    copy = await by_key_alone(nobody, key)
    assert copy.status_code == 401
    async with runtime.system() as work:
        noted = text("select count(*) from audit_entries where action = 'factor.passkey_copied' and user_id = :id")
        assert await work.session.scalar(noted, {"id": ana.actor.user_id}) == 1


@pytest.mark.parametrize(
    "assertion",
    [
        {},
        {"response": []},
        {"rawId": 7, "response": {"clientDataJSON": 7}},
        {"rawId": "é", "response": {"clientDataJSON": "!!"}},
        {"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "W10"}},
        {"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "W" * 5000}},
    ],
    ids=lambda value: str(value)[:60],
)
async def test_what_is_no_assertion_is_refused_and_breaks_nothing(
    ana: Somebody, nobody: httpx2.AsyncClient, assertion: dict[str, Any]
) -> None:
    await with_key(ana.client)
    assert (await nobody.post(f"{V1}/auth/passkey/finish", json={"assertion": assertion})).status_code == 401
    body = {"mfa_token": await begin(nobody, ana), "method": "passkey", "assertion": assertion}
    assert (await nobody.post(f"{V1}/auth/login/second", json=body)).status_code == 401
    made = await ana.client.post(f"{V1}/me/factors/passkeys", json={"credential": assertion})
    assert made.status_code == 422


async def test_a_page_elsewhere_can_not_sign_a_browser_in(ana: Somebody, nobody: httpx2.AsyncClient) -> None:
    key = await with_key(ana.client)
    options = (await nobody.post(f"{V1}/auth/passkey/begin")).json()["options"]
    body = {"assertion": key.signed(options), "as": "page"}
    for headers in ({}, {**PAGE, "Origin": "https://evil.example"}, {**PAGE, "Sec-Fetch-Site": "cross-site"}):
        refused = await nobody.post(f"{V1}/auth/passkey/finish", json=body, headers=headers)
        assert (refused.status_code, refused.json()["type"]) == (403, "/problems/foreign-page")


# ------------------------------------------------------------------------------------------------------------- step-up


async def test_someone_elses_code_proves_nothing_of_me(
    ana: Somebody, rui: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    await with_app(ana.client, clock.now())
    theirs, codes = await with_app(rui.client, clock.now())
    key = await with_key(rui.client)
    for body in (
        {"method": "totp", "code": theirs.code(clock.now())},
        {"method": "recovery", "code": codes[0]},
        {"method": "letter", "code": "123456"},
    ):
        refused = await ana.client.post(f"{V1}/auth/step-up", json=body)
        assert (refused.status_code, refused.json()["type"]) == (403, "/problems/wrong-step-up"), body
    options = (await ana.client.post(f"{V1}/auth/step-up/begin", json={"method": "passkey"})).json()["options"]
    signed = {"method": "passkey", "assertion": key.signed(options)}
    assert (await ana.client.post(f"{V1}/auth/step-up", json=signed)).status_code == 403
    assert (await rui.client.post(f"{V1}/auth/step-up", json=signed)).status_code == 403


async def test_a_code_used_to_sign_in_proves_nothing_more(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    code = app.code(clock.now())
    assert (await second(nobody, await begin(nobody, ana), "totp", code)).status_code == 200
    assert (await ana.client.post(f"{V1}/auth/step-up", json={"method": "totp", "code": code})).status_code == 403
