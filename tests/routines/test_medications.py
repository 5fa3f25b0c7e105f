"""Medication times: taken, skipped or later, noted exactly once and never held against anybody."""

import asyncio
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Call, Receipt
from cairn.reminders.ticker import tick
from cairn.routines.medications import rules, service
from cairn.routines.medications.rules import Slot
from tests.conftest import NOON, ClientFor, NewPerson

URL = "/api/v1/medications"
LISBON = ZoneInfo("Europe/Lisbon")
ONE = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)


async def add(client: httpx2.AsyncClient, **fields: Any) -> dict[str, Any]:
    body = {"name": "Methylphenidate", "dose": "10 mg", "times": ["13:00"], **fields}
    answer = await client.post(URL, json=body)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def told(client: httpx2.AsyncClient, medication: dict[str, Any]) -> dict[str, Any]:
    return dict((await client.get(f"{URL}/{medication['id']}")).json())


async def take(client: httpx2.AsyncClient, medication: dict[str, Any], **body: Any) -> httpx2.Response:
    return await client.post(f"{URL}/{medication['id']}/taken", json=body)


async def log(client: httpx2.AsyncClient) -> list[dict[str, Any]]:
    return list((await client.get("/api/v1/doses")).json()["items"])


async def ringing(client: httpx2.AsyncClient) -> list[dict[str, Any]]:
    return list((await client.get("/api/v1/reminders", params={"state": "ringing"})).json()["items"])


@pytest.fixture
async def rung(client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime) -> dict[str, Any]:
    """A medication whose reminder rings: it is two minutes past one."""
    medication = await add(client)
    clock.forward(timedelta(hours=1, minutes=2))
    await tick(runtime)
    return medication


async def test_it_rings_and_taken_answers_it(client: httpx2.AsyncClient, rung: dict[str, Any]) -> None:
    assert [one["text"] for one in await ringing(client)] == ["Methylphenidate, 10 mg"]
    assert [one["due_at"] for one in (await told(client, rung))["open"]] == ["2026-11-24T13:00:00Z"]

    dose = (await take(client, rung)).json()

    assert (dose["state"], dose["due_at"], dose["at"]) == ("taken", "2026-11-24T13:00:00Z", "2026-11-24T13:02:00Z")
    assert await ringing(client) == []
    assert (await told(client, rung))["open"] == []
    assert await log(client) == [dose]


async def test_taken_twice_tells_when_it_was_and_notes_nothing(
    client: httpx2.AsyncClient, rung: dict[str, Any], clock: StillClock
) -> None:
    await take(client, rung)
    clock.forward(timedelta(hours=1))
    twice = await take(client, rung)
    assert twice.status_code == 409
    assert twice.json()["type"].endswith("already-taken")
    assert "at 13:02" in twice.json()["detail"]
    assert len(await log(client)) == 1
    more = (await take(client, rung, again=True)).json()
    assert more["due_at"] is None
    assert len(await log(client)) == 2


async def test_it_can_be_said_afterwards_when_it_was_taken(client: httpx2.AsyncClient, rung: dict[str, Any]) -> None:
    taken = await take(client, rung, at="2026-11-24T09:30:00-03:00")
    assert taken.status_code == 201
    assert (taken.json()["taken_at"], taken.json()["at"]) == ("2026-11-24T12:30:00Z", "2026-11-24T13:02:00Z")
    kept = (await client.get(f"{URL}/{rung['id']}")).json()
    assert (kept["open"], kept["last_taken_at"]) == ([], "2026-11-24T12:30:00Z")


@pytest.mark.parametrize("at", ["2026-11-24T13:03:00Z", "2026-11-23T13:02:00Z", "2026-11-24T13:00:00", "soon"])
async def test_what_is_to_come_or_long_ago_was_not_taken_then(
    client: httpx2.AsyncClient, rung: dict[str, Any], at: str
) -> None:
    refused = await take(client, rung, at=at)
    assert refused.status_code == 422
    assert "at" in refused.text
    assert (await client.get("/api/v1/doses")).json()["items"] == []


