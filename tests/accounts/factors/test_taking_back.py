"""A factor that a stranger added is taken back by letter, since it would keep its person out for good."""

from datetime import timedelta
from pathlib import Path

import httpx2
from sqlalchemy import text

from cairn.platform.clock import StillClock
from tests.accounts.letters import letters_in, secret_in, text_of
from tests.accounts.people import Somebody
from tests.accounts.phones.conftest import _carrier, _nobody_was_texted, twilio
from tests.accounts.phones.walk import confirmed
from tests.accounts.proofs import V1, half, second, with_app, with_key
from tests.conftest import PASSWORD, RunJobs
from tests.sms.twilio_server import TwilioServer

__all__ = ["_carrier", "_nobody_was_texted", "twilio"]  # fixtures

NEW = "eleven grey herons on the pier"


def to_take_back(tmp_path: Path, email: str, what: str) -> str:
    """The secret of the letter that told of a factor."""
    letters = letters_in(tmp_path / "data/mail")(email)
    return secret_in(next(letter for letter in letters if what in text_of(letter)), "not-me")


async def take_back(nobody: httpx2.AsyncClient, secret: str) -> httpx2.Response:
    return await nobody.post(f"{V1}/auth/not-me", json={"token": secret})


async def renew_password(nobody: httpx2.AsyncClient, tmp_path: Path, email: str) -> None:
    link = secret_in(letters_in(tmp_path / "data/mail")(email)[-1], "reset")
    answer = await nobody.post(f"{V1}/auth/reset", json={"token": link, "password": NEW})
    assert answer.status_code == 204, answer.text


async def log_in(nobody: httpx2.AsyncClient, email: str, password: str) -> httpx2.Response:
    return await nobody.post(f"{V1}/auth/login", json={"email": email, "password": password})


async def without_the_passkey(
    ana: Somebody, nobody: httpx2.AsyncClient, run_jobs: RunJobs, tmp_path: Path
) -> httpx2.Response:
    """Take back the passkey that a letter told of, set a new password, and begin a sign-in by it."""
    assert (await take_back(nobody, to_take_back(tmp_path, ana.email, "A passkey was added"))).status_code == 204
    await run_jobs()
    await renew_password(nobody, tmp_path, ana.email)
    return await log_in(nobody, ana.email, NEW)


async def test_who_is_kept_out_by_a_strangers_factor_gets_in_again(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, run_jobs: RunJobs, tmp_path: Path
) -> None:
    await with_app(ana.client, clock.now())
    clock.forward(timedelta(minutes=1))
    await with_key(ana.client)
    await run_jobs()
    secret = to_take_back(tmp_path, ana.email, "authenticator app now protects")

    assert (await take_back(nobody, secret)).status_code == 204
    await run_jobs()

    assert (await ana.client.get(f"{V1}/me")).status_code == 401  # the stranger's session
    assert (await log_in(nobody, ana.email, PASSWORD)).status_code == 401
    await renew_password(nobody, tmp_path, ana.email)
    back = await log_in(nobody, ana.email, NEW)
    assert "access_token" in back.json()
    session = {"Authorization": f"Bearer {back.json()['access_token']}"}
    left = (await nobody.get(f"{V1}/me/factors", headers=session)).json()
    assert left == {"factors": [], "recovery_codes_left": 0}
    assert (await take_back(nobody, secret)).status_code == 422


async def test_what_protected_the_account_before_the_letter_stays(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, run_jobs: RunJobs, tmp_path: Path
) -> None:
    _, codes = await with_app(ana.client, clock.now())
    clock.forward(timedelta(minutes=1))
    await with_key(ana.client)
    await run_jobs()

    answer = await without_the_passkey(ana, nobody, run_jobs, tmp_path)
    assert answer.json()["methods"] == ["totp", "recovery"]
    opened = await second(nobody, answer.json()["mfa_token"], "recovery", codes[0])
    assert opened.status_code == 200, opened.text
    session = {"Authorization": f"Bearer {opened.json()['access_token']}"}
    factors = (await nobody.get(f"{V1}/me/factors", headers=session)).json()
    assert [one["kind"] for one in factors["factors"]] == ["totp"]


async def test_after_a_week_a_letter_takes_nothing_back(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, run_jobs: RunJobs, tmp_path: Path
) -> None:
    await with_app(ana.client, clock.now())
    await run_jobs()
    secret = to_take_back(tmp_path, ana.email, "authenticator app now protects")
    clock.forward(timedelta(days=7))

    assert (await take_back(nobody, secret)).status_code == 422
    assert await half(nobody, ana.email, PASSWORD)


async def test_a_number_and_a_key_that_a_stranger_added_go_with_the_factor_and_the_trail_says_so(
    ana: Somebody,
    nobody: httpx2.AsyncClient,
    clock: StillClock,
    run_jobs: RunJobs,
    twilio: TwilioServer,
    tmp_path: Path,
) -> None:
    """A code by text stands in for a factor that stays: to a stranger's number none is sent any more."""
    await with_app(ana.client, clock.now())
    clock.forward(timedelta(minutes=1))
    await with_key(ana.client)
    await confirmed(ana.client, run_jobs, twilio)
    assert (await ana.client.post(f"{V1}/me/keys", json={"name": "x", "scopes": ["tasks:read:own"]})).is_success
    await run_jobs()

    answer = await without_the_passkey(ana, nobody, run_jobs, tmp_path)

    assert answer.json()["methods"] == ["totp", "recovery"]
    async with ana.actor.work() as work:
        done = text("select action from audit_entries where user_id = :id")
        told = set(await work.session.scalars(done, {"id": work.user_id}))
    assert {"factor.taken_back", "phone.removed", "key.revoked"} <= told


async def test_a_number_from_before_the_letter_stays(
    ana: Somebody,
    nobody: httpx2.AsyncClient,
    clock: StillClock,
    run_jobs: RunJobs,
    twilio: TwilioServer,
    tmp_path: Path,
) -> None:
    await confirmed(ana.client, run_jobs, twilio)
    await with_app(ana.client, clock.now())
    clock.forward(timedelta(minutes=1))
    await with_key(ana.client)
    await run_jobs()

    answer = await without_the_passkey(ana, nobody, run_jobs, tmp_path)

    assert answer.json()["methods"] == ["totp", "sms", "recovery"]
