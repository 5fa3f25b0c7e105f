"""Notices in a real browser: pushed, shown, answered with the page closed, and gone when answered elsewhere.

Chromium here reaches no push service, so that it can't subscribe; its own service worker is handed the message that a
push service would have brought.
"""

import asyncio
import json
import re
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest
from playwright.async_api import CDPSession, Page, expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, findings, sign_in
from tests.journeys.installation import Installation
from tests.push.push_server import Browser

pytestmark = pytest.mark.browser

_SHOWN = """() => navigator.serviceWorker.ready.then((it) => it.getNotifications()).then((all) => all.map((one) => ({
    title: one.title, body: one.body, tag: one.tag, actions: (one.actions ?? []).map((act) => act.action),
})))"""

_CLICK = """async ([tag, action]) => {
    const shown = (await self.registration.getNotifications()).find((one) => one.tag === tag);
    const done = [];
    const event = new NotificationEvent("notificationclick", { notification: shown, action });
    event.waitUntil = (promise) => done.push(promise);
    self.dispatchEvent(event);
    await Promise.all(done);
}"""
"""No hand reaches a notification without a window, so the event that a press makes is made here."""


@dataclass
class Pushed:
    """The way by which a push service's messages reach a browser."""

    session: CDPSession
    origin: str
    registration: str

    async def deliver(self, notice: dict[str, Any] | str) -> None:
        """What a push service does, once the browser has opened the message."""
        data = notice if isinstance(notice, str) else json.dumps(notice)
        message = {"origin": self.origin, "registrationId": self.registration, "data": data}
        await self.session.send("ServiceWorker.deliverPushMessage", message)


async def ready(page: Page, cairn_: Installation) -> Pushed:
    """A page whose service worker is there and may show notifications."""
    await page.context.grant_permissions(["notifications"], origin=cairn_.url)
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    session = await page.context.new_cdp_session(page)
    found: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: found.extend(one["registrationId"] for one in told["registrations"] if not one["isDeleted"]),
    )
    await session.send("ServiceWorker.enable")
    await comes_to_be(lambda: bool(found))
    return Pushed(session, cairn_.url, found[0])


