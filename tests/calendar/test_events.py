"""Events over HTTP and by tools, and the reminders that go with them."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest

from cairn.calendar import service
from cairn.calendar.errors import EventChangedSince, EventOver
from cairn.calendar.schemas import EventPatch, NewEvent
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.errors import NotFound
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Call, Receipt
from cairn.reminders import service as reminders
from cairn.reminders import ticker
from cairn.reminders.models import Reminder
from cairn.reminders.repository import of_event
from tests.conftest import NOON, ClientFor, NewPerson

EVENTS = "/api/v1/calendar/events"
THREE = NOON + timedelta(hours=3)


async def dentist(client: httpx2.AsyncClient, **fields: Any) -> dict[str, Any]:
    body = {"title": "Dentist", "start": THREE.isoformat(), "travel_minutes": 25, "ready_minutes": 15, **fields}
    answer = await client.post(EVENTS, json=body)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def chain(actor: Actor, event_id: str) -> dict[str, Reminder]:
    async with actor.work() as work:
        return {str(one.link): one for one in await of_event(work, UUID(event_id))}


async def rings(actor: Actor, event_id: str) -> dict[str, datetime]:
    """When each of an event's open reminders rings next."""
    found = await chain(actor, event_id)
    return {link: one.due_at for link, one in found.items() if one.armed}


async def call(actor: Actor, tool: str, **arguments: object) -> Receipt:
    receipt = await actor.runtime.toolbox.run(actor, Call(uuid4(), tool, arguments))
    assert isinstance(receipt, Receipt)
    return receipt


async def undo(actor: Actor, receipt: Receipt) -> None:
    async with actor.work() as work:
        await actor.runtime.toolbox.undo(work, receipt.id)


def before(minutes: int, moment: datetime = THREE) -> datetime:
    return moment - timedelta(minutes=minutes)


async def test_an_event_comes_with_its_chain(actor: Actor, client: httpx2.AsyncClient) -> None:
    event = await dentist(client, place="Rua do Sol 12")
    assert (event["place"], event["note"]) == ("Rua do Sol 12", None)
    assert datetime.fromisoformat(event["leave_by"]) == before(25)
    assert datetime.fromisoformat(event["ready_by"]) == before(40)
    assert datetime.fromisoformat(event["end"]) == THREE + timedelta(hours=1)
    assert await rings(actor, event["id"]) == {"leave": before(25), "ready": before(40)}


async def test_the_chain_moves_when_the_event_moves(actor: Actor, client: httpx2.AsyncClient) -> None:
    event = await dentist(client)
    later = THREE + timedelta(hours=2)
    moved = await client.patch(f"{EVENTS}/{event['id']}", json={"start": later.isoformat()})
    assert moved.status_code == 200, moved.text
    assert await rings(actor, event["id"]) == {"leave": before(25, later), "ready": before(40, later)}
    shorter = await client.patch(f"{EVENTS}/{event['id']}", json={"travel_minutes": 10})
    assert shorter.status_code == 200
    assert await rings(actor, event["id"]) == {"leave": before(10, later), "ready": before(25, later)}
    by_phone = await client.patch(f"{EVENTS}/{event['id']}", json={"travel_minutes": 0, "ready_minutes": 0})
    assert by_phone.status_code == 200
    assert await rings(actor, event["id"]) == {"start": before(10, later)}
    again = await client.patch(f"{EVENTS}/{event['id']}", json={"travel_minutes": 10})
    assert again.status_code == 200
    assert await rings(actor, event["id"]) == {"leave": before(10, later)}


