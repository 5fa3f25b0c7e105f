"""Which values are the same in other words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.facts.values import same_value, value_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lisbon", "lisbon"),
        ("São Paulo", "sao paulo"),
        ("the sea", "sea"),
        ("el mar", "mar"),
        ("l’escalade", "escalade"),
        ("os coentros", "coentros"),
        ("peanuts", "peanut"),
        ("my old car", "old car"),
        ("7:30", "7.30"),
        ("7", "7:00"),
        ("7 am", "7:00"),
        ("11 pm", "23:00"),
        ("23h", "23:00"),
        ("a las 7", "7"),
        ("May 3rd", "3 May"),
        ("3 de mayo", "3 May"),
        ("3 mai", "3 de maio"),
        ("3 May 1990", "3 de maio de 1990"),
        ("500 euros", "€500"),
        ("500 euros", "500 €"),
        ("1,000 euros", "1000 euros"),
        ("70 kilos", "70 kg"),
        ("70,5 kg", "70.5 kg"),
        ("20 mg", "20mg"),
        ("under the blue stone.", "under the blue stone"),
    ],
)
def test_these_are_the_same(one: str, other: str) -> None:
    assert same_value(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lisbon", "Porto"),
        ("sugar", "no sugar"),
        ("7:30", "7:00"),
        ("7 am", "7 pm"),
        ("3 May", "3 June"),
        ("3 May 1990", "3 May 1991"),
        ("500 euros", "500 dollars"),
        ("20 mg", "40 mg"),
        ("Paris", "Pari"),
        ("Iris", "Iri"),
        ("1.5", "15"),
    ],
)
def test_these_are_not(one: str, other: str) -> None:
    assert not same_value(one, other)


@given(st.text(max_size=60))
def test_a_value_is_itself_however_it_is_written(value: str) -> None:
    assert value_key(value) == value_key(f"  {value} ")
    assert same_value(value, value)
