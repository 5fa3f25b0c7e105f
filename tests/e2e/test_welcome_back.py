"""Back after days: one thing and three choices, whatever was due meanwhile."""

import re
import time
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from playwright.async_api import Page, expect

from cairn.app.embedded import EmbeddedPostgres
from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, findings, sign_in
from tests.journeys.installation import Installation

pytestmark = pytest.mark.browser

DAYS = 4
# What a device remembers of when it was last looked at, before any page of it runs.
AWAY = f"localStorage.setItem('cairn.seen', '{round((time.time() - DAYS * 86400) * 1000)}')"


def said_days_ago(cairn_: Installation, person: Person) -> None:
    """Move what a person said into the past, as if they had been away since."""
    me = person.books.get("/me").raise_for_status().json()["id"]
    with psycopg.connect(EmbeddedPostgres(cairn_.data).superuser_url("cairn")) as database:
        database.execute(
            "update tasks set created_at = created_at - make_interval(days => %s) where user_id = %s", (DAYS, me)
        )
        database.execute(
            "update reminders set due_at = due_at - make_interval(days => %s), created_at = created_at"
            " - make_interval(days => %s) where user_id = %s",
            (DAYS, DAYS, me),
        )


async def come_back(page: Page, person: Person) -> None:
    """Sign in on a device that was looked at days ago, and then look at it again."""
    await sign_in(page, person)
    once = f"if (!sessionStorage.getItem('away')) {{ {AWAY}; sessionStorage.setItem('away', 'yes') }}"
    await page.add_init_script(once)
    await page.goto("/now")
    await expect(page.get_by_text("Welcome back. One thing:")).to_be_visible()


def capture(person: Person) -> None:
    task = {"title": "Answer Sam", "estimate_minutes": 5, "steps": ["Open the chat with Sam"]}
    person.books.post("/tasks", json=task).raise_for_status()
    person.books.post("/messages", json={"text": "buy milk"}).raise_for_status()


@pytest.mark.parametrize(("phone", "theme"), [(True, "light"), (False, "dark")], ids=["phone", "desk"])
async def test_one_thing_and_three_choices(
    phone: bool, theme: str, new_device: NewDevice, person: Person, cairn_: Installation
) -> None:
    capture(person)
    said_days_ago(cairn_, person)
    page = await new_device(phone=phone, theme=theme)
    await come_back(page, person)
    first = await page.get_by_role("heading", level=1).inner_text()
    assert first in ("Answer Sam", "Buy milk")
    main = page.get_by_role("main")
    await expect(main).to_contain_text(re.compile(rf"You told me on .+, \d\d:\d\d \({DAYS} days ago\)\."))
    await expect(main.locator("button, a")).to_have_text(["Start with this", "Something else", "Just show me today"])
    assert await findings(page) == []
    await main.get_by_role("button", name="Something else").click()
    other = "Buy milk" if first == "Answer Sam" else "Answer Sam"
    await expect(page.get_by_role("heading", level=1, name=other)).to_be_visible()
    await main.get_by_role("button", name="Start with this").click()
    card = page.get_by_role("article", name=other)
    await expect(card).to_contain_text(re.compile(r"Started \d\d:\d\d\. No hurry\."))
    await page.reload()
    await expect(card).to_be_visible()


async def test_what_was_due_meanwhile_is_the_one_thing(
    new_device: NewDevice, person: Person, cairn_: Installation
) -> None:
    capture(person)
    for hours, text in enumerate(("Pay rent", "Call the vet", "Take the bins out", "Read the meter"), start=1):
        due = (datetime.now(UTC) + timedelta(hours=hours)).isoformat()
        person.books.post("/reminders", json={"text": text, "due_at": due}).raise_for_status()
    said_days_ago(cairn_, person)
    await comes_to_be(lambda: len(person.rows("/reminders?state=ringing")) == 4)
    page = await new_device(phone=True)
    await come_back(page, person)
    main = page.get_by_role("main")
    await expect(main.get_by_role("article")).to_have_count(1)
    await expect(main.get_by_role("article", name="Read the meter")).to_contain_text("This was for")
    await expect(main).to_contain_text("After this there is more that was due: Take the bins out, Call the vet, …")
    await expect(main).not_to_contain_text("Answer Sam")
    assert await findings(page) == []
    await main.get_by_role("link", name="Just show me today").click()
    await expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()
    await page.get_by_role("link", name="Now", exact=True).click()
    await expect(main.get_by_role("article", name="Read the meter")).to_be_visible()
    await expect(page.get_by_text("Welcome back. One thing:")).to_have_count(0)
