"""A phone number is confirmed by a code that works once; codes are few, short-lived and nobody's to read."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import phones
from cairn.accounts.feature import feature
from cairn.accounts.phones import Purpose, TooManyTexts, rules
from cairn.accounts.phones import service as phone_service
from cairn.accounts.phones.errors import NoPhone
from cairn.accounts.phones.jobs import forget_phone_codes
from cairn.accounts.phones.messages import SendPhoneCode
from cairn.accounts.phones.rules import CODE_LASTS, TEXTS_A_DAY, TEXTS_AN_HOUR, TRIES
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.sms.provider import SmsCarrier
from cairn.sms.service import NoCarrier
from tests.conftest import ClientFor, NewPerson, RunJobs
from tests.sms.twilio_server import Answer, TwilioServer

PHONE = "/api/v1/me/phone"
NUMBER = "912 345 678"
OTHER = "+34 612 345 678"


@pytest.fixture
def twilio() -> Iterator[TwilioServer]:
    with TwilioServer().running() as server:
        yield server


@pytest.fixture(autouse=True)
async def _carrier(request: pytest.FixtureRequest, runtime: Runtime) -> AsyncIterator[None]:
    if "twilio" not in request.fixturenames:
        yield
        return
    carrier = request.getfixturevalue("twilio").carrier()
    runtime.provide(SmsCarrier, carrier)
    yield
    await carrier.aclose()


@pytest.fixture(autouse=True)
async def _nobody_was_texted(runtime: Runtime) -> None:
    """Tests share their numbers, and a number's texts are counted whoever asked for them."""
    async with runtime.system() as work:
        await work.session.execute(text("delete from number_texts"))


def newest(twilio: TwilioServer) -> str:
    """The code in the newest text."""
    return twilio.texts[-1]["Body"][:6]


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


async def give(client: httpx2.AsyncClient, number: str = NUMBER) -> httpx2.Response:
    return await client.post(PHONE, json={"number": number})


async def enter(client: httpx2.AsyncClient, code: str) -> int:
    answer = await client.post(f"{PHONE}/verify", json={"code": code})
    return answer.status_code


async def confirmed(client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer, number: str = NUMBER) -> None:
    """Give a number and confirm it."""
    assert (await give(client, number)).status_code == 200
    await run_jobs()
    assert await enter(client, newest(twilio)) == 200


async def texted(actor: Actor, purpose: Purpose, run_jobs: RunJobs, twilio: TwilioServer) -> str:
    """A fresh code, as it arrives."""
    async with actor.work() as work:
        assert await phones.send_code(work, purpose) == "+351 *** ** 78"
    await run_jobs()
    return newest(twilio)


async def right(actor: Actor, purpose: Purpose, code: str) -> bool:
    async with actor.work() as work:
        return await phones.check_code(work, purpose, code)


async def rows(runtime: Runtime, actor: Actor, query: str) -> list[Any]:
    async with actor.work() as work:
        return list((await work.session.execute(text(query))).mappings())


async def test_a_number_is_confirmed_by_the_code_that_it_was_sent(
    person: NewPerson, client_for: ClientFor, run_jobs: RunJobs, twilio: TwilioServer, tmp_path: Path
) -> None:
    client = client_for(await person(locale="pt"))
    nothing = (await client.get(PHONE)).json()
    assert nothing == {"can_text": True, "kept": False, "number": None, "verified_at": None, "waiting": None}

    given = (await give(client)).json()
    assert given["number"] is None
    assert given["waiting"] == {"number": "+351 *** ** 78", "text": None, "until": "2026-11-24T12:10:00Z"}
    await run_jobs()
    assert twilio.texts[0]["To"] == "+351912345678"
    assert "confirma o teu número no Cairn" in twilio.texts[0]["Body"]
    assert (await client.get(PHONE)).json()["waiting"]["text"] == "queued"

    assert await enter(client, newest(twilio)) == 200
    await run_jobs()
    now = (await client.get(PHONE)).json()
    assert (now["number"], now["verified_at"], now["waiting"]) == ("+351 *** ** 78", "2026-11-24T12:00:00Z", None)
    (letter,) = (await client.get("/api/v1/mail/letters")).json()["items"]
    assert letter["subject"] == "Um número de telefone foi adicionado"
    assert "/you/phone" in letter["text"]


