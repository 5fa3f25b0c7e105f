"""A model's words never stand as a claim that something was done."""

import pytest

from cairn.assistant.guard import Guard, passed
from tests.assistant.claims import INNOCENT, WRITTEN, claims

CLAIMS = list(claims())


def _stands(claim: str, shown: str) -> bool:
    """Whether the claim can still be read in what is shown, whatever it was dressed in."""
    return bool(shown) and claim.casefold() in shown.casefold()


def test_there_are_over_a_thousand_claims_and_a_hundred_innocent_sentences() -> None:
    assert len({dressed for _, _, dressed in CLAIMS}) >= 1_000
    assert len(set(INNOCENT)) >= 100


def test_no_claim_stands() -> None:
    standing = [(dressed, passed(dressed).text) for _, _, dressed in CLAIMS if passed(dressed).held_back == 0]
    assert standing == []


def test_no_bare_claim_stands() -> None:
    assert [claim for _, claim, _ in CLAIMS if passed(claim).text] == []


def test_no_claim_written_by_hand_stands() -> None:
    assert [claim for claim in WRITTEN if passed(claim).text] == []


@pytest.mark.parametrize("piece", [1, 5, 40])
def test_no_claim_is_released_while_it_streams(piece: int) -> None:
    for _, claim, dressed in CLAIMS[::5]:
        guard, released = Guard(), ""
        text = f"{dressed}\nDrink some water."
        for start in range(0, len(text), piece):
            released += guard.feed(text[start : start + piece])
        released += guard.close()
        assert guard.held_back, dressed
        assert not _stands(claim, released), dressed
        assert released.endswith("Drink some water."), dressed


def test_nearly_all_innocent_sentences_pass() -> None:
    held = [sentence for sentence in INNOCENT if passed(sentence).text != sentence]
    assert len(held) <= len(INNOCENT) * 0.03, held


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Good plan. I've booked it. Drink some water.", "Good plan. Drink some water."),
        ("Here is what I did:\n- Dentist, 15:00\n- Milk\n\nAnything else?", "Anything else?"),
        ("I've…\nset that up.", "I've…"),
        ("I haven't booked it yet, but shall I?", "I haven't booked it yet, but shall I?"),
        ("If you need it, I've set a reminder.", ""),
        ("I h a v e  b o o k e d  i t.", ""),
        ("✅ Dentist, tomorrow 15:00", ""),
        ("Would you like that, now that I've booked it?", ""),
        ("", ""),
    ],
)
def test_what_is_left_of_a_text(text: str, shown: str) -> None:
    assert passed(text).text == shown


def test_a_text_without_an_end_is_judged_all_the_same() -> None:
    guard = Guard()
    assert guard.feed("word " * 5_000 + "I've booked it") != ""
    assert "booked" not in guard.close()