async def shown(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await page.evaluate(_SHOWN)
    return found


async def shows(page: Page, *titles: str) -> list[dict[str, Any]]:
    """Wait until these are what the system shows."""
    for _ in range(100):
        found = await shown(page)
        if [one["title"] for one in found] == list(titles):
            return found
        await asyncio.sleep(0.1)
    raise AssertionError(f"the system shows {await shown(page)}")


async def ringing(person: Person) -> tuple[str, dict[str, Any]]:
    """A reminder that rings, pushed to a browser that subscribed: its id, and the delivery by push.

    The browser's push service is nowhere, so that the delivery stays as it is until the browser itself speaks.
    """
    browser = Browser("https://push.invalid/1")
    subscription = {"endpoint": browser.endpoint, **browser.subscription["keys"]}
    person.books.post("/push/subscriptions", json=subscription).raise_for_status()
    asked = {"text": "Stretch", "when": "in 1 second"}
    reminder_id = person.books.post("/reminders", json=asked).raise_for_status().json()["id"]
    path = f"/reminders/{reminder_id}/deliveries"
    await comes_to_be(lambda: any(one["channel"] == "push" for one in person.rows(path)))
    return reminder_id, next(one for one in person.rows(path) if one["channel"] == "push")


def notice_of(reminder_id: str, delivery: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": "Stretch",
        "body": "This is for now.",
        "link": f"/reminders/{reminder_id}",
        "delivery": delivery["id"],
        "lang": "en",
        "done": "Done",
        "later": "In 10 minutes",
    }


async def with_a_notice(
    new_device: NewDevice, cairn_: Installation, person: Person
) -> tuple[Page, str, dict[str, Any]]:
    """A page beside which the system shows what rings: the page, the reminder's id, and the delivery by push."""
    page = await new_device()
    await sign_in(page, person)
    push = await ready(page, cairn_)
    reminder_id, delivery = await ringing(person)
    await push.deliver(notice_of(reminder_id, delivery))
    await shows(page, "Stretch")
    return page, reminder_id, delivery


async def press(page: Page, tag: str, action: str) -> None:
    [worker] = page.context.service_workers
    await worker.evaluate(_CLICK, [tag, action])


def state(person: Person, reminder_id: str) -> str:
    reminder: dict[str, Any] = person.books.get(f"/reminders/{reminder_id}").raise_for_status().json()
    return str(reminder["state"])


async def test_what_is_pushed_is_shown_and_the_books_hear_of_it(
    new_device: NewDevice, cairn_: Installation, person: Person
) -> None:
    page = await new_device()
    await sign_in(page, person)
    push = await ready(page, cairn_)
    reminder_id, delivery = await ringing(person)
    await push.deliver(notice_of(reminder_id, delivery))

    [notice] = await shows(page, "Stretch")
    link = f"/reminders/{reminder_id}"
    assert notice == {"title": "Stretch", "body": "This is for now.", "tag": link, "actions": ["done", "later"]}
    await comes_to_be(lambda: person.books.get(f"/deliveries/{delivery['id']}").json()["state"] == "confirmed")

    await push.deliver({**notice_of(reminder_id, delivery), "title": "Stretch now"})
    await shows(page, "Stretch now")


async def test_done_on_the_notification_is_done_without_a_page(
    new_device: NewDevice, cairn_: Installation, person: Person
) -> None:
    page, reminder_id, _ = await with_a_notice(new_device, cairn_, person)
    here = page.url
    await press(page, f"/reminders/{reminder_id}", "done")

    await comes_to_be(lambda: state(person, reminder_id) == "done")
    await shows(page)
    assert page.url == here
    assert len(page.context.pages) == 1


async def test_later_on_the_notification_comes_back_in_ten_minutes(
    new_device: NewDevice, cairn_: Installation, person: Person
) -> None:
    page, reminder_id, _ = await with_a_notice(new_device, cairn_, person)
    await press(page, f"/reminders/{reminder_id}", "later")
    await comes_to_be(lambda: person.books.get(f"/reminders/{reminder_id}").json()["snoozed_until"] is not None)


async def test_a_press_on_the_notification_leads_to_its_reminder(
    new_device: NewDevice, cairn_: Installation, person: Person
) -> None:
    page, reminder_id, delivery = await with_a_notice(new_device, cairn_, person)
    await page.goto(f"/reminders/{reminder_id}")
    await press(page, f"/reminders/{reminder_id}", "")
    await comes_to_be(lambda: person.books.get(f"/deliveries/{delivery['id']}").json()["state"] == "seen")
    await expect(page).to_have_url(re.compile(f"/reminders/{reminder_id}$"))


async def test_an_answer_elsewhere_takes_the_notification_away(
    new_device: NewDevice, cairn_: Installation, person: Person
) -> None:
    page, reminder_id, _ = await with_a_notice(new_device, cairn_, person)
    person.books.post(f"/reminders/{reminder_id}/done").raise_for_status()
    await shows(page)


async def test_a_message_that_nobody_can_read_still_says_that_there_is_something(
    new_device: NewDevice, cairn_: Installation, person: Person
) -> None:
    page = await new_device()
    await sign_in(page, person)
    push = await ready(page, cairn_)
    await push.deliver("not what we send")
    [notice] = await shows(page, "Cairn")
    assert (notice["title"], notice["actions"]) == ("Cairn", [])


async def test_a_link_that_leads_elsewhere_leads_nowhere(
    new_device: NewDevice, cairn_: Installation, person: Person
) -> None:
    page = await new_device()
    await sign_in(page, person)
    push = await ready(page, cairn_)
    await push.deliver({"title": "Look", "link": "//example.org/", "done": "Done", "later": "Later"})
    [notice] = await shows(page, "Look")
    assert (notice["tag"], notice["actions"]) == ("/now", [])


async def test_the_page_is_honest_where_the_browser_has_no_push_service(
    new_device: NewDevice, cairn_: Installation, person: Person
) -> None:
    page = await new_device(phone=True)
    await sign_in(page, person)
    await ready(page, cairn_)
    await page.goto("/you/notices")
    switch = page.get_by_role("switch", name="Tell me on this device")
    await expect(switch).not_to_be_checked()
    assert await findings(page) == []
    await switch.click()
    await expect(page.get_by_role("alert")).to_be_visible(timeout=60_000)
    await expect(switch).not_to_be_checked()
    assert person.rows("/push/subscriptions") == []
    assert await findings(page) == []


async def test_signing_out_ends_what_was_turned_on(person: Person) -> None:
    """By the books alone: the browser's own half is told in the page's tests."""
    browser = Browser("https://push.invalid/1")
    subscription = {"endpoint": browser.endpoint, **browser.subscription["keys"]}
    person.books.post("/push/subscriptions", json=subscription).raise_for_status()
    assert len(person.rows("/push/subscriptions")) == 1
    person.books.post("/auth/logout").raise_for_status()
    with pytest.raises(httpx2.HTTPStatusError):
        person.rows("/push/subscriptions")
