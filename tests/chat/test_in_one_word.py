"""DONE, LATER, SMALLER, NEXT, TODAY, STOP and HELP, and their words in four languages, as a text would bring them."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders import ticker
from tests.conftest import NOON, ClientFor, NewPerson
from tests.reminders.booking import IN_AN_HOUR, booked, row, states

V1 = "/api/v1"
LANGUAGES = ("en", "es", "fr", "pt")
WORDS = {
    "done": {"en": "Done.", "es": "HECHO", "fr": "c’est fait", "pt": "feito"},
    "later": {"en": "later", "es": "MÁS TARDE", "fr": "plus tard", "pt": "depois"},
    "smaller": {"en": "smaller", "es": "más pequeño", "fr": "PLUS PETIT", "pt": "menor"},
    "next": {"en": "next", "es": "SIGUIENTE", "fr": "ensuite", "pt": "a seguir"},
    "today": {"en": "today", "es": "hoy", "fr": "aujourd’hui", "pt": "HOJE"},
    "stop": {"en": "Stop!", "es": "para", "fr": "arrête", "pt": "PÁRA"},
    "help": {"en": "help", "es": "ayuda", "fr": "AIDE", "pt": "ajuda"},
}
HELPS = {"en": "Say it the way", "es": "Dilo como", "fr": "Dis-le comme", "pt": "Diz como"}


def said_as(command: str) -> list[tuple[str, str]]:
    """The word of each language, and the English one that a letter or a text teaches, in all of them."""
    return [(language, word) for language in LANGUAGES for word in (command.upper(), WORDS[command][language])]


class Person:
    """Somebody who says one word at a time."""

    def __init__(self, actor: Actor, client: httpx2.AsyncClient, runtime: Runtime, clock: StillClock) -> None:
        self.actor, self.client, self.runtime, self.clock = actor, client, runtime, clock

    async def says(self, words: str) -> dict[str, Any]:
        answer = await self.client.post(f"{V1}/messages", json={"text": words})
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    async def add_task(self, title: str, **fields: object) -> str:
        answer = await self.client.post(f"{V1}/tasks", json={"title": title, **fields})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    async def task(self, task_id: str) -> dict[str, Any]:
        return dict((await self.client.get(f"{V1}/tasks/{task_id}")).json())

    async def rings(self) -> Any:
        """A reminder that rings now and comes again until it is answered."""
        ladder = {"rungs": [{"channels": ["page", "email"]}], "nag": {"every_minutes": 5}}
        reminder = await booked(self.actor)
        answer = await self.client.patch(f"{V1}/reminders/{reminder}", json={"ladder": ladder})
        assert answer.status_code == 200, answer.text
        self.clock.at = IN_AN_HOUR
        await ticker.tick(self.runtime)
        return reminder

    async def quiet_until(self) -> Any:
        return (await self.client.get(f"{V1}/notifications/preferences")).json()["do_not_disturb_until"]


@pytest.fixture
async def speaker(person: NewPerson, client_for: ClientFor, runtime: Runtime, clock: StillClock) -> Any:
    async def of(language: str) -> Person:
        actor = await person(locale=language)
        return Person(actor, client_for(actor), runtime, clock)

    return of


@pytest.mark.parametrize(("language", "word"), said_as("done"))
async def test_done_is_about_what_rings_and_then_about_what_is_next(speaker: Any, language: str, word: str) -> None:
    one = await speaker(language)
    task = await one.add_task("Zylophon", important=True)
    reminder = await one.rings()

    first = await one.says(word)
    assert [receipt["kind"] for receipt in first["receipts"]] == ["reminder.done"]
    assert "Call the dentist" in first["reply"]["text"]
    assert (await row(one.actor, reminder)).state == "done"
    assert (await one.task(task))["done_at"] is None

    second = await one.says(word)
    assert [receipt["kind"] for receipt in second["receipts"]] == ["task.done"]
    assert (await one.task(task))["done_at"] is not None

    third = await one.says(word)
    assert third["receipts"] == []
    assert "Zylophon" not in third["reply"]["text"]


@pytest.mark.parametrize(("language", "word"), said_as("later"))
async def test_later_lets_what_rings_wait(speaker: Any, language: str, word: str) -> None:
    one = await speaker(language)
    reminder = await one.rings()

    told = await one.says(word)
    waits = await row(one.actor, reminder)
    assert [receipt["kind"] for receipt in told["receipts"]] == ["reminder.snoozed"]
    assert (waits.state, waits.due_at) == ("waiting", IN_AN_HOUR + timedelta(hours=1))

    again = await one.says(word)
    assert again["receipts"] == []
    assert (await row(one.actor, reminder)).due_at == waits.due_at


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "10 minutes"), ("en", "10 min"), ("es", "10 minutos"), ("fr", "dans 10 minutes"), ("pt", "10 minutos")],
)
async def test_a_length_puts_off_what_rings_and_is_kept_where_nothing_does(
    speaker: Any, language: str, words: str
) -> None:
    one = await speaker(language)
    reminder = await one.rings()

    told = await one.says(words)
    assert [receipt["kind"] for receipt in told["receipts"]] == ["reminder.snoozed"]
    assert (await row(one.actor, reminder)).due_at == IN_AN_HOUR + timedelta(minutes=10)

    again = await one.says(words)
    assert [receipt["kind"] for receipt in again["receipts"]] == ["thought.kept"]
    assert (await row(one.actor, reminder)).due_at == IN_AN_HOUR + timedelta(minutes=10)


@pytest.mark.parametrize(("language", "word"), said_as("smaller"))
async def test_smaller_divides_what_is_next(speaker: Any, language: str, word: str) -> None:
    one = await speaker(language)
    task = await one.add_task("Zylophon")

    told = await one.says(word)
    steps = (await one.task(task))["steps"]
    assert [receipt["kind"] for receipt in told["receipts"]] == ["task.smaller"]
    assert len(steps) > 1
    assert steps[0]["text"] in told["reply"]["text"]


@pytest.mark.parametrize(("language", "word"), said_as("next"))
async def test_next_names_one_thing_and_changes_nothing(speaker: Any, language: str, word: str) -> None:
    one = await speaker(language)
    await one.add_task("Not this one")
    await one.add_task("Zylophon", important=True)

    told = await one.says(word)
    assert "Zylophon" in told["reply"]["text"]
    assert "Not this one" not in told["reply"]["text"]
    assert told["receipts"] == []


@pytest.mark.parametrize(("language", "word"), said_as("today"))
async def test_today_tells_the_day(speaker: Any, language: str, word: str) -> None:
    one = await speaker(language)
    await booked(one.actor)
    await booked(one.actor, NOON + timedelta(days=2), text="Water the plants")

    told = await one.says(word)
    assert "Call the dentist" in told["reply"]["text"]
    assert "Water the plants" not in told["reply"]["text"]
    assert told["receipts"] == []


@pytest.mark.parametrize(("language", "word"), said_as("help"))
async def test_help_tells_what_can_be_said(speaker: Any, language: str, word: str) -> None:
    told = await (await speaker(language)).says(word)

    assert told["reply"]["text"].startswith(HELPS[language])
    assert told["receipts"] == []


@pytest.mark.parametrize(("language", "word"), said_as("stop"))
async def test_stop_calls_back_what_comes_after_somebody(speaker: Any, language: str, word: str) -> None:
    one = await speaker(language)
    reminder = await one.rings()
    assert (await states(one.actor, reminder))["email"] in ("queued", "planned")

    told = await one.says(word)
    assert [receipt["kind"] for receipt in told["receipts"]] == ["quiet.stopped"]
    assert "Call the dentist" in told["reply"]["text"]
    assert await states(one.actor, reminder) == {"page": "queued", "email": "cancelled"}
    assert (await row(one.actor, reminder)).state == "ringing"
    assert await one.quiet_until() is None

    one.clock.at = IN_AN_HOUR + timedelta(hours=2)
    await ticker.tick(one.runtime)
    assert (await states(one.actor, reminder))["email"] == "cancelled"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_stop_when_nothing_comes_is_quiet_until_the_morning_and_start_ends_it(
    speaker: Any, language: str
) -> None:
    one = await speaker(language)

    told = await one.says("STOP")
    assert [receipt["kind"] for receipt in told["receipts"]] == ["quiet.begun"]
    assert await one.quiet_until() == "2026-11-25T07:00:00Z"

    await one.says("START")
    assert await one.quiet_until() is None


async def test_stop_never_makes_a_quiet_time_shorter(speaker: Any) -> None:
    one = await speaker("en")
    await one.says("do not disturb for 3 days")
    longer = await one.quiet_until()

    await one.says("STOP")
    assert await one.quiet_until() == longer


async def test_a_stop_is_taken_back_only_where_nobody_answered_since(speaker: Any) -> None:
    one = await speaker("en")
    reminder = await one.rings()
    stop = (await one.says("STOP"))["receipts"][0]["id"]
    await one.client.post(f"{V1}/receipts/{stop}/undo")
    assert (await states(one.actor, reminder))["email"] in ("queued", "planned")

    second = (await one.says("STOP"))["receipts"][0]["id"]
    await one.says("DONE")
    await one.client.post(f"{V1}/receipts/{second}/undo")
    assert (await states(one.actor, reminder))["email"] == "cancelled"
    assert (await row(one.actor, reminder)).state == "done"


async def test_stop_is_about_oneself(speaker: Any) -> None:
    one, other = await speaker("en"), await speaker("en")
    reminder = await one.rings()

    await other.says("STOP")
    assert (await states(one.actor, reminder))["email"] in ("queued", "planned")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "stop at the bakery tomorrow at 5"),
        ("es", "parar en la panadería mañana a las 5"),
        ("fr", "arrêter de fumer"),
        ("pt", "parar na padaria amanhã às 17h"),
    ],
)
async def test_what_only_begins_with_stop_is_a_thing_to_do(speaker: Any, language: str, words: str) -> None:
    told = await (await speaker(language)).says(words)

    assert [receipt["kind"] for receipt in told["receipts"]] in (["reminder.booked"], ["task.added"])
