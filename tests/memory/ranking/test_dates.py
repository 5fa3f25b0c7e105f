"""The time a question names, and what it says about when an answer was said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.ranking.dates import Named, named_in, speaks_of_time


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What did Ana buy on 3 May 2023?", Named(2023, 5, 3)),
        ("What happened on August 12th, 2022?", Named(2022, 8, 12)),
        ("¿Qué hice el 3 de mayo de 2023?", Named(2023, 5, 3)),
        ("Qu'est-ce que j'ai fait en août ?", Named(0, 8, 0)),
        ("Que fiz em março de 2024?", Named(2024, 3, 0)),
        ("What did John do in May?", Named(0, 5, 0)),
        ("Where did I live in 2019?", Named(2019, 0, 0)),
        ("May I ask what John did?", None),
        ("Quand est-ce que mai est venue ?", None),
        ("What did I pay for 2 coffees?", None),
        ("", None),
    ],
)
def test_a_day_a_month_or_a_year_is_read_in_any_language(question: str, named: Named | None) -> None:
    assert named_in(question) == named


@pytest.mark.parametrize(
    ("named", "said", "fit"),
    [
        (Named(2023, 5, 3), date(2023, 5, 3), 1),
        (Named(2023, 5, 3), date(2023, 5, 10), 1),
        (Named(2023, 5, 3), date(2023, 6, 10), 0),
        (Named(2023, 5, 3), date(2023, 4, 20), 0),
        (Named(0, 12, 30), date(2024, 1, 4), 1),
        (Named(0, 5, 0), date(2022, 5, 31), 1),
        (Named(0, 5, 0), date(2022, 6, 3), 0.5),
        (Named(0, 5, 0), date(2022, 7, 3), 0),
        (Named(2023, 12, 0), date(2024, 1, 5), 0.5),
        (Named(2023, 0, 0), date(2023, 12, 31), 1),
        (Named(2023, 0, 0), date(2024, 1, 1), 0),
        (Named(2023, 2, 30), date(2023, 2, 28), 0),
    ],
)
def test_people_tell_within_days(named: Named, said: date, fit: float) -> None:
    assert named.fits(said) == fit


@given(st.text(max_size=200), st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_any_question_and_any_day_fit_or_not(question: str, said: date) -> None:
    named = named_in(question)
    assert named is None or named.fits(said) in (0, 0.5, 1)


@pytest.mark.parametrize("text", ["I went yesterday", "fui ontem", "ayer fui", "la semaine dernière", "since 2016"])
def test_a_text_says_when(text: str) -> None:
    assert speaks_of_time(text)


@pytest.mark.parametrize("text", ["I like tea", "gosto de chá", "me gusta el té", "j'aime le thé", ""])
def test_a_text_says_nothing_of_time(text: str) -> None:
    assert not speaks_of_time(text)
