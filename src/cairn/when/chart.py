"""The chart: every reading of every stretch of a text, built from right to left.

For each place, from the last to the first, the words that start there are laid down, and every pattern
that begins with one of them is followed through the readings already known to its right. What a pattern
builds starts at the same place and is followed in its turn, so each reading is found exactly once.
"""

import re
from collections.abc import Iterator
from typing import Any

from cairn.when.language import Grammar, Node
from cairn.when.moment import Grain
from cairn.when.tokens import Token
from cairn.when.values import Clock, Context

Row = dict[str, list[tuple[int, Any]]]
_FORMS = re.compile(
    r"(?P<iso>(\d{4})-(\d{1,2})-(\d{1,2}))(?:(?=t\d)|(?![\d-]))"
    r"|(?P<ymd>(\d{4})[/.](\d{1,2})[/.](\d{1,2}))(?!\d)"
    r"|(?P<dmy>(\d{1,2})([/.-])(\d{1,2})\11(\d{4}|\d{2}))(?![\d/])"
)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/.,]|\s*/)")
_HOUR_MINUTE = re.compile(r"(\d{1,2})(:|\s?h\s?|\s?hs\s?|\.)(\d{2})(?::(\d{2})(?:\.\d+)?)?(?!\d|:\d|[.,]\d)")
_DECIMAL = re.compile(r"\d+[.,]\d+(?!\d)")
_MINUTE_MARK = re.compile(r"(\d{1,3})'(?!\w)")


_TELEPHONE = re.compile(r"(?<![\w:/,])\(?\d{2,4}\)?([ .-])\d{2,4}(?:\1\d{2,4})+(?![\w:/]|[.,-]\d)")
_SHORTEST_TELEPHONE = 9
"""Digits; a date written with blanks has eight at most."""


def chart(folded: str, tokens: list[Token], grammar: Grammar, context: Context) -> list[Row]:
    """Per token the readings that start at it: kind to (index after the last token, meaning)."""
    rows: list[Row] = [{} for _ in range(len(tokens) + 1)]
    telephones = _telephones(folded)
    root = grammar.root
    for index in range(len(tokens) - 1, -1, -1):
        if telephones and any(start <= tokens[index].start < end for start, end in telephones):
            rows[index][tokens[index].word] = [(index + 1, None)]
            continue
        agenda = _lexical(folded, tokens, index, grammar, context)
        row = rows[index]
        while agenda:
            kind, end, value = agenda.pop()
            known = row.setdefault(kind, [])
            if (end, value) in known:
                continue
            known.append((end, value))
            node = root.next.get(kind)
            if node is not None:
                _follow(node, rows, end, () if value is None else (value,), context, agenda)
    return rows


def _telephones(folded: str) -> list[tuple[int, int]]:
    """Where telephone numbers stand, none of whose groups is a time: "06 12 34 56 78"."""
    found = (form.span() for form in _TELEPHONE.finditer(folded))
    return [span for span in found if sum(map(str.isdigit, folded[slice(*span)])) >= _SHORTEST_TELEPHONE]


def _follow(
    node: Node,
    rows: list[Row],
    place: int,
    values: tuple[Any, ...],
    context: Context,
    agenda: list[tuple[str, int, Any]],
) -> None:
    for kind, build in node.builds:
        built = build(context, *values)
        if built is not None:
            agenda.append((kind, place, built))
    if not node.next:
        return
    for kind, readings in rows[place].items():
        child = node.next.get(kind)
        if child is not None:
            for end, value in readings:
                _follow(child, rows, end, values if value is None else (*values, value), context, agenda)


def _lexical(
    folded: str, tokens: list[Token], index: int, grammar: Grammar, context: Context
) -> list[tuple[str, int, Any]]:
    token = tokens[index]
    word = token.word
    found: list[tuple[str, int, Any]] = [(word, index + 1, None)]
    for rest, kind, value in grammar.lexicon.get(word, ()):
        end = index + 1 + len(rest)
        if not rest or (
            end <= len(tokens) and all(tokens[index + 1 + place].word == other for place, other in enumerate(rest))
        ):
            found.append((kind, end, value))
    if word[0].isdigit() and word.isascii():
        found += _numeric(folded, tokens, index, grammar, context)
    return found


def _numeric(
    folded: str, tokens: list[Token], index: int, grammar: Grammar, context: Context
) -> list[tuple[str, int, Any]]:
    """The forms that are written in digits, each only where a token ends."""
    start, digits = tokens[index].start, tokens[index].word
    found: list[tuple[str, int, Any]] = []
    if len(digits) <= 4:
        found.append(("<digits>", index + 1, int(digits)))
        if len(digits) >= 3:
            found.append(("<long>", index + 1, digits))
    for kind, stop, value in _forms(folded, start, grammar, context):
        end = index
        while end < len(tokens) and tokens[end].end < stop:
            end += 1
        if value is not None and end < len(tokens) and tokens[end].end == stop:
            found.append((kind, end + 1, value))
    return found


def _forms(folded: str, start: int, grammar: Grammar, context: Context) -> Iterator[tuple[str, int, Any]]:
    if form := _FORMS.match(folded, start):
        yield "<ymd>", form.end(), _year_month_day(form, context)
    elif form := _SLASHED.match(folded, start):
        yield "<slashed>", form.end(), (int(form[1]), int(form[2]))
    if form := _HOUR_MINUTE.match(folded, start):
        yield "<dotted>" if form[2] == "." else "<hm>", form.end(), _clock(form, context)
    if form := _DECIMAL.match(folded, start):
        yield "<decimal>", form.end(), float(form[0].replace(",", "."))
    if form := _MINUTE_MARK.match(folded, start):
        yield "<minutes>", form.end(), int(form[1])
    if grammar.ordinal and (form := grammar.ordinal.match(folded, start)):
        yield "<ordnum>", form.end(), int(form[1])


def _year_month_day(form: re.Match[str], context: Context) -> tuple[int, int, int] | None:
    if form["iso"]:
        return int(form[2]), int(form[3]), int(form[4])
    if form["ymd"]:
        return int(form[6]), int(form[7]), int(form[8])
    first, second, year = int(form[10]), int(form[12]), int(form[13])
    if year < 100:
        year += 2000 if year < 50 else 1900
    month_first = (context.month_first and first <= 12) or second > 12
    return (year, first, second) if month_first else (year, second, first)


SMALL_HOURS = range(1, 6)
"""So written "a las 2:30" is more often the afternoon, also where "14:30" is usual."""


def _clock(form: re.Match[str], context: Context) -> Clock | None:
    hour, minute, second = int(form[1]), int(form[3]), int(form[4] or 0)
    if hour > 24 or minute > 59 or second > 59:
        return None
    of_24 = context.clock_of_24 and not (hour in SMALL_HOURS and ":" in form[2])
    settled = of_24 or "h" in form[2] or not 0 < hour <= 12 or len(form[1]) == 2
    return Clock(hour % 24, minute, second, settled, Grain.SECOND if form[4] else Grain.MINUTE)
