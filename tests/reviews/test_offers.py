"""Reviews in words, offered, and kept to be read later."""

from datetime import timedelta

import httpx2
import pytest

from cairn.platform.clock import StillClock
from cairn.reminders.ticker import tick
from tests.conftest import ClientFor, NewPerson
from tests.privacy.life import read
from tests.reviews.walking import URL, V1, begin, call, titles


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
