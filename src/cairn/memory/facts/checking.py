"""What a language model says to have read, held against the memory's own words. Pure.

A model may be wrong, and what it reads may have been written to mislead it. So nothing counts but what the memory
says: the quote stands in it word for word, the value in the quote, and whom it is about in the memory.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from cairn.memory.facts.extractor import SaidFact, ToRead
from cairn.memory.facts.known import CERTAIN
from cairn.memory.facts.relations import RELATIONS, ROLES, relation
from cairn.memory.facts.statement import ME, FactKind, Stance, Statement
from cairn.memory.facts.values import value_key
from cairn.memory.schemas import EARLIEST, LATEST
from cairn.when.tokens import fold

MOST_CONFIDENCE = 0.8
"""Of what a model read: below what the grammar read of the same moment."""

MAYBE = round(CERTAIN - 0.01, 2)
MOST_FACTS = 12
"""Of one memory: a model that finds more is making them up."""

_LONGEST_VALUE = 500
_LONGEST_WORD = 60
_MOST_WORDS = 4
_SPEAKER = frozenset({"speaker", "me", "i", "myself", "yo", "eu", "je", "moi", "mim"})
_THE_PERSON = frozenset({"user", "person"})
"""How a model may name the person themselves, in words of their own."""

# fmt: off
_NOBODY = frozenset({
    "you", "he", "she", "it", "they", "we", "one", "somebody", "someone", "this", "that",
    "tu", "vos", "usted", "el", "ella", "ellos", "ellas", "nosotros",
    "il", "elle", "ils", "elles", "on", "nous", "vous",
    "ele", "ela", "eles", "elas", "nos", "assistant", "cairn",
})
_THIRD_PERSON = frozenset({
    "user", "usuario", "usuaria", "utilizador", "utilizadora", "utilisateur", "utilisatrice",
})
# fmt: on
"""How nobody speaks of themselves, but who writes orders for a machine does."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_DAY_OF_A_YEAR = re.compile(r"(?:\d{4}-)?\d{2}-\d{2}$")
_STEM = 4
"""Letters by which a word counts as the same one, inflected."""


def statements(memories: Sequence[ToRead], facts: Iterable[SaidFact]) -> list[list[Statement]]:
    """What each memory really says of what a model found in it, by memory."""
    found: list[dict[tuple[str, str, str, str], Statement]] = [{} for _ in memories]
    for fact in facts:
        if not 1 <= fact.memory <= len(memories):
            continue
        said = statement(memories[fact.memory - 1], fact)
        mine = found[fact.memory - 1]
        if said is not None and len(mine) < MOST_FACTS:
            mine.setdefault((said.subject, said.relation, value_key(said.value), said.stance), said)
    return [list(mine.values()) for mine in found]


def statement(memory: ToRead, fact: SaidFact) -> Statement | None:
    """A fact as a statement, or nothing if the memory doesn't say it."""
    quote = fact.quote.strip()
    if quote not in memory.text or not _words(quote):
        return None
    subject = _subject(memory, fact.subject)
    name, qualifier = _relation(fact.relation, fact.qualifier)
    value = " ".join(fact.value.split())
    if subject is None or name is None or not _says(quote, name, value, Stance(fact.stance)):
        return None
    if _is_speaker(memory, fact.subject) and _THIRD_PERSON & set(_words(quote)):
        return None
    since, until = _moment(fact.since, memory.said_at), _moment(fact.until, memory.said_at)
    if (fact.since and since is None) or (fact.until and until is None):
        return None
    vocabulary = relation(name)
    known = name in RELATIONS
    return _capped(
        Statement(
            subject=subject,
            relation=name,
            value=value,
            kind=vocabulary.kind,
            stance=Stance(fact.stance),
            confidence=round(_share(fact.confidence), 4),
            importance=vocabulary.importance if known else round(_share(fact.importance), 4),
            since=since,
            until=until,
            # A word of the model's own has as many values as it likes: none takes another's place.
            qualifier=qualifier or ("" if known else value.lower()[:_LONGEST_WORD]),
            quote=quote,
        )
    )


def _capped(said: Statement) -> Statement:
    """What never was so is buried: that is for the person to say, so a model's word of it is a maybe that asks."""
    most = MAYBE if said.stance is Stance.NEVER else MOST_CONFIDENCE
    return replace(said, confidence=min(said.confidence, most))


def _share(number: float) -> float:
    return min(max(number, 0.0), 1.0) if number == number else 0.0  # not a number


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def _is_speaker(memory: ToRead, subject: str) -> bool:
    words = [word for word in _words(subject) if word != "the"]
    if len(words) == 1 and words[0] in (_SPEAKER | _THE_PERSON if memory.speaker == ME else _SPEAKER):
        return True
    return subject.strip().lower() == memory.speaker.lower()


def _subject(memory: ToRead, subject: str) -> str | None:
    """Whom it is about. `me` is nobody but the person, and only their own words are about them."""
    speaker = ME if memory.speaker == ME else memory.speaker.lower()
    if _is_speaker(memory, subject):
        return speaker
    words = _words(subject)
    if words and words[0] in ("my", "mi", "mon", "ma", "meu", "minha"):
        words = words[1:]
    if not words or len(words) > _MOST_WORDS or set(words) & (_NOBODY | _SPEAKER | _THE_PERSON):
        return None
    if not set(words) <= set(_words(memory.text)):
        return None
    plain = subject.strip().lower()
    return (plain.split(" ", 1)[1] if len(plain.split()) > len(words) else plain)[:_LONGEST_WORD]


def _relation(name: str, qualifier: str) -> tuple[str | None, str]:
    words = _words(name.replace("_", " "))
    if not words or len(words) > _MOST_WORDS:
        return None, ""
    joined, plain = "_".join(words), " ".join(words)[:_LONGEST_WORD]
    qualifier = " ".join(qualifier.split()).lower()[:_LONGEST_WORD]
    if joined in RELATIONS:
        return joined, qualifier
    role = "-".join(words)
    if role in ROLES:
        related, what = ROLES[role]
        return related, what or qualifier
    return plain, qualifier


def _says(quote: str, name: str, value: str, stance: Stance) -> bool:
    """Whether a quote has the value in it, inflected perhaps; a date and a plain yes may be in other words."""
    vocabulary = relation(name)
    if not value:
        return stance is Stance.ENDED and name in RELATIONS and not vocabulary.many
    if len(value) > _LONGEST_VALUE or not _words(value):
        return False
    if name in ("smokes", "drinks") and value.lower() == "yes":
        return True
    if vocabulary.kind is FactKind.DATE and _DAY_OF_A_YEAR.match(value_key(value)):
        return True
    said = set(_words(quote))
    stems = {word[:_STEM] for word in said if len(word) >= _STEM}
    return all(word in said or (len(word) >= _STEM and word[:_STEM] in stems) for word in _words(value))


def _moment(written: str | None, said_at: datetime) -> datetime | None:
    """A day, month or year as its beginning in the person's zone; nothing if it can't be read or reached."""
    if not written:
        return None
    match = _DATE.match(written.strip())
    try:
        if match:
            year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
            moment = datetime(year, month, day, tzinfo=said_at.tzinfo)
        else:
            moment = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=said_at.tzinfo)
    # A day that is today's began before it was spoken of; told so, it holds from when it was said.
    if moment <= said_at < moment + timedelta(days=1) and match and match[3]:
        return said_at
    return moment if EARLIEST <= moment <= LATEST else None
