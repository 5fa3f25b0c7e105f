"""A forgotten password: the same answer for everybody, a link that works once, and every session ended by it."""

import asyncio
import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import text

from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.accounts.test_way_in import V1, register, sign_in
from tests.conftest import PASSWORD, RunJobs

NEW = "three quiet words"
Letters = Callable[[str], Sequence[EmailMessage]]


@pytest.fixture
def letters(tmp_path: Path) -> Letters:
    """The letters to an address in the mail folder, in the order they were written."""

    def find(address: str) -> Sequence[EmailMessage]:
        files = sorted((tmp_path / "data/mail/new").glob("*"), key=lambda file: file.stat().st_mtime_ns)
        found = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
        return [one for one in found if one["To"] == address]

    return find


def link_in(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    found = re.search(r"http://localhost:8000/reset#(\S+)", body.get_content())
    assert found, body.get_content()
    return found[1]


async def forget(nobody: httpx2.AsyncClient, email: str) -> None:
    answer = await nobody.post(f"{V1}/auth/forgot", json={"email": email})
    assert (answer.status_code, answer.content) == (204, b"")


async def reset(nobody: httpx2.AsyncClient, token: str, password: str = NEW) -> int:
    answer = await nobody.post(f"{V1}/auth/reset", json={"token": token, "password": password})
    if answer.status_code == 422:
        assert answer.json()["type"] == "/problems/bad-reset-link"
    return answer.status_code


async def log_in(nobody: httpx2.AsyncClient, email: str, password: str) -> int:
    answer = await nobody.post(f"{V1}/auth/login", json={"email": email, "password": password})
    return answer.status_code


async def test_a_letter_sets_a_new_password_and_ends_every_session(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    ana = await register(nobody, "forgetful")
    tokens = await sign_in(nobody, ana)
    await forget(nobody, " Forgetful@Example.org ")
    await run_jobs()
    (letter,) = letters(ana["email"])
    assert letter["Subject"] == "Escolhe uma nova palavra-passe"

    assert await reset(nobody, link_in(letter)) == 204
    await run_jobs()

    assert await log_in(nobody, ana["email"], PASSWORD) == 401
    assert await log_in(nobody, ana["email"], NEW) == 200
    access = {"Authorization": f"Bearer {tokens['access_token']}"}
    assert (await nobody.get(f"{V1}/me", headers=access)).status_code == 401
    again = await nobody.post(f"{V1}/auth/refresh", json={"refresh_token": tokens["refresh_token"]})
    assert again.status_code == 401
    assert letters(ana["email"])[-1]["Subject"] == "A tua palavra-passe mudou"


async def test_everybody_gets_the_same_answer_and_only_who_has_an_account_a_letter(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, runtime: Runtime, letters: Letters
) -> None:
    gone = await register(nobody, "suspended")
    async with runtime.system() as work:
        index = runtime.key_ring.blind_index(gone["email"], "email")
        await work.session.execute(
            text("update users set disabled_at = :now where email_index = :index"), {"now": work.now, "index": index}
        )
    for address in ("unknown@example.org", gone["email"], "no address at all"):
        await forget(nobody, address)
    await run_jobs()

    assert not letters(gone["email"])
    assert not letters("unknown@example.org")


async def test_a_link_is_used_once_however_many_try_at_once(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    ana = await register(nobody, "at-once")
    await forget(nobody, ana["email"])
    await run_jobs()
    link = link_in(letters(ana["email"])[0])

    answers = await asyncio.gather(*(reset(nobody, link, f"password number {number}") for number in range(50)))

    assert sorted(answers) == [204] + [422] * 49
    worked = [number for number, answer in enumerate(answers) if answer == 204]
    assert await log_in(nobody, ana["email"], f"password number {worked[0]}") == 200


async def test_a_newer_link_takes_the_place_of_an_older_one(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    ana = await register(nobody, "twice-forgetful")
    for _ in range(2):
        await forget(nobody, ana["email"])
        await run_jobs()
    older, newer = (link_in(letter) for letter in letters(ana["email"]))

    assert await reset(nobody, older) == 422
    assert await log_in(nobody, ana["email"], PASSWORD) == 200
    assert await reset(nobody, newer) == 204


async def test_a_link_too_old_or_made_up_or_for_another_purpose_changes_nothing(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters, clock: StillClock
) -> None:
    ana = await register(nobody, "too-late")
    await forget(nobody, ana["email"])
    await run_jobs()
    link = link_in(letters(ana["email"])[0])
    as_verification = await nobody.post(f"{V1}/auth/verify", json={"token": link})
    assert as_verification.status_code == 422
    clock.forward(timedelta(hours=1))

    assert await reset(nobody, link) == 422
    assert await reset(nobody, "x" * 43) == 422
    assert await log_in(nobody, ana["email"], PASSWORD) == 200


async def test_a_password_too_short_keeps_the_link(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    ana = await register(nobody, "too-short")
    await forget(nobody, ana["email"])
    await run_jobs()
    link = link_in(letters(ana["email"])[0])

    short = await nobody.post(f"{V1}/auth/reset", json={"token": link, "password": "short"})

    assert short.status_code == 422
    assert await reset(nobody, link) == 204


async def test_the_link_leads_to_the_configured_place_whatever_host_the_request_names(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    ana = await register(nobody, "forged-host")
    forged = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}
    answer = await nobody.post(f"{V1}/auth/forgot", json={"email": ana["email"]}, headers=forged)
    assert answer.status_code == 204
    await run_jobs()

    assert link_in(letters(ana["email"])[0])


async def test_who_resets_has_shown_that_the_address_is_theirs(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, runtime: Runtime, letters: Letters
) -> None:
    ana = await register(nobody, "unconfirmed")
    async with runtime.system() as work:
        index = runtime.key_ring.blind_index(ana["email"], "email")
        await work.session.execute(
            text("update users set email_verified_at = null where email_index = :index"), {"index": index}
        )
    assert await log_in(nobody, ana["email"], PASSWORD) == 403
    await forget(nobody, ana["email"])
    await run_jobs()

    assert await reset(nobody, link_in(letters(ana["email"])[0])) == 204
    assert await log_in(nobody, ana["email"], NEW) == 200
