"""The order of candidates: what lifts, what changes nothing, and what is too little to order by."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from cairn.memory.ranking.bm25 import Kept, Matches, match
from cairn.memory.ranking.candidates import ALONE, numbered
from cairn.memory.ranking.order import Candidates, Placed, late, order, spread
from cairn.memory.ranking.question import Question, ask
from cairn.memory.ranking.tokens import BYTES, signs
from cairn.memory.ranking.words import hashes_of, packed

SAID = [
    ("Ana", "I adopted a small dog from the shelter", "one", date(2023, 5, 4)),
    ("John", "I adopted a small dog from the shelter", "one", date(2023, 8, 4)),
    ("John", "What did you cook for dinner?", "two", date(2023, 5, 4)),
    ("Ana", "Noodles, as I always do", "two", date(2023, 5, 4)),
    ("Ana", "The weather is fine", "three", date(2023, 5, 4)),
    ("Ana", "I bought a yellow bicycle last week", "three", date(2023, 5, 4)),
    ("Ana", "My bicycle is yellow", "four", date(2023, 5, 4)),
]


def told(rows: list[tuple[str, str, str, date]] = SAID) -> tuple[Candidates, Kept]:
    """Memories that are not embedded yet."""
    kept = Kept.of([packed(hashes_of(text, "en")) for _, text, _, _ in rows])
    found = Candidates(
        ids=[UUID(int=number) for number in range(len(rows))],
        places=np.arange(len(rows)),
        texts=[text for _, text, _, _ in rows],
        speakers=[speaker for speaker, _, _, _ in rows],
        conversations=numbered([conversation for _, _, conversation, _ in rows]),
        said=[day for _, _, _, day in rows],
        cosines=np.full(len(rows), np.nan),
        bits=np.zeros((0, BYTES), np.uint8),
        token_counts=np.zeros(len(rows), np.int64),
    )
    return found, kept


def asked(question: str, found: Candidates, kept: Kept) -> list[Placed]:
    unread = Question.unread(ask(question, ["Ana", "John"]))
    return order(unread, found, match(unread.asked.terms, kept))


def places(question: str) -> list[int]:
    return [one.place for one in asked(question, *told())]


def test_a_named_speaker_is_lifted() -> None:
    assert places("Who adopted a dog, Ana?")[0] == 0
    assert places("Who adopted a dog, John?")[0] == 1


def test_a_named_time_is_lifted() -> None:
    assert places("Who adopted a dog in May 2023?")[0] == 0
    assert places("Who adopted a dog in August?")[0] == 1


def test_a_text_that_says_when_is_lifted_when_that_is_asked() -> None:
    assert places("What about the yellow bicycle?")[0] == 6
    assert places("When did the yellow bicycle come?")[0] == 5


def test_what_follows_a_question_is_its_answer() -> None:
    assert places("What was cooked for dinner?")[:2] == [2, 3]
    found, kept = told()
    apart = replace(found, conversations=np.full(len(found.ids), ALONE))
    assert all(one.parts.answer == 0 for one in asked("What was cooked for dinner?", apart, kept))


def test_a_conversation_that_has_the_answer_lifts_the_rest_of_it() -> None:
    by_place = {one.place: one for one in asked("yellow bicycle", *told())}
    assert by_place[4].total > by_place[3].total
    assert by_place[4].parts.words == by_place[3].parts.words == 0


def test_what_was_said_near_the_answer_is_lifted_the_more_the_nearer() -> None:
    talk = [("Ana", text, "one", date(2023, 5, 4)) for text in ("My bicycle is yellow", "So it is", "Well", "Indeed")]
    by_place = {one.place: one.total for one in asked("yellow bicycle", *told(talk))}
    assert by_place[1] > by_place[2] > by_place[3]

    found, kept = told(talk)
    apart = replace(found, conversations=np.full(len(talk), ALONE))
    alone = {one.place: one.total for one in asked("yellow bicycle", apart, kept)}
    assert alone[1] == alone[2] == alone[3]


def test_a_token_whose_cosines_differ_much_does_not_drown_the_others() -> None:
    """The loud token speaks for one memory in full, the quiet one for another by as much as ever lies in it."""
    found, kept = told()
    loud, quiet, other = vectors(8, 3)
    near_quiet = quiet / 4 + other
    tokens = {5: [loud, other], 6: [other, near_quiet]}
    rows = [np.stack(tokens.get(place, [other, other])) for place in range(len(found.ids))]
    found = replace(found, bits=signs(np.concatenate(rows)), token_counts=np.full(len(rows), 2))
    asking = ask("?")
    question = Question(asking, None, np.stack([loud, quiet]), np.array([-1, -1]))

    as_it_is, telling = late(question, found, match(asking.terms, kept))

    assert as_it_is[5] > as_it_is[6] > as_it_is[0]
    heard = (as_it_is[6] - as_it_is[0]) / (as_it_is[5] - as_it_is[0])
    assert (telling[6] - telling[0]) / (telling[5] - telling[0]) > 1.5 * heard


def test_of_equals_the_one_said_later_comes_first() -> None:
    assert places("dog")[:2] == [1, 0]
    assert places("nothing of this") == [6, 5, 4, 3, 2, 1, 0]


def vectors(seed: int, rows: int) -> NDArray[np.float32]:
    made = np.random.default_rng(seed).normal(size=(rows, 384)).astype(np.float32)
    unit: NDArray[np.float32] = made / np.linalg.norm(made, axis=1, keepdims=True)
    return unit


def test_meaning_and_tokens_find_what_shares_no_word() -> None:
    found, kept = told()
    meant = vectors(1, len(found.ids))
    tokens = vectors(2, len(found.ids))
    read = replace(
        found, cosines=(meant @ meant[4]).astype(np.float64), bits=signs(tokens), token_counts=np.ones(7, int)
    )
    question = Question.read(ask("sunshine"), meant[4], tokens[4:5], np.array([[0, 8]]))
    best = order(question, read, match(question.asked.terms, kept))[0]
    assert best.place == 4
    assert best.parts.meaning == pytest.approx(1, abs=1e-5)
    assert best.parts.tokens is not None
    assert best.parts.tokens > 0.7
    assert best.parts.words == 0


def test_what_is_not_embedded_yet_is_neither_lifted_nor_lowered_for_it() -> None:
    found, kept = told()
    half = replace(found, cosines=np.array([0.5, np.nan, 0.1, 0.1, 0.1, 0.1, 0.1]))
    by_place = {one.place: one.parts for one in asked("dog", half, kept)}
    assert by_place[1].meaning is None
    assert by_place[0].base > by_place[1].base > by_place[2].base


@pytest.mark.parametrize("question", ["", "?!", "who was it", "Ana", "dog"])
def test_one_candidate_without_vectors_is_placed(question: str) -> None:
    (only,) = asked(question, *told(SAID[:1]))
    assert np.isfinite(only.total)
    assert (only.parts.meaning, only.parts.tokens) == (None, None)


def test_no_candidates_are_no_order() -> None:
    found, _ = told([])
    nothing = Matches(np.zeros(0), np.zeros(0), np.zeros(0), np.zeros((0, 0), bool))
    assert order(Question.unread(ask("dog")), found, nothing) == []


@given(st.permutations(range(len(SAID))), st.text(max_size=60))
def test_every_candidate_is_placed_once_by_its_total(shuffled: list[int], question: str) -> None:
    ranked = asked(question, *told([SAID[number] for number in shuffled]))
    assert sorted(one.place for one in ranked) == list(range(len(SAID)))
    totals = [one.total for one in ranked]
    assert totals == sorted(totals, reverse=True)


def test_differences_among_those_alike_are_not_blown_up() -> None:
    assert np.abs(spread(np.array([0.500, 0.501]), 0.05)).max() < 0.02
    assert spread(np.array([np.nan, np.nan]), 0.05).tolist() == [0, 0]
    assert spread(np.array([0.0, 1.0, np.nan]), 0.05).tolist() == [-1, 1, 0]
