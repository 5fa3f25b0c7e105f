"""Days said from the first to the last are one event for whole days: told as days, moved as days, taken back."""

import httpx2
import pytest

from tests.calendar.test_words import events, say


@pytest.mark.parametrize(
    ("language", "text", "reply"),
    [
        ("en", "conference from 3 to 5 december", "In your calendar: Conference. Thu 3 Dec – Sat 5 Dec."),
        ("es", "conferencia del 3 al 5 de diciembre", "En tu calendario: Conferencia. Jue 3 dic – Sáb 5 dic."),
        ("fr", "conférence du 3 au 5 décembre", "Dans ton agenda : Conférence. Jeu. 3 déc. – Sam. 5 déc."),
        ("pt", "conferência de 3 a 5 de dezembro", "No teu calendário: Conferência. Qui. 3 dez. – Sáb. 5 dez."),
    ],
)
async def test_days_are_told_as_days(client: httpx2.AsyncClient, language: str, text: str, reply: str) -> None:
    await client.patch("/api/v1/me", json={"locale": language})

    told = await say(client, text)

    assert told["reply"]["text"].lower() == reply.lower()
    (event,) = await events(client)
    assert (event["first_day"], event["last_day"]) == ("2026-12-03", "2026-12-05")


async def test_days_are_moved_as_days(client: httpx2.AsyncClient) -> None:
    await say(client, "conference from 3 to 5 december")

    told = await say(client, "no, december 10")
    assert told["reply"]["text"] == "Moved: Conference. Thu 10 Dec – Sat 12 Dec."
    await say(client, "no, from december 14 to december 15")
    (event,) = await events(client)
    assert (event["first_day"], event["last_day"]) == ("2026-12-14", "2026-12-15")

    await say(client, "undo")
    (event,) = await events(client)
    assert (event["first_day"], event["last_day"]) == ("2026-12-10", "2026-12-12")


async def test_an_hour_makes_it_an_event_of_that_hour(client: httpx2.AsyncClient) -> None:
    await say(client, "conference on december 3 for 2 days")

    await say(client, "no, december 4 at 10am")

    (event,) = await events(client)
    assert (event["first_day"], event["start"]) == (None, "2026-12-04T10:00:00Z")


@pytest.mark.parametrize(
    "given",
    [
        {"start": "9999-12-31T23:59:59Z"},
        {"start": "0001-01-01T00:00:00Z"},
        {"first_day": "9999-12-31"},
    ],
)
async def test_the_edge_of_what_a_calendar_holds_is_a_clear_refusal(
    client: httpx2.AsyncClient, given: dict[str, str]
) -> None:
    answer = await client.post(
        "/api/v1/calendar/events", json={"title": "The end", "time_zone": "Europe/Lisbon", **given}
    )

    assert answer.status_code == 422
