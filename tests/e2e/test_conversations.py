"""A conversation of its own is begun, found again by what was said, renamed, put away and deleted."""

import re

import pytest
from playwright.async_api import expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, say, sign_in

pytestmark = pytest.mark.browser


async def test_a_conversation_of_its_own(new_device: NewDevice, person: Person) -> None:
    page = await new_device(phone=True)
    main = page.get_by_role("main")
    await sign_in(page, person)
    await say(page, "buy milk")
    await comes_to_be(lambda: len(person.rows("/tasks")) == 1)

    # Begun, and what is said there stands there alone.
    await page.goto("/chat")
    await expect(main.get_by_role("log")).to_contain_text("buy milk")
    await main.get_by_role("link", name="All conversations").click()
    await main.get_by_label("A new conversation, about").fill("The boiler")
    await main.get_by_role("button", name="Begin it").click()
    await expect(main.get_by_role("heading", name="The boiler")).to_be_visible()
    await say(page, "the plumber Élodie said the valve leaks")
    await expect(main.get_by_role("log")).to_contain_text("Kept in memory")
    await expect(main.get_by_role("log")).not_to_contain_text("buy milk")
    (boiler,) = [one for one in person.rows("/conversations") if not one["main"]]
    said = person.rows(f"/conversations/{boiler['id']}/messages")
    assert said[-1]["text"] == "the plumber Élodie said the valve leaks"

    # Found by a word, and opened from there.
    await page.goto("/conversations")
    conversations = main.get_by_role("list", name="Conversations")
    await expect(conversations.get_by_role("listitem")).to_have_count(2)
    await main.get_by_role("searchbox").fill("elodie")
    await main.get_by_role("button", name="Look").click()
    await expect(conversations.get_by_role("listitem")).to_have_count(1)
    await main.get_by_role("link", name="the plumber Élodie said the valve leaks", exact=True).click()
    await expect(page).to_have_url(re.compile(boiler["id"]))

    # Renamed, put away and brought back, deleted.
    await page.goto("/conversations")
    await conversations.get_by_role("button", name="Change").click()
    await main.get_by_label("Its name").fill("The old boiler")
    await main.get_by_role("button", name="Save", exact=True).click()
    await expect(conversations.get_by_role("link", name="The old boiler")).to_be_visible()
    await conversations.get_by_role("button", name="Change").click()
    await main.get_by_role("button", name="Put it away").click()
    await expect(conversations.get_by_role("listitem")).to_have_count(1)
    await main.get_by_role("button", name="Put away", exact=True).click()
    await conversations.get_by_role("button", name="Change").click()
    await main.get_by_role("button", name="Bring it back").click()
    await comes_to_be(lambda: len(person.rows("/conversations")) == 2)
    await main.get_by_role("button", name="At hand", exact=True).click()
    await conversations.get_by_role("button", name="Change").click()
    await main.get_by_role("button", name="Delete", exact=True).click()
    await main.get_by_role("button", name="Delete it").click()
    await comes_to_be(lambda: [one["main"] for one in person.rows("/conversations")] == [True])
