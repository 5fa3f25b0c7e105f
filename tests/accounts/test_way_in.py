"""Registering, signing in, staying in and signing out, over HTTP."""

import asyncio
import base64
import json
import secrets
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import service
from cairn.accounts.schemas import Register
from cairn.accounts.tokens import Tokens
from cairn.app import assemble, migrate
from cairn.app.embedded import EmbeddedPostgres
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from tests.conftest import PASSWORD, ClientFor, NewPerson

V1 = "/api/v1"
ANA = {
    "email": "Ana.Reis@Example.org",
    "password": PASSWORD,
    "name": "Ana",
    "time_zone": "Europe/Lisbon",
    "locale": "pt-BR",
}


async def register(nobody: httpx2.AsyncClient, name: str) -> dict[str, str]:
    body = {**ANA, "email": f"{name}@example.org"}
    answer = await nobody.post(f"{V1}/auth/register", json=body)
    assert answer.status_code == 201, answer.text
    return body


async def sign_in(nobody: httpx2.AsyncClient, body: dict[str, str]) -> dict[str, Any]:
    answer = await nobody.post(f"{V1}/auth/login", json={"email": body["email"], "password": body["password"]})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def test_a_new_account_is_shown_to_its_person_and_sealed_in_the_database(
    nobody: httpx2.AsyncClient, runtime: Runtime
) -> None:
    answer = await nobody.post(f"{V1}/auth/register", json=ANA)

    assert answer.status_code == 201
    user = answer.json()["user"]
    assert (user["email"], user["locale"]) == ("ana.reis@example.org", "pt")
    async with runtime.system() as work:
        row = (await work.session.execute(text("select * from users where id = :id"), {"id": user["id"]})).one()
    assert b"ana.reis" not in bytes(row.email_cipher)
    assert b"Ana" not in bytes(row.name_cipher)
    assert row.password_hash.startswith("$argon2id$")


async def test_an_address_can_be_taken_once_however_it_is_written(nobody: httpx2.AsyncClient) -> None:
    await register(nobody, "twice")

    again = await nobody.post(f"{V1}/auth/register", json={**ANA, "email": " TWICE@example.org "})

    assert again.status_code == 409
    assert again.json()["type"] == "/problems/address-taken"


async def test_fifty_registrations_of_one_address_at_once_make_one_account(nobody: httpx2.AsyncClient) -> None:
    body = {**ANA, "email": "crowd@example.org"}

    answers = await asyncio.gather(*(nobody.post(f"{V1}/auth/register", json=body) for _ in range(12)))

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 11


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "not an address"),
        ("email", ""),
        ("email", "a\x00b@example.org"),
        ("password", "short"),
        ("password", "x" * 1000),
        ("time_zone", "Mars/Olympus"),
        ("time_zone", "../../etc/passwd"),
        ("locale", "de"),
        ("role", "administrator"),
    ],
)
async def test_what_cannot_be_used_is_refused_and_named(nobody: httpx2.AsyncClient, field: str, value: str) -> None:
    answer = await nobody.post(f"{V1}/auth/register", json={**ANA, "email": "new@example.org", field: value})

    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["request_id"] == answer.headers["x-request-id"]


async def test_wrong_password_unknown_address_and_disabled_account_read_the_same(
    nobody: httpx2.AsyncClient, runtime: Runtime
) -> None:
    await register(nobody, "known")
    disabled = await register(nobody, "disabled")
    async with runtime.system() as work:
        index = runtime.key_ring.blind_index("disabled@example.org", "email")
        await work.session.execute(
            text("update users set disabled_at = now() where email_index = :index"), {"index": index}
        )

    tries = [
        {"email": "known@example.org", "password": "not this one"},
        {"email": "unknown@example.org", "password": PASSWORD},
        {"email": "nonsense", "password": PASSWORD},
        {"email": disabled["email"], "password": PASSWORD},
    ]
    answers = [await nobody.post(f"{V1}/auth/login", json=body) for body in tries]

    assert {answer.status_code for answer in answers} == {401}
    told = [{**answer.json(), "request_id": ""} for answer in answers]
    assert told == [told[0]] * 4


async def test_a_program_gets_tokens_that_open_its_own_account(nobody: httpx2.AsyncClient) -> None:
    body = await register(nobody, "program")

    opened = await sign_in(nobody, body)
    me = await nobody.get(f"{V1}/me", headers={"Authorization": f"Bearer {opened['access_token']}"})

    assert me.status_code == 200
    assert me.json()["email"] == "program@example.org"
    assert me.headers["etag"] == f'"{me.json()["version"]}"'


