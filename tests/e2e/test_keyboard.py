"""Everything by keyboard, from the first page on."""

import pytest
from playwright.async_api import Page, expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import PASSWORD, Person, comes_to_be, line, told

pytestmark = pytest.mark.browser


async def tab_to(page: Page, name: str) -> None:
    """Press Tab until what is named so has the focus, as somebody without a mouse would."""
    for _ in range(40):
        await page.keyboard.press("Tab")
        if name in await page.evaluate("(document.activeElement.innerText || '').trim()"):
            return
    pytest.fail(f"Tab never came to {name}")


async def test_sign_in_say_undo_and_go_about_without_a_mouse(new_device: NewDevice, person: Person) -> None:
    page = await new_device("/sign-in")
    await page.get_by_label("Email").focus()
    await page.keyboard.type(person.email)
    await page.keyboard.press("Tab")
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(line(page)).to_be_visible()

    await page.keyboard.press("c")
    await expect(line(page)).to_be_focused()
    await page.keyboard.type("buy milk")
    await page.keyboard.press("Enter")
    await expect(told(page)).to_have_text("On your list: Buy milk.")
    await tab_to(page, "Undo")
    await page.keyboard.press("Enter")
    await expect(told(page)).to_have_text("Taken back.")
    await comes_to_be(lambda: person.rows("/tasks") == [])

    await page.keyboard.press("/")
    await expect(page.get_by_role("combobox", name="Find or go")).to_be_focused()
    await page.keyboard.type("mem")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Memory", level=1)).to_be_visible()
    await page.keyboard.press("n")
    await expect(page.get_by_role("heading", name="Nothing asks for you right now")).to_be_visible()
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_the_card_of_now_is_answered_by_keyboard(new_device: NewDevice, person: Person) -> None:
    person.books.post("/tasks", json={"title": "Water the plants"}).raise_for_status()
    page = await new_device("/sign-in")
    await page.get_by_label("Email").fill(person.email)
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("article", name="Water the plants")).to_be_visible()
    await tab_to(page, "Done")
    await page.keyboard.press("Space")
    await expect(page.get_by_text("Done: Water the plants.")).to_be_visible()
    await expect(page.get_by_role("heading", name="Nothing asks for you right now")).to_be_visible()
    await comes_to_be(lambda: [row["title"] for row in person.rows("/tasks?state=done")] == ["Water the plants"])


async def test_password_and_address_are_changed_without_a_mouse(new_device: NewDevice, person: Person) -> None:
    page = await new_device("/sign-in")
    await page.get_by_label("Email").fill(person.email)
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(line(page)).to_be_visible()

    await page.goto("/you/password")
    await page.get_by_label("Your password now").focus()
    await page.keyboard.type("somebody else's words")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.type("password1")
    await expect(page.get_by_text("Still easy to guess.")).to_be_visible()
    await page.keyboard.type(" on a wet roof")
    await expect(page.get_by_text("Very hard to guess.")).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_have_text("That isn't your password. Nothing was changed.")
    await expect(page.get_by_label("Your password now")).to_be_focused()
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Your password is changed. Other devices are signed out.")).to_be_visible()
    await expect(page.get_by_role("heading", name="You", level=1, exact=True)).to_be_visible()
    assert person.books.get("/me").status_code == 401  # another device

    new = f"new-{person.email}"
    await page.goto("/you/email")
    await page.get_by_label("New address").focus()
    await page.keyboard.type(new)
    await page.keyboard.press("Tab")
    await page.keyboard.type("password1 on a wet roof")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text(f"A letter is on its way to {new}.")).to_be_visible()
    await tab_to(page, "See your letters")
    await page.keyboard.press("Enter")
    link = page.get_by_role("link", name="/confirm-address#")
    for _ in range(50):
        if await link.count():
            break
        await page.wait_for_timeout(200)
        await page.reload()
    await link.focus()
    address = await link.get_attribute("href")
    assert address is not None
    # Letters name the place that is configured; this Cairn runs on a port that was free.
    await page.goto(f"/confirm-address#{address.partition('#')[2]}")
    await tab_to(page, "Use this address")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Your address is changed")).to_be_visible()
    await page.goto("/you")
    await expect(page.get_by_text(new)).to_be_visible()
