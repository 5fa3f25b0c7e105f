"""A message is stored once, answered once, and what it changed is told from what was committed."""

import asyncio
import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from cairn.platform.clock import StillClock
from tests.chat.talking import V1, items, say
from tests.conftest import ClientFor, NewPerson, RunJobs


async def test_a_reminder_is_booked_and_read_back_in_full(client: httpx2.AsyncClient) -> None:
    told = await say(client, "remind me to call the dentist tomorrow at 3pm")
    assert told["reply"]["text"] == "Booked: Call the dentist. Wed 25 Nov, 15:00 (in 1 day 3 h)."
    (receipt,) = told["receipts"]
    assert (receipt["kind"], receipt["title"], receipt["when"]) == (
        "reminder.booked",
        "Call the dentist",
        "2026-11-25T15:00:00Z",
    )
    assert receipt["can_undo"]
    assert [item["text"] for item in await items(client, "/reminders")] == ["Call the dentist"]


async def test_a_guess_is_read_back(client: httpx2.AsyncClient) -> None:
    told = await say(client, "call mom at 5, buy milk")
    assert told["reply"]["text"].splitlines() == [
        "Booked: Call mom. Tue 24 Nov, 17:00 (in 5 h). I took “at 5” as 17:00. Right?",
        "On your list: Buy milk.",
    ]
    assert [receipt["sure"] for receipt in told["receipts"]] == [False, True]


async def test_the_same_message_again_is_answered_the_same_and_done_once(client: httpx2.AsyncClient) -> None:
    message = {"id": str(uuid4()), "text": "buy milk"}
    first = await client.post(f"{V1}/messages", json=message)
    again = await client.post(f"{V1}/messages", json=message)
    assert first.status_code == again.status_code == 200
    assert first.json() == again.json()
    assert len(await items(client, "/tasks")) == 1


async def test_the_same_key_stands_for_the_same_message(client: httpx2.AsyncClient) -> None:
    headers = {"Idempotency-Key": "one-thing"}
    first = await client.post(f"{V1}/messages", json={"text": "buy milk"}, headers=headers)
    again = await client.post(f"{V1}/messages", json={"text": "buy milk"}, headers=headers)
    other = await client.post(f"{V1}/messages", json={"text": "buy bread"}, headers=headers)
    assert first.json() == again.json()
    assert other.status_code == 409
    assert other.json()["type"] == "/problems/message-id-taken"
    refused = await client.post(f"{V1}/messages", json={"text": "buy bread"}, headers={"Idempotency-Key": "x" * 201})
    assert refused.status_code == 422


async def test_another_text_under_the_same_id_is_refused(client: httpx2.AsyncClient) -> None:
    told = await say(client, "buy milk", id=str(uuid4()))
    for taken in (told["message"]["id"], told["reply"]["id"]):
        answer = await client.post(f"{V1}/messages", json={"id": taken, "text": "buy bread"})
        assert answer.status_code == 409
        assert answer.json()["type"] == "/problems/message-id-taken"
    assert len(await items(client, "/tasks")) == 1


async def test_two_people_may_use_the_same_id(person: NewPerson, client_for: ClientFor) -> None:
    one, other = client_for(await person()), client_for(await person())
    shared = str(uuid4())
    mine = await say(one, "buy milk", id=shared)
    theirs = await say(other, "buy bread", id=shared)
    assert (mine["message"]["text"], theirs["message"]["text"]) == ("buy milk", "buy bread")
    assert [task["title"] for task in await items(one, "/tasks")] == ["Buy milk"]


async def test_twenty_copies_at_once_are_done_once(client: httpx2.AsyncClient) -> None:
    message = {"id": str(uuid4()), "text": "remind me to call Ana tomorrow at 3pm"}
    answers = await asyncio.gather(*(client.post(f"{V1}/messages", json=message) for _ in range(20)))
    assert {answer.status_code for answer in answers} <= {200, 409}
    bodies = {json.dumps(answer.json(), sort_keys=True) for answer in answers if answer.status_code == 200}
    assert len(bodies) == 1
    assert len(await items(client, "/reminders")) == 1


