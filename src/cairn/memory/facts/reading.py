"""One clause, read: who does what, and which facts that is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from cairn import when
from cairn.memory.facts.compiled import Compiled, CompiledRule
from cairn.memory.facts.languages import Phrase, Rule, Tense, Verb
from cairn.memory.facts.line import Line
from cairn.memory.facts.people import Telling, Who, person
from cairn.memory.facts.places import PLACES
from cairn.memory.facts.relations import ROLES, relation
from cairn.memory.facts.slots import cut
from cairn.memory.facts.statement import ME, Stance, Statement
from cairn.memory.facts.timing import NO_TIME, Timing, timing
from cairn.when.moment import Grain
from cairn.when.tokens import fold

PLAIN = 0.9
DOUBTED = 0.5
_ABOUT_PERSON_ONLY = frozenset({"tone", "nickname"})
_ENDS_AT_TIME = frozenset({"place", "proper", "org", "job", "thing", "things", "drugs", "langs", "name"})
_TIMELESS = frozenset({"birthday", "anniversary", "born_in", "wakes_at", "sleeps_at", "habit", "deadline", "taken_at"})
_PLANS = frozenset({"plans"})


@dataclass(frozen=True, slots=True)
class Head:
    """Subject and verb of a clause."""

    who: Who
    lemmas: tuple[str, ...]
    tense: Tense
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with what is around it."""

    line: Line
    start: int
    doubted: bool
    said_at: datetime
    leading: str
    """Words of time before it, which hold for it."""


def heads(clause: Clause, rules: Compiled, telling: Telling, inherited: Who | None) -> Iterator[Head]:
    """The ways to read subject and verb. `inherited`: the subject of the clause before, for one without its own."""
    plain = clause.line.plain
    for frame in rules.me:
        match = frame.pattern.match(plain, clause.start)
        if match is None and inherited == telling.me:
            match = frame.bare.match(plain, clause.start)
        if match is not None:
            yield Head(telling.me, _lemmas(match, rules, "me"), frame.tense, match.end())
    for frame in rules.they:
        match = frame.pattern.match(plain, clause.start)
        who = person(match, clause.line, rules, telling) if match else None
        if who is None and inherited is not None and inherited != telling.me:
            match, who = frame.bare.match(plain, clause.start), inherited
        if match is not None and who is not None:
            yield Head(who, _lemmas(match, rules, "they"), frame.tense, match.end())


def _lemmas(match: re.Match[str], rules: Compiled, who: str) -> tuple[str, ...]:
    groups = match.groupdict()
    for kind in ("doing", "done", "base", "past", "now"):
        if groups.get(kind):
            return rules.forms[f"{kind}_{who}", groups[kind]]
    return ()


def read(
    clause: Clause, rules: Compiled, telling: Telling, inherited: Who | None
) -> tuple[list[Statement], Who | None]:
    """What a clause says, and whom it says it of."""
    before: list[Statement] = []
    for phrase in rules.phrases:
        match = phrase.pattern.match(clause.line.plain, clause.start)
        if match is None:
            continue
        said = _of_phrase(phrase.phrase, phrase.slot, match, clause, rules, telling)
        if said and not phrase.phrase.goes_on:
            return [*before, *said[0]], said[1]
        before += said[0] if said else []
    if before:
        return before, telling.me
    subject: Who | None = None
    for head in heads(clause, rules, telling, inherited):
        subject = subject or head.who
        for lemma in head.lemmas:
            for rule in rules.rules.get(lemma, ()):
                statements = _of_rule(rule, rules.words.verbs[lemma], head, clause, rules, telling)
                if statements:
                    return statements, head.who
    return [], subject


def _of_phrase(
    phrase: Phrase, slot: str, match: re.Match[str], clause: Clause, rules: Compiled, telling: Telling
) -> tuple[list[Statement], Who | None] | None:
    groups = match.groupdict()
    who = telling.me
    if any(groups.get(name) for name in ("who_role", "who_he", "who")):
        found = person(match, clause.line, rules, telling)
        if found is None:
            return None
        who = found
    tense = {Stance.ENDED: Tense.ENDED, Stance.NEVER: Tense.NEVER}.get(phrase.stance, Tense.NOW)
    if tense is Tense.NEVER and rules.anymore.search(clause.line.plain, clause.start):
        tense = Tense.ENDED
    rule = Rule(phrase.relation, phrase.order, phrase.value, phrase.qualifier)
    statements = _statements(rule, slot, match, who, tense, clause, rules, telling)
    if statements and phrase.relation == "role" and statements[0].stance is Stance.IS:
        who = Who(statements[0].value.lower(), "", statements[0].value)
    return (statements, who) if statements else None