async def test_taken_on_two_devices_at_once_is_noted_once(client: httpx2.AsyncClient, rung: dict[str, Any]) -> None:
    answers = await asyncio.gather(*(take(client, rung) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5
    assert len(await log(client)) == 1


async def test_done_anywhere_is_taken_and_taking_that_back_is_not(
    client: httpx2.AsyncClient, rung: dict[str, Any]
) -> None:
    (reminder,) = await ringing(client)
    await client.post(f"/api/v1/reminders/{reminder['id']}/done")
    (dose,) = await log(client)
    assert (dose["state"], dose["due_at"]) == ("taken", "2026-11-24T13:00:00Z")
    await client.post(f"/api/v1/reminders/{reminder['id']}/reopen")
    assert await log(client) == []
    assert len((await told(client, rung))["open"]) == 1


async def test_skipped_is_noted_and_can_be_taken_back(client: httpx2.AsyncClient, rung: dict[str, Any]) -> None:
    dose = (await client.post(f"{URL}/{rung['id']}/skipped")).json()
    assert dose["state"] == "skipped"
    assert await ringing(client) == []
    assert (await client.post(f"{URL}/{rung['id']}/skipped")).status_code == 409

    assert (await client.delete(f"/api/v1/doses/{dose['id']}")).status_code == 204

    assert len(await ringing(client)) == 1
    assert await log(client) == []
    assert (await take(client, rung)).status_code == 201


async def test_later_rings_again_for_the_same_dose(
    client: httpx2.AsyncClient, rung: dict[str, Any], clock: StillClock, runtime: Runtime
) -> None:
    (asked,) = (await told(client, rung))["open"]
    await client.post(f"/api/v1/reminders/{asked['reminder_id']}/snooze", json={"text": "30 minutes"})
    clock.forward(timedelta(minutes=31))
    await tick(runtime)
    assert len(await ringing(client)) == 1
    dose = (await take(client, rung)).json()
    assert dose["due_at"] == "2026-11-24T13:00:00Z"
    assert await ringing(client) == []
    assert (await told(client, rung))["open"] == []


async def test_taken_a_little_early_it_does_not_ring(
    client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    medication = await add(client)
    dose = (await take(client, medication)).json()
    assert dose["due_at"] == "2026-11-24T13:00:00Z"
    clock.forward(timedelta(hours=2))
    await tick(runtime)
    assert await ringing(client) == []
    clock.forward(timedelta(hours=23))
    await tick(runtime)
    assert len(await ringing(client)) == 1
    assert (await take(client, medication)).json()["due_at"] == "2026-11-25T13:00:00Z"


async def test_taken_early_and_taken_back_it_rings(
    client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    medication = await add(client)
    dose = (await take(client, medication)).json()
    await client.delete(f"/api/v1/doses/{dose['id']}")
    clock.forward(timedelta(hours=1))
    await tick(runtime)
    assert len(await ringing(client)) == 1


async def test_what_was_not_answered_is_gone_tomorrow(
    client: httpx2.AsyncClient, rung: dict[str, Any], clock: StillClock
) -> None:
    clock.forward(timedelta(days=1, hours=-2))
    after = await told(client, rung)
    assert after["open"] == []
    assert set(after) == {
        "id",
        "version",
        "name",
        "dose",
        "times",
        "rrule",
        "until",
        "created_at",
        "open",
        "last_taken_at",
    }
    assert await log(client) == []


async def test_other_times_and_days_ring_instead(
    client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    medication = await add(client, times=["13:00", "20:00"])
    body = {"times": ["14:00"], "rrule": "FREQ=WEEKLY;BYDAY=TU"}
    changed = await client.patch(f"{URL}/{medication['id']}", json=body)
    assert changed.json()["times"] == ["14:00:00"]
    named = await client.patch(f"{URL}/{medication['id']}", json={"dose": "20 mg"})
    assert named.status_code == 200
    for _ in range(24 * 8):
        clock.forward(timedelta(hours=1))
        await tick(runtime)
    (rings,) = (await client.get("/api/v1/reminders", params={"limit": 200})).json()["items"]
    assert (rings["text"], rings["rang_for"]) == ("Methylphenidate, 20 mg", "2026-12-01T14:00:00Z")
    assert (await client.delete(f"{URL}/{medication['id']}")).status_code == 204
    assert await ringing(client) == []


@pytest.mark.parametrize(
    "body",
    [
        {"name": ""},
        {"name": "x", "times": ["8:99"]},
        {"name": "x", "times": ["08:00", "08:00"]},
        {"name": "x", "times": ["08:00"], "rrule": "FREQ=HOURLY"},
    ],
)
async def test_what_can_not_be_is_refused(client: httpx2.AsyncClient, body: dict[str, Any]) -> None:
    assert (await client.post(URL, json=body)).status_code == 422


async def test_someone_elses_is_not_there(person: NewPerson, client_for: ClientFor) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    medication = await add(ana)
    dose = (await take(ana, medication)).json()
    assert (await take(rui, medication)).status_code == 404
    assert (await rui.delete(f"/api/v1/doses/{dose['id']}")).status_code == 404
    assert await log(rui) == []
    assert (await take(ana, medication, due_at="2026-11-24T09:00:00Z")).status_code == 404


async def test_the_assistant_notes_it_and_takes_it_back(
    actor: Actor, client: httpx2.AsyncClient, rung: dict[str, Any]
) -> None:
    call = Call(uuid4(), "take_medication", {"medication_id": rung["id"]})
    receipt = await actor.runtime.toolbox.run(actor, call)
    assert isinstance(receipt, Receipt)
    assert receipt.read().title == "Methylphenidate, 10 mg"
    async with actor.work() as work:
        await actor.runtime.toolbox.undo(work, receipt.id)
    assert await log(client) == []
    assert len(await ringing(client)) == 1


CLOCKS = st.lists(st.times(max_value=time(23, 59)).map(lambda one: one.replace(second=0, microsecond=0)), max_size=6)


@given(CLOCKS, st.integers(0, 60 * 24 * 300))
def test_the_dose_at_hand_is_the_last_that_came_or_the_next_and_each_is_met_once(
    clocks: list[time], minutes: int
) -> None:
    first = date(2026, 11, 24)
    slots = [Slot(UUID(int=n), "FREQ=DAILY", datetime.combine(first, clock)) for n, clock in enumerate(set(clocks))]
    now = NOON + timedelta(minutes=minutes)
    found = rules.dues(slots, NOON - timedelta(days=9), now, LISBON)
    assert all(due.at <= now + rules.EARLY for due in found)
    answered: list[datetime] = []
    while (due := rules.at_hand(found, answered, now)) is not None:
        assert due.at not in answered
        answered.append(due.at)
    assert sorted(answered) == [due.at for due in found]
    assert rules.open_today(found, answered, now, LISBON) == []


async def test_no_dose_is_due_after_the_last_day(
    client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    medication = await add(client, name="Antibiotic", until="2026-11-25")
    assert medication["until"] == "2026-11-25"
    rang = []
    for _ in range(4):
        clock.forward(timedelta(hours=1, minutes=2))
        await tick(runtime)
        opened = (await told(client, medication))["open"]
        rang.append([one["due_at"][:10] for one in opened])
        if opened:
            assert (await take(client, medication)).status_code == 201
        clock.forward(timedelta(hours=22, minutes=58))
    assert rang == [["2026-11-24"], ["2026-11-25"], [], []]
    assert await ringing(client) == []
    assert (await client.get("/api/v1/reminders")).json()["items"] == []
    # Taken for once more it is noted, beside its times.
    assert (await take(client, medication)).json()["due_at"] is None


async def test_the_last_dose_taken_early_rings_no_more_and_can_be_taken_back(
    client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime
) -> None:
    medication = await add(client, until="2026-11-24")
    dose = (await take(client, medication)).json()
    assert dose["due_at"] == "2026-11-24T13:00:00Z"
    clock.forward(timedelta(minutes=30))
    await client.delete(f"/api/v1/doses/{dose['id']}")
    assert len((await client.get("/api/v1/reminders")).json()["items"]) == 1
    await take(client, medication)
    clock.forward(timedelta(hours=1))
    await tick(runtime)
    assert await ringing(client) == []


@pytest.mark.parametrize("until", [None, "2026-11-24"])
@pytest.mark.parametrize("minutes", [0, 62])
async def test_a_dose_of_times_that_were_changed_is_taken_back_and_those_stay_silent(
    client: httpx2.AsyncClient, clock: StillClock, runtime: Runtime, until: str | None, minutes: int
) -> None:
    medication = await add(client, until=until)
    clock.forward(timedelta(minutes=minutes))
    await tick(runtime)
    dose = (await take(client, medication)).json()
    await client.patch(f"{URL}/{medication['id']}", json={"times": ["18:00"], "until": None})
    assert (await client.delete(f"/api/v1/doses/{dose['id']}")).status_code == 204
    assert await log(client) == []
    (only,) = (await client.get("/api/v1/reminders")).json()["items"]
    assert only["due_at"] == "2026-11-24T18:00:00Z"


async def test_an_end_is_set_moved_and_taken_away(client: httpx2.AsyncClient) -> None:
    medication = await add(client, times=["08:00", "20:00"])
    url = f"{URL}/{medication['id']}"
    over = (await client.patch(url, json={"until": "2026-11-20"})).json()
    assert (over["until"], over["times"]) == ("2026-11-20", ["08:00:00", "20:00:00"])
    assert (await client.get("/api/v1/reminders")).json()["items"] == []
    assert (await client.patch(url, json={"name": "Iron"})).status_code == 200
    today = (await client.patch(url, json={"until": "2026-11-24"})).json()
    assert today["until"] == "2026-11-24"
    assert len((await client.get("/api/v1/reminders")).json()["items"]) == 1
    ever = (await client.patch(url, json={"until": None})).json()
    assert (ever["until"], ever["times"]) == (None, ["08:00:00", "20:00:00"])
    assert len((await client.get("/api/v1/reminders")).json()["items"]) == 2
    assert (await client.delete(url)).status_code == 204


async def test_an_end_that_is_over_or_a_second_one_is_refused(client: httpx2.AsyncClient) -> None:
    for fields, kind in (
        ({"until": "2026-11-23"}, "over-already"),
        ({"until": "2026-11-30", "rrule": "FREQ=DAILY;COUNT=3"}, "ends-twice"),
    ):
        refused = await client.post(URL, json={"name": "Iron", "times": ["13:00"], **fields})
        assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[-1]) == (422, kind)
    assert (await client.get(URL)).json()["items"] == []


@given(own=st.dates(date(2026, 11, 1), date(2027, 1, 31)), until=st.dates(date(2026, 11, 1), date(2027, 1, 31)))
def test_of_two_ends_the_first_holds(own: date, until: date) -> None:
    rule = rules.ending(f"FREQ=DAILY;UNTIL={own:%Y%m%d}T235959", until)
    slot = Slot(UUID(int=1), rule, datetime(2026, 10, 1, 13, 0, tzinfo=LISBON).replace(tzinfo=None))
    last = min(own, until)
    at = datetime.combine(last, time(13), LISBON)
    assert slot.following(at - timedelta(days=1), LISBON) == at
    assert slot.following(at, LISBON) is None


async def test_there_are_so_many_at_most(
    client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_MEDICATIONS", 2)
    body = {"name": "Methylphenidate", "dose": "10 mg", "times": []}
    answers = await asyncio.gather(*(client.post(URL, json=body) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 201, 409, 409]
    assert {one.json().get("type") for one in answers if one.status_code == 409} == {"/problems/too-many-medications"}
    assert (await client_for(await person()).post(URL, json=body)).status_code == 201
    kept = next(answer.json() for answer in answers if answer.status_code == 201)
    assert (await client.delete(f"{URL}/{kept['id']}")).status_code == 204
    await add(client)
