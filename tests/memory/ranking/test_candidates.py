"""Which memories are looked at, and what a turn is read with."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.ranking.candidates import ALONE, FOUND, WITH_NEIGHBOURS, choose, numbered
from cairn.memory.ranking.context import CHARACTERS, context_of

MANY = 500


def test_the_best_bring_what_was_said_beside_them_in_the_same_conversation() -> None:
    talks = numbered(["a", "a", "a", "b", "b", None, None])
    none = np.zeros(0, np.int64)
    assert choose(np.array([1]), none, talks).tolist() == [0, 1, 2]
    assert choose(none, np.array([3]), talks).tolist() == [3, 4]
    assert choose(np.array([5]), np.array([6]), talks).tolist() == [5, 6]
    assert choose(none, none, talks).tolist() == []


def test_neighbours_that_were_not_asked_for_stay_away() -> None:
    talk = np.zeros(3, np.int64)
    assert choose(np.array([1]), np.zeros(0, np.int64), talk, np.array([False, True, True])).tolist() == [1, 2]


@given(st.permutations(range(MANY)), st.permutations(range(MANY)))
def test_candidates_are_few_and_each_comes_once(by_words: list[int], by_meaning: list[int]) -> None:
    chosen = choose(np.array(by_words), np.array(by_meaning), np.zeros(MANY, np.int64)).tolist()
    assert chosen == sorted(set(chosen))
    assert {*by_words[:FOUND], *by_meaning[:FOUND]} <= set(chosen)
    assert len(chosen) <= 2 * FOUND + 4 * WITH_NEIGHBOURS


def test_conversations_are_numbered_and_none_is_none() -> None:
    assert numbered(["b", None, "a", "b"]).tolist() == [0, ALONE, 1, 0]


@given(st.lists(st.text(max_size=500), max_size=5), st.text(max_size=700))
def test_a_context_is_the_end_of_what_was_said_and_leaves_a_long_text_alone(before: list[str], text: str) -> None:
    context = context_of(before, text)
    assert " ".join(before).endswith(context)
    assert len(context) + len(text) <= CHARACTERS or context == ""


def test_two_turns_are_read_before_a_turn() -> None:
    assert context_of(["one", "two", "three"], "four") == "two three"
    assert context_of([], "four") == ""
