"""A phone number, from nothing to confirmed and away again, in a real browser with the log for a carrier."""

import pytest
from playwright.async_api import expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, findings, sign_in

pytestmark = pytest.mark.browser


def codes(person: Person) -> list[str]:
    """The codes that were written to this person, newest first."""
    return [row["text"][:6] for row in person.rows("/sms/texts")]


async def test_a_number_is_confirmed_and_removed_by_keyboard_on_a_phone(new_device: NewDevice, person: Person) -> None:
    page = await new_device(phone=True)
    await sign_in(page, person)
    await page.goto("/you")
    await page.get_by_role("link", name="Your phone number").click()

    await page.get_by_role("textbox", name="Phone number").fill("912 345 678")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("We sent a code to +351 *** ** 78.")).to_be_visible()
    await comes_to_be(lambda: len(codes(person)) == 1)
    assert await findings(page) == []

    code = codes(person)[0]
    field = page.get_by_label("Code from the text")
    await field.fill(f"{(int(code) + 1) % 10**6:06}")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_contain_text("That isn't the code")
    assert await findings(page) == []
    await field.fill(code)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="+351 *** ** 78")).to_be_visible()
    assert await findings(page) == []

    await page.get_by_role("button", name="Remove it").click()
    await page.get_by_role("dialog").get_by_role("button", name="Remove it").click()
    await expect(page.get_by_role("textbox", name="Phone number")).to_be_visible()
    assert person.books.get("/me/phone").json()["number"] is None
