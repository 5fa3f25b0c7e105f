"""Memory as people use it, by HTTP and without a model: tell, recall, correct, recall, forget, recall."""

from datetime import timedelta
from typing import Any

import httpx2

from cairn.platform.clock import StillClock
from tests.conftest import RunJobs
from tests.journeys.test_story import say


def kinds(told: dict[str, Any]) -> list[str]:
    return [receipt["kind"] for receipt in told["receipts"]]


def text(told: dict[str, Any]) -> str:
    words: str = told["reply"]["text"]
    return words


async def test_told_recalled_corrected_recalled_forgotten_and_gone(
    client: httpx2.AsyncClient, clock: StillClock, run_jobs: RunJobs
) -> None:
    await say(client, "I live in Lisbon.")
    await run_jobs()
    clock.forward(timedelta(days=7))
    told = await say(client, "where do I live?")
    assert text(told) == "You live in Lisbon. You told me on Tue 24 Nov, 12:00 (7 days ago): “I live in Lisbon”"
    assert [quote["text"] for quote in told["reply"]["quotes"]] == ["I live in Lisbon"]

    put_right = await say(client, "no, I live in Porto")
    assert (kinds(put_right), text(put_right)) == (["fact.corrected"], "Put right: Porto.")
    assert put_right["receipts"][0]["can_undo"]
    clock.forward(timedelta(minutes=1))
    told = await say(client, "where do I live?")
    assert text(told).startswith("You live in Porto. ")
    assert "Lisbon" not in text(told)
    earlier = await say(client, "where did I live before?")
    assert text(earlier).startswith("You lived in Lisbon, until Tue 1 Dec, 12:00")

    await say(client, "where do I live?")
    gone = await say(client, "forget that")
    assert kinds(gone) == ["memory.forgotten"]
    assert not gone["receipts"][0]["can_undo"]
    assert "can't be brought back" in text(gone)
    told = await say(client, "where do I live?")
    assert "Porto" not in text(told)
