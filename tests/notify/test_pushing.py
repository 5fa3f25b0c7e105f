"""A delivery by push says what really became of it, in however many browsers."""

import asyncio
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import text

from cairn.notify import pushing, service
from cairn.notify.errors import DeliveryWaits
from cairn.notify.models import Channel, Delivery
from cairn.notify.schemas import Notice
from cairn.notify.subscriptions import service as subscriptions
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.push.provider import PushCarrier
from tests.conftest import ClientFor, NewPerson, RunJobs
from tests.notify.test_subscriptions import subscribe
from tests.push.conftest import carrier_for, push_service
from tests.push.push_server import Answer, Browser, PushServer

__all__ = ["push_service"]

V1 = "/api/v1"


def notice(actor: Actor, at: datetime, subject_id: UUID | None = None) -> Notice:
    subject = subject_id or uuid4()
    return Notice(actor.user_id, "reminder", subject, at, "Call the dentist", link=f"/reminders/{subject}")


async def told(actor: Actor, subject_id: UUID | None = None) -> UUID:
    """The delivery by push of a notice queued now; its job is the test's to do."""
    async with actor.work() as work:
        made = await service.notify(work, notice(actor, work.now, subject_id))
    return next(delivery.id for delivery in made if delivery.channel is Channel.PUSH)


async def row(actor: Actor, delivery_id: UUID) -> Delivery:
    async with actor.work() as work:
        return await service.delivery(work, delivery_id)


async def queued(runtime: Runtime, name: str) -> list[Any]:
    """Jobs that wait, with what they were given and in how many seconds they start."""
    async with runtime.system() as work:
        found = await work.session.execute(
            text(
                "select args, scheduled_at from procrastinate_jobs where task_name = :name and status = 'todo'"
                " order by id"
            ),
            {"name": name},
        )
        now = runtime.clock.now()
        return [(job.args, (job.scheduled_at - now).total_seconds() if job.scheduled_at else 0) for job in found]


@pytest.fixture
async def browser(client: httpx2.AsyncClient, push_service: PushServer) -> Browser:
    made = push_service.browser()
    await subscribe(client, made)
    return made


@pytest.fixture
async def second(client_for: ClientFor, actor: Actor, push_service: PushServer) -> Browser:
    made = push_service.browser()
    await subscribe(client_for(actor), made)
    return made


async def test_what_is_due_reaches_the_browser_in_the_persons_words(
    actor: Actor, browser: Browser, run_jobs: RunJobs
) -> None:
    browser.answers = [Answer(location="/message/1")]
    subject = uuid4()
    delivery_id = await told(actor, subject)
    await run_jobs()

    [taken] = browser.taken
    words = taken.words
    assert (words["title"], words["body"]) == ("Call the dentist", "This is for Tue 24 Nov, 12:00.")
    assert (words["link"], words["delivery"]) == (f"/reminders/{subject}", str(delivery_id))
    assert (words["done"], words["later"]) == ("Done", "In 10 minutes")
    assert set(words) == {"title", "body", "link", "delivery", "at", "lang", "done", "later"}, "and nothing else"
    sent = await row(actor, delivery_id)
    assert (sent.state, sent.attempts, sent.possible_duplicates) == ("sent", 1, 0)
    assert sent.provider_id == "/message/1"
    await pushing.deliver(actor, delivery_id)
    assert len(browser.taken) == 1


async def test_who_has_no_browser_gets_no_delivery_by_push(actor: Actor) -> None:
    async with actor.work() as work:
        made = await service.notify(work, notice(actor, work.now))
    assert {delivery.channel for delivery in made} == {Channel.PAGE, Channel.EMAIL}


async def test_a_burst_asks_for_browsers_once(
    runtime: Runtime, person: NewPerson, client_for: ClientFor, push_service: PushServer
) -> None:
    """The number of statements doesn't grow with the number of people."""
    people = [await person() for _ in range(6)]
    for one in people[:3]:
        await subscribe(client_for(one), push_service.browser())
    asked: list[str] = []

    async def counting(some: list[Actor]) -> int:
        async with runtime.system() as work:
            connection = await work.session.connection()
            original = type(work.session).execute
            before = len(asked)

            async def execute(session: Any, statement: Any, *rest: Any, **more: Any) -> Any:
                asked.append(str(statement))
                return await original(session, statement, *rest, **more)

            assert connection is not None
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(type(work.session), "execute", execute)
                made = await service.notify(work, *(notice(one, work.now) for one in some))
            assert sum(one.channel is Channel.PUSH for one in made) == sum(one in people[:3] for one in some)
            return len(asked) - before

    assert await counting(people) == await counting(people[:1])
    assert await counting(people[3:]) < await counting(people)


