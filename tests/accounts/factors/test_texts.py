"""A code by text beside an app or a passkey."""

import httpx2
import pytest

from cairn.platform.clock import StillClock
from tests.accounts.people import Somebody
from tests.accounts.phones.conftest import _carrier, _nobody_was_texted, twilio
from tests.accounts.phones.walk import confirmed, newest, other_than
from tests.accounts.proofs import V1, half, second, with_app
from tests.conftest import PASSWORD, RunJobs
from tests.sms.twilio_server import TwilioServer

__all__ = ["_carrier", "_nobody_was_texted", "twilio"]  # fixtures


async def ask(nobody: httpx2.AsyncClient, token: str) -> httpx2.Response:
    return await nobody.post(f"{V1}/auth/login/second/begin", json={"mfa_token": token, "method": "sms"})


async def test_a_code_by_text_signs_in_once(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await confirmed(ana.client, run_jobs, twilio)
    await with_app(ana.client, clock.now())
    begun = await half(nobody, ana.email, PASSWORD)
    assert begun["methods"] == ["totp", "sms", "recovery"]
    sent = await ask(nobody, begun["mfa_token"])
    assert (sent.status_code, sent.json()) == (200, {"sent_to": "+351 *** ** 78"})
    await run_jobs()
    code = newest(twilio)

    wrong = await second(nobody, begun["mfa_token"], "sms", other_than(code))
    assert (wrong.status_code, wrong.json()["type"]) == (401, "/problems/wrong-proof")
    assert (await ana.client.post(f"{V1}/auth/step-up", json={"method": "sms", "code": code})).status_code == 403
    assert (await second(nobody, begun["mfa_token"], "sms", code)).status_code == 200
    again = (await half(nobody, ana.email, PASSWORD))["mfa_token"]
    assert (await second(nobody, again, "sms", code)).status_code == 401


async def test_a_code_by_text_proves_it_within_a_session(
    ana: Somebody, clock: StillClock, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await confirmed(ana.client, run_jobs, twilio)
    begin = f"{V1}/auth/step-up/begin"
    alone = await ana.client.post(begin, json={"method": "sms"})
    assert (alone.status_code, alone.json()["type"]) == (403, "/problems/proof-needed")
    await with_app(ana.client, clock.now())
    assert (await ana.client.post(begin, json={"method": "sms"})).status_code == 200
    await run_jobs()
    proof = {"method": "sms", "code": newest(twilio)}
    assert (await ana.client.post(f"{V1}/auth/step-up", json=proof)).status_code == 204


@pytest.mark.usefixtures("twilio")
async def test_without_a_number_there_is_no_text_and_without_a_factor_no_second_step(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    await with_app(ana.client, clock.now())
    begun = await half(nobody, ana.email, PASSWORD)
    assert begun["methods"] == ["totp", "recovery"]
    refused = await ask(nobody, begun["mfa_token"])
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/no-phone")


async def test_a_number_alone_is_no_second_factor(
    ana: Somebody, nobody: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await confirmed(ana.client, run_jobs, twilio)
    answer = await nobody.post(f"{V1}/auth/login", json={"email": ana.email, "password": PASSWORD})
    assert "access_token" in answer.json()
