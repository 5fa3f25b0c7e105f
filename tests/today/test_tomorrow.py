"""What is fixed for tomorrow, by the clock where the person is."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest

from cairn.platform.actor import Actor
from cairn.reminders import service as reminders
from cairn.reminders.schemas import NewReminder
from cairn.today import service
from tests.conftest import NOON, ClientFor, NewPerson

TOMORROW = NOON + timedelta(days=1)


async def tomorrow(client: httpx2.AsyncClient) -> dict[str, Any]:
    answer = await client.get("/api/v1/tomorrow")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def titles(client: httpx2.AsyncClient) -> list[tuple[str, str | None]]:
    items = (await tomorrow(client))["items"]
    return [(one["title"], one["at"] and one["at"][11:16]) for one in items]


async def event(client: httpx2.AsyncClient, title: str, **fields: Any) -> dict[str, Any]:
    answer = await client.post("/api/v1/calendar/events", json={"title": title, **fields})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def remind(actor: Actor, text: str, due_at: datetime, rrule: str | None = None) -> None:
    async with actor.work() as work:
        await reminders.add(work, NewReminder(text, due_at, actor.time_zone, rrule=rrule))


async def test_events_tasks_for_an_hour_and_reminders_stand_there_in_order(
    actor: Actor, client: httpx2.AsyncClient
) -> None:
    await event(client, "Dentist", start=(TOMORROW + timedelta(hours=3)).isoformat(), travel_minutes=20, bring="Card")
    await event(client, "Holiday", first_day="2026-11-25")
    await event(client, "Today's", start=(NOON + timedelta(hours=3)).isoformat())
    await event(client, "The day after", start=(TOMORROW + timedelta(days=1)).isoformat())
    for title, due, day_only in (("Ring the vet", TOMORROW, False), ("Some time", TOMORROW, True)):
        await client.post("/api/v1/tasks", json={"title": title, "due_at": due.isoformat(), "due_date_only": day_only})
    await remind(actor, "Read the gas meter", TOMORROW + timedelta(hours=5))
    await remind(actor, "Now", NOON + timedelta(hours=1))

    told = await tomorrow(client)

    assert [(one["kind"], one["title"], one["at"] and one["at"][11:16]) for one in told["items"]] == [
        ("event", "Holiday", None),
        ("task", "Ring the vet", "12:00"),
        ("event", "Dentist", "15:00"),
        ("reminder", "Read the gas meter", "17:00"),
    ]
    assert (told["date"], told["starts"], told["ends"], told["more"]) == (
        "2026-11-25",
        "2026-11-25T07:00:00Z",
        "2026-11-25T23:00:00Z",
        False,
    )
    assert told["items"][2]["bring"] == "Card"


async def test_what_comes_again_stands_there_each_time_that_it_comes(actor: Actor, client: httpx2.AsyncClient) -> None:
    await remind(actor, "Stretch", NOON + timedelta(hours=1), "FREQ=DAILY")
    await remind(actor, "Water", NOON + timedelta(minutes=30), "FREQ=DAILY;BYHOUR=9,14;BYMINUTE=0")
    await remind(actor, "Bins", NOON + timedelta(hours=1), "FREQ=WEEKLY;BYDAY=TU")
    assert await titles(client) == [("Water", "09:00"), ("Stretch", "13:00"), ("Water", "14:00")]


async def test_what_was_answered_early_or_removed_is_not_there(actor: Actor, client: httpx2.AsyncClient) -> None:
    done = (await client.post("/api/v1/tasks", json={"title": "Done", "due_at": TOMORROW.isoformat()})).json()
    await client.post(f"/api/v1/tasks/{done['id']}/done")
    gone = await event(client, "Gone", start=TOMORROW.isoformat())
    await client.delete(f"/api/v1/calendar/events/{gone['id']}")
    async with actor.work() as work:
        for text in ("Answered", "Removed"):
            one = await reminders.add(work, NewReminder(text, TOMORROW, actor.time_zone))
            await (reminders.done if text == "Answered" else reminders.cancel)(work, one.id)
    assert await titles(client) == []


@pytest.mark.parametrize(("zone", "date"), [("Asia/Tokyo", "2026-11-25"), ("Pacific/Kiritimati", "2026-11-26")])
async def test_tomorrow_is_by_the_persons_clock(person: NewPerson, client_for: ClientFor, zone: str, date: str) -> None:
    actor = await person(time_zone=zone)
    await remind(actor, "Call", datetime.fromisoformat(f"{date}T00:00:00").replace(tzinfo=actor.zone).astimezone(UTC))
    told = await tomorrow(client_for(actor))
    assert (told["date"], [one["at"][:16] for one in told["items"]]) == (date, [f"{date}T00:00"])


async def test_a_day_that_ends_past_midnight_keeps_its_night(actor: Actor, client: httpx2.AsyncClient) -> None:
    await client.patch("/api/v1/me", json={"settings": {"day": {"begins": "10:00", "ends": "02:00"}}})
    for hours in (13, 36.5 + 1):  # 01:00 tonight, which is still today; 01:30 the night after
        await event(client, f"In {hours} h", start=(NOON + timedelta(hours=hours)).isoformat())
    assert [title for title, _ in await titles(client)] == ["In 37.5 h"]


async def test_more_than_a_hundred_are_told_as_such(
    actor: Actor, client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_OF_TOMORROW", 2)
    await remind(actor, "Often", NOON + timedelta(hours=1), "FREQ=HOURLY")
    told = await tomorrow(client)
    assert (len(told["items"]), told["more"]) == (2, True)


async def test_nobody_elses_day_is_told(client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor) -> None:
    await event(client, "Dentist", start=TOMORROW.isoformat())
    assert await titles(client_for(await person())) == []
