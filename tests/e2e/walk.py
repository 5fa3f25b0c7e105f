"""What a person does in the page, in their words."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
from playwright.async_api import Locator, Page, expect

PASSWORD = "pebbles and moss"
ZONE = "Europe/Lisbon"
SECOND_STEP = "/you/second-factor"

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"


@dataclass
class Person:
    """Somebody with an account.

    Args:
        books: The API as they see it: what is really there, whatever the page says.
    """

    email: str
    books: httpx2.Client

    def rows(self, path: str) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = self.books.get(path).raise_for_status().json()["items"]
        return items


async def comes_to_be(true: Callable[[], bool]) -> None:
    """Wait for what the books say: the page shows a change before the server has answered."""
    for _ in range(300):
        if true():
            return
        await asyncio.sleep(0.1)
    assert true()


async def sign_in(page: Page, person: Person) -> None:
    await page.goto("/sign-in")
    await page.get_by_label("Email").fill(person.email)
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await expect(line(page)).to_be_visible()


def line(page: Page) -> Locator:
    """The capture line."""
    return page.get_by_role("textbox", name=re.compile("Tell me anything|Write to Cairn"))


def told(page: Page) -> Locator:
    """What stands in the line's place after something was said."""
    return page.get_by_role("form", name="Capture").get_by_role("status")


async def say(page: Page, words: str) -> None:
    await line(page).fill(words)
    await line(page).press("Enter")


async def findings(page: Page) -> list[str]:
    """What axe finds wrong on the page as it stands."""
    # Half faded in, a dialog has half its contrast: what counts is where it comes to rest.
    await page.evaluate("Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => null)")
    await page.evaluate(AXE.read_text())
    # Of what is right nothing is told, and nothing is fetched: half the time.
    run = "axe.run({resultTypes: ['violations'], preload: false}).then((result) => result.violations)"
    violations: list[dict[str, Any]] = await page.evaluate(run)
    return [
        f"{found['id']}: {node['html'][:160]} {node['failureSummary']}"
        for found in violations
        for node in found["nodes"]
    ]


async def with_authenticator(page: Page) -> None:
    """A device with a finger sensor, which always recognises its person."""
    devtools = await page.context.new_cdp_session(page)
    await devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    await devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


async def keeps_the_codes(page: Page) -> list[str]:
    await expect(page.get_by_role("heading", name="Keep these ten codes")).to_be_visible()
    codes = await page.locator(".codes code").all_inner_texts()
    await page.get_by_label("I kept them where I will find them").check()
    await page.get_by_role("button", name="Done").click()
    return codes


async def adds_a_passkey(page: Page) -> None:
    """Through the wizard; from then on they have proven two factors here."""
    await with_authenticator(page)
    await page.goto(SECOND_STEP)
    await page.get_by_role("button", name="Add a passkey").click()
    await keeps_the_codes(page)
