"""A person changes their password: the present one is asked for, and every other session ends."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import text

from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.accounts.letters import Letters, letters_in, secret_in
from tests.accounts.test_way_in import V1, register, sign_in
from tests.conftest import PASSWORD, RunJobs

NEW = "three quiet words"


@pytest.fixture
def letters(tmp_path: Path) -> Letters:
    return letters_in(tmp_path / "data/mail")


def bearer(tokens: Mapping[str, str]) -> dict[str, str]:
    return {"Authorization": f"Bearer {tokens['access_token']}"}


async def page(nobody: httpx2.AsyncClient, body: Mapping[str, str], *, remember: bool = False) -> dict[str, str]:
    login = {"email": body["email"], "password": body["password"], "as": "page", "remember": remember}
    opened = await nobody.post(f"{V1}/auth/login", json=login, headers={"X-Cairn": "1"})
    return {"Cookie": opened.headers["set-cookie"].split(";")[0], "X-Cairn": "1"}


async def change(
    nobody: httpx2.AsyncClient, shown: Mapping[str, str], *, current: str = PASSWORD, new: str = NEW
) -> httpx2.Response:
    body = {"current_password": current, "new_password": new}
    return await nobody.post(f"{V1}/me/password", json=body, headers=dict(shown))


async def log_in(nobody: httpx2.AsyncClient, email: str, password: str) -> int:
    answer = await nobody.post(f"{V1}/auth/login", json={"email": email, "password": password})
    return answer.status_code


async def me(nobody: httpx2.AsyncClient, shown: Mapping[str, str]) -> int:
    return (await nobody.get(f"{V1}/me", headers=dict(shown))).status_code


async def test_every_other_session_ends_and_this_one_stays_with_another_cookie(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    ana = await register(nobody, "changes")
    here, elsewhere, program = await page(nobody, ana), await page(nobody, ana), await sign_in(nobody, ana)

    answer = await change(nobody, here)
    await run_jobs()

    assert answer.status_code == 204
    cookie = answer.headers["set-cookie"]
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    assert "Max-Age" not in cookie
    renewed = {"Cookie": cookie.split(";")[0]}
    assert [await me(nobody, shown) for shown in (renewed, here, elsewhere, bearer(program))] == [200, 401, 401, 401]
    assert await log_in(nobody, ana["email"], PASSWORD) == 401
    assert await log_in(nobody, ana["email"], NEW) == 200
    # Beside what is told of the devices: jobs run in no certain order.
    assert [one["Subject"] for one in letters(ana["email"])].count("A tua palavra-passe mudou") == 1


async def test_a_program_keeps_its_tokens_and_a_kept_sign_in_its_cookie_until_it_runs_out(
    nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    ana = await register(nobody, "keeps")
    program = await sign_in(nobody, ana)
    answer = await change(nobody, bearer(program))
    assert answer.status_code == 204
    assert "set-cookie" not in answer.headers
    assert await me(nobody, bearer(program)) == 200
    body = {"refresh_token": program["refresh_token"]}
    assert (await nobody.post(f"{V1}/auth/refresh", json=body)).status_code == 200

    kept = await page(nobody, {**ana, "password": NEW}, remember=True)
    clock.forward(timedelta(days=30))
    answer = await change(nobody, kept, current=NEW, new="another four quiet words")
    assert f"Max-Age={timedelta(days=60) // timedelta(seconds=1)}" in answer.headers["set-cookie"]


async def test_without_the_present_password_nothing_changes_and_the_refusal_is_in_the_trail(
    nobody: httpx2.AsyncClient, runtime: Runtime
) -> None:
    ana = await register(nobody, "guarded")
    here = await page(nobody, ana)

    answer = await change(nobody, here, current="not this one at all")

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/wrong-password")
    assert answer.json()["errors"][0]["field"] == "current_password"
    assert await me(nobody, here) == 200
    assert await log_in(nobody, ana["email"], PASSWORD) == 200
    async with runtime.system() as work:
        index = runtime.key_ring.blind_index(ana["email"], "email")
        query = (
            "select count(*) from audit_entries a join users u on u.id = a.user_id"
            " where u.email_index = :index and a.action = 'password.refused'"
        )
        assert await work.session.scalar(text(query), {"index": index}) == 1


@pytest.mark.parametrize(
    ("new", "kind"),
    [("short", "short"), ("password1", "common"), ("changes.example.org", "personal"), ("Welcome2019", "easy")],
)
async def test_the_new_one_has_to_be_as_good_as_the_first(
    nobody: httpx2.AsyncClient, person: object, new: str, kind: str
) -> None:
    ana = await register(nobody, f"weak-{kind}")
    answer = await change(nobody, bearer(await sign_in(nobody, ana)), new=new.replace("changes", f"weak-{kind}"))

    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/password-too-{kind}")
    assert answer.json()["errors"][0]["field"] == "new_password"
    assert await log_in(nobody, ana["email"], PASSWORD) == 200


async def test_a_link_that_was_sent_before_sets_no_password_after_it(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    ana = await register(nobody, "older-link")
    await nobody.post(f"{V1}/auth/forgot", json={"email": ana["email"]})
    await run_jobs()
    link = secret_in(letters(ana["email"])[0], "reset")

    assert (await change(nobody, bearer(await sign_in(nobody, ana)))).status_code == 204

    answer = await nobody.post(f"{V1}/auth/reset", json={"token": link, "password": "somebody else's words"})
    assert answer.json()["type"] == "/problems/bad-reset-link"
    assert await log_in(nobody, ana["email"], NEW) == 200


async def test_of_many_changes_at_once_one_holds(nobody: httpx2.AsyncClient) -> None:
    ana = await register(nobody, "many-changes")
    shown = bearer(await sign_in(nobody, ana))

    answers = await asyncio.gather(*(change(nobody, shown, new=f"quiet word {n} and more") for n in range(10)))

    statuses = sorted(answer.status_code for answer in answers)
    assert statuses[0] == 204
    assert set(statuses[1:]) <= {422, 429}  # not the present password any more, or too many tries at once
    (held,) = (n for n, answer in enumerate(answers) if answer.status_code == 204)
    assert await log_in(nobody, ana["email"], f"quiet word {held} and more") == 200
    assert await me(nobody, shown) == 200


async def test_nobody_changes_a_password_without_being_signed_in_or_from_another_page(
    nobody: httpx2.AsyncClient,
) -> None:
    ana = await register(nobody, "foreign-page")
    here = await page(nobody, ana)

    assert (await change(nobody, {})).status_code == 401
    assert (await change(nobody, {**here, "Origin": "https://elsewhere.example"})).status_code == 403
    assert await log_in(nobody, ana["email"], PASSWORD) == 200
