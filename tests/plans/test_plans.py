"""A plan begins when its cue comes, once, and asks nothing of anybody."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx2
import pytest

from cairn.accounts.messages import ZoneChanged
from cairn.plans import ahead, beginning, service
from cairn.plans.ticker import tick
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.conftest import NOON, ClientFor, NewPerson, RunJobs

URL = "/api/v1/plans"
BOWL = "Put the keys in the bowl"


async def made(client: httpx2.AsyncClient, kind: str, deed: str = BOWL, **cue: Any) -> dict[str, Any]:
    answer = await client.post(URL, json={"cue": {"kind": kind, **cue}, "deed": deed})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def got(client: httpx2.AsyncClient, plan: dict[str, Any]) -> dict[str, Any]:
    return dict((await client.get(f"{URL}/{plan['id']}")).json())


async def beginnings(client: httpx2.AsyncClient, plan: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await client.get(f"{URL}/{plan['id']}/beginnings")).json()["items"]
    return found


async def notices(client: httpx2.AsyncClient) -> list[dict[str, Any]]:
    found = (await client.get("/api/v1/deliveries", params={"channel": "page"})).json()["items"]
    return [one for one in found if one["kind"] == "plan"]


async def event(client: httpx2.AsyncClient, title: str, start: Any, end: Any) -> str:
    body = {"title": title, "start": start.isoformat(), "end": end.isoformat()}
    return str((await client.post("/api/v1/calendar/events", json=body)).raise_for_status().json()["id"])


async def come(runtime: Runtime, run_jobs: RunJobs) -> None:
    await tick(runtime)
    await run_jobs()


async def test_at_its_time_on_its_days(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    plan = await made(client, "time", at="21:00", days="FREQ=WEEKLY;BYDAY=TU,TH")
    assert plan["due_at"] == "2026-11-24T21:00:00Z"
    assert plan["cue_words"].endswith("at 21:00")
    assert plan["hook_url"] is None
    await come(runtime, run_jobs)
    assert await notices(client) == []
    clock.forward(timedelta(hours=9))
    await come(runtime, run_jobs)
    await come(runtime, run_jobs)
    (told,) = await notices(client)
    assert (told["title"], told["occurrence_at"], told["text"]) == (BOWL, "2026-11-24T21:00:00Z", plan["cue_words"])
    now = await got(client, plan)
    assert (now["due_at"], now["version"]) == ("2026-11-26T21:00:00Z", plan["version"])
    assert (now["last"]["began_at"], now["last"]["answer"]) == ("2026-11-24T21:00:00Z", None)


async def test_what_was_missed_is_passed_over(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    plan = await made(client, "time", at="21:00")
    clock.forward(timedelta(hours=10, minutes=1))
    await come(runtime, run_jobs)
    assert (await beginnings(client, plan), await notices(client)) == ([], [])
    assert (await got(client, plan))["due_at"] == "2026-11-25T21:00:00Z"


async def test_many_tickers_and_jobs_at_once_begin_it_once(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    plan = await made(client, "time", at="12:30")
    clock.forward(timedelta(minutes=31))
    taken = await asyncio.gather(*(tick(runtime) for _ in range(4)))
    assert sum(taken) == 1
    await run_jobs()

    async def again() -> None:
        async with actor.work() as work:
            await beginning.due(work, UUID(plan["id"]), NOON + timedelta(minutes=30))

    await asyncio.gather(*(again() for _ in range(4)))
    assert len(await beginnings(client, plan)) == len(await notices(client)) == 1
    assert (await got(client, plan))["due_at"] == "2026-11-25T12:30:00Z"


async def test_a_moment_that_was_written_is_told_as_itself_also_when_a_later_one_is(
    client: httpx2.AsyncClient, actor: Actor, clock: StillClock
) -> None:
    plan = await made(client, "time", at="21:00")
    async with actor.work() as work:
        first = (await beginning.begin_now(work, UUID(plan["id"]))).id
    clock.forward(timedelta(minutes=1))
    async with actor.work() as work:
        later = (await beginning.begin_now(work, UUID(plan["id"]))).id
    clock.forward(timedelta(minutes=-1))
    async with actor.work() as work:
        again = (await beginning.begin_now(work, UUID(plan["id"]))).id
    assert again == first != later


async def test_when_an_event_is_over_and_with_it_as_it_moves(
    client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    hour = timedelta(hours=1)
    plan = await made(client, "event", title="reunião ana")
    assert plan["due_at"] is None
    await event(client, "Lunch", NOON + hour, NOON + 2 * hour)
    meeting = await event(client, "Reunião com a Ana", NOON + hour, NOON + 2 * hour)
    assert (await got(client, plan))["due_at"] == "2026-11-24T14:00:00Z"
    later = {"start": (NOON + 2 * hour).isoformat(), "end": (NOON + 4 * hour).isoformat()}
    (await client.patch(f"/api/v1/calendar/events/{meeting}", json=later)).raise_for_status()
    assert (await got(client, plan))["due_at"] == "2026-11-24T16:00:00Z"
    clock.forward(3 * hour)
    await come(runtime, run_jobs)
    assert await notices(client) == []
    clock.forward(hour)
    await come(runtime, run_jobs)
    assert [one["occurrence_at"] for one in await notices(client)] == ["2026-11-24T16:00:00Z"]
    another = await event(client, "Ana, outra reunião", NOON + 5 * hour, NOON + 6 * hour)
    assert (await got(client, plan))["due_at"] == "2026-11-24T18:00:00Z"
    (await client.delete(f"/api/v1/calendar/events/{another}")).raise_for_status()
    assert (await got(client, plan))["due_at"] is None


async def test_ends_beyond_reach_are_found_by_night(
    client: httpx2.AsyncClient, actor: Actor, clock: StillClock
) -> None:
    far = NOON + timedelta(days=20)
    plan = await made(client, "event", title="")
    await event(client, "Concert", far, far + timedelta(hours=2))
    assert (await got(client, plan))["due_at"] is None
    clock.forward(timedelta(days=14))
    async with actor.work() as work:
        await ahead.look_ahead(work)
    assert (await got(client, plan))["due_at"] == "2026-12-14T14:00:00Z"


def _call(plan: dict[str, Any]) -> str:
    return str(plan["hook_url"])[str(plan["hook_url"]).index("/api/") :]


async def test_on_arrival_once_however_often_the_phone_says_so(
    client: httpx2.AsyncClient, nobody: httpx2.AsyncClient, clock: StillClock, run_jobs: RunJobs
) -> None:
    plan = await made(client, "arrival", place="home")
    assert "hook_url" not in await got(client, plan)
    for body in ({}, {"json": {"anything": ["at all"]}}, {"content": b"x=1"}):
        assert (await nobody.post(_call(plan), **body)).status_code == 204
    await run_jobs()
    (told,) = await notices(client)
    assert (told["title"], told["text"]) == (BOWL, "When you get to: home")
    assert (await got(client, plan))["heard_at"] == "2026-11-24T12:00:00Z"
    clock.forward(timedelta(minutes=5))
    await nobody.post(_call(plan))
    await run_jobs()
    assert len(await notices(client)) == 2


@pytest.mark.parametrize("key", ["wrong", "x" * 43, "é", "%00"])
async def test_a_wrong_key_and_no_plan_are_answered_alike(
    client: httpx2.AsyncClient, nobody: httpx2.AsyncClient, key: str, run_jobs: RunJobs
) -> None:
    plan = await made(client, "arrival", place="home")
    word = await made(client, "word", word="pebble")
    answers = [
        await nobody.post(f"/api/v1/hooks/plans/{id_}?key={key}") for id_ in (plan["id"], word["id"], UUID(int=7))
    ]
    assert len({(one.status_code, one.json()["title"]) for one in answers}) == 1
    assert answers[0].status_code in (404, 422)
    await run_jobs()
    assert await notices(client) == []


async def test_a_new_address_ends_the_old_one(
    client: httpx2.AsyncClient, nobody: httpx2.AsyncClient, run_jobs: RunJobs
) -> None:
    plan = await made(client, "arrival", place="home")
    new = (await client.post(f"{URL}/{plan['id']}/address")).json()
    assert new["hook_url"] != plan["hook_url"]
    assert (await nobody.post(_call(plan))).status_code == 404
    assert (await nobody.post(_call(new))).status_code == 204
    kept = (await client.patch(f"{URL}/{plan['id']}", json={"cue": {"kind": "arrival", "place": "work"}})).json()
    assert (kept["hook_url"], kept["cue_words"]) == (None, "When you get to: work")
    assert (await nobody.post(_call(new))).status_code == 204
    word = await made(client, "word", word="pebble")
    assert (await client.post(f"{URL}/{word['id']}/address")).status_code == 409


async def test_a_paused_plan_waits(
    client: httpx2.AsyncClient, nobody: httpx2.AsyncClient, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    timed, home = await made(client, "time", at="12:30"), await made(client, "arrival", place="home")
    for plan in (timed, home):
        assert (await client.post(f"{URL}/{plan['id']}/pause")).json()["due_at"] is None
    clock.forward(timedelta(hours=1))
    assert (await nobody.post(_call(home))).status_code == 204
    await come(runtime, run_jobs)
    assert await notices(client) == []
    assert (await client.post(f"{URL}/{timed['id']}/resume")).json()["due_at"] == "2026-11-25T12:30:00Z"


async def test_it_can_be_tried_and_answered_and_the_answer_taken_back(
    client: httpx2.AsyncClient, run_jobs: RunJobs
) -> None:
    plan = await made(client, "time", at="21:00")
    began = (await client.post(f"{URL}/{plan['id']}/beginnings")).json()
    await run_jobs()
    place = f"{URL}/{plan['id']}/beginnings/{began['id']}"
    assert (await client.patch(place, json={"answer": "did"})).json()["answer"] == "did"
    (told,) = await notices(client)
    assert told["state"] == "cancelled", "answered before a page showed it"
    assert (await client.patch(place, json={"answer": "not_this_time"})).json()["answer"] == "not_this_time"
    assert (await client.patch(place, json={"answer": None})).json()["answered_at"] is None
    assert (await client.patch(place, json={"answer": "failed"})).status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        {"cue": {"kind": "time"}, "deed": BOWL},
        {"cue": {"kind": "time", "at": "25:00"}, "deed": BOWL},
        {"cue": {"kind": "time", "at": "21:00+01:00"}, "deed": BOWL},
        {"cue": {"kind": "time", "at": "21:00", "days": "FREQ=HOURLY"}, "deed": BOWL},
        {"cue": {"kind": "time", "at": "21:00", "days": "every day"}, "deed": BOWL},
        {"cue": {"kind": "moon"}, "deed": BOWL},
        {"cue": {"kind": "word", "word": " "}, "deed": BOWL},
        {"cue": {"kind": "word", "word": "!?"}, "deed": BOWL},
        {"cue": {"kind": "word", "word": "w" * 101}, "deed": BOWL},
        {"cue": {"kind": "arrival", "place": "home", "hook": "mine"}, "deed": BOWL},
        {"cue": {"kind": "arrival", "place": "home"}, "deed": " "},
        {"cue": {"kind": "arrival", "place": "home"}, "deed": "d" * 301},
    ],
    ids=str,
)
async def test_bad_input_makes_nothing(client: httpx2.AsyncClient, body: dict[str, Any]) -> None:
    answer = await client.post(URL, json=body)
    assert answer.status_code == 422, answer.text
    assert (await client.get(URL)).json()["items"] == []


@pytest.mark.parametrize("word", ["done", "Hecho!", "plus tard", "hoje", "yes", "não", "undo", "in 10 minutes", "help"])
async def test_a_word_that_means_something_is_taken(client: httpx2.AsyncClient, word: str) -> None:
    answer = await client.post(URL, json={"cue": {"kind": "word", "word": word}, "deed": BOWL})
    assert answer.status_code == 422, answer.text
    assert "word-taken" in answer.json()["type"]


async def test_one_word_has_one_plan(client: httpx2.AsyncClient) -> None:
    both = [
        client.post(URL, json={"cue": {"kind": "word", "word": word}, "deed": BOWL}) for word in ("Pánico", "panico!")
    ]
    assert sorted(one.status_code for one in await asyncio.gather(*both)) == [201, 409]


async def test_it_follows_its_person_to_another_clock(client: httpx2.AsyncClient, actor: Actor) -> None:
    plan = await made(client, "time", at="21:00")
    async with actor.work() as work:
        await work.publish(ZoneChanged(old="Europe/Lisbon", new="America/New_York"))
    assert (await got(client, plan))["due_at"] == "2026-11-25T02:00:00Z"


async def test_who_edits_an_old_view_is_told(client: httpx2.AsyncClient) -> None:
    plan = await made(client, "time", at="21:00")
    match = {"If-Match": f'"{plan["version"]}"'}
    first = await client.patch(f"{URL}/{plan['id']}", json={"deed": "Brush my teeth"}, headers=match)
    assert first.status_code == 200, first.text
    assert (await client.patch(f"{URL}/{plan['id']}", json={"deed": "Floss"}, headers=match)).status_code == 412
    word = {"cue": {"kind": "word", "word": "teeth"}}
    changed = (await client.patch(f"{URL}/{plan['id']}", json=word)).json()
    assert (changed["cue"], changed["due_at"]) == ({"kind": "word", "word": "teeth"}, None)
    assert (await client.delete(f"{URL}/{plan['id']}")).status_code == 204
    assert (await client.get(f"{URL}/{plan['id']}")).status_code == 404


async def test_there_are_so_many_at_most(client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MOST_PLANS", 2)
    for _ in range(2):
        await made(client, "time", at="21:00")
    answer = await client.post(URL, json={"cue": {"kind": "time", "at": "21:00"}, "deed": BOWL})
    assert answer.status_code == 409


async def test_old_beginnings_go(client: httpx2.AsyncClient, actor: Actor, clock: StillClock) -> None:
    plan = await made(client, "time", at="21:00")
    await client.post(f"{URL}/{plan['id']}/beginnings")
    clock.forward(timedelta(days=366))
    async with actor.work() as work:
        await ahead.look_ahead(work)
    assert await beginnings(client, plan) == []


async def test_quiet_hours_hold_all_but_an_arrival(
    client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor
) -> None:
    night = {"quiet_hours": {"start": "11:00", "end": "13:00"}}
    (await client.put("/api/v1/notifications/preferences", json=night)).raise_for_status()
    for plan in (await made(client, "time", at="21:00"), await made(client, "arrival", place="home")):
        await client.post(f"{URL}/{plan['id']}/beginnings")
    mails = (await client.get("/api/v1/deliveries", params={"channel": "email"})).json()["items"]
    assert sorted(one["waits_for"] or "" for one in mails) == ["", "quiet_hours"]
