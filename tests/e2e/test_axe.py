"""Every page, on a phone and a desk, light and dark, empty and full: axe finds nothing, and nothing is too wide."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex

import pytest
from playwright.async_api import Page, expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, findings, say, sign_in, told

pytestmark = pytest.mark.browser

ROUTER = Path(__file__).parents[2] / "web/src/app/router.tsx"

DOORS = [
    *("/", "/sign-in", "/sign-in/with", "/register", "/forgot", "/reset#a-secret", "/gallery"),
    *("/verify#a-secret", "/resend", "/confirm-address#a-secret", "/not-me#a-secret", "/stay#a-secret", "/terms"),
    *("/join#a-secret", "/left?until=2026-12-01T12:00:00Z"),
]
INSIDE = [
    *("/now", "/today", "/chat", "/routines", "/you", "/you/letters", "/you/phone", "/you/password", "/you/email"),
    *("/you/devices", "/you/keys", "/you/services", "/you/second-factor", "/you/history", "/you/shares", "/you/data"),
    *("/mood", "/reviews", "/focus", "/reminders", "/you/reminders", "/you/notices"),
    *("/automations", "/plans", "/inbox", "/conversations", "/you/model", "/you/spaces"),
    *("/memory", "/memory?q=key", "/memory?kind=aside", "/memory/profile"),
]
ADMINISTRATION = ["/admin/people", "/admin/roles", "/admin/audit", "/admin/limits"]
OF_ONE_THING = {
    "/routines/$routineId",
    "/reminders/$reminderId",
    "/memory/$memoryId",
    "/admin/people/$userId",
    "/reviews/$reviewId",
    "/automations/$automationId",
}
"""Opened as well, with an id that there is."""


def test_every_page_of_the_router_is_looked_at() -> None:
    routes = set(re.findall(r'path: "([^"]+)"', ROUTER.read_text()))
    assert len(routes) > 30
    opened = {re.split("[#?]", path)[0] for path in (*DOORS, *INSIDE, *ADMINISTRATION)}
    assert opened | OF_ONE_THING == routes


LONG = f"example.org/{'a' * 90}"
"""What can't be broken between words, as an address: it makes no page wider than it is."""


def fill(person: Person) -> list[str]:
    """A life with something on every page; the paths of one reminder and one memory."""
    soon = datetime.now(UTC) + timedelta(minutes=50)
    task = {
        "title": "Send the boiler photos to Marta",
        "estimate_minutes": 25,
        "steps": ["Open the photos", f"Pick three of {LONG}"],
    }
    person.books.post("/tasks", json=task).raise_for_status()
    call = {"title": f"Call Priya about {LONG}", "due_at": soon.isoformat()}
    person.books.post("/tasks", json=call).raise_for_status()
    said = ("the spare key is in the blue tin", "what did I say about the key?", "buy milk", f"see {LONG}")
    for words in said:
        person.books.post("/messages", json={"text": words}).raise_for_status()
    booked = person.books.post("/reminders", json={"text": f"Read the meter at {LONG}", "due_at": soon.isoformat()})
    home = person.books.post("/memories", json={"text": "I live in Lisbon", "conversation": "old"}).raise_for_status()
    person.books.post("/memories", json={"text": "It is loud here", "conversation": "old"}).raise_for_status()
    for days in range(6):
        for hours, energy in ((9, "high"), (20, "low")):
            at = (soon - timedelta(days=days + 1)).replace(hour=hours).isoformat()
            person.books.post("/mood", json={"mood": "good", "energy": energy, "at": at}).raise_for_status()
    space = person.books.post("/spaces", json={"name": "Quiet mornings"}).raise_for_status().json()["id"]
    guest = {"email": f"marta-{token_hex(4)}@example.org", "role": "coach"}  # one address gets few letters
    person.books.post(f"/spaces/{space}/invitations", json=guest).raise_for_status()
    review = person.books.post("/reviews", json={"kind": "week"}).raise_for_status().json()["id"]
    reminder, memory = booked.raise_for_status().json()["id"], home.json()["id"]
    for cue in ({"kind": "time", "at": "21:00"}, {"kind": "arrival", "place": "home"}):
        person.books.post("/plans", json={"cue": cue, "deed": f"Open {LONG}"}).raise_for_status()
    weekly = person.books.post("/automations", json={"what": "week", "when": "every Sunday at 18:00"})
    return [
        f"/reminders/{reminder}",
        f"/memory/{memory}",
        f"/reviews/{review}",
        f"/routines/{_routine(person)}",
        f"/automations/{weekly.raise_for_status().json()['id']}",
    ]