async def test_the_right_code_works_once_however_many_try_at_once(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await give(client)
    await run_jobs()
    code = newest(twilio)
    answers = await asyncio.gather(*(enter(client, code) for _ in range(50)))
    assert sorted(answers) == [200] + [422] * 49

    for purpose in (Purpose.SIGN_IN, Purpose.STEP_UP):
        code = await texted(actor, purpose, run_jobs, twilio)
        found = await asyncio.gather(*(right(actor, purpose, code) for _ in range(50)))
        assert sorted(found) == [False] * 49 + [True]


async def test_five_wrong_codes_end_the_right_one_and_are_counted_at_once(
    client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await give(client)
    await run_jobs()
    code = newest(twilio)
    assert [await enter(client, other_than(code)) for _ in range(TRIES)] == [422] * TRIES
    assert await enter(client, code) == 422

    await give(client)
    await run_jobs()
    code = newest(twilio)
    assert set(await asyncio.gather(*(enter(client, other_than(code)) for _ in range(TRIES)))) == {422}
    assert await enter(client, code) == 422


async def test_a_fourth_wrong_code_leaves_the_right_one_working(
    client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await give(client)
    await run_jobs()
    code = newest(twilio)
    for _ in range(TRIES - 1):
        wrong = await client.post(f"{PHONE}/verify", json={"code": other_than(code)})
        assert wrong.json()["type"] == "/problems/wrong-code"
    assert await enter(client, code) == 200


async def test_a_code_ends_after_ten_minutes(
    client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer, clock: StillClock
) -> None:
    await give(client)
    await run_jobs()
    clock.forward(CODE_LASTS)

    assert await enter(client, newest(twilio)) == 422


async def test_a_code_for_one_thing_does_nothing_else_and_newer_ones_end_it(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await confirmed(client, run_jobs, twilio)
    first = await texted(actor, Purpose.SIGN_IN, run_jobs, twilio)
    assert "signs you in" in twilio.texts[-1]["Body"]
    assert not await right(actor, Purpose.STEP_UP, first)
    assert not await right(actor, Purpose.VERIFY, first)
    second = await texted(actor, Purpose.SIGN_IN, run_jobs, twilio)

    if first != second:  # one time in a million they are the same
        assert not await right(actor, Purpose.SIGN_IN, first)
    assert await right(actor, Purpose.SIGN_IN, second)


@pytest.mark.parametrize("dress", [" {}", "{} ", "{}\n", "+{}", "{}0"])
async def test_a_code_is_six_plain_digits(
    dress: str, actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await confirmed(client, run_jobs, twilio)
    code = await texted(actor, Purpose.SIGN_IN, run_jobs, twilio)
    wide = code.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})

    assert not await right(actor, Purpose.SIGN_IN, dress.format(code))
    assert not await right(actor, Purpose.SIGN_IN, wide)
    assert await enter(client, wide) == 422
    assert await right(actor, Purpose.SIGN_IN, code)


async def test_somebody_elses_code_is_a_wrong_code(
    person: NewPerson, client_for: ClientFor, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    for client in (ana, rui):
        await give(client)
        await run_jobs()
    hers, his = (one["Body"][:6] for one in twilio.texts)

    if hers != his:
        assert await enter(rui, hers) == 422
    assert await enter(rui, his) == 200
    assert await enter(ana, hers) == 200, "a household may share a phone"


async def test_an_account_is_sent_three_texts_an_hour_whatever_it_does(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer, clock: StillClock
) -> None:
    await confirmed(client, run_jobs, twilio)
    await client.delete(PHONE)
    await give(client, OTHER)
    answers = await asyncio.gather(*(give(client, OTHER) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200] + [429] * 4
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert refused.json()["type"] == "/problems/too-many-texts"
    await run_jobs()
    assert 2 <= len(twilio.texts) <= TEXTS_AN_HOUR

    clock.forward(timedelta(hours=1))
    assert (await give(client, OTHER)).status_code == 200


async def test_a_number_is_sent_ten_texts_a_day_whoever_asks(
    person: NewPerson, client_for: ClientFor, run_jobs: RunJobs, twilio: TwilioServer, clock: StillClock
) -> None:
    clients = [client_for(await person()) for _ in range(TEXTS_A_DAY + 5)]
    answers = await asyncio.gather(*(give(client) for client in clients))
    assert sorted(answer.status_code for answer in answers) == [200] * TEXTS_A_DAY + [429] * 5
    await run_jobs()
    assert len(twilio.texts) == TEXTS_A_DAY

    late = next(client for client, answer in zip(clients, answers, strict=True) if answer.status_code == 429)
    assert (await late.get(PHONE)).json()["waiting"] is None
    assert (await give(late)).json()["type"] == "/problems/too-many-to-number"
    assert (await give(late, OTHER)).status_code == 200
    clock.forward(timedelta(days=1))
    assert (await give(late)).status_code == 200


async def test_a_job_that_runs_twice_sends_one_text(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer, runtime: Runtime
) -> None:
    await give(client)
    (code,) = await rows(runtime, actor, "select id from phone_codes")
    async with actor.work() as work:
        work.enqueue(SendPhoneCode(user_id=actor.user_id, code_id=code["id"]))
    await run_jobs()
    async with actor.work() as work:
        work.enqueue(SendPhoneCode(user_id=actor.user_id, code_id=code["id"]))
    await run_jobs()

    assert len({one["Body"] for one in twilio.texts}) == 1
    assert await enter(client, newest(twilio)) == 200


async def test_a_code_that_ended_before_its_turn_is_not_sent(
    client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer, clock: StillClock
) -> None:
    await give(client)
    await give(client)
    await run_jobs()
    assert len(twilio.texts) == 1

    await give(client)
    clock.forward(CODE_LASTS)
    await run_jobs()
    assert len(twilio.texts) == 1


async def test_a_number_that_takes_no_texts_is_said_so(
    client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    twilio.answers = [Answer(400, 21614)]
    await give(client)
    await run_jobs()

    assert (await client.get(PHONE)).json()["waiting"]["text"] == "failed"
    assert twilio.asked == 1
    assert (await give(client, "+351 212 345 678")).json()["type"] == "/problems/bad-number"


async def test_the_confirmed_number_stays_until_another_is_confirmed(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await confirmed(client, run_jobs, twilio)
    old = await texted(actor, Purpose.STEP_UP, run_jobs, twilio)
    given = (await give(client, OTHER)).json()
    assert (given["number"], given["waiting"]["number"]) == ("+351 *** ** 78", "+34 *** ** 78")
    await run_jobs()
    assert await enter(client, newest(twilio)) == 200
    await run_jobs()

    now = (await client.get(PHONE)).json()
    assert (now["number"], now["waiting"]) == ("+34 *** ** 78", None)
    assert not await right(actor, Purpose.STEP_UP, old), "a code sent to the old number"
    subjects = [one["subject"] for one in (await client.get("/api/v1/mail/letters")).json()["items"]]
    assert subjects == ["Your phone number was changed", "A phone number was added"]


async def test_the_code_of_one_number_does_not_confirm_another(
    client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await give(client)
    await run_jobs()
    first = newest(twilio)
    await give(client, OTHER)

    answers = await asyncio.gather(*(enter(client, first) for _ in range(3)))
    await run_jobs()
    if first != newest(twilio):
        assert answers == [422] * 3
        assert (await client.get(PHONE)).json()["number"] is None


async def test_giving_the_confirmed_number_again_sends_nothing(
    client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await confirmed(client, run_jobs, twilio)
    await give(client, OTHER)
    again = (await give(client, "+351912345678")).json()
    await run_jobs()

    assert (again["number"], again["waiting"]) == ("+351 *** ** 78", None)
    assert len(twilio.texts) == 1


async def test_a_removed_number_is_no_factor_and_its_codes_end(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await confirmed(client, run_jobs, twilio)
    code = await texted(actor, Purpose.SIGN_IN, run_jobs, twilio)
    async with actor.work() as work:
        assert await phones.factor(work) == "+351 *** ** 78"
    assert (await client.delete(PHONE)).status_code == 204
    assert (await client.delete(PHONE)).status_code == 204
    await run_jobs()

    assert not await right(actor, Purpose.SIGN_IN, code)
    async with actor.work() as work:
        assert await phones.factor(work) is None
        with pytest.raises(NoPhone):
            await phones.send_code(work, Purpose.SIGN_IN)
    subjects = [one["subject"] for one in (await client.get("/api/v1/mail/letters")).json()["items"]]
    assert subjects == ["Your phone number was removed", "A phone number was added"]


async def test_a_number_that_only_waits_is_no_factor_and_goes_quietly(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await give(client)
    async with actor.work() as work:
        assert await phones.factor(work) is None
        with pytest.raises(NoPhone):
            await phones.send_code(work, Purpose.STEP_UP)
    assert (await client.delete(PHONE)).status_code == 204
    await run_jobs()

    assert (await client.get(PHONE)).json()["waiting"] is None
    assert twilio.texts == []
    assert (await client.get("/api/v1/mail/letters")).json()["items"] == []


async def test_without_a_carrier_no_number_is_taken(actor: Actor, client: httpx2.AsyncClient) -> None:
    refused = await give(client)

    assert (refused.status_code, refused.json()["type"]) == (503, "/problems/no-carrier")
    shown = (await client.get(PHONE)).json()
    assert (shown["can_text"], shown["waiting"]) == (False, None)
    async with actor.work() as work:
        with pytest.raises(NoCarrier):
            await phones.send_code(work, Purpose.VERIFY)


async def test_who_reads_the_database_learns_neither_number_nor_code(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer, runtime: Runtime
) -> None:
    await give(client)
    before = await rows(runtime, actor, "select * from phones, phone_codes")
    await run_jobs()
    after = await rows(runtime, actor, "select * from phones, phone_codes")
    code = newest(twilio)
    for seen in (*before, *after):
        for value in seen.values():
            content = value if isinstance(value, bytes) else str(value).encode()
            assert b"912345678" not in content
            assert content != code.encode()
    assert before[0]["code_cipher"] is not None
    assert after[0]["code_cipher"] is None, "it goes once the carrier has it"
    async with runtime.system() as work:
        arguments = await work.session.scalars(text("select args::text from procrastinate_jobs"))
        trail = await work.session.scalars(
            text("select detail::text from audit_entries where user_id = :me"), {"me": actor.user_id}
        )
        told = await work.session.scalars(
            text("select data::text from events where user_id = :me"), {"me": actor.user_id}
        )
        everything = json.dumps([*arguments, *trail, *told])
    assert f'"{code}"' not in everything
    assert "912345678" not in everything


async def test_a_person_takes_their_numbers_along_and_their_erasure_keeps_the_limit(
    actor: Actor,
    person: NewPerson,
    client: httpx2.AsyncClient,
    run_jobs: RunJobs,
    twilio: TwilioServer,
    runtime: Runtime,
) -> None:
    await confirmed(client, run_jobs, twilio)
    await give(client, OTHER)
    assert feature.export is not None
    assert feature.erase is not None
    async with actor.work() as work:
        taken = await feature.export(work)
        await feature.erase(work)
    assert [row["number"] for row in taken["phones"]] == ["+351912345678", "+34612345678"]
    assert [row["purpose"] for row in taken["phone_codes"]] == ["verify", "verify"]

    async with runtime.system() as work:
        counted = "select (select count(*) from phone_codes where user_id = :me), (select count(*) from number_texts)"
        assert tuple((await work.session.execute(text(counted), {"me": actor.user_id})).one()) == (0, 2)


async def test_codes_are_forgotten_when_they_count_no_longer(
    actor: Actor, client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, twilio: TwilioServer
) -> None:
    await give(client)
    clock.forward(timedelta(hours=20))
    await give(client)
    clock.forward(timedelta(hours=5))
    await forget_phone_codes(runtime)

    assert len(await rows(runtime, actor, "select id from phone_codes")) == 1
    async with runtime.system() as work:
        assert await work.session.scalar(text("select count(*) from number_texts")) == 1
    assert (await client.get(PHONE)).json()["waiting"] is not None, "it was asked for again"
    clock.forward(timedelta(hours=24))
    await forget_phone_codes(runtime)
    assert (await client.get(PHONE)).json()["waiting"] is None


async def test_the_application_can_count_texts_and_read_none_of_the_counts(actor: Actor) -> None:
    async with actor.work() as work:
        allowed = await work.session.scalar(
            text("select has_table_privilege('number_texts', 'select, insert, update, delete')")
        )
    assert not allowed


async def test_a_limit_that_is_reached_sends_nothing(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await confirmed(client, run_jobs, twilio)
    await texted(actor, Purpose.SIGN_IN, run_jobs, twilio)
    last = await texted(actor, Purpose.SIGN_IN, run_jobs, twilio)
    async with actor.work() as work:
        with pytest.raises(TooManyTexts):
            await phone_service.send_code(work, Purpose.SIGN_IN)

    assert await right(actor, Purpose.SIGN_IN, last), "the newest code still works"


@pytest.mark.parametrize("locale", ["en", "es", "fr", "pt"])
def test_a_text_is_bound_to_the_pages_own_host(locale: str) -> None:
    bound = rules.told("012345", Purpose.SIGN_IN, locale, "https://cairn.example.org:8443")
    plain = rules.told("012345", Purpose.SIGN_IN, locale, "http://localhost:8000")

    assert bound.splitlines()[-1] == "@cairn.example.org #012345"
    assert bound.startswith("012345 ")
    assert plain.count("012345") == 1
