"""Several things said in one breath: whom else, what then, and what is part of a name."""

import pytest

from cairn.assistant.grammar import AddTask, Remind, understand
from tests.conftest import NOON


@pytest.mark.parametrize(
    ("language", "said", "titles"),
    [
        ("en", "call mom at 5 and dad at 6", ["Call mom", "Call dad"]),
        ("en", "call Ana at 5 and Tom at 6", ["Call Ana", "Call Tom"]),
        ("es", "llamar a mamá a las 5 y a papá a las 6", ["Llamar a mamá", "Llamar a papá"]),
        ("fr", "appeler maman à 17h et papa à 18h", ["Appeler maman", "Appeler papa"]),
        ("pt", "ligar à mãe às 17h e ao pai às 18h", ["Ligar à mãe", "Ligar ao pai"]),
        ("en", "call mom at 5 and dinner at 6", ["Call mom", "Dinner"]),
    ],
)
def test_who_is_named_beside_another_hour_gets_the_same_deed(language: str, said: str, titles: list[str]) -> None:
    meant = understand(said, NOON, language)
    assert [one.title for one in meant if isinstance(one, Remind)] == titles
    assert len(meant) == len(titles)


@pytest.mark.parametrize(
    ("language", "said", "titles"),
    [
        ("en", "tomorrow: dentist at 9, then groceries, then call Ana", ["Dentist", "Groceries", "Call Ana"]),
        (
            "es",
            "mañana: dentista a las 9, luego la compra, luego llamar a Ana",
            ["Dentista", "La compra", "Llamar a Ana"],
        ),
        (
            "fr",
            "demain : dentiste à 9h, puis les courses, puis appeler Ana",
            ["Dentiste", "Les courses", "Appeler Ana"],
        ),
        (
            "pt",
            "amanhã: dentista às 9h, depois as compras, depois ligar à Ana",
            ["Dentista", "As compras", "Ligar à Ana"],
        ),
    ],
)
def test_what_comes_then_on_a_day_that_was_named_is_of_that_day(language: str, said: str, titles: list[str]) -> None:
    first, *others = understand(said, NOON, language)
    assert isinstance(first, Remind)
    told = [one for one in others if isinstance(one, AddTask)]
    assert [first.title, *(one.title for one in told)] == titles
    assert {one.due.date() for one in told if one.due} == {first.when.date()}


def test_a_list_behind_a_day_and_a_colon_stays_one_thing() -> None:
    (meant,) = understand("tomorrow: buy eggs, milk and bread", NOON, "en")
    assert isinstance(meant, AddTask)
    assert meant.title == "Buy eggs, milk and bread"


def test_it_is_what_was_named_before_in_the_same_breath() -> None:
    (meant,) = understand("book the vet, remind me about it at 4pm", NOON, "en")
    assert isinstance(meant, Remind)
    assert (meant.title, meant.when.hour) == ("Book the vet", 16)


def test_a_day_that_is_part_of_a_name_stays_there() -> None:
    (meant,) = understand("next Friday's meeting notes", NOON, "en")
    assert isinstance(meant, AddTask)
    assert meant.title == "Next Friday's meeting notes"
