"""The first walk, in a browser: come in, say it, see it booked, be reminded, be done, ask later, take it back."""

import re
import secrets

import pytest
from playwright.async_api import Page, expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import PASSWORD, Person, comes_to_be, line, say, sign_in, told

pytestmark = pytest.mark.browser


async def come_in(page: Page) -> None:
    await page.get_by_role("link", name="Start here").click()
    await page.get_by_label("What should I call you?").fill("Rita")
    await page.get_by_label("Email").fill(f"{secrets.token_hex(5)}@example.org")
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Make my account").click()


async def test_from_the_first_page_to_a_reminder_that_is_done_and_remembered(new_device: NewDevice) -> None:
    page = await new_device(phone=True)
    await come_in(page)
    await expect(page.get_by_role("heading", name="Nothing asks for you right now")).to_be_visible()

    await say(page, "remind me to call the dentist tomorrow at 3pm")
    in_full = re.compile(r"Booked: Call the dentist\. \w{3} \d+ \w+, 15:00 \(in .+\)\.")
    await expect(told(page)).to_have_text(in_full)

    await page.get_by_role("link", name="Chat").click()
    card = page.get_by_role("log").locator(".receipt")
    await expect(card.get_by_role("heading", name="Call the dentist")).to_be_visible()
    await expect(card).to_contain_text(re.compile(r"\w{3} \d+ \w+, 15:00 \(in .+\)"))

    await page.get_by_role("link", name="Now", exact=True).click()
    await say(page, "remind me to stretch in 3 seconds")
    due = page.get_by_role("article", name="Stretch")
    await expect(due).to_be_visible(timeout=15_000)
    await expect(due).to_contain_text(re.compile(r"It's \d\d:\d\d"))
    assert await line(page).evaluate("(input) => input === document.activeElement"), "the card took the focus"
    await due.get_by_role("button", name="Done").click()
    await expect(due).to_have_count(0)
    await expect(page.get_by_text("Done: Stretch.")).to_be_visible()

    await page.get_by_role("link", name="Chat").click()
    await say(page, "what did I say about the dentist?")
    quote = page.get_by_role("log").get_by_role("figure")
    await expect(quote).to_contain_text("“remind me to call the dentist tomorrow at 3pm”")
    await expect(quote).to_contain_text(re.compile(r"You told me, \w{3} \d+ \w+ \d{4}, \d\d:\d\d"))


async def test_a_reminders_page_tells_where_it_went(new_device: NewDevice, person: Person) -> None:
    page = await new_device()
    await sign_in(page, person)
    await say(page, "remind me to breathe in 2 seconds")
    await page.get_by_role("link", name="Breathe").first.click()
    await expect(page.get_by_role("heading", name="Breathe", level=1)).to_be_visible()
    ledger = page.get_by_role("list", name="Where this went")
    await expect(ledger).to_contain_text(re.compile(r"Shown in Cairn\s*Seen \d\d:\d\d"), timeout=15_000)
    await expect(ledger).to_contain_text("A letter, kept here", timeout=15_000)  # the walks have no mail server


async def test_what_was_said_can_be_taken_back_from_the_line(new_device: NewDevice, person: Person) -> None:
    page = await new_device()
    await sign_in(page, person)
    await say(page, "buy milk")
    await expect(page.get_by_role("article", name="Buy milk")).to_be_visible()
    await page.get_by_role("form", name="Capture").get_by_role("button", name="Undo").click()
    await expect(told(page)).to_have_text("Taken back.")
    await expect(page.get_by_role("article", name="Buy milk")).to_have_count(0)
    await comes_to_be(lambda: person.rows("/tasks") == [])


async def test_a_receipt_in_the_conversation_can_be_taken_back(new_device: NewDevice, person: Person) -> None:
    page = await new_device()
    await sign_in(page, person)
    await page.goto("/chat")
    await say(page, "remind me to call the vet tomorrow at 9")
    await page.get_by_role("button", name="Undo Call the vet").click()
    await expect(page.get_by_text("Taken back: Call the vet")).to_be_visible()
    await expect(page.get_by_role("button", name="Undo Call the vet")).to_have_count(0)
    await comes_to_be(lambda: person.rows("/reminders") == [])