async def test_an_access_token_is_checked_whole(
    nobody: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    opened = await sign_in(nobody, await register(nobody, "checked"))
    token = opened["access_token"]
    header, claims, signature = token.split(".")
    none = base64.urlsafe_b64encode(b'{"alg":"none","typ":"at+jwt"}').decode().rstrip("=")
    other = json.loads(base64.urlsafe_b64decode(claims + "=="))
    other["sid"] = str(runtime.new_id())
    forged = base64.urlsafe_b64encode(json.dumps(other).encode()).decode().rstrip("=")

    for bad in (f"{none}.{claims}.", f"{header}.{forged}.{signature}", token[:-4] + "AAAA", "x", "a.b.c", ""):
        answer = await nobody.get(f"{V1}/me", headers={"Authorization": f"Bearer {bad}"})
        assert answer.status_code == 401, bad

    clock.forward(timedelta(minutes=10, seconds=1))
    late = await nobody.get(f"{V1}/me", headers={"Authorization": f"Bearer {token}"})
    assert late.status_code == 401


async def test_signing_out_holds_at_once_for_tokens_too(nobody: httpx2.AsyncClient) -> None:
    opened = await sign_in(nobody, await register(nobody, "leaving"))
    bearer = {"Authorization": f"Bearer {opened['access_token']}"}

    out = await nobody.post(f"{V1}/auth/logout", headers=bearer)
    me = await nobody.get(f"{V1}/me", headers=bearer)
    again = await nobody.post(f"{V1}/auth/refresh", json={"refresh_token": opened["refresh_token"]})

    assert (out.status_code, me.status_code, again.status_code) == (204, 401, 401)


async def test_a_page_gets_a_cookie_that_no_script_reads_and_no_other_site_uses(nobody: httpx2.AsyncClient) -> None:
    body = await register(nobody, "page")
    login = {"email": body["email"], "password": body["password"], "as": "page"}

    without_header = await nobody.post(f"{V1}/auth/login", json=login)
    opened = await nobody.post(f"{V1}/auth/login", json=login, headers={"X-Cairn": "1"})

    assert without_header.status_code == 403
    assert list(opened.json()) == ["user"]
    cookie = opened.headers.get_list("set-cookie")[0]
    assert cookie.startswith("__Host-cairn=")
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))

    shown = {"Cookie": cookie.split(";")[0]}
    change = {"name": "Ana R."}
    assert (await nobody.get(f"{V1}/me", headers=shown)).status_code == 200
    own = {**shown, "X-Cairn": "1", "Origin": "http://localhost:8000", "Sec-Fetch-Site": "same-origin"}
    for refused in (
        shown,
        {**own, "Origin": "https://elsewhere.example"},
        {**own, "Origin": "null"},
        {**own, "Sec-Fetch-Site": "cross-site"},
        {**own, "Sec-Fetch-Site": "same-site"},
    ):
        assert (await nobody.patch(f"{V1}/me", json=change, headers=refused)).status_code == 403
    assert (await nobody.patch(f"{V1}/me", json=change, headers=own)).json()["name"] == "Ana R."


async def test_a_page_left_alone_for_half_an_hour_signs_in_again(nobody: httpx2.AsyncClient, clock: StillClock) -> None:
    body = await register(nobody, "idle")
    login = {"email": body["email"], "password": body["password"], "as": "page"}
    opened = await nobody.post(f"{V1}/auth/login", json=login, headers={"X-Cairn": "1"})
    shown = {"Cookie": opened.headers.get_list("set-cookie")[0].split(";")[0]}

    clock.forward(timedelta(minutes=29))
    assert (await nobody.get(f"{V1}/me", headers=shown)).status_code == 200
    clock.forward(timedelta(minutes=29))
    assert (await nobody.get(f"{V1}/me", headers=shown)).status_code == 200
    clock.forward(timedelta(minutes=31))
    assert (await nobody.get(f"{V1}/me", headers=shown)).status_code == 401


async def test_staying_signed_in_outlasts_a_month_away(nobody: httpx2.AsyncClient, clock: StillClock) -> None:
    body = await register(nobody, "remembered")
    login = {"email": body["email"], "password": body["password"], "as": "page", "remember": True}
    opened = await nobody.post(f"{V1}/auth/login", json=login, headers={"X-Cairn": "1"})
    shown = {"Cookie": opened.headers.get_list("set-cookie")[0].split(";")[0]}

    clock.forward(timedelta(days=31))

    assert (await nobody.get(f"{V1}/me", headers=shown)).status_code == 200