def _of_rule(
    rule: CompiledRule, verb: Verb, head: Head, clause: Clause, rules: Compiled, telling: Telling
) -> list[Statement]:
    plain = clause.line.plain
    if rule.rule.only == "me" and head.who != telling.me:
        return []
    start = head.end + (plain[head.end : head.end + 1] == " ")
    adverbs = rules.adverbs.match(plain, start)
    for place in {start, adverbs.end() if adverbs else start}:
        match = rule.pattern.match(plain, place)
        if match is not None:
            tense = head.tense
            if tense in (Tense.NOT, Tense.NEVER) and rules.anymore.search(plain, head.end):
                tense = Tense.ENDED
            if verb.event and tense in (Tense.PAST, Tense.SINCE):
                tense = Tense.NOW
            if verb.ends and tense is Tense.PAST:
                tense = Tense.ENDED
            said = _statements(rule.rule, rule.slot, match, head.who, tense, clause, rules, telling, event=verb.event)
            return [*said, *_more(said, match, head.who, tense, clause, rules, telling)]
    return []


def _more(
    said: list[Statement],
    match: re.Match[str],
    who: Who,
    tense: Tense,
    clause: Clause,
    rules: Compiled,
    telling: Telling,
) -> Iterator[Statement]:
    """What else the rest of a clause says: "… at Google as a designer"."""
    for more in rules.more.get(said[0].relation, ()) if said else ():
        beside = more.pattern.search(clause.line.plain, match.start() + 1)
        if beside is not None:
            as_said = Tense.NOW if tense is Tense.SINCE else tense
            for statement in _statements(more.rule, more.slot, beside, who, as_said, clause, rules, telling):
                yield replace(statement, since=said[0].since, until=said[0].until)
            return


def _statements(
    rule: Rule,
    slot: str,
    match: re.Match[str],
    who: Who,
    tense: Tense,
    clause: Clause,
    rules: Compiled,
    telling: Telling,
    *,
    event: bool = False,
) -> list[Statement]:
    if rule.relation in _ABOUT_PERSON_ONLY and who.key != ME:
        return []
    groups = match.groupdict()
    if groups.get("owner"):
        owner = cut("owner", clause.line, match.span("owner"), rules.cutting, shouted=telling.shouted)
        if not owner:
            return []
        who = Who(owner[0].lower())
    times = _times(rule, clause, rules)
    place = clause.start + times.place if times.place >= 0 else -1
    if rule.only == "dated" and (times.at is None or times.at > clause.said_at):
        return []
    values = [rule.value]
    if slot and groups.get(slot):
        span = match.span(slot)
        if (slot in _ENDS_AT_TIME or rule.relation in _PLANS) and span[0] < place < span[1]:
            span = (span[0], place)
        values = cut(slot, clause.line, span, rules.cutting, shouted=telling.shouted)
    if not values or (not values[0] and tense not in (Tense.ENDED, Tense.NEVER)):
        return []
    named = _named(rule, match, clause, rules, telling, place)
    if named is None:
        return []
    name, qualifier = named
    name = _of_a_town(slot, tense, times) if name == "employer" and fold(values[0]) in PLACES else name
    if not name:
        return []
    if name == "deadline":
        values = [_day(value, clause.said_at, rules) for value in values]
    settled = _settled(name, tense, times, clause.said_at, event=event)
    if settled is None:
        return []
    name, stance, since, until = settled
    known = relation(name)
    statements = [
        Statement(
            who.key, name, value, known.kind, stance,
            DOUBTED if clause.doubted or tense is Tense.MAYBE else PLAIN,
            known.importance, since, until, qualifier, clause.line.quote,
        )
        for value in values
    ]  # fmt: skip
    return [*statements, *_of_medicine(statements, clause, rules)]


