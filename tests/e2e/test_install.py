"""The page can be installed, and its first screen is light."""

import re
import shutil
import tempfile

import httpx2
from playwright.async_api import async_playwright

from tests.e2e.conftest import QUIETLY
from tests.journeys.installation import Installation

LIGHT = 200_000
"""Bytes over the wire, compressed, until the first screen stands."""


async def test_a_browser_would_install_it(cairn_: Installation) -> None:
    async with async_playwright() as playwright:
        with tempfile.TemporaryDirectory() as profile:
            context = await playwright.chromium.launch_persistent_context(
                profile, executable_path=shutil.which("chromium"), args=QUIETLY
            )
            page = await context.new_page()
            await page.goto(cairn_.url)
            await page.evaluate("navigator.serviceWorker.ready.then(() => true)")
            session = await context.new_cdp_session(page)
            told = await session.send("Page.getInstallabilityErrors")
            await context.close()
    # Chromium without a window counts as private browsing; a person's own isn't.
    errors = {error["errorId"] for error in told["installabilityErrors"]} - {"in-incognito"}
    assert errors == set()


async def test_the_first_screen_is_light(cairn_: Installation) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIETLY)
        context = await browser.new_context(service_workers="block")
        page = await context.new_page()
        session = await context.new_cdp_session(page)
        await session.send("Network.enable")
        sizes: list[float] = []
        session.on("Network.loadingFinished", lambda finished: sizes.append(finished["encodedDataLength"]))
        await page.goto(cairn_.url, wait_until="networkidle")
        assert await page.get_by_role("heading", level=1).is_visible()
        await browser.close()
    assert len(sizes) > 4
    assert sum(sizes) < LIGHT, sorted(sizes)


async def test_what_an_entrance_asks_for_early_is_there(cairn_: Installation) -> None:
    async with httpx2.AsyncClient(base_url=cairn_.url) as client:
        early = re.search(r'src="(/assets/early-[^"]+)"', (await client.get("/")).text)
        assert early is not None
        files = set(re.findall(r"/assets/[^\"]+", (await client.get(early[1])).text))
        assert len(files) > 10
        assert {file: (await client.get(file)).status_code for file in files} == dict.fromkeys(files, 200)