async def test_times_count_from_when_it_was_said(client: httpx2.AsyncClient, clock: StillClock) -> None:
    said_at = (clock.now() - timedelta(minutes=5)).isoformat()
    told = await say(client, "remind me in 20 minutes to take the pizza out", said_at=said_at)
    assert told["receipts"][0]["when"] == "2026-11-24T12:15:00Z"


async def test_a_time_that_passed_on_the_way_is_told_and_the_words_are_kept(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    said_at = (clock.now() - timedelta(hours=2)).isoformat()
    told = await say(client, "remind me in 20 minutes to take the pizza out", said_at=said_at)
    assert told["reply"]["text"].startswith("“Take the pizza out” was for Tue 24 Nov, 10:20 (1 h 40 ago)")
    assert [receipt["kind"] for receipt in told["receipts"]] == ["thought.kept"]
    assert await items(client, "/reminders") == []


async def test_times_are_read_where_it_was_said(client: httpx2.AsyncClient) -> None:
    told = await say(client, "call Kenji tomorrow at 9am", time_zone="Asia/Tokyo")
    assert told["receipts"][0]["when"] == "2026-11-25T00:00:00Z"
    assert "Wed 25 Nov, 09:00" in told["reply"]["text"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"text": ""}, 422),
        ({"text": "   "}, 422),
        ({"text": "x" * 10_001}, 422),
        ({"text": "a\x00b"}, 422),
        ({"text": "\ud800"}, 422),
        ({"text": "buy milk", "id": "not-an-id"}, 422),
        ({"text": "buy milk", "said_at": "2026-10-01T12:00:00Z"}, 422),
        ({"text": "buy milk", "said_at": "2026-11-24T12:06:00Z"}, 422),
        ({"text": "buy milk", "said_at": "2026-11-24T12:00:00"}, 422),
        ({"text": "buy milk", "time_zone": "Europe/Nowhere"}, 422),
        ({"text": "buy milk", "time_zone": "Europe"}, 422),
        ({"text": "buy milk", "conversation_id": str(uuid4())}, 404),
        ({"text": "buy milk", "user_id": str(uuid4())}, 422),
        ({"text": "x" * 10_000}, 200),
        ({"text": "🙂"}, 200),
        ({"text": "buy milk", "said_at": "2026-11-24T12:04:00Z"}, 200),
    ],
)
async def test_what_may_be_said(client: httpx2.AsyncClient, body: dict[str, Any], status: int) -> None:
    answer = await client.post(f"{V1}/messages", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert answer.status_code == status, answer.text


async def test_a_past_time_is_asked_about_and_nothing_is_lost(client: httpx2.AsyncClient) -> None:
    told = await say(client, "remind me yesterday at 5 to call Ana")
    assert "has passed. When should it be?" in told["reply"]["text"]
    assert [receipt["title"] for receipt in told["receipts"]] == ["remind me yesterday at 5 to call Ana"]
    assert await items(client, "/reminders") == []


async def test_what_was_said_is_found_again_with_its_source(client: httpx2.AsyncClient, run_jobs: RunJobs) -> None:
    await say(client, "the dentist wants photos of the old crown")
    await say(client, "remember that Ana likes lilies")
    await run_jobs()
    told = await say(client, "what did I say about the dentist?")
    assert told["reply"]["text"].startswith("About the dentist you said this on Tue 24 Nov, 12:00")
    quote = told["reply"]["quotes"][0]
    assert quote["text"] == "the dentist wants photos of the old crown".capitalize()
    assert quote["occurred_at"] == "2026-11-24T12:00:00Z"
    assert quote["why"]


async def test_a_booking_is_found_again_by_the_words_it_was_said_with(
    client: httpx2.AsyncClient, run_jobs: RunJobs
) -> None:
    booked = await say(client, "remind me to call the dentist tomorrow at 3pm")
    await run_jobs()
    told = await say(client, "what did I say about the dentist?")
    (quote,) = told["reply"]["quotes"]
    assert quote["text"] == "remind me to call the dentist tomorrow at 3pm"
    assert quote["source"] == "message"
    (memory,) = await items(client, "/memories")
    assert memory["source_ref"] == f"message:{booked['message']['id']}"


async def test_a_question_is_never_its_own_answer(client: httpx2.AsyncClient, run_jobs: RunJobs) -> None:
    for _ in range(2):
        told = await say(client, "what did I say about the spaceship?")
        assert told["reply"]["text"] == "I don't have that. Nothing you told me seems to be about it."
        assert told["reply"]["quotes"] == []
        await run_jobs()


async def test_what_is_forgotten_is_quoted_nowhere(client: httpx2.AsyncClient, run_jobs: RunJobs) -> None:
    await say(client, "remember that the safe code is 4711")
    await run_jobs()
    told = await say(client, "what did I say about the safe?")
    memory_id = told["reply"]["quotes"][0]["memory_id"]
    assert (await client.delete(f"{V1}/memories/{memory_id}")).status_code == 204
    listed = await items(client, f"/conversations/{told['message']['conversation_id']}/messages")
    assert [message["quotes"] for message in listed if message["id"] == told["reply"]["id"]] == [[]]


async def test_a_kept_note_is_not_learnt_twice_and_commands_are_not_learnt(
    client: httpx2.AsyncClient, run_jobs: RunJobs
) -> None:
    for text in ("remember that Ana likes lilies", "next", "thanks", "I parked on level 3"):
        await say(client, text)
    await run_jobs()
    assert sorted(memory["text"] for memory in await items(client, "/memories")) == [
        "Ana likes lilies",
        "I parked on level 3",
    ]


async def test_who_says_it_is_too_much_sees_one_thing(client: httpx2.AsyncClient, run_jobs: RunJobs) -> None:
    for text in ("buy milk", "renew the passport", "call the plumber tomorrow at 9"):
        await say(client, text)
    reply = (await say(client, "this is too much"))["reply"]["text"]
    assert reply.startswith("That is a lot. One thing is enough for now.\nNext: ")
    assert sum(title in reply for title in ("Buy milk", "Renew the passport", "Call the plumber")) == 1
    await run_jobs()
    assert all("too much" not in memory["text"] for memory in await items(client, "/memories"))


async def test_done_and_later_are_about_what_rings(client: httpx2.AsyncClient, clock: StillClock) -> None:
    assert (await say(client, "snooze"))["reply"]["text"].startswith("Nothing is ringing just now")
    await say(client, "buy milk")
    done = await say(client, "done")
    assert done["reply"]["text"] == "Done: Buy milk."
    assert (await say(client, "done"))["reply"]["text"] == "Nothing is open just now. All clear."


async def test_done_with_words_finds_the_open_thing(client: httpx2.AsyncClient) -> None:
    await say(client, "remind me to call the dentist tomorrow at 3pm")
    await say(client, "buy milk")
    assert (await say(client, "done with the milk"))["reply"]["text"] == "Done: Buy milk."
    assert (await say(client, "done with the dentist"))["reply"]["text"] == "Done: Call the dentist."
    told = await say(client, "done with the elephant")
    assert told["reply"]["text"] == "I found nothing open that is called “the elephant”. I kept your words."


async def test_undo_in_words_takes_back_the_last_turn(client: httpx2.AsyncClient) -> None:
    await say(client, "buy bread")
    await say(client, "call mom at 5, buy milk")
    told = await say(client, "undo")
    assert sorted(told["reply"]["text"].splitlines()) == ["Taken back: Buy milk.", "Taken back: Call mom."]
    assert [task["title"] for task in await items(client, "/tasks")] == ["Buy bread"]
    assert await items(client, "/reminders") == []
    assert (await say(client, "undo"))["reply"]["text"] == "Taken back: Buy bread."
    assert (await say(client, "undo"))["reply"]["text"] == "There is nothing to take back."


@pytest.mark.parametrize(
    ("locale", "text", "told"),
    [
        ("en", "remind me to call the bank on january 8 at 5", "as Fri 8 Jan 2027, 17:00. Right?"),
        ("es", "recuérdame llamar al banco el 8 de enero a las 5", "como vie 8 ene 2027, 17:00. ¿Está bien?"),
        ("fr", "rappelle-moi d'appeler la banque le 8 janvier à 17h", "comme ven. 8 janv. 2027, 17:00. C’est juste ?"),
        ("pt", "lembra-me de ligar ao banco no dia 8 de janeiro às 5", "como sex. 8 jan. 2027, 17:00. Está certo?"),
    ],
)
async def test_a_guess_about_another_day_is_read_back_with_the_day(
    person: NewPerson, client_for: ClientFor, locale: str, text: str, told: str
) -> None:
    reply = (await say(client_for(await person(locale=locale)), text))["reply"]["text"]
    assert reply.endswith(told)


@pytest.mark.parametrize(
    ("locale", "first", "change", "told"),
    [
        ("en", "call mom tomorrow at 5pm", "no, 6pm", "Back as it was: Call mom."),
        ("en", "buy milk", "done", "Back as it was: Buy milk."),
        ("es", "comprar leche", "hecho", "Vuelve a estar como antes: Comprar leche."),
        ("fr", "acheter du lait", "fait", "De nouveau comme avant : Acheter du lait."),
        ("pt", "comprar leite", "feito", "Voltou a ficar como estava: Comprar leite."),
    ],
)
async def test_a_change_taken_back_leaves_the_thing_and_says_so(
    person: NewPerson, client_for: ClientFor, locale: str, first: str, change: str, told: str
) -> None:
    client = client_for(await person(locale=locale))
    await say(client, first)
    await say(client, change)
    assert (await say(client, "undo"))["reply"]["text"] == told
    assert len(await items(client, "/tasks")) + len(await items(client, "/reminders")) == 1


async def test_a_receipt_is_undone_once_however_often_it_is_asked(client: httpx2.AsyncClient) -> None:
    told = await say(client, "buy milk")
    path = f"{V1}/receipts/{told['receipts'][0]['id']}/undo"
    answers = await asyncio.gather(*(client.post(path) for _ in range(10)))
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.json()["undone_at"] for answer in answers} == {"2026-11-24T12:00:00Z"}
    assert await items(client, "/tasks") == []
    listed = await items(client, f"/conversations/{told['message']['conversation_id']}/messages")
    assert listed[0]["receipts"][0]["undone_at"] is not None


