"""Attacks on second factors: what was used is used, what was guessed is counted, and half a sign-in opens nothing."""

import asyncio
import re
from collections.abc import Sequence
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts.factors.rules import recovery_code, six_digits
from cairn.app.build import create_api
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.accounts.letters import letters_in, secret_in, text_of
from tests.accounts.people import NOBODYS, Somebody, begin
from tests.accounts.proofs import (
    FULL_WIDTH,
    PAGE,
    V1,
    App,
    by_key,
    by_key_alone,
    half,
    second,
    with_app,
    with_key,
)
from tests.conftest import PASSWORD, ClientFor, RunJobs
from tests.promises.test_routes import PUBLIC

# ------------------------------------------------------------------------------------------------------------- replays


async def test_a_code_is_used_once_however_it_is_written(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    code = app.code(clock.now())
    assert (await second(nobody, await begin(nobody, ana), "totp", code)).status_code == 200
    for written in (code, f"{code[:3]} {code[3:]}", f" {code} ", code.translate(FULL_WIDTH), f"{code}\n"):
        again = await second(nobody, await begin(nobody, ana), "totp", written)
        assert (again.status_code, again.json()["type"]) == (401, "/problems/wrong-proof"), written


async def test_digits_of_other_scripts_are_no_code(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    code = app.code(clock.now())
    arabic = code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for written in (code.translate(FULL_WIDTH), arabic, f"{code}\u00a0", f"+{code[1:]}", f"{code}0"):
        token = await begin(nobody, ana)
        assert (await second(nobody, token, "totp", written)).status_code in (401, 429), written
    clock.forward(timedelta(hours=1))
    assert (await second(nobody, await begin(nobody, ana), "totp", app.code(clock.now()))).status_code == 200


def test_what_a_code_looks_like() -> None:
    assert six_digits("123 456") == "123456"
    for other in ("12345", "1234567", "12345a", "１２３４５６", "123456\n", "123\u00a0456", "-12345", ""):
        assert six_digits(other) is None, other
    assert recovery_code("3K7MP-x9qrt") == "3k7mpx9qrt"
    for other in ("3k7mp-x9qr", "3k7mp-x9qrl", "3k7mp-x9qrt2", "３k7mp-x9qrt", "3\u212a7mp-x9qrt"):
        assert recovery_code(other) is None, other


async def test_one_code_in_fifty_sign_ins_at_once_opens_one(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    tokens = [await begin(nobody, ana) for _ in range(50)]
    code = app.code(clock.now())

    answers = await asyncio.gather(*(second(nobody, token, "totp", code) for token in tokens))

    assert [answer.status_code for answer in answers].count(200) == 1
    async with runtime.system() as work:
        opened = text("select count(*) from sessions where user_id = :id and factors = 2 and user_agent <> 'tests'")
        assert await work.session.scalar(opened, {"id": ana.actor.user_id}) == 1


async def test_a_code_of_a_moment_ago_is_refused_once_a_later_one_was_used(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    later, now = app.code(clock.now(), 1), app.code(clock.now())
    assert (await second(nobody, await begin(nobody, ana), "totp", later)).status_code == 200
    assert (await second(nobody, await begin(nobody, ana), "totp", now)).status_code == 401


@pytest.mark.parametrize("steps", [-2, 2])
async def test_a_code_from_too_far_off_is_refused(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, steps: int
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    refused = await second(nobody, await begin(nobody, ana), "totp", app.code(clock.now(), steps))
    assert refused.status_code == 401


async def test_the_code_that_proved_an_app_at_its_setup_signs_nobody_in(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    setup = (await ana.client.post(f"{V1}/me/factors/totp", json={})).json()
    code = App(setup["secret"]).code(clock.now())
    confirm = f"{V1}/me/factors/totp/confirm"
    assert (await ana.client.post(confirm, json={"code": code})).status_code == 201
    assert (await second(nobody, await begin(nobody, ana), "totp", code)).status_code == 401


async def test_a_recovery_code_works_once_also_at_once(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    _, codes = await with_app(ana.client, clock.now())
    tokens = [await begin(nobody, ana) for _ in range(20)]

    answers = await asyncio.gather(*(second(nobody, token, "recovery", codes[0]) for token in tokens))

    assert [answer.status_code for answer in answers].count(200) == 1
    clock.forward(timedelta(hours=2))
    assert (await second(nobody, await begin(nobody, ana), "recovery", codes[0])).status_code == 401
    clock.forward(timedelta(hours=1))
    assert (await second(nobody, await begin(nobody, ana), "recovery", codes[1])).status_code == 200


# ------------------------------------------------------------------------------------------------------------ guessing


async def test_beginning_again_gives_no_tries_back(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    answers = [
        (await second(nobody, await begin(nobody, ana), "totp", app.wrong(clock.now()))).status_code for _ in range(8)
    ]
    assert answers == [401] * 5 + [429] * 3

    right = await second(nobody, await begin(nobody, ana), "totp", app.code(clock.now()))
    assert (right.status_code, right.json()["type"]) == (429, "/problems/too-many-proofs")
    clock.forward(timedelta(seconds=15))
    assert (await second(nobody, await begin(nobody, ana), "totp", app.code(clock.now()))).status_code == 200


async def test_another_way_shares_the_tries(ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock) -> None:
    app, codes = await with_app(ana.client, clock.now())
    for number in range(5):
        method, guess = (("totp", app.wrong(clock.now())), ("recovery", "22222-22222"))[number % 2]
        assert (await second(nobody, await begin(nobody, ana), method, guess)).status_code == 401
    for method, proof in (("totp", app.code(clock.now())), ("recovery", codes[0]), ("letter", "123456")):
        refused = await second(nobody, await begin(nobody, ana), method, proof)
        assert refused.status_code == 429 or method == "letter", method
        assert refused.status_code != 200


async def test_guesses_in_one_session_count_in_all(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, client_for: ClientFor
) -> None:
    signed_in = [
        (await nobody.post(f"{V1}/auth/login", json={"email": ana.email, "password": PASSWORD})).json()
        for _ in range(6)
    ]
    app, _ = await with_app(ana.client, clock.now())
    body = {"method": "totp", "code": app.wrong(clock.now())}
    answers = [
        await nobody.post(
            f"{V1}/auth/step-up", json=body, headers={"Authorization": f"Bearer {tokens['access_token']}"}
        )
        for tokens in signed_in
    ]
    assert [answer.status_code for answer in answers] == [403] * 5 + [429]


async def test_fifty_guesses_at_once_get_no_more_tries_than_there_are(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    tokens = [await begin(nobody, ana) for _ in range(10)]
    guesses = [second(nobody, token, "totp", app.wrong(clock.now())) for token in tokens for _ in range(5)]
    answers = [answer.status_code for answer in await asyncio.gather(*guesses)]
    assert answers.count(401) == 5
    assert answers.count(429) == 45


async def test_waits_grow_to_an_hour_and_no_further_and_fade(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    for _ in range(40):
        await second(nobody, await begin(nobody, ana), "totp", app.wrong(clock.now()))
        clock.forward(timedelta(minutes=15))
    clock.forward(timedelta(hours=1))
    assert (await second(nobody, await begin(nobody, ana), "totp", app.code(clock.now()))).status_code == 200
    for _ in range(5):
        assert (await second(nobody, await begin(nobody, ana), "totp", app.wrong(clock.now()))).status_code == 401


async def test_a_sign_in_is_over_after_so_many_tries(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    await with_app(ana.client, clock.now())
    key = await with_key(ana.client)
    token = await begin(nobody, ana)
    for _ in range(15):
        body = {"mfa_token": token, "method": "passkey", "assertion": {}}
        assert (await nobody.post(f"{V1}/auth/login/second", json=body)).status_code == 401
    over = await by_key(nobody, token, key)
    assert (over.status_code, over.json()["type"]) == (401, "/problems/sign-in-over")


async def test_who_guesses_elsewhere_keeps_nobody_out_of_their_own_device(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    page = {"as": "page"}
    token = (await half(nobody, ana.email, PASSWORD, **page))["mfa_token"]
    opened = await second(nobody, token, "totp", app.code(clock.now()), headers=PAGE)
    device = re.search(r"__Host-cairn-device=([^;]+)", ";".join(opened.headers.get_list("set-cookie")))
    assert device
    clock.forward(timedelta(seconds=30))
    for _ in range(9):
        await second(nobody, await begin(nobody, ana), "totp", app.wrong(clock.now()))

    known = {**PAGE, "Cookie": f"__Host-cairn-device={device[1]}"}
    token = (await half(nobody, ana.email, PASSWORD, **page))["mfa_token"]
    assert (await second(nobody, token, "totp", app.code(clock.now()), headers=known)).status_code == 200


async def test_who_does_not_know_the_password_reaches_no_counter(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    for _ in range(9):
        refused = await nobody.post(f"{V1}/auth/login", json={"email": ana.email, "password": "a guess of mine"})
        assert refused.status_code in (401, 429)
        await second(nobody, "x" * 43, "totp", app.wrong(clock.now()))
    async with ana.actor.work() as work:
        assert await work.session.scalar(text("select count(*) from factor_tries")) == 0


async def test_guesses_after_a_right_password_are_told_by_letter(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, run_jobs: RunJobs, tmp_path: Path
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    for _ in range(8):
        await second(nobody, await begin(nobody, ana), "totp", app.wrong(clock.now()))
    await run_jobs()
    letters = [message_from_bytes(file.read_bytes(), policy=default) for file in (tmp_path / "data/mail/new").glob("*")]
    bodies = [letter.get_body(("plain",)) for letter in letters if letter["To"] == ana.email]
    told = [body.get_content() for body in bodies if body is not None]
    assert sum("knows your password" in words for words in told) == 1


# ------------------------------------------------------------------------------------------------------ half signed in


async def test_half_a_sign_in_opens_no_route_and_no_stream(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    await with_app(ana.client, clock.now())
    token = await begin(nobody, ana)
    shown: Sequence[dict[str, str]] = [
        {"Authorization": f"Bearer {token}"},
        {"Authorization": f"Bearer cairn_{token}"},
        {"Cookie": f"__Host-cairn={token}", **PAGE},
    ]
    tried = 0
    for path, item in create_api(runtime).openapi()["paths"].items():
        for method in item:
            if f"{method.upper()} {path}" in PUBLIC:
                continue
            there = re.sub(r"{\w+}", NOBODYS, path)
            for headers in shown:
                answer = await nobody.request(method, there, headers=headers)
                # What can't be read at all is refused before it is asked who comes.
                assert answer.status_code in (401, 422), f"{method} {path}: {answer.status_code}"
                if answer.status_code == 422:
                    answer = await nobody.request(method, there, headers=headers, json={})
                assert "set-cookie" not in answer.headers
                tried += 1
    assert tried > 150
    for path, body in (
        ("/auth/refresh", {"refresh_token": token}),
        ("/auth/verify", {"token": token}),
        ("/auth/reset", {"token": token, "password": "three quiet words"}),
    ):
        assert (await nobody.post(f"{V1}{path}", json=body)).status_code in (401, 422), path


async def test_half_a_sign_in_is_over_after_ten_minutes_and_once_it_was_finished(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    token = await begin(nobody, ana)
    clock.forward(timedelta(minutes=10))
    late = await second(nobody, token, "totp", app.code(clock.now()))
    assert (late.status_code, late.json()["type"]) == (401, "/problems/sign-in-over")

    token = await begin(nobody, ana)
    assert (await second(nobody, token, "totp", app.code(clock.now()))).status_code == 200
    clock.forward(timedelta(seconds=30))
    again = await second(nobody, token, "totp", app.code(clock.now()))
    assert (again.status_code, again.json()["type"]) == (401, "/problems/sign-in-over")


async def test_a_refused_second_step_gives_nothing_away(
    ana: Somebody, rui: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    """What the person has, or hasn't, and what was right and late: all the same answer."""
    app, _ = await with_app(ana.client, clock.now())
    theirs, their_codes = await with_app(rui.client, clock.now())
    answers = []
    for method, proof in (
        ("totp", app.wrong(clock.now())),
        ("totp", theirs.code(clock.now())),
        ("recovery", their_codes[0]),
        ("letter", "123456"),
        ("totp", "not a code"),
    ):
        answer = await second(nobody, await begin(nobody, ana), method, proof)
        answers.append((answer.status_code, {**answer.json(), "request_id": ""}))
    assert all(one == answers[0] for one in answers)
    assert ana.email not in str(answers)


async def test_a_password_set_anew_ends_half_sign_ins_and_asks_for_the_second_step(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, run_jobs: RunJobs, tmp_path: Path
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    token = await begin(nobody, ana)
    await nobody.post(f"{V1}/auth/forgot", json={"email": ana.email})
    await run_jobs()
    (letter,) = [one for one in letters_in(tmp_path / "data/mail")(ana.email) if "/reset#" in text_of(one)]
    body = {"token": secret_in(letter, "reset"), "password": "three quiet words"}
    assert (await nobody.post(f"{V1}/auth/reset", json=body)).status_code == 204

    before = await second(nobody, token, "totp", app.code(clock.now()))
    assert (before.status_code, before.json()["type"]) == (401, "/problems/sign-in-over")
    begun = await half(nobody, ana.email, "three quiet words")
    assert (await second(nobody, begun["mfa_token"], "totp", app.code(clock.now()))).status_code == 200


async def test_whoever_is_suspended_between_the_steps_stays_out(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    key = await with_key(ana.client)
    token = await begin(nobody, ana)
    async with runtime.system() as work:
        await work.session.execute(
            text("update users set disabled_at = :now where id = :id"), {"now": work.now, "id": ana.actor.user_id}
        )
    assert (await second(nobody, token, "totp", app.code(clock.now()))).status_code == 401
    assert (await by_key_alone(nobody, key)).status_code == 401