def _routine(person: Person) -> str:
    """A routine that was gone through, and a medication that was taken."""
    steps = [{"text": f"Open {LONG}"}, {"text": "Drink water", "minutes": 2}, {"text": "Shower", "minutes": 10}]
    morning = {"name": "Morning", "steps": steps, "window_from": "07:00", "window_to": "10:30"}
    routine = person.books.post("/routines", json=morning).raise_for_status().json()["id"]
    run = person.books.post(f"/routines/{routine}/runs").raise_for_status().json()
    ticked = f"/routine-runs/{run['id']}/steps/{run['steps'][0]['id']}"
    person.books.patch(ticked, json={"state": "done"}).raise_for_status()
    person.books.post(f"/routine-runs/{run['id']}/finish").raise_for_status()
    iron = person.books.post("/medications", json={"name": "Iron", "dose": "1 tablet", "times": ["08:00", "20:00"]})
    person.books.post(f"/medications/{iron.raise_for_status().json()['id']}/taken").raise_for_status()
    return str(routine)


# Links that stand side by side with hardly a space between read as one, and a thumb takes the wrong one.
CROWDED = """[...document.querySelectorAll('.link + .link')].filter((one) => {
  const before = one.previousElementSibling;
  const [left, right] = [before.getBoundingClientRect(), one.getBoundingClientRect()];
  const air = parseFloat(getComputedStyle(before).paddingRight) + parseFloat(getComputedStyle(one).paddingLeft);
  return left.width && right.width && right.left >= left.right - 1 && right.left - left.right + air < 12;
}).map((one) => `${one.previousElementSibling.textContent} | ${one.textContent}`)"""

# What opens is one of the things a thumb has to hit.
LOW = """[...document.querySelectorAll('main summary')].filter((one) => {
  const {width, height} = one.getBoundingClientRect();
  return width && height < 44;
}).map((one) => one.textContent)"""


async def looks_right(page: Page, path: str) -> None:
    await page.goto(path)
    await expect(page.get_by_role("heading", level=1)).to_be_attached()
    if path != "/gallery":  # which shows what waiting looks like
        await expect(page.locator("[aria-busy=true]")).to_have_count(0)
    assert await findings(page) == [], path
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is too wide"
    assert await page.evaluate(CROWDED) == [], path
    assert await page.evaluate(LOW) == [], path


# What fits is a matter of size, what can be told apart one of theme: each is there once.
@pytest.mark.parametrize(("phone", "theme"), [(True, "light"), (False, "dark")], ids=["phone-light", "desk-dark"])
async def test_axe_finds_nothing_on_any_page(new_device: NewDevice, person: Person, phone: bool, theme: str) -> None:
    page = await new_device(phone=phone, theme=theme)
    for path in DOORS:
        await looks_right(page, path)
    await sign_in(page, person)
    if phone:  # where nothing is yet, there is less to fit and to tell apart
        for path in INSIDE:
            await looks_right(page, path)
    for path in [*INSIDE, *fill(person)]:
        await looks_right(page, path)


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_axe_finds_nothing_in_what_opens_and_rings(new_device: NewDevice, person: Person, theme: str) -> None:
    page = await new_device(theme=theme)
    await sign_in(page, person)
    fill(person)
    await say(page, "remind me to stretch in 1 second")
    await expect(told(page)).to_contain_text("Booked")
    assert await findings(page) == []
    due = page.get_by_role("article", name="Stretch")
    await expect(due).to_be_visible(timeout=15_000)
    await due.get_by_role("button", name="Pick").click()
    assert await findings(page) == []
    await due.get_by_role("button", name="Done").click()
    await expect(due).to_have_count(0)
    await page.get_by_role("button", name="Smaller").click()
    assert await findings(page) == []
    await page.get_by_role("button", name="Too much?").click()
    assert await findings(page) == []
    await page.goto("/memory/profile")
    await page.get_by_text("“I live in Lisbon”").click()
    await expect(page.get_by_text("True from")).to_be_visible()
    await page.locator("summary").last.click()
    assert await findings(page) == []
    await page.get_by_role("button", name="Edit Home").click()
    assert await findings(page) == []
    await page.goto("/memory")
    await page.locator("summary").first.click()
    await page.get_by_role("button", name="Why “").first.click()
    await page.get_by_role("button", name="Correct “").last.click()
    assert await findings(page) == []
    await page.get_by_role("button", name="Forget several").click()
    assert await findings(page) == []
    await page.goto("/memory")
    await page.get_by_role("button", name="Forget “").first.click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    assert await findings(page) == []
