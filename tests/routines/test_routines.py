"""Routines: gone through with whatever gets done, and nothing known of the rest."""

import asyncio
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.notify import service as notify
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.http import PageQuery
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Call, Receipt
from cairn.routines import rules, service
from cairn.routines.models import Routine
from tests.conftest import NOON, ClientFor, NewPerson

URL = "/api/v1/routines"
RUNS = "/api/v1/routine-runs"
LISBON = ZoneInfo("Europe/Lisbon")
MORNING = [{"text": "Open the curtains"}, {"text": "Drink water", "minutes": 2}, {"text": "Shower", "minutes": 10}]


async def add(client: httpx2.AsyncClient, **fields: Any) -> dict[str, Any]:
    answer = await client.post(URL, json={"name": "Morning", "steps": MORNING, **fields})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def begin(client: httpx2.AsyncClient, routine: dict[str, Any]) -> dict[str, Any]:
    answer = await client.post(f"{URL}/{routine['id']}/runs")
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def tick(client: httpx2.AsyncClient, run: dict[str, Any], place: int, state: str) -> httpx2.Response:
    return await client.patch(f"{RUNS}/{run['id']}/steps/{run['steps'][place]['id']}", json={"state": state})


async def looked_back(client: httpx2.AsyncClient) -> list[dict[str, Any]]:
    return list((await client.get(RUNS)).json()["items"])


async def test_one_is_gone_through_and_only_what_was_done_is_told(client: httpx2.AsyncClient) -> None:
    run = await begin(client, await add(client))
    assert [step["state"] for step in run["steps"]] == ["open"] * 3
    await tick(client, run, 0, "done")
    await tick(client, run, 1, "skipped")

    over = (await client.post(f"{RUNS}/{run['id']}/finish")).json()
    again = (await client.post(f"{RUNS}/{run['id']}/finish")).json()

    assert again == over
    assert [step["state"] for step in over["steps"]] == ["done", "skipped", "open"]
    assert [one["id"] for one in await looked_back(client)] == [run["id"]]
    assert (await tick(client, run, 2, "done")).status_code == 409


async def test_what_was_not_done_is_nowhere(client: httpx2.AsyncClient, clock: StillClock) -> None:
    routine = await add(client, window_from="07:00", window_to="09:00", rrule="FREQ=DAILY")
    run = await begin(client, routine)
    await client.post(f"{RUNS}/{run['id']}/finish")
    clock.forward(timedelta(days=30))

    assert await looked_back(client) == []
    told = (await client.get(f"{URL}/{routine['id']}")).json()
    about_it = {"id", "version", "name", "steps", "window_from", "window_to", "rrule", "nudge", "created_at"}
    assert set(told) == about_it | {"is_now", "run_id"}


async def test_a_run_survives_and_is_the_same_on_every_device(actor: Actor, client: httpx2.AsyncClient) -> None:
    routine = await add(client)
    runs = await asyncio.gather(*(client.post(f"{URL}/{routine['id']}/runs") for _ in range(8)))
    assert {answer.status_code for answer in runs} == {201}
    (run_id,) = {answer.json()["id"] for answer in runs}
    run = runs[0].json()
    await tick(client, run, 0, "done")
    assert (await begin(client, routine))["steps"][0]["state"] == "done"
    assert (await client.get(f"{URL}/{routine['id']}")).json()["run_id"] == run_id


async def test_two_devices_that_tick_at_once_lose_nothing(client: httpx2.AsyncClient) -> None:
    run = await begin(client, await add(client))
    await asyncio.gather(*(tick(client, run, place, "done") for place in (0, 1, 2)))
    told = (await client.get(f"{RUNS}/{run['id']}")).json()
    assert [step["state"] for step in told["steps"]] == ["done"] * 3


async def test_a_step_can_be_opened_again_and_an_end_taken_back(client: httpx2.AsyncClient) -> None:
    routine = await add(client)
    run = await begin(client, routine)
    await tick(client, run, 0, "done")
    assert (await tick(client, run, 0, "open")).json()["steps"][0]["at"] is None
    await client.post(f"{RUNS}/{run['id']}/finish")
    assert (await client.post(f"{RUNS}/{run['id']}/resume")).json()["finished_at"] is None
    await client.post(f"{RUNS}/{run['id']}/finish")
    other = await begin(client, routine)
    assert other["id"] != run["id"]
    assert (await client.post(f"{RUNS}/{run['id']}/resume")).status_code == 409


async def test_what_was_begun_on_another_day_ends_as_it_was(client: httpx2.AsyncClient, clock: StillClock) -> None:
    routine = await add(client)
    run = await begin(client, routine)
    await tick(client, run, 0, "done")
    clock.forward(timedelta(days=3))
    fresh = await begin(client, routine)
    assert fresh["id"] != run["id"]
    (before,) = await looked_back(client)
    assert before["finished_at"] == run["started_at"]


