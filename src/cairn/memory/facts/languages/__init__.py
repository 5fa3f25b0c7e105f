"""How each language says everyday facts: words and orders as data, one structure for all.

Everything is matched on plain text: lower case, no accents, contractions spelt out, single spaces.

A *verb* is a word that a fact can hang on, with the forms that people say; forms of one kind are parted by `|` and are
literal. A *frame* is how a form stands after its subject and what that means: "no longer {now}" has ended. A *rule* is
what may follow a verb and which relation that is: `("lives_in", "in {place}")`. A *phrase* is a whole clause that no
verb and frame make: "my birthday is {date}".

In frames `{now}`, `{base}`, `{past}`, `{doing}`, `{done}` stand for every verb's form of that kind, `{be}` for the
present form of the verb named `be`, and `~` for any adverbs. In rules and phrases `{place}`, `{name}` and the other
names of `slots.py` are where a value stands; `{person}` is somebody ("my sister Ana", "Ana", "she"), `{owner}` a thing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cache
from importlib import import_module
from typing import NamedTuple

from cairn.memory.facts.statement import Stance

SUPPORTED = ("en", "es", "fr", "pt")


class Tense(Enum):
    """What a frame says about when something holds."""

    NOW = auto()
    SINCE = auto()
    """It has been so: holds when a "since" or "for" goes with it; else it only happened once."""
    PAST = auto()
    MAYBE = auto()
    ENDED = auto()
    NOT = auto()
    NEVER = auto()


class Verb(NamedTuple):
    """The forms of a verb. An `event` changes something when it happens ("moved"), and its past holds; what `ends`
    something has a past that ends it ("sold")."""

    me: str = ""
    they: str = ""
    base: str = ""
    past: str = ""
    past_they: str = ""
    doing: str = ""
    done: str = ""
    event: bool = False
    ends: bool = False


class Frame(NamedTuple):
    tense: Tense
    order: str


class Rule(NamedTuple):
    """What may follow a verb. `value` is the value where the words have none; `only` is `me` when nobody else
    can be the subject, `dated` when only a time in the past tells that it happened."""

    relation: str
    order: str
    value: str = ""
    qualifier: str = ""
    only: str = ""


class Phrase(NamedTuple):
    """A clause of its own. One that `goes_on` leaves the same words to a later phrase too."""

    relation: str
    order: str
    value: str = ""
    qualifier: str = ""
    stance: Stance = Stance.IS
    goes_on: bool = False


@dataclass(frozen=True, kw_only=True)
class Words:
    """One language. Fields without a word of their own are patterns over plain text, alternatives parted by `|`.

    Args:
        spelt: What contractions are spelt out as, by pattern without groups.
        me: What stands for the speaker as a subject, with the space after it; may match nothing.
        name_article: What may stand before a name ("o Tomás").
        led: What may stand before somebody else as a subject ("a mi hermana le gusta").
        lead: Words before a clause that say nothing.
        doubt: Words of doubt before a clause; `maybe` those anywhere in it.
        anymore: Words after a negation that make it an end.
        join: What two clauses are joined by.
        asks: How a question begins. `unreal`: how a condition begins; `fiction` what is made up altogether.
        jokes: What takes all of it back.
        time_lead: What times before a clause begin with.
        orders: How a command begins. `reports`: verbs of telling what somebody else said.
        stops: Words that no value goes beyond; `stops_of` more of them for a kind of value.
        refused: What a value of a kind may not be (matched at its beginning).
        nobody: Capitalised words that are no names.
        roles: Words for what somebody is to the person, by the role in `relations.py`.
        attributes: Words for a relation of a thing.
        since, until, lasting: What leads a time or a length of time; `from_to` two years, each as `{year}`.
        a_while: A length of time that nobody measured ("for a while", "all my life").
        taken: When a medicine is taken.
        more: What may be said besides after a relation ("… as a nurse" after an employer).
        sets: Names for parts of patterns.
        timely: A quick look for whether there may be a time.
    """

    tag: str
    spelt: Mapping[str, str]
    articles: str
    my: str
    me: str
    led: str = ""
    name_article: str = ""
    he_she: Mapping[str, str]
    near_role: str
    adverbs: str
    lead: str
    doubt: str
    maybe: str
    anymore: str
    join: str
    asks: str
    unreal: str
    fiction: str
    jokes: str
    time_lead: str
    orders: str
    reports: str
    stops: str
    stops_of: Mapping[str, str] = field(default_factory=dict)
    refused: Mapping[str, str] = field(default_factory=dict)
    nobody: str
    roles: Mapping[str, str]
    attributes: Mapping[str, str]
    since: str
    until: str
    lasting: str
    from_to: str
    timely: str
    a_while: str = r"(?!)"
    taken: str
    and_: str
    frames_me: tuple[Frame, ...]
    frames_they: tuple[Frame, ...]
    verbs: Mapping[str, Verb]
    rules: Mapping[str, tuple[Rule, ...]]
    phrases: tuple[Phrase, ...]
    more: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    sets: Mapping[str, str] = field(default_factory=dict)


@cache
def words(tag: str) -> Words:
    """The words of a language; English for one that isn't known."""
    found: Words = import_module(f"{__name__}.{tag if tag in SUPPORTED else 'en'}").WORDS
    return found
