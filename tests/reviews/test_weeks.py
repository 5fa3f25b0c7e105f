"""A week is gone through from what really happened."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from cairn.platform.clock import StillClock
from tests.reviews.walking import begin, call, decide, say, task, titles, until


async def lived_a_week(client: httpx2.AsyncClient) -> dict[str, dict[str, Any]]:
    done = await task(client, "Water the plants")
    await call(client, "POST", f"/tasks/{done['id']}/done")
    again = await task(client, "File the taxes")
    for _ in range(3):
        await call(client, "POST", f"/tasks/{again['id']}/later")
    await call(client, "POST", "/mood", {"mood": "good", "energy": "high"})
    await call(client, "POST", "/messages", {"text": "idea: a red bike"})
    await call(client, "POST", "/messages", {"text": "remind me to call Ana on thursday at 9"})
    return {
        "again": again,
        "waiting": await task(client, "Get the keys", waiting_for="Marta"),
        "someday": await task(client, "Learn the ukulele", someday=True),
    }


async def test_a_week_is_gone_through_from_what_really_happened(client: httpx2.AsyncClient) -> None:
    there = await lived_a_week(client)
    review = await begin(client, "week")
    assert [step["name"] for step in review["steps"]] == [
        *("done", "mood", "captured", "again", "waiting", "someday", "ahead", "close")
    ]
    assert sum(step["seconds"] for step in review["steps"]) < 600
    assert titles(review) == ["Water the plants"]
    review = await say(client, review)
    assert titles(review) == ["Good, lots of energy"]
    review = await say(client, review)
    (idea,) = review["screen"]["things"]
    review = await decide(client, review, idea["id"], "task")
    assert [(one["title"], one["what"]) for one in review["decided"]] == [(idea["title"], "task")]
    review = await say(client, review)
    assert titles(review) == ["File the taxes"]
    review = await decide(client, review, there["again"]["id"], "smaller")
    assert (await call(client, "GET", f"/tasks/{there['again']['id']}"))["steps"]
    review = await say(client, review)
    assert (titles(review), review["screen"]["things"][0]["about"]) == (["Get the keys"], "Marta")
    review = await decide(client, review, there["waiting"]["id"], "came")
    review = await say(client, review)
    review = await decide(client, review, there["someday"]["id"], "back")
    review = await say(client, review)
    assert titles(review) == ["Call Ana"]
    review = await say(client, await say(client, review), text="A good week")
    assert (review["state"], review["summary"]["note"]) == ("done", "A good week")
    (row,) = (await call(client, "GET", "/reviews?kind=week"))["items"]
    assert (row["id"], row["day"]) == (review["id"], "2026-11-16")
    assert (await call(client, "GET", f"/tasks/{there['waiting']['id']}"))["waiting_for"] == ""
    assert not (await call(client, "GET", f"/tasks/{there['someday']['id']}"))["someday"]


async def test_thats_enough_keeps_what_was_decided(client: httpx2.AsyncClient) -> None:
    there = await lived_a_week(client)
    review = await until(client, await begin(client, "week"), "again")
    await decide(client, review, there["again"]["id"], "someday")
    ended = [await call(client, "POST", f"/reviews/{review['id']}/enough") for _ in range(2)]
    assert ended[0] == ended[1]
    assert [one["what"] for one in ended[0]["decided"]] == ["someday"]
    assert (await call(client, "GET", f"/tasks/{there['again']['id']}"))["someday"]


@pytest.mark.parametrize("what", ["smaller", "keep"])
async def test_what_was_decided_about_doesnt_come_again_at_once(client: httpx2.AsyncClient, what: str) -> None:
    there = await lived_a_week(client)
    review = await until(client, await begin(client, "week"), "again")
    review = await decide(client, review, there["again"]["id"], what)
    await call(client, "POST", f"/reviews/{review['id']}/enough")
    assert "again" not in {step["name"] for step in (await begin(client, "week"))["steps"]}
    await call(client, "DELETE", f"/reviews/{review['id']}/decided/{there['again']['id']}")
    assert (await call(client, "GET", f"/tasks/{there['again']['id']}"))["steps"] == []
    fresh = await begin(client, "week")
    await call(client, "POST", f"/reviews/{fresh['id']}/enough")
    assert "again" in {step["name"] for step in (await begin(client, "week"))["steps"]}


async def test_not_that_taken_back_counts_as_never_said(client: httpx2.AsyncClient, clock: StillClock) -> None:
    made = await task(client, "File the taxes")
    for _ in range(2):
        await call(client, "POST", f"/tasks/{made['id']}/later")
    clock.forward(timedelta(hours=4))
    await call(client, "POST", "/messages", {"text": "not that"})
    await call(client, "POST", "/messages", {"text": "undo"})
    assert "again" not in {step["name"] for step in (await begin(client, "week"))["steps"]}
    await call(client, "POST", "/messages", {"text": "not that"})
    clock.forward(timedelta(days=7))
    assert "again" in {step["name"] for step in (await begin(client, "week"))["steps"]}


async def test_a_forgotten_thought_is_not_told_by_the_record(client: httpx2.AsyncClient) -> None:
    await lived_a_week(client)
    review = await until(client, await begin(client, "week"), "captured")
    (idea,) = review["screen"]["things"]
    await decide(client, review, idea["id"], "task")
    await call(client, "POST", f"/reviews/{review['id']}/enough")
    await call(client, "DELETE", f"/memories/{idea['id']}", status=204)
    assert (await call(client, "GET", f"/reviews/{review['id']}"))["decided"] == []


async def test_a_thought_put_on_the_list_waits_in_the_inbox_no_more(client: httpx2.AsyncClient) -> None:
    await lived_a_week(client)
    review = await until(client, await begin(client, "week"), "captured")
    (idea,) = review["screen"]["things"]
    assert [one["id"] for one in (await call(client, "GET", "/inbox"))["items"]] == [idea["id"]]
    await decide(client, review, idea["id"], "task")
    assert (await call(client, "GET", "/inbox"))["items"] == []
    await call(client, "DELETE", f"/reviews/{review['id']}/decided/{idea['id']}")
    assert [one["id"] for one in (await call(client, "GET", "/inbox"))["items"]] == [idea["id"]]
