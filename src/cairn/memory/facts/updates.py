"""Whether a newer free sentence updates an older one: the same thing, with another value. Pure.

Meant for search: the newer is then shown right above the older one. Nothing is closed or hidden by it, so it may be
wrong now and then, but rarely: two statements about different things must not be told to be one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from cairn.memory.facts.amounts import Value
from cairn.memory.facts.clauses import Clause, Reading, read

STRONG, WEAK, NONE = 2, 1, 0
LIKENESS_NEEDED = {STRONG: 0.5, WEAK: 0.6, NONE: 0.75}
WEIGHT_NEEDED = {STRONG: 0.35, WEAK: 0.5, NONE: 0.9}


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
    if _are_of_two(was, now):
        return None
    return _another_value(was, now, rarity) or _over(was, now, rarity)


def _are_of_two(was: Clause, now: Clause) -> bool:
    """Two people, two things of a kind, two numbers of a series."""
    if was.roles and now.roles and not was.roles & now.roles:
        return True
    names_was, names_now = _subjects(was), _subjects(now)
    if names_was and names_now and not names_was & names_now:
        return True
    for stem in was.beside.keys() & now.beside.keys():
        mine, theirs = was.beside[stem], now.beside[stem]
        if not mine & theirs and not mine & now.about and not theirs & was.about:
            return True
    return False


def _subjects(clause: Clause) -> frozenset[str]:
    """Names that are not the value itself."""
    return clause.names - {value.amount for value in clause.values if value.kind == "name"}


def _strength(now: Clause) -> int:
    return STRONG if now.changes else WEAK if now.is_now else NONE


def _another_value(was: Clause, now: Clause, rarity: Callable[[str], float]) -> Update | None:
    strength = _strength(now)
    if (now.is_habit and strength == NONE) or (was.is_once and not was.is_state):
        return None
    if now.is_once and strength < STRONG:
        return None
    best: Update | None = None
    for number, value in enumerate(now.values):
        if value.is_left:
            continue
        for other_number, other in enumerate(was.values):
            if value.kind != other.kind or value.unit != other.unit or not _differ(value, other, was, now):
                continue
            unit = now.units[number] & was.units[other_number]
            if value.kind == "count" and not unit:
                continue
            sure = _sure(was, now, value, unit, strength, rarity)
            if sure and (best is None or sure > best.confidence):
                best = Update(value.kind, sure, was.text, now.text)
    return best


def _differ(value: Value, other: Value, was: Clause, now: Clause) -> bool:
    """It is new, and what it differs from was not said again beside it, unless as what it was."""
    same = [v for v in was.values if v.kind == value.kind and v.unit == value.unit]
    if any(not value.differs(v) and not value.is_elsewhere(v) for v in same):
        return False
    again = any(v.kind == other.kind and v.amount == other.amount and not v.is_left for v in now.values)
    return not again and (value.differs(other) or (value.is_elsewhere(other) and now.changes))


def _sure(
    was: Clause, now: Clause, value: Value, unit: frozenset[str], strength: int, rarity: Callable[[str], float]
) -> float | None:
    replaced = any(v.is_left and v.kind == value.kind and not v.differs(o) for v in now.values for o in was.values)
    shared, likeness = _likeness(was, now, unit, rarity)
    if replaced:
        strength = STRONG
        shared += 0.5
    if value.kind == "label" and strength == NONE:
        return None
    if strength == NONE and not (was.is_state and now.is_state):
        return None
    if likeness < LIKENESS_NEEDED[strength] or shared < WEIGHT_NEEDED[strength]:
        return None
    if value.kind == "name" and not (was.frames & now.frames):
        return None
    return round(min(0.99, 0.3 + 0.25 * strength / 2 + 0.3 * likeness + min(shared, 2) * 0.07), 2)


def _likeness(was: Clause, now: Clause, unit: frozenset[str], rarity: Callable[[str], float]) -> tuple[float, float]:
    """The weight of what both are about, and its share beside what sets them apart.

    What only one of them says sets nothing apart: it may be told in more words.
    """
    named = {value.amount for clause in (was, now) for value in clause.values if value.kind == "name"}
    mine, theirs = was.about - named, now.about - named
    if not mine & theirs or not theirs - mine:
        mine_wide, theirs_wide = mine | (was.near - named), theirs | (now.near - named)
    else:
        mine_wide, theirs_wide = mine, theirs
    shared = {stem: rarity(stem) for stem in (mine & theirs_wide) | (theirs & mine_wide)}
    weight = sum(shared.values()) + 0.3 * len(unit - shared.keys())
    if was.is_mine and now.is_mine and was.frames & now.frames:
        weight += 0.5
    apart = min(sum(rarity(stem) for stem in mine - theirs_wide), sum(rarity(stem) for stem in theirs - mine_wide))
    return weight, weight / (weight + apart) if weight else 0.0


def _over(was: Clause, now: Clause, rarity: Callable[[str], float]) -> Update | None:
    """Something that was so is over."""
    if not now.has_ended or was.has_ended or not was.is_state or was.is_once:
        return None
    who = (was.maybe_names & now.maybe_names) | (was.roles & now.roles)
    shared, likeness = _likeness(was, now, frozenset(), rarity)
    if (who and was.frames & now.frames) or (shared >= 0.8 and likeness >= 0.6 and was.about & now.about):
        return Update("ended", round(min(0.95, 0.6 + 0.2 * likeness), 2), was.text, now.text)
    return None