async def test_a_discreet_browser_is_told_only_that_there_is_something(
    client: httpx2.AsyncClient, actor: Actor, second: Browser, push_service: PushServer, run_jobs: RunJobs
) -> None:
    quiet = push_service.browser()
    await subscribe(client, quiet, discreet=True)
    await told(actor)
    await run_jobs()
    assert (quiet.taken[0].words["title"], quiet.taken[0].words["body"]) == ("Something for now", "")
    assert b"dentist" not in quiet.taken[0].content
    assert second.taken[0].words["title"] == "Call the dentist"
    assert quiet.taken[0].size == second.taken[0].size, "its length tells nothing either"


async def test_every_browser_is_told_and_one_is_enough_to_be_sent(
    actor: Actor, browser: Browser, second: Browser, runtime: Runtime
) -> None:
    browser.answers = [Answer(503)]
    delivery_id = await told(actor)
    await pushing.deliver(actor, delivery_id)

    sent = await row(actor, delivery_id)
    assert (sent.state, sent.reason) == ("sent", None)
    assert (len(browser.taken), len(second.taken)) == (0, 1)
    [(args, seconds)] = await queued(runtime, "notify.push_again")
    assert (args["doubtful"], seconds) == (False, 30)


async def test_the_browser_that_was_not_reached_is_tried_again_for_itself(
    actor: Actor, browser: Browser, second: Browser, run_jobs: RunJobs
) -> None:
    """The still clock stands in the past of the queue's, so that what waits is due."""
    browser.answers = [Answer(503), Answer(429, retry_after="600")]
    delivery_id = await told(actor)
    await run_jobs()
    assert (len(browser.taken), len(second.taken)) == (1, 1)
    sent = await row(actor, delivery_id)
    assert (sent.state, sent.attempts, sent.possible_duplicates) == ("sent", 1, 0)


async def test_a_lost_answer_of_one_browser_is_counted(
    actor: Actor, browser: Browser, second: Browser, run_jobs: RunJobs
) -> None:
    browser.answers = [Answer(cut=True)]
    delivery_id = await told(actor)
    await run_jobs()
    assert (len(browser.taken), len(second.taken)) == (2, 1)
    sent = await row(actor, delivery_id)
    assert (sent.state, sent.possible_duplicates) == ("sent", 1)


async def test_nobody_is_told_again_of_what_was_answered(
    actor: Actor, browser: Browser, second: Browser, run_jobs: RunJobs
) -> None:
    browser.answers = [Answer(503)]
    subject = uuid4()
    delivery_id = await told(actor, subject)
    await pushing.deliver(actor, delivery_id)
    async with actor.work() as work:
        await service.acknowledge(work, "reminder", subject)
    await run_jobs()
    assert browser.taken == []
    assert (await row(actor, delivery_id)).state == "acknowledged"


@pytest.mark.parametrize("status", [404, 410])
async def test_a_browser_that_is_gone_is_taken_off_the_list(
    actor: Actor, browser: Browser, runtime: Runtime, status: int
) -> None:
    browser.answers = [Answer(status)]
    delivery_id = await told(actor)
    await pushing.deliver(actor, delivery_id)
    failed = await row(actor, delivery_id)
    assert (failed.state, failed.sent_at) == ("failed", None)
    assert failed.reason is not None
    assert "push service" in failed.reason
    async with runtime.system() as work:
        assert await subscriptions.reachable(work, [actor.user_id]) == set()


async def test_a_gone_browser_does_not_spoil_it_for_the_other(actor: Actor, browser: Browser, second: Browser) -> None:
    browser.answers = [Answer(410)]
    delivery_id = await told(actor)
    await pushing.deliver(actor, delivery_id)
    assert (await row(actor, delivery_id)).state == "sent"
    async with actor.work() as work:
        assert [one.target for one in await subscriptions.devices(work)] == [second.target]


async def test_a_refusal_for_good_is_told_as_failed(actor: Actor, browser: Browser) -> None:
    browser.answers = [Answer(400)]
    delivery_id = await told(actor)
    await pushing.deliver(actor, delivery_id)
    failed = await row(actor, delivery_id)
    assert (failed.state, failed.reason) == ("failed", "The push service refused it (400).")


