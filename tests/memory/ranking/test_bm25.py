"""BM25 over packed words, against a plain implementation of the formula."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.ranking.bm25 import K1, B, Kept, match
from cairn.memory.ranking.words import Term, packed

Documents = list[list[int]]


def kept(documents: Documents) -> Kept:
    return Kept.of([packed(np.array(document, np.uint32)) for document in documents])


def term(*numbers: int) -> Term:
    return Term("x", "x", numbers)


def by_the_book(documents: Documents, terms: list[Term]) -> list[float]:
    usual = max(sum(map(len, documents)) / len(documents), 1)
    scores = [0.0] * len(documents)
    most = 0.0
    for one in terms:
        counts = [sum(Counter(document)[number] for number in one.hashes) for document in documents]
        having = sum(count > 0 for count in counts)
        weight = math.log(1 + (len(documents) - having + 0.5) / (having + 0.5))
        most += weight * (K1 + 1)
        for place, (document, count) in enumerate(zip(documents, counts, strict=True)):
            scores[place] += weight * count * (K1 + 1) / (count + K1 * (1 - B + B * len(document) / usual))
    return [score / most for score in scores]


# Some numbers share their lower half, as hashes may by chance.
numbers = st.sampled_from([1, 2, 3, 0x10001, 0x20001, 0xFFFFFFFF, 0xFFFF])
documents = st.lists(st.lists(numbers, max_size=12), min_size=1, max_size=12)
questions = st.lists(numbers, min_size=1, max_size=5, unique=True)


@given(documents, questions)
def test_it_equals_the_formula(told: Documents, asked: list[int]) -> None:
    terms = [term(number) for number in asked]
    assert match(terms, kept(told)).scores == pytest.approx(by_the_book(told, terms))


@given(documents)
def test_two_forms_of_a_word_are_one_word(told: Documents) -> None:
    terms = [term(1, 2), term(3)]
    assert match(terms, kept(told)).scores == pytest.approx(by_the_book(told, terms))


def test_a_rare_word_weighs_more_and_all_words_cover_all() -> None:
    found = match([term(1), term(2)], kept([[1], [1, 2], [1], [3]]))
    assert found.weights[1] > found.weights[0]
    assert found.coverage[1] == 1
    assert found.coverage[0] < 0.5
    assert found.best(10).tolist() == [1, 2, 0]
    assert found.best(1).tolist() == [1]


def test_only_what_is_allowed_is_found_but_all_is_counted() -> None:
    told = kept([[1], [1, 2], [1], [3]])
    found = match([term(1)], told)
    assert found.best(10, np.array([True, False, False, True])).tolist() == [0]
    assert found.weights[0] < match([term(1)], kept([[1], [3]])).weights[0]


def test_the_words_a_memory_has_are_told_as_they_were_asked() -> None:
    terms = [Term("Dogs", "dogs", (1,)), Term("cat", "cat", (2,))]
    assert match(terms, kept([[2, 1], [2], [3]])).words_at(terms, 0) == ["Dogs", "cat"]
    assert match(terms, kept([[2, 1], [2], [3]])).words_at(terms, 1) == ["cat"]


def test_nothing_is_found_where_nothing_is_asked_or_kept() -> None:
    assert match([], kept([[1], [2]])).scores.tolist() == [0, 0]
    assert match([term(1)], kept([])).best(10).size == 0
    assert match([term(1)], kept([[], []])).best(10).size == 0
    assert match([term(9)], kept([[1], [2]])).best(10).size == 0
