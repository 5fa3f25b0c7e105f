"""What was caught is sorted, one thought at a time, and comes back."""

import pytest
from playwright.async_api import expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, comes_to_be, say, sign_in, told

pytestmark = pytest.mark.browser


async def test_a_thought_is_caught_and_put_on_the_list(new_device: NewDevice, person: Person) -> None:
    page = await new_device(phone=True)
    await sign_in(page, person)
    await say(page, "idea: paint the shelf green")
    await expect(told(page)).to_contain_text("Caught")
    await page.goto("/inbox")
    thought = page.get_by_role("article", name="paint the shelf green")
    await thought.get_by_role("button", name="Onto my list").click()
    await expect(page.get_by_text("Nothing waits here")).to_be_visible()
    await comes_to_be(lambda: [one["title"] for one in person.rows("/tasks")] == ["Paint the shelf green"])
    await page.get_by_role("button", name="Undo").click()
    await expect(thought).to_be_visible()
    assert person.rows("/tasks") == []
