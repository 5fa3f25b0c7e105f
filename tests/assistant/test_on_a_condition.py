"""What is to be done on some condition, and isn't a plan for every time."""

from datetime import UTC, datetime

import pytest

from cairn.assistant.grammar import AddTask, Ask, IfThen, Note, Recall, Remind, understand

THURSDAY = datetime(2026, 11, 26, 11, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "said", "title"),
    [
        ("en", "when I get home, put the keys in the bowl", "Put the keys in the bowl when I get home"),
        ("en", "When I get home, remind me to call Ana", "Call Ana when I get home"),
        ("en", "if Ana calls, tell her about the trip", "Tell her about the trip if Ana calls"),
        ("es", "cuando llegue a casa, recuérdame llamar a Ana", "Llamar a Ana cuando llegue a casa"),
        ("fr", "quand je rentre, rappelle-moi d'appeler Ana", "Appeler Ana quand je rentre"),
        ("pt", "quando chegar a casa, pôr as chaves na taça", "Pôr as chaves na taça quando chegar a casa"),
    ],
)
def test_it_goes_on_the_list_with_its_condition(language: str, said: str, title: str) -> None:
    assert understand(said, THURSDAY, language) == [AddTask(title)]


def test_a_time_in_it_makes_a_reminder() -> None:
    (booked,) = understand("when I get home at 6, call Ana", THURSDAY, "en")
    assert isinstance(booked, Remind)
    assert (booked.title, booked.when.hour) == ("Call Ana when I get home", 18)


def test_what_tells_or_asks_is_none() -> None:
    assert isinstance(understand("if it rains, the match is off", THURSDAY, "en")[0], Note)
    assert isinstance(understand("when did I call Ana?", THURSDAY, "en")[0], Recall)
    assert isinstance(understand("when is it?", THURSDAY, "en")[0], Ask)
    assert isinstance(understand("if it's 9pm, I put my phone away", THURSDAY, "en")[0], IfThen)


def test_what_opens_with_when_and_asks_nothing_is_no_question() -> None:
    (kept,) = understand("When I get home I have to call Ana", THURSDAY, "en")
    assert not isinstance(kept, Ask)
