"""Lives made by a generator, told in any order at any time, and asked about at any moment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count, pairwise
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from cairn.memory.facts.known import Closed, Ignore, Known, Source
from cairn.memory.facts.settle import apply, as_of, history, settle
from cairn.memory.facts.statement import FactKind, Stance, Statement

BIRTH = datetime(1990, 1, 1, tzinfo=UTC)
DAYS = 12_000
VALUES = "abcd"


def day(number: int) -> datetime:
    return BIRTH + timedelta(days=number)


@dataclass(frozen=True)
class Told:
    """A statement about a day; `said` days after it all."""

    value: str
    day: int
    said: int
    stance: Stance = Stance.IS
    until: int | None = None
    confidence: float = 0.9


@dataclass(frozen=True)
class Stretch:
    """What was so from one day up to another, or to this day."""

    value: str
    begins: int
    ends: int | None

    def has(self, number: int) -> bool:
        return self.begins <= number and (self.ends is None or number < self.ends)


def told_to(
    known: Sequence[Known], tellings: Iterable[Told], *, single_valued: bool = True, ids: Iterable[int] | None = None
) -> list[Known]:
    numbers = iter(ids if ids is not None else count(1))
    for told in tellings:
        statement = Statement(
            "me",
            "does",
            told.value.upper(),
            FactKind.OTHER,
            told.stance,
            told.confidence,
            since=day(told.day),
            until=None if told.until is None else day(told.until),
        )
        before = known
        changes = settle(
            statement,
            day(DAYS + told.said),
            known,
            [],
            single_valued=single_valued,
            value_key=told.value,
            new_id=lambda: UUID(int=next(numbers)),
        )
        known = apply(before, changes)
    return list(known)


def intervals(known: Iterable[Known]) -> list[tuple[str, datetime, datetime | None]]:
    """What held when, with a fact that goes on under another id as one."""
    facts = [fact for fact in known if fact.valid_to is None or fact.valid_from < fact.valid_to]
    merged: list[tuple[str, datetime, datetime | None]] = []
    for fact in sorted(facts, key=lambda fact: (fact.value_key, fact.is_certain, fact.valid_from)):
        if merged and merged[-1][0] == fact.value_key and merged[-1][2] == fact.valid_from:
            merged[-1] = (fact.value_key, merged[-1][1], fact.valid_to)
        else:
            merged.append((fact.value_key, fact.valid_from, fact.valid_to))
    return merged


@st.composite
def lives(draw: st.DrawFn, *, values: str = VALUES) -> list[Stretch]:
    """Stretches of one slot, one after the other, with and without gaps; the same value may come back."""
    days = sorted(draw(st.sets(st.integers(0, DAYS - 1), min_size=2, max_size=12)))
    life: list[Stretch] = []
    for begins, following in zip(days, [*days[1:], None], strict=True):
        value = draw(st.sampled_from([*values, ""]))
        if value and not (life and life[-1].value == value and life[-1].ends == begins):
            life.append(Stretch(value, begins, following))
    return life


@st.composite
def tellings_of(draw: st.DrawFn, life: Sequence[Stretch]) -> list[Told]:
    """Every beginning, every end that nothing else makes plain, and some of it said again, in no order."""
    said = st.integers(0, 5_000)
    told: list[Told] = []
    followed = {stretch.begins for stretch in life}
    for stretch in life:
        ends_by_itself = stretch.ends is not None and stretch.ends not in followed
        way = draw(st.sampled_from(["until", "named", "unnamed"]))
        until = stretch.ends if ends_by_itself and way == "until" else None
        told.append(Told(stretch.value, stretch.begins, draw(said), until=until))
        if ends_by_itself and until is None:
            assert stretch.ends is not None
            told.append(Told(stretch.value if way == "named" else "", stretch.ends, draw(said), Stance.ENDED))
        last = (stretch.ends or DAYS) - 1
        again = draw(st.lists(st.integers(stretch.begins, last), max_size=3))
        told += [Told(stretch.value, number, draw(said)) for number in again]
    return draw(st.permutations(told))


@st.composite
def told_lives(draw: st.DrawFn) -> tuple[list[Stretch], list[Told]]:
    life = draw(lives())
    return life, draw(tellings_of(life))


maybes = st.lists(
    st.builds(
        Told,
        st.sampled_from(VALUES),
        st.integers(0, DAYS),
        st.integers(0, 5_000),
        st.sampled_from([Stance.IS, Stance.ENDED, Stance.NEVER]),
        confidence=st.just(0.5),
    ),
    max_size=4,
)


@settings(max_examples=150)
@given(told_lives(), st.data())
def test_what_held_at_any_moment_is_known(told: tuple[list[Stretch], list[Told]], data: st.DataObject) -> None:
    life, tellings = told
    known = told_to([], tellings)

    edges = [edge for stretch in life for edge in (stretch.begins, stretch.begins - 1, stretch.ends or DAYS)]
    for asked in [*edges, *data.draw(st.lists(st.integers(0, DAYS), min_size=5, max_size=20))]:
        held = {stretch.value for stretch in life if stretch.has(asked)}
        assert {fact.value_key for fact in as_of(known, day(asked))} == held


@settings(max_examples=100)
@given(told_lives(), maybes, st.data())
def test_maybes_change_nothing_certain(
    told: tuple[list[Stretch], list[Told]], unsure: list[Told], data: st.DataObject
) -> None:
    _, tellings = told
    mixed = data.draw(st.permutations([*tellings, *unsure]))

    assert intervals(f for f in told_to([], mixed) if f.is_certain) == intervals(told_to([], tellings))


distinct_days = st.lists(
    st.builds(
        Told,
        st.sampled_from(VALUES),
        st.integers(0, DAYS),
        st.integers(0, 5_000),
        st.sampled_from([Stance.IS, Stance.IS, Stance.IS, Stance.ENDED]),
        st.none() | st.integers(0, DAYS),
    ),
    unique_by=lambda told: told.day,
    max_size=12,
)


@settings(max_examples=150)
@given(distinct_days, st.booleans(), st.data())
def test_the_order_of_telling_does_not_matter(tellings: list[Told], single: bool, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(tellings))

    one, other = (told_to([], order, single_valued=single) for order in (tellings, shuffled))
    assert intervals(one) == intervals(other)


@given(distinct_days, maybes, st.booleans())
def test_saying_the_same_twice_changes_nothing(tellings: list[Told], unsure: list[Told], single: bool) -> None:
    known = told_to([], [*tellings, *unsure], single_valued=single)

    again = told_to(known, [*unsure, *tellings], single_valued=single, ids=count(10_000))
    assert again == known


@given(distinct_days, maybes, st.booleans())
def test_nothing_that_was_said_is_lost(tellings: list[Told], unsure: list[Told], single: bool) -> None:
    said = [*tellings, *unsure]
    known = told_to([], said, single_valued=single)

    kept = {(fact.value_key, told.at) for fact in history(known, "me", "does") for told in fact.tellings}
    assert {(told.value, day(told.day)) for told in said if told.stance is Stance.IS} <= kept
    assert len({fact.id for fact in known}) == len(known)
    assert {fact.superseded_by for fact in known} <= {None, *(fact.id for fact in known)}


@given(distinct_days)
def test_one_value_at_a_time(tellings: list[Told]) -> None:
    """But for what is told as over: that says nothing of others."""
    lasting = [fact for fact in told_to([], tellings) if fact.closed is not Closed.PAST]
    held = sorted((begins, ends) for _, begins, ends in intervals(lasting))

    for (_, ends), (begins, _) in pairwise(held):
        assert ends is not None
        assert ends <= begins


looks_back = st.lists(
    st.tuples(st.sampled_from(VALUES), st.integers(0, DAYS - 100), st.integers(1, 100), st.integers(0, 5_000)),
    min_size=1,
    max_size=8,
)


@given(looks_back, st.booleans(), st.data())
def test_what_is_told_as_over_held_in_its_time_and_in_no_other(
    stretches: list[tuple[str, int, int, int]], single: bool, data: st.DataObject
) -> None:
    told = [Told(value, day, said, Stance.ENDED, until=day + days) for value, day, days, said in stretches]
    known = told_to([], data.draw(st.permutations(told)), single_valued=single)

    edges = [one.day for one in told] + [(one.until or 0) - 1 for one in told] + [one.until or 0 for one in told]
    for asked in edges:
        held = {one.value for one in told if one.day <= asked < (one.until or 0)}
        assert {fact.value_key for fact in as_of(known, day(asked))} == held
        assert len(as_of(known, day(asked))) == len(held)


@given(told_lives(), looks_back, st.data())
def test_what_is_told_as_over_changes_nothing_that_is_so_of_others(
    told: tuple[list[Stretch], list[Told]], stretches: list[tuple[str, int, int, int]], data: st.DataObject
) -> None:
    _, tellings = told
    past = [Told("other", day, said, Stance.ENDED, until=day + days) for _, day, days, said in stretches]
    known = told_to([], data.draw(st.permutations([*tellings, *past])))

    assert intervals(fact for fact in known if fact.value_key != "other") == intervals(told_to([], tellings))


@settings(max_examples=100)
@given(st.lists(lives(values="a"), min_size=1, max_size=4), st.data())
def test_many_values_keep_their_own_time(parts: list[list[Stretch]], data: st.DataObject) -> None:
    life = [
        Stretch(value, stretch.begins, stretch.ends)
        for value, part in zip(VALUES, parts, strict=False)
        for stretch in part
    ]
    told = [Told(stretch.value, stretch.begins, 0) for stretch in life]
    told += [Told(stretch.value, stretch.ends, 0, Stance.ENDED) for stretch in life if stretch.ends is not None]
    known = told_to([], data.draw(st.permutations(told)), single_valued=False)

    for asked in data.draw(st.lists(st.integers(0, DAYS), min_size=5, max_size=20)):
        held = {stretch.value for stretch in life if stretch.has(asked)}
        assert {fact.value_key for fact in as_of(known, day(asked))} == held


@given(told_lives(), st.data())
def test_a_hand_edit_holds_until_it_was_made(told: tuple[list[Stretch], list[Told]], data: st.DataObject) -> None:
    _, tellings = told
    begins = data.draw(st.integers(0, DAYS))
    by_hand = Statement("me", "does", "by hand", FactKind.OTHER, since=day(begins))
    some = data.draw(st.integers(0, len(tellings)))
    known: Sequence[Known] = told_to([], tellings[:some])
    made = day(2 * DAYS)
    changes = settle(by_hand, made, known, [], single_valued=True, value_key="by hand", source=Source.HAND)
    assert not any(isinstance(change, Ignore) for change in changes)
    known = told_to(apply(known, changes), tellings[some:], ids=count(10_000))

    for asked in data.draw(st.lists(st.integers(begins, 2 * DAYS), min_size=3, max_size=10)):
        assert [fact.value_key for fact in as_of(known, day(asked))] == ["by hand"]
    untouched = told_to([], tellings)
    for asked in data.draw(st.lists(st.integers(0, DAYS), max_size=5)):
        if asked < begins:
            now, then = (
                [fact.value_key for fact in as_of(facts, day(asked)) if not fact.is_by_hand]
                for facts in (known, untouched)
            )
            assert now == then
    assert all(fact.closed is not Closed.WRONG for fact in known)
