"""The words of a question, and what matters beside it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.ranking.order import Parts, Placed
from cairn.memory.ranking.words import folded, terms_of
from cairn.memory.rules import Evidence, Ranked, finer, is_weak, rank
from cairn.memory.stopwords import STOP_WORDS
from cairn.memory.why import explain
from tests.conftest import NOON

ONE = UUID(int=1)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did I say about the dentist?", ["dentist"]),
        ("¿Qué dije sobre la peluquería?", ["peluquería"]),
        ("Qu'est-ce que j'ai dit sur l'hôpital ?", ["hôpital"]),
        ("O que é que eu disse da renda?", ["renda"]),
        ("When is Zoë's 40th birthday", ["Zoë", "40th", "birthday"]),
        ("Dentist dentist DENTIST", ["Dentist"]),
        ("where did I park the car", ["park", "car"]),
        ("what about my son by the sea", ["son", "sea"]),
        ("", []),
        ("?!", []),
    ],
)
def test_only_words_that_say_what_it_is_about_count(question: str, words: list[str]) -> None:
    assert [term.written for term in terms_of(question)] == words


def test_stop_words_are_written_as_they_are_compared() -> None:
    assert all(word == folded(word) for word in STOP_WORDS)


@given(st.text(max_size=300))
def test_any_question_has_few_distinct_words(question: str) -> None:
    words = [term.plain for term in terms_of(question)]
    assert len(words) <= 32
    assert len(set(words)) == len(words)


def placed(total: float, **parts: object) -> Placed:
    nothing = {
        "words": 0,
        "coverage": 0,
        "meaning": None,
        "tokens": None,
        "base": total,
        "conversation": 0,
        "answer": 0,
    }
    rules = {"speaker": False, "date": 0, "time": False}
    return Placed(ONE, 0, total, Parts(**{**nothing, **rules, **parts}))  # type: ignore[arg-type]  # made of names


def total(base: float, **beside: Any) -> float:
    return rank(placed(base), finer(**beside), []).total


def test_a_grave_memory_wins_among_equals_and_never_over_a_better_answer() -> None:
    answer = total(1.0, importance=0.1, age=timedelta(days=4000), confidence=0.5)
    assert total(0.0, importance=0.1) < total(0.0, importance=1) < answer


def test_of_equals_what_was_said_lately_comes_first() -> None:
    assert total(0.0, age=timedelta(days=1)) > total(0.0, age=timedelta(days=900))


@given(st.floats(allow_nan=False))
def test_a_score_lies_between_nothing_and_one(value: float) -> None:
    assert 0 <= Ranked(ONE, value, Evidence(words=[], coverage=0, likeness=None)).score <= 1


def test_evidence_says_what_it_was_made_of() -> None:
    evidence = rank(placed(1.25, coverage=0.5, meaning=0.41234, speaker=True), finer(), ["tea"]).evidence
    assert evidence.words == ["tea"]
    assert evidence.likeness == 0.412
    assert evidence.parts == {"base": 1.25, "speaker": 2.0, "recency": 0.1}


@pytest.mark.parametrize(
    ("words", "coverage", "likeness", "weak"),
    [
        (["dentist"], 1.0, None, False),
        ([], 0.0, 0.6, False),
        (["call"], 0.2, 0.3, False),
        (["call"], 0.2, 0.1, True),
        ([], 0.0, 0.3, True),
        ([], 0.0, None, True),
    ],
)
def test_evidence_is_weak_when_neither_words_nor_meaning_say_so(
    words: list[str], coverage: float, likeness: float | None, weak: bool
) -> None:
    assert is_weak(Evidence(words=words, coverage=coverage, likeness=likeness)) is weak


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        ("en", "It has the words tea and milk and is close in meaning; you said it on Tue 24 Nov."),
        ("es", "Tiene las palabras tea y milk y se parece en el sentido; lo dijiste el mar 24 nov."),
        ("fr", "Cela contient les mots tea et milk et a un sens proche; tu l’as dit le mar. 24 nov."),
        ("pt", "Tem as palavras tea e milk e tem um sentido próximo; disseste isso em ter. 24 nov."),
    ],
)
def test_the_reason_is_a_sentence_in_the_persons_language(locale: str, sentence: str) -> None:
    evidence = Evidence(words=["tea", "milk"], coverage=1, likeness=0.7)
    assert explain(evidence, "me", NOON, NOON, locale) == sentence
