"""Tasks that come again: one open occurrence at a time, and nothing piles up."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn import when
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Call, Outcome, Receipt
from cairn.platform.work import UnitOfWork
from cairn.tasks import repeating, repeats, repository, service, skipping
from cairn.tasks.errors import AlreadyDone, BadRule, ChangedSince
from cairn.tasks.models import Task
from cairn.tasks.schemas import NewTask, TaskPatch
from tests.conftest import NOON, ClientFor, NewPerson

URL = "/api/v1/tasks"
MONDAYS = "FREQ=WEEKLY;BYDAY=MO"
LISBON = ZoneInfo("Europe/Lisbon")


def day(task: dict[str, Any]) -> str:
    return str(task["due_at"])[:10]


async def add(client: httpx2.AsyncClient, **fields: Any) -> dict[str, Any]:
    answer = await client.post(URL, json={"title": "Take out the bins", **fields})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def opened(client: httpx2.AsyncClient) -> list[dict[str, Any]]:
    return list((await client.get(URL)).json()["items"])


async def done(client: httpx2.AsyncClient, task: dict[str, Any]) -> dict[str, Any]:
    answer = await client.post(f"{URL}/{task['id']}/done")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_it_is_for_the_first_day_of_its_rule(client: httpx2.AsyncClient) -> None:
    task = await add(client, rrule="rrule:freq=weekly;byday=mo")
    assert (task["rrule"], task["due_date_only"], day(task)) == (MONDAYS, True, "2026-11-30")


async def test_done_stays_and_the_next_comes_with_its_steps_unticked(client: httpx2.AsyncClient) -> None:
    task = await add(client, rrule=MONDAYS, steps=["Sort", "Carry"], tags=["home"], estimate_minutes=10)
    step = task["steps"][0]["id"]
    await client.patch(f"{URL}/{task['id']}/steps/{step}", json={"done": True})

    record = await done(client, task)

    (following,) = await opened(client)
    assert record["done_at"] is not None
    assert record["steps"][0]["done_at"] is not None
    assert following["id"] != task["id"]
    assert (day(following), following["tags"], following["estimate_minutes"]) == ("2026-12-07", ["home"], 10)
    assert [(one["text"], one["done_at"]) for one in following["steps"]] == [("Sort", None), ("Carry", None)]
    assert [one["id"] for one in (await client.get(URL, params={"state": "done"})).json()["items"]] == [task["id"]]


async def test_the_next_is_not_chosen_before_its_day(
    client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    await done(client, await add(client, rrule="FREQ=DAILY"))
    assert (await client.get(f"{URL}/next")).json()["task"] is None
    clock.forward(timedelta(hours=12))
    chosen = (await client.get(f"{URL}/next")).json()["task"]
    assert day(chosen) == "2026-11-25"


async def test_weeks_away_leave_one_open_occurrence_the_latest(
    client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    task = await add(client, rrule=MONDAYS, steps=["Sort"])
    await client.patch(f"{URL}/{task['id']}/steps/{task['steps'][0]['id']}", json={"done": True})
    clock.forward(timedelta(days=40))  # Sunday, 3 January

    await repeating.roll(runtime)
    await repeating.roll(runtime)

    (still,) = await opened(client)
    assert (still["id"], day(still), still["steps"][0]["done_at"]) == (task["id"], "2026-12-28", None)
    await done(client, still)
    assert [day(one) for one in await opened(client)] == ["2027-01-04"]


async def test_what_is_done_late_does_not_come_again_for_days_gone_by(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    """Also where no worker ran meanwhile."""
    task = await add(client, rrule="FREQ=DAILY")
    clock.forward(timedelta(days=20))
    await done(client, task)
    assert [day(one) for one in await opened(client)] == ["2026-12-15"]


async def test_so_long_after_it_was_done(client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime) -> None:
    task = await add(client, rrule="FREQ=DAILY;INTERVAL=3", after_done=True)
    assert day(task) == "2026-11-24"
    clock.forward(timedelta(days=10))
    await repeating.roll(runtime)
    assert [day(one) for one in await opened(client)] == ["2026-11-24"]
    await done(client, task)
    assert [day(one) for one in await opened(client)] == ["2026-12-07"]


@pytest.mark.parametrize(
    ("rrule", "after_done", "times"),
    [
        ("FREQ=DAILY;COUNT=3", False, 3),
        ("FREQ=DAILY;COUNT=3", True, 3),
        ("FREQ=DAILY;UNTIL=20261126T120000Z", False, 3),
        ("FREQ=DAILY;UNTIL=20261126", True, 3),
    ],
)
async def test_an_end_is_kept(
    client: httpx2.AsyncClient, clock: StillClock, rrule: str, after_done: bool, times: int
) -> None:
    await add(client, rrule=rrule, after_done=after_done)
    made = 0
    while items := await opened(client):
        assert len(items) == 1
        await done(client, items[0])
        made += 1
        clock.forward(timedelta(days=1))
    assert made == times


async def test_two_devices_that_finish_it_at_once_make_one_next(actor: Actor) -> None:
    async with actor.work() as work:
        task = await service.add(work, NewTask(title="Bins", rrule=MONDAYS))

    async def finish() -> bool:
        try:
            async with actor.work() as work:
                await service.finish(work, task.id)
        except AlreadyDone:
            return False
        return True

    assert (await asyncio.gather(*(finish() for _ in range(20)))).count(True) == 1
    async with actor.work() as work:
        assert len(await repository.coming_again(work)) == 1


async def test_undoing_done_takes_the_next_away_exactly(client: httpx2.AsyncClient) -> None:
    task = await add(client, rrule=MONDAYS, steps=["Sort"])
    for _ in range(2):
        await done(client, task)
        answer = await client.post(f"{URL}/{task['id']}/reopen")
        assert {**answer.json(), "version": 0} == {**task, "version": 0}
        assert [one["id"] for one in await opened(client)] == [task["id"]]
    await done(client, task)
    assert [day(one) for one in await opened(client)] == ["2026-12-07"]


async def test_undoing_done_loses_nothing_that_was_done_to_the_next(client: httpx2.AsyncClient) -> None:
    task = await add(client, rrule=MONDAYS)
    await done(client, task)
    (following,) = await opened(client)
    await client.post(f"{URL}/{following['id']}/steps", json={"text": "Ask Rita for the key"})

    back = (await client.post(f"{URL}/{task['id']}/reopen")).json()

    assert back["rrule"] is None
    kept = {one["id"]: one["rrule"] for one in await opened(client)}
    assert kept == {task["id"]: None, following["id"]: MONDAYS}
    await done(client, back)
    assert [one["id"] for one in await opened(client)] == [following["id"]]


async def test_undoing_an_earlier_one_does_not_make_two_series(client: httpx2.AsyncClient) -> None:
    first = await add(client, rrule=MONDAYS)
    await done(client, first)
    (second,) = await opened(client)
    await done(client, second)
    back = (await client.post(f"{URL}/{first['id']}/reopen")).json()
    assert back["rrule"] is None
    assert sorted(str(one["rrule"]) for one in await opened(client)) == [MONDAYS, "None"]


async def test_skipping_leaves_no_trace_and_can_be_taken_back(actor: Actor, runtime: Runtime) -> None:
    async with actor.work() as work:
        task = await service.add(work, NewTask(title="Bins", rrule=MONDAYS, steps=["Sort"]))
        await service.edit(work, task, TaskPatch(title="Bins and boxes", only_this=True))
        task.steps[0].done_at = work.now
        before = skipping.standing(task)
    turn = runtime.new_id()

    receipt = await runtime.toolbox.run(actor, Call(turn, "skip_task", {"task_id": str(task.id)}))
    assert isinstance(receipt, Receipt)

    async with actor.work() as work:
        skipped = await service.get(work, task.id)
        assert (skipped.title, str(skipped.occurs_on), skipped.steps[0].done_at) == ("Bins", "2026-12-07", None)
        assert receipt.read().note == "Every Monday. For Mon 7 Dec."
        await runtime.toolbox.undo(work, receipt.id)
    async with actor.work() as work:
        back = await service.get(work, task.id)
        assert skipping.standing(back) == before
        assert back.title == "Bins and boxes"
        with pytest.raises(ChangedSince):
            await skipping.unskip(work, task.id, before, before.model_copy(update={"turn": 9}))


async def test_the_last_one_can_not_be_skipped_nor_can_what_comes_once(client: httpx2.AsyncClient) -> None:
    last = await add(client, rrule="FREQ=DAILY;COUNT=1")
    once = await add(client)
    assert (await client.post(f"{URL}/{last['id']}/skip")).status_code == 409
    assert (await client.post(f"{URL}/{once['id']}/skip")).status_code == 422
    assert (await client.post(f"{URL}/{last['id']}/skip", headers={"If-Match": '"7"'})).status_code == 412


async def test_a_time_that_was_skipped_by_mistake_comes_back(client: httpx2.AsyncClient) -> None:
    task = await add(client, rrule=MONDAYS, steps=["Sort"])
    url = f"{URL}/{task['id']}"
    await client.patch(f"{url}/steps/{task['steps'][0]['id']}", json={"done": True})
    await client.patch(url, json={"title": "Bins and boxes", "only_this": True})
    before = (await client.get(url)).json()
    skipped = (await client.post(f"{url}/skip")).json()
    assert (day(skipped), skipped["title"], skipped["steps"][0]["done_at"]) == ("2026-12-07", "Take out the bins", None)
    stale = await client.post(f"{url}/unskip", headers={"If-Match": f'"{before["version"]}"'})
    assert stale.status_code == 412

    back = await client.post(f"{url}/unskip", headers={"If-Match": f'"{skipped["version"]}"'})

    assert back.status_code == 200, back.text
    same = ("title", "due_at", "rrule", "steps")
    assert {name: back.json()[name] for name in same} == {name: before[name] for name in same}
    assert '"task.unskip"' in (await client.get("/api/v1/me/history?about=everything")).text
    again = await client.post(f"{url}/unskip")
    assert (again.status_code, again.json()["type"].rsplit("/", 1)[-1]) == (409, "nothing-left-out")


async def test_a_skipped_time_does_not_come_back_over_what_was_changed_since(
    client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor
) -> None:
    task = await add(client, rrule=MONDAYS)
    url = f"{URL}/{task['id']}"
    assert (await client.post(f"{url}/unskip")).status_code == 409
    await client.post(f"{url}/skip")
    await client.patch(url, json={"title": "The bins"})
    refused = await client.post(f"{url}/unskip")
    assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[-1]) == (412, "changed-since")
    assert (await client.get(url)).json()["title"] == "The bins"
    assert (await client_for(await person()).post(f"{url}/unskip")).status_code == 404


async def test_edited_for_this_time_only_or_from_now_on(client: httpx2.AsyncClient) -> None:
    task = await add(client, rrule=MONDAYS, notes="Behind the house")
    url = f"{URL}/{task['id']}"
    await client.patch(url, json={"title": "Bins, also the garden's", "only_this": True})
    await client.patch(url, json={"notes": "At the gate"})
    moved = await client.patch(url, json={"due_at": "2026-12-01T12:00:00Z", "only_this": True})
    assert day(moved.json()) == "2026-12-01"
    await done(client, task)
    (following,) = await opened(client)
    assert (following["title"], following["notes"]) == ("Take out the bins", "At the gate")
    assert day(following) == "2026-12-07"


async def test_another_rule_counts_from_its_day_on(client: httpx2.AsyncClient) -> None:
    task = await add(client, rrule=MONDAYS)
    url = f"{URL}/{task['id']}"
    wednesday = {"due_at": "2026-12-02T12:00:00Z"}
    refused = await client.patch(url, json=wednesday)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "due_at")
    changed = await client.patch(url, json={**wednesday, "rrule": "FREQ=WEEKLY;BYDAY=WE"})
    assert day(changed.json()) == "2026-12-02"
    await done(client, task)
    (following,) = await opened(client)
    assert day(following) == "2026-12-09"
    once = await client.patch(f"{URL}/{following['id']}", json={"rrule": None})
    assert once.json()["rrule"] is None
    await done(client, following)
    assert await opened(client) == []


async def test_what_can_not_be_kept_is_refused(client: httpx2.AsyncClient) -> None:
    rules = [
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=9",
        "every monday",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;X=1",
    ]
    for rule in rules:
        answer = await client.post(URL, json={"title": "x", "rrule": rule})
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "rrule"), rule
    after = {"title": "x", "rrule": MONDAYS, "after_done": True}
    assert (await client.post(URL, json=after)).status_code == 422
    assert (await client.post(URL, json={"title": "x", "after_done": True})).status_code == 422
    task = await add(client, rrule=MONDAYS)
    for body in ({"due_at": None}, {"rrule": "FREQ=DAILY", "only_this": True}, {"only_this": True}):
        assert (await client.patch(f"{URL}/{task['id']}", json=body)).status_code == 422, body
    assert await opened(client) == [task]


async def test_how_it_comes_again_may_be_said(client: httpx2.AsyncClient) -> None:
    task = await add(client, due_at="2026-11-24T12:00:00Z", due_date_only=True)
    url = f"{URL}/{task['id']}"
    said = (await client.patch(url, json={"repeats": "every monday and thursday"})).json()
    assert (said["rrule"], day(said)) == ("FREQ=WEEKLY;BYDAY=MO,TH", "2026-11-26")
    for words, field in (("tomorrow", "repeats"), ("twice a day", "rrule")):
        refused = await client.patch(url, json={"repeats": words})
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)
    assert (await client.patch(url, json={"repeats": "daily", "rrule": "FREQ=DAILY"})).status_code == 422


async def test_a_done_one_gets_no_other_rule(client: httpx2.AsyncClient) -> None:
    task = await add(client, rrule=MONDAYS)
    await done(client, task)
    assert (await client.patch(f"{URL}/{task['id']}", json={"rrule": "FREQ=DAILY"})).status_code == 409


async def test_someone_elses_is_not_there(person: NewPerson, client_for: ClientFor, runtime: Runtime) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    task = await add(ana, rrule=MONDAYS)
    assert (await rui.post(f"{URL}/{task['id']}/skip")).status_code == 404


async def test_days_begin_where_the_person_is(client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime) -> None:
    await add(client, rrule="FREQ=DAILY")
    answer = await client.patch("/api/v1/me", json={"time_zone": "Pacific/Auckland"})
    assert answer.status_code == 200, answer.text
    clock.forward(timedelta(minutes=1))  # half past one on Wednesday there, and still Tuesday in Lisbon
    await repeating.roll(runtime)
    (task,) = await opened(client)
    assert datetime.fromisoformat(task["due_at"]).astimezone(ZoneInfo("Pacific/Auckland")).date() == date(2026, 11, 25)


async def test_a_receipt_tells_when_it_comes_again_and_takes_it_back(work: UnitOfWork, runtime: Runtime) -> None:
    task = await service.add(work, NewTask(title="Bins", rrule=MONDAYS))
    tool = next(one for one in runtime.toolbox.every() if one.name == "finish_task")
    outcome = await tool.function(work, task_id=task.id)
    assert isinstance(outcome, Outcome)
    assert (outcome.note, outcome.rrule) == ("It comes again Mon 7 Dec.", MONDAYS)
    assert outcome.undo is not None
    assert outcome.undo.tool == "reopen_task"


def task_of(rule: str, due: datetime, *, after_done: bool = False) -> Task:
    first = repeats.first_local(due, LISBON)
    return Task(
        title="x",
        due_at=due,
        due_date_only=True,
        rrule=rule,
        without=[],
        after_done=after_done,
        first_local=first,
        occurs_on=first.date(),
        turn=1,
    )


RULES = st.sampled_from(
    ["FREQ=DAILY", "FREQ=DAILY;INTERVAL=5", MONDAYS, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA", "FREQ=MONTHLY;BYMONTHDAY=31"]
)


@given(RULES, st.integers(-400, 400))
def test_what_follows_lies_ahead_and_is_one_of_the_rules_days(rule: str, away: int) -> None:
    task = task_of(rule, NOON)
    today = (NOON + timedelta(days=away)).date()
    found = repeats.following(task, today, LISBON)
    assert found is not None
    assert found > max(today, NOON.date())
    assert when.next_day(rule, repeats.first_local(NOON, LISBON), LISBON, found - timedelta(days=1)) == found
    latest = repeats.latest(task, today, LISBON)
    assert latest is None or NOON.date() < latest <= today < found


@given(st.dates(date(2026, 1, 1), date(2040, 1, 1)), st.integers(1, 48))
def test_a_month_after_is_in_the_next_month_whatever_day_it_was(done_on: date, months: int) -> None:
    found = when.day_after(f"FREQ=MONTHLY;INTERVAL={months}", done_on, LISBON)
    assert found is not None
    assert (found.year * 12 + found.month) - (done_on.year * 12 + done_on.month) == months


def test_a_rule_that_names_hours_is_none_for_days() -> None:
    with pytest.raises(BadRule):
        repeats.checked("FREQ=DAILY;BYHOUR=9", NOON.astimezone(UTC).replace(tzinfo=None), LISBON, after_done=False)
