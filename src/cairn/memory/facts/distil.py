"""Facts from everyday statements, by rules alone: precise before complete, since a wrong fact is worse than none."""

import re
from collections.abc import Iterator
from datetime import datetime

from cairn import when
from cairn.memory.facts.compiled import Compiled, compiled
from cairn.memory.facts.languages import SUPPORTED
from cairn.memory.facts.line import Line
from cairn.memory.facts.people import Telling, Who
from cairn.memory.facts.reading import PLAIN, Clause, heads, read
from cairn.memory.facts.relations import ROLES, relation
from cairn.memory.facts.sentences import told
from cairn.memory.facts.slots import is_name
from cairn.memory.facts.statement import ME, Statement
from cairn.memory.facts.timing import NO_TIME, timing
from cairn.memory.facts.values import value_key
from cairn.when.tokens import fold

_MOST_LETTERS = 20_000
_POSSESSED = re.compile(r"['’]s\b.*")
_SPACES = re.compile(" ")
_LONGEST_LEAD = 40
_PEOPLE = frozenset(related for related, _ in ROLES.values())


def distil(text: str, *, said_at: datetime, language: str, speaker: str = ME) -> list[Statement]:
    """What a text says plainly of its speaker and of the people and things around them.

    Args:
        text: What was said.
        said_at: When, aware, in the person's zone: words of time are read against it.
        language: The tag of the language expected ("pt", "en-US"). What yields nothing in it is read as English.
        speaker: Who said it, when it wasn't the person: "I" is then their name in lower case.
    """
    if said_at.tzinfo is None:
        raise ValueError("said_at must be aware, in the person's zone")
    base = language.replace("_", "-").split("-", maxsplit=1)[0].lower()
    base = base if base in SUPPORTED else "en"
    text = text[:_MOST_LETTERS]
    found = _distilled(text, said_at, compiled(base), speaker)
    if not found and base != "en":
        found = _distilled(text, said_at, compiled("en"), speaker)
    return found


def _distilled(text: str, said_at: datetime, rules: Compiled, speaker: str) -> list[Statement]:
    telling = Telling(
        speaker=speaker if speaker == ME else speaker.lower(), shouted=text in (text.lower(), text.upper())
    )
    if rules.jokes.search(fold(text)):
        return []
    statements: list[Statement] = []
    for sentence in told(text, rules):
        for said in _clauses(sentence, said_at, rules, telling):
            statements.extend(said)
            for statement in said:
                if statement.relation in _PEOPLE and statement.value and statement.subject == telling.speaker:
                    telling.mention(Who(statement.value.lower(), "", statement.value))
        statements.extend(_kin(sentence, rules, telling))
    return _unique(statements)


def _clauses(sentence: Line, said_at: datetime, rules: Compiled, telling: Telling) -> Iterator[list[Statement]]:
    """The clauses of a sentence, each read: one begins after a comma or an "and" when subject and verb follow."""
    start = 0
    inherited: Who | None = None
    plain = sentence.plain
    joins = [(*match.span(), any(map(str.isalpha, match.group()))) for match in rules.join.finditer(plain)]
    carried = True
    for end, after, by_word in [*joins, (len(plain), len(plain), True)]:
        if end <= start:
            continue
        clause = _clause(sentence.part(start, end), said_at, rules)
        if after < len(plain):
            if _is_only_time(clause, rules):
                continue
            subject = next((head.who for head in heads(clause, rules, telling, inherited)), inherited)
            subject = subject if by_word else None
            if not _opens(_clause(sentence.part(after, len(plain)), said_at, rules), rules, telling, subject):
                continue
        said, who = read(clause, rules, telling, inherited if carried else None)
        carried = by_word
        inherited = who or inherited
        if who is not None and who != telling.me:
            telling.mention(who)
        yield said
        start = after


def _opens(clause: Clause, rules: Compiled, telling: Telling, subject: Who | None) -> bool:
    """Whether words can be a clause of their own."""
    plain = clause.line.plain
    if rules.begins.match(plain, clause.start) or any(frame.pattern.match(plain, clause.start) for frame in rules.me):
        return True
    if any(True for _ in heads(clause, rules, telling, None)):
        return True
    return subject is not None and bool(read(clause, rules, telling, subject)[0])


def _clause(part: Line, said_at: datetime, rules: Compiled) -> Clause:
    """A clause without the words before it that say nothing; words of time before it hold for it."""
    start = 0
    doubted = bool(rules.maybe.search(part.plain))
    while True:
        begun = rules.lead.match(part.plain, start) or rules.doubt.match(part.plain, start)
        if begun is None or begun.end() == start:
            break
        doubted = doubted or rules.doubt.match(part.plain, start) is not None
        start = begun.end()
        start += part.plain[start : start + 1] == " "
    begun_at = _after_time(part.plain, start, said_at, rules) if rules.time_lead.match(part.plain, start) else start
    return Clause(part, begun_at, doubted, said_at, part.plain[start:begun_at])


def _after_time(plain: str, start: int, said_at: datetime, rules: Compiled) -> int:
    """Where a clause begins after words of time ("In 2015 I moved")."""
    for space in _SPACES.finditer(plain, start, start + _LONGEST_LEAD):
        place = space.end()
        if timing(plain[start:place], said_at, rules.words) is NO_TIME:
            continue
        if any(frame.pattern.match(plain, place) for frame in rules.me):
            return place
        if any(phrase.pattern.match(plain, place) for phrase in rules.phrases):
            return place
    return start


def _is_only_time(clause: Clause, rules: Compiled) -> bool:
    """Whether it says only when: "In 2015, I lived there" is one clause."""
    said = clause.line.plain[clause.start :]
    led = rules.time_lead.match(said)
    moments = when.find(said, clause.said_at, language=rules.words.tag, prefer="past") if led else []
    if led is None or len(moments) != 1:
        return False
    begins, ends = moments[0].span
    return begins <= led.end() + 1 and not said[ends:].strip()


def _kin(sentence: Line, rules: Compiled, telling: Telling) -> Iterator[Statement]:
    """People who are named beside what they are ("my sister Ana"), wherever in a sentence they are."""
    for match in rules.kin.finditer(sentence.plain):
        name = _POSSESSED.sub("", sentence.words(*match.span("rname")))
        while name and not is_name(name, rules.cutting.nobody, shouted=False):
            name = name.rpartition(" ")[0]
        if not name or telling.shouted:
            continue
        role = rules.roles[match["role"]]
        related, qualifier = ROLES[role]
        known = relation(related)
        yield Statement(
            telling.speaker, related, name, known.kind, confidence=PLAIN, importance=known.importance,
            qualifier=qualifier, quote=sentence.quote,
        )  # fmt: skip


def _unique(statements: list[Statement]) -> list[Statement]:
    """Each statement once, the surest first said."""
    kept: dict[tuple[str, str, str, str], Statement] = {}
    for statement in statements:
        key = (statement.subject, statement.relation, value_key(statement.value), statement.stance)
        if key not in kept or (kept[key].confidence < statement.confidence):
            kept[key] = statement
    return list(kept.values())
