"""What was said is found the moment its answer is there, before any worker did anything."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from cairn.chat import service as chat
from cairn.memory.settings import MemorySettings
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.settings import Settings
from tests.conftest import RunJobs

V1 = "/api/v1"
MOST = 4


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """A day's share that is soon used up."""
    sections = [section for section in settings.sections() if not isinstance(section, MemorySettings)]
    return Settings([*sections, MemorySettings(_env_file=None, memory_daily_limit=MOST)])


async def say(client: httpx2.AsyncClient, words: str) -> dict[str, Any]:
    answer = await client.post(f"{V1}/messages", json={"text": words})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def kept(client: httpx2.AsyncClient) -> list[str]:
    answer = await client.get(f"{V1}/memories")
    return sorted(one["text"] for one in answer.json()["items"])


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("remind me to water the orchid tomorrow at 3pm", "what did I say about the orchid?"),
        ("buy milk for the pancake party", "what did I say about the pancake party?"),
        ("I lent the green tent to Martin", "who did I lend the tent to?"),
        ("we watched Solaris yesterday and I loved it", "which film did we watch?"),
        ("I left the charger at the office", "where did I leave the charger?"),
    ],
)
async def test_a_question_right_after_is_answered(client: httpx2.AsyncClient, words: str, question: str) -> None:
    await say(client, words)
    told = await say(client, question)
    assert [quote["text"].lower() for quote in told["reply"]["quotes"]] == [words.lower()]


async def test_a_question_about_something_else_is_still_not_answered(client: httpx2.AsyncClient) -> None:
    await say(client, "I left the charger at the office")
    told = await say(client, "what is the name of my dentist?")
    assert told["reply"]["quotes"] == []
    assert told["reply"]["text"].startswith("I don't have that")


async def test_a_search_by_words_finds_a_reminder_right_after(client: httpx2.AsyncClient) -> None:
    await say(client, "remind me to water the orchid tomorrow at 3pm")
    found = await client.post(f"{V1}/memories/search", json={"query": "orchid"})
    assert [hit["memory"]["text"] for hit in found.json()["items"]] == ["remind me to water the orchid tomorrow at 3pm"]


async def test_what_is_kept_at_once_is_kept_once(client: httpx2.AsyncClient, actor: Actor, run_jobs: RunJobs) -> None:
    told = await say(client, "remind me to water the orchid tomorrow at 3pm")
    await chat.learn(actor, told["message"]["id"])
    await run_jobs()
    assert await kept(client) == ["remind me to water the orchid tomorrow at 3pm"]


async def test_who_has_no_room_today_is_answered_all_the_same_and_kept_later(
    client: httpx2.AsyncClient, clock: StillClock, run_jobs: RunJobs
) -> None:
    for number in range(MOST):
        await say(client, f"remind me to water orchid {number} tomorrow at 3pm")
    told = await say(client, "remind me to call Ana tomorrow at 3pm")
    assert told["reply"]["text"].startswith("Booked: Call Ana.")
    assert len(await kept(client)) == MOST
    clock.forward(timedelta(days=1, minutes=1))
    await run_jobs()
    assert len(await kept(client)) == MOST + 1
