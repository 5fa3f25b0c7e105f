"""Registering where mail works: alike for everybody, and the newest registration's until the address is confirmed."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import consents, registration
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.accounts.letters import Letters, letters_in, secret_in, with_mail
from tests.accounts.test_way_in import ANA, V1
from tests.conftest import PASSWORD, ClientFor, RunJobs

THEIRS = "seven quiet lanterns"


@pytest.fixture
def nobody(client_for: ClientFor, runtime: Runtime) -> httpx2.AsyncClient:
    with_mail(runtime)
    return client_for(None)


@pytest.fixture
def letters(tmp_path: Path) -> Letters:
    return letters_in(tmp_path / "data/mail")


async def register(nobody: httpx2.AsyncClient, email: str, password: str = PASSWORD, **more: Any) -> None:
    answer = await nobody.post(f"{V1}/auth/register", json={**ANA, "email": email, "password": password, **more})
    assert (answer.status_code, answer.json()) == (202, {"user": None}), answer.text


async def verify(nobody: httpx2.AsyncClient, secret: str) -> int:
    answer = await nobody.post(f"{V1}/auth/verify", json={"token": secret})
    return answer.status_code


async def log_in(nobody: httpx2.AsyncClient, email: str, password: str = PASSWORD) -> int:
    answer = await nobody.post(f"{V1}/auth/login", json={"email": email, "password": password})
    return answer.status_code


async def resend(nobody: httpx2.AsyncClient, email: str) -> None:
    answer = await nobody.post(f"{V1}/auth/verify/resend", json={"email": email})
    assert (answer.status_code, answer.content) == (204, b"")


async def count(runtime: Runtime, query: str, **values: Any) -> Any:
    async with runtime.system() as work:
        return await work.session.scalar(text(query), values)


async def test_an_account_opens_once_its_letter_was_answered(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    await register(nobody, "new@quiet.example")
    await run_jobs()
    (letter,) = letters("new@quiet.example")

    assert await log_in(nobody, "new@quiet.example") == 401
    assert await verify(nobody, secret_in(letter, "verify")) == 204
    assert await log_in(nobody, "new@quiet.example") == 200


async def test_who_registers_an_address_cannot_learn_by_signing_in_whether_it_was_free(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    await register(nobody, "taken@quiet.example")
    await run_jobs()
    assert await verify(nobody, secret_in(letters("taken@quiet.example")[0], "verify")) == 204

    told = []
    for address in ("taken@quiet.example", "free@quiet.example"):
        await register(nobody, address, THEIRS)
        answer = await nobody.post(f"{V1}/auth/login", json={"email": address, "password": THEIRS})
        told.append({**answer.json(), "request_id": ""})

    assert told[0] == told[1]
    assert await log_in(nobody, "taken@quiet.example") == 200


async def test_the_newest_registration_of_an_unconfirmed_address_counts_with_its_password_and_link(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    """Somebody registers the address of somebody else first, and waits for them to confirm it."""
    await register(nobody, "victim@quiet.example", THEIRS, name="Somebody else", accepted_terms=consents.TERMS_VERSION)
    await run_jobs()
    await register(nobody, "victim@quiet.example", name="Rita", locale="fr")
    await run_jobs()
    first, second = letters("victim@quiet.example")

    assert await verify(nobody, secret_in(first, "verify")) == 422
    assert second["Subject"] == "Confirme ton adresse"
    assert await verify(nobody, secret_in(second, "verify")) == 204

    assert await log_in(nobody, "victim@quiet.example", THEIRS) == 401
    answer = await nobody.post(f"{V1}/auth/login", json={"email": "victim@quiet.example", "password": PASSWORD})
    assert answer.status_code == 200
    assert answer.json()["user"]["name"] == "Rita"


async def test_a_link_on_its_way_never_confirms_another_password_than_the_newest(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    await register(nobody, "race@quiet.example", THEIRS)
    await run_jobs()
    waiting = secret_in(letters("race@quiet.example")[0], "verify")

    answers = await asyncio.gather(verify(nobody, waiting), register(nobody, "race@quiet.example"))

    opens = [password for password in (THEIRS, PASSWORD) if await log_in(nobody, "race@quiet.example", password) == 200]
    # Confirmed before the second registration came, it is the first one's; otherwise it waits for the newer link.
    assert opens == ([THEIRS] if answers[0] == 204 else [])


async def test_registering_a_confirmed_address_changes_nothing_and_tells_its_person(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    await register(nobody, "settled@quiet.example")
    await run_jobs()
    assert await verify(nobody, secret_in(letters("settled@quiet.example")[0], "verify")) == 204

    await register(nobody, "settled@quiet.example", THEIRS, name="Somebody else")
    await run_jobs()

    assert letters("settled@quiet.example")[-1]["Subject"] == "Já tens uma conta"
    assert await log_in(nobody, "settled@quiet.example", THEIRS) == 401
    assert await log_in(nobody, "settled@quiet.example") == 200


async def test_the_letter_comes_again_and_only_its_link_works(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    await register(nobody, "again@quiet.example")
    await run_jobs()
    await resend(nobody, " Again@Quiet.example ")
    await run_jobs()
    older, newer = letters("again@quiet.example")

    refused = await nobody.post(f"{V1}/auth/verify", json={"token": secret_in(older, "verify")})
    assert refused.json()["type"] == "/problems/bad-link"
    assert "sent again" in refused.json()["detail"]
    assert await verify(nobody, secret_in(newer, "verify")) == 204
    assert await verify(nobody, secret_in(newer, "verify")) == 422


async def test_asking_for_the_letter_again_answers_alike_and_writes_only_to_who_waits(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    await register(nobody, "done@quiet.example")
    await run_jobs()
    assert await verify(nobody, secret_in(letters("done@quiet.example")[0], "verify")) == 204

    for address in ("done@quiet.example", "unknown@quiet.example", "no address"):
        await resend(nobody, address)
    await run_jobs()

    assert len(letters("done@quiet.example")) == 1
    assert not letters("unknown@quiet.example")


async def test_an_account_that_nobody_confirmed_goes_after_a_week_with_all_that_was_made_for_it(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, runtime: Runtime, letters: Letters, clock: StillClock
) -> None:
    await register(nobody, "squatted@quiet.example", THEIRS)
    await register(nobody, "confirmed@quiet.example")
    await run_jobs()
    assert await verify(nobody, secret_in(letters("confirmed@quiet.example")[0], "verify")) == 204
    spaces = await count(runtime, "select count(*) from spaces")
    clock.forward(registration.UNCONFIRMED_STAY)
    await registration.forget_unconfirmed(runtime)
    await run_jobs()
    index = runtime.key_ring.blind_index("squatted@quiet.example", "email")
    assert await count(runtime, "select count(*) from users where email_index = :index", index=index) == 1

    clock.forward(timedelta(minutes=1))
    await registration.forget_unconfirmed(runtime)
    await run_jobs()

    assert await count(runtime, "select count(*) from users where email_index = :index", index=index) == 0
    assert await count(runtime, "select count(*) from spaces") < spaces
    assert await log_in(nobody, "confirmed@quiet.example") == 200
    await register(nobody, "squatted@quiet.example")
    await run_jobs()
    assert await verify(nobody, secret_in(letters("squatted@quiet.example")[-1], "verify")) == 204
    assert await log_in(nobody, "squatted@quiet.example") == 200


async def test_what_was_agreed_to_at_sign_up_is_kept_with_its_version_and_taken_along(
    client_for: ClientFor, runtime: Runtime, nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    await register(nobody, "agreed@quiet.example", accepted_terms=consents.TERMS_VERSION)
    await run_jobs()
    assert await verify(nobody, secret_in(letters("agreed@quiet.example")[0], "verify")) == 204
    async with runtime.system() as work:
        index = runtime.key_ring.blind_index("agreed@quiet.example", "email")
        user_id = await work.session.scalar(text("select id from users where email_index = :index"), {"index": index})
    actor = await runtime.person(user_id)
    assert actor is not None
    async with actor.work() as work:
        (consent,) = await consents.exported(work)

    assert (consent["document"], consent["version"]) == ("terms", consents.TERMS_VERSION)
    assert (consent["locale"], consent["shown_at"]) == ("pt", "sign-up")
    assert consent["given_at"].startswith("2026-11-24T12:00")

    old = {**ANA, "email": "other@quiet.example", "accepted_terms": "2020-01-01"}
    refused = await nobody.post(f"{V1}/auth/register", json=old)
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/old-terms")


async def test_who_registers_anew_over_an_unconfirmed_account_agrees_for_themselves(
    nobody: httpx2.AsyncClient, runtime: Runtime
) -> None:
    await register(nobody, "agrees@quiet.example", THEIRS, accepted_terms=consents.TERMS_VERSION)
    await register(nobody, "agrees@quiet.example")

    index = runtime.key_ring.blind_index("agrees@quiet.example", "email")
    query = "select count(*) from consents c join users u on u.id = c.user_id where u.email_index = :index"
    assert await count(runtime, query, index=index) == 0
