"""How long it takes to get somewhere and to get ready, as people say it beside an event: it never moves the event."""

from datetime import datetime, timedelta

import pytest

from cairn.assistant.grammar import Remind, understand
from tests.conftest import NOON

MINUTE = timedelta(minutes=1)
TOMORROW = NOON.replace(hour=15) + timedelta(days=1)


@pytest.mark.parametrize(
    ("language", "said", "title", "travel", "ready"),
    [
        ("en", "dentist tomorrow at 3pm, 20 minutes to get there and 15 to get ready", "Dentist", 20, 15),
        ("es", "dentista mañana a las 15h, 20 minutos para llegar y 15 para prepararme", "Dentista", 20, 15),
        ("fr", "dentiste demain à 15h, 20 minutes pour y aller et 15 pour me préparer", "Dentiste", 20, 15),
        ("pt", "dentista amanhã às 15h, 20 minutos para chegar e 15 para me preparar", "Dentista", 20, 15),
        ("es", "dentista mañana a las 15h y 20 minutos para llegar", "Dentista", 20, None),
        ("fr", "dentiste demain à 15h et 20 minutes pour y aller", "Dentiste", 20, None),
        ("pt", "dentista amanhã às 15h e 20 minutos para chegar", "Dentista", 20, None),
        ("es", "dentista mañana a las 15h, 1 hora y 20 minutos para llegar", "Dentista", 80, None),
        ("en", "dentist tomorrow at 3pm, leave 30 minutes before", "Dentist", 30, None),
        ("es", "dentista mañana a las 15h, salir 30 minutos antes", "Dentista", 30, None),
        ("fr", "dentiste demain à 15h, partir 30 minutes avant", "Dentiste", 30, None),
        ("pt", "dentista amanhã às 15h, sair 30 minutos antes", "Dentista", 30, None),
        ("en", "flight TP123 tomorrow at 3pm, 45 minutes to the airport, 30 to get ready", "Flight TP123", 45, 30),
        ("es", "vuelo TP123 mañana a las 15h, 45 minutos hasta el aeropuerto", "Vuelo TP123", 45, None),
        ("fr", "vol TP123 demain à 15h, 45 minutes jusqu'à l'aéroport", "Vol TP123", 45, None),
        ("pt", "voo TP123 amanhã às 15h, 45 minutos até ao aeroporto", "Voo TP123", 45, None),
        ("en", "I have to be at the airport tomorrow at 3pm, 40 min drive", "Be at the airport", 40, None),
        (
            "es",
            "tengo que estar en el aeropuerto mañana a las 15h, 40 min en coche",
            "Estar en el aeropuerto",
            40,
            None,
        ),
        ("fr", "je dois être à l'aéroport demain à 15h, 40 min en voiture", "Être à l'aéroport", 40, None),
        ("pt", "tenho de estar no aeroporto amanhã às 15h, 40 min de carro", "Estar no aeroporto", 40, None),
    ],
)
def test_the_way_is_told_beside_the_event(language: str, said: str, title: str, travel: int, ready: int | None) -> None:
    (meant,) = understand(said, NOON, language)
    assert isinstance(meant, Remind)
    assert (meant.title, meant.when, meant.travel) == (title, TOMORROW, travel * MINUTE)
    assert meant.ready == (None if ready is None else ready * MINUTE)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "reunión mañana a las 15 y 20"),
        ("pt", "reunião amanhã às 15 e 20"),
    ],
)
def test_minutes_behind_an_hour_are_of_the_hour_where_no_way_is_told(language: str, said: str) -> None:
    (meant,) = understand(said, NOON, language)
    assert isinstance(meant, Remind)
    assert (meant.when, meant.travel) == (TOMORROW + 20 * MINUTE, None)


@pytest.mark.parametrize(
    ("said", "hour"),
    [("flight TP123 on dec 20 at 6:40", 6), ("flight TP123 on dec 20 at 6:40pm", 18), ("drinks on dec 20 at 6:40", 18)],
)
def test_what_leaves_by_a_timetable_leaves_at_the_hour_as_it_is_written(said: str, hour: int) -> None:
    (meant,) = understand(said, NOON, "en")
    assert isinstance(meant, Remind)
    assert meant.when == datetime(2026, 12, 20, hour, 40, tzinfo=NOON.tzinfo)
