"""Proving within a session who one is, before what is dangerous."""

from datetime import timedelta

import httpx2
import pytest

from cairn.platform.clock import StillClock
from tests.accounts.people import NOBODYS, Somebody
from tests.accounts.proofs import (
    V1,
    Key,
    by_key_alone,
    with_app,
    with_key,
)
from tests.conftest import PASSWORD


async def log_in(nobody: httpx2.AsyncClient, email: str) -> dict[str, str]:
    """The tokens of a sign-in by password."""
    answer = await nobody.post(f"{V1}/auth/login", json={"email": email, "password": PASSWORD})
    found: dict[str, str] = answer.json()
    assert "access_token" in found
    return found


async def log_in_by_key(nobody: httpx2.AsyncClient, key: Key) -> dict[str, str]:
    found: dict[str, str] = (await by_key_alone(nobody, key)).json()
    assert "access_token" in found
    return found


DANGEROUS: list[tuple[str, str, dict[str, object] | None]] = [
    ("POST", "/me/factors/totp", {}),
    ("POST", "/me/factors/totp/confirm", {"code": "000000"}),
    ("POST", "/me/factors/passkeys/begin", None),
    ("POST", "/me/factors/passkeys", {"credential": {}}),
    ("POST", "/me/factors/recovery-codes", None),
    ("PATCH", f"/me/factors/{NOBODYS}", {"name": "Mine"}),
    ("DELETE", f"/me/factors/{NOBODYS}", None),
]


async def resting(nobody: httpx2.AsyncClient, tokens: dict[str, str], clock: StillClock) -> dict[str, str]:
    """The headers of a session whose proof is longer ago than the fifteen minutes that one holds."""
    clock.forward(timedelta(minutes=15))
    pair = await nobody.post(f"{V1}/auth/refresh", json={"refresh_token": tokens["refresh_token"]})
    assert pair.status_code == 200
    return {"Authorization": f"Bearer {pair.json()['access_token']}"}


async def step_up(nobody: httpx2.AsyncClient, session: dict[str, str], **body: object) -> httpx2.Response:
    return await nobody.post(f"{V1}/auth/step-up", json=body, headers=session)


