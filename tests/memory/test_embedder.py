"""The local embedding model: what the search by meaning rests on."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.embedder.minilm import BATCH_TOKENS, DIMENSIONS, MiniLM, ModelMissing, batches


@pytest.fixture(scope="module")
def model() -> MiniLM:
    return MiniLM()


def likeness(model: MiniLM, one: str, other: str) -> float:
    first, second = model.embed([one, other])
    return float(first @ second)


@pytest.mark.parametrize(
    ("said", "meant", "stranger"),
    [
        ("Call the dentist tomorrow", "I have to phone my tooth doctor", "The rent went up again"),
        ("I moved to Lisbon in May", "My home is in Portugal now", "Buy oat milk and bread"),
        ("My sister is allergic to nuts", "No peanuts for my sibling", "The printer is out of ink"),
    ],
)
def test_a_paraphrase_is_nearer_than_a_stranger(model: MiniLM, said: str, meant: str, stranger: str) -> None:
    assert likeness(model, said, meant) > likeness(model, said, stranger) + 0.2


def test_the_published_example_keeps_its_likeness_through_quantisation(model: MiniLM) -> None:
    cat, same_cat, guitar = "The cat sits outside", "A cat is sitting outdoors", "A man is playing guitar"
    # What the unquantised model gives these sentences.
    assert likeness(model, cat, same_cat) == pytest.approx(0.971, abs=0.02)
    assert likeness(model, cat, guitar) == pytest.approx(0.036, abs=0.04)


def test_the_same_text_gives_the_same_vector_in_any_company(model: MiniLM) -> None:
    alone = model.embed(["pay the gas bill"])[0]
    among = model.embed(["a much longer text about something else " * 20, "pay the gas bill", "x"])[1]
    # Padding changes the order of additions and the 8-bit scale of a run, never the meaning.
    assert float(alone @ among) > 0.98
    assert np.array_equal(alone, model.embed(["pay the gas bill"])[0])


@pytest.mark.parametrize("text", ["", " ", "\x00", "🦷" * 50, "word " * 100_000, "x" * 1_000_000])
def test_any_text_has_a_vector_of_length_one(model: MiniLM, text: str) -> None:
    vectors = model.embed([text])
    assert vectors.shape == (1, DIMENSIONS)
    assert np.linalg.norm(vectors[0]) == pytest.approx(1, abs=1e-5)


def test_no_texts_are_no_vectors(model: MiniLM) -> None:
    assert model.embed([]).shape == (0, DIMENSIONS)


def test_a_missing_model_says_so_only_when_it_is_needed(tmp_path: Path) -> None:
    model = MiniLM(tmp_path)
    assert model.embed([]).size == 0
    with pytest.raises(ModelMissing):
        model.embed(["anything"])


@given(st.lists(st.integers(min_value=1, max_value=256), max_size=200))
def test_batches_hold_every_text_once_and_stay_small(lengths: list[int]) -> None:
    made = list(batches(lengths))
    assert sorted(row for rows in made for row in rows) == list(range(len(lengths)))
    assert all(max(lengths[row] for row in rows) * len(rows) <= BATCH_TOKENS for rows in made)


def test_tokens_come_with_the_characters_they_stand_for(model: MiniLM) -> None:
    text = "Zoë moved to Lisbon"
    (read,) = model.read([text])
    assert [text[start:end] for start, end in read.spans.tolist()] == ["Zoë", "moved", "to", "Lisbon"]
    assert np.linalg.norm(read.tokens, axis=1) == pytest.approx(np.ones(4), abs=1e-5)
    assert float(read.vector @ model.embed([text])[0]) > 0.98


def test_a_context_changes_what_tokens_mean_and_adds_none(model: MiniLM) -> None:
    alone, among = model.read(["Two of them", "Two of them"], ["", "How many cats do you have?"])
    (cats,) = model.read(["cats"])
    assert alone.tokens.shape == among.tokens.shape
    assert (alone.spans == among.spans).all()
    assert float((among.tokens @ cats.tokens.T).max()) > float((alone.tokens @ cats.tokens.T).max())


@pytest.mark.parametrize(
    ("context", "text"), [("word " * 1_000, "tea"), ("tea", "word " * 1_000), ("word", ""), ("", "")]
)
def test_any_text_is_read_after_any_context(model: MiniLM, context: str, text: str) -> None:
    (read,) = model.read([text], [context])
    assert len(read.tokens) == len(read.spans) == min(len(text.split()), 254)
    assert np.linalg.norm(read.vector) == pytest.approx(1, abs=1e-5)


def test_no_texts_are_read_as_nothing(model: MiniLM) -> None:
    assert model.read([]) == []
