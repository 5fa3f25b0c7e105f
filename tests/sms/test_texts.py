"""A text is handed over once, followed until it arrives, and its reports are the carrier's alone."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from sqlalchemy import text as sql

from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.sms import service
from cairn.sms.errors import NoCarrier, SmsNotTaken, SmsRefused, SmsUnanswered
from cairn.sms.jobs import KNOWN_FOR, forget_texts
from cairn.sms.schemas import SentText, State, Text
from cairn.sms.twilio import Twilio
from tests.conftest import ClientFor, NewPerson
from tests.sms.twilio_server import CALLBACK, Answer, TwilioServer

V1 = "/api/v1"


def text_for(actor: Actor, key: str = "one") -> Text:
    return Text("+351912345678", "Leave now", key, actor.user_id)


async def told(actor: Actor) -> list[dict[str, Any]]:
    """What open clients of this person heard of texts, oldest first."""
    async with actor.runtime.system() as work:
        rows = await work.session.execute(
            sql("select data from events where kind = 'text.changed' and user_id = :me order by id"),
            {"me": actor.user_id},
        )
        return [row.data for row in rows]


class Reports:
    """Twilio's reports on one text, as it sends them."""

    def __init__(self, twilio: TwilioServer, client: httpx2.AsyncClient) -> None:
        self._twilio = twilio
        self._client = client

    async def say(self, word: str, number: int = 0, signature: str | bytes | None = None, **changed: str) -> int:
        """Send a report on the text taken as number so; the status of the answer."""
        taken = self._twilio.texts[number]
        form = {"MessageSid": taken["Sid"], "MessageStatus": word, "AccountSid": self._twilio.account, **changed}
        signed = self._twilio.signs(taken["StatusCallback"], form) if signature is None else signature
        answer = await self._client.post(
            taken["StatusCallback"].replace(CALLBACK, f"{V1}/sms/status"),
            data=form,
            headers=[(b"X-Twilio-Signature", signed if isinstance(signed, bytes) else signed.encode())],
        )
        return answer.status_code


@pytest.fixture
def reports(twilio: TwilioServer, client_for: ClientFor) -> Reports:
    return Reports(twilio, client_for(None))


async def state(actor: Actor, key: str = "one") -> State | None:
    async with actor.work() as work:
        return await service.state_of(work, key)


async def test_a_text_handed_over_again_is_not_sent_again(
    carrier: Twilio, twilio: TwilioServer, runtime: Runtime, actor: Actor, person: NewPerson
) -> None:
    first = await service.send(runtime, text_for(actor))
    again = await service.send(runtime, text_for(actor))
    await service.send(runtime, text_for(await person()))
    await service.send(runtime, text_for(actor, "two"))

    assert first == again
    assert len(twilio.texts) == 3
    assert service.can_send(runtime)
    assert service.delivers_outside(runtime)


async def test_a_refused_text_stays_refused_without_asking_again(
    carrier: Twilio, twilio: TwilioServer, runtime: Runtime, actor: Actor
) -> None:
    twilio.answers = [Answer(400, 21211)]
    for _ in range(2):
        with pytest.raises(SmsRefused, match="21211"):
            await service.send(runtime, text_for(actor))

    assert twilio.asked == 1
    assert await state(actor) is State.FAILED
    assert [one["state"] for one in await told(actor)] == ["failed"]


async def test_a_text_not_taken_is_handed_over_again(
    carrier: Twilio, twilio: TwilioServer, runtime: Runtime, actor: Actor
) -> None:
    twilio.answers = [Answer(503, 20503)]
    with pytest.raises(SmsNotTaken):
        await service.send(runtime, text_for(actor))
    assert await state(actor) is State.WAITING
    await service.send(runtime, text_for(actor))

    assert len(twilio.texts) == 1
    assert await state(actor) is State.QUEUED


async def test_after_a_lost_answer_a_report_tells_that_it_was_taken(
    carrier: Twilio, twilio: TwilioServer, runtime: Runtime, actor: Actor, reports: Reports
) -> None:
    twilio.answers = [Answer(cut=True), Answer(cut=True)]
    for key in ("reported", "silent"):
        with pytest.raises(SmsUnanswered):
            await service.send(runtime, text_for(actor, key))
    assert await reports.say("sent") == 204

    known = await service.send(runtime, text_for(actor, "reported"))
    await service.send(runtime, text_for(actor, "silent"))

    assert known.carrier_id == twilio.texts[0]["Sid"]
    assert len(twilio.texts) == 3, "what nobody knows of is sent once more"


async def test_a_text_handed_over_many_times_at_once_is_sent_once(
    carrier: Twilio, twilio: TwilioServer, runtime: Runtime, actor: Actor
) -> None:
    tries = (service.send(runtime, text_for(actor)) for _ in range(20))
    became = await asyncio.gather(*tries, return_exceptions=True)

    assert len(twilio.texts) == 1
    assert {type(one) for one in became} <= {SentText, SmsNotTaken}
    assert (await service.send(runtime, text_for(actor))).carrier_id == twilio.texts[0]["Sid"]