async def test_what_is_dangerous_needs_a_proof_that_is_recent(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    session = await resting(nobody, await log_in(nobody, ana.email), clock)
    for method, path, body in DANGEROUS:
        answer = await nobody.request(method, f"{V1}{path}", json=body, headers=session)
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/proof-needed"), path

    assert (await step_up(nobody, session, password=PASSWORD)).status_code == 204

    for method, path, body in DANGEROUS:
        answer = await nobody.request(method, f"{V1}{path}", json=body, headers=session)
        assert answer.status_code != 403, path
    clock.forward(timedelta(minutes=9))
    assert (await nobody.post(f"{V1}/me/factors/totp", json={}, headers=session)).status_code == 200


async def test_who_has_a_second_factor_proves_that_and_not_the_password(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    tokens = await log_in(nobody, ana.email)
    key = await with_key(ana.client)
    app, codes = await with_app(ana.client, clock.now())
    assert codes == []
    session = await resting(nobody, tokens, clock)
    ways = (await nobody.get(f"{V1}/auth/step-up", headers=session)).json()
    assert ways == {"methods": ["passkey", "totp", "recovery"], "password": False}

    by_password = await step_up(nobody, session, password=PASSWORD)
    assert (by_password.status_code, by_password.json()["type"]) == (403, "/problems/proof-needed")
    wrong = await step_up(nobody, session, method="totp", code=app.wrong(clock.now()))
    assert (wrong.status_code, wrong.json()["type"]) == (403, "/problems/wrong-step-up")
    assert (await nobody.post(f"{V1}/me/factors/totp", json={}, headers=session)).status_code == 403

    assert (await step_up(nobody, session, method="totp", code=app.code(clock.now()))).status_code == 204
    assert (await nobody.post(f"{V1}/me/factors/totp", json={}, headers=session)).status_code == 200

    session = await resting(nobody, await log_in_by_key(nobody, key), clock)
    options = await nobody.post(f"{V1}/auth/step-up/begin", json={"method": "passkey"}, headers=session)
    assertion = key.signed(options.json()["options"])
    assert (await step_up(nobody, session, method="passkey", assertion=assertion)).status_code == 204
    assert (await nobody.post(f"{V1}/me/factors/totp", json={}, headers=session)).status_code == 200


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/me/password", {"current_password": PASSWORD, "new_password": "eleven grey herons on the pier"}),
        ("/me/email", {"email": "elsewhere@example.org", "password": PASSWORD}),
    ],
    ids=["password", "address"],
)
async def test_where_there_is_a_second_factor_the_password_alone_changes_nothing_that_opens_the_account(
    path: str, body: dict[str, object], ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    key = await with_key(ana.client)
    app, _ = await with_app(ana.client, clock.now())
    session = await resting(nobody, await log_in_by_key(nobody, key), clock)

    refused = await nobody.post(f"{V1}{path}", json=body, headers=session)
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/proof-needed")

    assert (await step_up(nobody, session, method="totp", code=app.code(clock.now()))).status_code == 204
    assert (await nobody.post(f"{V1}{path}", json=body, headers=session)).status_code == 204


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("GET", "/memories/export", None), ("POST", "/memories/forget", {"everything": True})],
    ids=["taking everything along", "forgetting everything"],
)
async def test_who_has_a_second_factor_shows_it_before_everything_leaves_or_goes(
    method: str, path: str, body: dict[str, object] | None, ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    without = await resting(nobody, await log_in(nobody, ana.email), clock)
    assert (await nobody.request(method, f"{V1}{path}", json=body, headers=without)).status_code == 200

    key = await with_key(ana.client)
    app, _ = await with_app(ana.client, clock.now())
    session = await resting(nobody, await log_in_by_key(nobody, key), clock)
    refused = await nobody.request(method, f"{V1}{path}", json=body, headers=session)
    assert (refused.status_code, refused.json()["type"]) == (403, "/problems/proof-needed")

    assert (await step_up(nobody, session, method="totp", code=app.code(clock.now()))).status_code == 204
    assert (await nobody.request(method, f"{V1}{path}", json=body, headers=session)).status_code == 200


async def test_a_new_factor_ends_what_the_password_proved_on_other_devices(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    thief = await log_in(nobody, ana.email)
    session = {"Authorization": f"Bearer {thief['access_token']}"}
    assert (await nobody.post(f"{V1}/me/factors/totp", json={}, headers=session)).status_code == 200

    await with_key(ana.client)

    assert (await nobody.post(f"{V1}/me/factors/totp", json={}, headers=session)).status_code == 403
    change = {"current_password": PASSWORD, "new_password": "eleven grey herons on the pier"}
    assert (await nobody.post(f"{V1}/me/password", json=change, headers=session)).status_code == 403
    assert (await ana.client.post(f"{V1}/me/factors/totp", json={})).status_code == 200


async def test_a_proof_in_one_session_is_none_in_another(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    here, there = await log_in(nobody, ana.email), await log_in(nobody, ana.email)
    session = await resting(nobody, here, clock)
    clock.forward(-timedelta(minutes=15))
    other = await resting(nobody, there, clock)

    assert (await step_up(nobody, session, password=PASSWORD)).status_code == 204

    assert (await nobody.post(f"{V1}/me/factors/totp", json={}, headers=session)).status_code == 200
    assert (await nobody.post(f"{V1}/me/factors/totp", json={}, headers=other)).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"password": "x", "method": "totp", "code": "123456"},
        {"password": "x", "code": "123456"},
        {"method": "totp"},
        {"method": "passkey", "code": "123456"},
        {"method": "totp", "assertion": {}},
        {"method": "magic", "code": "123456"},
    ],
    ids=str,
)
async def test_a_proof_that_is_none_is_told_as_such(ana: Somebody, body: dict[str, object]) -> None:
    assert (await ana.client.post(f"{V1}/auth/step-up", json=body)).status_code == 422
