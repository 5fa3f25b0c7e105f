"""A reminder so long before an event is booked where one event is meant, and told as a plain one."""

import httpx2
import pytest

from tests.chat.test_changing_in_words import kinds, reminders
from tests.chat.test_rescheduling import put, say
from tests.conftest import ClientFor, NewPerson


@pytest.mark.parametrize(
    ("locale", "words", "title", "due"),
    [
        ("en", "remind me 30 minutes before my dentist appointment", "Dentist", "2026-11-25T11:30:00Z"),
        ("en", "an hour before the dentist remind me to print the form", "Print the form", "2026-11-25T11:00:00Z"),
        ("en", "remind me to print the form an hour before the dentist", "Print the form", "2026-11-25T11:00:00Z"),
        ("es", "recuérdame imprimir la hoja una hora antes del dentist", "Imprimir la hoja", "2026-11-25T11:00:00Z"),
        ("fr", "rappelle-moi une heure avant le dentist", "Dentist", "2026-11-25T11:00:00Z"),
        ("pt", "lembra-me de imprimir a folha uma hora antes do dentist", "Imprimir a folha", "2026-11-25T11:00:00Z"),
    ],
)
async def test_it_is_booked_so_long_before(
    person: NewPerson, client_for: ClientFor, locale: str, words: str, title: str, due: str
) -> None:
    client = client_for(await person(locale=locale))
    await put(client, "Dentist", 1)
    said = await say(client, words)
    assert kinds(said) == ["reminder.booked"], said["reply"]["text"]
    assert (await reminders(client))[title] == due
    assert "Dentist" in said["reply"]["text"].rsplit(". ", maxsplit=1)[-1]
    await say(client, "undo")
    assert (await reminders(client)).get(title) != due


async def test_none_or_several_are_asked_about_and_nothing_is_lost(client: httpx2.AsyncClient) -> None:
    said = await say(client, "remind me an hour before the meeting")
    assert "meeting" in said["reply"]["text"]
    assert kinds(said) == ["thought.kept"]
    assert kinds(await say(client, "5pm")) == ["reminder.booked"]
    await put(client, "Team meeting", 1)
    await put(client, "Board meeting", 2)
    said = await say(client, "remind me an hour before the meeting")
    assert said["reply"]["text"].startswith("Which one: Team meeting, Wed 25 Nov")
    assert kinds(said) == ["thought.kept"]
    said = await say(client, "remind me an hour before the meeting on thursday")
    assert kinds(said) == ["reminder.booked"]
    said = await say(client, "remind me an hour before noon tomorrow to eat")
    assert kinds(said) == ["reminder.booked"]
