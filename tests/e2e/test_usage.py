"""What the language model took is found from the palette, and read, without a mouse."""

from collections.abc import Iterator

import pytest
from playwright.async_api import expect

from tests.assistant.openai_server import ModelServer
from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, findings, sign_in
from tests.journeys.installation import Installation, installation

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def cairn_() -> Iterator[Installation]:
    """A Cairn of its own, with a scripted model whose day has two requests."""
    with (
        ModelServer().running() as model,
        installation(CAIRN_MODEL="openai:scripted", CAIRN_MODEL_URL=model.url, CAIRN_MODEL_DAY_REQUESTS="2") as running,
    ):
        yield running
    # Open until the session ends, its pipe would be told as a leak.
    if running.up is not None and running.up.stdout is not None:
        running.up.stdout.close()


@pytest.mark.parametrize(("phone", "theme"), [(True, "dark"), (False, "light")], ids=["phone", "desk"])
async def test_what_the_model_took_is_found_and_read(
    new_device: NewDevice, person: Person, phone: bool, theme: str
) -> None:
    page = await new_device(phone=phone, theme=theme)
    await sign_in(page, person)
    await page.keyboard.press("Control+k")
    await page.get_by_role("combobox", name="Find or go").fill("language model")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Language model use", level=1)).to_be_visible()
    today = page.get_by_role("region", name="Today")
    await expect(today).to_contain_text("0 requests")
    await expect(today).to_contain_text("A day has 2 requests.")
    await expect(page.get_by_text("Nothing was asked of it in all this time.")).to_be_visible()
    assert await findings(page) == []

    for words in ("so what would you say to that, hm?", "and what else would you say to it, hm?"):
        person.books.post("/messages", json={"text": words}).raise_for_status()
    await page.reload()
    await expect(today).to_contain_text("2 requests")
    await expect(today).to_contain_text("It is used up for today")
    await expect(page.get_by_role("region", name="The last 30 days").get_by_role("listitem")).to_have_count(1)
    assert await findings(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
