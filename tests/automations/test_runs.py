"""An automation is made, runs once for each moment, and says what came of it."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts.messages import ZoneChanged
from cairn.automations import repository, running, service
from cairn.automations.settings import AutomationSettings
from cairn.automations.ticker import tick
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.automations.scheduled import DAILY, URL, asked, got, made, notices, runs
from tests.conftest import NOON, ClientFor, NewPerson, RunJobs

EIGHT = timedelta(hours=20)
"""From noon until eight the next morning."""


async def test_the_day_is_told_at_its_time(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    tomorrow = NOON + timedelta(days=1)
    await client.post("/api/v1/calendar/events", json={"title": "Dentist", "start": tomorrow.isoformat()})
    await client.post("/api/v1/tasks", json={"title": "Water the plants"})
    automation = await made(client, when="every morning at 8")
    assert (automation["name"], automation["rule_words"]) == ("Your day", "every day")
    assert automation["due_at"] == "2026-11-25T08:00:00Z"
    await tick(runtime)
    assert await runs(client, automation) == []
    clock.forward(EIGHT)
    await tick(runtime)
    await run_jobs()
    (run,) = await runs(client, automation)
    assert (run["state"], run["came"], run["late"], run["tokens"]) == ("done", "notice", False, 0)
    (told,) = await notices(client)
    assert (told["title"], told["occurrence_at"]) == ("Your day", "2026-11-25T08:00:00Z")
    assert "12:00 Dentist" in told["text"]
    assert "One thing to begin with: Water the plants" in told["text"]
    assert len(await notices(client, "email")) == 1
    assert (await got(client, automation))["due_at"] == "2026-11-26T08:00:00Z"
    assert (await got(client, automation))["last"]["id"] == run["id"]


async def test_the_week_is_opened_and_told(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    automation = await made(client, what="week", when="every sunday at 18:00")
    clock.forward(timedelta(days=5, hours=6))
    await tick(runtime)
    await run_jobs()
    (run,) = await runs(client, automation)
    assert (run["state"], run["came"]) == ("done", "review")
    review = (await client.get(f"/api/v1/reviews/{run['came_id']}")).json()
    assert (review["kind"], review["state"]) == ("week", "open")


async def test_many_tickers_and_jobs_at_once_run_it_once(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    automation = await made(client)
    clock.forward(EIGHT)
    await asyncio.gather(*(tick(runtime) for _ in range(4)))
    (run,) = await runs(client, automation)
    await asyncio.gather(*(running.run(actor, _id(run)) for _ in range(4)))
    await run_jobs()
    assert len(await notices(client)) == 1
    assert [one["state"] for one in await runs(client, automation)] == ["done"]


async def test_a_moment_that_has_its_run_gets_no_other(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock
) -> None:
    automation = await made(client)
    clock.forward(EIGHT)
    await tick(runtime)
    async with runtime.system() as work:  # as after a restore of the automation alone
        again = {"at": clock.now(), "id": automation["id"]}
        await work.session.execute(text("update automations set due_at = :at where id = :id"), again)
    assert await tick(runtime) >= 1
    assert len(await runs(client, automation)) == 1


async def test_cut_off_half_way_it_is_done_anew_and_once(
    client: httpx2.AsyncClient,
    actor: Actor,
    runtime: Runtime,
    clock: StillClock,
    run_jobs: RunJobs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    automation = await made(client)
    clock.forward(EIGHT)
    await tick(runtime)
    (run,) = await runs(client, automation)
    tell = running._tell

    async def cut_off(*given: Any, **more: Any) -> None:
        await tell(*given, **more)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(running, "_tell", cut_off)
        with pytest.raises(KeyboardInterrupt):
            await running.run(actor, _id(run))
    assert [one["state"] for one in await runs(client, automation)] == ["running"]
    assert await notices(client) == []
    await run_jobs()
    assert [one["state"] for one in await runs(client, automation)] == ["done"]
    assert len(await notices(client)) == 1


async def test_what_fails_again_and_again_says_so(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    automation = await made(client)
    clock.forward(EIGHT)
    await tick(runtime)
    (run,) = await runs(client, automation)

    async def broken(*_: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(running, "_do", broken)
    for _ in range(running.MOST_ATTEMPTS):
        with pytest.raises(RuntimeError):
            await running.run(actor, _id(run))
    await running.run(actor, _id(run))
    (run,) = await runs(client, automation)
    assert (run["state"], run["why"]) == ("failed", "trouble")
    (told,) = await notices(client)
    assert told["text"] == "It couldn't be done: something went wrong on our side."


async def test_after_days_away_the_latest_runs_late_and_no_other(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    automation = await made(client)
    clock.forward(timedelta(days=5))
    await tick(runtime)
    await run_jobs()
    (run,) = await runs(client, automation)
    assert (run["scheduled_for"], run["late"]) == ("2026-11-29T08:00:00Z", True)
    assert (await got(client, automation))["due_at"] == "2026-11-30T08:00:00Z"
    assert len(await notices(client)) == 1


async def test_paused_it_waits_and_resumed_it_goes_on_with_what_is_to_come(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock
) -> None:
    automation = await made(client)
    for _ in range(2):
        paused = (await client.post(f"{URL}/{automation['id']}/pause")).json()
        assert (paused["due_at"], paused["next_words"]) == (None, None)
    clock.forward(timedelta(days=3))
    await tick(runtime)
    resumed = (await client.post(f"{URL}/{automation['id']}/resume")).json()
    assert (resumed["due_at"], resumed["paused_at"]) == ("2026-11-28T08:00:00Z", None)
    assert await runs(client, automation) == []


async def test_paused_between_its_moment_and_its_run_nothing_is_told(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    automation = await made(client)
    clock.forward(EIGHT)
    await tick(runtime)
    await client.post(f"{URL}/{automation['id']}/pause")
    await run_jobs()
    (run,) = await runs(client, automation)
    assert (run["state"], run["why"]) == ("skipped", "paused")
    assert await notices(client) == []


async def test_it_runs_by_hand_once_however_often_it_is_asked_for(
    client: httpx2.AsyncClient, run_jobs: RunJobs
) -> None:
    automation = await made(client)
    await client.post(f"{URL}/{automation['id']}/pause")
    answers = await asyncio.gather(*(client.post(f"{URL}/{automation['id']}/runs") for _ in range(6)))
    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.json()["id"] for answer in answers}) == 1
    await run_jobs()
    (run,) = await runs(client, automation)
    assert (run["state"], run["by_hand"], run["late"]) == ("done", True, False)


async def test_an_edit_goes_by_its_version_and_puts_the_next_time_right(client: httpx2.AsyncClient) -> None:
    automation = await made(client)
    path = f"{URL}/{automation['id']}"
    change = {"when": "every sunday at 18:00", "name": "Look ahead"}
    edited = await client.patch(path, json=change, headers={"If-Match": f'"{automation["version"]}"'})
    assert edited.status_code == 200, edited.text
    assert (edited.json()["name"], edited.json()["due_at"]) == ("Look ahead", "2026-11-29T18:00:00Z")
    stale = await client.patch(path, json={"name": "Mine"}, headers={"If-Match": f'"{automation["version"]}"'})
    assert stale.status_code == 412
    assert (await client.delete(path, headers={"If-Match": f'"{automation["version"]}"'})).status_code == 412
    assert (await client.delete(path)).status_code == 204
    assert (await client.get(path)).status_code == 404


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"what": "digest", "when": "tomorrow at 8"}, "unreadable-schedule"),
        ({"what": "digest", "when": "every 10 minutes"}, "unusable-schedule"),
        ({"what": "digest", "begins": "2026-11-20T08:00:00Z", "rrule": "FREQ=DAILY"}, "begins-in-the-past"),
        ({"what": "digest", "begins": DAILY["begins"], "rrule": "FREQ=NEVER"}, "unusable-schedule"),
        ({"what": "prompt", **DAILY}, "nothing-to-ask"),
        ({"what": "week", "prompt": "Hello", **DAILY}, "nothing-to-ask"),
        ({"what": "digest"}, "invalid"),
        ({"what": "digest", "when": "every day", **DAILY}, "invalid"),
        ({"what": "anything", **DAILY}, "invalid"),
    ],
)
async def test_what_cannot_run_is_refused_with_a_reason(
    client: httpx2.AsyncClient, body: dict[str, Any], problem: str
) -> None:
    answer = await client.post(URL, json=body)
    assert answer.status_code == 422, answer.text
    assert answer.json()["type"] == f"/problems/{problem}"
    assert (await client.get(URL)).json()["items"] == []


async def test_there_are_no_more_than_allowed_also_of_many_at_once(client: httpx2.AsyncClient) -> None:
    most = AutomationSettings(_env_file=None).automations
    answers = await asyncio.gather(*(client.post(URL, json={"what": "digest", **DAILY}) for _ in range(most + 4)))
    assert sorted(answer.status_code for answer in answers) == [201] * most + [409] * 4


async def test_it_follows_its_person_to_another_zone(client: httpx2.AsyncClient, actor: Actor) -> None:
    automation = await made(client)
    changed = await client.patch("/api/v1/me/preferences", json={"time_zone": "America/New_York"})
    if changed.status_code >= 300:
        async with actor.work() as work:
            await work.publish(ZoneChanged(old="Europe/Lisbon", new="America/New_York"))
    moved = await got(client, automation)
    assert (moved["zone"], moved["due_at"]) == ("America/New_York", "2026-11-25T13:00:00Z")


async def test_old_runs_go(client: httpx2.AsyncClient, actor: Actor, clock: StillClock, run_jobs: RunJobs) -> None:
    automation = await made(client)
    await client.post(f"{URL}/{automation['id']}/runs")
    await run_jobs()
    clock.forward(timedelta(days=91))
    async with actor.work() as work:
        await service.trim(work)
    async with actor.work() as work:
        assert await repository.latest(work, [_id(automation)]) == {}


async def test_someone_elses_automation_does_not_exist(
    client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor
) -> None:
    automation = await made(client)
    other = client_for(await person())
    path = f"{URL}/{automation['id']}"
    for method, where, body in [
        ("GET", path, None),
        ("PATCH", path, {"name": "Mine"}),
        ("DELETE", path, None),
        ("POST", f"{path}/pause", None),
        ("POST", f"{path}/resume", None),
        ("POST", f"{path}/runs", None),
        ("GET", f"{path}/runs", None),
    ]:
        assert (await other.request(method, where, json=body)).status_code == 404, (method, where)
    assert (await other.get(URL)).json()["items"] == []


async def test_without_a_model_a_prompt_says_so_and_does_nothing(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    automation = await asked(client, "What did I leave undone this week?")
    assert (automation["asks_model"], automation["ready"]) == (True, False)
    clock.forward(EIGHT)
    await tick(runtime)
    await run_jobs()
    (run,) = await runs(client, automation)
    assert (run["state"], run["why"], run["requests"]) == ("skipped", "no_model", 0)
    (told,) = await notices(client)
    assert told["text"] == "It asks a language model, and this Cairn has none. Nothing was done."
    assert (await client.get("/api/v1/conversations")).json()["items"] == []


def _id(one: dict[str, Any]) -> UUID:
    return UUID(one["id"])