async def test_someone_elses_receipts_and_threads_are_not_there(person: NewPerson, client_for: ClientFor) -> None:
    mine, stranger = client_for(await person()), client_for(await person())
    told = await say(mine, "buy milk")
    thread = told["message"]["conversation_id"]
    tried = [
        await stranger.post(f"{V1}/receipts/{told['receipts'][0]['id']}/undo"),
        await stranger.get(f"{V1}/conversations/{thread}/messages"),
        await stranger.patch(f"{V1}/conversations/{thread}", json={"title": "x"}),
        await stranger.delete(f"{V1}/conversations/{thread}"),
        await stranger.post(f"{V1}/messages", json={"text": "hi", "conversation_id": thread}),
    ]
    assert [answer.status_code for answer in tried] == [404] * 5
    assert await items(stranger, "/conversations") == []


async def test_the_answer_streams_when_it_is_asked_for(client: httpx2.AsyncClient) -> None:
    answer = await client.post(f"{V1}/messages", json={"text": "buy milk"}, headers={"Accept": "text/event-stream"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    blocks = [block.split("\n") for block in answer.text.strip().split("\n\n")]
    assert [block[0] for block in blocks] == ["event: message", "event: receipt", "event: reply", "event: done"]
    done = json.loads(blocks[-1][1].removeprefix("data: "))
    assert done["reply"]["text"] == "On your list: Buy milk."
    assert done["message"]["id"] == json.loads(blocks[0][1].removeprefix("data: "))["id"]


@pytest.mark.parametrize(
    ("locale", "text", "reply"),
    [
        ("es", "recuérdame llamar al dentista mañana a las 15:00", "Reservado: Llamar al dentista. mié 25 nov, 15:00"),
        ("fr", "rappelle-moi d'appeler le dentiste demain à 15h", "Réservé : Appeler le dentiste. mer"),
        ("pt", "lembra-me de ligar ao dentista amanhã às 15h", "Marcado: Ligar ao dentista. qua"),
    ],
)
async def test_people_are_answered_in_their_language(
    person: NewPerson, client_for: ClientFor, locale: str, text: str, reply: str
) -> None:
    client = client_for(await person(locale=locale))
    told = await say(client, text)
    assert told["reply"]["text"].startswith(reply)
    assert (await say(client, "help"))["reply"]["text"] != (await say(client, "undo"))["reply"]["text"]
