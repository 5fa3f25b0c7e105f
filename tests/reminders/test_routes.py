"""Reminders over HTTP."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders import ticker
from tests.conftest import ClientFor, NewPerson
from tests.reminders.booking import IN_AN_HOUR, NOON, booked

URL = "/api/v1/reminders"
SOON = NOON + timedelta(minutes=5)
"""Before the access token of a client runs out."""


async def book(client: httpx2.AsyncClient, **body: Any) -> httpx2.Response:
    return await client.post(URL, json={"text": "Call the dentist", **body})


async def test_a_moment_or_words_book_a_reminder(client: httpx2.AsyncClient) -> None:
    by_moment = await book(client, due_at=IN_AN_HOUR.isoformat())
    by_words = await book(client, when="tomorrow at 3pm")
    again = await book(client, when="every weekday at 9am", time_zone="America/New_York")

    assert by_moment.status_code == 201
    assert by_moment.headers["etag"] == '"1"'
    assert by_moment.json()["due_at"] == "2026-11-24T13:00:00Z"
    assert by_words.json()["due_at"] == "2026-11-25T15:00:00Z"
    assert (again.json()["due_at"], again.json()["rrule"]) == (
        "2026-11-24T14:00:00Z",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    )
    listed = (await client.get(URL)).json()["items"]
    assert [item["due_at"][5:16] for item in listed] == ["11-24T13:00", "11-24T14:00", "11-25T15:00"]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"due_at": (NOON - timedelta(minutes=2)).isoformat()}, "in-the-past"),
        ({"when": "yesterday at 3pm"}, "in-the-past"),
        ({"when": "purple"}, "unreadable-time"),
        ({"due_at": "9999-12-31T23:59:59Z"}, "too-far-away"),
        ({"due_at": IN_AN_HOUR.isoformat(), "time_zone": "Mars/Olympus"}, "no-such-zone"),
        ({"due_at": IN_AN_HOUR.isoformat(), "rrule": "FREQ=SECONDLY"}, "bad-rule"),
        ({"due_at": "2026-11-24T13:00:00"}, "invalid"),
        ({}, "invalid"),
        ({"due_at": IN_AN_HOUR.isoformat(), "when": "tomorrow"}, "invalid"),
        ({"due_at": IN_AN_HOUR.isoformat(), "text": "  "}, "invalid"),
        ({"due_at": IN_AN_HOUR.isoformat(), "text": "a\x00b"}, "invalid"),
        ({"due_at": IN_AN_HOUR.isoformat(), "text": "x" * 501}, "invalid"),
        ({"due_at": IN_AN_HOUR.isoformat(), "user_id": str(uuid4())}, "invalid"),
    ],
)
async def test_what_cannot_be_booked_is_refused_clearly(
    client: httpx2.AsyncClient, body: dict[str, Any], problem: str
) -> None:
    answer = await book(client, **body)

    assert answer.status_code == 422
    assert answer.json()["type"] == f"/problems/{problem}"
    assert (await client.get(URL)).json()["items"] == []


async def test_within_the_last_minute_still_rings(runtime: Runtime, client: httpx2.AsyncClient) -> None:
    made = await book(client, due_at=(NOON - timedelta(seconds=30)).isoformat())
    await ticker.tick(runtime)

    assert (await client.get(f"{URL}/{made.json()['id']}")).json()["state"] == "ringing"


async def test_it_is_answered_put_off_and_reopened(
    runtime: Runtime, client: httpx2.AsyncClient, clock: StillClock
) -> None:
    reminder = (await book(client, due_at=SOON.isoformat())).json()["id"]
    clock.at = SOON
    await ticker.tick(runtime)
    ringing = (await client.get(URL, params={"state": "ringing"})).json()["items"]
    assert [item["id"] for item in ringing] == [reminder]

    later = await client.post(f"{URL}/{reminder}/snooze", json={"text": "tomorrow morning"})
    assert (later.json()["state"], later.json()["due_at"]) == ("waiting", "2026-11-25T09:00:00Z")
    until = await client.post(f"{URL}/{reminder}/snooze", json={"until": "2026-11-24T14:00:00Z"})
    assert until.json()["snoozed_until"] == "2026-11-24T14:00:00Z"
    past = await client.post(f"{URL}/{reminder}/snooze", json={"until": "2026-11-24T12:04:59Z"})
    assert (past.status_code, past.json()["type"]) == (422, "/problems/in-the-past")
    assert past.json()["errors"][0]["field"] == "until"

    assert (await client.post(f"{URL}/{reminder}/done")).json()["state"] == "done"
    assert (await client.post(f"{URL}/{reminder}/done")).json()["state"] == "done"
    closed = await client.post(f"{URL}/{reminder}/snooze", json={"text": "10 minutes"})
    assert closed.status_code == 409
    assert (await client.post(f"{URL}/{reminder}/reopen")).json()["state"] == "waiting"
    assert (await client.post(f"{URL}/{reminder}/reopen")).status_code == 409


async def test_a_change_on_an_old_copy_is_refused(client: httpx2.AsyncClient) -> None:
    made = await book(client, due_at=IN_AN_HOUR.isoformat())
    url = f"{URL}/{made.json()['id']}"
    changed = await client.patch(url, json={"text": "Call Dr. Reis"}, headers={"If-Match": made.headers["etag"]})
    old = await client.patch(url, json={"text": "No"}, headers={"If-Match": made.headers["etag"]})

    assert (changed.json()["text"], changed.headers["etag"]) == ("Call Dr. Reis", '"2"')
    assert old.status_code == 412
    for body in ({}, {"text": None}, {"state": "done"}, {"due_at": NOON.isoformat(), "when": "tomorrow"}):
        assert (await client.patch(url, json=body)).status_code == 422


async def test_a_new_time_arms_it_again(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient, client_for: ClientFor, clock: StillClock
) -> None:
    reminder = (await book(client, due_at=SOON.isoformat())).json()["id"]
    clock.at = SOON
    await ticker.tick(runtime)
    moved = await client.patch(f"{URL}/{reminder}", json={"when": "tomorrow at 3pm"})
    repeats = await client.patch(f"{URL}/{reminder}", json={"rrule": "FREQ=DAILY"})
    clock.at = NOON + timedelta(days=1, hours=3)
    await ticker.tick(runtime)

    assert (moved.json()["state"], moved.json()["due_at"]) == ("waiting", "2026-11-25T15:00:00Z")
    assert repeats.json()["rrule"] == "FREQ=DAILY"
    rung = (await client_for(actor).get(f"{URL}/{reminder}")).json()
    assert (rung["state"], rung["due_at"], rung["rang_for"]) == (
        "ringing",
        "2026-11-26T15:00:00Z",
        "2026-11-25T15:00:00Z",
    )


async def test_removed_it_stays_silent_and_can_come_back(
    runtime: Runtime, client: httpx2.AsyncClient, clock: StillClock
) -> None:
    reminder = (await book(client, due_at=SOON.isoformat())).json()["id"]
    for _ in range(2):
        assert (await client.delete(f"{URL}/{reminder}")).status_code == 204
    clock.at = SOON
    await ticker.tick(runtime)

    assert (await client.get(f"{URL}/{reminder}")).json()["state"] == "cancelled"
    assert (await client.get(f"{URL}/{reminder}/deliveries")).json()["items"] == []
    assert (await client.get(URL)).json()["items"] == []
    assert (await client.post(f"{URL}/{reminder}/reopen")).json()["state"] == "waiting"


async def test_pages_follow_one_another(client: httpx2.AsyncClient) -> None:
    for hours in range(1, 6):
        await book(client, due_at=(NOON + timedelta(hours=hours)).isoformat())
    first = (await client.get(URL, params={"limit": 2})).json()
    second = (await client.get(URL, params={"limit": 200, "cursor": first["next_cursor"]})).json()

    moments = [item["due_at"] for item in first["items"] + second["items"]]
    assert len(moments) == 5
    assert moments == sorted(moments)
    assert (await client.get(URL, params={"cursor": "nonsense"})).status_code == 422
    assert (await client.get(URL, params={"state": "asleep"})).status_code == 422


async def test_the_same_request_twice_books_once(client: httpx2.AsyncClient) -> None:
    body = {"text": "Call the dentist", "due_at": IN_AN_HOUR.isoformat()}
    answers = [await client.post(URL, json=body, headers={"Idempotency-Key": "k"}) for _ in range(2)]

    assert answers[0].json() == answers[1].json()
    assert len((await client.get(URL)).json()["items"]) == 1


async def test_other_peoples_reminders_are_not_there(actor: Actor, person: NewPerson, client_for: ClientFor) -> None:
    reminder = await booked(actor)
    other = client_for(await person(name="Bob"))
    one = f"{URL}/{reminder}"
    requests = [
        ("GET", one, None),
        ("PATCH", one, {"text": "Mine now"}),
        ("DELETE", one, None),
        ("POST", f"{one}/snooze", {"text": "10 minutes"}),
        ("POST", f"{one}/done", None),
        ("POST", f"{one}/reopen", None),
        ("GET", f"{one}/deliveries", None),
    ]
    answers = [await other.request(method, url, json=body) for method, url, body in requests]

    assert [answer.status_code for answer in answers] == [404] * len(requests)
    assert (await other.get(URL)).json()["items"] == []
    nobody = client_for(None)
    assert (await nobody.get(URL)).status_code == 401


async def test_moving_to_another_zone_moves_what_floats(client: httpx2.AsyncClient) -> None:
    reminder = (await book(client, due_at=IN_AN_HOUR.isoformat())).json()["id"]
    answer = await client.patch("/api/v1/me", json={"time_zone": "America/New_York"})

    assert answer.status_code == 200
    moved = (await client.get(f"{URL}/{reminder}")).json()
    assert (moved["zone"], moved["due_at"]) == ("America/New_York", "2026-11-24T18:00:00Z")
