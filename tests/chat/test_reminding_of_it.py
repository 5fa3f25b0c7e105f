"""To be reminded of what isn't named: of what rings, or of what was named in the conversation a moment ago."""

from datetime import timedelta

import pytest

from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders import ticker
from tests.chat.talking import items, say
from tests.conftest import ClientFor, NewPerson
from tests.reminders.booking import IN_AN_HOUR, booked

SAID = [
    ("en", "buy stamps", "remind me about it at 4pm", "Buy stamps"),
    ("en", "buy stamps", "remind me of that at 4pm", "Buy stamps"),
    ("en", "buy stamps", "remind me at 4pm", "Buy stamps"),
    ("en", "call mom tomorrow at 5pm", "remind me about it today at 4pm", "Call mom"),
    ("en", "therapy on friday from 10 to 11", "remind me about it today at 4pm", "Therapy"),
    ("es", "comprar sellos", "recuérdamelo a las 16", "Comprar sellos"),
    ("es", "comprar sellos", "recuérdamelo hoy a las 16", "Comprar sellos"),
    ("es", "comprar sellos", "recuérdame eso a las 16", "Comprar sellos"),
    ("fr", "acheter des timbres", "rappelle-le-moi à 16h", "Acheter des timbres"),
    ("fr", "acheter des timbres", "rappelle-moi ça à 16h", "Acheter des timbres"),
    ("pt", "comprar selos", "lembra-me disso às 16h", "Comprar selos"),
]


@pytest.mark.parametrize(("language", "named", "said", "title"), SAID)
async def test_it_is_what_was_named_just_now(
    person: NewPerson, client_for: ClientFor, language: str, named: str, said: str, title: str
) -> None:
    client = client_for(await person(locale=language))
    await say(client, named)
    told = await say(client, said)
    assert [one["kind"] for one in told["receipts"]] == ["reminder.booked"]
    rings = {str(one["due_at"])[:16]: one["text"] for one in await items(client, "/reminders")}
    assert rings["2026-11-24T16:00"] == title
    assert [one["title"] for one in await items(client, "/tasks")] in ([], [title])


async def test_a_task_is_reminded_of_and_its_reminder_ends_with_it(person: NewPerson, client_for: ClientFor) -> None:
    client = client_for(await person(locale="en"))
    await say(client, "buy stamps")
    await say(client, "remind me about it at 4pm")
    (task,) = await items(client, "/tasks")
    (rings,) = await items(client, "/reminders")
    assert rings["task_id"] == task["id"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "remind me about it at 4pm"),
        ("es", "recuérdamelo a las 16"),
        ("fr", "rappelle-le-moi à 16h"),
        ("pt", "lembra-me disso às 16h"),
    ],
)
async def test_what_rings_is_put_off_till_then(
    person: NewPerson, client_for: ClientFor, runtime: Runtime, clock: StillClock, language: str, said: str
) -> None:
    actor: Actor = await person(locale=language)
    client = client_for(actor)
    await booked(actor)
    clock.at = IN_AN_HOUR
    await ticker.tick(runtime)
    told = await say(client, said)
    assert [one["kind"] for one in told["receipts"]] == ["reminder.snoozed"]
    (rings,) = await items(client, "/reminders")
    assert str(rings["due_at"]).startswith("2026-11-24T16:00")


async def test_where_nothing_or_several_things_were_named_it_is_asked(
    person: NewPerson, client_for: ClientFor, clock: StillClock
) -> None:
    client = client_for(await person(locale="en"))
    asked = "I don’t know which one you mean. Say it with its name."
    assert (await say(client, "remind me about it at 4pm"))["reply"]["text"] == asked
    await say(client, "buy stamps, call mom and water the plants")
    assert (await say(client, "remind me about it at 4pm"))["reply"]["text"] == asked
    clock.forward(timedelta(minutes=5))
    await say(client, "buy bread")
    clock.forward(timedelta(minutes=40))
    assert (await say(client, "remind me about it at 4pm"))["reply"]["text"] == asked
    assert await items(client, "/reminders") == []


@pytest.mark.parametrize("said", ["set an alarm for 7pm", "wake me at 7am", "remind me to buy it at 4pm"])
async def test_what_has_a_title_of_its_own_keeps_it(person: NewPerson, client_for: ClientFor, said: str) -> None:
    client = client_for(await person(locale="en"))
    await say(client, "post the letter")
    await say(client, said)
    (rings,) = await items(client, "/reminders")
    assert "letter" not in rings["text"]
