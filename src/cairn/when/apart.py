"""What comes again, and the days that are taken from it elsewhere in the sentence. Pure."""

from collections.abc import Mapping, Sequence

from cairn.when.chart import Row
from cairn.when.moment import Moment
from cairn.when.productions.limits import (
    rule_from,
    rule_until,
    rule_without_date,
    rule_without_dates,
    rule_without_days,
)
from cairn.when.settle import moment_of, settle
from cairn.when.tokens import Token
from cairn.when.values import Context, Time

Found = tuple[Time, Moment]
Span = tuple[int, int]
_LEFT = ("<leftdays>", "<time>", "<dates>")
"""What may be left out."""
_UNTIL = frozenset({"until", "till", "til", "hasta", "jusqu", "ate"})
_LONGEST_LEAD = 4
"""Words that may lead a first day."""


def bounded_apart(
    found: Sequence[Found], starts: Sequence[int], rows: Sequence[Row], tokens: Sequence[Token], context: Context
) -> list[Found]:
    """What comes again, and the day it begins or ends on behind something else: "from monday … every day at 8"."""
    rules = [place for place, (said, _) in enumerate(found) if said.rule is not None]
    others = [place for place in range(len(found)) if place not in rules]
    if len(rules) != 1 or len(others) != 1:
        return list(found)
    rule, edge = rules[0], others[0]
    since, until = _since(starts[edge], rows), _until(starts[edge], tokens) if rule < edge else None
    led_by = since if until is None else until
    if led_by is None:
        return list(found)
    together = (rule_from if until is None else rule_until)(context, found[rule][0], found[edge][0])
    settled = settle(together, context) if together is not None else None
    if together is None or settled is None:
        return list(found)
    both = {rule: found[rule][1].span, edge: (tokens[led_by].start, found[edge][1].span[1])}
    return [(together, moment_of(settled, both[place])) if place in both else one for place, one in enumerate(found)]


def _until(start: int, tokens: Sequence[Token]) -> int | None:
    """The token that leads an end: "until", "jusqu'à"."""
    return next((at for at in range(start, max(-1, start - 3), -1) if tokens[at].word in _UNTIL), None)


def _since(start: int, rows: Sequence[Row]) -> int | None:
    """The token with which the words begin that lead a first day: "from", "à partir de"."""
    near = range(start, max(-1, start - _LONGEST_LEAD - 1), -1)
    # "à partir de lundi" is read from "de" on.
    return next(
        (at for at in near if any(start <= end <= start + _LONGEST_LEAD for end, _ in rows[at].get("<since>", []))),
        None,
    )


def bounded(
    found: Sequence[Found], starts: Sequence[int], rows: Sequence[Row], tokens: Sequence[Token], context: Context
) -> tuple[list[Found], list[Span]]:
    """The first rule of a sentence without the days that it takes away farther on: "every monday … except may 4".

    Args:
        starts: With which token each of them begins.

    Returns:
        What was found, the days that are left out no more among it, and where these stand in the text.
    """
    base = next((place for place, (said, _) in enumerate(found) if said.rule is not None), None)
    if base is None:
        return list(found), []
    said, moment = found[base]
    named = {start: time for start, (time, _) in zip(starts, found, strict=True)}
    taken, spans = set[int](), list[Span]()
    place = next((place for place, token in enumerate(tokens) if token.start >= moment.span[1]), len(tokens))
    before = "<except>"
    while place < len(tokens):
        fewer = _fewer(said, place, before, rows, named, context)
        if fewer is not None:
            said, end = fewer
            spans.append((tokens[place].start, tokens[end - 1].end))
            taken |= {index for index, start in enumerate(starts) if place <= start < end}
            place, before = end, "<more>"
        elif before == "<more>":
            before = "<except>"
        else:
            place += 1
    settled = settle(said, context) if spans else None
    if settled is None:
        return list(found), []
    kept = [one for index, one in enumerate(found) if index not in taken]
    kept[base] = (said, moment_of(settled, moment.span))
    return kept, spans


def _fewer(
    said: Time, place: int, before: str, rows: Sequence[Row], named: Mapping[int, Time], context: Context
) -> tuple[Time, int] | None:
    """The rule without what is left out from there on, and behind which token that ends."""
    for start in sorted({end for end, _ in rows[place].get(before, [])}, reverse=True):
        days = [(end, rule_without_days(context, said, left)) for end, left in rows[start].get("<leftdays>", [])]
        dates = [
            (end, rule_without_date(context, said, day))
            for end, day in rows[start].get("<time>", [])
            if day == named.get(start, day)
        ]
        several = [(end, rule_without_dates(context, said, left)) for end, left in rows[start].get("<dates>", [])]
        fewer = [(end, time) for end, time in (*days, *dates, *several) if time is not None]
        if fewer:
            end, time = max(fewer, key=lambda one: one[0])
            return time, end
    return None


def goes_on(rows: Sequence[Row]) -> bool:
    """Whether words begin by leaving a day out of what was said before them: "except december 7"."""
    ends = [end for end, _ in rows[0].get("<except>", [])] if rows else []
    return any(end < len(rows) and any(map(rows[end].get, _LEFT)) for end in ends)
