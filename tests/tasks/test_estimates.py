"""How long something takes somebody, learnt from what it took before."""

import math
import random
from collections.abc import Sequence
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.tasks.estimates import FEWEST, Learnt, Took, Usually, kind_of, learn

MINUTES = st.integers(1, 600)
SAMPLES = st.lists(st.builds(Took, st.sampled_from(["", "a", "b"]), MINUTES, MINUTES), min_size=FEWEST, max_size=40)
TEN = 10


def known(samples: Sequence[Took]) -> Learnt:
    learnt = learn(samples)
    assert learnt is not None
    return learnt


def someone(seed: int, bias: float = 1.8, kind: str = "", noise: float = 0.25) -> tuple[list[Took], list[Took]]:
    """What a person did who needs `bias` times as long as they say, more or less: ten things, and many after them."""
    chance = random.Random(seed)

    def did() -> Took:
        said = chance.randrange(5, 90, 5)
        return Took(kind, said, max(1, round(said * bias * math.exp(chance.gauss(0, noise)))))

    return [did() for _ in range(TEN)], [did() for _ in range(300)]


def error(later: Sequence[Took], learnt: Learnt | None) -> float:
    """How far off the middle guess is, in minutes."""
    return median(
        abs((learnt.likely(one.estimated, one.kind) if learnt else one.estimated) - one.actual) for one in later
    )


@pytest.mark.parametrize("seed", range(20))
def test_within_ten_things_the_error_of_somebody_who_needs_nearly_twice_as_long_halves(seed: int) -> None:
    first, later = someone(seed)

    assert error(later, known(first)) <= error(later, None) / 2


@pytest.mark.parametrize("seed", range(5))
def test_who_estimates_well_is_not_made_worse(seed: int) -> None:
    first, later = someone(seed, bias=1.0)

    assert error(later, known(first)) <= 1.25 * error(later, None)


def test_each_kind_is_learnt_beside_the_person() -> None:
    papers, later_papers = someone(1, bias=3.0, kind="papers")
    kitchen, later_kitchen = someone(2, bias=1.0, kind="kitchen")
    learnt = known([*papers, *kitchen])

    assert learnt.factor("papers") > 2.0 > 1.3 > learnt.factor("kitchen")
    assert learnt.factor("kitchen") < learnt.factor("never seen") < learnt.factor("papers")
    assert error(later_papers, learnt) < error(later_papers, None) / 2
    assert error(later_kitchen, learnt) < 1.4 * error(later_kitchen, None)


def test_nothing_is_said_after_too_few() -> None:
    assert learn([Took("", 10, 20)] * (FEWEST - 1)) is None
    assert learn([Took("", 10, 20)] * FEWEST) is not None


def test_a_range_reads_as_people_say_it() -> None:
    did = [Took("", 20, 36), Took("", 10, 22), Took("", 30, 50), Took("", 15, 24), Took("", 60, 110)]

    assert known(did).range(20, "") == (25, 33, 45)
    assert known(did * 4).range(20, "") == (30, 35, 45)


def test_a_timer_forgotten_over_night_changes_little() -> None:
    first, _ = someone(4, bias=1.2)
    before, after = known(first), known([*first, Took("", 20, 14 * 60)])

    assert after.factor("") < 1.3 * before.factor("")


@given(SAMPLES, MINUTES)
def test_a_range_is_in_order_and_inside_what_a_task_may_take(samples: list[Took], minutes: int) -> None:
    found = known(samples).range(minutes, "a")

    assert 1 <= found.low <= found.likely <= found.high <= 7 * 24 * 60


@given(SAMPLES, MINUTES, MINUTES)
def test_what_is_said_to_take_longer_is_never_thought_to_be_over_sooner(
    samples: list[Took], minutes: int, more: int
) -> None:
    learnt = known(samples)
    shorter, longer = learnt.range(minutes, "a"), learnt.range(minutes + more, "a")

    assert shorter.low <= longer.low
    assert shorter.likely <= longer.likely
    assert shorter.high <= longer.high


@given(SAMPLES)
def test_the_ratio_lies_between_one_and_what_was_measured(samples: list[Took]) -> None:
    ratios = [one.actual / one.estimated for one in samples]
    inside = (min(1.0, *ratios) - 1e-9, max(1.0, *ratios) + 1e-9)

    assert inside[0] <= known(samples).factor("") <= inside[1]
    assert inside[0] <= known(samples).factor("a") <= inside[1]


@given(SAMPLES, st.randoms(use_true_random=False))
def test_the_order_in_which_things_were_done_says_nothing(samples: list[Took], chance: random.Random) -> None:
    mixed = samples[:]
    chance.shuffle(mixed)

    assert known(mixed).range(30, "a") == known(samples).range(30, "a")


@given(st.integers(FEWEST, 30), MINUTES)
def test_who_is_always_right_stays_right(times: int, minutes: int) -> None:
    assert known([Took("", minutes, minutes)] * times).likely(minutes, "") == minutes


def test_a_kind_is_the_domain_else_the_project_else_the_place() -> None:
    assert kind_of("kitchen", "Flat", "home") == "domain:kitchen"
    assert kind_of("", "Flat", "home") == kind_of("", "FLAT", "") == "project:flat"
    assert kind_of("", "", "Home") == "context:home"
    assert kind_of("", "", "") == ""


@given(SAMPLES, st.lists(st.tuples(st.integers(1, 600), st.sampled_from(["", "home", "House"])), max_size=30))
def test_what_many_things_take_is_what_each_takes(samples: list[Took], asked: list[tuple[int, str]]) -> None:
    learnt = learn(samples)
    usually = Usually(learnt)

    for minutes, project in asked:
        one = learnt.likely(minutes, kind_of("", project, "")) if learnt else minutes
        assert usually.minutes(minutes, "", project, "") == one
