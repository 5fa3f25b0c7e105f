"""One time of a repeating event is changed alone, and another is left out and put back, without a mouse."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import expect

from tests.e2e.conftest import NewDevice
from tests.e2e.test_day import late_in_the_morning
from tests.e2e.walk import Person, findings, sign_in

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("phone", "theme"), [(True, "dark"), (False, "light")], ids=["phone", "desk"])
async def test_one_time_is_left_out_and_put_back_and_changed_alone(
    new_device: NewDevice, person: Person, phone: bool, theme: str
) -> None:
    books, now = person.books, datetime.now(UTC).replace(second=0, microsecond=0)
    zone = late_in_the_morning(now)
    books.patch("/me", json={"time_zone": zone}).raise_for_status()
    start = now - timedelta(days=2) + timedelta(minutes=120)
    event = {"title": "Walk", "start": start.isoformat(), "rrule": "FREQ=DAILY", "notes": "The long way round."}
    made = books.post("/calendar/events", json=event).raise_for_status().json()

    page = await new_device(phone=phone, theme=theme, timezone_id=zone)
    await sign_in(page, person)
    await page.goto("/today")
    day = page.get_by_role("list", name="From now on").last
    walk = day.get_by_role("button", name="Walk")
    await walk.focus()
    await page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog", name="Event")
    await expect(sheet.get_by_text("every day. Leave it empty to keep that.")).to_be_visible()
    await sheet.get_by_text("Reminder, time afterwards, notes").press("Enter")
    await expect(sheet.get_by_label("Notes")).to_have_value("The long way round.")
    assert await findings(page) == []
    await sheet.get_by_role("button", name="Not this time").press("Enter")
    await expect(walk).to_have_count(0)
    await page.get_by_role("button", name="Undo").press("Enter")

    await walk.press("Enter")
    await sheet.get_by_label("What", exact=True).fill("Walk with Marta")
    await sheet.get_by_role("button", name="Save for this time").press("Enter")
    await expect(day.get_by_role("button", name="Walk with Marta")).to_be_visible()
    # The others stay as they were.
    assert books.get(f"/calendar/events/{made['id']}").json()["title"] == "Walk"
