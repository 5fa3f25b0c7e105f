"""A person changes their address: the new one confirms, the old one can take it back, nobody learns who is here."""

import asyncio
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import text

from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.accounts.letters import Letters, letters_in, secret_in, text_of, with_mail
from tests.accounts.test_password_change import bearer, log_in, me
from tests.accounts.test_way_in import ANA, V1, register, sign_in
from tests.conftest import PASSWORD, RunJobs


@pytest.fixture
def letters(tmp_path: Path) -> Letters:
    return letters_in(tmp_path / "data/mail")


async def ask(
    nobody: httpx2.AsyncClient, shown: dict[str, str], email: str, password: str = PASSWORD, **headers: str
) -> httpx2.Response:
    body = {"email": email, "password": password}
    return await nobody.post(f"{V1}/me/email", json=body, headers={**shown, **headers})


async def confirm(nobody: httpx2.AsyncClient, secret: str) -> httpx2.Response:
    return await nobody.post(f"{V1}/auth/confirm-address", json={"token": secret})


async def not_me(nobody: httpx2.AsyncClient, secret: str) -> httpx2.Response:
    return await nobody.post(f"{V1}/auth/not-me", json={"token": secret})


async def test_nothing_changes_before_the_new_address_confirms_and_the_old_one_is_told(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters, runtime: Runtime
) -> None:
    ana = await register(nobody, "moves")
    shown = bearer(await sign_in(nobody, ana))

    assert (await ask(nobody, shown, " Moved@Example.org ")).status_code == 204
    await run_jobs()
    assert (await nobody.get(f"{V1}/me", headers=shown)).json()["email"] == ana["email"]
    (letter,) = letters("moved@example.org")
    assert letter["Subject"] == "Confirma o teu novo endereço"
    assert letters(ana["email"])[-1]["Subject"] == "O teu endereço está prestes a mudar"
    async with runtime.system() as work:
        kept = await work.session.execute(text("select address_cipher from email_tokens where purpose = 'change'"))
        assert all(b"moved" not in bytes(row.address_cipher) for row in kept)

    assert (await confirm(nobody, secret_in(letter, "confirm-address"))).status_code == 204
    assert (await nobody.get(f"{V1}/me", headers=shown)).json()["email"] == "moved@example.org"
    assert await log_in(nobody, "moved@example.org", PASSWORD) == 200
    assert await log_in(nobody, ana["email"], PASSWORD) == 401
    again = await confirm(nobody, secret_in(letter, "confirm-address"))
    assert (again.status_code, again.json()["type"]) == (422, "/problems/bad-change-link")
    history = (await nobody.get(f"{V1}/me/history", headers=shown)).json()["items"]
    (changed,) = [one["changes"] for one in history if one["action"] == "address.changed"]
    assert changed == [{"field": "email", "before": ana["email"], "after": "moved@example.org", "shown": True}]
    async with runtime.system() as work:
        told = await work.session.execute(text("select e::text as entry from audit_entries e"))
        assert "moved@example.org" not in "".join(row.entry for row in told)


async def test_the_password_is_asked_for_and_the_present_address_is_no_change(nobody: httpx2.AsyncClient) -> None:
    ana = await register(nobody, "asks")
    shown = bearer(await sign_in(nobody, ana))

    wrong = await ask(nobody, shown, "other@example.org", "not this one at all")
    same = await ask(nobody, shown, ana["email"].upper())
    none = await ask(nobody, shown, "no address")

    assert [answer.json()["type"] for answer in (wrong, same, none)] == [
        "/problems/wrong-password",
        "/problems/same-address",
        "/problems/bad-address",
    ]
    assert (await ask(nobody, {}, "other@example.org")).status_code == 401


