"""Without a network nothing is lost, nothing is doubled, and times count from when they were said."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Route, expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, say, sign_in, told

pytestmark = pytest.mark.browser


async def test_said_without_a_network_it_outlasts_a_reload_and_goes_out_once(
    new_device: NewDevice, person: Person
) -> None:
    page = await new_device()
    await sign_in(page, person)
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    await page.context.set_offline(True)
    await say(page, "buy milk")
    await expect(told(page)).to_have_text(re.compile("Saved here, will send"))

    await page.reload()
    await page.goto("/chat")
    await expect(page.get_by_text("buy milk")).to_be_visible()
    assert person.rows("/tasks") == []

    await page.context.set_offline(False)
    await expect(page.get_by_role("log").get_by_role("heading", name="Buy milk")).to_be_visible(timeout=30_000)
    await expect(page.get_by_text("Everything saved").first).to_be_attached()
    assert [row["title"] for row in person.rows("/tasks")] == ["Buy milk"]


async def test_in_twenty_minutes_counts_from_when_it_was_said(new_device: NewDevice, person: Person) -> None:
    page = await new_device()
    await sign_in(page, person)
    await page.context.set_offline(True)
    said_at = datetime.now(UTC) - timedelta(minutes=12)
    await page.clock.set_fixed_time(said_at)
    await say(page, "remind me to stretch in 20 minutes")
    await expect(told(page)).to_have_text(re.compile("Saved here, will send"))

    await page.clock.set_fixed_time(datetime.now(UTC))
    await page.context.set_offline(False)
    await expect(told(page)).to_have_text(re.compile("Booked: Stretch"), timeout=30_000)
    (reminder,) = person.rows("/reminders")
    due = datetime.fromisoformat(reminder["due_at"])
    assert abs(due - (said_at + timedelta(minutes=20))) < timedelta(minutes=1)


async def test_an_answer_lost_on_the_way_is_asked_for_again_and_books_once(
    new_device: NewDevice, person: Person
) -> None:
    page = await new_device()
    await sign_in(page, person)
    sent: list[str] = []

    async def lose_the_first(route: Route) -> None:
        sent.append(route.request.post_data_json["id"])  # type: ignore[index]  # the page sends an object
        answer = await route.fetch()
        if len(sent) == 1:
            await route.abort()
        else:
            await route.fulfill(response=answer)

    await page.route("**/api/v1/messages", lose_the_first)
    await say(page, "water the plants")
    await expect(told(page)).to_have_text(re.compile("On your list"), timeout=30_000)
    assert len(sent) == 2
    assert len(set(sent)) == 1
    assert [row["title"] for row in person.rows("/tasks")] == ["Water the plants"]


async def test_taken_back_before_it_was_sent_it_never_goes_out(new_device: NewDevice, person: Person) -> None:
    page = await new_device("/sign-in")
    await sign_in(page, person)
    await page.context.set_offline(True)
    await say(page, "sell the piano")
    await expect(told(page)).to_have_text(re.compile("Saved here, will send"))
    await page.get_by_role("form", name="Capture").get_by_role("button", name="Undo").click()
    await page.context.set_offline(False)
    await say(page, "call the piano tuner")
    await expect(told(page)).to_have_text(re.compile("On your list: Call the piano tuner"), timeout=30_000)
    assert [row["title"] for row in person.rows("/tasks")] == ["Call the piano tuner"]
    said = [row["text"] for row in person.rows("/memories")]
    assert "sell the piano" not in said
