"""A code works once, for one thing, for ten minutes; few are sent, and few are tried."""

import asyncio
from datetime import timedelta

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts.phones import Purpose, TooManyTexts, rules
from cairn.accounts.phones import service as phone_service
from cairn.accounts.phones.jobs import forget_phone_codes
from cairn.accounts.phones.messages import SendPhoneCode
from cairn.accounts.phones.rules import CODE_LASTS, TEXTS_A_DAY, TEXTS_AN_HOUR, TRIES
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.accounts.phones.walk import OTHER, PHONE, confirmed, enter, give, newest, other_than, right, rows, texted
from tests.conftest import ClientFor, NewPerson, RunJobs
from tests.sms.twilio_server import TwilioServer


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


async def test_a_wrong_code_is_written_as_refused_and_the_right_one_as_used(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer
) -> None:
    await give(client)
    await run_jobs()
    code = newest(twilio)

    assert await enter(client, other_than(code)) == 422
    assert await enter(client, code) == 200

    history = (await client.get("/api/v1/me/history")).json()["items"]
    told = [(one["action"], one["outcome"], one["by"]) for one in history if one["action"].startswith("phone.code_")]
    assert told == [
        ("phone.code_used", "done", "you"),
        ("phone.code_refused", "refused", "you"),
        ("phone.code_sent", "done", "you"),
    ]


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


async def test_strangers_cannot_use_up_the_texts_of_a_confirmed_number(
    actor: Actor,
    client: httpx2.AsyncClient,
    person: NewPerson,
    client_for: ClientFor,
    run_jobs: RunJobs,
    twilio: TwilioServer,
    clock: StillClock,
) -> None:
    await confirmed(client, run_jobs, twilio)
    strangers = [client_for(await person()) for _ in range(TEXTS_A_DAY)]
    answers = [(await give(stranger)).status_code for stranger in strangers]
    assert answers == [200] * (TEXTS_A_DAY - 1) + [429]

    for _ in range(TEXTS_A_DAY - 1):
        clock.forward(timedelta(hours=1))
        assert await right(actor, Purpose.SIGN_IN, await texted(actor, Purpose.SIGN_IN, run_jobs, twilio))
    clock.forward(timedelta(hours=1))
    with pytest.raises(TooManyTexts):
        await texted(actor, Purpose.SIGN_IN, run_jobs, twilio)


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
