"""Clock times as they are elsewhere: "5pm Tokyo time"."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cairn.when import find, read, strip

LISBON = ZoneInfo("Europe/Lisbon")
NOW = datetime(2026, 3, 11, 10, 0, tzinfo=LISBON)


@pytest.mark.parametrize(
    ("language", "sentence", "left", "start"),
    [
        ("en", "call Ken 5pm Tokyo time on Friday", "call Ken", "2026-03-13T08:00"),
        ("en", "standup 9am Pacific time", "standup", "2026-03-11T16:00"),
        ("en", "standup at 9am eastern time on July 3", "standup", "2026-07-03T14:00"),
        ("en", "standup at 9am ET on July 3", "standup", "2026-07-03T14:00"),
        ("en", "standup at 9am pacific on July 3", "standup", "2026-07-03T17:00"),
        ("en", "call at 15:00 (London time) tomorrow", "call", "2026-03-12T15:00"),
        ("es", "llamar a Javi a las 5 hora de México", "llamar a Javi", "2026-03-11T23:00"),
        ("es", "reunión a las 17:00 hora peninsular", "reunión", "2026-03-11T16:00"),
        ("es", "llamar a las 9 de la noche, hora de Buenos Aires", "llamar", "2026-03-12T00:00"),
        ("fr", "appel avec Léo à 15h heure de Paris", "appel avec Léo", "2026-03-11T14:00"),
        ("fr", "appel demain à 9h30, heure du Québec", "appel", "2026-03-12T13:30"),
        ("pt", "ligar ao Miguel às 5 da tarde, hora de Nova Iorque", "ligar ao Miguel", "2026-03-11T21:00"),
        ("pt", "reunião às 15h no horário de Brasília", "reunião", "2026-03-11T18:00"),
        ("pt", "reunião às 10h hora dos Açores", "reunião", "2026-03-11T11:00"),
    ],
)
def test_a_clock_time_elsewhere_is_turned_into_here(language: str, sentence: str, left: str, start: str) -> None:
    found = find(sentence, NOW, language=language)

    assert {moment.start for moment in found} == {datetime.fromisoformat(start).replace(tzinfo=LISBON)}
    assert strip(sentence, found, language) == left


def test_a_range_elsewhere_is_there_at_both_ends() -> None:
    moment = read("from 3 to 5pm Tokyo time", NOW)

    assert moment is not None
    assert moment.start == datetime(2026, 3, 12, 6, 0, tzinfo=LISBON)
    assert moment.end == datetime(2026, 3, 12, 8, 0, tzinfo=LISBON)


def test_what_comes_again_elsewhere_comes_on_the_day_it_is_here_and_is_read_back() -> None:
    moment = read("every monday at 8am Tokyo time", NOW)

    assert moment is not None
    assert (moment.start, moment.rrule) == (datetime(2026, 3, 15, 23, 0, tzinfo=LISBON), "FREQ=WEEKLY;BYDAY=SU")
    assert not moment.sure


def test_an_hour_that_is_shown_twice_there_is_not_sure() -> None:
    moment = read("1:30am New York time on november 1", NOW)

    assert moment is not None
    assert not moment.sure


def test_a_place_alone_is_no_zone() -> None:
    assert [moment.start for moment in find("meet in Paris at 15:00", NOW)] == [NOW.replace(hour=15)]


def test_a_french_this_is_no_zone() -> None:
    moment = read(
        "trois heures cet après-midi", datetime(2026, 7, 24, 12, tzinfo=ZoneInfo("Europe/London")), language="fr"
    )
    assert moment is not None
    assert (moment.start.hour, moment.start.utcoffset()) == (15, timedelta(hours=1))
