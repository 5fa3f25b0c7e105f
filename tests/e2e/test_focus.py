"""A time for one thing: the tab is closed and opened again, a thought is parked, the end is said; without a mouse."""

from datetime import datetime
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, findings, sign_in

pytestmark = pytest.mark.browser


def current(person: Person) -> Any:
    return person.books.get("/focus/current").raise_for_status().json()["session"]


async def press(page: Page, name: str, key: str = "Enter") -> None:
    await page.get_by_role("button", name=name, exact=True).focus()
    await page.keyboard.press(key)


@pytest.mark.parametrize(("phone", "theme"), [(True, "dark"), (False, "light")], ids=["phone", "desk"])
async def test_a_session_survives_a_closed_tab_and_ends_with_what_was_done(
    new_device: NewDevice, person: Person, phone: bool, theme: str
) -> None:
    person.books.post("/tasks", json={"title": "The taxes", "steps": ["Find the folder"]}).raise_for_status()
    page = await new_device(phone=phone, theme=theme)
    await sign_in(page, person)
    await page.goto("/focus")
    await expect(page.get_by_text("Left empty, it is for what comes next: The taxes")).to_be_visible()
    assert await findings(page) == []
    await press(page, "45 min")
    await press(page, "Start")
    await expect(page.get_by_role("heading", name="The taxes")).to_be_visible()
    await expect(page.get_by_text("45 min left")).to_be_visible()
    begun = current(person)

    context = page.context
    await page.close()
    page = await context.new_page()
    await page.goto("/today")
    strip = page.get_by_role("link", name="The taxes")
    await expect(strip).to_be_visible()
    assert await findings(page) == []
    await page.keyboard.press("p")
    await expect(page.get_by_label("Park a thought")).to_be_focused()
    assert current(person)["ends_at"] == begun["ends_at"]
    await page.keyboard.type("Call the bank")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Parked.")).to_be_visible()
    await expect(page.get_by_text("Find the folder")).to_be_visible()
    assert await findings(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    await press(page, "Pause")
    await expect(page.get_by_role("img", name="Paused, 45 min left")).to_be_visible()
    await press(page, "Go on")
    await press(page, "10 min more")
    await expect(page.get_by_text("55 min left")).to_be_visible()
    longer = datetime.fromisoformat(current(person)["ends_at"]) - datetime.fromisoformat(begun["ends_at"])
    assert longer.total_seconds() >= 600

    await press(page, "Finish")
    await press(page, "All of it")
    await expect(page.get_by_role("heading", name="A time for one thing")).to_be_visible()
    await comes_to_be(lambda: person.rows("/tasks?state=done")[0]["title"] == "The taxes")
    await press(page, "Onto my list")
    await comes_to_be(lambda: [one["title"] for one in person.rows("/tasks")] == ["Call the bank"])
    assert await findings(page) == []


async def test_two_devices_show_the_same_timer(new_device: NewDevice, person: Person) -> None:
    desk, phone = await new_device(), await new_device(phone=True)
    for page in (desk, phone):
        await sign_in(page, person)
    await phone.goto("/focus")
    await expect(phone.get_by_role("heading", name="A time for one thing")).to_be_visible()
    await desk.goto("/focus")
    await desk.get_by_label("What for").fill("Reading")
    await desk.get_by_role("button", name="Start").click()

    await expect(phone.get_by_role("heading", name="Reading")).to_be_visible()
    await phone.get_by_role("button", name="Pause").click()
    await expect(desk.get_by_role("img", name="Paused, 25 min left")).to_be_visible()
    await desk.get_by_role("button", name="Stop without a word").click()
    await expect(phone.get_by_role("heading", name="A time for one thing")).to_be_visible()


async def test_start_on_now_starts_its_time(new_device: NewDevice, person: Person) -> None:
    person.books.post("/tasks", json={"title": "The taxes", "estimate_minutes": 30}).raise_for_status()
    page = await new_device()
    await sign_in(page, person)
    await page.get_by_role("button", name="Start").click()

    await expect(page.get_by_role("link", name="The taxes")).to_be_visible()
    assert current(person)["planned_minutes"] == 30
    await page.get_by_role("button", name="Done", exact=True).click()
    await comes_to_be(lambda: current(person) is None)


async def test_long_words_leave_room_for_a_thought_and_a_phone_is_not_told_of_keys(
    new_device: NewDevice, person: Person
) -> None:
    person.books.post("/focus/sessions", json={"words": "Les impôts", "minutes": 25}).raise_for_status()
    page = await new_device(phone=True)
    await sign_in(page, person)
    person.books.patch("/me", json={"locale": "fr"}).raise_for_status()
    await page.evaluate("localStorage.setItem('cairn.locale', 'fr')")
    await page.goto("/focus")
    form = page.locator("form.focus-park")
    await expect(form.locator("label")).to_have_text("Mets une idée de côté")
    places = "(all) => all.map((one) => one.getBoundingClientRect()).map(({y, height}) => [height, y + height / 2])"
    label, box, button = await form.locator("label, input, button").evaluate_all(places)
    assert label[0] < 32, "the label is on one line"
    assert abs(box[1] - button[1]) < 2, "side by side"
    await expect(form.get_by_text("Touche : p")).to_be_hidden()
    await page.set_viewport_size({"width": 1280, "height": 800})
    await expect(form.get_by_text("Touche : p")).to_be_visible()
