"""A dose that is noted in two places at once is noted once, and nobody is told that something went wrong."""

import asyncio
from datetime import timedelta

import httpx2

from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders.ticker import tick
from tests.conftest import RunJobs

V1 = "/api/v1"


async def test_noted_and_answered_at_once_it_is_one_dose(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    medication = (await client.post(f"{V1}/medications", json={"name": "Iron", "times": ["12:30"]})).json()
    (reminder,) = (await client.get(f"{V1}/reminders")).json()["items"]
    for day in range(1, 7):
        clock.forward(timedelta(hours=24) if day > 1 else timedelta(hours=1))
        await tick(runtime)
        await run_jobs()
        answers = await asyncio.gather(
            client.post(f"{V1}/medications/{medication['id']}/taken"),
            client.post(f"{V1}/reminders/{reminder['id']}/done"),
        )
        assert [answer.status_code for answer in answers][1] == 200
        assert answers[0].status_code in (200, 201, 409), answers[0].text
        doses = (await client.get(f"{V1}/doses")).json()["items"]
        assert len(doses) == day
        undone = await asyncio.gather(
            client.delete(f"{V1}/doses/{doses[0]['id']}"),
            client.post(f"{V1}/reminders/{reminder['id']}/reopen"),
        )
        assert max(answer.status_code for answer in undone) < 500
        assert len((await client.get(f"{V1}/doses")).json()["items"]) == day - 1
        await client.post(f"{V1}/medications/{medication['id']}/taken")
