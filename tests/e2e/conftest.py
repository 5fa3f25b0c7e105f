"""A whole Cairn in a folder of its own, and Debian's Chromium to walk through it as a person would."""

import secrets
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from tests.e2e.walk import PASSWORD, ZONE, Person
from tests.journeys.installation import Installation, installation

QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
]

HERE = Path(__file__).parent

# On a busy machine a page takes longer than the usual five seconds; none of the walks waits for something not to come.
expect.set_options(timeout=20_000)

NewDevice = Callable[..., Awaitable[Page]]


@pytest.fixture(scope="session")
def cairn_() -> Iterator[Installation]:
    """One Cairn for all walks; each walk has a person of its own."""
    with installation(CAIRN_SMS_PROVIDER="log") as running:
        yield running
    # Open until the session ends, its pipe would be told as a leak.
    if running.up is not None and running.up.stdout is not None:
        running.up.stdout.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One loop for all walks, since a browser belongs to the loop that started it."""
    for item in items:
        if pytest_asyncio.is_async_test(item) and item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIETLY)
        yield started
        await started.close()


@pytest.fixture
def person(cairn_: Installation) -> Iterator[Person]:
    """Somebody with an account, who also asks the API what is in the books."""
    email = f"{secrets.token_hex(5)}@example.org"
    with httpx2.Client(base_url=f"{cairn_.url}/api/v1", timeout=30) as books:
        account = {"email": email, "password": PASSWORD, "name": "Rita", "time_zone": ZONE, "locale": "en"}
        books.post("/auth/register", json=account).raise_for_status()
        signed_in = books.post("/auth/login", json={"email": email, "password": PASSWORD}).raise_for_status()
        books.headers["Authorization"] = f"Bearer {signed_in.json()['access_token']}"
        yield Person(email, books)


@pytest_asyncio.fixture(loop_scope="session")
async def new_device(chromium: Browser, cairn_: Installation) -> AsyncIterator[NewDevice]:
    """`await new_device()` is an empty browser at the first page; whatever breaks in it fails the test."""
    contexts: list[BrowserContext] = []
    broken: list[str] = []

    async def make(path: str = "/", *, phone: bool = False, theme: str = "light", **more: Any) -> Page:
        size = {"width": 390, "height": 844} if phone else {"width": 1440, "height": 900}
        context = await chromium.new_context(
            base_url=cairn_.url,
            viewport=size,  # type: ignore[arg-type]  # playwright asks for its own kind of dict
            color_scheme=theme,  # type: ignore[arg-type]  # "light" or "dark"
            **{"timezone_id": ZONE, "locale": "en-GB", **more},
        )
        contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        await page.goto(path)
        return page

    yield make
    for context in contexts:
        await context.close()
    assert broken == []
