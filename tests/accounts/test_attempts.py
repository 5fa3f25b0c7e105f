"""How often somebody may try to get in: it holds for many at once, locks nobody out, and tells nothing."""

import asyncio
import secrets
from datetime import timedelta
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import attempts
from cairn.accounts.attempts import LETTER, REGISTER, SIGN_IN, Origin, Way
from cairn.accounts.errors import TooManyTries
from cairn.app import assemble
from cairn.app.build import create_api
from cairn.app.database import Urls
from cairn.app.embedded import EmbeddedPostgres
from cairn.platform.clock import StillClock
from cairn.platform.db import connect
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from tests.conftest import PASSWORD, NewPerson

LOGIN = "/api/v1/auth/login"
HOME = Origin("198.51.100.7")
ELSEWHERE = Origin("203.0.113.7")


def somebody() -> bytes:
    return secrets.token_bytes(32)


async def tries(runtime: Runtime, account: bytes | None, origin: Origin, many: int, way: Way = SIGN_IN) -> int:
    """How many of so many tries were allowed; each fails."""
    allowed = 0
    for _ in range(many):
        try:
            await attempts.take(runtime, account, origin, way)
            allowed += 1
        except TooManyTries:
            pass
    return allowed


async def known(runtime: Runtime, email: str, origin: Origin) -> tuple[bytes, UUID]:
    """An account that was signed in from there."""
    account = attempts.account_of(runtime, email)
    async with runtime.system() as work:
        user_id = await work.session.scalar(text("select id from users where email_index = :i"), {"i": account})
        assert user_id is not None
        await attempts.succeeded(work, await attempts.allowed(work, account, origin))
        await attempts.know(work, origin, user_id)
    return account, user_id


async def made(nobody: httpx2.AsyncClient) -> str:
    email = f"{secrets.token_hex(6)}@example.org"
    answer = await nobody.post("/api/v1/auth/register", json={"email": email, "password": PASSWORD})
    assert answer.status_code == 201, answer.text
    return email


async def log_in(client: httpx2.AsyncClient, email: str, password: str = "not this one") -> httpx2.Response:
    return await client.post(LOGIN, json={"email": email, "password": password})


async def test_after_five_wrong_passwords_one_waits_and_is_told_for_how_long(
    nobody: httpx2.AsyncClient, clock: StillClock
) -> None:
    email = await made(nobody)
    assert [(await log_in(nobody, email)).status_code for _ in range(6)] == [401] * 5 + [429]

    refused = await log_in(nobody, email, PASSWORD)
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "12")
    assert refused.json()["type"] == "/problems/too-many-tries"
    assert "Nothing is locked" in refused.json()["title"]

    clock.forward(timedelta(seconds=12))
    assert (await log_in(nobody, email, PASSWORD)).status_code == 200


async def test_fifty_guesses_at_once_get_no_more_places_than_there_are(nobody: httpx2.AsyncClient) -> None:
    email = await made(nobody)
    answers = await asyncio.gather(*(log_in(nobody, email) for _ in range(50)))
    assert sorted(answer.status_code for answer in answers) == [401] * 5 + [429] * 45


async def test_an_unknown_address_is_counted_and_answered_like_a_known_one(nobody: httpx2.AsyncClient) -> None:
    async def told(email: str) -> list[tuple[int, str, str | None]]:
        answers = [await log_in(nobody, email) for _ in range(8)]
        return [(one.status_code, one.json()["detail"], one.headers.get("retry-after")) for one in answers]

    email = await made(nobody)
    unknown = await told(f"nobody-{secrets.token_hex(6)}@example.org")
    assert await told(email) == unknown == await told(f"no address {secrets.token_hex(6)}")


async def test_who_gets_in_may_come_again_at_once_and_begins_anew(nobody: httpx2.AsyncClient) -> None:
    email = await made(nobody)
    for _ in range(3):
        assert [(await log_in(nobody, email)).status_code for _ in range(4)] == [401] * 4
        assert (await log_in(nobody, email, PASSWORD)).status_code == 200


async def test_half_a_sign_in_gives_nothing_back_of_what_failed_before(runtime: Runtime) -> None:
    """The password is right each time, the second factor never: beginning anew is no way around the count."""
    account, guesses = somebody(), 0
    for _ in range(20):
        try:
            attempt = await attempts.take(runtime, account, HOME, SIGN_IN)
            async with runtime.system() as work:
                await attempts.passed(work, attempt)
            await attempts.take(runtime, account, HOME, SIGN_IN)
            guesses += 1
        except TooManyTries:
            pass
    assert guesses == 5


