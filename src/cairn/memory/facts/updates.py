"""Whether a newer free sentence updates an older one: the same thing, with another value. Pure.

Meant for search: the newer is then shown right above the older one. Nothing is closed or hidden by it, so it may be
wrong now and then, but rarely: two statements about different things must not be told to be one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from cairn.memory.facts.amounts import Value
from cairn.memory.facts.clauses import Clause, Reading, read
from cairn.memory.facts.update_words import words

IMPLIED = words(
    "meet meeting appoint call session pay cost price charg rent finish read write complet goal target averag answer"
    " save version ship deadlin date mov releas cita reun reunion pag consult reuni pagar custa"
)
"""Stems that a day, a sum or a count implies: "I pay 20" and "it costs 20" are of one thing."""

SETS_APART = 0.7
"""At least as much a stem that only one clause has weighs, however often the person speaks of it."""

STRONG, WEAK, NONE = 2, 1, 0
FEW = 2
MOST_VALUES = 16
"""A clause with more of them is a table or a list, of which none is the one that changed."""

ONLY_ONE = frozenset({0, 1, 3})
"""Frames of which one has one at a time: where one lives and works, and with whom one is."""
LIKENESS_NEEDED = {STRONG: 0.4, WEAK: 0.5, NONE: 0.75}
NAMES_LIKENESS_NEEDED = 0.6
WEIGHT_NEEDED = {STRONG: 0.25, WEAK: 0.3, NONE: 0.6}


@dataclass(frozen=True, slots=True)
class Update:
    """What changed.

    Args:
        kind: Of what: money, %, version, when, name, measure, count, number, label; or `ended`.
        confidence: 0 to 1.
        was, now: The words of the two clauses.
    """

    kind: str
    confidence: float
    was: str
    now: str


def updates(older: str, newer: str, *, language: str, rarity: Callable[[str], float] = lambda _: 1.0) -> Update | None:
    """What the newer text changes of the older one, if anything.

    Args:
        language: In which both are read: en, es, fr or pt.
        rarity: Of a stem among the person's memories: 1 in one of them, 0 in all.
    """
    return judge(read(older, language), read(newer, language), rarity=rarity)


def judge(older: Reading, newer: Reading, *, rarity: Callable[[str], float]) -> Update | None:
    best: Update | None = None
    for now in newer.clauses:
        if now.asks or now.is_maybe:
            continue
        for was in older.clauses:
            if was.asks or was.is_maybe:
                continue
            found = _changed(was, now, rarity)
            if found and (best is None or found.confidence > best.confidence):
                best = found
    return best


def _changed(was: Clause, now: Clause, rarity: Callable[[str], float]) -> Update | None:
    if (was.roles and now.roles and not was.roles & now.roles) or _is_whose(now, was) or _is_whose(was, now):
        return None
    found = _another_value(was, now, rarity)
    if found is None and now.has_ended and not _are_of_two(was, now, frozenset()):
        found = _over(was, now, rarity)
    return found


def _are_of_two(was: Clause, now: Clause, named: frozenset[str]) -> bool:
    """Two names, two things of a kind.

    Args:
        named: Names that are values, and tell nothing apart.
    """
    names_was, names_now = was.names - named, now.names - named
    if names_was and names_now and not names_was & names_now:
        return True
    for stem in was.beside.keys() & now.beside.keys():
        mine, theirs = was.beside[stem] - named, now.beside[stem] - named
        if mine and theirs and not (mine & theirs or mine & now.about or theirs & was.about):
            return True
    return False


def _has_other_thing(
    was: Clause, now: Clause, near_was: frozenset[str], near_now: frozenset[str], aside: frozenset[str]
) -> bool:
    """Both name a thing near the value that the other does not: "the newsletter", "the channel"."""
    if was.times and now.times and not was.times & now.times:
        return True
    if (was.kinds_of_day or now.kinds_of_day) and not was.kinds_of_day & now.kinds_of_day and _is_on_a_day(was, now):
        return True
    aside |= IMPLIED | (was.framing | now.framing if was.frames & now.frames else frozenset())
    mine, theirs = was.things & near_was, now.things & near_now
    if not was.things or len(was.about) <= FEW:
        mine |= was.near_things
    if not now.things or len(now.about) <= FEW:
        theirs |= now.near_things
    return bool(mine - now.about - now.near - aside and theirs - was.about - was.near - aside)


def _is_on_a_day(was: Clause, now: Clause) -> bool:
    """Both say on which days."""
    return all(
        clause.kinds_of_day or any(v.kind == "when" and "w" in v.amount for v in clause.values) for clause in (was, now)
    )


def _named(was: Clause, now: Clause, value: Value) -> frozenset[str]:
    """What is compared as a name, if names are."""
    if value.kind != "name":
        return frozenset()
    return frozenset(v.amount for clause in (was, now) for v in clause.values if v.kind == "name")


def _is_whose(one: Clause, other: Clause) -> bool:
    """Whether the one speaks of somebody's thing and the other of the speaker's. Others may change what is mine."""
    if one.is_mine or one.changes or not other.is_mine:
        return False
    named = one.doers - other.about - other.names
    return bool(named or one.owners) and not one.owners & other.roles


def _subjects(clause: Clause) -> frozenset[str]:
    """Names that are not the value itself."""
    return clause.names - {value.amount for value in clause.values if value.kind == "name"}


def _strength(now: Clause, value: Value) -> int:
    if value.kind == "stage":
        return WEAK
    if now.goes_on_from_change and len(now.about) <= FEW:
        return STRONG
    return STRONG if now.changes else WEAK if now.is_now else NONE


def _another_value(was: Clause, now: Clause, rarity: Callable[[str], float]) -> Update | None:
    if max(len(was.values), len(now.values)) > MOST_VALUES:
        return None
    best: Update | None = None
    for number, value in enumerate(now.values):
        strength = _strength(now, value)
        if was.is_once and not was.is_state and strength == NONE:
            continue
        if (
            value.is_left
            or (now.is_habit and strength == NONE)
            or (now.is_once and strength < STRONG and value.kind != "stage")
        ):
            continue
        for other_number, other in enumerate(was.values):
            if not _are_alike(value, other) or not _differ(value, other, was, now):
                continue
            if value.kind == "name" and (now.is_no_longer or _are_others(was, now) or _are_of_other_kinds(was, now)):
                continue
            named = _named(was, now, value)
            if (
                not was.about
                or not (now.about or now.changes or now.goes_on_from_change)
                or _are_of_two(was, now, named)
            ):
                continue
            # Who moves a meeting is whom it is with; who raises a rent or a dose is another matter.
            aside = named if value.kind == "when" else named | now.agents
            if _has_other_thing(was, now, was.around[other_number], now.around[number], aside):
                continue
            unit = _unit(was, now, was.units[other_number], now.units[number])
            if ("count" in (value.kind, other.kind) and not unit) or (
                value.kind == "stage" and not was.about & now.about
            ):
                continue
            shared, likeness = _likeness(was, now, was.around[other_number], now.around[number], value, unit, rarity)
            sure = _sure(was, now, value, other, shared, likeness, strength)
            if sure and (best is None or sure > best.confidence):
                best = Update(value.kind, sure, was.text, now.text)
    return best


def _are_alike(one: Value, other: Value) -> bool:
    """Whether they can be compared. A number may count what is named elsewhere in its clause."""
    if one.kind == other.kind == "name":
        return True
    return one.unit == other.unit and (one.kind == other.kind or {one.kind, other.kind} == {"count", "number"})


def _unit(was: Clause, now: Clause, unit_was: frozenset[str], unit_now: frozenset[str]) -> frozenset[str]:
    return (unit_was & (unit_now or now.about)) | (unit_now & (unit_was or was.about))


def _differ(value: Value, other: Value, was: Clause, now: Clause) -> bool:
    """It is new, and what it differs from was not said again beside it, unless as what it was."""
    same = [v for v in was.values if _are_alike(v, value)]
    if any(v.says(value) for v in same):
        return False
    again = any(_are_alike(v, other) and v.amount == other.amount and not v.is_left for v in now.values)
    return not again and (value.differs(other) or (value.is_elsewhere(other) and (now.changes or now.is_now)))


def _sure(
    was: Clause, now: Clause, value: Value, other: Value, shared: float, likeness: float, strength: int
) -> float | None:
    replaced = any(
        v.is_left and _are_alike(v, o) and _are_alike(v, value) and not v.differs(o)
        for v in now.values
        for o in was.values
    )
    if replaced:
        strength = STRONG
        shared += 0.5
    if value.kind == "label" and strength == NONE:
        return None
    if strength == NONE and not (was.is_state and now.is_state):
        return None
    if likeness < LIKENESS_NEEDED[strength] or shared < WEIGHT_NEEDED[strength]:
        return None
    names_needed = WEAK if other.unit == "is" else STRONG
    is_plain_name = value.kind == "name" and not (was.frames & now.frames)
    if is_plain_name and (strength < names_needed or likeness < NAMES_LIKENESS_NEEDED):
        return None
    return round(min(0.99, 0.3 + 0.25 * strength / 2 + 0.3 * likeness + min(shared, 2) * 0.07), 2)


def _likeness(
    was: Clause,
    now: Clause,
    near_was: frozenset[str],
    near_now: frozenset[str],
    value: Value | None,
    unit: frozenset[str],
    rarity: Callable[[str], float],
) -> tuple[float, float]:
    """The weight of what both are about, and its share beside what sets them apart near their values.

    What only one of them says sets nothing apart: it may be told in more words.
    """
    named = _named(was, now, value) if value else frozenset()
    one_frame = bool(was.frames & now.frames)
    framing = was.framing | now.framing if one_frame else frozenset()
    mine, theirs = was.about - named, now.about - named
    mine_wide, theirs_wide = mine, theirs
    if not mine & theirs or not theirs - mine:
        mine_wide, theirs_wide = mine | (was.near - named), theirs | (now.near - named)
    shared = (mine & theirs_wide) | (theirs & mine_wide)
    weight = sum(rarity(stem) if stem in mine & theirs else _apart(stem, rarity) for stem in shared) + 0.3 * len(unit)
    if was.is_mine and now.is_mine and was.frames & now.frames & ONLY_ONE:
        weight += 0.5
    if was.maybe_names & now.maybe_names & shared:
        weight += 0.3
    framing |= now.agents
    apart = min(
        sum(_apart(stem, rarity, least=SETS_APART) for stem in (near_was & mine) - theirs_wide - framing),
        sum(_apart(stem, rarity, least=SETS_APART) for stem in (near_now & theirs) - mine_wide - framing),
    )
    return weight, weight / (weight + apart) if weight else 0.0


def _apart(stem: str, rarity: Callable[[str], float], *, least: float = 0.0) -> float:
    """How much a stem that one clause lacks sets two apart: little, when the kind of value implies it."""
    return max(least, rarity(stem)) * (0.3 if stem in IMPLIED else 1.0)


def _over(was: Clause, now: Clause, rarity: Callable[[str], float]) -> Update | None:
    """Something that was so is over."""
    if not now.has_ended or was.is_once or not (_came_to(was, now) or (was.is_state and not was.has_ended)):
        return None
    who = (was.maybe_names & now.maybe_names) | (was.roles & now.roles)
    shared, likeness = _likeness(was, now, was.about, now.about, None, frozenset(), rarity)
    if not (who or was.about & now.about) or _are_others(was, now):
        return None
    if not who and was.things - now.about and now.things - was.about:
        return None  # each names a thing that the other doesn't: "the chess club", "the choir"
    if now.then and was.frames & now.then.frames and _each_has_things(was, now.then):
        return None  # what goes on says of what it is over: "I left Vultr and the blog runs on Linode"
    if ((who or shared >= 0.5) and was.frames & now.frames) or (shared >= 0.8 and likeness >= 0.6):
        return Update("ended", round(min(0.95, 0.6 + 0.2 * likeness), 2), was.text, now.text)
    return None


def _are_of_other_kinds(was: Clause, now: Clause) -> bool:
    """Names that stand for other relations: where one lives, and where one works; who a boss is, and which firm."""
    return bool(was.frames and now.frames and not was.frames & now.frames) or _is_who_and_where(was, now)


def _came_to(was: Clause, now: Clause) -> bool:
    """It tells of a change to a place or a firm that the other leaves: "moved to Lyon", "no longer lives in Lyon"."""
    return was.changes and bool(_reached(was) & (now.names - _reached(now) if now.changes else now.names))


def _reached(clause: Clause) -> frozenset[str]:
    return frozenset(value.amount for value in clause.values if value.kind == "name" and not value.is_left)


def _each_has_things(one: Clause, other: Clause) -> bool:
    """Each names a thing, beside places and firms, that the other doesn't."""
    mine, theirs = one.things - one.names, other.things - other.names
    return bool(mine - other.about and theirs - one.about)


def _is_who_and_where(was: Clause, now: Clause) -> bool:
    """One names somebody who is something to the speaker, the other where the speaker is: a boss, and a firm."""
    return was.is_mine and now.is_mine and bool(was.roles) != bool(now.roles)


def _are_others(was: Clause, now: Clause) -> bool:
    """Both are about somebody, and not about the same."""
    (all_was, was_about), (all_now, now_about) = _people(was), _people(now)
    return bool(was_about and now_about and not (all_was & now_about or was_about & all_now))


def _people(clause: Clause) -> tuple[frozenset[str], frozenset[str]]:
    """All that are named, and those who are not where somebody works or lives."""
    people = (clause.maybe_names - clause.framing) | clause.roles
    return people, people - {value.amount for value in clause.values if value.kind == "name"}
