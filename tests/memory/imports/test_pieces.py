"""Long text in pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.imports.pieces import LIMIT, pieces

TEXTS = st.text(st.sampled_from("ab. \n!?。é\u0301👩\u200d\u2003"), max_size=400) | st.text(max_size=200)


@given(TEXTS, st.integers(1, 60))
def test_nothing_but_white_space_is_lost_and_no_piece_is_blank_or_too_long(text: str, limit: int) -> None:
    parts = list(pieces(text, limit))

    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(0 < len(part) <= limit and part == part.strip() for part in parts)


@given(TEXTS, st.integers(1, 60))
def test_pieces_of_the_same_text_are_the_same(text: str, limit: int) -> None:
    assert list(pieces(text, limit)) == list(pieces(text, limit))


def test_a_text_that_fits_stays_whole() -> None:
    assert list(pieces("x" * LIMIT)) == ["x" * LIMIT]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One is here. Two.\n\nThree follows now", ["One is here. Two.", "Three follows now"]),
        ("One is here, yes. Two follows it", ["One is here, yes.", "Two follows it"]),
        ("One is here\nand two follows it ok", ["One is here", "and two follows it", "ok"]),
        ("One is here and two follows it", ["One is here and two", "follows it"]),
        ("x" * 45, ["x" * 20, "x" * 20, "x" * 5]),
        ("x" * 19 + "e\u0301" + "y" * 9, ["x" * 19, "e\u0301" + "y" * 9]),
    ],
)
def test_a_piece_ends_at_a_paragraph_a_sentence_a_line_or_a_word(text: str, parts: list[str]) -> None:
    assert list(pieces(text, 20)) == parts
