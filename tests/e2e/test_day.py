"""The day as a line: what is fixed, when to leave for it, what fits before; changed without a mouse."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, findings, sign_in

pytestmark = pytest.mark.browser


def late_in_the_morning(now: datetime) -> str:
    """A zone in which it is between eleven and noon, whenever this is run: the whole afternoon lies ahead."""
    ahead = (11 - now.hour + 12) % 24 - 12
    return f"Etc/GMT{'-' if ahead >= 0 else '+'}{abs(ahead)}"


@pytest.mark.parametrize(("phone", "theme"), [(True, "dark"), (False, "light")], ids=["phone", "desk"])
async def test_a_day_is_seen_planned_and_changed(
    new_device: NewDevice, person: Person, phone: bool, theme: str
) -> None:
    books, now = person.books, datetime.now(UTC).replace(second=0, microsecond=0)
    zone = late_in_the_morning(now)
    books.patch("/me", json={"time_zone": zone}).raise_for_status()
    call = {"title": "Call with Priya", "start": (now + timedelta(minutes=60)).isoformat(), "place": "phone"}
    call["end"] = (now + timedelta(minutes=90)).isoformat()
    dentist = {
        "title": "Dentist",
        "start": (now + timedelta(minutes=220)).isoformat(),
        "end": (now + timedelta(minutes=260)).isoformat(),
        "place": "Rua do Sol 12",
        "travel_minutes": 25,
        "ready_minutes": 15,
    }
    for event in (call, dentist):
        books.post("/calendar/events", json=event).raise_for_status()
    books.post("/tasks", json={"title": "Send the photos", "estimate_minutes": 25}).raise_for_status()

    page = await new_device(phone=phone, theme=theme, timezone_id=zone)
    await sign_in(page, person)
    await page.goto("/today")
    day = page.get_by_role("list", name="From now on").last
    await expect(day.get_by_role("listitem").filter(has_text="fits here")).to_contain_text("Send the photos")
    await expect(day.get_by_role("listitem").filter(has_text="Leave by")).to_contain_text("25 min on the way")
    await expect(day.get_by_role("listitem").filter(has_text="Rua do Sol 12")).to_contain_text("40 min")
    assert await findings(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    await page.get_by_role("button", name="Dentist").focus()
    await page.keyboard.press("Enter")
    travel = page.get_by_label("Getting there, in minutes")
    await expect(travel).to_have_value("25")
    assert await findings(page) == []
    await travel.fill("40")
    await travel.press("Enter")
    await expect(day.get_by_role("listitem").filter(has_text="Leave by")).to_contain_text("40 min on the way")
    leave_at = now + timedelta(minutes=180)
    await comes_to_be(lambda: leave_at in [datetime.fromisoformat(one["due_at"]) for one in person.rows("/reminders")])

    await page.get_by_role("button", name="Add an event").focus()
    await page.keyboard.press("Enter")
    await page.get_by_label("What", exact=True).fill("Dinner with Sam")
    await page.get_by_label("When", exact=True).fill("today 7pm for an hour and a half")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Dinner with Sam")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.get_by_role("button", name="Undo").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Dinner with Sam")).to_have_count(0)


@pytest.mark.parametrize(("phone", "theme"), [(True, "dark"), (False, "light")], ids=["phone", "desk"])
async def test_what_a_task_knows_of_itself_is_changed_however_long_the_sheet_is(
    new_device: NewDevice, person: Person, phone: bool, theme: str
) -> None:
    person.books.post("/tasks", json={"title": "Send the boiler photos"}).raise_for_status()
    page = await new_device(phone=phone, theme=theme)
    await sign_in(page, person)
    await page.get_by_role("button", name="Change it").click()
    sheet = page.get_by_role("dialog", name="Change it")
    await sheet.get_by_text("More").click()
    await sheet.get_by_label("How long it may take, in minutes").fill("40")
    await sheet.get_by_role("button", name="Lots").click()
    await sheet.get_by_label("Waits for").fill("Marta")
    assert await findings(page) == []
    await sheet.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Out of the way for now: Send the boiler photos.")).to_be_visible()
    task = person.rows("/tasks")[0]
    assert (task["estimate_minutes"], task["energy"], task["waiting_for"]) == (40, "high", "Marta")
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_role("article", name="Send the boiler photos")).to_be_visible()
    await comes_to_be(lambda: person.rows("/tasks")[0]["waiting_for"] == "")
