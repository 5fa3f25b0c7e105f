"""Whether a question is answered at all."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.ranking.confidence import ANSWERED, confidence
from cairn.memory.ranking.order import Parts, Placed

NEAR = Parts(
    words=0.5,
    coverage=0.9,
    meaning=0.6,
    tokens=0.6,
    base=2,
    conversation=0,
    answer=0,
    speaker=False,
    date=0,
    time=False,
)
FAR = replace(NEAR, words=0.05, coverage=0.1, meaning=0.2, tokens=0.2, base=-1)


def placed(*parts: Parts) -> list[Placed]:
    return [Placed(UUID(int=place), place, -place, part) for place, part in enumerate(parts)]


def test_near_answers_and_far_does_not() -> None:
    assert confidence(placed(NEAR, FAR)) > 0.6
    assert confidence(placed(FAR, FAR)) < ANSWERED
    assert confidence([]) == 0


def test_what_somebody_else_said_is_no_answer_about_the_one_named() -> None:
    theirs, others = replace(FAR, speaker=True), replace(NEAR, speaker=False)
    assert confidence(placed(theirs, others)) < ANSWERED
    assert confidence(placed(replace(NEAR, speaker=True), replace(FAR, speaker=False))) > 0.9


@pytest.mark.parametrize(("coverage", "answered"), [(0.0, False), (0.1, False), (0.5, True), (1.0, True)])
def test_words_decide_where_nothing_is_embedded(coverage: float, answered: bool) -> None:
    bare = replace(NEAR, coverage=coverage, meaning=None, tokens=None)
    assert (confidence(placed(bare)) >= ANSWERED) is answered


signs = st.floats(min_value=-1, max_value=1)


@given(
    st.lists(
        st.builds(lambda sign, named: replace(NEAR, tokens=sign, meaning=sign, speaker=named), signs, st.booleans())
    )
)
def test_it_is_a_share(parts: list[Parts]) -> None:
    assert 0 <= confidence(placed(*parts)) <= 1
