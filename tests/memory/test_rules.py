"""The words of a question, and the order made from two."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.rules import Evidence, MeaningMatch, WordMatch, folded, fuse, is_weak, words_of
from cairn.memory.stopwords import STOP_WORDS
from cairn.memory.why import explain
from tests.conftest import NOON

ONE, TWO, THREE = (UUID(int=n) for n in (1, 2, 3))


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
    assert words_of(question) == words


def test_stop_words_are_written_as_they_are_compared() -> None:
    assert all(word == folded(word) for word in STOP_WORDS)


@given(st.text(max_size=300))
def test_any_question_has_few_distinct_words(question: str) -> None:
    words = words_of(question)
    assert len(words) <= 32
    assert len({folded(word) for word in words}) == len(words)


def test_what_both_find_comes_before_what_one_finds_first() -> None:
    ranked = fuse(
        ["dentist"],
        [WordMatch(ONE, [0], 1), WordMatch(TWO, [0], 1)],
        [MeaningMatch(THREE, 0.9), MeaningMatch(TWO, 0.5)],
    )
    assert [one.memory_id for one in ranked] == [TWO, ONE, THREE]
    assert ranked[0].evidence == Evidence(words=["dentist"], coverage=1, likeness=0.5)


def test_first_by_both_scores_one_and_nothing_found_is_nothing() -> None:
    (only,) = fuse(["a"], [WordMatch(ONE, [0], 1)], [MeaningMatch(ONE, 0.4)])
    assert only.score == 1
    assert fuse([], [], []) == []


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