async def test_a_stranger_can_not_keep_the_owner_out(runtime: Runtime, nobody: httpx2.AsyncClient) -> None:
    laptop = Origin(HOME.address, "d" * 43)
    account, _ = await known(runtime, await made(nobody), laptop)

    strangers = [await tries(runtime, account, Origin(f"203.0.{net}.1"), 6) for net in range(30)]
    assert sum(strangers) == 50  # five for each network, until the account's own counter is full

    assert await tries(runtime, account, Origin("192.0.2.1"), 1) == 0
    assert await tries(runtime, account, Origin("192.0.2.1", laptop.device), 9) == 5
    assert await tries(runtime, account, Origin("198.51.100.200"), 9) == 5  # the same network, another machine


async def test_a_device_of_somebody_else_is_worth_nothing(runtime: Runtime, nobody: httpx2.AsyncClient) -> None:
    mine, theirs = Origin("203.0.113.1", "m" * 43), Origin("198.51.100.1", "t" * 43)
    account, _ = await known(runtime, await made(nobody), theirs)
    await known(runtime, await made(nobody), mine)
    async with runtime.system() as work:
        assert not (await attempts.allowed(work, account, mine)).familiar
        assert (await attempts.allowed(work, account, theirs)).familiar
    made_up = [await tries(runtime, account, Origin(mine.address, secrets.token_urlsafe(32)), 1) for _ in range(9)]
    assert sum(made_up) == 4  # they share the network's counter, of which one place was taken above


async def test_who_goes_on_failing_waits_longer_and_time_softens_it(runtime: Runtime, clock: StillClock) -> None:
    account = somebody()
    hours = []
    for _ in range(3):
        hours.append(0)
        for _ in range(360):
            clock.forward(timedelta(seconds=10))
            hours[-1] += await tries(runtime, account, HOME, 1)
    assert hours[0] > hours[1] > hours[2] >= 6  # never more than ten minutes between two
    assert hours[2] <= 12

    clock.forward(timedelta(days=2))
    assert await tries(runtime, account, HOME, 9) == 5
    clock.forward(timedelta(seconds=13))
    assert await tries(runtime, account, HOME, 9) == 1


async def test_guessing_from_everywhere_gets_a_few_tries_an_hour(runtime: Runtime, clock: StillClock) -> None:
    account, first, last = somebody(), 0, 0
    for step in range(2880):
        clock.forward(timedelta(seconds=60))
        got = await tries(runtime, account, Origin(f"10.{step // 250}.{step % 250}.1"), 1)
        first, last = (first + got, last) if step < 1440 else (first, last + got)
    assert first < 400
    assert last < 200


async def test_counters_outlive_the_process(
    runtime: Runtime, database: Urls, server: EmbeddedPostgres, settings: Settings, clock: StillClock
) -> None:
    account = somebody()
    assert await tries(runtime, account, HOME, 3) == 3
    after = assemble.build(settings, server.secrets, database, clock=clock)
    assert await tries(after, account, HOME, 9) == 2
    await after.stop()


async def test_without_the_database_nobody_is_let_in(runtime: Runtime, nobody: httpx2.AsyncClient) -> None:
    email = await made(nobody)
    await runtime.system_engine.dispose()
    runtime.system_engine = connect("postgresql://nobody@127.0.0.1:1/nothing", pool_size=1)
    answer = await log_in(nobody, email, PASSWORD)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")


async def test_a_clock_that_was_put_back_keeps_nobody_out(runtime: Runtime, clock: StillClock) -> None:
    account = somebody()
    clock.forward(timedelta(days=300))
    await tries(runtime, account, HOME, 9)
    clock.forward(timedelta(days=-300))
    assert await tries(runtime, account, HOME, 9) == 5


@pytest.mark.parametrize("known_address", [True, False])
async def test_three_letters_an_hour_go_to_an_address_whoever_asks(
    nobody: httpx2.AsyncClient, clock: StillClock, known_address: bool
) -> None:
    email = await made(nobody) if known_address else f"nobody-{secrets.token_hex(6)}@example.org"

    async def asked() -> int:
        return (await nobody.post("/api/v1/auth/forgot", json={"email": email})).status_code

    assert [await asked() for _ in range(5)] == [204] * 3 + [429] * 2
    clock.forward(timedelta(minutes=20))
    assert [await asked() for _ in range(2)] == [204, 429]


