"""A task that can't be begun is made small enough, without a mouse, and what was there comes back."""

import pytest
from playwright.async_api import expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, findings, sign_in

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("phone", "theme"), [(True, "dark"), (False, "light")], ids=["phone", "desk"])
async def test_a_task_is_broken_down_ticked_split_and_put_back(
    new_device: NewDevice, person: Person, phone: bool, theme: str
) -> None:
    person.books.post("/tasks", json={"title": "clean the kitchen", "steps": ["Find the gloves"]}).raise_for_status()
    page = await new_device(phone=phone, theme=theme)
    await sign_in(page, person)
    await page.goto("/now")
    await page.get_by_role("button", name="Smaller").focus()
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="All small").focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("As one does it: Clean the kitchen.")).to_be_visible()

    (task,) = person.rows("/tasks")
    first = task["steps"][0]
    box = page.get_by_role("checkbox", name=first["text"])
    await expect(box).to_be_visible()
    assert await findings(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    await box.focus()
    await page.keyboard.press("Space")
    await comes_to_be(lambda: person.rows("/tasks")[0]["steps"][0]["done_at"] is not None)

    second = page.get_by_role("listitem").filter(has_text=task["steps"][1]["text"])
    await second.get_by_role("button", name="Smaller").focus()
    await page.keyboard.press("Enter")
    await comes_to_be(lambda: len(person.rows("/tasks")[0]["steps"]) > len(task["steps"]))

    await page.get_by_role("button", name="Undo").focus()
    await page.keyboard.press("Enter")
    await comes_to_be(lambda: [one["text"] for one in person.rows("/tasks")[0]["steps"]] == ["Find the gloves"])


async def test_with_little_time_something_else_is_the_one_thing(new_device: NewDevice, person: Person) -> None:
    long = {"title": "Write the report", "estimate_minutes": 120, "important": True}
    person.books.post("/tasks", json=long).raise_for_status()
    person.books.post("/tasks", json={"title": "Water the plants", "estimate_minutes": 10}).raise_for_status()
    page = await new_device()
    await sign_in(page, person)
    await page.goto("/now")
    await expect(page.get_by_role("article", name="Write the report")).to_be_visible()
    await page.get_by_role("button", name="I have 15 min").click()
    await expect(page.get_by_role("article", name="Water the plants")).to_be_visible()
    await expect(page.get_by_text("It fits into 15 min.")).to_be_visible()
    assert await findings(page) == []
