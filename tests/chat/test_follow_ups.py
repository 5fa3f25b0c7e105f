"""A bare time answers our own question, moves a guess, and is otherwise a thought like any other."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from cairn.chat import service
from cairn.chat.schemas import Say
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from tests.chat.talking import V1, items, say
from tests.chat.test_turns import CutOff, Cutting
from tests.conftest import ClientFor, NewPerson, RunJobs


async def booked(client: httpx2.AsyncClient) -> list[tuple[str, str]]:
    """Open reminders as the person would read them off: title and moment."""
    return sorted((one["text"], one["due_at"]) for one in await items(client, "/reminders"))


def kinds(told: dict[str, Any]) -> list[str]:
    return [receipt["kind"] for receipt in told["receipts"]]


@pytest.mark.parametrize("words", ["at 4pm", "4pm", "4pm please", "let's say 4pm", "remind me at 4pm", "At 16:00."])
async def test_a_time_answers_when_should_i_remind_you(client: httpx2.AsyncClient, words: str) -> None:
    asked = await say(client, "remind me to call the dentist")
    assert "When should I remind you?" in asked["reply"]["text"]
    told = await say(client, words)
    assert told["reply"]["text"] == "Booked: Call the dentist. Tue 24 Nov, 16:00 (in 4 h)."
    (reminder,) = await items(client, "/reminders")
    assert reminder["task_id"] == asked["receipts"][0]["subject_id"]
    assert len(await items(client, "/tasks")) == 1


async def test_a_guess_in_the_answer_is_read_back_and_can_be_put_right(client: httpx2.AsyncClient) -> None:
    await say(client, "remind me to call the dentist")
    told = await say(client, "around 4")
    assert told["reply"]["text"].endswith("I took “4” as 16:00. Right?")
    assert kinds(await say(client, "no, 5")) == ["reminder.moved"]
    assert await booked(client) == [("Call the dentist", "2026-11-24T17:00:00Z")]


async def test_a_day_or_a_length_or_a_rule_is_an_answer_too(client: httpx2.AsyncClient) -> None:
    for words, moment in [
        ("in 20 minutes", "2026-11-24T12:20:00Z"),
        ("20 minutes", "2026-11-24T12:20:00Z"),
        ("tomorrow", "2026-11-25T09:00:00Z"),
        ("every monday at 9am", "2026-11-30T09:00:00Z"),
    ]:
        await say(client, "remind me to stretch")
        (receipt,) = (await say(client, words))["receipts"]
        assert (receipt["kind"], receipt["title"], receipt["when"]) == ("reminder.booked", "Stretch", moment)


async def test_a_time_that_has_passed_is_asked_about_until_one_is_ahead(client: httpx2.AsyncClient) -> None:
    await say(client, "remind me yesterday at 5 to call Ana")
    told = await say(client, "yesterday at 6pm")
    assert told["reply"]["text"] == "Mon 23 Nov, 18:00 (18 h ago) has passed. When should it be?"
    assert told["receipts"] == []
    told = await say(client, "tomorrow at 6pm")
    assert told["reply"]["text"] == "Booked: Call Ana. Wed 25 Nov, 18:00 (in 1 day 6 h)."


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("no, 6pm", "2026-11-25T18:00:00Z"),
        ("6pm", "2026-11-25T18:00:00Z"),
        ("6 in the evening", "2026-11-25T18:00:00Z"),
        ("5am", "2026-11-25T05:00:00Z"),
        ("no, thursday", "2026-11-26T17:00:00Z"),
        ("make it thursday at 9am", "2026-11-26T09:00:00Z"),
        ("no, today at 6pm", "2026-11-24T18:00:00Z"),
        ("in 20 minutes", "2026-11-24T12:20:00Z"),
    ],
)
async def test_a_guess_that_was_read_back_is_moved(client: httpx2.AsyncClient, words: str, moment: str) -> None:
    asked = await say(client, "call mom tomorrow at 5")
    assert asked["reply"]["text"].endswith("Right?")
    told = await say(client, words)
    (receipt,) = told["receipts"]
    assert (receipt["kind"], receipt["when"], receipt["can_undo"]) == ("reminder.moved", moment, True)
    assert told["reply"]["text"].startswith("Moved: Call mom. ")
    assert await booked(client) == [("Call mom", moment)]
    assert await items(client, "/tasks") == []
    await say(client, "undo")
    assert await booked(client) == [("Call mom", "2026-11-25T17:00:00Z")]


@pytest.mark.parametrize("words", ["yes", "right", "that's right", "yes, thanks"])
async def test_yes_to_a_guess_changes_nothing(client: httpx2.AsyncClient, words: str) -> None:
    await say(client, "call mom at 5")
    told = await say(client, words)
    assert (told["reply"]["text"], told["receipts"]) == ("Good.", [])
    assert await booked(client) == [("Call mom", "2026-11-24T17:00:00Z")]


async def test_no_to_a_guess_asks_and_the_answer_moves_it(client: httpx2.AsyncClient) -> None:
    await say(client, "call mom at 5")
    told = await say(client, "no")
    assert (told["reply"]["text"], told["receipts"]) == ("When should it be?", [])
    assert kinds(await say(client, "7pm")) == ["reminder.moved"]
    assert await booked(client) == [("Call mom", "2026-11-24T19:00:00Z")]


@pytest.mark.parametrize("words", ["no, 4pm", "make it 4pm", "rather 4pm", "actually 4pm", "4pm instead"])
async def test_what_was_booked_just_now_is_moved_when_it_is_put_right(client: httpx2.AsyncClient, words: str) -> None:
    await say(client, "call mom tomorrow at 3pm")
    assert kinds(await say(client, words)) == ["reminder.moved"]
    assert await booked(client) == [("Call mom", "2026-11-25T16:00:00Z")]


async def test_a_bare_time_after_a_sure_booking_is_a_thought(client: httpx2.AsyncClient) -> None:
    await say(client, "call mom tomorrow at 3pm")
    assert kinds(await say(client, "4pm")) == ["thought.kept"]
    assert await booked(client) == [("Call mom", "2026-11-25T15:00:00Z")]


async def test_a_repeating_one_keeps_its_rule_or_moves_its_day(client: httpx2.AsyncClient) -> None:
    await say(client, "call mom every monday at 5")
    told = await say(client, "no, 6pm")
    assert told["reply"]["text"].startswith("Moved: Call mom. Every Monday, Mon 30 Nov, 18:00")
    (receipt,) = (await say(client, "no, thursday"))["receipts"]
    assert (receipt["rrule"], receipt["when"]) == ("FREQ=WEEKLY;BYDAY=TH", "2026-11-26T18:00:00Z")
    await say(client, "undo")
    (reminder,) = await items(client, "/reminders")
    assert (reminder["rrule"], reminder["due_at"]) == ("FREQ=WEEKLY;BYDAY=MO", "2026-11-30T18:00:00Z")


@pytest.mark.parametrize("words", ["at 4pm", "no, thursday", "make it friday", "thursday instead"])
async def test_without_a_question_before_it_a_time_is_only_caught(client: httpx2.AsyncClient, words: str) -> None:
    told = await say(client, words)
    assert kinds(told) == ["thought.kept"]
    assert await items(client, "/tasks") == []
    assert await booked(client) == []


async def test_only_the_turn_right_before_is_answered(client: httpx2.AsyncClient) -> None:
    await say(client, "remind me to call the dentist")
    await say(client, "the sky is very blue")
    assert kinds(await say(client, "at 4pm")) == ["thought.kept"]


async def test_a_question_is_open_for_half_an_hour(client: httpx2.AsyncClient, clock: StillClock) -> None:
    await say(client, "remind me to call the dentist")
    clock.forward(timedelta(minutes=31))
    assert kinds(await say(client, "at 4pm")) == ["thought.kept"]
    await say(client, "remind me to call Ana")
    clock.forward(timedelta(minutes=29))
    assert kinds(await say(client, "at 4pm")) == ["reminder.booked"]


async def test_another_conversation_answers_nothing(client: httpx2.AsyncClient) -> None:
    await say(client, "remind me to call the dentist")
    thread = (await client.post(f"{V1}/conversations", json={"title": "Other"})).json()["id"]
    assert kinds(await say(client, "at 4pm", conversation_id=thread)) == ["thought.kept"]
    assert kinds(await say(client, "at 4pm")) == ["reminder.booked"]


async def test_what_was_taken_back_is_not_booked(client: httpx2.AsyncClient) -> None:
    asked = await say(client, "remind me to call the dentist")
    await client.post(f"{V1}/receipts/{asked['receipts'][0]['id']}/undo")
    assert kinds(await say(client, "at 4pm")) == ["thought.kept"]


async def test_an_answer_that_was_cut_off_is_finished_and_done_once(
    actor: Actor, client: httpx2.AsyncClient, clock: StillClock
) -> None:
    await say(client, "call mom tomorrow at 5")
    answer = Say(id=uuid4(), text="no, 6pm")
    received = await service.receive(actor, answer)
    with pytest.raises(CutOff):
        await service.answered(actor, received, Cutting())
    told = await client.post(f"{V1}/messages", json={"id": str(answer.id), "text": answer.text})
    assert kinds(told.json()) == ["reminder.moved"]
    assert await booked(client) == [("Call mom", "2026-11-25T18:00:00Z")]


async def test_an_answer_is_not_learnt_as_a_memory(client: httpx2.AsyncClient, run_jobs: RunJobs) -> None:
    await say(client, "remind me to call the dentist")
    await say(client, "at 4pm")
    await run_jobs()
    assert [memory["text"] for memory in await items(client, "/memories")] == ["remind me to call the dentist"]


@pytest.mark.parametrize(
    ("locale", "asks", "answer", "right", "yes"),
    [
        ("es", "recuérdame llamar al dentista", "a las 4", "no, el jueves", "sí"),
        ("es", "recuérdame llamar al dentista", "mañana a las 4", "mejor el jueves", "correcto"),
        ("fr", "rappelle-moi d'appeler le dentiste", "à 4 heures", "non, jeudi", "oui"),
        ("fr", "rappelle-moi d'appeler le dentiste", "demain", "plutôt jeudi", "c'est juste"),
        ("pt", "lembra-me de ligar ao dentista", "às 4", "não, quinta", "sim"),
        ("pt", "lembra-me de ligar ao dentista", "amanhã", "antes quinta-feira", "está certo"),
    ],
)
async def test_people_answer_in_their_language(
    person: NewPerson, client_for: ClientFor, locale: str, asks: str, answer: str, right: str, yes: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, asks)
    assert kinds(await say(client, answer)) == ["reminder.booked"]
    (receipt,) = (await say(client, right))["receipts"]
    assert receipt["kind"] == "reminder.moved"
    assert receipt["when"].startswith("2026-11-26T")
    assert (await say(client, yes))["receipts"] == []
    assert len(await items(client, "/tasks")) == 1


@pytest.mark.parametrize(
    ("locale", "books", "answer"),
    [("fr", "dentiste jeudi à 14h", "non, à 3h"), ("pt", "dentista na quinta às 14h", "não, às 3h")],
)
async def test_an_hour_of_the_night_in_an_answer_is_the_afternoons_and_read_back(
    person: NewPerson, client_for: ClientFor, locale: str, books: str, answer: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, books)
    told = await say(client, answer)
    assert told["receipts"][0]["when"] == "2026-11-26T15:00:00Z"
    assert told["reply"]["text"].endswith("?")


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "call mom at 5, buy milk, and idea: red bike"),
        ("es", "llamar a mamá a las 5, comprar leche, e idea: bici roja"),
        ("fr", "appeler maman à 17h, acheter du lait, et idée : vélo rouge"),
        ("pt", "ligar à mãe às 17h, comprar leite, e ideia: bicicleta vermelha"),
    ],
)
async def test_a_reminder_a_task_and_an_idea_in_one_breath(
    person: NewPerson, client_for: ClientFor, locale: str, words: str
) -> None:
    told = await say(client_for(await person(locale=locale)), words)
    assert kinds(told) == ["reminder.booked", "task.added", "thought.kept"]


async def test_milk_and_bread_are_one_thing_and_a_note_another(client: httpx2.AsyncClient) -> None:
    told = await say(client, "buy milk and bread, note: the shop closes at nine")
    assert kinds(told) == ["task.added", "memory.kept"]
    assert told["receipts"][0]["title"] == "Buy milk and bread"


@pytest.mark.parametrize(
    ("locale", "said", "asks", "answer", "moment"),
    [
        ("en", "remind me on 31 october 2027 at 01:30 to call Ana", "before (UTC+1) and after", "the second", "01:30"),
        ("en", "remind me on 31 october 2027 at 01:30 to call Ana", "Which one is it?", "winter time", "01:30"),
        ("en", "remind me on 31 october 2027 at 01:30 to call Ana", "Which one is it?", "before", "00:30"),
        ("es", "recuérdame el 31 de octubre de 2027 a las 01:30 llamar a Ana", "¿Cuál es?", "la segunda", "01:30"),
        ("fr", "rappelle-moi le 31 octobre 2027 à 01:30 d'appeler Ana", "C’est laquelle ?", "heure d'hiver", "01:30"),
        ("pt", "lembra-me a 31 de outubro de 2027 às 01:30 de ligar à Ana", "Qual é?", "depois da mudança", "01:30"),
    ],
)
async def test_of_an_hour_that_comes_twice_it_is_asked_which(
    person: NewPerson, client_for: ClientFor, locale: str, said: str, asks: str, answer: str, moment: str
) -> None:
    client = client_for(await person(locale=locale))
    told = await say(client, said)
    assert asks in told["reply"]["text"]
    assert [due for _, due in await booked(client)] == ["2027-10-31T00:30:00Z"]
    assert kinds(await say(client, answer)) == ["reminder.moved"]
    assert [due for _, due in await booked(client)] == [f"2027-10-31T{moment}:00Z"]


@pytest.mark.parametrize(
    ("locale", "said", "instead"),
    [
        ("en", "remind me to call Ana at 5pm", "push it to tomorrow"),
        ("es", "recuérdame llamar a Ana a las 17:00", "posponlo a mañana"),
        ("fr", "rappelle-moi d'appeler Ana à 17h", "repousse-le à demain"),
        ("pt", "lembra-me de ligar à Ana às 17h", "empurra isso para amanhã"),
    ],
)
async def test_what_was_booked_just_now_is_pushed(
    person: NewPerson, client_for: ClientFor, locale: str, said: str, instead: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, said)
    assert kinds(await say(client, instead)) == ["reminder.moved"]
    assert [due for _, due in await booked(client)] == ["2026-11-25T17:00:00Z"]
