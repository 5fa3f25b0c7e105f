"""Memory in a browser: told, recalled, corrected, forgotten; and a profile that fills itself and obeys the hand."""

import re
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from playwright.async_api import Locator, Page, expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, findings, say, sign_in

pytestmark = pytest.mark.browser


def field(person: Person, name: str) -> list[str]:
    """What a field of the profile says."""
    fields = person.books.get("/profile").raise_for_status().json()["fields"]
    return [value["value"] for one in fields if one["id"] == name for value in one["values"]]


def says(person: Person, name: str, value: str) -> bool:
    return field(person, name) == [value]


async def all_is_read(person: Person) -> None:
    await comes_to_be(lambda: person.books.get("/memories/status").raise_for_status().json()["unread"] == 0)


async def ask(page: Page, words: str) -> Locator:
    """Ask in the chat, where something was said before; the answer."""
    await page.goto("/chat")
    log = page.get_by_role("log")
    await log.locator("p").first.wait_for()
    answers = log.locator(".cairn")
    before = await answers.count()
    await say(page, words)
    await expect(answers).to_have_count(before + 1)
    return answers.last


async def test_told_recalled_corrected_recalled_forgotten_and_gone(new_device: NewDevice, person: Person) -> None:
    page = await new_device(phone=True)
    await sign_in(page, person)
    await say(page, "remember that the spare key is in the blue tin")
    await comes_to_be(lambda: len(person.rows("/memories?kind=note")) == 1)

    answer = await ask(page, "where is the spare key?")
    await expect(answer.get_by_role("figure")).to_contain_text("The spare key is in the blue tin")

    await answer.get_by_role("link", name="Why I think so").click()
    await expect(page.get_by_role("heading", name="Why I think so", level=1)).to_be_visible()
    await page.get_by_role("button", name="Correct").click()
    await page.get_by_label("What should it say?").fill("The spare key is in the red tin")
    await page.get_by_role("main").get_by_role("button", name="Save").click()
    await expect(page.get_by_role("figure")).to_contain_text("The spare key is in the red tin")

    answer = await ask(page, "where is the spare key?")
    await expect(answer.get_by_role("figure")).to_contain_text("The spare key is in the red tin")
    assert "blue" not in await answer.inner_text()

    await page.goto("/memory?q=spare+key")
    kept = page.get_by_role("figure").filter(has_text="red tin")
    await kept.get_by_role("button", name="Forget").click()
    await page.get_by_role("dialog").get_by_role("button", name="Forget it").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await expect(kept).to_have_count(0)

    answer = await ask(page, "where is the spare key?")
    await expect(answer.get_by_role("figure")).to_have_count(0)
    log = page.get_by_role("log")
    await expect(log.get_by_text("Forgotten.").first).to_be_visible()
    assert not re.search("blue|red", await log.inner_text()), "a copy of what was forgotten stands in the conversation"


async def test_correcting_and_setting_aside_can_be_undone(new_device: NewDevice, person: Person) -> None:
    person.books.post("/memories", json={"text": "The boiler is a Vulcano"}).raise_for_status()
    page = await new_device()
    await sign_in(page, person)
    await page.goto("/memory")
    quote = page.get_by_role("figure").filter(has_text="Vulcano")

    await quote.get_by_role("button", name="Set aside").click()
    await expect(quote).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await expect(quote).to_be_visible()

    await quote.get_by_role("button", name="Correct").click()
    await page.get_by_label("What should it say?").fill("The boiler is a Vaillant")
    await page.get_by_role("main").get_by_role("button", name="Save").click()
    await expect(page.get_by_role("figure").filter(has_text="Vaillant")).to_be_visible()
    await page.get_by_role("button", name="Undo").click()
    await expect(quote).to_be_visible()

    await quote.get_by_role("button", name="Pin").click()
    await expect(quote).to_contain_text("Pinned")
    assert [one["text"] for one in person.rows("/memories?pinned=true")] == ["The boiler is a Vulcano"]


