"""A day in the life, on a phone: from how one wakes up to what is left for tomorrow."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.async_api import expect

from tests.e2e.conftest import NewDevice
from tests.e2e.test_day import late_in_the_morning
from tests.e2e.walk import Person, comes_to_be, say, sign_in

pytestmark = pytest.mark.browser


async def test_a_day_in_the_life(new_device: NewDevice, person: Person) -> None:
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    zone = late_in_the_morning(now)
    books = person.books
    books.patch("/me", json={"time_zone": zone}).raise_for_status()
    dentist: dict[str, Any] = {
        "title": "Dentist",
        "start": (now + timedelta(minutes=220)).isoformat(),
        "end": (now + timedelta(minutes=260)).isoformat(),
        "travel_minutes": 25,
    }
    books.post("/calendar/events", json=dentist).raise_for_status()
    morning = {"name": "Morning", "steps": [{"text": "Open the curtains"}, {"text": "Drink water"}]}
    books.post("/routines", json=morning).raise_for_status()
    page = await new_device(phone=True, timezone_id=zone, reduced_motion="reduce")
    main = page.get_by_role("main")
    await sign_in(page, person)

    # How one is, in two taps.
    await page.goto("/mood")
    await main.get_by_role("button", name="Low", exact=True).click()
    await main.get_by_role("button", name="Flat", exact=True).click()
    await comes_to_be(lambda: [(one["mood"], one["energy"]) for one in person.rows("/mood")] == [("flat", "low")])

    # Several things in one breath.
    await say(page, "buy milk, call the bank and write to Sam")
    await comes_to_be(lambda: len(person.rows("/tasks")) == 3)

    # The routine, step by step.
    await page.goto("/routines")
    await main.get_by_role("button", name="Begin Morning").click()
    await expect(main.get_by_role("heading", name="Open the curtains")).to_be_visible()
    await main.get_by_role("button", name="Done", exact=True).click()
    await expect(main.get_by_role("heading", name="Drink water")).to_be_visible()
    await main.get_by_role("button", name="Done", exact=True).click()
    await main.get_by_role("button", name="Finish", exact=True).click()
    await comes_to_be(
        lambda: ["done", "done"] in [[step["state"] for step in run["steps"]] for run in person.rows("/routine-runs")]
    )

    # What is next, with its reason, and a time for it alone, with a thought put aside.
    await page.goto("/now")
    await expect(main.get_by_role("article")).to_have_count(1)
    await page.goto("/focus")
    await expect(page.get_by_text("Left empty, it is for what comes next:")).to_be_visible()
    await main.get_by_role("button", name="Start", exact=True).click()
    await comes_to_be(lambda: books.get("/focus/current").json()["session"] is not None)
    await page.get_by_label("Park a thought").fill("Look for the umbrella")
    await page.get_by_label("Park a thought").press("Enter")
    await expect(page.get_by_text("Parked.")).to_be_visible()
    await main.get_by_role("button", name="Finish", exact=True).click()
    await main.get_by_role("button", name="All of it", exact=True).click()
    await comes_to_be(lambda: len(person.rows("/tasks?state=done")) == 1)

    # When to leave.
    await page.goto("/today")
    day = page.get_by_role("list", name="From now on").last
    await expect(day.get_by_role("listitem").filter(has_text="Leave by")).to_contain_text("25 min on the way")

    # Something rings, and is done.
    asked = {"text": "Stretch", "when": "in 1 second"}
    reminder = books.post("/reminders", json=asked).raise_for_status().json()["id"]
    await page.goto(f"/reminders/{reminder}")
    await main.get_by_role("button", name="Done", exact=True).click()
    await comes_to_be(lambda: books.get(f"/reminders/{reminder}").json()["state"] == "done")

    # Too much: one thing is told, and nothing else.
    await page.goto("/chat")
    await say(page, "it's too much")
    await expect(main.get_by_text("That is a lot. One thing is enough for now.")).to_be_visible()

    # The day ends.
    await say(page, "shut down the day")
    await expect(main.get_by_text("it is open, one question at a time", exact=False)).to_be_visible()
    await main.get_by_role("link", name="Open it").last.click()
    done = person.rows("/tasks?state=done")[0]["title"]
    await expect(main.get_by_text(done)).to_be_visible()
