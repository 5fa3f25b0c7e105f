"""Facts from everyday statements, by rules alone: precise before complete, since a wrong fact is worse than none."""

from collections.abc import Iterator
from datetime import datetime

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
    ends = [match.span() for match in rules.join.finditer(plain)]
    for end, after in [*ends, (len(plain), len(plain))]:
        if end <= start:
            continue
        clause = _clause(sentence.part(start, end), said_at, rules)
        if after < len(plain):
            subject = next((head.who for head in heads(clause, rules, telling, inherited)), inherited)
            if not _opens(_clause(sentence.part(after, len(plain)), said_at, rules), rules, telling, subject):
                continue
        said, who = read(clause, rules, telling, inherited)
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
    leading = NO_TIME
    while True:
        begun = rules.lead.match(part.plain, start) or rules.doubt.match(part.plain, start)
        if begun is None or begun.end() == start:
            break
        doubted = doubted or rules.doubt.match(part.plain, start) is not None
        start = begun.end()
        start += part.plain[start : start + 1] == " "
    timed = rules.time_lead.match(part.plain, start)
    if timed:
        found = timing(timed.group(), said_at, rules.words)
        if found is not NO_TIME and found.place <= 1:
            leading, start = found, timed.end()
    return Clause(part, start, doubted, said_at, leading)


def _kin(sentence: Line, rules: Compiled, telling: Telling) -> Iterator[Statement]:
    """People who are named beside what they are ("my sister Ana"), wherever in a sentence they are."""
    for match in rules.kin.finditer(sentence.plain):
        name = sentence.words(*match.span("rname"))
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
