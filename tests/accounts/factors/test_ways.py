"""Apps, recovery codes and passkeys: setting one up, and signing in with it."""

import asyncio
from datetime import timedelta
from pathlib import Path

import httpx2
from sqlalchemy import text

from cairn.accounts.factors import authenticators, has_second
from cairn.accounts.factors import service as factors
from cairn.accounts.factors.jobs import forget_half_done
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.accounts.factors.test_told import kept, words_of
from tests.accounts.people import Somebody
from tests.accounts.proofs import (
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
from tests.conftest import PASSWORD, RunJobs


async def listed(client: httpx2.AsyncClient) -> dict[str, object]:
    found: dict[str, object] = (await client.get(f"{V1}/me/factors")).json()
    return found


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


async def test_the_export_has_what_there_is_and_no_secret(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    app, codes = await with_app(ana.client, clock.now())
    await with_key(ana.client)
    begun = await half(nobody, ana.email, PASSWORD)
    async with ana.actor.work() as work:
        taken = await factors.exported(work)

    assert [one["kind"] for one in taken["factors"]] == ["totp", "passkey"]
    assert len(taken["recovery_codes"]) == 10
    assert len(taken["sign_ins"]) == 1
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


async def test_a_sign_in_that_began_before_a_factor_was_there_is_half_of_one(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    """Who knows the password is let in by it alone neither beside the change nor in its very moment."""
    login = {"email": ana.email, "password": PASSWORD}
    async with ana.actor.work() as work:
        setup = await authenticators.begin(work, "Phone")
        await authenticators.confirm(work, App(setup.secret).code(clock.now()))
        beside = asyncio.create_task(nobody.post(f"{V1}/auth/login", json=login))
        waits = text(
            "select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))"
        )
        for _ in range(10_000):
            if beside.done() or await work.session.scalar(waits):
                break
    answer = await beside
    assert answer.status_code == 200, answer.text
    assert set(answer.json()) == {"mfa_token", "methods"}
