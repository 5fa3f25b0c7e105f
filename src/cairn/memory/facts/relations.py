"""The vocabulary of relations: what can be said of somebody or something, and how what was said before gives way.

A relation with one value gives way to a newer one of the same subject, and with `by_qualifier` only to one of the same
qualifier: a new favourite colour leaves the favourite food alone. Of a relation with many, only the same value gives
way. `opposite` can't hold of the same value at the same time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cairn.memory.facts.statement import FactKind


@dataclass(frozen=True, slots=True)
class Relation:
    """A word of the vocabulary.

    Args:
        name: As it stands in a fact.
        kind: What facts of it are about.
        many: Whether several values hold at once.
        importance: How much one matters to a life, 0 to 1, unless somebody says otherwise.
        field: The field of the profile that it fills when it is said of the person themselves.
        by_qualifier: Whether one value holds for each qualifier instead of one altogether.
        opposite: What the same value can't have at the same time.
    """

    name: str
    kind: FactKind
    many: bool = False
    importance: float = 0.5
    field: str | None = None
    by_qualifier: bool = False
    opposite: str | None = None


def _vocabulary(*relations: Relation) -> Mapping[str, Relation]:
    return MappingProxyType({relation.name: relation for relation in relations})


# fmt: off
RELATIONS = _vocabulary(
    Relation("name", FactKind.SELF, importance=0.9, field="name"),
    Relation("nickname", FactKind.PREFERENCE, importance=0.9, field="nickname"),  # how to call them
    Relation("pronouns", FactKind.SELF, importance=0.9, field="pronouns"),
    Relation("age", FactKind.SELF, importance=0.6),  # as it was said; a birthday is better
    Relation("speaks", FactKind.SELF, many=True, importance=0.6, field="languages"),
    # People; the value is their name, or what they are ("sister") as long as nobody says it. Qualifier: what they are.
    Relation("partner", FactKind.PERSON, importance=0.9, field="partner"),
    Relation("ex", FactKind.PERSON, many=True, importance=0.4),
    Relation("mother", FactKind.PERSON, importance=0.8, field="family"),
    Relation("father", FactKind.PERSON, importance=0.8, field="family"),
    Relation("sibling", FactKind.PERSON, many=True, importance=0.7, field="family"),
    Relation("child", FactKind.PERSON, many=True, importance=0.9, field="family"),
    Relation("relative", FactKind.PERSON, many=True, importance=0.6, field="family"),
    Relation("friend", FactKind.PERSON, many=True, importance=0.6, field="friends"),
    Relation("flatmate", FactKind.PERSON, many=True, importance=0.6, field="friends"),
    Relation("boss", FactKind.PERSON, importance=0.6),
    Relation("colleague", FactKind.PERSON, many=True, importance=0.5),
    Relation("teacher", FactKind.PERSON, many=True, importance=0.5),
    Relation("neighbour", FactKind.PERSON, many=True, importance=0.4),
    Relation("landlord", FactKind.PERSON, importance=0.5),
    Relation("therapist", FactKind.PERSON, importance=0.7, field="support"),
    Relation("doctor", FactKind.PERSON, many=True, importance=0.7, field="support"),
    Relation("coach", FactKind.PERSON, importance=0.6, field="support"),
    Relation("pet", FactKind.PERSON, many=True, importance=0.7, field="pets"),  # qualifier: which animal
    # Places. Having moved somewhere is living there since then.
    Relation("lives_in", FactKind.PLACE, importance=0.8, field="home"),
    Relation("from", FactKind.PLACE, importance=0.7, field="origin"),
    Relation("born_in", FactKind.PLACE, importance=0.7, field="origin"),
    Relation("works_in", FactKind.PLACE, importance=0.6),
    # Work and study.
    Relation("employer", FactKind.WORK, importance=0.7, field="work"),
    Relation("job", FactKind.WORK, importance=0.7, field="work"),  # retired and unemployed among them
    Relation("field", FactKind.WORK, importance=0.6, field="work"),
    Relation("studies", FactKind.WORK, importance=0.7, field="study"),
    Relation("studies_at", FactKind.WORK, importance=0.7, field="study"),
    # Health. Dose and hour are facts of the medicine, whose name is their subject; qualifier: whose, if another's.
    Relation("diagnosis", FactKind.HEALTH, many=True, importance=0.9, field="diagnosis"),
    Relation("allergy", FactKind.HEALTH, many=True, importance=0.95, field="allergies"),
    Relation("medication", FactKind.HEALTH, many=True, importance=0.9, field="medication"),
    Relation("dose", FactKind.HEALTH, importance=0.9),
    Relation("taken_at", FactKind.HEALTH, importance=0.8),
    Relation("weight", FactKind.HEALTH, importance=0.5),
    Relation("height", FactKind.HEALTH, importance=0.4),
    # Tastes.
    Relation("likes", FactKind.TASTE, many=True, importance=0.4, field="interests", opposite="dislikes"),
    Relation("dislikes", FactKind.TASTE, many=True, importance=0.4, opposite="likes"),
    Relation("favourite", FactKind.TASTE, importance=0.4, by_qualifier=True),  # qualifier: favourite what
    Relation("hobby", FactKind.TASTE, many=True, importance=0.5, field="interests"),
    Relation("eats", FactKind.TASTE, many=True, importance=0.6),  # mostly said of what they never eat
    Relation("diet", FactKind.TASTE, importance=0.8, field="diet"),
    # Habits. `smokes` and `drinks` have "yes" as their value: they are said to hold, to have ended, or never to.
    Relation("wakes_at", FactKind.HABIT, importance=0.6, field="sleep"),
    Relation("sleeps_at", FactKind.HABIT, importance=0.6, field="sleep"),
    Relation("sleeps_hours", FactKind.HABIT, importance=0.6, field="sleep"),
    Relation("habit", FactKind.HABIT, many=True, importance=0.5),  # value: what and how often
    Relation("smokes", FactKind.HABIT, importance=0.6),
    Relation("drinks", FactKind.HABIT, importance=0.6),  # alcohol
    # A mind with ADHD.
    Relation("energy_best", FactKind.PREFERENCE, importance=0.8, field="energy"),
    Relation("energy_low", FactKind.PREFERENCE, importance=0.8, field="energy"),
    Relation("focus_aid", FactKind.PREFERENCE, many=True, importance=0.8, field="focus_aids"),
    Relation("trigger", FactKind.PREFERENCE, many=True, importance=0.8, field="triggers"),
    Relation("tone", FactKind.PREFERENCE, many=True, importance=0.8, field="tone"),
    # Dates, of the person or of whoever is the subject.
    Relation("birthday", FactKind.DATE, importance=0.8, field="birthday"),
    Relation("anniversary", FactKind.DATE, importance=0.7),
    # Things: of the person (`owns`), or facts of a thing, which is their subject.
    Relation("owns", FactKind.POSSESSION, many=True, importance=0.4),
    Relation("kept_in", FactKind.POSSESSION, importance=0.6),
    Relation("deadline", FactKind.DATE, importance=0.7),  # value: a date as 2026-11-27 when a relative day was said
    Relation("password", FactKind.OTHER, importance=0.7),
    Relation("code", FactKind.OTHER, importance=0.7),
    Relation("number", FactKind.OTHER, importance=0.6),
    Relation("phone", FactKind.OTHER, importance=0.7),
    Relation("address", FactKind.OTHER, importance=0.7),
    Relation("email", FactKind.OTHER, importance=0.6),
    Relation("budget", FactKind.OTHER, importance=0.6),
    Relation("price", FactKind.OTHER, importance=0.5),
    Relation("rent", FactKind.OTHER, importance=0.6),
    Relation("salary", FactKind.OTHER, importance=0.6),
    Relation("size", FactKind.OTHER, importance=0.5),
    Relation("colour", FactKind.OTHER, importance=0.4),
    Relation("goal", FactKind.OTHER, importance=0.6),
    Relation("team_size", FactKind.WORK, importance=0.4),
    Relation("progress", FactKind.OTHER, importance=0.5, by_qualifier=True),  # qualifier: "chapters of the novel"
    # Plans. When they happen is their `since`.
    Relation("plans", FactKind.PLAN, many=True, importance=0.6),
    Relation("wants_to", FactKind.PLAN, many=True, importance=0.6, field="goals"),
)

ROLES: Mapping[str, tuple[str, str]] = MappingProxyType({
    # What somebody is to the person: the relation and its qualifier, the same in every language.
    "partner": ("partner", ""), "wife": ("partner", ""), "husband": ("partner", ""), "girlfriend": ("partner", ""),
    "boyfriend": ("partner", ""), "fiance": ("partner", ""), "ex": ("ex", ""),
    "mother": ("mother", ""), "father": ("father", ""),
    "stepmother": ("relative", "stepmother"), "stepfather": ("relative", "stepfather"),
    "sister": ("sibling", "sister"), "brother": ("sibling", "brother"), "twin": ("sibling", "twin"),
    "son": ("child", "son"), "daughter": ("child", "daughter"), "child": ("child", ""), "baby": ("child", "baby"),
    "parents": ("relative", "parents"),
    "grandmother": ("relative", "grandmother"), "grandfather": ("relative", "grandfather"),
    "aunt": ("relative", "aunt"), "uncle": ("relative", "uncle"), "cousin": ("relative", "cousin"),
    "niece": ("relative", "niece"), "nephew": ("relative", "nephew"), "grandchild": ("relative", "grandchild"),
    "mother-in-law": ("relative", "mother-in-law"), "father-in-law": ("relative", "father-in-law"),
    "sister-in-law": ("relative", "sister-in-law"), "brother-in-law": ("relative", "brother-in-law"),
    "friend": ("friend", ""), "flatmate": ("flatmate", ""), "boss": ("boss", ""), "colleague": ("colleague", ""),
    "teacher": ("teacher", ""), "neighbour": ("neighbour", ""), "landlord": ("landlord", ""),
    "therapist": ("therapist", ""), "psychiatrist": ("doctor", "psychiatrist"), "doctor": ("doctor", ""),
    "dentist": ("doctor", "dentist"), "coach": ("coach", ""),
    "dog": ("pet", "dog"), "cat": ("pet", "cat"), "rabbit": ("pet", "rabbit"), "hamster": ("pet", "hamster"),
    "parrot": ("pet", "parrot"), "bird": ("pet", "bird"), "horse": ("pet", "horse"), "turtle": ("pet", "turtle"),
    "fish": ("pet", "fish"), "pet": ("pet", ""),
})
# fmt: on


def relation(name: str) -> Relation:
    """A relation of the vocabulary, or a single-valued one for a word of the speaker ("shoe size")."""
    return RELATIONS.get(name) or Relation(name, FactKind.OTHER)