async def test_a_reminder_that_the_person_removed_stays_away_until_its_moment_changes(
    actor: Actor, client: httpx2.AsyncClient
) -> None:
    event = await dentist(client)
    async with actor.work() as work:
        await reminders.cancel(work, (await chain(actor, event["id"]))["ready"].id)
    assert (await client.patch(f"{EVENTS}/{event['id']}", json={"place": "Porto"})).status_code == 200
    assert await rings(actor, event["id"]) == {"leave": before(25)}
    later = THREE + timedelta(hours=1)
    assert (await client.patch(f"{EVENTS}/{event['id']}", json={"start": later.isoformat()})).status_code == 200
    assert await rings(actor, event["id"]) == {"leave": before(25, later), "ready": before(40, later)}


async def test_a_cancelled_event_rings_no_more_and_comes_back_whole(actor: Actor, client: httpx2.AsyncClient) -> None:
    event = await dentist(client)
    for _ in range(2):
        assert (await client.delete(f"{EVENTS}/{event['id']}")).status_code == 204
    assert await rings(actor, event["id"]) == {}
    assert (await client.get(EVENTS)).json()["items"] == []
    refused = await client.patch(f"{EVENTS}/{event['id']}", json={"title": "Other"})
    assert refused.status_code == 409
    assert (await client.post(f"{EVENTS}/{event['id']}/restore")).status_code == 200
    assert await rings(actor, event["id"]) == {"leave": before(25), "ready": before(40)}


async def test_what_was_seen_before_a_change_is_not_overwritten(client: httpx2.AsyncClient) -> None:
    event = await dentist(client)
    url = f"{EVENTS}/{event['id']}"
    assert (await client.patch(url, json={"title": "One"}, headers={"If-Match": '"1"'})).status_code == 200
    assert (await client.patch(url, json={"title": "Two"}, headers={"If-Match": '"1"'})).status_code == 412
    assert (await client.delete(url, headers={"If-Match": '"1"'})).status_code == 412


