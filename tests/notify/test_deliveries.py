"""Each delivery row says what really became of it."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import text

from cairn.mail.provider import Mailer
from cairn.notify import service
from cairn.notify.errors import DeliveryWaits
from cairn.notify.models import Channel, Delivery
from cairn.notify.schemas import Notice
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.http import PageQuery
from cairn.platform.runtime import Runtime
from tests.conftest import ClientFor, NewPerson, RunJobs
from tests.mail.mail_server import MailServer


def notice(actor: Actor, at: datetime, subject_id: UUID | None = None) -> Notice:
    return Notice(actor.user_id, "reminder", subject_id or uuid4(), at, "Call the dentist", link="/reminders/1")


async def told(actor: Actor) -> dict[Channel, UUID]:
    """A notice queued now; its deliveries by channel."""
    async with actor.work() as work:
        made = await service.notify(work, notice(actor, work.now))
    return {delivery.channel: delivery.id for delivery in made}


async def row(actor: Actor, delivery_id: UUID) -> Delivery:
    async with actor.work() as work:
        return await service.delivery(work, delivery_id)


async def test_a_letter_is_handed_over_once(actor: Actor, carrier: MailServer, run_jobs: RunJobs) -> None:
    made = await told(actor)
    await run_jobs()
    await service.deliver_by_email(actor, made[Channel.EMAIL])

    assert len(carrier.letters) == 1
    letter = carrier.letters[0]
    assert letter["Subject"] == "Call the dentist"
    assert letter["X-Cairn-Delivery"] == str(made[Channel.EMAIL])
    sent = await row(actor, made[Channel.EMAIL])
    assert (sent.state, sent.attempts, sent.possible_duplicates) == ("sent", 1, 0)
    assert sent.provider_id == "250 2.0.0 kept as 1"
    assert sent.sent_at is not None
    assert not sent.kept
    assert (await row(actor, made[Channel.PAGE])).state == "queued"


async def test_a_letter_without_a_mail_server_is_told_as_kept_here(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs
) -> None:
    made = await told(actor)
    await run_jobs()
    letter = (await client.get(f"/api/v1/deliveries/{made[Channel.EMAIL]}")).raise_for_status().json()
    assert (letter["state"], letter["kept"]) == ("sent", True)
    letters = (await client.get("/api/v1/mail/letters")).raise_for_status().json()["items"]
    assert [one["subject"] for one in letters] == ["Call the dentist"]


async def test_the_same_moment_is_told_once(actor: Actor) -> None:
    subject = uuid4()

    async def tell() -> int:
        async with actor.work() as work:
            return len(await service.notify(work, notice(actor, work.now, subject)))

    assert sorted(await asyncio.gather(*(tell() for _ in range(4)))) == [0, 0, 0, 2]


async def test_a_letter_not_taken_waits_and_says_why(actor: Actor, carrier: MailServer) -> None:
    carrier.answers = ["451 4.3.2 busy"]
    email = (await told(actor))[Channel.EMAIL]

    with pytest.raises(DeliveryWaits):
        await service.deliver_by_email(actor, email)
    waiting = await row(actor, email)
    await service.deliver_by_email(actor, email)
    sent = await row(actor, email)

    assert (waiting.state, waiting.sent_at) == ("queued", None)
    assert waiting.reason is not None
    assert "451 4.3.2 busy" in waiting.reason
    assert (sent.state, sent.attempts, sent.possible_duplicates, sent.reason) == ("sent", 2, 0, None)
    assert len(carrier.letters) == 1


async def test_the_queue_tries_again_by_itself(
    actor: Actor, carrier: MailServer, run_jobs: RunJobs, runtime: Runtime
) -> None:
    carrier.answers = ["451 4.3.2 busy"]
    email = (await told(actor))[Channel.EMAIL]
    await run_jobs()
    async with runtime.system() as work:
        await work.session.execute(text("update procrastinate_jobs set scheduled_at = null where status = 'todo'"))
    await run_jobs()

    assert (await row(actor, email)).state == "sent"


async def test_a_refusal_for_good_is_told_as_failed_and_not_repeated(
    actor: Actor, carrier: MailServer, run_jobs: RunJobs
) -> None:
    carrier.answers = ["550 5.1.1 no such box"]
    email = (await told(actor))[Channel.EMAIL]
    await run_jobs()
    await service.deliver_by_email(actor, email)

    failed = await row(actor, email)
    assert (failed.state, failed.attempts, failed.sent_at) == ("failed", 1, None)
    assert failed.reason == "The mail server refused it: 550 5.1.1 no such box"
    assert carrier.letters == []


async def test_a_day_of_no_is_told_as_failed(actor: Actor, carrier: MailServer, clock: StillClock) -> None:
    carrier.answers = ["451 4.3.2 busy"]
    email = (await told(actor))[Channel.EMAIL]
    clock.forward(timedelta(hours=25))
    await service.deliver_by_email(actor, email)

    assert (await row(actor, email)).state == "failed"


async def test_an_answer_that_was_lost_counts_as_a_possible_duplicate(actor: Actor, carrier: MailServer) -> None:
    carrier.answers = ["cut"]
    email = (await told(actor))[Channel.EMAIL]

    with pytest.raises(DeliveryWaits):
        await service.deliver_by_email(actor, email)
    unknown = await row(actor, email)
    await service.deliver_by_email(actor, email)
    sent = await row(actor, email)

    assert (unknown.state, unknown.sent_at, unknown.possible_duplicates) == ("sending", None, 0)
    assert (sent.state, sent.attempts, sent.possible_duplicates) == ("sent", 2, 1)
    assert [letter["Message-ID"] for letter in carrier.letters] == [f"<{email}@localhost>"] * 2


async def test_an_attempt_that_was_killed_counts_as_a_possible_duplicate(
    actor: Actor, carrier: MailServer, runtime: Runtime
) -> None:
    speaking = asyncio.Event()

    class Never:
        outside = True

        async def send(self, _: object) -> None:
            speaking.set()
            await asyncio.Event().wait()

    working = runtime.provider(Mailer)
    runtime.provide(Mailer, Never())
    email = (await told(actor))[Channel.EMAIL]
    attempt = asyncio.create_task(service.deliver_by_email(actor, email))
    await speaking.wait()
    assert (await row(actor, email)).state == "sending"
    attempt.cancel()
    await asyncio.gather(attempt, return_exceptions=True)
    runtime.provide(Mailer, working)
    await service.deliver_by_email(actor, email)

    sent = await row(actor, email)
    assert (sent.state, sent.attempts, sent.possible_duplicates) == ("sent", 2, 1)
    assert len(carrier.letters) == 1


async def test_what_was_answered_before_is_not_sent(actor: Actor, carrier: MailServer, run_jobs: RunJobs) -> None:
    subject = uuid4()
    async with actor.work() as work:
        made = await service.notify(work, notice(actor, work.now, subject))
    async with actor.work() as work:
        await service.acknowledge(work, "reminder", subject)
    await run_jobs()

    assert carrier.letters == []
    assert [(await row(actor, delivery.id)).state for delivery in made] == ["cancelled", "cancelled"]


async def test_an_answer_taken_back_lets_it_go_out_once(actor: Actor, carrier: MailServer, run_jobs: RunJobs) -> None:
    subject = uuid4()
    async with actor.work() as work:
        at = work.now
        await service.notify(work, notice(actor, at, subject))
    async with actor.work() as work:
        await service.acknowledge(work, "reminder", subject)
        await service.revive(work, "reminder", subject, at)
    await run_jobs()

    assert len(carrier.letters) == 1
    async with actor.work() as work:
        page = await service.deliveries_of(work, "reminder", subject, PageQuery())
    assert {(item.channel, item.state) for item in page.items} == {("page", "queued"), ("email", "sent")}


async def test_an_answer_during_the_hand_over_leaves_both_on_the_record(
    actor: Actor, carrier: MailServer, runtime: Runtime
) -> None:
    subject = uuid4()
    async with actor.work() as work:
        made = await service.notify(work, notice(actor, work.now, subject))
    email = next(delivery.id for delivery in made if delivery.channel is Channel.EMAIL)
    working = runtime.provider(Mailer)

    class Answered:
        outside = True

        async def send(self, letter: object) -> object:
            async with actor.work() as work:
                await service.acknowledge(work, "reminder", subject)
            return await working.send(letter)  # type: ignore[arg-type]  # handed on as it came

    runtime.provide(Mailer, Answered())
    await service.deliver_by_email(actor, email)

    both = await row(actor, email)
    assert both.state == "acknowledged"
    assert both.sent_at is not None
    assert both.acknowledged_at is not None


async def test_a_page_that_showed_it_says_so_once(actor: Actor, client: httpx2.AsyncClient) -> None:
    made = await told(actor)
    first = await client.post(f"/api/v1/deliveries/{made[Channel.PAGE]}/seen")
    again = await client.post(f"/api/v1/deliveries/{made[Channel.PAGE]}/seen")
    mail = await client.post(f"/api/v1/deliveries/{made[Channel.EMAIL]}/seen")

    assert first.json()["state"] == "seen"
    assert first.json() == again.json()
    assert mail.status_code == 422


async def test_the_ledger_is_ones_own(
    actor: Actor, client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor, runtime: Runtime
) -> None:
    made = await told(actor)
    stranger = await person(name="Bob")
    other = client_for(stranger)
    delivery_id = made[Channel.PAGE]

    assert (await other.get(f"/api/v1/deliveries/{delivery_id}")).status_code == 404
    assert (await other.post(f"/api/v1/deliveries/{delivery_id}/seen")).status_code == 404
    assert (await other.get("/api/v1/deliveries")).json()["items"] == []
    async with stranger.work() as work:
        unfiltered = await work.session.execute(text("select count(*) from deliveries"))
        assert unfiltered.scalar_one() == 0
    mine = (await client.get("/api/v1/deliveries", params={"limit": 1})).json()
    rest = (await client.get("/api/v1/deliveries", params={"cursor": mine["next_cursor"]})).json()
    assert {mine["items"][0]["id"], rest["items"][0]["id"]} == {str(one) for one in made.values()}
    assert (await client.get("/api/v1/deliveries", params={"channel": "email"})).json()["items"][0]["attempts"] == 0