async def test_changing_a_routine_changes_no_run(client: httpx2.AsyncClient) -> None:
    routine = await add(client)
    run = await begin(client, routine)
    kept, *_ = routine["steps"]
    body = {"steps": [{"text": "Stretch"}, {"id": kept["id"], "text": kept["text"]}], "name": "Mornings"}

    edited = await client.patch(f"{URL}/{routine['id']}", json=body, headers={"If-Match": f'"{routine["version"]}"'})

    assert [step["text"] for step in edited.json()["steps"]] == ["Stretch", "Open the curtains"]
    assert edited.json()["steps"][1]["id"] == kept["id"]
    assert edited.json()["version"] > routine["version"]
    assert (await client.get(f"{RUNS}/{run['id']}")).json() == run
    stale = await client.patch(f"{URL}/{routine['id']}", json={"name": "x"}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412


async def test_what_was_done_stays_when_the_routine_goes(client: httpx2.AsyncClient) -> None:
    routine = await add(client)
    run = await begin(client, routine)
    await tick(client, run, 0, "done")
    assert (await client.delete(f"{URL}/{routine['id']}")).status_code == 204
    (told,) = await looked_back(client)
    assert (told["name"], told["routine_id"]) == ("Morning", None)


@pytest.mark.parametrize(
    "body",
    [
        {"name": "", "steps": MORNING},
        {"name": "x", "steps": []},
        {"name": "x", "steps": MORNING, "nudge": True},
        {"name": "x", "steps": MORNING, "window_to": "09:00"},
        {"name": "x", "steps": MORNING, "rrule": "FREQ=HOURLY"},
        {"name": "x", "steps": MORNING, "window_from": "09:00Z"},
        {"name": "x", "steps": [{"text": "y", "minutes": 0}]},
    ],
)
async def test_what_can_not_be_is_refused(client: httpx2.AsyncClient, body: dict[str, Any]) -> None:
    assert (await client.post(URL, json=body)).status_code == 422


async def test_someone_elses_is_not_there(person: NewPerson, client_for: ClientFor) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    routine = await add(ana)
    run = await begin(ana, routine)
    assert (await rui.post(f"{URL}/{routine['id']}/runs")).status_code == 404
    assert (await tick(rui, run, 0, "done")).status_code == 404
    assert (await rui.post(f"{RUNS}/{run['id']}/finish")).status_code == 404
    assert (await rui.patch(f"{RUNS}/{run['id']}/steps/{uuid4()}", json={"state": "done"})).status_code == 404
    mine = await add(rui)
    theirs = {"steps": [{"id": routine["steps"][0]["id"], "text": "Mine now"}]}
    assert (await rui.patch(f"{URL}/{mine['id']}", json=theirs)).status_code == 404


async def told_of(actor: Actor, routine_id: str) -> list[datetime]:
    async with actor.work() as work:
        page = await notify.deliveries_of(work, "routine", UUID(routine_id), PageQuery())
    return sorted({one.occurrence_at for one in page.items})


async def test_one_is_told_once_when_the_window_opens(
    actor: Actor, client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    routine = await add(client, window_from="13:00", window_to="14:00", nudge=True)
    await service.nudge(runtime)
    assert await told_of(actor, routine["id"]) == []
    clock.forward(timedelta(hours=1))
    await service.nudge(runtime)
    await service.nudge(runtime)
    assert await told_of(actor, routine["id"]) == [NOON + timedelta(hours=1)]
    assert (await client.get(f"{URL}/{routine['id']}")).json()["is_now"] is True


async def test_nobody_is_told_of_windows_gone_by(
    actor: Actor, client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    routine = await add(client, window_from="13:00", window_to="14:00", nudge=True)
    clock.forward(timedelta(days=9, hours=3))
    await service.nudge(runtime)
    assert await told_of(actor, routine["id"]) == []


async def test_nobody_is_told_of_what_they_began(
    actor: Actor, client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    routine = await add(client, window_from="13:00", nudge=True)
    clock.forward(timedelta(minutes=50))
    await begin(client, routine)
    clock.forward(timedelta(minutes=10))
    await service.nudge(runtime)
    assert await told_of(actor, routine["id"]) == []


async def test_windows_open_by_the_clock_where_the_person_is(
    actor: Actor, client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    routine = await add(client, window_from="08:00", window_to="09:00", nudge=True)
    await client.patch("/api/v1/me", json={"time_zone": "America/New_York"})  # seven o'clock there
    clock.forward(timedelta(hours=1))
    await service.nudge(runtime)
    assert await told_of(actor, routine["id"]) == [NOON + timedelta(hours=1)]


async def test_the_assistant_begins_one_and_takes_that_back(actor: Actor, client: httpx2.AsyncClient) -> None:
    routine, turn = await add(client), uuid4()
    receipt = await actor.runtime.toolbox.run(actor, Call(turn, "begin_routine", {"routine_id": routine["id"]}))
    assert isinstance(receipt, Receipt)
    async with actor.work() as work:
        await actor.runtime.toolbox.undo(work, receipt.id)
    assert (await client.get(f"{URL}/{routine['id']}")).json()["run_id"] is None


CLOCKS = st.times(max_value=time(23, 59)).map(lambda clock: clock.replace(second=0, microsecond=0))


@given(CLOCKS, CLOCKS | st.none(), st.integers(0, 60 * 24 * 400))
def test_a_nudge_lies_ahead_and_is_worth_it_when_it_comes(opens: time, closes: time | None, minutes: int) -> None:
    routine = Routine(
        name="x",
        window_from=opens,
        window_to=closes,
        rrule="FREQ=WEEKLY;BYDAY=MO,SA",
        first_day=date(2026, 1, 1),
        nudge=True,
    )
    now = NOON + timedelta(minutes=minutes)
    found = rules.next_nudge(routine, now, LISBON)
    assert found is not None
    assert now < found <= now + timedelta(days=8)
    assert found.astimezone(LISBON).weekday() in (0, 5)
    assert rules.still_worth_it(routine, found, found, LISBON)


async def test_there_are_so_many_at_most(
    client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_ROUTINES", 2)
    body = {"name": "Morning", "steps": MORNING}
    answers = await asyncio.gather(*(client.post(URL, json=body) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 201, 409, 409]
    assert {one.json().get("type") for one in answers if one.status_code == 409} == {"/problems/too-many-routines"}
    assert (await client_for(await person()).post(URL, json=body)).status_code == 201
    kept = next(answer.json() for answer in answers if answer.status_code == 201)
    assert (await client.delete(f"{URL}/{kept['id']}")).status_code == 204
    await add(client)
