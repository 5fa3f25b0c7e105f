"""An answer is watched while a model writes it, and stopped."""

import re
from collections.abc import Iterator

import pytest
from playwright.async_api import expect

from tests.assistant.openai_server import ModelServer, Reply
from tests.e2e.conftest import NewDevice
from tests.e2e.walk import Person, findings, line, say, sign_in
from tests.journeys.installation import Installation, installation

pytestmark = pytest.mark.browser

FIRST = "There was a hill by the sea. A house stood on the hill. A badger lived in the house, and it was very old. "
STOPPED = "Stopped, as you asked."


@pytest.fixture(scope="module")
def model() -> Iterator[ModelServer]:
    with ModelServer().running() as first:
        yield first


@pytest.fixture(scope="module")
def second() -> Iterator[ModelServer]:
    with ModelServer().running() as behind:
        yield behind


@pytest.fixture(scope="module")
def cairn_(model: ModelServer, second: ModelServer) -> Iterator[Installation]:
    """A Cairn of its own, with two scripted models: one that falls silent for fifteen seconds is left for the other."""
    with installation(
        CAIRN_MODEL="openai:scripted",
        CAIRN_MODEL_URL=model.url,
        CAIRN_MODEL_FALLBACK="openai:behind",
        CAIRN_MODEL_FALLBACK_URL=second.url,
        CAIRN_MODEL_SECONDS="60",
    ) as running:
        yield running
    # Open until the session ends, its pipe would be told as a leak.
    if running.up is not None and running.up.stdout is not None:
        running.up.stdout.close()


async def test_an_answer_is_stopped_while_it_is_written(
    new_device: NewDevice, person: Person, model: ModelServer, second: ModelServer
) -> None:
    page = await new_device(phone=True)
    main = page.get_by_role("main")
    await sign_in(page, person)
    await page.goto("/chat")
    model.says(Reply(FIRST * 2, stalls=12), Reply("A fox, too."))
    await say(page, "so what would you say to that, hm?")
    written = main.locator(".waiting .said-text")
    # The first of all loads the model's libraries, which takes its time.
    await expect(written).to_contain_text("A house stood on the hill.", timeout=30_000)
    stop = main.get_by_role("button", name="Stop", exact=True)
    await expect(stop).to_be_in_viewport()
    await stop.click()
    log = main.get_by_role("log")
    await expect(log).to_contain_text(STOPPED)
    assert await findings(page) == []
    await expect(stop).to_have_count(0)
    await expect(log).to_contain_text("A house stood on the hill.")
    await expect(log.get_by_text("so what would you say to that, hm?")).to_have_count(1)

    # The same after a reload, and the next word is answered as ever.
    await page.reload()
    await expect(log).to_contain_text(STOPPED)
    await say(page, "and what else would you say to that, hm?")
    await expect(log).to_contain_text("A fox, too.")
    assert (len(model.asked), second.asked) == (2, [])


async def test_what_one_device_asks_is_stopped_on_another(
    new_device: NewDevice, person: Person, model: ModelServer
) -> None:
    phone, desk = await new_device(phone=True), await new_device()
    for page in (phone, desk):
        await sign_in(page, person)
        await page.goto("/chat")
    await say(phone, "buy milk")
    await expect(desk.get_by_role("log")).to_contain_text("Buy milk")
    model.says(Reply(FIRST * 2, stalls=12))
    await say(phone, "so what would you say to that, hm?")
    await expect(phone.get_by_role("main").locator(".waiting .said-text")).to_contain_text("A house stood")
    await desk.get_by_role("button", name="Stop", exact=True).click()
    for page in (phone, desk):
        await expect(page.get_by_role("log")).to_contain_text(STOPPED)
        await expect(page.get_by_role("button", name="Stop", exact=True)).to_have_count(0)
        await expect(line(page)).to_be_enabled()


async def test_words_that_broke_off_go_when_another_model_begins(
    new_device: NewDevice, person: Person, model: ModelServer, second: ModelServer
) -> None:
    page = await new_device(phone=True)
    main = page.get_by_role("main")
    await sign_in(page, person)
    await page.goto("/chat")
    model.says(Reply(FIRST * 2, stalls=25))
    second.says(Reply("A lighthouse stood there. " * 4, stalls=1, waits=1))
    await say(page, "so what would you say to that, hm?")
    written = main.locator(".waiting .said-text")
    await expect(written).to_contain_text("A house stood on the hill.")
    await expect(written).to_have_count(0, timeout=30_000)
    await expect(main.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    await expect(written).to_have_text(re.compile("^A lighthouse stood there."))
    log = main.get_by_role("log")
    await expect(log.locator(".waiting")).to_have_count(0, timeout=30_000)
    await expect(log).to_contain_text("A lighthouse stood there.")
    await expect(log).not_to_contain_text("A house stood on the hill.")


async def test_what_was_said_is_changed_and_asked_again(
    new_device: NewDevice, person: Person, model: ModelServer
) -> None:
    page = await new_device(phone=True)
    log = page.get_by_role("main").get_by_role("log")
    await sign_in(page, person)
    await page.goto("/chat")
    await say(page, "remind me to call mom tomorrow at 5pm")
    await expect(log).to_contain_text("17:00")
    await log.get_by_role("button", name="Change what I said").click()
    await expect(line(page)).to_be_focused()
    await expect(line(page)).to_have_value("remind me to call mom tomorrow at 5pm")
    assert await findings(page) == []
    await say(page, "remind me to call mom tomorrow at 6pm")
    await expect(log).to_contain_text("18:00")
    await expect(log).to_contain_text("(said anew below)")
    await expect(log).to_contain_text("Taken back: Call mom.")
    assert [one["due_at"][11:16] for one in person.rows("/reminders")] == ["18:00"]

    model.says(Reply(status=400))
    await say(page, "so what would you say to that, hm?")
    again = log.get_by_role("button", name="Try again")
    await expect(again).to_be_visible()
    model.says(Reply("A fox, too."))
    await again.click()
    await expect(log).to_contain_text("A fox, too.")
    await expect(log.get_by_text("(said anew below)")).to_have_count(2)
