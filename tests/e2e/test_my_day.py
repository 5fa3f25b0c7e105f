"""Saying when one's day begins and ends, on the page."""

from playwright.async_api import expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, sign_in


async def test_a_day_that_ends_after_midnight_is_kept(new_device: NewDevice, person: Person) -> None:
    page = await new_device(phone=True)
    await sign_in(page, person)
    await page.goto("/you")
    await page.get_by_label("My day begins").fill("10:00")
    await page.get_by_label("My day ends").fill("12:00")
    await expect(page.get_by_text("A day lasts four hours at least.")).to_be_visible()

    await page.get_by_label("My day ends").fill("02:00")
    await page.get_by_role("button", name="Keep this day").click()
    kept = {"begins": "10:00:00", "ends": "02:00:00"}
    await comes_to_be(lambda: person.books.get("/me").json()["settings"].get("day") == kept)
    await page.reload()
    await expect(page.get_by_label("My day ends")).to_have_value("02:00")
