"""Hours that may be in either half of the day, where what is done then tells which, in four languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.grammar import Remind, understand

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 11, 27, 12, 0, tzinfo=LISBON)


def at(language: str, said: str) -> tuple[str, bool]:
    (intent,) = understand(said, NOW, language)
    assert isinstance(intent, Remind)
    return f"{intent.when:%m-%dT%H:%M}", intent.sure


@pytest.mark.parametrize(
    ("language", "said", "when"),
    [
        ("en", "wake up at 7", "11-28T07:00"), ("en", "alarm 6:30", "11-28T06:30"),
        ("en", "school run at 8", "11-28T08:00"), ("en", "take the kids to school at 8", "11-28T08:00"),
        ("en", "get up every day at 7", "11-28T07:00"), ("en", "breakfast with Ana at 9", "11-28T09:00"),
        ("es", "despertarme a las 7", "11-28T07:00"), ("es", "llevar a los niños al cole a las 8", "11-28T08:00"),
        ("es", "levantarme a las 6", "11-28T06:00"), ("fr", "me réveiller à 7 heures", "11-28T07:00"),
        ("fr", "emmener les enfants à l'école à 8 heures", "11-28T08:00"), ("pt", "acordar às 7", "11-28T07:00"),
        ("pt", "levar os miúdos à escola às 8", "11-28T08:00"), ("pt", "alarme às 6", "11-28T06:00"),
    ],
)  # fmt: skip
def test_what_is_done_in_the_morning_is(language: str, said: str, when: str) -> None:
    assert at(language, said) == (when, False)


@pytest.mark.parametrize(
    ("language", "said", "when"),
    [
        ("en", "go to bed at 11", "11-27T23:00"), ("en", "party at 10", "11-27T22:00"),
        ("en", "dinner saturday at 9", "11-28T21:00"), ("en", "dinner every friday at 8", "11-27T20:00"),
        ("en", "go to bed every day at 11", "11-27T23:00"), ("es", "acostarme a las 11", "11-27T23:00"),
        ("es", "cena el sábado a las 9", "11-28T21:00"), ("es", "fiesta a las 10", "11-27T22:00"),
        ("es", "cena mañana a las 9", "11-28T21:00"),
        ("fr", "me coucher à 11 heures", "11-27T23:00"), ("fr", "dîner samedi à 9 heures", "11-28T21:00"),
        ("pt", "deitar-me às 11", "11-27T23:00"), ("pt", "jantar sábado às 9", "11-28T21:00"),
        ("pt", "festa às 10", "11-27T22:00"),
    ],
)  # fmt: skip
def test_what_is_done_in_the_evening_is(language: str, said: str, when: str) -> None:
    assert at(language, said) == (when, False)


def test_a_stretch_in_the_evening_ends_in_it() -> None:
    (intent,) = understand("party on saturday from 8 to 11", NOW, "en")

    assert isinstance(intent, Remind)
    assert intent.end == datetime(2026, 11, 28, 23, 0, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("language", "said", "when"),
    [
        ("en", "wake up today at 7", "11-27T19:00"), ("en", "wake up at 7pm", "11-27T19:00"),
        ("en", "wake up at 19:00", "11-27T19:00"), ("en", "party at 10 in the morning", "11-28T10:00"),
        ("en", "pick up the kids from school at 4", "11-27T16:00"), ("en", "call Ana at 7", "11-27T19:00"),
        ("en", "dinner at 7", "11-27T19:00"), ("es", "fiesta mañana a las 10 de la mañana", "11-28T10:00"),
        ("fr", "me réveiller à 19h", "11-27T19:00"), ("pt", "festa amanhã às 10 da manhã", "11-28T10:00"),
    ],
)  # fmt: skip
def test_an_hour_that_was_said_in_full_and_every_other_stays(language: str, said: str, when: str) -> None:
    assert at(language, said)[0] == when


@pytest.mark.parametrize(
    ("language", "said", "sure"),
    [
        ("fr", "rdv dentiste mardi 4h30", False),
        ("fr", "rdv dentiste mardi à 4h30 du matin", True),
        ("fr", "rdv dentiste mardi 04h30", True),
        ("fr", "rdv dentiste mardi 15h", True),
        ("pt", "ligar à mãe amanhã 5h", False),
    ],
)
def test_an_hour_of_the_night_that_may_be_the_afternoon_s_is_asked_about(language: str, said: str, sure: bool) -> None:
    (intent,) = understand(said, NOW, language)

    assert isinstance(intent, Remind)
    assert intent.sure is sure