def _times(rule: Rule, clause: Clause, rules: Compiled) -> Timing:
    """The times in a clause; those before it when it has none of its own."""
    ahead = rule.relation in _PLANS
    times = timing(clause.line.plain[clause.start :], clause.said_at, rules.words, ahead=ahead)
    if clause.leading and times.place < 0:
        return replace(timing(clause.leading, clause.said_at, rules.words, ahead=ahead), place=-1)
    return times


def _named(
    rule: Rule, match: re.Match[str], clause: Clause, rules: Compiled, telling: Telling, time_at: int
) -> tuple[str, str] | None:
    """Relation and qualifier, where words of the clause tell them. The qualifier ends where the time begins."""
    groups = match.groupdict()
    if rule.relation == "role":
        return ROLES[rules.roles[groups["role"]]]
    name = rules.attributes.get(groups["attr"], groups["attr"]) if rule.relation == "attribute" else rule.relation
    if not groups.get("qual"):
        return name, rule.qualifier
    start, end = match.span("qual")
    end = time_at if start < time_at < end else end
    found = cut("qual", clause.line, (start, end), rules.cutting, shouted=telling.shouted)
    return (name, found[0].lower()) if found else None


def _of_a_town(slot: str, tense: Tense, times: Timing) -> str:
    """What is said of a town where a firm may stand.

    Who left it last year lived there; who left this morning, or at no time, may have been on a trip.
    """
    if slot != "firm" or tense is not Tense.ENDED:
        return "works_in"
    return "lives_in" if (times.at or times.since) and not times.near else ""


def _day(value: str, said_at: datetime, rules: Compiled) -> str:
    """A day that depends on when it was said, as its date: "Friday" means nothing a month later."""
    moments = when.find(value, said_at, language=rules.words.tag)
    if len(moments) != 1 or moments[0].rrule or re.search(r"(?:19|20)\d\d", value):
        return value
    moment = moments[0]
    if moment.grain in (Grain.WEEK, Grain.MONTH, Grain.YEAR):
        return value
    return f"{moment.start:%Y-%m-%d}" if moment.grain is Grain.DAY else f"{moment.start:%Y-%m-%d %H:%M}"


def _of_medicine(statements: list[Statement], clause: Clause, rules: Compiled) -> Iterator[Statement]:
    """Dose and hour of a medicine, when one alone is named with them; another's are kept apart by whose."""
    taken = [statement for statement in statements if statement.relation == "medication"]
    if len(taken) != 1 or taken[0].stance is not Stance.IS:
        return
    for name, pattern in (("dose", rules.dose), ("taken_at", rules.taken)):
        found = pattern.search(clause.line.plain)
        if found:
            value = clause.line.words(*found.span()).strip()
            yield replace(
                taken[0],
                subject=taken[0].value.lower(),
                relation=name,
                value=value,
                importance=relation(name).importance,
                qualifier="" if taken[0].subject == ME else taken[0].subject,
            )


def _settled(
    name: str, tense: Tense, times: Timing, said_at: datetime, *, event: bool
) -> tuple[str, Stance, datetime | None, datetime | None] | None:
    """The relation, stance and interval that a tense gives, or None when nothing lasting was said."""
    if name == "likes" and tense is Tense.NOT:
        return "dislikes", Stance.IS, None, None
    if name in _PLANS:
        plan = times.at or times.since
        coming = plan is not None and plan > said_at and not times.near and tense is Tense.NOW
        return (name, Stance.IS, plan, None) if coming else None
    if name == "habit" and tense in (Tense.NOT, Tense.NEVER):
        return None
    if name == "age" and tense in (Tense.PAST, Tense.ENDED):
        return None
    if name in _TIMELESS:
        times = NO_TIME
    since, until = times.since, times.until
    match tense:
        case Tense.NOW | Tense.MAYBE:
            return name, Stance.IS, since or (times.at if event else None), until
        case Tense.SINCE:
            return (name, Stance.IS, since, until) if since or times.lasting else None
        case Tense.PAST | Tense.ENDED:
            if times.near and tense is Tense.PAST:
                return None
            if tense is Tense.PAST:
                since, until = since or times.at, until or times.at_end
            else:
                until = until or times.at
            return name, Stance.ENDED, since, until
        case Tense.NOT | Tense.NEVER:
            return name, Stance.NEVER, None, None