async def test_what_is_not_taken_waits_and_says_why(actor: Actor, browser: Browser) -> None:
    browser.answers = [Answer(503)]
    delivery_id = await told(actor)
    with pytest.raises(DeliveryWaits):
        await pushing.deliver(actor, delivery_id)
    waiting = await row(actor, delivery_id)
    assert (waiting.state, waiting.sent_at) == ("queued", None)
    assert waiting.reason == "The push service won't take it now (503)."
    await pushing.deliver(actor, delivery_id)
    sent = await row(actor, delivery_id)
    assert (sent.state, sent.attempts, sent.possible_duplicates, sent.reason) == ("sent", 2, 0, None)


async def test_it_comes_back_when_the_push_service_said(actor: Actor, browser: Browser, runtime: Runtime) -> None:
    browser.answers = [Answer(429, retry_after="240")]
    delivery_id = await told(actor)
    async with runtime.system() as work:
        await work.session.execute(text("delete from procrastinate_jobs where status = 'todo'"))
    await pushing.deliver(actor, delivery_id)
    assert (await row(actor, delivery_id)).state == "queued"
    [(args, seconds)] = await queued(runtime, "notify.deliver_by_push")
    assert (args["delivery_id"], seconds) == (str(delivery_id), 240)


async def test_a_day_of_no_is_told_as_failed(actor: Actor, client: httpx2.AsyncClient, clock: StillClock) -> None:
    with PushServer().running() as server:
        carrier = carrier_for(actor.runtime, server)
        actor.runtime.provide(PushCarrier, carrier)
        browser = server.browser()
        await subscribe(client, browser)
        delivery_id = await told(actor)
        async with actor.runtime.system() as work:
            await work.session.execute(text("update sessions set idle_seconds = 1000000, expires_at = 'infinity'"))
        clock.forward(timedelta(hours=25))
        browser.answers = [Answer(503)]
        await pushing.deliver(actor, delivery_id)
        assert (await row(actor, delivery_id)).state == "failed"
        await carrier.aclose()


async def test_an_answer_that_was_lost_counts_as_a_possible_duplicate(actor: Actor, browser: Browser) -> None:
    browser.answers = [Answer(cut=True)]
    delivery_id = await told(actor)
    with pytest.raises(DeliveryWaits):
        await pushing.deliver(actor, delivery_id)
    unknown = await row(actor, delivery_id)
    await pushing.deliver(actor, delivery_id)
    sent = await row(actor, delivery_id)
    assert (unknown.state, unknown.sent_at, unknown.possible_duplicates) == ("sending", None, 0)
    assert (sent.state, sent.attempts, sent.possible_duplicates) == ("sent", 2, 1)
    assert len({taken.headers["topic"] for taken in browser.taken}) == 1, "the later takes the place of the earlier"


async def test_an_attempt_that_was_killed_counts_as_a_possible_duplicate(
    actor: Actor, browser: Browser, push_service: PushServer
) -> None:
    browser.answers = [Answer(held=True)]
    delivery_id = await told(actor)
    attempt = asyncio.create_task(pushing.deliver(actor, delivery_id))
    await asyncio.to_thread(push_service.reached.wait)
    assert (await row(actor, delivery_id)).state == "sending"
    attempt.cancel()
    await asyncio.gather(attempt, return_exceptions=True)
    await pushing.deliver(actor, delivery_id)
    sent = await row(actor, delivery_id)
    assert (sent.state, sent.attempts, sent.possible_duplicates) == ("sent", 2, 1)


async def test_what_was_answered_before_is_not_sent(actor: Actor, browser: Browser, run_jobs: RunJobs) -> None:
    subject = uuid4()
    delivery_id = await told(actor, subject)
    async with actor.work() as work:
        await service.acknowledge(work, "reminder", subject)
    await run_jobs()
    assert browser.taken == []
    assert (await row(actor, delivery_id)).state == "cancelled"


async def test_an_answer_taken_back_lets_it_go_out_once(actor: Actor, browser: Browser, run_jobs: RunJobs) -> None:
    subject = uuid4()
    async with actor.work() as work:
        at = work.now
    delivery_id = await told(actor, subject)
    async with actor.work() as work:
        await service.acknowledge(work, "reminder", subject)
        await service.revive(work, "reminder", subject, at)
    await run_jobs()
    assert len(browser.taken) == 1
    assert (await row(actor, delivery_id)).state == "sent"


async def test_a_browser_that_was_signed_out_meanwhile_is_not_told(
    client: httpx2.AsyncClient, actor: Actor, browser: Browser, run_jobs: RunJobs
) -> None:
    delivery_id = await told(actor)
    await client.post(f"{V1}/auth/logout")
    await run_jobs()
    assert browser.taken == []
    failed = await row(actor, delivery_id)
    assert (failed.state, failed.reason) == ("failed", pushing.NO_DEVICE)
