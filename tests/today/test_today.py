"""The day where the person is."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Call
from cairn.reminders import service as reminders
from cairn.reminders.schemas import NewReminder
from cairn.tasks import service as tasks
from cairn.tasks.schemas import NewTask
from cairn.today import rules, service
from tests.conftest import ClientFor, NewPerson


async def remind(actor: Actor, text: str, due_at: datetime, **fields: object) -> None:
    async with actor.work() as work:
        await reminders.add(work, NewReminder(text, due_at, actor.time_zone, **fields))  # type: ignore[arg-type]  # optional fields by name


async def titles(actor: Actor) -> list[str]:
    async with actor.work() as work:
        return [item.title for item in (await service.today(work)).items]


@pytest.mark.parametrize(
    ("zone", "moment", "hours"),
    [
        ("Europe/Lisbon", datetime(2026, 11, 24, 12, tzinfo=UTC), 24),
        ("Europe/Lisbon", datetime(2027, 3, 28, 12, tzinfo=UTC), 23),
        ("Europe/Lisbon", datetime(2026, 10, 25, 12, tzinfo=UTC), 25),
        ("America/New_York", datetime(2027, 3, 14, 12, tzinfo=UTC), 23),
        ("Australia/Lord_Howe", datetime(2027, 4, 4, 6, tzinfo=UTC), 24.5),
        # In Santiago the clock goes from 23:59 to 01:00: that day begins at one.
        ("America/Santiago", datetime(2026, 9, 6, 16, tzinfo=UTC), 23),
        ("UTC", datetime(2026, 1, 1, tzinfo=UTC), 24),
    ],
)
def test_a_day_lasts_from_midnight_to_midnight_also_when_clocks_change(
    zone: str, moment: datetime, hours: float
) -> None:
    start, end = rules.bounds(moment, ZoneInfo(zone))
    assert (end.astimezone(UTC) - start.astimezone(UTC)) == timedelta(hours=hours)
    assert start <= moment < end
    assert start.astimezone(ZoneInfo(zone)).date() == moment.astimezone(ZoneInfo(zone)).date()


async def test_the_day_is_in_order_and_names_what_is_next(actor: Actor, clock: StillClock) -> None:
    noon = clock.now()
    async with actor.work() as work:
        await tasks.add(work, NewTask(title="All day", due_at=noon, due_date_only=True))
        await tasks.add(work, NewTask(title="Meeting", due_at=noon + timedelta(hours=3), estimate_minutes=45))
        early = await tasks.add(work, NewTask(title="Early", due_at=noon - timedelta(hours=3)))
        await tasks.finish(work, early.id)
        await tasks.add(work, NewTask(title="Some day"))
        await tasks.add(work, NewTask(title="Tomorrow", due_at=noon + timedelta(days=1)))
    await remind(actor, "Call", noon + timedelta(hours=1))

    async with actor.work() as work:
        day = await service.today(work)

    assert [(item.kind, item.title, item.done) for item in day.items] == [
        ("task", "Early", True),
        ("reminder", "Call", False),
        ("task", "Meeting", False),
        ("task", "All day", False),
    ]
    assert day.next is not None
    assert day.next.title == "Call"
    meeting = day.items[2]
    assert meeting.at is not None
    assert meeting.end == meeting.at + timedelta(minutes=45)
    assert day.items[3].at is None


async def test_midnight_is_the_persons_midnight(person: NewPerson, clock: StillClock) -> None:
    tokyo, honolulu = await person(time_zone="Asia/Tokyo"), await person(time_zone="Pacific/Honolulu")
    soon = clock.now() + timedelta(hours=4)  # 01:00 tomorrow in Tokyo, 06:00 today in Honolulu
    for actor in (tokyo, honolulu):
        await remind(actor, "Call", soon)
    assert await titles(tokyo) == []
    assert await titles(honolulu) == ["Call"]


async def test_a_task_with_a_reminder_of_its_own_stands_there_once(actor: Actor, clock: StillClock) -> None:
    due = clock.now() + timedelta(hours=2)
    async with actor.work() as work:
        task = await tasks.add(work, NewTask(title="Pay the rent", due_at=due))
    await remind(actor, "Pay the rent", due - timedelta(minutes=10), task_id=task.id)
    assert await titles(actor) == ["Pay the rent"]


async def test_an_empty_day_is_a_day(actor: Actor, client_for: ClientFor) -> None:
    answer = (await client_for(actor).get("/api/v1/today")).json()
    assert (answer["date"], answer["now"], answer["items"]) == ("2026-11-24", "2026-11-24T12:00:00Z", [])
    assert (answer["next"], answer["coming"], answer["left_minutes"]) == (None, None, 11 * 60)
    assert [(one["kind"], one["start"], one["end"]) for one in answer["line"]] == [
        ("free", "2026-11-24T07:00:00Z", "2026-11-24T12:00:00Z"),
        ("free", "2026-11-24T12:00:00Z", "2026-11-24T23:00:00Z"),
    ]


async def test_the_tool_tells_the_same_and_writes_no_receipt(actor: Actor, runtime: Runtime, clock: StillClock) -> None:
    await remind(actor, "Call", clock.now() + timedelta(hours=1))
    told = await runtime.toolbox.run(actor, Call(uuid4(), "list_today"))
    async with actor.work() as work:
        assert told == await service.today(work)


async def test_nobody_sees_somebody_elses_day(person: NewPerson, client_for: ClientFor, clock: StillClock) -> None:
    ana, rui = await person(), await person()
    await remind(ana, "Ana's", clock.now() + timedelta(hours=1))
    assert (await client_for(rui).get("/api/v1/today")).json()["items"] == []
    assert (await client_for(None).get("/api/v1/today")).status_code == 401