async def test_other_words_alone_do_not_wake_what_was_answered(
    actor: Actor, client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    event = await dentist(client)
    clock.at = before(40)
    await ticker.tick(runtime)
    ready = (await chain(actor, event["id"]))["ready"]
    async with actor.work() as work:
        await reminders.done(work, ready.id)
    assert (await client.patch(f"{EVENTS}/{event['id']}", json={"title": "Dr Okafor"})).status_code == 200
    found = await chain(actor, event["id"])
    assert found["ready"].state == "done"
    assert found["ready"].text == "Get ready: Dr Okafor, leave at 14:35"
    assert await rings(actor, event["id"]) == {"leave": before(25)}


async def test_done_with_leaving_is_done_with_getting_ready(
    actor: Actor, client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    event = await dentist(client)
    clock.at = before(25)
    await ticker.tick(runtime)
    found = await chain(actor, event["id"])
    assert {one.state for one in found.values()} == {"ringing"}
    async with actor.work() as work:
        await reminders.done(work, found["leave"].id)
    assert {one.state for one in (await chain(actor, event["id"])).values()} == {"done"}


async def test_done_with_getting_ready_still_tells_when_to_leave(
    actor: Actor, client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    event = await dentist(client)
    clock.at = before(40)
    await ticker.tick(runtime)
    async with actor.work() as work:
        await reminders.done(work, (await chain(actor, event["id"]))["ready"].id)
    assert await rings(actor, event["id"]) == {"leave": before(25)}


async def test_what_would_ring_in_the_past_is_told_instead(actor: Actor, client: httpx2.AsyncClient) -> None:
    event = await dentist(client, start=(NOON + timedelta(minutes=5)).isoformat(), travel_minutes=30)
    assert event["note"] == "To be there on time you’d have had to leave at 11:35. Leave as soon as you can."
    assert await chain(actor, event["id"]) == {}


async def test_a_repeating_event_rings_each_time_but_those_left_out(
    actor: Actor, client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    event = await dentist(client, rrule="FREQ=DAILY", ready_minutes=0)
    tomorrow = THREE + timedelta(days=1)
    url = f"{EVENTS}/{event['id']}"
    answer = await client.post(f"{url}/times/cancel", json={"start": tomorrow.isoformat()})
    assert answer.status_code == 200, answer.text
    again = await client.post(f"{url}/times/cancel", json={"start": tomorrow.isoformat()})
    assert again.status_code == 422
    clock.at = before(25)
    await ticker.tick(runtime)
    assert await rings(actor, event["id"]) == {"leave": before(25, THREE + timedelta(days=2))}
    assert (await client.post(f"{url}/times/restore", json={"start": tomorrow.isoformat()})).status_code == 200
    found = await chain(actor, event["id"])
    assert (found["leave"].state, found["leave"].due_at) == ("ringing", before(25, tomorrow))


async def test_one_time_that_is_changed_stands_alone_and_goes_with_the_whole(
    actor: Actor, client: httpx2.AsyncClient
) -> None:
    event = await dentist(client, rrule="FREQ=DAILY", ready_minutes=0)
    tomorrow = THREE + timedelta(days=1)
    later = tomorrow + timedelta(hours=2)
    body = {"at": tomorrow.isoformat(), "start": later.isoformat()}
    answer = await client.post(f"{EVENTS}/{event['id']}/times/change", json=body)
    assert answer.status_code == 201, answer.text
    alone = answer.json()
    assert (alone["series_id"], alone["rrule"]) == (event["id"], None)
    assert await rings(actor, alone["id"]) == {"leave": before(25, later)}
    query = {"from": NOON.isoformat(), "to": (NOON + timedelta(days=3)).isoformat()}
    told = (await client.get("/api/v1/calendar/occurrences", params=query)).json()["items"]
    begins = [datetime.fromisoformat(one["start"]) for one in told]
    assert begins == [THREE, later, THREE + timedelta(days=2)]
    await client.delete(f"{EVENTS}/{event['id']}")
    assert await rings(actor, alone["id"]) == {}
    assert (await client.get("/api/v1/calendar/occurrences", params=query)).json()["items"] == []
    await client.post(f"{EVENTS}/{event['id']}/restore")
    assert await rings(actor, alone["id"]) == {"leave": before(25, later)}


async def test_occurrences_come_in_pages(client: httpx2.AsyncClient) -> None:
    await dentist(client, rrule="FREQ=DAILY")
    await dentist(client, title="Lunch")
    query = {"from": NOON.isoformat(), "to": (NOON + timedelta(days=10)).isoformat(), "limit": "4"}
    found: list[str] = []
    pages = 0
    while True:
        page = (await client.get("/api/v1/calendar/occurrences", params=query)).json()
        found += [f"{one['start']} {one['title']}" for one in page["items"]]
        pages += 1
        if page["next_cursor"] is None:
            break
        query["cursor"] = page["next_cursor"]
    assert (len(found), len(set(found)), pages) == (11, 11, 3)
    for wrong in ({"to": (NOON + timedelta(days=500)).isoformat()}, {"to": NOON.isoformat()}, {"cursor": "x"}):
        answer = await client.get("/api/v1/calendar/occurrences", params={**query, **wrong})
        assert answer.status_code == 422, wrong


async def test_events_come_in_pages(client: httpx2.AsyncClient) -> None:
    for hours in range(5):
        await dentist(client, start=(THREE + timedelta(hours=hours)).isoformat())
    first = (await client.get(EVENTS, params={"limit": "3"})).json()
    rest = (await client.get(EVENTS, params={"limit": "3", "cursor": first["next_cursor"]})).json()
    assert (len(first["items"]), len(rest["items"]), rest["next_cursor"]) == (3, 2, None)


async def test_words_make_an_event(client: httpx2.AsyncClient) -> None:
    answer = await client.post(EVENTS, json={"title": "Lunch", "when": "tomorrow 13:00 to 14:30"})
    assert answer.status_code == 201, answer.text
    wrong = await client.post(EVENTS, json={"title": "Lunch", "when": "someday maybe"})
    assert (wrong.status_code, wrong.json()["type"].rsplit("/", 1)[-1]) == (422, "unreadable-span")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"start": THREE.isoformat(), "when": "tomorrow"},
        {"start": THREE.isoformat(), "end": THREE.isoformat()},
        {"start": THREE.isoformat(), "time_zone": "Europe/Nowhere"},
        {"start": THREE.isoformat(), "rrule": "FREQ=MINUTELY;INTERVAL=5"},
        {"start": THREE.isoformat(), "travel_minutes": -1},
        {"first_day": "2026-12-01", "last_day": "2026-11-01"},
        {"end": THREE.isoformat(), "first_day": "2026-12-01"},
    ],
)
async def test_what_makes_no_event_is_refused(client: httpx2.AsyncClient, body: dict[str, Any]) -> None:
    assert (await client.post(EVENTS, json={"title": "x", **body})).status_code == 422
    assert (await client.get(EVENTS)).json()["items"] == []


async def test_whole_days_stay_days_in_every_zone(actor: Actor, client: httpx2.AsyncClient) -> None:
    answer = await client.post(EVENTS, json={"title": "Holiday", "first_day": "2026-12-24", "last_day": "2026-12-26"})
    event = answer.json()
    assert (event["all_day"], event["first_day"], event["last_day"]) == (True, "2026-12-24", "2026-12-26")
    assert await chain(actor, event["id"]) == {}
    assert (await client.patch("/api/v1/me", json={"time_zone": "Asia/Tokyo"})).status_code == 200
    there = (await client.get(f"{EVENTS}/{event['id']}")).json()
    assert there["first_day"] == "2026-12-24"
    assert datetime.fromisoformat(there["start"]) == datetime(2026, 12, 23, 15, tzinfo=UTC)


async def test_a_habit_moves_with_the_person_and_a_dentist_does_not(actor: Actor, client: httpx2.AsyncClient) -> None:
    habit = await dentist(client, title="Run", floating=True)
    place = await dentist(client)
    was = await rings(actor, habit["id"])
    assert (await client.patch("/api/v1/me", json={"time_zone": "America/New_York"})).status_code == 200
    assert await rings(actor, place["id"]) == was
    assert await rings(actor, habit["id"]) == {link: at + timedelta(hours=5) for link, at in was.items()}


async def test_a_tool_adds_an_event_and_takes_it_back(actor: Actor) -> None:
    receipt = await call(actor, "add_event", title="Dentist", start=THREE.isoformat(), travel_minutes=25)
    told = receipt.read()
    assert (told.kind, told.title, told.when) == ("event.added", "Dentist", THREE)
    assert await rings(actor, str(told.subject_id)) == {"leave": before(25)}
    await undo(actor, receipt)
    assert await rings(actor, str(told.subject_id)) == {}


async def test_a_move_is_taken_back_with_its_chain(actor: Actor) -> None:
    event_id = str((await call(actor, "add_event", title="Dentist", start=THREE.isoformat())).read().subject_id)
    moved = await call(actor, "move_event", event_id=event_id, start=(THREE + timedelta(hours=1)).isoformat())
    assert await rings(actor, event_id) == {"start": THREE + timedelta(minutes=50)}
    await undo(actor, moved)
    assert await rings(actor, event_id) == {"start": before(10)}


async def test_a_cancellation_is_taken_back(actor: Actor) -> None:
    event_id = str((await call(actor, "add_event", title="Dentist", start=THREE.isoformat())).read().subject_id)
    cancelled = await call(actor, "cancel_event", event_id=event_id)
    assert await rings(actor, event_id) == {}
    await undo(actor, cancelled)
    assert await rings(actor, event_id) == {"start": before(10)}


async def test_a_move_is_not_taken_back_over_a_later_change(actor: Actor) -> None:
    event_id = str((await call(actor, "add_event", title="Dentist", start=THREE.isoformat())).read().subject_id)
    moved = await call(actor, "move_event", event_id=event_id, start=(THREE + timedelta(hours=1)).isoformat())
    await call(actor, "change_event", event_id=event_id, place="Porto")
    with pytest.raises(EventChangedSince):
        await undo(actor, moved)


async def test_a_tool_books_nothing_that_is_over(actor: Actor) -> None:
    with pytest.raises(EventOver):
        await call(actor, "add_event", title="Dentist", start=(NOON - timedelta(hours=2)).isoformat())


async def test_changes_at_once_leave_one_chain(actor: Actor) -> None:
    async with actor.work() as work:
        event = await service.add(work, NewEvent(title="Dentist", start=THREE, travel_minutes=5))

    async def move(hours: int) -> None:
        async with actor.work() as work:
            patch = EventPatch(start=THREE + timedelta(hours=hours), travel_minutes=5 + hours)
            await service.edit(work, event.id, patch)

    await asyncio.gather(*(move(hours) for hours in range(1, 9)))
    async with actor.work() as work:
        now_is = await service.get(work, event.id)
        lead = timedelta(minutes=now_is.travel_minutes)
    assert await rings(actor, str(event.id)) == {"leave": now_is.starts_at - lead}


async def test_a_change_that_breaks_off_leaves_event_and_chain_as_they_were(actor: Actor) -> None:
    async with actor.work() as work:
        event = await service.add(work, NewEvent(title="Dentist", start=THREE, travel_minutes=5))
    with pytest.raises(ZeroDivisionError):
        await _breaks_off(actor, event.id)
    assert await rings(actor, str(event.id)) == {"leave": before(5)}


async def _breaks_off(actor: Actor, event_id: UUID) -> None:
    async with actor.work() as work:
        await service.edit(work, event_id, EventPatch(start=THREE + timedelta(hours=2)))
        raise ZeroDivisionError


async def test_nobody_reaches_someone_elses_event(
    person: NewPerson, client: httpx2.AsyncClient, client_for: ClientFor
) -> None:
    event = await dentist(client)
    rui = await person(name="Rui")
    stranger = client_for(rui)
    assert (await stranger.get(f"{EVENTS}/{event['id']}")).status_code == 404
    assert (await stranger.get(EVENTS)).json()["items"] == []
    with pytest.raises(NotFound):
        await call(rui, "cancel_event", event_id=event["id"])


async def test_what_to_leave_for_next_has_a_way_to_it(actor: Actor, client: httpx2.AsyncClient) -> None:
    await dentist(client, title="Call", start=(NOON + timedelta(hours=1)).isoformat(), travel_minutes=0)
    async with actor.work() as work:
        call_only = await service.next_to_leave(work)
    assert call_only is not None
    assert (call_only.title, call_only.leave_by) == ("Call", None)
    await dentist(client)
    async with actor.work() as work:
        found = await service.next_to_leave(work)
    assert found is not None
    assert (found.title, found.leave_by) == ("Dentist", before(25))


async def test_events_are_exported_and_erased(actor: Actor, client: httpx2.AsyncClient) -> None:
    await dentist(client)
    async with actor.work() as work:
        (feature,) = [one for one in work.runtime.features if one.name == "calendar"]
        assert feature.export is not None
        assert feature.erase is not None
        told = await feature.export(work)
        assert [one["title"] for one in told["calendar_events"]] == ["Dentist"]
        await feature.erase(work)
    assert (await client.get(EVENTS)).json()["items"] == []


async def test_a_fraction_of_a_second_loses_no_time_of_what_repeats(client: httpx2.AsyncClient) -> None:
    begins = THREE.replace(microsecond=962_345)
    yoga = await dentist(client, title="Yoga", start=begins.isoformat(), rrule="FREQ=WEEKLY")
    assert yoga["start"] == THREE.isoformat().replace("+00:00", "Z")