@pytest.mark.parametrize("remember", [True, False])
async def test_only_a_kept_sign_in_outlives_the_browser_and_none_outlives_its_last_day(
    nobody: httpx2.AsyncClient, clock: StillClock, remember: bool
) -> None:
    body = await register(nobody, f"kept-{remember}")
    login = {"email": body["email"], "password": body["password"], "as": "page", "remember": remember}
    opened = await nobody.post(f"{V1}/auth/login", json=login, headers={"X-Cairn": "1"})
    cookie = opened.headers.get_list("set-cookie")[0]
    shown = {"Cookie": cookie.split(";")[0]}
    last = timedelta(days=90) if remember else timedelta(hours=24)

    assert (f"Max-Age={90 * 86400}" in cookie) == remember
    assert ("Max-Age" in cookie) == remember
    step = timedelta(days=30) if remember else timedelta(minutes=29)
    gone = timedelta(0)
    while gone + step < last:
        clock.forward(step)
        gone += step
        assert (await nobody.get(f"{V1}/me", headers=shown)).status_code == 200
    clock.forward(last - gone)
    assert (await nobody.get(f"{V1}/me", headers=shown)).status_code == 401


async def test_public_keys_check_tokens_and_hold_nothing_private(
    nobody: httpx2.AsyncClient, runtime: Runtime, clock: StillClock
) -> None:
    async with runtime.system() as work:
        await work.session.execute(text("delete from signing_keys"))  # of tests whose clock was far ahead
    opened = await sign_in(nobody, await register(nobody, "keys"))
    header = json.loads(base64.urlsafe_b64decode(opened["access_token"].split(".")[0] + "=="))

    keys = (await nobody.get("/.well-known/jwks.json")).json()["keys"]

    assert header["alg"] == "RS256"
    assert header["kid"] in {key["kid"] for key in keys}
    assert all({"d", "p", "q"}.isdisjoint(key) for key in keys)

    clock.forward(timedelta(days=29, hours=1))
    await runtime.provider(Tokens).rotate()
    later = (await nobody.get("/.well-known/jwks.json")).json()["keys"]
    assert {key["kid"] for key in later} > {header["kid"]}


async def test_a_key_of_another_process_is_found_by_all_who_come_with_it_at_once(
    nobody: httpx2.AsyncClient, runtime: Runtime
) -> None:
    opened = await sign_in(nobody, await register(nobody, "elsewhere"))
    newly_started = Tokens(runtime)

    found = await asyncio.gather(*(newly_started.session_of(opened["access_token"]) for _ in range(10)))

    assert len(set(found)) == 1


async def test_people_see_and_change_only_themselves(client_for: ClientFor, person: NewPerson) -> None:
    ana, rui = await person(name="Ana"), await person(name="Rui")

    changed = await client_for(ana).patch(
        f"{V1}/me", json={"time_zone": "America/New_York", "settings": {"theme": "dark"}}
    )

    assert changed.json()["time_zone"] == "America/New_York"
    assert changed.json()["settings"] == {"theme": "dark"}
    assert (await client_for(rui).get(f"{V1}/me")).json()["time_zone"] == "Europe/Lisbon"


async def test_a_change_made_on_an_old_copy_is_refused(client: httpx2.AsyncClient) -> None:
    seen = (await client.get(f"{V1}/me")).headers["etag"]
    assert (await client.patch(f"{V1}/me", json={"name": "One"}, headers={"If-Match": seen})).status_code == 200

    stale = await client.patch(f"{V1}/me", json={"name": "Two"}, headers={"If-Match": seen})

    assert stale.status_code == 412
    assert (await client.get(f"{V1}/me")).json()["name"] == "One"


async def test_the_very_first_account_is_the_administrator(
    server: EmbeddedPostgres, settings: Settings, clock: StillClock
) -> None:
    name = f"test_{secrets.token_hex(4)}"
    urls = server.create_database(name)
    migrate.upgrade(urls.owner)
    empty = assemble.build(settings, server.secrets, urls, clock=clock)
    await empty.start()
    try:
        new = [
            await service.checked(Register(email=f"{n}@example.org", password="a house by the river")) for n in range(4)
        ]
        made = await asyncio.gather(*(service.create(empty, one) for one in new))
    finally:
        await empty.stop()
        server.drop_database(name)
    assert sorted(user.role for user in made) == ["administrator", "user", "user", "user"]


async def test_an_erased_account_leaves_nothing_to_sign_in_to(
    nobody: httpx2.AsyncClient, runtime: Runtime, person: NewPerson
) -> None:
    actor = await person()
    async with actor.work() as work:
        address = await service.address_of(work, work.user_id)
        await work.session.execute(text("delete from users where id = :id"), {"id": work.user_id})

    answer = await nobody.post(f"{V1}/auth/login", json={"email": address, "password": PASSWORD})

    assert answer.status_code == 401
    assert await runtime.person(actor.user_id) is None
