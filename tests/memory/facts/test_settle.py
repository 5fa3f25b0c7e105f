"""What a statement changes: examples of each rule."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from cairn.memory.facts.known import (
    Add,
    Bury,
    Change,
    Closed,
    Confirm,
    Contradiction,
    Ignore,
    Known,
    Lift,
    Reopen,
    Source,
    Tombstone,
)
from cairn.memory.facts.settle import apply, as_of, history, settle, settle_again
from cairn.memory.facts.statement import FactKind, Stance, Statement


def year(number: int) -> datetime:
    return datetime(number, 1, 1, tzinfo=UTC)


NOW = year(2026)


class Person:
    """Somebody who says things about one slot, and what is known after it."""

    def __init__(self, *, single_valued: bool = True) -> None:
        self.single_valued = single_valued
        self.known: Sequence[Known] = ()
        self.tombstones: list[Tombstone] = []

    def say(
        self,
        value: str,
        said_at: datetime = NOW,
        *,
        stance: Stance = Stance.IS,
        confidence: float = 0.9,
        since: datetime | None = None,
        until: datetime | None = None,
        source: Source = Source.GRAMMAR,
    ) -> list[Change]:
        changes = settle(
            Statement("me", "lives_in", value, FactKind.PLACE, stance, confidence, since=since, until=until),
            said_at,
            self.known,
            self.tombstones,
            single_valued=self.single_valued,
            value_key=value.casefold(),
            source=source,
        )
        self.known = apply(self.known, changes)
        self.tombstones += [change.tombstone for change in changes if isinstance(change, Bury)]
        lifted = [change.tombstone for change in changes if isinstance(change, Lift)]
        self.tombstones = [stone for stone in self.tombstones if stone not in lifted]
        return changes

    def at(self, moment: datetime, *, maybes: bool = False) -> list[str]:
        return sorted(fact.value for fact in as_of(self.known, moment, maybes=maybes))

    def fact(self, value: str) -> Known:
        [fact] = [fact for fact in self.known if fact.value == value and not fact.is_mark]
        return fact


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def with_many() -> Person:
    return Person(single_valued=False)


def test_what_holds_from_later_on_closes_what_held_before_and_is_linked_to_it(person: Person) -> None:
    person.say("Lisbon", year(2020))
    changes = person.say("Porto", year(2024))

    old, new = person.fact("Lisbon"), person.fact("Porto")
    assert (old.valid_to, old.superseded_by, old.closed) == (year(2024), new.id, Closed.SUPERSEDED)
    assert (new.valid_from, new.valid_to) == (year(2024), None)
    assert changes[0] == Add(new, supersedes=old.id)


def test_a_word_about_the_past_takes_its_place_there(person: Person) -> None:
    person.say("Porto", year(2024))
    person.say("Lisbon", year(2026), since=year(2015))

    assert person.at(year(2016)) == ["Lisbon"]
    assert person.at(year(2026)) == ["Porto"]
    assert person.fact("Porto").closed is None


def test_the_past_told_in_the_middle_ends_where_the_next_begins(person: Person) -> None:
    person.say("Lisbon", since=year(2010))
    person.say("Porto", since=year(2020))
    person.say("Faro", since=year(2015))

    assert [person.at(year(y)) for y in (2012, 2017, 2022)] == [["Lisbon"], ["Faro"], ["Porto"]]
    assert person.fact("Lisbon").superseded_by == person.fact("Faro").id
    assert person.fact("Faro").superseded_by == person.fact("Porto").id


def test_two_times_that_do_not_meet_are_no_conflict(person: Person) -> None:
    person.say("Lisbon", since=year(2010), until=year(2012))
    changes = person.say("Porto", since=year(2020))

    assert person.fact("Lisbon").closed is Closed.RAN_OUT
    assert person.at(year(2015)) == []
    assert not any(isinstance(change, Contradiction) for change in changes)


def test_saying_it_again_confirms(person: Person) -> None:
    person.say("Lisbon", year(2020))
    [confirm] = person.say("lisbon", year(2022))

    assert isinstance(confirm, Confirm)
    assert person.fact("Lisbon").confidence > 0.9
    assert person.fact("Lisbon").valid_from == year(2020)


def test_what_came_between_two_tellings_of_one_value_splits_it(person: Person) -> None:
    person.say("Lisbon", year(2010))
    person.say("Lisbon", year(2020))
    person.say("Porto", since=year(2015))

    assert [person.at(year(y)) for y in (2012, 2017, 2022)] == [["Lisbon"], ["Porto"], ["Lisbon"]]


def test_a_maybe_closes_nothing_certain(person: Person) -> None:
    person.say("Lisbon", year(2020))
    changes = person.say("Porto", year(2024), confidence=0.5)

    assert person.at(NOW) == ["Lisbon"]
    assert person.at(NOW, maybes=True) == ["Lisbon", "Porto"]
    assert not any(isinstance(change, Contradiction) for change in changes)


def test_a_maybe_about_the_same_time_is_asked_about_once(person: Person) -> None:
    person.say("Lisbon", year(2020))
    first = person.say("Porto", year(2020) + timedelta(hours=1), confidence=0.5)
    again = person.say("Porto", year(2020) + timedelta(hours=1), confidence=0.5)

    assert Contradiction(person.fact("Lisbon").id, person.fact("Porto").id) in first
    assert again == [Ignore("known")]


def test_a_plain_word_settles_a_maybe(person: Person) -> None:
    person.say("Porto", year(2020), confidence=0.5)
    person.say("Lisbon", year(2021))

    assert person.at(NOW, maybes=True) == ["Lisbon"]
    assert person.fact("Porto").closed is Closed.SUPERSEDED


def test_a_maybe_confirmed_is_one_fact_from_then_on(person: Person) -> None:
    person.say("Porto", year(2020), confidence=0.5)
    person.say("Porto", year(2021))

    assert person.at(NOW, maybes=True) == ["Porto"]
    assert person.at(year(2020)) == []


def test_an_unsure_end_ends_nothing(person: Person) -> None:
    person.say("Lisbon", year(2020))
    person.say("Lisbon", year(2024), stance=Stance.ENDED, confidence=0.5)
    person.say("Lisbon", year(2025), stance=Stance.NEVER, confidence=0.5)

    assert person.at(NOW) == ["Lisbon"]
    assert person.tombstones == []


def test_a_hand_edit_holds_against_what_is_distilled_of_its_time(person: Person) -> None:
    person.say("Lisbon", year(2024), since=year(2020), source=Source.HAND)
    person.say("Porto", year(2026), since=year(2022))
    person.say("Faro", year(2026), since=year(2020))

    assert person.at(NOW) == ["Lisbon"]
    assert person.fact("Porto").closed is Closed.OUTWEIGHED
    assert person.fact("Faro").superseded_by == person.fact("Lisbon").id


def test_a_plain_word_of_a_later_time_follows_a_hand_edit(person: Person) -> None:
    person.say("Lisbon", year(2020), source=Source.HAND)
    person.say("Porto", year(2021))

    assert person.at(NOW) == ["Porto"]
    assert person.at(year(2020)) == ["Lisbon"]


def test_a_hand_edit_overrides_what_was_distilled_before_it(person: Person) -> None:
    person.say("Porto", year(2024))
    person.say("Lisbon", year(2025), since=year(2020), source=Source.HAND)

    assert person.at(NOW) == ["Lisbon"]
    assert person.at(year(2024)) == ["Lisbon"]


def test_of_two_hand_edits_the_later_made_one_counts(person: Person) -> None:
    person.say("Porto", year(2024), since=year(2022), source=Source.HAND)
    person.say("Lisbon", year(2025), since=year(2020), source=Source.HAND)

    assert person.at(NOW) == ["Lisbon"]


def test_no_longer_closes_only_what_it_names(with_many: Person) -> None:
    with_many.say("cats", year(2020))
    with_many.say("dogs", year(2020))
    with_many.say("cats", year(2023), stance=Stance.ENDED)

    assert with_many.at(year(2021)) == ["cats", "dogs"]
    assert with_many.at(NOW) == ["dogs"]
    assert with_many.fact("cats").closed is Closed.ENDED


def test_no_longer_without_a_name_closes_whatever_there_is(with_many: Person) -> None:
    with_many.say("cats", year(2020))
    with_many.say("dogs", year(2020))
    with_many.say("", year(2023), stance=Stance.ENDED)

    assert with_many.at(NOW) == []
    assert with_many.at(year(2022)) == ["cats", "dogs"]


def test_an_end_of_something_else_ends_nothing(person: Person) -> None:
    person.say("Lisbon", year(2020))
    person.say("Porto", year(2023), stance=Stance.ENDED)

    assert person.at(NOW) == ["Lisbon"]


def test_an_end_told_before_what_it_ends(person: Person) -> None:
    person.say("Lisbon", year(2023), stance=Stance.ENDED)
    person.say("Lisbon", year(2026), since=year(2020))

    assert person.at(year(2021)) == ["Lisbon"]
    assert person.at(NOW) == []


def test_until_a_past_year_ends_what_was_known(person: Person) -> None:
    person.say("Lisbon", year(2015))
    person.say("Lisbon", year(2026), until=year(2019))

    assert person.at(year(2018)) == ["Lisbon"]
    assert person.at(year(2020)) == []


def test_an_end_that_was_moved(person: Person) -> None:
    person.say("Berlin", year(2024), until=year(2025))
    person.say("Berlin", datetime(2024, 6, 1, tzinfo=UTC), until=year(2027))

    assert person.fact("Berlin").valid_to == year(2027)


def test_never_makes_it_wrong_leaves_a_tombstone_and_opens_what_it_had_closed(person: Person) -> None:
    person.say("Lisbon", year(2020))
    person.say("Porto", year(2024))
    changes = person.say("Porto", year(2025), stance=Stance.NEVER)

    assert Bury(Tombstone("me", "lives_in", "porto", year(2025))) in changes
    assert person.at(NOW) == ["Lisbon"]
    assert person.at(year(2024)) == ["Lisbon"]
    assert person.fact("Porto").closed is Closed.WRONG


def test_what_is_buried_is_learnt_again_by_hand_only(person: Person) -> None:
    person.say("Porto", year(2024))
    person.say("Porto", year(2025), stance=Stance.NEVER)

    assert person.say("PORTO", year(2026)) == [Ignore("buried")]
    assert person.at(NOW) == []
    lift, *_ = person.say("Porto", year(2026), source=Source.HAND)
    assert isinstance(lift, Lift)
    assert person.at(NOW) == ["Porto"]
    assert isinstance(person.say("Porto", year(2027))[0], Confirm)


def test_a_relation_nothing_shall_be_learnt_of_stays_so_beside_a_hand_edit(with_many: Person) -> None:
    with_many.tombstones.append(Tombstone("me", "lives_in", None, year(2020)))

    assert with_many.say("Porto", year(2024)) == [Ignore("buried")]
    with_many.say("Faro", year(2025), source=Source.HAND)
    assert with_many.say("Porto", year(2026)) == [Ignore("buried")]
    assert with_many.at(NOW) == ["Faro"]


def test_that_is_not_right_buries_what_was_thought_and_not_the_relation(person: Person) -> None:
    person.say("Lisbon", year(2020))
    person.say("Porto", year(2024))
    person.say("", year(2025), stance=Stance.NEVER)
    again = person.say("", year(2025), stance=Stance.NEVER)

    assert again == [Ignore("known")]
    assert person.at(NOW) == ["Lisbon"]
    person.say("Faro", year(2026))
    assert person.at(NOW) == ["Faro"]


def test_a_denial_in_passing_ends_a_hand_edit_and_does_not_unmake_it(person: Person) -> None:
    person.say("Lisbon", year(2020), source=Source.HAND)
    person.say("Lisbon", year(2024), stance=Stance.NEVER)

    assert person.at(year(2022)) == ["Lisbon"]
    assert person.at(NOW) == []


def test_a_denial_leaves_what_had_ended_before(person: Person) -> None:
    person.say("vegetarian", year(2015))
    person.say("vegetarian", year(2018), stance=Stance.ENDED)
    person.say("vegetarian", year(2025), stance=Stance.NEVER)

    assert person.at(year(2016)) == ["vegetarian"]


def test_two_plain_words_of_one_moment_are_asked_about(person: Person) -> None:
    person.say("Lisbon", since=year(2020))
    changes = person.say("Porto", since=year(2020))

    assert Contradiction(person.fact("Lisbon").id, person.fact("Porto").id) in changes
    assert person.at(NOW) == ["Lisbon", "Porto"]
    person.say("Porto", year(2027), source=Source.HAND)
    assert person.at(year(2027)) == ["Porto"]


def test_of_two_words_of_one_moment_the_surer_counts(person: Person) -> None:
    person.say("Lisbon", since=year(2020), confidence=0.75)
    changes = person.say("Porto", since=year(2020), confidence=0.95)

    assert not any(isinstance(change, Contradiction) for change in changes)
    assert person.at(NOW) == ["Porto"]
    assert person.fact("Lisbon").closed is Closed.OUTWEIGHED


def test_different_values_of_a_many_valued_relation_are_no_conflict(with_many: Person) -> None:
    changes = with_many.say("cats", since=year(2020)) + with_many.say("dogs", since=year(2020))

    assert all(isinstance(change, Add) for change in changes)
    assert with_many.at(NOW) == ["cats", "dogs"]


def test_a_qualifier_keeps_apart(person: Person) -> None:
    person.say("Lisbon", year(2020))
    apart = Statement("me", "lives_in", "Faro", FactKind.PLACE, qualifier="summer")
    changes = settle(apart, NOW, person.known, [], single_valued=True, value_key="faro")
    person.known = apply(person.known, changes)

    assert person.at(NOW) == ["Faro", "Lisbon"]


def test_history_has_everything_oldest_first(person: Person) -> None:
    person.say("Porto", year(2024))
    person.say("Lisbon", year(2025), since=year(2015))
    person.say("Porto", year(2025), stance=Stance.NEVER)
    person.say("Faro", year(2026), confidence=0.5)

    assert [fact.value for fact in history(person.known, "me", "lives_in")] == ["Lisbon", "Porto", "Faro"]
    assert history(person.known, "ana", "lives_in") == []


def test_what_a_forgotten_fact_had_closed_holds_on(person: Person) -> None:
    person.say("Lisbon", year(2020))
    person.say("Porto", year(2024))
    left = [person.fact("Lisbon")]

    assert settle_again(left, single_valued=True) == [Reopen(left[0].id, year(2020))]
    assert settle_again(list(person.known), single_valued=True) == []


def test_a_change_told_late_counts_from_when_it_happened() -> None:
    """ "I live in Lisbon", and then: "I moved to Porto last week"."""
    person = Person()
    person.say("Lisbon", NOW)
    person.say("Porto", NOW + timedelta(days=1), since=NOW - timedelta(days=6))

    assert person.at(NOW + timedelta(days=1)) == ["Porto"]
    assert person.fact("Porto").valid_from == NOW - timedelta(days=6)
    assert person.fact("Lisbon").closed is Closed.OUTWEIGHED


def test_a_change_long_ago_says_nothing_of_what_was_said_since() -> None:
    person = Person()
    person.say("Porto", year(2024))
    person.say("Lisbon", NOW, since=year(2015))

    assert person.at(NOW) == ["Porto"]
    assert person.at(year(2020)) == ["Lisbon"]