async def test_a_text_whose_sender_was_killed_is_handed_over_again_in_time(
    carrier: Twilio, twilio: TwilioServer, runtime: Runtime, actor: Actor, clock: StillClock
) -> None:
    twilio.answers = [Answer(held=True)]
    sending = asyncio.create_task(service.send(runtime, text_for(actor)))
    await asyncio.to_thread(twilio.taken.wait)
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending

    with pytest.raises(SmsNotTaken, match="just now"):
        await service.send(runtime, text_for(actor))
    clock.forward(timedelta(minutes=1))
    await service.send(runtime, text_for(actor))
    assert len(twilio.texts) == 2


async def test_reports_move_a_text_forward_and_never_back(
    carrier: Twilio, twilio: TwilioServer, runtime: Runtime, actor: Actor, reports: Reports
) -> None:
    await service.send(runtime, text_for(actor))
    for word in ("sent", "queued", "sent", "delivered", "sent", "undelivered", "delivered", "no such word"):
        assert await reports.say(word) == 204

    assert [one["state"] for one in await told(actor)] == ["queued", "sent", "delivered"]
    assert await state(actor) is State.DELIVERED


async def test_a_failure_names_the_carriers_reason_to_its_person_alone(
    carrier: Twilio, runtime: Runtime, actor: Actor, person: NewPerson, client_for: ClientFor, reports: Reports
) -> None:
    await service.send(runtime, text_for(actor))
    await reports.say("undelivered", ErrorCode="30003")

    shown = (await client_for(actor).get(f"{V1}/sms/texts")).json()["items"]
    assert [(one["state"], one["reason"], one["text"], one["kept"]) for one in shown] == [
        ("failed", "30003", "", False)
    ]
    stranger = client_for(await person())
    assert (await stranger.get(f"{V1}/sms/texts")).json()["items"] == []
    assert (await stranger.get(f"{V1}/sms/texts/{shown[0]['id']}")).status_code == 404


async def test_only_what_the_carrier_signed_is_believed(
    carrier: Twilio, twilio: TwilioServer, runtime: Runtime, actor: Actor, reports: Reports
) -> None:
    await service.send(runtime, text_for(actor))
    await service.send(runtime, text_for(actor, "two"))
    first, second = (one["StatusCallback"] for one in twilio.texts)
    form = {
        "MessageSid": twilio.texts[0]["Sid"],
        "MessageStatus": "delivered",
        "AccountSid": twilio.account,
    }
    by_host = twilio.signs(first.replace("cairn.example.org", "cairn.internal"), form)

    assert await reports.say("delivered", signature="") == 403
    assert await reports.say("delivered", signature="é".encode()) == 403
    assert await reports.say("delivered", signature=by_host) == 403, "a request's own host proves nothing"
    assert await reports.say("delivered", signature=twilio.signs(second, form)) == 403
    assert await reports.say("failed", signature=twilio.signs(first, form)) == 403
    assert await state(actor) is State.QUEUED
    assert await reports.say("delivered", signature=twilio.signs(first, form)) == 204
    assert await state(actor) is State.DELIVERED
    assert await state(actor, "two") is State.QUEUED


async def test_a_report_on_another_text_of_the_carriers_changes_nothing(
    carrier: Twilio, runtime: Runtime, actor: Actor, reports: Reports
) -> None:
    await service.send(runtime, text_for(actor))

    assert await reports.say("delivered", MessageSid="SM" + "0" * 32) == 204
    assert await state(actor) is State.QUEUED


async def test_a_report_on_an_erased_persons_text_is_taken_in_silence(
    carrier: Twilio, runtime: Runtime, actor: Actor, reports: Reports
) -> None:
    await service.send(runtime, text_for(actor))
    async with actor.work() as work:
        assert len((await service.exported(work))["texts"]) == 1
        await service.erased(work)

    assert await reports.say("delivered") == 204
    assert await state(actor) is None


async def test_reports_that_cannot_be_read_are_refused(carrier: Twilio, client_for: ClientFor) -> None:
    nobody = client_for(None)

    assert (await nobody.post(f"{V1}/sms/status")).status_code == 422
    assert (await nobody.post(f"{V1}/sms/status?text=1")).status_code == 422
    place = f"{V1}/sms/status?text={'0' * 8}-0000-0000-0000-{'0' * 12}"
    assert (await nobody.post(place, content=b"\xff")).status_code == 422
    assert (await nobody.post(place, content=b"a=1&" * 200)).status_code == 422
    assert (await nobody.post(place, content=b"a=1")).status_code == 403


async def test_without_a_carrier_nothing_is_sent_and_no_report_believed(
    runtime: Runtime, actor: Actor, client_for: ClientFor
) -> None:
    with pytest.raises(NoCarrier):
        await service.send(runtime, text_for(actor))

    place = f"{V1}/sms/status?text={actor.user_id}"
    assert (await client_for(None).post(place, content=b"MessageStatus=sent")).status_code == 403
    assert not service.can_send(runtime)


async def test_what_became_of_texts_is_forgotten_in_time(
    carrier: Twilio, runtime: Runtime, actor: Actor, clock: StillClock
) -> None:
    await service.send(runtime, text_for(actor, "old"))
    clock.forward(KNOWN_FOR)
    await service.send(runtime, text_for(actor, "young"))
    clock.forward(KNOWN_FOR / 2)
    await forget_texts(runtime)

    assert await state(actor, "old") is None
    assert await state(actor, "young") is State.QUEUED
