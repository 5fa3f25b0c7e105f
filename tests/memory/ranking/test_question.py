"""A question taken apart: whose words are looked for, and which."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.ranking.question import Question, ask

PEOPLE = ("me", "cairn", "Melanie", "Dr Ana Silva", "John")


@pytest.mark.parametrize(
    ("question", "named", "left"),
    [
        ("What is Melanie's dog called?", {"Melanie"}, "What is dog called?"),
        ("What did Mel and her kids paint?", {"Melanie"}, "What did and her kids paint?"),
        ("What did John tell Dr Silva?", {"John", "Dr Ana Silva"}, "What did tell Dr?"),
        ("¿Qué dijo JOHN?", {"John"}, "¿Qué dijo?"),
        ("What did I tell me about Cairn?", set(), "What did I tell me about Cairn?"),
        ("Where is the jo of johnson?", set(), "Where is the jo of johnson?"),
        ("", set(), ""),
    ],
)
def test_names_of_speakers_are_whose_words_not_which(question: str, named: set[str], left: str) -> None:
    asked = ask(question, PEOPLE)
    assert set(asked.speakers) == named
    assert asked.text == left


def test_a_question_of_a_name_alone_keeps_its_text_and_has_no_words() -> None:
    asked = ask("Melanie", PEOPLE)
    assert (asked.text, list(asked.terms)) == ("Melanie", [])


@pytest.mark.parametrize(
    "question",
    ["When did I move?", "How long have I had it?", "¿Cuándo me mudé?", "Quand ai-je déménagé ?", "Quando me mudei?"],
)
def test_a_question_for_a_time(question: str) -> None:
    assert ask(question).when


@pytest.mark.parametrize("question", ["What did I say when I left?", "Whenever", "Where?", ""])
def test_a_question_for_something_else(question: str) -> None:
    assert not ask(question).when


def test_tokens_belong_to_the_word_they_are_part_of() -> None:
    asked = ask("When did Mel paint pottery?", PEOPLE)
    assert asked.text == "When did paint pottery?"
    spans = np.array([[0, 4], [5, 8], [9, 14], [15, 18], [18, 22], [22, 23]])
    question = Question.read(asked, np.zeros(384, np.float32), np.zeros((6, 384), np.float32), spans)
    assert question.term_of.tolist() == [-1, -1, 0, 1, 1, -1]


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=5))
def test_any_question_of_anybody_can_be_taken_apart(question: str, people: list[str]) -> None:
    asked = ask(question, people)
    assert asked.speakers <= set(people)
    assert len(asked.terms) <= 32
