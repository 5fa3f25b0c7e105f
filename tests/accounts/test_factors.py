"""Second factors over HTTP: setting one up, signing in with it, proving again, and who is told."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts.factors import has_second
from cairn.accounts.factors import service as factors
from cairn.accounts.factors.jobs import forget_half_done
from cairn.accounts.factors.letters import factor_changed
from cairn.accounts.factors.messages import Change
from cairn.accounts.factors.rules import device_of
from cairn.mail.provider import Mailer
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.accounts.people import Somebody, somebody
from tests.accounts.proofs import (
    PAGE,
    V1,
    App,
    Key,
    by_key,
    by_key_alone,
    code_in,
    half,
    second,
    with_app,
    with_key,
)
from tests.conftest import PASSWORD, ClientFor, NewPerson, RunJobs
from tests.mail import mail_server
from tests.mail.mail_server import MailServer, mailer_for

NOBODYS = "01a1fad0-0000-7000-8000-000000000000"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0"


@pytest.fixture
def nobody(client_for: ClientFor) -> httpx2.AsyncClient:
    return client_for(None)


@pytest.fixture
async def ana(person: NewPerson, client_for: ClientFor) -> Somebody:
    return await somebody(person, client_for)


@pytest.fixture
async def carrier(runtime: Runtime) -> AsyncIterator[MailServer]:
    async with mail_server.running() as server:
        runtime.provide(Mailer, mailer_for(server, runtime.clock))
        yield server


def kept(folder: Path, address: str) -> Sequence[EmailMessage]:
    """The letters to an address in the mail folder, oldest first."""
    files = sorted((folder / "data/mail/new").glob("*"), key=lambda file: file.stat().st_mtime_ns)
    found = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
    return [one for one in found if one["To"] == address]


def words_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


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


async def listed(client: httpx2.AsyncClient) -> dict[str, object]:
    found: dict[str, object] = (await client.get(f"{V1}/me/factors")).json()
    return found


# ---------------------------------------------------------------------------------------------------------------- apps


async def test_an_app_protects_only_once_it_has_shown_that_it_works(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    setup = (await ana.client.post(f"{V1}/me/factors/totp", json={"name": "Old phone"})).json()
    app = App(setup["secret"])
    assert setup["uri"].startswith("otpauth://totp/Cairn:")
    assert "issuer=Cairn" in setup["uri"]
    assert setup["qr"].startswith("data:image/svg+xml")
    wrong = await ana.client.post(f"{V1}/me/factors/totp/confirm", json={"code": app.wrong(clock.now())})
    assert (wrong.status_code, wrong.json()["type"]) == (422, "/problems/wrong-code")
    before = await nobody.post(f"{V1}/auth/login", json={"email": ana.email, "password": PASSWORD})
    assert "access_token" in before.json()

    confirmed = await ana.client.post(f"{V1}/me/factors/totp/confirm", json={"code": app.code(clock.now())})

    assert confirmed.status_code == 201
    assert len(set(confirmed.json()["recovery_codes"])) == 10
    (shown,) = (await ana.client.get(f"{V1}/me/factors")).json()["factors"]
    assert (shown["kind"], shown["name"]) == ("totp", "Old phone")
    await half(nobody, ana.email, PASSWORD)


async def test_the_secret_of_an_app_is_sealed_and_recovery_codes_are_hashed(
    ana: Somebody, clock: StillClock, runtime: Runtime
) -> None:
    app, codes = await with_app(ana.client, clock.now())
    async with ana.actor.work() as work:
        row = (await work.session.execute(text("select * from factors"))).one()
        hashes = (await work.session.scalars(text("select code_hash from recovery_codes"))).all()
    assert app.secret.encode() not in bytes(row.secret_cipher)
    assert all(code.replace("-", "").encode() not in bytes(one) for code in codes for one in hashes)


async def test_a_right_password_and_code_open_a_session_proven_by_two_factors(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    begun = await half(nobody, ana.email, PASSWORD)
    assert begun["methods"] == ["totp", "recovery"]
    code = app.code(clock.now())

    opened = await second(nobody, begun["mfa_token"], "totp", f"{code[:3]} {code[3:]}")

    assert opened.status_code == 200, opened.text
    assert opened.json()["user"]["email"] == ana.email
    async with ana.actor.work() as work:
        newest = text("select factors from sessions order by created_at desc, id desc limit 1")
        assert await work.session.scalar(newest) == 2


async def test_a_page_gets_its_cookie_at_the_second_step_only(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    begun = await half(nobody, ana.email, PASSWORD, **{"as": "page", "remember": True})

    foreign = await second(nobody, begun["mfa_token"], "totp", app.code(clock.now()))
    assert (foreign.status_code, foreign.json()["type"]) == (403, "/problems/foreign-page")
    opened = await second(nobody, begun["mfa_token"], "totp", app.code(clock.now()), headers=PAGE)

    assert set(opened.json()) == {"user"}
    cookies = opened.headers.get_list("set-cookie")
    (session,) = [one for one in cookies if one.startswith("__Host-cairn=")]
    assert "Max-Age" in session
    assert any(one.startswith("__Host-cairn-device=") for one in cookies)


async def test_a_new_app_takes_the_place_of_the_one_before(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    old, codes = await with_app(ana.client, clock.now())
    new, none = await with_app(ana.client, clock.now())
    assert (len(codes), none) == (10, [])
    begun = await half(nobody, ana.email, PASSWORD)

    assert (await second(nobody, begun["mfa_token"], "totp", old.code(clock.now()))).status_code == 401
    assert (await second(nobody, begun["mfa_token"], "totp", new.code(clock.now()))).status_code == 200


async def test_a_setup_is_over_after_an_hour_and_then_forgotten(
    ana: Somebody, clock: StillClock, runtime: Runtime
) -> None:
    setup = (await ana.client.post(f"{V1}/me/factors/totp", json={})).json()
    clock.forward(timedelta(hours=1))
    late = await ana.client.post(f"{V1}/me/factors/totp/confirm", json={"code": App(setup["secret"]).code(clock.now())})
    assert (late.status_code, late.json()["type"]) == (409, "/problems/nothing-to-confirm")
    clock.forward(timedelta(seconds=1))
    await forget_half_done(runtime)
    async with ana.actor.work() as work:
        assert await work.session.scalar(text("select count(*) from factors")) == 0


async def test_what_is_shown_once_is_kept_by_no_idempotency_key(ana: Somebody) -> None:
    key = {"Idempotency-Key": "setup"}
    first = await ana.client.post(f"{V1}/me/factors/totp", json={}, headers=key)
    async with ana.actor.work() as work:
        kept_answers = await work.session.scalars(text("select body from idempotent_answers"))
        assert all(first.json()["secret"].encode() not in bytes(body) for body in kept_answers)


# ------------------------------------------------------------------------------------------------------------ recovery


async def test_a_recovery_code_opens_a_session_is_counted_and_told(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, run_jobs: RunJobs, tmp_path: Path
) -> None:
    _, codes = await with_app(ana.client, clock.now())
    begun = await half(nobody, ana.email, PASSWORD)

    opened = await second(nobody, begun["mfa_token"], "recovery", f" {codes[3].upper().replace('-', ' ')}")

    assert opened.status_code == 200, opened.text
    assert (await listed(ana.client))["recovery_codes_left"] == 9
    await run_jobs()
    told = [words_of(letter) for letter in kept(tmp_path, ana.email)]
    assert any("One of your recovery codes was used" in words for words in told)


async def test_new_recovery_codes_void_the_old_ones(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    _, old = await with_app(ana.client, clock.now())
    new = (await ana.client.post(f"{V1}/me/factors/recovery-codes")).json()["codes"]
    assert not set(old) & set(new)
    begun = await half(nobody, ana.email, PASSWORD)

    assert (await second(nobody, begun["mfa_token"], "recovery", old[0])).status_code == 401
    assert (await second(nobody, begun["mfa_token"], "recovery", new[0])).status_code == 200


async def test_recovery_codes_stand_in_for_something(ana: Somebody) -> None:
    answer = await ana.client.post(f"{V1}/me/factors/recovery-codes")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/no-second-factor")


# ------------------------------------------------------------------------------------------------------------ passkeys


async def test_a_passkey_is_a_second_factor(ana: Somebody, nobody: httpx2.AsyncClient) -> None:
    key = await with_key(ana.client)
    begun = await half(nobody, ana.email, PASSWORD)
    assert begun["methods"] == ["passkey", "recovery"]

    assert (await by_key(nobody, begun["mfa_token"], key)).status_code == 200


async def test_a_passkey_is_enough_alone(ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock) -> None:
    key = await with_key(ana.client)

    opened = await by_key_alone(nobody, key)

    assert opened.status_code == 200, opened.text
    assert opened.json()["user"]["email"] == ana.email
    access = {"Authorization": f"Bearer {opened.json()['access_token']}"}
    renewed = await nobody.post(f"{V1}/me/factors/recovery-codes", headers=access)
    assert renewed.status_code == 200


async def test_several_passkeys_have_names_and_can_be_taken_away(ana: Somebody, nobody: httpx2.AsyncClient) -> None:
    first, other = await with_key(ana.client), await with_key(ana.client)
    ids = [one["id"] for one in (await ana.client.get(f"{V1}/me/factors")).json()["factors"]]
    renamed = await ana.client.patch(f"{V1}/me/factors/{ids[0]}", json={"name": "Blue key"})
    assert renamed.json()["name"] == "Blue key"

    assert (await ana.client.delete(f"{V1}/me/factors/{ids[1]}")).status_code == 204

    assert [one["name"] for one in (await ana.client.get(f"{V1}/me/factors")).json()["factors"]] == ["Blue key"]
    assert (await by_key_alone(nobody, other)).status_code == 401
    assert (await by_key_alone(nobody, first)).status_code == 200


async def test_without_its_last_factor_an_account_opens_by_password_and_recovery_codes_are_gone(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    await with_app(ana.client, clock.now())
    async with runtime.system() as work:
        assert await has_second(work, ana.actor.user_id)
    (factor,) = (await ana.client.get(f"{V1}/me/factors")).json()["factors"]
    assert (await ana.client.delete(f"{V1}/me/factors/{factor['id']}")).status_code == 204
    assert (await ana.client.delete(f"{V1}/me/factors/{factor['id']}")).status_code == 404

    assert await listed(ana.client) == {"factors": [], "recovery_codes_left": 0}
    async with runtime.system() as work:
        assert not await has_second(work, ana.actor.user_id)
    answer = await nobody.post(f"{V1}/auth/login", json={"email": ana.email, "password": PASSWORD})
    assert "access_token" in answer.json()


async def test_a_passkey_is_made_for_this_page_whatever_host_a_request_names(ana: Somebody) -> None:
    forged = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    begun = await ana.client.post(f"{V1}/me/factors/passkeys/begin", headers=forged)
    assert begun.json()["options"]["rp"] == {"name": "Cairn", "id": "localhost"}


# ------------------------------------------------------------------------------------------------------------- step-up

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


# ------------------------------------------------------------------------------------------------- devices and letters


async def on_a_page(nobody: httpx2.AsyncClient, email: str, device: str | None = None) -> tuple[httpx2.Response, str]:
    """A sign-in by password on a page; the answer, and the secret by which its browser is known."""
    headers = {**PAGE, "User-Agent": FIREFOX, **({"Cookie": f"__Host-cairn-device={device}"} if device else {})}
    body = {"email": email, "password": PASSWORD, "as": "page"}
    answer = await nobody.post(f"{V1}/auth/login", json=body, headers=headers)
    found = re.search(r"__Host-cairn-device=([^;]+)", ";".join(answer.headers.get_list("set-cookie")))
    return answer, found[1] if found else ""


async def test_a_device_that_is_not_known_is_told_once_and_the_first_never(
    person: NewPerson,
    client_for: ClientFor,
    nobody: httpx2.AsyncClient,
    run_jobs: RunJobs,
    tmp_path: Path,
    clock: StillClock,
) -> None:
    rui = await somebody(person, client_for, locale="pt")
    _, device = await on_a_page(nobody, rui.email)
    await run_jobs()
    assert not kept(tmp_path, rui.email)

    _, same = await on_a_page(nobody, rui.email, device)
    await run_jobs()
    assert same == device
    assert not kept(tmp_path, rui.email)

    clock.forward(timedelta(minutes=5))
    await on_a_page(nobody, rui.email)
    await run_jobs()

    (letter,) = kept(tmp_path, rui.email)
    assert letter["Subject"] == "Entraste num dispositivo novo"
    assert "(Firefox, Linux, 127.0.0.1): ter. 24 nov., 12:05" in words_of(letter)
    assert "http://localhost:8000/forgot" in words_of(letter)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (FIREFOX, "Firefox, Linux"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0 Safari/537.36 Edg/150.0", "Edge, Windows"),
        ("backup-script/2.1", "backup-script"),
        ("https://evil.example/look", "https"),
        ("Your bank: call 800", "Your"),
        ("", ""),
    ],
)
def test_a_device_is_named_by_known_words_only(agent: str, name: str) -> None:
    assert device_of(agent) == name


async def test_a_code_by_letter_is_needed_where_only_an_app_protects_on_a_device_that_is_not_known(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    token = (await half(nobody, ana.email, PASSWORD, **{"as": "page"}))["mfa_token"]
    early = await second(nobody, token, "letter", "123456", headers=PAGE)
    assert early.status_code == 401

    waiting = await second(nobody, token, "totp", app.code(clock.now()), headers=PAGE)
    assert (waiting.status_code, waiting.json()) == (200, {"mfa_token": token, "methods": ["letter"]})
    assert "set-cookie" not in waiting.headers
    await run_jobs()
    code = code_in(str(carrier.letters[-1]["Subject"]))

    clock.forward(timedelta(seconds=30))
    again = await second(nobody, token, "totp", app.code(clock.now()), headers=PAGE)
    assert again.status_code == 401
    assert (await second(nobody, token, "letter", f"{int(code) ^ 1:06}", headers=PAGE)).status_code == 401
    opened = await second(nobody, token, "letter", code, headers=PAGE)
    assert opened.status_code == 200, opened.text
    device = re.search(r"__Host-cairn-device=([^;]+)", ";".join(opened.headers.get_list("set-cookie")))
    assert device

    known = {**PAGE, "Cookie": f"__Host-cairn-device={device[1]}"}
    token = (await half(nobody, ana.email, PASSWORD, **{"as": "page"}))["mfa_token"]
    clock.forward(timedelta(seconds=30))
    assert "user" in (await second(nobody, token, "totp", app.code(clock.now()), headers=known)).json()


async def test_a_letter_can_be_asked_for_again_and_only_the_newest_works(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    token = (await half(nobody, ana.email, PASSWORD))["mfa_token"]
    ask = {"mfa_token": token, "method": "letter"}
    too_soon = await nobody.post(f"{V1}/auth/login/second/begin", json=ask)
    assert (too_soon.status_code, too_soon.json()["type"]) == (409, "/problems/no-letter-now")
    await second(nobody, token, "totp", app.code(clock.now()))
    await run_jobs()
    first = code_in(str(carrier.letters[-1]["Subject"]))
    for _ in range(2):
        assert (await nobody.post(f"{V1}/auth/login/second/begin", json=ask)).status_code == 200
        await run_jobs()
    assert (await nobody.post(f"{V1}/auth/login/second/begin", json=ask)).status_code == 409
    newest = code_in(str(carrier.letters[-1]["Subject"]))

    if first != newest:
        assert (await second(nobody, token, "letter", first)).status_code == 401
    assert (await second(nobody, token, "letter", newest)).status_code == 200


async def test_a_passkey_needs_no_letter(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, carrier: MailServer
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    await with_key(ana.client)
    token = (await half(nobody, ana.email, PASSWORD))["mfa_token"]

    assert "user" in (await second(nobody, token, "totp", app.code(clock.now()))).json()


@pytest.mark.parametrize("locale", ["en", "es", "fr", "pt"])
async def test_changes_are_told_by_letter_in_the_persons_language(
    person: NewPerson, client_for: ClientFor, clock: StillClock, run_jobs: RunJobs, tmp_path: Path, locale: str
) -> None:
    she = await somebody(person, client_for, locale=locale)
    await with_app(she.client, clock.now())
    await with_key(she.client)
    await she.client.post(f"{V1}/me/factors/recovery-codes")
    for factor in (await she.client.get(f"{V1}/me/factors")).json()["factors"]:
        await she.client.delete(f"{V1}/me/factors/{factor['id']}")
    await run_jobs()

    told = [words_of(letter).splitlines()[0] for letter in kept(tmp_path, she.email)]
    changes: list[Change] = ["app_added", "passkey_added", "codes_renewed", "app_removed", "passkey_removed"]
    expected = {factor_changed("ana@example.org", change, "", locale, "id").text.splitlines()[0] for change in changes}
    assert set(told) == expected
    assert len(told) == len(expected) == 5


# ---------------------------------------------------------------------------------------------------- export and going


async def test_the_export_has_what_there_is_and_no_secret(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, codes = await with_app(ana.client, clock.now())
    await with_key(ana.client)
    begun = await half(nobody, ana.email, PASSWORD)
    await on_a_page(nobody, ana.email)
    async with ana.actor.work() as work:
        taken = await factors.exported(work)

    assert [one["kind"] for one in taken["factors"]] == ["totp", "passkey"]
    assert len(taken["recovery_codes"]) == 10
    assert len(taken["sign_ins"]) == 2
    for secret in (app.secret, *codes, begun["mfa_token"]):
        assert secret not in str(taken)


async def test_everything_goes_with_the_person(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    await with_app(ana.client, clock.now())
    await with_key(ana.client)
    await ana.client.post(f"{V1}/me/factors/passkeys/begin")
    begun = await half(nobody, ana.email, PASSWORD)
    await second(nobody, begun["mfa_token"], "totp", "000000")
    async with ana.actor.work() as work:
        await work.session.execute(text("delete from users where id = :id"), {"id": work.user_id})
    async with runtime.system() as work:
        for table in ("factors", "recovery_codes", "sign_ins", "factor_tries"):
            left = text(f"select count(*) from {table} where user_id = :id")
            assert await work.session.scalar(left, {"id": ana.actor.user_id}) == 0, table


async def test_fifty_finish_one_sign_in_once(ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock) -> None:
    app, _ = await with_app(ana.client, clock.now())
    token = (await half(nobody, ana.email, PASSWORD))["mfa_token"]
    code = app.code(clock.now())

    answers = await asyncio.gather(*(second(nobody, token, "totp", code) for _ in range(50)))

    assert [answer.status_code for answer in answers].count(200) == 1
    assert {answer.status_code for answer in answers} <= {200, 401, 429}
