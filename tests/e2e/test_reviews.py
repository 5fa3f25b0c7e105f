"""Mood in two taps, a day begun, and a week gone through, as a person does it."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Page, expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, findings, say, sign_in, told

pytestmark = pytest.mark.browser


def lived(person: Person) -> None:
    """A week with something done, something caught, something that keeps coming back, and something to wait for."""
    post = person.books.post
    done = post("/tasks", json={"title": "Water the plants"}).raise_for_status().json()["id"]
    post(f"/tasks/{done}/done").raise_for_status()
    taxes = post("/tasks", json={"title": "File the taxes"}).raise_for_status().json()["id"]
    for _ in range(3):
        post(f"/tasks/{taxes}/later").raise_for_status()
    post("/tasks", json={"title": "Get the keys", "waiting_for": "Marta"}).raise_for_status()
    post("/tasks", json={"title": "Learn the ukulele", "someday": True}).raise_for_status()
    post("/messages", json={"text": "idea: a red bike"}).raise_for_status()
    post("/mood", json={"mood": "good", "energy": "high"}).raise_for_status()
    soon = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    post("/reminders", json={"text": "Call Ana", "due_at": soon}).raise_for_status()


async def asks(page: Page, question: str) -> None:
    await expect(page.get_by_role("heading", level=1, name=question)).to_be_visible()
    assert await findings(page) == [], question
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{question} is too wide"


async def go_on(page: Page, name: str = "Go on") -> None:
    await page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize(("phone", "theme"), [(True, "light"), (False, "dark")], ids=["phone", "desk"])
async def test_a_week_is_gone_through_from_what_really_happened(
    phone: bool, theme: str, new_device: NewDevice, person: Person
) -> None:
    lived(person)
    page = await new_device(phone=phone, theme=theme, reduced_motion="reduce")
    await sign_in(page, person)
    await page.goto("/reviews")
    main = page.get_by_role("main")
    await main.get_by_role("button", name=re.compile("Your week")).click()
    await asks(page, "This got done")
    await expect(main).to_contain_text("Water the plants")
    await go_on(page)
    await asks(page, "This is how you were")
    await go_on(page)
    await asks(page, "Thoughts you caught")
    await main.get_by_role("button", name=re.compile("Make it a task")).click()
    await expect(main.get_by_role("list", name="Decided")).to_contain_text("now a task")
    await page.reload()  # a closed tab loses nothing
    await asks(page, "Thoughts you caught")
    await go_on(page)
    await asks(page, "These keep coming back")
    await main.get_by_role("button", name="Let go File the taxes").click()
    await expect(main).to_contain_text("File the taxes: let go")
    await main.get_by_role("button", name="Undo File the taxes").click()
    await main.get_by_role("button", name="Smaller File the taxes").click()
    await expect(main).to_contain_text("File the taxes: in smaller steps")
    await go_on(page)
    await asks(page, "What you wait for")
    await main.get_by_role("button", name="It came Get the keys").click()
    await expect(main).to_contain_text("Get the keys: it came")
    await go_on(page)
    await asks(page, "Kept for someday")
    await go_on(page)
    await asks(page, "This is fixed in the next days")
    await expect(main).to_contain_text("Call Ana")
    await go_on(page)
    await asks(page, "A line for yourself?")
    await main.get_by_label("A line").fill("A good week")
    await go_on(page, "Finish")
    await asks(page, "Your week")
    await expect(main).to_contain_text("“A good week”")
    await expect(main).not_to_contain_text(re.compile("overdue|streak|missed", re.IGNORECASE))
    (row,) = person.rows("/reviews?kind=week")
    assert row["state"] == "done"
    assert {task["title"]: bool(task["steps"]) for task in person.rows("/tasks")}["File the taxes"]


async def test_a_day_begins_with_the_keyboard_alone(new_device: NewDevice, person: Person) -> None:
    for title in ("Answer Sam", "Buy milk"):
        person.books.post("/tasks", json={"title": title}).raise_for_status()
    page = await new_device()
    await sign_in(page, person)
    await say(page, "start my day")
    await expect(told(page)).to_contain_text("Start of the day")
    await page.goto("/reviews")
    await page.get_by_role("button", name=re.compile("Start of the day")).press("Enter")
    await asks(page, "How is your energy?")
    await page.get_by_role("button", name="Low", exact=True).press("Enter")
    await page.get_by_role("button", name="Go on").press("Enter")
    await asks(page, "What matters today?")
    assert await page.evaluate("document.activeElement.tagName") == "H1"
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await page.get_by_role("button", name="Go on").press("Enter")
    await asks(page, "Begin with this")
    await page.get_by_role("button", name="Start with this").press("Enter")
    await expect(page).to_have_url(re.compile("/now$"))
    await expect(page.get_by_role("article")).to_have_count(1)
    assert person.rows("/mood")[0]["energy"] == "low"


async def test_mood_is_said_in_two_taps(new_device: NewDevice, person: Person) -> None:
    page = await new_device(phone=True)
    await sign_in(page, person)
    await page.goto("/mood")
    main = page.get_by_role("main")
    await main.get_by_role("button", name="Low", exact=True).click()
    await expect(main.get_by_role("status")).to_contain_text("Noted: energy: low.")
    await main.get_by_role("button", name="Flat", exact=True).click()
    await expect(main.get_by_role("status")).to_contain_text("Noted: Flat, energy: low.")
    await comes_to_be(lambda: [one["mood"] for one in person.rows("/mood")] == ["flat"])
    assert await findings(page) == []
    await main.get_by_role("button", name="Undo", exact=True).click()
    await comes_to_be(lambda: person.rows("/mood") == [])
