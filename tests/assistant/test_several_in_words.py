"""Several things said in one breath: whom else, what then, and what is part of a name."""

import pytest

from cairn.assistant.grammar import AddTask, Done, Next, Remind, Thought, understand
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


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "gym thursday at 7am and saturday at 8am"),
        ("en", "gym on thursday at 7am, and on saturday at 8am"),
        ("es", "gimnasio el jueves a las 7:00 y el sábado a las 8:00"),
        ("fr", "gym jeudi à 7h et samedi à 8h"),
        ("pt", "ginásio na quinta às 7h e no sábado às 8h"),
    ],
)
def test_days_with_an_hour_each_are_as_many_reminders(language: str, said: str) -> None:
    meant = understand(said, NOON, language)
    assert all(isinstance(one, Remind) for one in meant), meant
    booked = [one for one in meant if isinstance(one, Remind)]
    assert [f"{one.when:%a %H}" for one in booked] == ["Thu 07", "Sat 08"]
    assert {one.title for one in booked} in ({"Gym"}, {"Gimnasio"}, {"Ginásio"})


@pytest.mark.parametrize(
    ("language", "said", "task", "booked"),
    [
        ("en", "buy milk, dinner with Kim at 7pm", "Buy milk", "Dinner with Kim"),
        ("es", "comprar leche, cena con Kim a las 21", "Comprar leche", "Cena con Kim"),
        ("fr", "acheter du lait, dîner avec Kim à 20h", "Acheter du lait", "Dîner avec Kim"),
        ("pt", "comprar leite, jantar com o Kim às 20h", "Comprar leite", "Jantar com o Kim"),
    ],
)
def test_what_is_booked_behind_something_to_do_is_another_thing(
    language: str, said: str, task: str, booked: str
) -> None:
    first, second = understand(said, NOON, language)
    assert first == AddTask(task)
    assert isinstance(second, Remind)
    assert second.title == booked


@pytest.mark.parametrize(
    ("language", "said", "words"),
    [
        ("en", "I finished the dishes, what's next?", "the dishes"),
        ("es", "he terminado los platos, ¿qué sigue?", "los platos"),
        ("fr", "j'ai fini la vaisselle, la suite ?", "la vaisselle"),
        ("pt", "acabei a loiça, e agora?", "a loiça"),
    ],
)
def test_done_and_what_is_next(language: str, said: str, words: str) -> None:
    done, following = understand(said, NOON, language)
    assert isinstance(done, Done)
    assert (done.words, following) == (words, Next())


def test_done_and_a_reminder() -> None:
    done, booked = understand("done with the report and remind me to send it at 4pm", NOON, "en")
    assert isinstance(done, Done)
    assert isinstance(booked, Remind)
    assert (done.words, booked.title) == ("the report", "Send it")


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "remind me after lunch to call Ana", "Call Ana after lunch"),
        ("es", "recuérdame después de comer llamar a Ana", "Llamar a Ana después de comer"),
        ("fr", "rappelle-moi avant de dormir d'appeler Ana", "Appeler Ana avant de dormir"),
        ("pt", "lembra-me depois do almoço de ligar à Ana", "Ligar à Ana depois do almoço"),
    ],
)
def test_before_and_after_what_has_no_hour_is_told_behind(language: str, said: str, title: str) -> None:
    (task,) = understand(said, NOON, language)
    assert isinstance(task, AddTask)
    assert task.title == title


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "meeting 14-15"), ("es", "reunión 14-15"), ("fr", "réunion 14-15"), ("pt", "reunião 14-15")],
)
def test_two_hours_behind_what_is_booked_are_its_beginning_and_its_end(language: str, said: str) -> None:
    (event,) = understand(said, NOON, language)
    assert isinstance(event, Remind)
    assert event.end is not None
    assert (event.when.hour, event.end.hour) == (14, 15)
    assert isinstance(understand("dinner for 2-3", NOON, "en")[0], Thought)
