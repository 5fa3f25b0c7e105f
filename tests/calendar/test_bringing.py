"""What to take along to an event: kept with it, for all its times or for one, and told on the day."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from cairn.assistant import grammar
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Call, Receipt
from tests.calendar.test_events import EVENTS, dentist
from tests.calendar.test_words import events, say
from tests.conftest import NOON, ClientFor, NewPerson

CARDS = "Insurance card, bus pass"
WEEK = {"from": NOON.isoformat(), "to": (NOON + timedelta(days=3)).isoformat()}


async def times(client: httpx2.AsyncClient) -> list[tuple[str, str]]:
    told = (await client.get("/api/v1/calendar/occurrences", params=WEEK)).json()["items"]
    return [(one["title"], one["bring"]) for one in told]


async def test_it_is_kept_changed_and_taken_away(client: httpx2.AsyncClient) -> None:
    event = await dentist(client, bring=f"  {CARDS} ")
    assert event["bring"] == CARDS
    changed = await client.patch(f"{EVENTS}/{event['id']}", json={"bring": "The letter"})
    assert changed.json()["bring"] == "The letter"
    assert (await client.get(f"{EVENTS}/{event['id']}")).json()["bring"] == "The letter"
    assert (await client.patch(f"{EVENTS}/{event['id']}", json={"bring": ""})).json()["bring"] == ""
    for refused in ("x" * 501, None):
        assert (await client.patch(f"{EVENTS}/{event['id']}", json={"bring": refused})).status_code == 422
    assert (await dentist(client, title="Without"))["bring"] == ""


async def test_one_time_takes_it_over_or_has_its_own(client: httpx2.AsyncClient) -> None:
    event = await dentist(client, title="Pool", bring="Towel", rrule="FREQ=DAILY;COUNT=3")
    start = datetime.fromisoformat(event["start"])

    async def change(days: int, **patch: Any) -> dict[str, Any]:
        body = {"at": (start + timedelta(days=days)).isoformat(), **patch}
        answer = await client.post(f"{EVENTS}/{event['id']}/times/change", json=body)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    assert (await change(1, title="Sea"))["bring"] == "Towel"
    assert (await change(2, bring="Towel and goggles"))["bring"] == "Towel and goggles"
    assert await times(client) == [("Pool", "Towel"), ("Sea", "Towel"), ("Pool", "Towel and goggles")]


async def test_the_day_tells_it_to_its_person_and_to_no_model(
    actor: Actor, client: httpx2.AsyncClient, runtime: Runtime
) -> None:
    await dentist(client, bring=CARDS)
    day = (await client.get("/api/v1/today")).json()
    assert [one["bring"] for one in day["items"]] == [CARDS]
    assert {one["kind"]: one["bring"] for one in day["line"] if one["ref"]} == dict.fromkeys(
        ("ready", "travel", "event"), CARDS
    )
    for tool in ("list_today", "when_to_leave"):
        told = await runtime.toolbox.run(actor, Call(uuid4(), tool))
        assert not isinstance(told, Receipt)
        assert "Dentist" in told.model_dump_json()
        assert CARDS not in told.model_dump_json()


async def test_the_assistant_sets_it_and_undo_puts_it_back(
    actor: Actor, client: httpx2.AsyncClient, runtime: Runtime
) -> None:
    start = (NOON + timedelta(hours=3)).isoformat()
    added = await runtime.toolbox.run(
        actor, Call(uuid4(), "add_event", {"title": "Dentist", "start": start, "bring": CARDS})
    )
    assert isinstance(added, Receipt)
    url = f"{EVENTS}/{added.read().subject_id}"
    assert (await client.get(url)).json()["bring"] == CARDS
    changed = await runtime.toolbox.run(
        actor, Call(uuid4(), "change_event", {"event_id": str(added.read().subject_id), "bring": "The letter"})
    )
    assert isinstance(changed, Receipt)
    assert (await client.get(url)).json()["bring"] == "The letter"
    assert CARDS not in changed.read().model_dump_json(exclude={"undo"})
    async with actor.work() as work:
        await runtime.toolbox.undo(work, changed.id)
    assert (await client.get(url)).json()["bring"] == CARDS


async def test_it_is_exported_and_kept_out_of_the_trail(actor: Actor, client: httpx2.AsyncClient) -> None:
    event = await dentist(client, bring=CARDS)
    await client.patch(f"{EVENTS}/{event['id']}", json={"bring": "The letter"})
    async with actor.work() as work:
        (feature,) = [one for one in work.runtime.features if one.name == "calendar"]
        assert feature.export is not None
        told = await feature.export(work)
    assert [one["bring"] for one in told["calendar_events"]] == ["The letter"]
    trail = await client.get("/api/v1/me/history?about=everything")
    assert trail.status_code == 200
    assert "event.changed" in trail.text
    assert "The letter" not in trail.text


async def test_nobody_else_sees_it(client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor) -> None:
    event = await dentist(client, bring=CARDS)
    other = client_for(await person())
    assert (await other.get(f"{EVENTS}/{event['id']}")).status_code == 404
    assert CARDS not in (await other.get("/api/v1/today")).text


async def test_an_event_moves_to_another_clock(client: httpx2.AsyncClient) -> None:
    event = await dentist(client)
    there = await client.patch(f"{EVENTS}/{event['id']}", json={"time_zone": "America/New_York"})
    assert there.json()["zone"] == "America/New_York"
    # Three o'clock stays three o'clock, over there.
    assert datetime.fromisoformat(there.json()["start"]) == datetime.fromisoformat("2026-11-24T15:00:00-05:00")
    unknown = await client.patch(f"{EVENTS}/{event['id']}", json={"time_zone": "Mars/Olympus"})
    assert (unknown.status_code, unknown.json()["type"].rsplit("/", 1)[-1]) == (422, "unknown-zone")


@pytest.mark.parametrize(
    ("language", "text", "title", "bring"),
    [
        ("en", "dentist tomorrow 3pm to 4pm, bring the card and bus pass", "Dentist", "The card and bus pass"),
        ("en", "dentist tomorrow at 3pm, take card, bus pass, water bottle", "Dentist", "Card, bus pass, water bottle"),
        ("en", "pool every monday 10:00 to 11:00, don't forget to bring a towel", "Pool", "A towel"),
        ("es", "dentista mañana de 15:00 a 16:00, llevar la tarjeta y el abono", "Dentista", "La tarjeta y el abono"),
        ("es", "dentista mañana a las 15:00, lleva la tarjeta", "Dentista", "La tarjeta"),
        ("fr", "dentiste demain de 15h à 16h, apporter la carte vitale", "Dentiste", "La carte vitale"),
        ("fr", "dentiste demain à 15h, apporte le carnet", "Dentiste", "Le carnet"),
        ("fr", "dentiste demain à 15h, emporter le carnet et la carte", "Dentiste", "Le carnet et la carte"),
        ("pt", "dentista amanhã das 15h às 16h, levar o cartão", "Dentista", "O cartão"),
        ("pt", "dentista amanhã às 15h, leva o cartão, o passe e a carta", "Dentista", "O cartão, o passe e a carta"),
        ("pt", "dentista amanhã às 15h, traz o cartão", "Dentista", "O cartão"),
    ],
)  # fmt: skip
def test_a_tail_tells_what_to_bring(language: str, text: str, title: str, bring: str) -> None:
    (meant,) = grammar.understand(text, NOON, language)
    assert isinstance(meant, grammar.Remind)
    assert meant.is_event
    assert (meant.title, meant.bring) == (title, bring)


@pytest.mark.parametrize(
    "text",
    [
        "dentist tomorrow 3pm to 4pm at Rua do Sol 12, 20 minutes to get there, bring the letter",
        "dentist tomorrow 3pm to 4pm at Rua do Sol 12, bring the letter, 20 minutes to get there",
    ],
)
def test_the_way_and_what_to_bring_stand_in_either_order(text: str) -> None:
    (meant,) = grammar.understand(text, NOON, "en")
    assert isinstance(meant, grammar.Remind)
    assert (meant.title, meant.place, meant.bring) == ("Dentist", "Rua do Sol 12", "The letter")
    assert meant.travel == timedelta(minutes=20)


@pytest.mark.parametrize(
    ("language", "text", "first", "second"),
    [
        ("en", "dentist tomorrow 3pm to 4pm, take the bus", "Dentist", "Take the bus"),
        ("en", "dentist tomorrow 3pm to 4pm, take out the bins", "Dentist", "Take out the bins"),
        ("en", "dentist tomorrow 3pm to 4pm, take my pills", "Dentist", "Take my pills"),
        ("en", "remind me to call mum at 5, bring the books", "Call mum", "Bring the books"),
        ("en", "buy milk, bring the card", "Buy milk", "Bring the card"),
        ("es", "dentista mañana de 15:00 a 16:00, llevar a Ana al cole", "Dentista", "Llevar a Ana al cole"),
    ],
)
def test_what_is_a_thing_of_its_own_stays_one(language: str, text: str, first: str, second: str) -> None:
    found = grammar.understand(text, NOON, language)
    assert [getattr(one, "title", None) for one in found] == [first, second]
    assert not any(getattr(one, "bring", "") for one in found)


def test_what_is_said_behind_it_goes_on_by_itself() -> None:
    found = grammar.understand("dentist tomorrow 3pm to 4pm, bring the card, call mum at 6", NOON, "en")
    assert [(getattr(one, "title", ""), getattr(one, "bring", "")) for one in found] == [
        ("Dentist", "The card"),
        ("Call mum", ""),
    ]


async def test_said_on_the_page_it_stands_in_the_calendar(client: httpx2.AsyncClient) -> None:
    text = "dentist tomorrow at 3pm, bring the insurance card"
    read = (await client.post("/api/v1/messages/understand", json={"text": text})).json()
    assert [(one["kind"], one["title"], one["bring"]) for one in read["found"]] == [
        ("event", "Dentist", "The insurance card")
    ]
    await say(client, text)
    assert [(one["title"], one["bring"]) for one in await events(client)] == [("Dentist", "The insurance card")]