async def test_many_go_after_two_steps_and_none_before(new_device: NewDevice, person: Person) -> None:
    for n in range(3):
        person.books.post("/memories", json={"text": f"Thing {n}", "conversation": "old"}).raise_for_status()
    person.books.post("/memories", json={"text": "Something else"}).raise_for_status()
    page = await new_device(phone=True)
    await sign_in(page, person)
    await page.goto("/memory")
    await page.get_by_role("button", name="Forget several").click()
    await page.get_by_role("checkbox", name="Thing 1").check()
    await page.get_by_role("button", name="Go on").click()
    await page.get_by_role("radio", name="All of the conversation it was said in").check()
    await page.get_by_role("dialog").get_by_role("button", name="Go on").click()
    assert len(person.rows("/memories")) == 4
    assert await findings(page) == []
    await page.get_by_role("dialog").get_by_role("button", name="Forget all of it").click()
    await expect(page.get_by_text("3 memories are forgotten.")).to_be_visible()
    assert [one["text"] for one in person.rows("/memories")] == ["Something else"]


async def test_the_profile_fills_itself_and_the_hand_comes_first(new_device: NewDevice, person: Person) -> None:
    page = await new_device(phone=True)
    await sign_in(page, person)
    await page.goto("/memory/profile")
    await say(page, "I live in Lisbon")
    await say(page, "I'm allergic to peanuts")
    await expect(page.get_by_text("You live in Lisbon.")).to_be_visible(timeout=15_000)
    await expect(page.get_by_text("You are allergic to peanuts.")).to_be_visible(timeout=15_000)
    await expect(page.get_by_text("“I live in Lisbon”")).to_be_visible()

    await page.get_by_role("button", name="Edit Home").click()
    await page.get_by_label("Home").fill("Porto")
    await page.get_by_label("Home").press("Enter")
    await expect(page.get_by_text("You live in Porto.")).to_be_visible()
    assert field(person, "home") == ["Porto"]

    await page.get_by_text("“I'm allergic to peanuts”").click()
    await page.get_by_role("button", name="That's not right peanuts").click()
    await expect(page.get_by_text("You are allergic to peanuts.")).to_have_count(0)

    # Said again, in other words, and read late: what the hand wrote stands against all that was said before it.
    for words in ("I'm allergic to peanuts", "I have a peanut allergy"):
        person.books.post("/messages", json={"text": words}).raise_for_status()
    yesterday = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    person.books.post("/memories", json={"text": "I live in Braga", "occurred_at": yesterday}).raise_for_status()
    await all_is_read(person)
    assert field(person, "allergies") == []
    assert field(person, "home") == ["Porto"]


async def test_what_was_denied_or_ended_can_be_brought_back(new_device: NewDevice, person: Person) -> None:
    for words in ("I'm allergic to peanuts", "My sister is called Marta"):
        person.books.post("/memories", json={"text": words}).raise_for_status()
    await comes_to_be(lambda: field(person, "allergies") == ["peanuts"] and field(person, "family") == ["Marta"])
    page = await new_device()
    await sign_in(page, person)
    await page.goto("/memory/profile")
    for quote, what, value, name in (
        ("I'm allergic to peanuts", "That's not right peanuts", "peanuts", "allergies"),
        ("My sister is called Marta", "No longer Marta", "Marta", "family"),
    ):
        await page.get_by_text(f"“{quote}”").click()
        await page.get_by_role("button", name=what).click()
        undo = page.get_by_role("status", name="Messages").get_by_role("button", name="Undo")
        await undo.wait_for()
        assert field(person, name) == []
        await undo.click()
        await comes_to_be(partial(says, person, name, value))


async def test_of_two_that_cannot_both_be_right_the_person_says_which(new_device: NewDevice, person: Person) -> None:
    """Said for the very same time, neither is the newer one."""
    for place in ("Lisbon", "Porto"):
        body = {"text": f"I live in {place}", "occurred_at": "2026-11-03T09:00:00Z"}
        person.books.post("/memories", json=body).raise_for_status()
    await comes_to_be(lambda: len(person.rows("/contradictions")) == 1)
    page = await new_device(phone=True)
    await sign_in(page, person)
    await page.goto("/memory")
    card = page.get_by_role("region", name="Which is right?")
    await expect(card.get_by_role("button", name="Porto")).to_contain_text("“I live in Porto”, Tue 3 Nov 2026")
    assert await findings(page) == []
    await card.get_by_role("button", name="Porto").click()
    await expect(card).to_have_count(0)
    await expect(page.get_by_text("I go by “Porto” now.")).to_be_visible()
    assert field(person, "home") == ["Porto"]