async def test_asking_for_letters_costs_no_tries_to_sign_in(runtime: Runtime) -> None:
    account = somebody()
    assert await tries(runtime, account, HOME, 9, LETTER) == 3
    assert await tries(runtime, account, HOME, 9) == 5


async def test_a_household_may_register_and_a_machine_of_its_own_much_more(runtime: Runtime) -> None:
    outside = Origin(f"100.64.{secrets.randbelow(250)}.9")
    assert await tries(runtime, None, outside, 120, REGISTER) == 100
    assert await tries(runtime, None, Origin("::1"), 150, REGISTER) == 150


async def test_many_wrong_tries_of_many_accounts_from_one_address_come_to_an_end(runtime: Runtime) -> None:
    sprayer = Origin("192.0.2.200")
    assert sum([await tries(runtime, somebody(), sprayer, 1) for _ in range(80)]) == 60


async def test_many_right_ones_from_one_address_do_not(runtime: Runtime, person: NewPerson) -> None:
    office = Origin("192.0.2.77")
    actor = await person()
    for _ in range(150):
        async with runtime.system() as work:
            await attempts.succeeded(work, await attempts.allowed(work, somebody(), office))
            await attempts.know(work, office, actor.user_id)


async def test_a_person_has_no_more_known_devices_than_count(runtime: Runtime, person: NewPerson) -> None:
    actor = await person()
    async with runtime.system() as work:
        for number in range(attempts.MOST_DEVICES + 20):
            await attempts.know(work, Origin(f"172.16.{number}.1", f"{number:043}"), actor.user_id)
        count = text("select count(*) from known_devices where user_id = :user_id")
        assert await work.session.scalar(count, {"user_id": actor.user_id}) == attempts.MOST_DEVICES


async def test_what_is_over_is_forgotten(runtime: Runtime, clock: StillClock) -> None:
    account = somebody()
    await tries(runtime, account, HOME, 5)
    clock.forward(timedelta(days=4))
    async with runtime.system() as work:
        key = attempts._key(work, SIGN_IN, "own", account, HOME.network.encode())
        kept = text("select count(*) from sign_in_attempts where id = :id")
        assert await work.session.scalar(kept, {"id": key}) == 1
        await attempts.forget(work, attempts_before=work.now - timedelta(days=3), devices_before=work.now)
        assert await work.session.scalar(kept, {"id": key}) == 0


async def test_a_browser_is_known_by_a_cookie_that_no_script_and_no_other_site_reads(
    nobody: httpx2.AsyncClient, runtime: Runtime
) -> None:
    email = await made(nobody)
    body = {"email": email, "password": PASSWORD, "as": "page"}
    answer = await nobody.post(LOGIN, json=body, headers={"X-Cairn": "1"})
    (cookie,) = [one for one in answer.headers.get_list("set-cookie") if one.startswith("__Host-cairn-device=")]
    for part in ("HttpOnly", "Secure", "SameSite=strict", "Path=/"):
        assert part in cookie
    secret = cookie.partition("=")[2].partition(";")[0]
    again = await nobody.post(LOGIN, json=body, headers={"X-Cairn": "1", "Cookie": f"__Host-cairn-device={secret}"})
    assert f"__Host-cairn-device={secret}" in str(again.headers.get_list("set-cookie"))
    async with runtime.system() as work:
        row = (
            await work.session.execute(
                text("select k.mark from known_devices k join users u on u.id = k.user_id where u.email_index = :i"),
                {"i": attempts.account_of(runtime, email)},
            )
        ).all()
    assert len(row) == 2
    assert secret.encode() not in b"".join(bytes(one.mark) for one in row)


@pytest.mark.parametrize("cookie", ["short", "x" * 4000, "", "ÿ" * 30])
async def test_a_device_cookie_of_nobodys_making_is_passed_over(runtime: Runtime, cookie: str) -> None:
    transport = httpx2.ASGITransport(app=create_api(runtime, lifespan=None))
    async with httpx2.AsyncClient(transport=transport, base_url="http://localhost:8000") as client:
        email = await made(client)
        headers = [(b"cookie", f"__Host-cairn-device={cookie}".encode("latin-1"))]
        answer = await client.post(LOGIN, json={"email": email, "password": PASSWORD}, headers=headers)
        assert answer.status_code == 200
