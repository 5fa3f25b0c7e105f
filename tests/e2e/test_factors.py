"""A second step and passkeys, as a person meets them: with a virtual authenticator, by keyboard, on a phone."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Page, Request, Route, expect

from tests.accounts.proofs import App
from tests.e2e.conftest import NewDevice
from tests.e2e.walk import PASSWORD, SECOND_STEP, Person, findings, keeps_the_codes, line, sign_in, with_authenticator

pytestmark = pytest.mark.browser


async def first_step(page: Page, person: Person) -> None:
    await page.goto("/sign-in")
    await page.get_by_label("Email").fill(person.email)
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="One more thing")).to_be_visible()


async def sets_up_an_app(page: Page) -> App:
    """Through the wizard; the code of the step before now is used up by it."""
    await page.goto(SECOND_STEP)
    await page.get_by_role("button", name="Add an authenticator app").click()
    key = await page.locator("code.key").inner_text()
    app = App(re.sub(r"\s", "", key))
    await page.get_by_label("Code from your app").fill(app.code(datetime.now(UTC), -1))
    await page.keyboard.press("Enter")
    return app


async def test_a_passkey_is_added_by_keyboard_and_signs_in_alone(new_device: NewDevice, person: Person) -> None:
    page = await new_device()
    await with_authenticator(page)
    await sign_in(page, person)
    await page.goto(SECOND_STEP)
    await page.get_by_role("button", name="Add a passkey").focus()
    await page.keyboard.press("Enter")
    assert len(await keeps_the_codes(page)) == 10
    await expect(page.get_by_role("list", name="What protects you").get_by_text("Passkey", exact=True)).to_be_visible()

    await page.get_by_role("button", name="Rename Passkey").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("textbox", name="Name")).to_be_focused()
    await page.keyboard.press("Control+a")
    await page.keyboard.type("This laptop")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("This laptop", exact=True)).to_be_visible()

    await page.context.clear_cookies()
    await page.evaluate("localStorage.clear()")
    await page.goto("/sign-in?next=/you/second-factor")
    await page.get_by_role("button", name="Use a passkey instead").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("This laptop", exact=True)).to_be_visible()

    await page.context.clear_cookies()
    await page.evaluate("localStorage.clear()")
    await first_step(page, person)
    await page.get_by_role("button", name="Use my passkey").click()
    await expect(line(page)).to_be_visible()


async def test_an_app_is_set_up_on_a_phone_and_asked_for_on_the_next_device(
    new_device: NewDevice, person: Person
) -> None:
    phone = await new_device(phone=True)
    await sign_in(phone, person)
    app = await sets_up_an_app(phone)
    codes = await keeps_the_codes(phone)

    other = await new_device(phone=True)
    await first_step(other, person)
    code = other.get_by_label("Code from your app")
    await expect(code).to_be_focused()
    await other.keyboard.type("000 000")
    await other.keyboard.press("Enter")
    await expect(other.get_by_role("alert")).to_contain_text("That didn't work")
    await expect(code).to_have_value("000 000")
    await code.fill(app.code(datetime.now(UTC)))
    await other.keyboard.press("Enter")
    await expect(line(other)).to_be_visible()

    third = await new_device()
    await first_step(third, person)
    await third.get_by_role("button", name="With a recovery code").click()
    await third.get_by_role("textbox", name="Recovery code").fill(codes[0])
    await third.keyboard.press("Enter")
    await expect(line(third)).to_be_visible()
    await third.goto(SECOND_STEP)
    await expect(third.get_by_text("9 codes are left.")).to_be_visible()


async def test_what_is_dangerous_asks_for_a_proof_and_then_goes_on(new_device: NewDevice, person: Person) -> None:
    page = await new_device()
    await sign_in(page, person)
    await page.goto(SECOND_STEP)
    # The server is asked as it would answer a quarter of an hour later.
    proof = {"type": "/problems/proof-needed", "title": "Please confirm", "status": 403, "detail": "Please confirm"}
    refused: list[str] = []

    async def once(route: Route, request: Request) -> None:
        if refused:
            await route.continue_()
        else:
            refused.append(request.url)
            await route.fulfill(status=403, json=proof, content_type="application/problem+json")

    await page.route("**/me/factors/totp", once)
    await page.get_by_role("button", name="Add an authenticator app").click()
    dialog = page.get_by_role("dialog", name="Is it you?")
    await expect(dialog.get_by_label("Your password")).to_be_focused()
    assert await findings(page) == []
    await page.keyboard.type("not this one")
    await page.keyboard.press("Enter")
    await expect(dialog.get_by_role("alert")).to_contain_text("That didn't work")
    await dialog.get_by_label("Your password").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(dialog).to_have_count(0)
    await expect(page.get_by_role("img", name=re.compile("square code"))).to_be_visible()
    assert len(refused) == 1


@pytest.mark.parametrize(("phone", "theme"), [(True, "dark"), (False, "light")], ids=["phone-dark", "desk-light"])
async def test_axe_finds_nothing_on_the_way(new_device: NewDevice, person: Person, phone: bool, theme: str) -> None:
    async def looks_right(page: Page) -> None:
        assert await findings(page) == []
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page = await new_device(phone=phone, theme=theme)
    await sign_in(page, person)
    await page.goto(SECOND_STEP)
    await expect(page.get_by_role("heading", name="Choose one to begin with")).to_be_visible()
    await looks_right(page)
    await page.get_by_role("button", name="Add an authenticator app").click()
    # The picture is drawn from a `data:` address, which the content security policy must let through.
    await expect(page.locator("img.qr")).to_be_visible()
    assert await page.locator("img.qr").evaluate("image => image.decode().then(() => image.naturalWidth)") > 100
    await looks_right(page)
    key = re.sub(r"\s", "", await page.locator("code.key").inner_text())
    await page.get_by_label("Code from your app").fill(App(key).code(datetime.now(UTC) - timedelta(seconds=30)))
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Keep these ten codes")).to_be_visible()
    await looks_right(page)
    await keeps_the_codes(page)
    await expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    await looks_right(page)
    await page.get_by_role("button", name="Remove Authenticator app").click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    await looks_right(page)

    other = await new_device(phone=phone, theme=theme)
    await first_step(other, person)
    await looks_right(other)
