"""The first walk through the product, by HTTP: say it, see it booked, be reminded, be done, and ask later."""

from datetime import datetime, timedelta
from typing import Any

import httpx2

from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders.ticker import tick
from tests.conftest import RunJobs

V1 = "/api/v1"


async def say(client: httpx2.AsyncClient, text: str, **more: Any) -> dict[str, Any]:
    answer = await client.post(f"{V1}/messages", json={"text": text, **more})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def test_a_reminder_is_booked_arrives_is_done_and_is_remembered(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    booked = await say(client, "remind me to call the dentist tomorrow at 3pm")

    (receipt,) = booked["receipts"]
    assert receipt["kind"] == "reminder.booked"
    assert receipt["title"] == "Call the dentist"
    assert datetime.fromisoformat(receipt["when"]) == datetime.fromisoformat("2026-11-25T15:00:00+00:00")
    assert "Wed 25 Nov, 15:00" in booked["reply"]["text"]
    await run_jobs()

    assert await tick(runtime) == 0
    clock.forward(timedelta(hours=27))
    await tick(runtime)
    await run_jobs()
    deliveries = (await client.get(f"{V1}/reminders/{receipt['subject_id']}/deliveries")).json()["items"]
    states = {row["channel"]: row["state"] for row in deliveries}
    assert states == {"page": "queued", "email": "sent"}
    letters = (await client.get(f"{V1}/mail/letters")).json()["items"]
    assert any("Call the dentist" in letter["subject"] for letter in letters)

    seen = next(row["id"] for row in deliveries if row["channel"] == "page")
    assert (await client.post(f"{V1}/deliveries/{seen}/seen")).status_code == 200
    finished = await say(client, "done")
    assert [row["kind"] for row in finished["receipts"]] == ["reminder.done"]
    await tick(runtime)
    await run_jobs()
    assert len((await client.get(f"{V1}/mail/letters")).json()["items"]) == len(letters)

    clock.forward(timedelta(days=20))
    recalled = await say(client, "what did I say about the dentist?")
    assert recalled["receipts"] == []
    quotes = recalled["reply"]["quotes"]
    assert "call the dentist tomorrow at 3pm" in quotes[0]["text"]
    assert quotes[0]["occurred_at"].startswith("2026-11-24")


async def test_undo_takes_a_booking_back(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    booked = await say(client, "remind me to water the plants in 20 minutes")
    (receipt,) = booked["receipts"]

    undone = await client.post(f"{V1}/receipts/{receipt['id']}/undo")
    again = await client.post(f"{V1}/receipts/{receipt['id']}/undo")
    clock.forward(timedelta(minutes=21))
    await tick(runtime)
    await run_jobs()

    assert undone.status_code == again.status_code == 200
    assert undone.json()["undone_at"] == again.json()["undone_at"]
    assert (await client.get(f"{V1}/mail/letters")).json()["items"] == []


async def test_what_was_captured_offline_counts_from_when_it_was_said(
    client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    said_at = clock.now() - timedelta(minutes=15)
    body = {"id": str(runtime.new_id()), "said_at": said_at.isoformat()}

    booked = await say(client, "remind me to take the cake out in 20 minutes", **body)
    again = await say(client, "remind me to take the cake out in 20 minutes", **body)

    (receipt,) = booked["receipts"]
    assert datetime.fromisoformat(receipt["when"]) == said_at + timedelta(minutes=20)
    assert again == booked
    assert len((await client.get(f"{V1}/reminders")).json()["items"]) == 1


async def test_nothing_typed_is_ever_lost(client: httpx2.AsyncClient, run_jobs: RunJobs) -> None:
    for text in ("the light in the stairwell has a strange colour", "¿¡—…", "🪨", "x" * 5000):
        told = await say(client, text)
        assert told["message"]["text"] == text
        assert told["reply"]["text"]
    await run_jobs()

    kept = (await client.get(f"{V1}/memories")).json()["items"]

    assert "The light in the stairwell has a strange colour" in {row["text"] for row in kept}


async def test_the_same_answer_comes_as_a_stream(client: httpx2.AsyncClient) -> None:
    answer = await client.post(f"{V1}/messages", json={"text": "buy milk"}, headers={"Accept": "text/event-stream"})

    assert answer.headers["content-type"].startswith("text/event-stream")
    kinds = [line.removeprefix("event: ") for line in answer.text.splitlines() if line.startswith("event: ")]
    assert kinds[0] == "message"
    assert "receipt" in kinds
    assert kinds[-1] == "done"


async def test_said_elsewhere_it_keeps_to_the_clock_of_that_place(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    booked = await say(client, "take my pills every day at 9:15 am", time_zone="America/New_York")
    kept = await say(client, "remember that the tent is in the attic", said_at="2026-11-23T08:00:00Z")

    reminder = (await client.get(f"{V1}/reminders/{booked['receipts'][0]['subject_id']}")).json()
    memory = (await client.get(f"{V1}/memories/{kept['receipts'][0]['subject_id']}")).json()

    assert (reminder["zone"], reminder["floating"]) == ("America/New_York", False)
    assert reminder["due_at"] == "2026-11-24T14:15:00Z"
    assert memory["occurred_at"] == "2026-11-23T08:00:00Z"
