"""What to take along to an event, what is fixed for tomorrow, and a time left out by mistake: a walk on a phone."""

from datetime import UTC, datetime, timedelta

from playwright.async_api import expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, sign_in


async def test_what_to_bring_is_said_shown_and_changed_and_tomorrow_is_a_tap_away(
    new_device: NewDevice, person: Person
) -> None:
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).replace(hour=15, minute=0, second=0, microsecond=0)
    event = {"title": "Dentist", "start": tomorrow.isoformat(), "travel_minutes": 20}
    person.books.post("/calendar/events", json=event).raise_for_status()
    person.books.post("/tasks", json={"title": "Take out the bins", "rrule": "FREQ=DAILY"}).raise_for_status()
    page = await new_device(phone=True)
    await sign_in(page, person)

    await page.goto("/today")
    await page.locator("summary", has_text="Tomorrow, ").click()
    await page.get_by_role("button", name="Dentist").click()
    sheet = page.get_by_role("dialog", name="Event")
    await sheet.get_by_label("Take with you").fill("Insurance card")
    await sheet.get_by_text("How often, and whose clock").click()
    await sheet.get_by_label("Whose clock?").select_option(label="Mine, wherever I am")
    await sheet.get_by_role("button", name="Save").click()
    kept = ("Insurance card", True)
    await comes_to_be(lambda: [(one["bring"], one["floating"]) for one in person.rows("/calendar/events")] == [kept])

    await page.goto("/now")
    due = person.rows("/tasks")[0]["due_at"]
    await page.get_by_role("button", name="Change it").click()
    await page.get_by_role("button", name="Not this time").click()
    await expect(page.get_by_text("Not this time: Take out the bins.")).to_be_visible()
    await comes_to_be(lambda: person.rows("/tasks")[0]["due_at"] != due)
    await page.get_by_role("button", name="Undo").click()
    await comes_to_be(lambda: person.rows("/tasks")[0]["due_at"] == due)
    await page.get_by_role("button", name="Change it").click()
    await page.get_by_label("What", exact=True).fill("Bins and boxes")
    await page.get_by_role("button", name="Save for this time").click()
    await expect(page.get_by_role("article", name="Bins and boxes")).to_be_visible()
