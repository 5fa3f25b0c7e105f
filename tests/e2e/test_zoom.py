"""At four times the size a page is 320 wide and hardly as high: nothing is cut, covered or beside the screen."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, line, say, sign_in, told

pytestmark = pytest.mark.browser

# 1280 by 1024 and 1280 by 720, at 400 %.
SIZES = [(320, 256), (320, 180)]
DOORS = ["/", "/register", "/sign-in"]
INSIDE = ["/now", "/today", "/chat", "/memory", "/you", "/you/devices", "/you/keys"]

BESIDE = """() => [...document.querySelectorAll("body *")]
  .filter((one) => !one.closest(".vh, .skip, svg"))
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 120))"""

# What has the focus, when something else lies over its middle.
COVERED = """() => {
  const one = document.activeElement;
  if (!one?.closest("main")) return null;
  const { left, top, width, height } = one.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, top + height / 2);
  return one.contains(seen) || seen?.contains(one) ? null : one.outerHTML.slice(0, 120);
}"""


async def zoomed(page: Page, size: tuple[int, int]) -> None:
    await page.set_viewport_size({"width": size[0], "height": size[1]})


async def nothing_beside(page: Page, path: str) -> None:
    await page.goto(path)
    await expect(page.get_by_role("heading", level=1)).to_be_attached()
    await expect(page.locator("[aria-busy=true]")).to_have_count(0)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{path} is too wide"
    assert await page.evaluate(BESIDE) == [], path


def live(person: Person) -> None:
    long = "remind me to send the landlord the photos of the boiler label tomorrow at 3pm"
    for words in (long, "buy milk", "the spare key is in the blue tin", "where is the spare key?"):
        person.books.post("/messages", json={"text": words}).raise_for_status()


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_nothing_is_beside_the_screen(size: tuple[int, int], new_device: NewDevice, person: Person) -> None:
    live(person)
    page = await new_device()
    await zoomed(page, size)
    for path in DOORS:
        await nothing_beside(page, path)
    await sign_in(page, person)
    for path in INSIDE:
        await nothing_beside(page, path)


async def test_the_line_waits_at_the_end_and_the_talk_opens_at_its_latest(
    new_device: NewDevice, person: Person
) -> None:
    live(person)
    page = await new_device()
    await zoomed(page, SIZES[0])
    await sign_in(page, person)
    await page.goto("/memory")
    await expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    await expect(line(page)).not_to_be_in_viewport()
    await page.goto("/chat")
    await expect(page.get_by_role("log").get_by_role("figure").last).to_be_in_viewport()
    await expect(line(page)).not_to_be_in_viewport()
    await page.keyboard.press("c")
    await expect(line(page)).to_be_in_viewport()


async def test_what_is_said_there_is_seen_whole(new_device: NewDevice, person: Person) -> None:
    page = await new_device()
    await zoomed(page, SIZES[0])
    await sign_in(page, person)
    await page.keyboard.press("c")
    words = "remind me to send the landlord the photos of the boiler label tomorrow at 3pm"
    await page.keyboard.type(words)
    await expect(page.locator("#understood")).to_contain_text("15:00")
    await expect(line(page)).to_be_in_viewport(ratio=1)
    await say(page, words)
    await expect(told(page)).to_contain_text("15:00 (in")
    await expect(told(page)).to_be_in_viewport(ratio=1)
    cut: Any = await told(page).evaluate("(words) => words.scrollHeight > words.clientHeight + 1")
    assert not cut


@pytest.mark.parametrize("size", [(390, 844), (427, 341), SIZES[0]], ids=str)
async def test_what_has_the_focus_is_never_under_the_line(
    size: tuple[int, int], new_device: NewDevice, person: Person
) -> None:
    live(person)
    page = await new_device()
    await zoomed(page, size)
    await sign_in(page, person)
    for path in ("/memory", "/you"):
        await nothing_beside(page, path)
        for _ in range(30):
            await page.keyboard.press("Tab")
            assert await page.evaluate(COVERED) is None, path
