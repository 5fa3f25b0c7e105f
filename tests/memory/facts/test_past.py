"""What is told of a time that is over: examples of each rule of `past.py`."""

from datetime import UTC, datetime

import pytest

from cairn.memory.facts.known import Closed, Contradiction, Source
from cairn.memory.facts.statement import Stance
from tests.memory.facts.test_settle import NOW, Person, year


@pytest.fixture
def person() -> Person:
    return Person()


def test_a_time_that_is_over_is_known_with_its_beginning_and_its_end(person: Person) -> None:
    person.say("Braga", NOW, stance=Stance.ENDED, since=year(2015), until=year(2016))

    assert person.at(datetime(2015, 6, 15, tzinfo=UTC)) == ["Braga"]
    assert person.at(year(2014)) == person.at(year(2016)) == person.at(NOW) == []
    [fact] = person.known
    assert (fact.valid_from, fact.valid_to, fact.closed) == (year(2015), year(2016), Closed.PAST)


def test_a_time_that_is_over_closes_nothing_else(person: Person) -> None:
    person.say("Porto", year(2024), since=year(2010))
    changes = person.say("Braga", NOW, stance=Stance.ENDED, since=year(2015), until=year(2016))

    assert person.at(NOW) == ["Porto"]
    assert person.at(datetime(2015, 6, 15, tzinfo=UTC)) == ["Braga", "Porto"]
    assert not [change for change in changes if isinstance(change, Contradiction)]


def test_another_value_that_begins_in_a_time_that_is_over_ends_it(person: Person) -> None:
    person.say("Braga", NOW, stance=Stance.ENDED, since=year(2015), until=year(2016))
    person.say("Porto", NOW, since=datetime(2015, 6, 1, tzinfo=UTC))

    assert person.at(datetime(2015, 5, 1, tzinfo=UTC)) == ["Braga"]
    assert person.at(datetime(2015, 7, 1, tzinfo=UTC)) == ["Porto"]


def test_a_time_that_is_over_adds_only_what_was_not_known_of_the_same(person: Person) -> None:
    person.say("Braga", datetime(2015, 6, 1, tzinfo=UTC))
    person.say("Braga", NOW, stance=Stance.ENDED, since=year(2015), until=year(2016))

    assert person.at(datetime(2015, 3, 1, tzinfo=UTC)) == person.at(datetime(2015, 9, 1, tzinfo=UTC)) == ["Braga"]
    assert person.at(year(2016)) == []


def test_a_shorter_time_within_a_longer_one_does_not_end_it(person: Person) -> None:
    person.say("Braga", NOW, stance=Stance.ENDED, since=year(2015), until=year(2016))
    person.say("Braga", NOW, stance=Stance.ENDED, since=year(2010), until=year(2018))
    person.say("Braga", year(2014))

    for asked in range(2010, 2018):
        assert person.at(year(asked)) == ["Braga"], asked
    assert person.at(year(2018)) == []


def test_a_hand_edit_stands_before_a_time_that_is_over(person: Person) -> None:
    person.say("Porto", year(2020), since=year(2010), source=Source.HAND)
    person.say("Braga", NOW, stance=Stance.ENDED, since=year(2015), until=year(2016))

    assert person.at(datetime(2015, 6, 15, tzinfo=UTC)) == ["Porto"]
