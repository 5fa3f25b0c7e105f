"""Sentences as people say them, and what is read out of each: its kind, its title without the time, its moment."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.grammar import Remind, understand
from cairn.assistant.service import meaning_of

LISBON = ZoneInfo("Europe/Lisbon")
SAID = datetime(2026, 11, 26, 10, 30, tzinfo=LISBON)  # a Thursday


def at(wall: str) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=LISBON)


@pytest.mark.parametrize(
    ("language", "said", "title", "begins", "ends"),
    [
        ("en", "conference from 3 to 5 december", "Conference", "2026-12-03", "2026-12-06"),
        ("en", "rent a car on friday for 3 days", "Rent a car", "2026-11-27", "2026-11-30"),
        ("es", "vacaciones del 20 de diciembre al 3 de enero", "Vacaciones", "2026-12-20", "2027-01-04"),
        ("fr", "voyage à Rome de vendredi à lundi", "Voyage à Rome", "2026-11-27", "2026-12-01"),
        ("pt", "férias de 20 a 27 de dezembro", "Férias", "2026-12-20", "2026-12-28"),
        ("en", "dinner with Paul tonight at 8 until 10", "Dinner with Paul", "2026-11-26T20:00", "2026-11-26T22:00"),
        ("en", "meeting tuesday 2-3", "Meeting", "2026-12-01T14:00", "2026-12-01T15:00"),
        ("es", "reunión el martes de 2 a 3:30", "Reunión", "2026-12-01T14:00", "2026-12-01T15:30"),
        ("pt", "almoço sexta 12:30 às 14:00", "Almoço", "2026-11-27T12:30", "2026-11-27T14:00"),
    ],
)
def test_what_has_an_end_is_an_event(language: str, said: str, title: str, begins: str, ends: str) -> None:
    (found,) = meaning_of(said, SAID, language)

    assert (found.kind, found.title, found.moment, found.end) == ("event", title, at(begins), at(ends))


def test_a_weekend_is_no_event() -> None:
    (found,) = meaning_of("clean the kitchen this weekend", SAID, "en")

    assert (found.kind, found.moment, found.end) == ("task", at("2026-11-28"), None)


@pytest.mark.parametrize(
    ("language", "said", "kind", "title", "begins"),
    [
        ("en", "dentist wendesday 3pm", "reminder", "Dentist", "2026-12-02T15:00"),
        ("en", "remnd me to call the bank tomorow at 3", "reminder", "Call the bank", "2026-11-27T15:00"),
        ("en", "send the report by end of day friday", "reminder", "Send the report", "2026-11-27T19:00"),
        ("en", "pick up the kids at 3:30pm every mon wed and fri", "reminder", "Pick up the kids", "2026-11-27T15:30"),
        ("en", "meet at 5th avenue at 6pm", "reminder", "Meet at 5th avenue", "2026-11-26T18:00"),
        ("en", "pay the bill (due friday)", "task", "Pay the bill", "2026-11-27"),
        ("en", "remind me 30 minutes before my 3pm call", "reminder", "Call", "2026-11-26T14:30"),
        ("es", "llamar después de las 5 de la tarde", "reminder", "Llamar", "2026-11-26T17:00"),
        ("pt", "ligar depois das 17h", "reminder", "Ligar", "2026-11-26T17:00"),
        ("en", "check the mail in 3 days", "task", "Check the mail", "2026-11-29"),
        ("en", "check the mail in 24 hours", "reminder", "Check the mail", "2026-11-27T10:30"),
        ("es", "mañana a primera hora llamar al banco", "reminder", "Llamar al banco", "2026-11-27T09:00"),
        ("fr", "appeler Luc demain à 6h30", "reminder", "Appeler Luc", "2026-11-27T06:30"),
        ("fr", "n'oublie pas d'acheter des timbres demain", "task", "Acheter des timbres", "2026-11-27"),
        ("pt", "amanhã de manhã ligar ao banco", "reminder", "Ligar ao banco", "2026-11-27T09:00"),
        ("pt", "amanhã de manhã às 8 ligar ao banco", "reminder", "Ligar ao banco", "2026-11-27T08:00"),
        ("pt", "renovar o passaporte antes do natal", "task", "Renovar o passaporte", "2026-12-25"),
    ],
)
def test_the_moment_leaves_the_title(language: str, said: str, kind: str, title: str, begins: str) -> None:
    (found,) = meaning_of(said, SAID, language)

    assert (found.kind, found.title, found.moment, found.end) == (kind, title, at(begins), None)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "pay the rent on feb 30"),
        ("es", "pagar el 30 de febrero"),
        ("fr", "payer le 31 avril"),
        ("pt", "pagar a 31 de abril"),
    ],
)
def test_a_day_that_no_month_has_is_no_day(language: str, said: str) -> None:
    (found,) = meaning_of(said, SAID, language)

    assert found.moment is None


def test_a_numbered_list_in_one_line_is_several_things() -> None:
    found = meaning_of("1. buy milk 2. call Ana 3. pay rent", SAID, "en")

    assert [(one.kind, one.title) for one in found] == [
        ("task", "Buy milk"),
        ("task", "Call Ana"),
        ("task", "Pay rent"),
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "dentist tomorrow at 10, gym at 18:00 and dinner at 20:30"),
        ("es", "dentista mañana a las 10, gimnasio a las 18 y cena a las 20:30"),
        ("fr", "dentiste demain à 10h, gym à 18h et dîner à 20h30"),
        ("pt", "dentista amanhã às 10h, ginásio às 18h e jantar às 20h30"),
    ],
)
def test_later_hours_are_of_the_day_that_was_said(language: str, said: str) -> None:
    found = meaning_of(said, SAID, language)

    assert [one.moment for one in found] == [at(f"2026-11-27T{clock}") for clock in ("10:00", "18:00", "20:30")]


@pytest.mark.parametrize(
    ("said", "command", "until"),
    [
        ("later today", "later", "2026-11-26T11:30"),
        ("snooze until tomorrow", "later", "2026-11-27T09:00"),
        ("later tonight", "later", "2026-11-26T21:00"),
        ("snooze 1 hour", "snooze 60", "2026-11-26T11:30"),
        ("snooze 10", "snooze 10", "2026-11-26T10:40"),
    ],
)
def test_what_is_put_off_comes_at_a_waking_hour_ahead(said: str, command: str, until: str) -> None:
    (found,) = meaning_of(said, SAID, "en")

    assert (found.kind, found.command, found.moment) == ("command", command, at(until))


@pytest.mark.parametrize(
    ("language", "said", "kind"),
    [
        ("en", "what do I have on friday?", "recall"),
        ("fr", "qu'est-ce que j'ai vendredi ?", "recall"),
        ("en", "what did I have for lunch on friday?", "recall"),
        ("en", "who recommended the thai place?", "recall"),
        ("fr", "quand est l'anniversaire d'Ana ?", "recall"),
        ("en", "what is sarah allergic to", "recall"),
        ("en", "who has my drill", "recall"),
        ("en", "what size shoes does ben wear?", "recall"),
        ("en", "whats davids phone number", "recall"),
        ("en", "what's the capital of france?", "ask"),
        ("en", "how do i boil an egg?", "ask"),
        ("es", "dónde vive Marta?", "recall"),
        ("es", "cuánto le debo a Juan?", "recall"),
        ("es", "a quién le presté el taladro?", "recall"),
        ("es", "cuánto cuesta un coche?", "ask"),
    ],
)
def test_what_is_ones_own_is_recalled(language: str, said: str, kind: str) -> None:
    (found,) = meaning_of(said, SAID, language)

    assert found.kind == kind


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "tomorrow all day: conference", "Conference"),
        ("es", "mañana todo el día: congreso", "Congreso"),
        ("fr", "demain toute la journée : colloque", "Colloque"),
        ("pt", "amanhã o dia todo: congresso", "Congresso"),
    ],
)
def test_a_whole_day_is_an_event_for_that_day(language: str, said: str, title: str) -> None:
    now = datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Europe/Lisbon"))
    (meant,) = understand(said, now, language)
    assert isinstance(meant, Remind)
    assert (meant.title, meant.all_day, meant.is_event) == (title, True, True)
    assert (meant.when, meant.end) == (now.replace(day=25, hour=0), now.replace(day=26, hour=0))
