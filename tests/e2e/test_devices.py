"""Two open pages of one person are always the same."""

import pytest
from playwright.async_api import expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, say, sign_in

pytestmark = pytest.mark.browser


async def test_what_happens_on_one_device_shows_on_the_other(new_device: NewDevice, person: Person) -> None:
    phone, desk = await new_device(phone=True), await new_device()
    await sign_in(phone, person)
    await sign_in(desk, person)
    await expect(desk.get_by_text("Everything saved").last).to_be_visible()

    await say(phone, "buy milk")
    here = desk.get_by_role("article", name="Buy milk")
    await expect(here).to_be_visible(timeout=15_000)

    await phone.get_by_role("form", name="Capture").get_by_role("button", name="Undo").click()
    await expect(here).to_have_count(0, timeout=15_000)


async def test_a_reminder_answered_on_one_device_is_quiet_on_the_other(new_device: NewDevice, person: Person) -> None:
    phone, desk = await new_device(phone=True), await new_device()
    await sign_in(phone, person)
    await sign_in(desk, person)
    await say(phone, "remind me to stretch in 2 seconds")
    for page in (phone, desk):
        await expect(page.get_by_role("article", name="Stretch")).to_be_visible(timeout=15_000)
    await phone.get_by_role("article", name="Stretch").get_by_role("button", name="Done").click()
    await expect(desk.get_by_role("article", name="Stretch")).to_have_count(0, timeout=15_000)


async def test_both_read_the_same_conversation(new_device: NewDevice, person: Person) -> None:
    phone, desk = await new_device(phone=True), await new_device()
    for page in (phone, desk):
        await sign_in(page, person)
        await page.goto("/chat")
    await say(phone, "the spare key is in the blue tin")
    await expect(desk.get_by_role("log")).to_contain_text("the spare key is in the blue tin", timeout=15_000)
