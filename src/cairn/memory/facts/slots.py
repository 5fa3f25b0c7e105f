"""Where a value ends, and whether it can be one. A kind of value stands in a rule as `{kind}`:

place, proper (a place with a capital), org, firm
(an org with a capital), job, name, thing, lang, drug, activity, clock, part, date, amount, text,
where, field; `qual` is the qualifier, `attr` the relation. With an s at its end (`things`) a kind is a list.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from cairn.memory.facts.line import Line

_LONGEST_LISTED = 3
_LIKE = {"proper": "place", "firm": "org"}
MANY = frozenset({"names", "things", "langs", "drugs"})
_ONE = "place proper org firm job name thing lang drug activity clock part date amount text where field"
KINDS = MANY | frozenset(_ONE.split())
_LONGEST = {"place": 6, "proper": 6,
            "org": 6, "job": 6, "thing": 6, "activity": 10, "part": 5, "qual": 7, "text": 30, "date": 6,
            "clock": 5, "amount": 6, "attr": 3, "drug": 4, "owner": 5, "where": 10}  # fmt: skip
_END = re.compile(r"\s*[,:](?!\d)|\s*[;()\[\]{}\"“”«»<>=*|\\/_^~#]|\s+-|\s*\.\.\.|[.!?]+(?:\s|$)")
_OPEN = re.compile(r"\s*[;()\[\]{}\"“”«»<>=*|\\_^~#]|\s+-\s|\s*\.\.\.|[.!?]+$")
_INSIDE_NAMES = "de da do dos das del della di van von der den la le el bin al y e mc mac o san santa"
_NAME_PARTS = frozenset(_INSIDE_NAMES.split())


@dataclass(frozen=True, slots=True)
class Cutting:
    """What a language says of values, compiled."""

    stops: re.Pattern[str]
    stops_of: dict[str, re.Pattern[str]]
    refused: dict[str, re.Pattern[str]]
    articles: re.Pattern[str]
    nobody: frozenset[str]
    parted: re.Pattern[str]


_TITLES = frozenset({"dr", "dra", "doctor", "doctora", "docteur", "docteure", "doutor", "doutora", "don", "doña"})
_LOOSE = (
    "of for with to it this that we i you in a the and de que con com avec en em para pour por at on is are il ca isso"
)
_UNFINISHED = frozenset(_LOOSE.split())
Span = tuple[int, int]


def cut(kind: str, clause: Line, span: Span, cutting: Cutting, *, shouted: bool) -> list[str]:
    """The values in a stretch of a clause: none when it can't be one. `shouted`: capitals tell nothing in this text."""
    one = kind[:-1] if kind in MANY else kind
    start, end = _ended(one, clause, span, cutting)
    if kind not in MANY:
        value = _value(one, clause, (start, end), cutting, shouted=shouted)
        return [value] if value else []
    values: list[str] = []
    for piece in _pieces(clause.plain, start, end, cutting.parted):
        value = _value(one, clause, piece, cutting, shouted=shouted)
        if not value or (values and len(value.split()) > _LONGEST_LISTED):
            break
        values.append(value)
    return values


def _ended(kind: str, clause: Line, span: Span, cutting: Cutting) -> Span:
    start, end = span
    many = f"{kind}s" in MANY
    marks = _OPEN if kind in ("text", "where", "activity") or many else _END
    ends = [] if kind == "clock" else [marks]
    if kind not in ("text", "amount", "activity", "where", "part", "clock"):
        ends.append(cutting.stops)
    own = _LIKE.get(kind, kind)
    if own in cutting.stops_of:
        ends.append(cutting.stops_of[own])
    for pattern in ends:
        found = pattern.search(clause.plain, start, end)
        if found:
            end = found.start()
    return start, end


def _pieces(plain: str, start: int, end: int, parted: re.Pattern[str]) -> list[Span]:
    pieces = []
    for match in parted.finditer(plain, start, end):
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, end))
    return pieces


def _value(kind: str, clause: Line, span: Span, cutting: Cutting, *, shouted: bool) -> str:
    start, end = _trimmed(clause.plain, *span)
    refused = cutting.refused.get(_LIKE.get(kind, kind))
    if start >= end or (refused and refused.match(clause.plain[start:end])):
        return ""
    if kind not in ("where", "clock", "part", "activity"):
        article = cutting.articles.match(clause.plain, start, end)
        if article and article.end() < end:
            start = article.end()
            if refused and refused.match(clause.plain[start:end]):
                return ""
    said = clause.words(start, end).strip(" \t\n.,;:!?'\"“”‘’«»")
    check = _CHECKS.get(kind)
    if not said or len(said.split()) > _LONGEST.get(kind, 6) or not re.search(r"\w", said):
        return ""
    if check is not None and not check(said, clause.plain[start:end], cutting, shouted):
        return ""
    return said


def _trimmed(plain: str, start: int, end: int) -> Span:
    while start < end and not (plain[start].isalnum() or plain[start] in "+$€£'\""):
        start += 1
    while end > start and not (plain[end - 1].isalnum() or plain[end - 1] in "%€$£.'\"+#"):
        end -= 1
    return start, end


def is_name(said: str, nobody: frozenset[str], *, shouted: bool) -> bool:
    """Whether words are written as a name is: capitals, save for the small words inside names."""
    words = said.split()
    if len(words) > 1 and words[0].lower().strip(".") in _TITLES:
        words = words[1:]
    if not 0 < len(words) <= 4 or words[0].lower().strip("'’.") in nobody or any(c.isdigit() for c in said):
        return False
    if shouted:
        return len(words) == 1 and len(said) > 1 and said.isalpha()
    if not words[0][0].isupper() or not (words[-1][0].isupper()):
        return False
    return all(word[0].isupper() or word.lower() in _NAME_PARTS for word in words)


def _name(said: str, _plain: str, cutting: Cutting, shouted: bool) -> bool:
    return is_name(said, cutting.nobody, shouted=shouted)


def _place(said: str, plain: str, _cutting: Cutting, shouted: bool) -> bool:
    return said != said.lower() or shouted or " " not in plain


def _proper(said: str, _plain: str, _cutting: Cutting, _shouted: bool) -> bool:
    return said != said.lower()


def _thing(said: str, plain: str, _cutting: Cutting, _shouted: bool) -> bool:
    return plain.rsplit(maxsplit=1)[-1] not in _UNFINISHED and len(said) > 1


def _firm(said: str, _plain: str, _cutting: Cutting, _shouted: bool) -> bool:
    return said[0].isupper()


def _org(said: str, plain: str, _cutting: Cutting, _shouted: bool) -> bool:
    return bool(plain) and not plain[0].isdigit() and len(said) > 1


def _amount(said: str, _plain: str, _cutting: Cutting, _shouted: bool) -> bool:
    return any(character.isdigit() for character in said)


def _date(said: str, plain: str, _cutting: Cutting, _shouted: bool) -> bool:
    return bool(re.search(r"\d", said)) or len(plain.split()) <= 3


_CHECKS: dict[str, Callable[[str, str, Cutting, bool], bool]] = {
    "name": _name,
    "place": _place,
    "thing": _thing,
    "firm": _firm,
    "proper": _proper,
    "org": _org,
    "amount": _amount,
    "date": _date,
}
