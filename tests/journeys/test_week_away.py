"""A week away and back, by HTTP: what is late says so, one thing is shown, nothing is lost, nobody is reproached."""

import re
from datetime import datetime, timedelta
from typing import Any

import httpx2

from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders.ticker import tick
from tests.conftest import NOON, RunJobs

V1 = "/api/v1"
AWAY = timedelta(days=7)
REPROACH = re.compile(r"overdue|missed|late\b|behind|\bfail|streak|should have", re.IGNORECASE)


async def call(client: httpx2.AsyncClient, method: str, path: str, body: Any = None) -> Any:
    answer = await client.request(method, f"{V1}{path}", json=body)
    assert answer.is_success, answer.text
    return answer.json() if answer.content else None


async def lived_before(client: httpx2.AsyncClient) -> None:
    """A day like others: things for that day and the next ones, reminders, a mood, and a day that was begun."""
    for days, title in enumerate(("Answer Sam", "Send the photos", "Pay the gym")):
        due = (NOON + timedelta(days=days)).isoformat()
        await call(client, "POST", "/tasks", {"title": title, "due_at": due, "due_date_only": True})
    await call(client, "POST", "/tasks", {"title": "Buy milk"})
    for said in ("remind me to call the vet tomorrow at 9", "remind me to take the pill every day at 8"):
        await call(client, "POST", "/messages", {"text": said})
    await call(client, "POST", "/mood", {"energy": "low"})
    await call(client, "POST", "/reviews", {"kind": "start"})


async def test_a_week_away_and_back(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    await lived_before(client)
    clock.forward(AWAY)  # nobody rang anything meanwhile: the machine was off as well
    await tick(runtime)
    await run_jobs()

    ringing = (await call(client, "GET", "/reminders?state=ringing"))["items"]
    assert sorted(one["text"] for one in ringing) == ["Call the vet", "Take the pill"]
    vet = next(one for one in ringing if one["text"] == "Call the vet")
    assert datetime.fromisoformat(vet["last_rung_at"]) - datetime.fromisoformat(vet["rang_for"]) > timedelta(days=6)
    letters = (await call(client, "GET", "/mail/letters"))["items"]
    told = [letter["text"] for letter in letters if "Call the vet" in letter["subject"]]
    assert len(told) == 1
    assert "This was for" in told[0]
    # What repeats rang once for all the days, and comes again as ever.
    pill = [letter for letter in letters if "Take the pill" in letter["subject"]]
    assert len(pill) == 1

    following = await call(client, "GET", "/tasks/next")
    assert following["task"]["title"] == "Answer Sam"
    assert following["reason"] == "Its time has come, and now is a good moment."
    for text in ("what's next", "today", "hello"):
        reply = (await call(client, "POST", "/messages", {"text": text}))["reply"]["text"]
        assert not REPROACH.search(reply), reply
    assert (await call(client, "GET", "/mood/lately"))["energy"] is None
    assert (await call(client, "GET", "/reviews/offer"))["kind"] is None

    tasks = (await call(client, "GET", "/tasks"))["items"]
    assert {task["title"] for task in tasks} == {"Answer Sam", "Send the photos", "Pay the gym", "Buy milk"}
    begun = await call(client, "POST", "/reviews", {"kind": "shutdown"})
    while begun["step"] != "stays":
        begun = await call(client, "POST", f"/reviews/{begun['id']}/answer", {"step": begun["step"]})
    waits = await call(client, "POST", f"/reviews/{begun['id']}/answer", {"step": "stays", "all_wait": True})
    due = {task["title"]: task["due_at"] for task in (await call(client, "GET", "/tasks"))["items"]}
    tomorrow = (NOON + AWAY + timedelta(days=1)).isoformat().replace("+00:00", "Z")
    assert due == {"Answer Sam": tomorrow, "Send the photos": tomorrow, "Pay the gym": tomorrow, "Buy milk": None}
    for one in waits["decided"]:
        await call(client, "DELETE", f"/reviews/{waits['id']}/decided/{one['thing_id']}")
    assert (await call(client, "GET", "/tasks"))["items"] == [
        {**before, "version": after["version"]}
        for before, after in zip(tasks, (await call(client, "GET", "/tasks"))["items"], strict=True)
    ]
    left = (await call(client, "GET", "/reviews?kind=start"))["items"]
    assert left == []  # it is still open, and is simply gone on from or left
    fresh = await call(client, "POST", "/reviews", {"kind": "start"})
    assert fresh["day"] == (NOON + AWAY).date().isoformat()
