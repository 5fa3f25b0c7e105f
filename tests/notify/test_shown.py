"""A browser says what it showed, and that is believed in one direction only."""

import asyncio
from uuid import uuid4

import httpx2

from cairn.notify import pushing, service
from cairn.notify.models import Channel
from cairn.platform.actor import Actor
from tests.conftest import ClientFor, NewPerson, RunJobs
from tests.notify.test_pushing import V1, browser, notice, push_service, row, told
from tests.push.push_server import Answer, Browser, PushServer

__all__ = ["browser", "push_service"]


async def test_a_browser_that_showed_it_confirms_it(
    client: httpx2.AsyncClient, actor: Actor, browser: Browser, run_jobs: RunJobs
) -> None:
    delivery_id = await told(actor)
    await run_jobs()
    shown = await client.post(f"{V1}/deliveries/{delivery_id}/shown")
    assert (shown.status_code, shown.json()["state"]) == (200, "confirmed")
    at = shown.json()["confirmed_at"]
    again = await client.post(f"{V1}/deliveries/{delivery_id}/shown")
    assert (again.json()["state"], again.json()["confirmed_at"]) == ("confirmed", at)
    opened = await client.post(f"{V1}/deliveries/{delivery_id}/seen")
    assert opened.json()["state"] == "seen"
    later = await client.post(f"{V1}/deliveries/{delivery_id}/shown")
    assert later.json()["state"] == "seen", "it goes forward only"


async def test_a_browser_may_be_quicker_than_its_push_service(
    client: httpx2.AsyncClient, actor: Actor, browser: Browser, push_service: PushServer
) -> None:
    """It shows the notice while the push service's own answer is still on its way, or never comes."""
    browser.answers = [Answer(held=True)]
    delivery_id = await told(actor)
    attempt = asyncio.create_task(pushing.deliver(actor, delivery_id))
    await asyncio.to_thread(push_service.reached.wait)
    shown = await client.post(f"{V1}/deliveries/{delivery_id}/shown")
    push_service.over.set()
    await asyncio.gather(attempt, return_exceptions=True)
    assert shown.json()["state"] == "confirmed"
    known = await row(actor, delivery_id)
    assert (known.state, known.possible_duplicates) == ("confirmed", 0)
    await pushing.deliver(actor, delivery_id)
    assert len(browser.taken) == 1


async def test_what_was_answered_stays_answered_whatever_is_shown_later(
    client: httpx2.AsyncClient, actor: Actor, browser: Browser, run_jobs: RunJobs
) -> None:
    subject = uuid4()
    delivery_id = await told(actor, subject)
    await run_jobs()
    async with actor.work() as work:
        await service.acknowledge(work, "reminder", subject)
    shown = await client.post(f"{V1}/deliveries/{delivery_id}/shown")
    assert shown.json()["state"] == "acknowledged"


async def test_only_what_was_pushed_is_shown_by_a_browser(
    client: httpx2.AsyncClient, client_for: ClientFor, person: NewPerson, actor: Actor, browser: Browser
) -> None:
    async with actor.work() as work:
        made = await service.notify(work, notice(actor, work.now))
    by_channel = {delivery.channel: delivery.id for delivery in made}
    refused = await client.post(f"{V1}/deliveries/{by_channel[Channel.EMAIL]}/shown")
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/not-by-push")
    stranger = client_for(await person())
    assert (await stranger.post(f"{V1}/deliveries/{by_channel[Channel.PUSH]}/shown")).status_code == 404