async def test_a_taken_address_answers_alike_and_its_person_is_told(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    ana, rui = await register(nobody, "wants"), await register(nobody, "has")
    shown = bearer(await sign_in(nobody, ana))

    free, taken = await ask(nobody, shown, "nobodys@example.org"), await ask(nobody, shown, rui["email"])
    await run_jobs()

    assert (free.status_code, free.content) == (taken.status_code, taken.content) == (204, b"")
    (told,) = letters(rui["email"])
    assert told["Subject"] == "Este endereço já tem uma conta"
    assert "#" not in text_of(told)
    assert await log_in(nobody, rui["email"], PASSWORD) == 200


async def test_only_the_newest_change_counts(nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters) -> None:
    ana = await register(nobody, "wavers")
    shown = bearer(await sign_in(nobody, ana))
    for address in ("first@wavers.example", "second@wavers.example"):
        assert (await ask(nobody, shown, address)).status_code == 204
        await run_jobs()
    first, second = (secret_in(letters(f"{word}@wavers.example")[0], "confirm-address") for word in ("first", "second"))

    assert (await confirm(nobody, first)).status_code == 422
    assert (await confirm(nobody, second)).status_code == 204
    assert (await nobody.get(f"{V1}/me", headers=shown)).json()["email"] == "second@wavers.example"


async def test_of_many_changes_at_once_one_waits(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    ana = await register(nobody, "crowds")
    shown = bearer(await sign_in(nobody, ana))

    answers = await asyncio.gather(*(ask(nobody, shown, f"a{n}@crowds.example") for n in range(5)))
    await run_jobs()

    assert {answer.status_code for answer in answers} == {204}
    sent = [letter for n in range(5) for letter in letters(f"a{n}@crowds.example")]
    assert len(sent) == 1


async def test_of_two_people_who_want_one_address_the_first_to_confirm_gets_it(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    for name in ("one-of-two", "two-of-two"):
        shown = bearer(await sign_in(nobody, await register(nobody, name)))
        assert (await ask(nobody, shown, "both@example.org")).status_code == 204
    await run_jobs()
    one, two = (secret_in(letter, "confirm-address") for letter in letters("both@example.org"))

    answers = await asyncio.gather(confirm(nobody, one), confirm(nobody, two))

    assert sorted(answer.status_code for answer in answers) == [204, 409]
    assert await log_in(nobody, "both@example.org", PASSWORD) == 200


async def test_an_account_that_nobody_confirmed_keeps_an_address_from_nobody(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters, runtime: Runtime
) -> None:
    shown = bearer(await sign_in(nobody, await register(nobody, "rightful")))
    with_mail(runtime)
    squat = {**ANA, "email": "mine@rightful.example", "password": "seven quiet lanterns"}
    assert (await nobody.post(f"{V1}/auth/register", json=squat)).status_code == 202
    await run_jobs()
    verification = secret_in(letters("mine@rightful.example")[0], "verify")
    async with runtime.system() as work:
        before = await work.session.scalar(text("select count(*) from users"))

    assert (await ask(nobody, shown, "mine@rightful.example")).status_code == 204
    await run_jobs()
    confirmation = secret_in(letters("mine@rightful.example")[-1], "confirm-address")
    assert (await confirm(nobody, confirmation)).status_code == 204
    await run_jobs()

    assert (await nobody.post(f"{V1}/auth/verify", json={"token": verification})).status_code == 422
    assert await log_in(nobody, "mine@rightful.example", PASSWORD) == 200
    assert await log_in(nobody, "mine@rightful.example", "seven quiet lanterns") == 401
    async with runtime.system() as work:
        assert await work.session.scalar(text("select count(*) from users")) == before - 1


async def test_this_was_not_me_cancels_a_change_that_waits(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    ana = await register(nobody, "cancels")
    shown = bearer(await sign_in(nobody, ana))
    assert (await ask(nobody, shown, "thief@cancels.example")).status_code == 204
    await run_jobs()

    assert (await not_me(nobody, secret_in(letters(ana["email"])[-1], "not-me"))).status_code == 204
    await run_jobs()

    late = await confirm(nobody, secret_in(letters("thief@cancels.example")[0], "confirm-address"))
    assert late.status_code == 422
    assert await me(nobody, shown) == 401
    # Who asked knew the password, so it opens nothing now; the letter sets another.
    assert await log_in(nobody, ana["email"], PASSWORD) == 401
    link = secret_in(letters(ana["email"])[-1], "reset")
    reset = await nobody.post(f"{V1}/auth/reset", json={"token": link, "password": "three quiet words"})
    assert reset.status_code == 204
    assert await log_in(nobody, ana["email"], "three quiet words") == 200


async def test_this_was_not_me_brings_the_address_back_for_a_week_through_further_changes(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters, clock: StillClock
) -> None:
    ana = await register(nobody, "returns")
    thief = await sign_in(nobody, ana)
    for address in ("thief@returns.example", "again@returns.example"):
        assert (await ask(nobody, bearer(thief), address)).status_code == 204
        await run_jobs()
        assert (await confirm(nobody, secret_in(letters(address)[0], "confirm-address"))).status_code == 204
    theirs = secret_in(letters("thief@returns.example")[-1], "not-me")
    clock.forward(timedelta(days=6, hours=23))

    answer = await not_me(nobody, secret_in(letters(ana["email"])[-1], "not-me"))
    await run_jobs()

    assert answer.status_code == 204
    assert letters(ana["email"])[-1]["Subject"] == "Escolhe uma nova palavra-passe"
    assert await me(nobody, bearer(thief)) == 401
    assert await log_in(nobody, "again@returns.example", PASSWORD) == 401
    # What the thief was sent takes nothing back in turn.
    assert (await not_me(nobody, theirs)).json()["type"] == "/problems/bad-undo-link"


async def test_this_was_not_me_ends_every_way_in_that_somebody_else_may_have_made(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters, runtime: Runtime
) -> None:
    ana, rui = await register(nobody, "keyed"), await register(nobody, "bystander")
    mine, theirs = await sign_in(nobody, ana), await sign_in(nobody, rui)
    async with runtime.system() as work:
        users = {user["email"]: user["id"] for user in (mine["user"], theirs["user"])}
        for user_id in users.values():
            row = {"id": runtime.new_id(), "user_id": user_id, "subject": runtime.new_id().bytes, "now": work.now}
            await work.session.execute(
                text(
                    "insert into identities"
                    " (id, user_id, provider, subject_index, email_cipher, created_at, last_used_at)"
                    " values (:id, :user_id, 'google', :subject, '', :now, :now)"
                ),
                row,
            )
    assert (await ask(nobody, bearer(mine), "thief@keyed.example")).status_code == 204
    await run_jobs()
    assert (await not_me(nobody, secret_in(letters(ana["email"])[-1], "not-me"))).status_code == 204

    async with runtime.system() as work:
        left = (await work.session.scalars(text("select user_id from identities"))).all()
    assert [str(one) in map(str, left) for one in users.values()] == [False, True]


async def test_after_a_week_the_change_stays(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters, clock: StillClock
) -> None:
    ana = await register(nobody, "stays")
    shown = bearer(await sign_in(nobody, ana))
    assert (await ask(nobody, shown, "stayed@example.org")).status_code == 204
    await run_jobs()
    link = secret_in(letters("stayed@example.org")[0], "confirm-address")
    assert (await confirm(nobody, link)).status_code == 204
    clock.forward(timedelta(days=7))

    assert (await not_me(nobody, secret_in(letters(ana["email"])[-1], "not-me"))).status_code == 422
    assert await log_in(nobody, "stayed@example.org", PASSWORD) == 200


async def test_a_confirmation_too_old_or_of_another_kind_changes_nothing(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters, clock: StillClock
) -> None:
    ana = await register(nobody, "lingers")
    shown = bearer(await sign_in(nobody, ana))
    assert (await ask(nobody, shown, "lingered@example.org")).status_code == 204
    await run_jobs()
    link = secret_in(letters("lingered@example.org")[0], "confirm-address")
    for path in ("verify", "not-me"):
        assert (await nobody.post(f"{V1}/auth/{path}", json={"token": link})).status_code == 422
    clock.forward(timedelta(hours=1))

    assert (await confirm(nobody, link)).status_code == 422
    assert (await nobody.get(f"{V1}/me", headers=bearer(await sign_in(nobody, ana)))).json()["email"] == ana["email"]


async def test_a_letter_sent_anew_carries_the_one_link_that_works(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters, runtime: Runtime
) -> None:
    ana = await register(nobody, "retried")
    shown = bearer(await sign_in(nobody, ana))
    assert (await ask(nobody, shown, "retried@elsewhere.example")).status_code == 204
    async with runtime.system() as work:  # the job was killed after its letter had gone
        await work.session.execute(
            text(
                "insert into procrastinate_jobs (queue_name, task_name, priority, args)"
                " select queue_name, task_name, priority, args from procrastinate_jobs"
                " where task_name = 'accounts.send_address_change' and status = 'todo'"
            )
        )
    await run_jobs()
    older, newer = (secret_in(one, "confirm-address") for one in letters("retried@elsewhere.example"))

    answers = [(await confirm(nobody, one)).status_code for one in (older, newer)]

    assert answers == [422, 204]


async def test_links_lead_to_the_configured_place_whatever_host_the_request_names(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    ana = await register(nobody, "forges")
    shown = bearer(await sign_in(nobody, ana))
    forged = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
    assert (await ask(nobody, shown, "forged@example.org", **forged)).status_code == 204
    await run_jobs()

    assert secret_in(letters("forged@example.org")[0], "confirm-address")
    assert secret_in(letters(ana["email"])[-1], "not-me")
