"""The way in and what protects it, by keyboard alone, on a desk and at a phone's width: the focus is always seen."""

import asyncio
import re
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import httpx2
import pytest
from playwright.async_api import Page, Request, Route, expect

from tests.accounts.proofs import App
from tests.e2e.conftest import NewDevice
from tests.e2e.keyboard import is_at, is_somewhere, press, tab_to, write
from tests.e2e.walk import PASSWORD, SECOND_STEP, Person, line, with_authenticator
from tests.journeys.installation import Installation, Postbox, installation, postbox

pytestmark = pytest.mark.browser

both_sizes = pytest.mark.parametrize("phone", [True, False], ids=["phone", "desk"])


@pytest.fixture(scope="module")
def posted() -> Iterator[tuple[Installation, Postbox]]:
    """A Cairn whose letters go out by a mail server, so that an address has to be confirmed."""
    with postbox() as (box, port), installation(mail_port=port) as running:
        yield running, box
    if running.up is not None and running.up.stdout is not None:
        running.up.stdout.close()


async def link_to(box: Postbox, email: str, page: str) -> str:
    """The link in the newest letter to this address that leads to this page, as the page sees it."""
    pattern = re.compile(rf"{page}#[\w.~-]+")
    for _ in range(150):
        for _, content in reversed(box.letters):
            letter = message_from_bytes(content, policy=default)
            body = letter.get_body(("plain",))
            found = pattern.search(body.get_content()) if body is not None and email in letter["To"] else None
            if found:
                return found[0]
        await asyncio.sleep(0.1)
    pytest.fail(f"no letter with a link to {page}")


async def signs_in(page: Page, email: str, password: str = PASSWORD) -> None:
    await expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    await write(page, "Email", email)
    await write(page, "Password", password)
    await page.keyboard.press("Enter")
    await expect(line(page)).to_be_visible()


@both_sizes
async def test_an_account_is_made_and_confirmed_and_its_password_set_anew(
    new_device: NewDevice, posted: tuple[Installation, Postbox], phone: bool
) -> None:
    cairn, box = posted
    email = f"{secrets.token_hex(5)}@example.org"
    page = await new_device(f"{cairn.url}/register", phone=phone)
    await write(page, "What should I call you?", "Rita")
    await write(page, "Email", email)
    await write(page, "Password", "password1")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert")).to_be_visible()
    await expect(page.get_by_label("Password", exact=True)).to_be_focused()  # of which is said what is wrong with it
    await write(page, "Password", PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Check your mail")).to_be_visible()

    await page.goto(f"{cairn.url}{await link_to(box, email, '/verify')}")
    await press(page, "Confirm my address")
    await expect(page.get_by_role("heading", name="Your address is confirmed")).to_be_visible()
    await press(page, "Sign in")
    await signs_in(page, email)

    await page.context.clear_cookies()
    await page.evaluate("localStorage.clear()")
    await page.goto(f"{cairn.url}/sign-in")
    await press(page, "I forgot my password")
    await expect(page.get_by_role("button", name="Send me a link")).to_be_visible()
    await write(page, "Email", email)
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("a letter is on its way")).to_be_visible()
    await page.goto(f"{cairn.url}{await link_to(box, email, '/reset')}")
    await write(page, "New password", "three quiet otters")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).not_to_have_text("A new password")
    await press(page, "Sign in")
    await signs_in(page, email, "three quiet otters")


@both_sizes
async def test_a_device_is_signed_out_and_a_key_made_and_ended(
    new_device: NewDevice, person: Person, cairn_: Installation, phone: bool
) -> None:
    page = await new_device("/sign-in", phone=phone)
    await signs_in(page, person.email)
    await page.goto("/you/devices")
    await press(page, "Sign out:")
    await expect(page.get_by_text("Nowhere else.")).to_be_visible()
    assert person.books.get("/me").status_code == 401
    await is_somewhere(page)

    await press(page, "Keys for other programs")
    await press(page, "Make a key")
    await write(page, "What is it for?", "Calendar")
    await tab_to(page, "tasks")
    await page.keyboard.press("Space")
    await tab_to(page, "For how long?")
    await page.keyboard.press("ArrowUp")
    await press(page, "Make the key")
    await expect(page.get_by_role("heading", name="Copy your key now")).to_be_visible()
    await is_somewhere(page)
    key = await page.locator("input[readonly]").input_value()
    books = httpx2.Client(base_url=f"{cairn_.url}/api/v1", headers={"Authorization": f"Bearer {key}"})
    with books:
        assert books.get("/tasks").status_code == 200
        await press(page, "I have it")
        await is_somewhere(page)
        await press(page, "End the key: Calendar")
        await expect(page.get_by_role("dialog")).to_be_visible()
        await press(page, "End it")
        await expect(page.get_by_text("No keys yet.")).to_be_visible()
        await is_somewhere(page)
        assert books.get("/tasks").status_code == 401


@both_sizes
async def test_a_second_step_is_added_proven_and_asked_for(new_device: NewDevice, person: Person, phone: bool) -> None:
    page = await new_device("/sign-in", phone=phone)
    await signs_in(page, person.email)
    await with_authenticator(page)
    await page.goto(SECOND_STEP)
    await press(page, "Add a passkey")
    await expect(page.get_by_role("heading", name="Keep these ten codes")).to_be_visible()
    await is_somewhere(page)
    await press(page, "I kept them", "Space")
    await press(page, "Done")
    await expect(page.get_by_role("list", name="What protects you")).to_be_visible()
    await is_somewhere(page)

    proof = {"type": "/problems/proof-needed", "title": "Please confirm", "status": 403, "detail": "Please confirm"}
    refused: list[str] = []

    async def once(route: Route, request: Request) -> None:
        """The server as it answers a quarter of an hour later."""
        if refused:
            await route.continue_()
        else:
            refused.append(request.url)
            await route.fulfill(status=403, json=proof, content_type="application/problem+json")

    await page.route("**/me/factors/totp", once)
    await press(page, "Add an authenticator app")
    dialog = page.get_by_role("dialog", name="Is it you?")
    await expect(dialog).to_be_visible()
    for _ in range(12):  # the focus stays in it
        await page.keyboard.press("Tab")
        assert await page.evaluate("document.activeElement.closest('[role=dialog]') !== null")
    await press(page, "Use my passkey")
    await expect(dialog).to_have_count(0)
    await expect(page.locator("code.key")).to_be_visible()
    await is_somewhere(page)
    app = App(re.sub(r"\s", "", await page.locator("code.key").inner_text()))
    await write(page, "Code from your app", app.code(datetime.now(UTC), -1))
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Authenticator app", exact=True)).to_be_visible()
    await is_somewhere(page)
    await press(page, "Remove Authenticator app")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await is_at(page, "Remove Authenticator app")  # where one came from
