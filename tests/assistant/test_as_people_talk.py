"""What people put before what they mean, and how they say that it is too much, in four languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.grammar import AddTask, Next, Remind, Thought, TooMuch, understand

NOW = datetime(2026, 3, 11, 10, 0, tzinfo=ZoneInfo("Europe/Lisbon"))


@pytest.mark.parametrize(
    ("language", "said", "titles"),
    [
        ("en", "quick one: email the landlord about the boiler", ["Email the landlord about the boiler"]),
        ("es", "a ver, tengo que acabar el informe para el lunes", ["Acabar el informe"]),
        ("fr", "du coup faut que j'appelle le plombier", ["Appeler le plombier"]),
        ("pt", "ora bem, preciso de acabar o trabalho para segunda", ["Acabar o trabalho"]),
    ],
)
def test_what_people_begin_with_is_no_part_of_it(language: str, said: str, titles: list[str]) -> None:
    intents = understand(said, NOW, language)

    assert [intent.title for intent in intents if isinstance(intent, AddTask)] == titles
    assert len(intents) == len(titles)


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "listen to the podcast tomorrow at 9", "Listen to the podcast"),
        ("en", "look, call mom tomorrow at 9", "Call mom"),
        ("es", "mira el correo mañana a las 9", "Mira el correo"),
        ("fr", "écoute le podcast demain à 9h", "Écoute le podcast"),
        ("pt", "ouve o podcast amanhã às 9h", "Ouve o podcast"),
    ],
)
def test_what_is_to_be_listened_to_or_looked_at_keeps_its_verb(language: str, said: str, title: str) -> None:
    (intent,) = understand(said, NOW, language)

    assert isinstance(intent, Remind)
    assert intent.title == title


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "llamar a mi madre a las 5 y una idea: pintar la bici"),
        ("fr", "appeler maman à 17h et une idée : peindre le vélo"),
        ("pt", "ligar à mãe às 17h e uma ideia: pintar a bicicleta"),
        ("en", "call mom at 5 and an idea: paint the bike"),
    ],
)
def test_an_idea_with_its_article_is_kept_beside_a_reminder(language: str, said: str) -> None:
    assert [type(intent) for intent in understand(said, NOW, language)] == [Remind, Thought]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "hoy no puedo con nada"), ("es", "es demasiado para hoy"), ("fr", "c'est trop pour aujourd'hui"),
        ("pt", "é demais para hoje"),
    ],
)  # fmt: skip
def test_too_much_for_today_is_too_much(language: str, said: str) -> None:
    assert [type(intent) for intent in understand(said, NOW, language)] == [TooMuch]


def test_what_is_mine_to_do_now_is_the_next_thing() -> None:
    assert [type(intent) for intent in understand("¿qué me toca ahora?", NOW, "es")] == [Next]


def test_again_at_another_hour_is_the_same_every_day() -> None:
    (intent,) = understand("take my pill every day at 8am and again at 1pm", NOW, "en")

    assert isinstance(intent, Remind)
    assert (intent.title, intent.rrule) == ("Take my pill", "FREQ=DAILY;BYHOUR=8,13")
