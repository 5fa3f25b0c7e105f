"""An automation is made, run, looked at and paused, as a person does it."""

import re

import pytest
from playwright.async_api import expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, findings, say, sign_in, told

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("phone", "theme"), [(True, "light"), (False, "dark")], ids=["phone", "desk"])
async def test_a_day_is_told_by_itself_and_paused(
    phone: bool, theme: str, new_device: NewDevice, person: Person
) -> None:
    page = await new_device(phone=phone, theme=theme, reduced_motion="reduce")
    await sign_in(page, person)
    await page.goto("/automations")
    main = page.get_by_role("main")
    await expect(main).to_contain_text("Nothing happens by itself.")
    assert await findings(page) == []
    await main.get_by_role("button", name="New automation").click()
    assert await findings(page) == []
    await main.get_by_label("When, in words").fill("every weekday at 8:00")
    await main.get_by_role("button", name="Keep it").click()
    await main.get_by_role("link", name="Your day").click()
    await expect(main.get_by_role("heading", level=1, name="Your day")).to_be_visible()
    await expect(main).to_contain_text("It hasn't run yet.")
    await main.get_by_role("button", name="Run it now").click()
    await expect(main).to_contain_text("Your day was told", timeout=20_000)
    await comes_to_be(lambda: [one["kind"] for one in person.rows("/deliveries?channel=page")] == ["automation"])
    await main.get_by_role("button", name="Pause").click()
    await expect(main).to_contain_text("every weekday, paused")
    assert await findings(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await comes_to_be(lambda: person.rows("/automations")[0]["paused_at"] is not None)


async def test_it_is_made_in_words_and_taken_back(new_device: NewDevice, person: Person) -> None:
    page = await new_device(phone=True)
    await sign_in(page, person)
    await say(page, "every Sunday at 18:00, look over my week")
    await expect(told(page)).to_contain_text("Your week")
    await comes_to_be(lambda: [one["what"] for one in person.rows("/automations")] == ["week"])
    await page.get_by_role("button", name=re.compile("Undo")).first.click()
    await comes_to_be(lambda: person.rows("/automations") == [])
