"""What rings ahead of a reminder moves with it, ends with it and is back with it."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx2
import pytest

from tests.chat.talking import say
from tests.conftest import ClientFor, NewPerson

REMINDERS = "/api/v1/reminders"
LISBON = ZoneInfo("Europe/Lisbon")
SAID = "dentist on thursday at 15:00, remind me an hour before"
"""Said on a Tuesday, at noon."""


async def rings(client: httpx2.AsyncClient) -> dict[str, str]:
    """What is open, and when it rings."""
    there = (await client.get(REMINDERS)).json()["items"]
    return {one["text"]: f"{datetime.fromisoformat(one['due_at']).astimezone(LISBON):%a %H:%M}" for one in there}


async def called(client: httpx2.AsyncClient, text: str) -> dict[str, Any]:
    return next(one for one in (await client.get(REMINDERS)).json()["items"] if one["text"] == text)


BOOKED = {"Dentist (Thu 26 Nov, 15:00)": "Thu 14:00", "Dentist": "Thu 15:00"}
MOVED = {"Dentist (Fri 27 Nov, 17:30)": "Fri 16:30", "Dentist": "Fri 17:30"}


@pytest.mark.parametrize(
    "moving", ["move the dentist to friday at 17:30", "no, friday at 17:30", "the dentist is now on friday at 17:30"]
)
async def test_it_moves_with_the_thing_and_back(client: httpx2.AsyncClient, moving: str) -> None:
    await say(client, SAID)
    assert await rings(client) == BOOKED
    told = await say(client, moving)
    assert await rings(client) == MOVED
    assert "Ahead of it: Fri 27 Nov, 16:30." in told["reply"]["text"]
    await say(client, "undo")
    assert await rings(client) == BOOKED


@pytest.mark.parametrize("ending", ["cancel the dentist", "done dentist"])
async def test_it_ends_with_the_thing_and_is_back_with_it(client: httpx2.AsyncClient, ending: str) -> None:
    await say(client, SAID)
    told = await say(client, ending)
    assert await rings(client) == {}, told["reply"]["text"]
    await say(client, "undo")
    assert await rings(client) == BOOKED


@pytest.mark.parametrize(
    ("locale", "said", "moving", "told"),
    [
        ("es", "dentista el jueves a las 15:00, avísame una hora antes", "mueve el dentista a las 17:30", "Antes te"),
        ("fr", "dentiste jeudi à 15h, rappelle-moi une heure avant", "déplace le dentiste à 17h30", "Avant : "),
        ("pt", "dentista na quinta às 15h, lembra-me uma hora antes", "muda o dentista para as 17:30", "Antes disso"),
    ],
)
async def test_in_every_language(
    person: NewPerson, client_for: ClientFor, locale: str, said: str, moving: str, told: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, said)
    assert told in (await say(client, moving))["reply"]["text"]
    assert sorted((await rings(client)).values()) == ["Thu 16:30", "Thu 17:30"]
    assert any("17:30)" in text for text in await rings(client))


async def test_what_is_gone_with_it_is_said(client: httpx2.AsyncClient) -> None:
    await say(client, SAID)
    told = await say(client, "cancel the dentist")
    assert "What was to ring ahead of it won’t ring either." in told["reply"]["text"]


async def test_the_night_before_stays_a_night_and_a_day_before_takes_the_hour(client: httpx2.AsyncClient) -> None:
    await say(client, "flight on thursday at 15:00, remind me the night before to pack")
    await say(client, "exam on thursday at 15:00, remind me a day before to read")
    await say(client, "move the flight to friday at 9:00")
    await say(client, "move the exam to friday at 9:00")
    there = await rings(client)
    assert (there["Pack"], there["Read"]) == ("Thu 21:00", "Thu 09:00")


async def test_moved_so_near_that_its_time_has_passed_it_says_so_and_is_back_when_it_moves_on(
    client: httpx2.AsyncClient,
) -> None:
    await say(client, SAID)
    told = await say(client, "move the dentist to today at 12:30")
    assert "Nothing rings ahead of it any more: that time has passed." in told["reply"]["text"]
    assert await rings(client) == {"Dentist": "Tue 12:30"}
    await say(client, "move the dentist to friday at 17:30")
    assert await rings(client) == MOVED


async def test_what_was_answered_or_put_off_stays_so_until_its_moment_changes(
    client: httpx2.AsyncClient,
) -> None:
    await say(client, SAID)
    one = await called(client, "Dentist (Thu 26 Nov, 15:00)")
    (await client.post(f"{REMINDERS}/{one['id']}/done")).raise_for_status()
    thing = await called(client, "Dentist")
    (await client.patch(f"{REMINDERS}/{thing['id']}", json={"urgent": True})).raise_for_status()
    assert await rings(client) == {"Dentist": "Thu 15:00"}
    (await client.patch(f"{REMINDERS}/{thing['id']}", json={"text": "Dr. Silva"})).raise_for_status()
    (await client.patch(f"{REMINDERS}/{thing['id']}", json={"when": "friday at 17:30"})).raise_for_status()
    assert await rings(client) == {"Dr. Silva (Fri 27 Nov, 17:30)": "Fri 16:30", "Dr. Silva": "Fri 17:30"}


async def test_put_off_it_is_back_when_it_was_put_off_to(client: httpx2.AsyncClient) -> None:
    await say(client, SAID)
    one = await called(client, "Dentist (Thu 26 Nov, 15:00)")
    (await client.post(f"{REMINDERS}/{one['id']}/snooze", json={"text": "thursday at 14:45"})).raise_for_status()
    await say(client, "cancel the dentist")
    await say(client, "undo")
    assert await rings(client) == BOOKED | {"Dentist (Thu 26 Nov, 15:00)": "Thu 14:45"}


async def test_removed_by_itself_it_is_not_back_with_the_thing(client: httpx2.AsyncClient) -> None:
    await say(client, SAID)
    one = await called(client, "Dentist (Thu 26 Nov, 15:00)")
    (await client.delete(f"{REMINDERS}/{one['id']}")).raise_for_status()
    await say(client, "cancel the dentist")
    await say(client, "undo")
    assert await rings(client) == {"Dentist": "Thu 15:00"}


async def test_given_a_time_of_its_own_it_is_so_long_ahead_from_then_on_or_goes_alone(
    client: httpx2.AsyncClient,
) -> None:
    await say(client, SAID)
    one = await called(client, "Dentist (Thu 26 Nov, 15:00)")
    (await client.patch(f"{REMINDERS}/{one['id']}", json={"when": "thursday at 12:30"})).raise_for_status()
    await say(client, "move the dentist to friday at 17:30")
    assert (await rings(client))["Dentist (Fri 27 Nov, 17:30)"] == "Fri 15:00"
    (await client.patch(f"{REMINDERS}/{one['id']}", json={"when": "saturday at 10:00"})).raise_for_status()
    alone = (await client.get(f"{REMINDERS}/{one['id']}")).json()
    assert (alone["text"], alone["ahead_of"]) == ("Dentist", None)


async def test_of_what_comes_again_each_time_is_told_ahead(client: httpx2.AsyncClient) -> None:
    await say(client, "yoga every thursday at 19:00, remind me an hour before to pack the mat")
    assert await rings(client) == {"Pack the mat": "Thu 18:00", "Yoga": "Thu 19:00"}
    thing = await called(client, "Yoga")
    moved = {"when": "every friday at 9:00"}
    (await client.patch(f"{REMINDERS}/{thing['id']}", json=moved)).raise_for_status()
    one = await called(client, "Pack the mat")
    assert (one["rrule"], await rings(client)) == (
        "FREQ=WEEKLY;BYDAY=FR",
        {"Pack the mat": "Fri 08:00", "Yoga": "Fri 09:00"},
    )


async def test_a_reminder_that_is_there_may_be_told_ahead(client: httpx2.AsyncClient) -> None:
    await say(client, "dentist on thursday at 15:00")
    told = await say(client, "remind me an hour before the dentist")
    assert [one["kind"] for one in told["receipts"]] == ["reminder.booked_ahead"], told["reply"]["text"]
    assert await rings(client) == BOOKED
    await say(client, "undo")
    assert await rings(client) == {"Dentist": "Thu 15:00"}


async def test_what_is_said_next_is_about_the_thing(client: httpx2.AsyncClient) -> None:
    await say(client, SAID)
    await say(client, "nag me until it's done")
    assert (await called(client, "Dentist"))["ladder"] is not None
    await say(client, "done")
    assert await rings(client) == {}


async def test_ahead_of_a_task_it_ends_with_that(client: httpx2.AsyncClient) -> None:
    await say(client, "taxes on december 15, remind me a week before")
    assert list(await rings(client)) == ["Taxes (Tue 15 Dec)"]
    await say(client, "done taxes")
    assert await rings(client) == {}


async def test_where_the_thing_is_refused_nothing_rings_ahead_of_it(client: httpx2.AsyncClient) -> None:
    told = await say(client, "dentist on march 3 2190 at 15:00, remind me an hour before")
    assert [one["kind"] for one in told["receipts"]] == ["thought.kept"], told["reply"]["text"]
    assert await rings(client) == {}
