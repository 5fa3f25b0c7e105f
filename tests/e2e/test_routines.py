"""A routine is made and gone through without a mouse, on two devices; a task is made to come again."""

import pytest
from playwright.async_api import Page, expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, findings, sign_in

pytestmark = pytest.mark.browser


async def press(page: Page, name: str) -> None:
    button = page.get_by_role("button", name=name, exact=True)
    await button.focus()
    await page.keyboard.press("Enter")


@pytest.mark.parametrize(("phone", "theme"), [(True, "dark"), (False, "light")], ids=["phone", "desk"])
async def test_a_routine_is_made_and_gone_through_and_goes_on_elsewhere(
    new_device: NewDevice, person: Person, phone: bool, theme: str
) -> None:
    page = await new_device(phone=phone, theme=theme)
    await sign_in(page, person)
    await page.goto("/routines")
    await press(page, "Make a routine")
    await page.get_by_label("What is it called?").fill("Morning")
    await page.get_by_label("Its steps, one a line").fill("Open the curtains\nDrink water (2)\nShower (10)")
    assert await findings(page) == []
    await press(page, "Keep it")
    await press(page, "Begin Morning")
    await expect(page.get_by_role("heading", name="Open the curtains")).to_be_visible()
    assert await findings(page) == []
    await press(page, "Done")
    await expect(page.get_by_role("heading", name="Drink water")).to_be_visible()

    other = await new_device()
    await sign_in(other, person)
    await other.goto("/routines")
    await press(other, "Go on Morning")
    await expect(other.get_by_role("heading", name="Drink water")).to_be_visible()
    await press(other, "Skip it")

    await expect(page.get_by_role("heading", name="Shower")).to_be_visible()
    await press(page, "Enough for now")
    await expect(page.get_by_text("You did: Open the curtains.")).to_be_visible()
    (run,) = person.rows("/routine-runs")
    assert [step["state"] for step in run["steps"]] == ["done", "skipped", "open"]


async def test_a_task_is_made_to_come_again(new_device: NewDevice, person: Person) -> None:
    person.books.post("/tasks", json={"title": "Take out the bins"}).raise_for_status()
    page = await new_device(phone=True)
    await sign_in(page, person)
    await page.goto("/now")
    await press(page, "Make it come again")
    assert await findings(page) == []
    await page.get_by_label("Or in your words").fill("every day")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("every day", exact=True)).to_be_visible()
    await press(page, "Done")
    await comes_to_be(lambda: len(person.rows("/tasks?state=done")) == 1)
    (following,) = person.rows("/tasks")
    assert following["rrule"] == "FREQ=DAILY"
