"""Going through a day and a week over HTTP."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from cairn.platform.clock import StillClock
from cairn.reminders.ticker import tick
from tests.conftest import NOON, ClientFor, NewPerson
from tests.privacy.life import read

V1 = "/api/v1"
URL = f"{V1}/reviews"


async def call(client: httpx2.AsyncClient, method: str, path: str, body: Any = None, status: int = 0) -> Any:
    answer = await client.request(method, f"{V1}{path}", json=body)
    assert answer.status_code == status if status else answer.is_success, answer.text
    return answer.json() if answer.content else None


async def begin(client: httpx2.AsyncClient, kind: str) -> dict[str, Any]:
    return dict(await call(client, "POST", "/reviews", {"kind": kind}))


async def say(client: httpx2.AsyncClient, review: dict[str, Any], **given: Any) -> dict[str, Any]:
    """Answer the screen that it stands at."""
    return dict(await call(client, "POST", f"/reviews/{review['id']}/answer", {"step": review["step"], **given}))


async def decide(client: httpx2.AsyncClient, review: dict[str, Any], thing_id: str, what: str) -> dict[str, Any]:
    return dict(await call(client, "POST", f"/reviews/{review['id']}/decide", {"thing_id": thing_id, "what": what}))


async def task(client: httpx2.AsyncClient, title: str, **fields: Any) -> dict[str, Any]:
    return dict(await call(client, "POST", "/tasks", {"title": title, **fields}, 201))


async def until(client: httpx2.AsyncClient, review: dict[str, Any], step: str) -> dict[str, Any]:
    while review["step"] != step:
        review = await say(client, review)
    return review


def titles(review: dict[str, Any]) -> list[str]:
    return [thing["title"] for thing in review["screen"]["things"]]


async def test_a_day_begins_with_one_question_at_a_time(client: httpx2.AsyncClient) -> None:
    light = await task(client, "Water the plants", steps=["Fill the can"])
    heavy = await task(client, "Write the report", energy="high", important=True)
    call_priya = await task(client, "Call Priya", due_at=(NOON + timedelta(hours=2)).isoformat())
    review = await begin(client, "start")
    assert [step["name"] for step in review["steps"]] == ["energy", "fixed", "choose", "first"]
    assert review["step"] == "energy"

    review = await say(client, review, energy="low", mood="flat")
    assert (await call(client, "GET", "/mood/lately"))["energy"] == "low"
    assert titles(review) == ["Call Priya"]
    review = await say(client, review)
    assert titles(review) == ["Call Priya", "Water the plants", "Write the report"]  # what takes more comes last
    assert review["screen"]["things"][1]["about"] == "It takes little energy."
    review = await say(client, review, task_ids=[light["id"], call_priya["id"]])
    assert (titles(review), review["screen"]["things"][0]["about"]) == (["Water the plants"], "Fill the can")
    assert (await call(client, "GET", f"/tasks/{light['id']}"))["due_date_only"]
    assert (await call(client, "GET", f"/tasks/{call_priya['id']}")) == call_priya
    assert (await call(client, "GET", f"/tasks/{heavy['id']}")) == heavy
    review = await say(client, review)
    assert (review["state"], review["step"], review["screen"]) == ("done", None, None)
    assert review["summary"]["chosen"] == ["Water the plants", "Call Priya"]


async def test_where_there_is_nothing_there_is_one_question(client: httpx2.AsyncClient) -> None:
    review = await begin(client, "start")
    assert [step["name"] for step in review["steps"]] == ["energy"]
    assert (await say(client, review))["state"] == "done"


async def test_a_closed_tab_loses_nothing(client: httpx2.AsyncClient, clock: StillClock) -> None:
    await task(client, "Water the plants")
    review = await say(client, await begin(client, "start"))
    clock.forward(timedelta(hours=2))
    again = await begin(client, "start")
    assert (again["id"], again["step"]) == (review["id"], review["step"])


async def test_one_that_was_left_costs_nothing(client: httpx2.AsyncClient, clock: StillClock) -> None:
    left = await begin(client, "start")
    clock.forward(timedelta(days=1))
    fresh = await begin(client, "start")
    assert fresh["id"] != left["id"]
    assert (await call(client, "GET", f"/reviews/{left['id']}"))["state"] == "left"
    answer = await client.post(f"{URL}/{left['id']}/answer", json={"step": "energy"})
    assert (answer.status_code, answer.json()["detail"]) == (409, "This review is over. What you decided holds.")


async def test_begun_many_times_at_once_it_is_one(client: httpx2.AsyncClient) -> None:
    begun = await asyncio.gather(*(begin(client, "start") for _ in range(6)))
    assert len({review["id"] for review in begun}) == 1


async def test_an_answer_that_comes_twice_is_one_answer(client: httpx2.AsyncClient) -> None:
    await task(client, "Water the plants")
    review = await begin(client, "start")
    body = {"step": "energy", "energy": "high"}
    answers = await asyncio.gather(*(call(client, "POST", f"/reviews/{review['id']}/answer", body) for _ in range(4)))
    assert {answer["step"] for answer in answers} == {"choose"}
    assert len((await call(client, "GET", "/mood"))["items"]) == 1


@pytest.mark.parametrize(
    "body",
    [
        {"step": "energy", "text": "no"},
        {"step": "choose", "energy": "low"},
        {"step": "thought", "all_wait": True},
        {"step": "dance"},
        {"step": "choose", "task_ids": [str(uuid4()) for _ in range(4)]},
    ],
)
async def test_an_answer_to_another_question_is_refused(client: httpx2.AsyncClient, body: dict[str, Any]) -> None:
    review = await begin(client, "start")
    assert (await client.post(f"{URL}/{review['id']}/answer", json=body)).status_code == 422


async def test_gone_back_to_other_things_can_be_chosen(client: httpx2.AsyncClient) -> None:
    one, other = await task(client, "Water the plants"), await task(client, "Read the meter")
    review = await until(client, await begin(client, "start"), "choose")
    review = await say(client, review, task_ids=[one["id"]])
    review = await call(client, "POST", f"/reviews/{review['id']}/back")
    assert review["step"] == "choose"
    await say(client, review, task_ids=[other["id"]])
    assert (await call(client, "GET", f"/tasks/{one['id']}"))["due_at"] is None
    assert (await call(client, "GET", f"/tasks/{other['id']}"))["due_date_only"]


async def test_a_day_ends_with_what_was_done_and_what_stays(client: httpx2.AsyncClient) -> None:
    done = await task(client, "Water the plants")
    await call(client, "POST", f"/tasks/{done['id']}/done")
    late = NOON - timedelta(days=3)
    stays = [await task(client, f"Thing {n}", due_at=late.isoformat(), due_date_only=True) for n in range(4)]
    timed = await task(client, "Call Priya", due_at=(NOON - timedelta(hours=1)).isoformat())
    review = await begin(client, "shutdown")
    assert titles(review) == ["Water the plants"]
    review = await say(client, review)
    assert titles(review) == ["Thing 0", "Thing 1", "Thing 2", "Thing 3", "Call Priya"]
    assert review["screen"]["choices"] == ["tomorrow", "someday", "let_go"]

    review = await decide(client, review, stays[0]["id"], "tomorrow")
    review = await decide(client, review, stays[1]["id"], "someday")
    review = await decide(client, review, stays[2]["id"], "let_go")
    review = await decide(client, review, stays[2]["id"], "let_go")
    review = await decide(client, review, timed["id"], "tomorrow")
    assert titles(review) == ["Thing 3"]
    assert (await call(client, "GET", f"/tasks/{stays[0]['id']}"))["due_at"] == "2026-11-25T12:00:00Z"
    assert (await call(client, "GET", f"/tasks/{timed['id']}"))["due_at"] == "2026-11-25T11:00:00Z"
    assert (await call(client, "GET", f"/tasks/{stays[1]['id']}"))["someday"]
    await call(client, "GET", f"/tasks/{stays[2]['id']}", status=404)

    review = await say(client, review)
    review = await say(client, review, text="The blue folder is at work")
    assert review["summary"]["done"] == ["Water the plants"]
    assert [(one["title"], one["what"]) for one in review["decided"]] == [
        ("Thing 0", "tomorrow"),
        ("Thing 1", "someday"),
        ("Thing 2", "let_go"),
        ("Call Priya", "tomorrow"),
    ]
    (kept,) = (await call(client, "GET", "/memories"))["items"]
    assert (kept["text"], kept["kind"]) == ("The blue folder is at work", "thought")


async def test_all_of_it_can_wait_at_once(client: httpx2.AsyncClient) -> None:
    made = [await task(client, f"Thing {n}", due_at=NOON.isoformat(), due_date_only=True) for n in range(14)]
    review = await say(client, await begin(client, "shutdown"))
    assert (len(titles(review)), review["screen"]["more"]) == (10, True)
    review = await say(client, review, all_wait=True)
    due = {(await call(client, "GET", f"/tasks/{one['id']}"))["due_at"] for one in made}
    assert due == {"2026-11-25T12:00:00Z"}
    assert len(review["decided"]) == 14


async def test_what_was_chosen_in_the_morning_and_isnt_done_stays(client: httpx2.AsyncClient) -> None:
    far = await task(client, "Plan the trip", due_at=(NOON + timedelta(days=20)).isoformat(), due_date_only=True)
    mine = await task(client, "Water the plants")
    review = await until(client, await begin(client, "start"), "choose")
    await say(client, review, task_ids=[mine["id"], far["id"]])
    review = await say(client, await begin(client, "shutdown"))
    assert titles(review) == ["Water the plants"]  # what has a day of its own keeps it


@pytest.mark.parametrize("what", ["tomorrow", "someday", "let_go"])
async def test_every_decision_can_be_taken_back(client: httpx2.AsyncClient, what: str) -> None:
    made = await task(client, "Thing", due_at=NOON.isoformat(), due_date_only=True, notes="As it was", steps=["One"])
    review = await say(client, await begin(client, "shutdown"))
    await decide(client, review, made["id"], what)
    ended = await call(client, "POST", f"/reviews/{review['id']}/enough")
    assert ended["state"] == "done"

    back = await call(client, "DELETE", f"/reviews/{review['id']}/decided/{made['id']}")
    assert back["decided"] == []
    (there,) = (await call(client, "GET", "/tasks"))["items"]
    same = ("title", "notes", "due_at", "due_date_only", "someday")
    assert {name: there[name] for name in same} == {name: made[name] for name in same}
    assert [step["text"] for step in there["steps"]] == ["One"]
    await call(client, "DELETE", f"/reviews/{review['id']}/decided/{made['id']}", status=409)


async def test_what_is_let_go_comes_back_with_its_reminder(client: httpx2.AsyncClient) -> None:
    made = await task(client, "Thing", due_at=NOON.isoformat(), due_date_only=True)
    tool = {"text": "remind me to pay Rui tomorrow at 9"}
    booked = (await call(client, "POST", "/messages", tool))["receipts"][0]["subject_id"]
    review = await say(client, await begin(client, "shutdown"))
    await decide(client, review, made["id"], "let_go")
    await call(client, "DELETE", f"/reviews/{review['id']}/decided/{made['id']}")
    assert (await call(client, "GET", f"/reminders/{booked}"))["state"] == "waiting"


async def test_decided_otherwise_it_is_that_instead(client: httpx2.AsyncClient) -> None:
    made = await task(client, "Thing", due_at=NOON.isoformat(), due_date_only=True)
    review = await say(client, await begin(client, "shutdown"))
    await decide(client, review, made["id"], "someday")
    review = await decide(client, review, made["id"], "tomorrow")
    there = await call(client, "GET", f"/tasks/{made['id']}")
    assert (there["someday"], there["due_at"]) == (False, "2026-11-25T12:00:00Z")
    assert [one["what"] for one in review["decided"]] == ["tomorrow"]


async def test_what_changed_since_is_not_overwritten(client: httpx2.AsyncClient) -> None:
    made = await task(client, "Thing", due_at=NOON.isoformat(), due_date_only=True)
    review = await say(client, await begin(client, "shutdown"))
    await decide(client, review, made["id"], "someday")
    await call(client, "PATCH", f"/tasks/{made['id']}", {"title": "Another thing"})
    await call(client, "DELETE", f"/reviews/{review['id']}/decided/{made['id']}", status=412)
    assert (await call(client, "GET", f"/tasks/{made['id']}"))["someday"]


async def test_what_is_not_offered_on_a_screen_cant_be_decided_there(client: httpx2.AsyncClient) -> None:
    made = await task(client, "Thing")
    review = await begin(client, "shutdown")
    body = {"thing_id": made["id"], "what": "let_go"}
    assert (await client.post(f"{URL}/{review['id']}/decide", json=body)).status_code == 422
    assert (await call(client, "GET", f"/tasks/{made['id']}"))["title"] == "Thing"


async def lived_a_week(client: httpx2.AsyncClient) -> dict[str, dict[str, Any]]:
    done = await task(client, "Water the plants")
    await call(client, "POST", f"/tasks/{done['id']}/done")
    again = await task(client, "File the taxes")
    for _ in range(3):
        await call(client, "POST", f"/tasks/{again['id']}/later")
    await call(client, "POST", "/mood", {"mood": "good", "energy": "high"})
    await call(client, "POST", "/messages", {"text": "idea: a red bike"})
    await call(client, "POST", "/messages", {"text": "remind me to call Ana on thursday at 9"})
    return {
        "again": again,
        "waiting": await task(client, "Get the keys", waiting_for="Marta"),
        "someday": await task(client, "Learn the ukulele", someday=True),
    }


async def test_a_week_is_gone_through_from_what_really_happened(client: httpx2.AsyncClient) -> None:
    there = await lived_a_week(client)
    review = await begin(client, "week")
    assert [step["name"] for step in review["steps"]] == [
        *("done", "mood", "captured", "again", "waiting", "someday", "ahead", "close")
    ]
    assert sum(step["seconds"] for step in review["steps"]) < 600
    assert titles(review) == ["Water the plants"]
    review = await say(client, review)
    assert titles(review) == ["Good, lots of energy"]
    review = await say(client, review)
    (idea,) = review["screen"]["things"]
    review = await decide(client, review, idea["id"], "task")
    assert [(one["title"], one["what"]) for one in review["decided"]] == [(idea["title"], "task")]
    review = await say(client, review)
    assert titles(review) == ["File the taxes"]
    review = await decide(client, review, there["again"]["id"], "smaller")
    assert (await call(client, "GET", f"/tasks/{there['again']['id']}"))["steps"]
    review = await say(client, review)
    assert (titles(review), review["screen"]["things"][0]["about"]) == (["Get the keys"], "Marta")
    review = await decide(client, review, there["waiting"]["id"], "came")
    review = await say(client, review)
    review = await decide(client, review, there["someday"]["id"], "back")
    review = await say(client, review)
    assert titles(review) == ["Call Ana"]
    review = await say(client, await say(client, review), text="A good week")
    assert (review["state"], review["summary"]["note"]) == ("done", "A good week")
    (row,) = (await call(client, "GET", "/reviews?kind=week"))["items"]
    assert (row["id"], row["day"]) == (review["id"], "2026-11-16")
    assert (await call(client, "GET", f"/tasks/{there['waiting']['id']}"))["waiting_for"] == ""
    assert not (await call(client, "GET", f"/tasks/{there['someday']['id']}"))["someday"]


async def test_thats_enough_keeps_what_was_decided(client: httpx2.AsyncClient) -> None:
    there = await lived_a_week(client)
    review = await until(client, await begin(client, "week"), "again")
    await decide(client, review, there["again"]["id"], "someday")
    ended = [await call(client, "POST", f"/reviews/{review['id']}/enough") for _ in range(2)]
    assert ended[0] == ended[1]
    assert [one["what"] for one in ended[0]["decided"]] == ["someday"]
    assert (await call(client, "GET", f"/tasks/{there['again']['id']}"))["someday"]


@pytest.mark.parametrize("what", ["smaller", "keep"])
async def test_what_was_decided_about_doesnt_come_again_at_once(client: httpx2.AsyncClient, what: str) -> None:
    there = await lived_a_week(client)
    review = await until(client, await begin(client, "week"), "again")
    review = await decide(client, review, there["again"]["id"], what)
    await call(client, "POST", f"/reviews/{review['id']}/enough")
    assert "again" not in {step["name"] for step in (await begin(client, "week"))["steps"]}
    await call(client, "DELETE", f"/reviews/{review['id']}/decided/{there['again']['id']}")
    assert (await call(client, "GET", f"/tasks/{there['again']['id']}"))["steps"] == []
    fresh = await begin(client, "week")
    await call(client, "POST", f"/reviews/{fresh['id']}/enough")
    assert "again" in {step["name"] for step in (await begin(client, "week"))["steps"]}


async def test_not_that_taken_back_counts_as_never_said(client: httpx2.AsyncClient, clock: StillClock) -> None:
    made = await task(client, "File the taxes")
    for _ in range(2):
        await call(client, "POST", f"/tasks/{made['id']}/later")
    clock.forward(timedelta(hours=4))
    await call(client, "POST", "/messages", {"text": "not that"})
    await call(client, "POST", "/messages", {"text": "undo"})
    assert "again" not in {step["name"] for step in (await begin(client, "week"))["steps"]}
    await call(client, "POST", "/messages", {"text": "not that"})
    clock.forward(timedelta(days=7))
    assert "again" in {step["name"] for step in (await begin(client, "week"))["steps"]}


async def test_a_forgotten_thought_is_not_told_by_the_record(client: httpx2.AsyncClient) -> None:
    await lived_a_week(client)
    review = await until(client, await begin(client, "week"), "captured")
    (idea,) = review["screen"]["things"]
    await decide(client, review, idea["id"], "task")
    await call(client, "POST", f"/reviews/{review['id']}/enough")
    await call(client, "DELETE", f"/memories/{idea['id']}", status=204)
    assert (await call(client, "GET", f"/reviews/{review['id']}"))["decided"] == []


async def test_someone_elses_is_not_there(person: NewPerson, client_for: ClientFor) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    hers = await task(ana, "Ana's", due_at=NOON.isoformat(), due_date_only=True)
    review = await say(ana, await begin(ana, "shutdown"))
    one = f"/reviews/{review['id']}"
    for method, path, body in (
        *(("GET", one, None), ("DELETE", one, None), ("POST", f"{one}/back", None), ("POST", f"{one}/enough", None)),
        ("POST", f"{one}/answer", {"step": "stays"}),
        ("POST", f"{one}/decide", {"thing_id": hers["id"], "what": "let_go"}),
        ("DELETE", f"{one}/decided/{hers['id']}", None),
    ):
        await call(rui, method, path, body, 404)
    await task(rui, "Rui's", due_at=NOON.isoformat(), due_date_only=True)
    his = await say(rui, await begin(rui, "shutdown"))
    assert titles(his) == ["Rui's"]
    await call(rui, "POST", f"/reviews/{his['id']}/decide", {"thing_id": hers["id"], "what": "let_go"}, 404)
    start = await until(rui, await begin(rui, "start"), "choose")
    await call(rui, "POST", f"/reviews/{start['id']}/answer", {"step": "choose", "task_ids": [hers["id"]]}, 404)
    assert (await call(ana, "GET", f"/tasks/{hers['id']}")) == hers
    await call(client_for(None), "POST", "/reviews", {"kind": "start"}, 401)


@pytest.mark.parametrize(
    ("locale", "text", "kind", "title"),
    [
        ("en", "start my day", "start", "Start of the day"),
        ("en", "shut down the day", "shutdown", "End of the day"),
        ("en", "weekly review", "week", "Your week"),
        ("es", "empezar mi día", "start", "Inicio del día"),
        ("es", "cerrar el día", "shutdown", "Cierre del día"),
        ("es", "revisión semanal", "week", "Tu semana"),
        ("fr", "commencer ma journée", "start", "Début de journée"),
        ("fr", "terminer la journée", "shutdown", "Fin de journée"),
        ("fr", "bilan de la semaine", "week", "Ta semaine"),
        ("pt", "começar o meu dia", "start", "Início do dia"),
        ("pt", "fechar o dia", "shutdown", "Fim do dia"),
        ("pt", "revisão da semana", "week", "A tua semana"),
    ],
)
async def test_it_is_opened_in_words(
    person: NewPerson, client_for: ClientFor, locale: str, text: str, kind: str, title: str
) -> None:
    client = client_for(await person(locale=locale))
    (receipt,) = (await call(client, "POST", "/messages", {"text": text}))["receipts"]
    assert (receipt["kind"], receipt["title"], receipt["can_undo"]) == ("review.begun", title, True)
    assert (await begin(client, kind))["id"] == receipt["subject_id"]
    assert (await call(client, "GET", "/memories"))["items"] == []
    again = (await call(client, "POST", "/messages", {"text": text}))["receipts"][0]
    assert again["subject_id"] == receipt["subject_id"]
    await call(client, "POST", "/messages", {"text": "undo"})


async def test_nothing_is_offered_unless_it_was_asked_for(client: httpx2.AsyncClient, clock: StillClock) -> None:
    assert (await call(client, "GET", "/reviews/offer"))["kind"] is None
    asked = {"start_at": "11:30", "shutdown_at": None, "week_day": 6, "week_at": None}
    await call(client, "PUT", "/reviews/wishes", asked)
    assert (await call(client, "GET", "/reviews/wishes"))["start_at"] == "11:30:00"
    assert (await call(client, "GET", "/reviews/offer"))["kind"] == "start"
    await call(client, "POST", "/reviews/offer/decline", {"kind": "start"}, 204)
    assert (await call(client, "GET", "/reviews/offer"))["kind"] is None
    clock.forward(timedelta(days=1))
    assert (await call(client, "GET", "/reviews/offer"))["kind"] == "start"
    await begin(client, "start")
    assert (await call(client, "GET", "/reviews/offer"))["kind"] is None
    for wrong in ({"start_at": "25:00"}, {"week_day": 7}, {"start_at": "09:00+01:00"}):
        assert (await client.put(f"{URL}/wishes", json=wrong)).status_code == 422


async def test_a_record_can_be_read_later_and_removed(client: httpx2.AsyncClient) -> None:
    ids = []
    for _ in range(3):
        review = await begin(client, "start")
        ids.append((await call(client, "POST", f"/reviews/{review['id']}/enough"))["id"])
    first = await call(client, "GET", "/reviews?limit=2")
    second = await call(client, "GET", f"/reviews?limit=2&cursor={first['next_cursor']}")
    assert [row["id"] for row in first["items"] + second["items"]] == ids[::-1]
    assert len(read((await client.post(f"{V1}/me/export")).content)["reviews"]) == 3
    await call(client, "DELETE", f"/reviews/{ids[0]}", status=204)
    await call(client, "DELETE", f"/reviews/{ids[0]}", status=404)


async def test_a_reminder_answered_is_a_win(client: httpx2.AsyncClient, clock: StillClock, person: NewPerson) -> None:
    said = await call(client, "POST", "/messages", {"text": "remind me to pay Rui in 5 minutes"})
    clock.forward(timedelta(minutes=6))
    actor = await person()
    await tick(actor.runtime)
    await call(client, "POST", f"/reminders/{said['receipts'][0]['subject_id']}/done")
    assert titles(await begin(client, "shutdown")) == ["Pay Rui"]
