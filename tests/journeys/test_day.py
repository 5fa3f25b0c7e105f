"""A day in the life, by HTTP: said in a person's own words, and each time true in the books before it is told."""

from datetime import timedelta
from typing import Any

import httpx2

from cairn.focus import ticker as focus
from cairn.notify import ladder_ticker as ladders
from cairn.plans import ticker as plans
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders import ticker as reminders
from tests.conftest import RunJobs

V1 = "/api/v1"
MINUTE = timedelta(minutes=1)


class Day:
    """One person's day: they say something, time goes by, and the books are looked into."""

    def __init__(self, client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs) -> None:
        self.client = client
        self.runtime = runtime
        self.clock = clock
        self.run_jobs = run_jobs

    async def say(self, text: str) -> tuple[str, list[str]]:
        """The answer, and the kinds of what was changed."""
        answer = await self.client.post(f"{V1}/messages", json={"text": text})
        assert answer.status_code == 200, answer.text
        said = answer.json()
        return said["reply"]["text"], [one["kind"] for one in said["receipts"]]

    async def rows(self, path: str) -> list[dict[str, Any]]:
        answer = await self.client.get(f"{V1}{path}")
        assert answer.is_success, answer.text
        found: list[dict[str, Any]] = answer.json()["items"]
        return found

    async def pass_by(self, minutes: float) -> None:
        self.clock.forward(MINUTE * minutes)
        for tick in (reminders.tick, ladders.tick, focus.tick, plans.tick):
            await tick(self.runtime)
        await self.run_jobs()

    async def until(self, clock: str) -> None:
        """Until it is so late that day, in Lisbon, where the clock shows UTC in winter."""
        hours, minutes = map(int, clock.split(":"))
        now = self.clock.now()
        later = now.replace(hour=hours, minute=minutes)
        assert later > now
        await self.pass_by((later - now) / MINUTE)


async def test_a_day_in_the_life(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    day = Day(client, runtime, clock, run_jobs)
    clock.forward(MINUTE * (19 * 60 + 30))  # from noon until half past seven the next morning
    await _morning(day)
    await _forenoon(day)
    await _afternoon(day)
    await _evening(day)


async def _morning(day: Day) -> None:
    await day.client.post(f"{V1}/medications", json={"name": "Ritalin", "dose": "10 mg", "times": ["08:00"]})
    assert (await day.say("start my day"))[1] == ["review.begun"]
    assert (await day.say("feeling flat, low energy"))[1] == ["mood.said"]
    assert [(one["mood"], one["energy"]) for one in await day.rows("/mood")] == [("flat", "low")]
    _, kinds = await day.say("buy milk, call the bank, and idea: a red bike")
    assert kinds == ["task.added", "task.added", "thought.kept"]
    await day.until("08:01")
    assert (await day.say("took it"))[1] == ["dose.taken"]
    assert [one["state"] for one in await day.rows("/doses")] == ["taken"]


async def _forenoon(day: Day) -> None:
    reply, _ = await day.say("what's next")
    assert "milk" in reply.lower() or "bank" in reply.lower()
    reply, kinds = await day.say("break down call the bank")
    assert kinds == ["task.smaller"], reply
    assert [bool(task["steps"]) for task in await day.rows("/tasks") if task["title"] == "Call the bank"] == [True]

    _, kinds = await day.say("remind me to take the bread out in 20 minutes")
    assert kinds == ["reminder.booked"]
    (bread,) = [one for one in await day.rows("/reminders") if one["text"] == "Take the bread out"]
    ladder = {
        "rungs": [
            {"channels": ["page"]},
            {"channels": ["email"], "after_minutes": 5},
            {"channels": ["email"], "after_minutes": 9},
        ]
    }
    (await day.client.patch(f"{V1}/reminders/{bread['id']}", json={"ladder": ladder})).raise_for_status()
    await day.pass_by(20)
    await day.pass_by(5)
    went = await day.rows(f"/reminders/{bread['id']}/deliveries")
    assert sorted((one["channel"], one["state"]) for one in went) == [
        ("email", "planned"),
        ("email", "sent"),
        ("page", "queued"),
    ]
    assert (await day.say("done"))[1] == ["reminder.done"]
    await day.pass_by(10)
    went = await day.rows(f"/reminders/{bread['id']}/deliveries")
    assert [one for one in went if one["state"] in ("planned", "queued")] == []
    assert len([one for one in await day.rows("/mail/letters") if "bread" in one["subject"]]) == 1

    assert (await day.say("focus 25 minutes on buy milk"))[1] == ["focus.started"]
    assert (await day.say("park: where is the umbrella?"))[1] == ["parked.kept"]
    await day.pass_by(26)
    told = [one["text"] for one in await day.rows("/deliveries?channel=page") if one["kind"] == "focus"]
    assert told, "its end is told"
    assert (await day.say("done with buy milk"))[1] == ["task.done"]


async def _afternoon(day: Day) -> None:
    _, kinds = await day.say("dentist today at 3pm to 4pm, 25 minutes to get there")
    assert kinds == ["event.added"]
    assert (await day.say("when the dentist is over, I'll write down the next date"))[1] == ["plan.added"]
    assert [one["leave_by"] for one in await day.rows("/calendar/events")] == ["2026-11-25T14:35:00Z"]
    assert (await day.say("move the dentist to 4pm"))[1] == ["event.moved"]
    assert [one["leave_by"] for one in await day.rows("/calendar/events")] == ["2026-11-25T15:35:00Z"]
    await day.until("15:36")
    ringing = [one["text"] for one in await day.rows("/reminders?state=ringing")]
    assert any("Dentist" in text for text in ringing), ringing
    assert (await day.say("done"))[1] == ["reminder.done"]
    await day.until("17:01")
    told = [one for one in await day.rows("/deliveries?channel=page") if one["kind"] == "plan"]
    assert [one["title"] for one in told] == ["Write down the next date"]


async def _evening(day: Day) -> None:
    reply, _ = await day.say("it's too much")
    assert reply.count("\n") <= 2, "one thing, and nothing else in sight"
    reply, _ = await day.say("what did I say about the bike?")
    assert "bike" in reply
    assert (await day.say("every evening at 20:00 tell me my day"))[1] == ["automation.added"]
    await day.until("21:30")
    reply, kinds = await day.say("shut down the day")
    assert kinds == ["review.begun"]
    assert {task["title"] for task in await day.rows("/tasks")} >= {"Call the bank"}
    closing = (await day.client.post(f"{V1}/reviews", json={"kind": "shutdown"})).json()
    assert (closing["day"], "Buy milk" in str(closing)) == ("2026-11-25", True), closing
