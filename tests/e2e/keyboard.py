"""Somebody without a mouse, who must see at each step where they are."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one.matches("body, main")) return { name: "", where: one?.tagName ?? "" };
  const labels = [...(one.labels ?? [])].map((label) => label.innerText).join(" ");
  const name = one.ariaLabel || labels || one.innerText;
  const shown = (box) => {
    const style = getComputedStyle(box);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const { left, top, width, height } = one.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight) / 2);
  const seen = one.contains(over) || over?.contains(one) || over?.closest("label")?.contains(one);
  return {
    name: (name ?? "").trim(),
    where: one.outerHTML.slice(0, 160),
    marked: shown(one) || shown(one.closest("label") ?? one),
    seen: Boolean(seen) && width > 0 && left >= 0 && left + width <= innerWidth + 1,
  };
}"""


PATIENCE = 20
"""Looks at a page that is still on its way."""


async def focused(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = await page.evaluate(FOCUSED)
    return found


async def is_seen(page: Page) -> dict[str, Any]:
    """What has the focus, which is marked and lies under nothing once the page has come to rest."""
    found = await focused(page)
    for _ in range(PATIENCE):
        if not found["name"] or (found["marked"] and found["seen"]):
            return found
        await page.wait_for_timeout(50)
        found = await focused(page)
    assert found["marked"], f"nothing shows that this has the focus: {found['where']}"
    pytest.fail(f"this has the focus and isn't seen: {found['where']}")


async def is_somewhere(page: Page) -> None:
    """After a step the focus is where one goes on from, not at the beginning of everything."""
    await expect(page.locator(":focus")).to_have_count(1)
    await is_seen(page)


async def is_at(page: Page, name: str) -> None:
    """The focus has come to what is named so."""
    for _ in range(PATIENCE):
        if name in (await is_seen(page))["name"]:
            return
        await page.wait_for_timeout(50)
    pytest.fail(f"the focus isn't at {name!r} but at {(await focused(page))['where']}")


async def tab_to(page: Page, name: str, *, backwards: bool = False) -> None:
    """Press Tab until what is named so has the focus; once more from time to time while the page may still change."""
    met: list[str] = []
    for _ in range(PATIENCE):
        met = []
        for _ in range(60):
            found = await is_seen(page)
            if name in found["name"]:
                return
            met.append(found["name"][:40])
            await page.keyboard.press("Shift+Tab" if backwards else "Tab")
        await page.wait_for_timeout(250)
    pytest.fail(f"Tab never came to {name!r}, only to {met}")


async def press(page: Page, name: str, key: str = "Enter") -> None:
    await tab_to(page, name)
    await page.keyboard.press(key)


async def write(page: Page, name: str, words: str) -> None:
    await tab_to(page, name)
    await page.keyboard.press("ControlOrMeta+a")
    await page.keyboard.type(words)
