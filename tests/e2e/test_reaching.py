"""How somebody is reached is set without a mouse, and a reminder tells where it went and what is still to come."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.async_api import expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, findings, sign_in

pytestmark = pytest.mark.browser


def preferences(person: Person) -> dict[str, Any]:
    told: dict[str, Any] = person.books.get("/notifications/preferences").raise_for_status().json()
    return told


@pytest.mark.parametrize(("phone", "theme"), [(True, "dark"), (False, "light")], ids=["phone", "desk"])
async def test_quiet_and_insistence_are_set_and_kept(
    new_device: NewDevice, person: Person, phone: bool, theme: str
) -> None:
    page = await new_device(phone=phone, theme=theme)
    await sign_in(page, person)
    await page.goto("/you/reminders")
    await page.get_by_role("radio", name="As usual").focus()
    await page.keyboard.press("ArrowDown")
    await expect(page.get_by_text("Then again every 10 min, until it's done")).to_be_visible()
    await comes_to_be(lambda: preferences(person)["preset"] == "insistent")
    await page.get_by_role("button", name="Keep these hours quiet").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Quiet every day from 22:00 to 07:00")).to_be_visible()
    await page.get_by_role("button", name="2 h").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Nothing makes a noise until")).to_be_visible()
    assert preferences(person)["do_not_disturb_until"] is not None
    assert await findings(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("phone", "theme"), [(True, "light"), (False, "dark")], ids=["phone", "desk"])
async def test_a_reminder_that_waits_for_the_quiet_to_end_says_so(
    new_device: NewDevice, person: Person, phone: bool, theme: str
) -> None:
    now = datetime.now(UTC)
    until = {"until": (now + timedelta(hours=2)).isoformat()}
    person.books.put("/notifications/do-not-disturb", json=until).raise_for_status()
    body = {"text": "Take the pill", "due_at": (now + timedelta(seconds=1)).isoformat()}
    reminder = person.books.post("/reminders", json=body).raise_for_status().json()
    await comes_to_be(lambda: len(person.rows(f"/reminders/{reminder['id']}/deliveries")) == 2)
    page = await new_device(phone=phone, theme=theme)
    await sign_in(page, person)
    await page.goto("/reminders")
    await expect(page.get_by_role("main").get_by_role("link", name="Take the pill")).to_be_visible()
    assert await findings(page) == []
    await page.get_by_role("main").get_by_role("link", name="Take the pill").click()
    ledger = page.get_by_role("list", name="Where this went")
    await expect(page.get_by_role("heading", name="How this one reaches you")).to_be_visible()
    await expect(ledger.get_by_text("Waits until you may be disturbed, if it isn't done by then")).to_be_visible()
    assert await findings(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.get_by_role("button", name="Done").click()
    await expect(ledger.get_by_text("Not sent: it was answered before")).to_be_visible()
