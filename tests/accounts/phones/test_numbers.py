"""A phone number is confirmed before it counts, nobody reads it, and every change is told."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import phones
from cairn.accounts.feature import feature
from cairn.accounts.phones import Purpose
from cairn.accounts.phones.errors import NoPhone
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from cairn.sms.service import NoCarrier
from tests.accounts.phones.walk import OTHER, PHONE, confirmed, enter, give, newest, right, rows, texted
from tests.conftest import ClientFor, NewPerson, RunJobs
from tests.sms.twilio_server import Answer, TwilioServer


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
    history = (await client.get("/api/v1/me/history")).json()["items"]
    (changed,) = [one["changes"] for one in history if one["action"] == "phone.replaced"]
    assert changed == [{"field": "phone", "before": "+351 *** ** 78", "after": "+34 *** ** 78", "shown": True}]


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


async def test_a_sign_in_long_ago_changes_no_number(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer, runtime: Runtime
) -> None:
    await confirmed(client, run_jobs, twilio)
    async with runtime.system() as work:
        await work.session.execute(
            text("update sessions set proven_at = :then where user_id = :me"),
            {"then": work.now - timedelta(hours=1), "me": actor.user_id},
        )
    for answer in (await give(client, OTHER), await client.delete(PHONE)):
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/proof-needed")
    assert (await client.get(PHONE)).json()["number"] == "+351 *** ** 78"
