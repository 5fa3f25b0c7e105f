"""Lengths of time that look like an hour on a clock: "study 2h" takes two hours, and isn't for the night. Pure."""

from collections.abc import Sequence

from cairn.when.chart import Row
from cairn.when.language import Grammar
from cairn.when.tokens import Token
from cairn.when.values import Time

LONGEST = 5
"""So many hours may be what something takes; more are an hour of the day, and fewer people begin anything before."""
LONGEST_WITH_MINUTES = 2
"""Of what is told to the minute: "1h30" is how long it takes, "4h30" when it is."""
_ROUGHLY = frozenset({"about", "around", "environ"})
_FROM = frozenset({"before", "after", "antes", "despues", "depois", "avant", "apres"})


def is_length(said: Time, place: int, end: int, tokens: Sequence[Token], rows: Sequence[Row], rules: Grammar) -> bool:
    """Whether what looks like an hour says how long something takes: no word of a clock stands before it."""
    clock = said.clock
    if clock is None or said.end or said.there or not 0 < clock.hour <= LONGEST:
        return False
    if said.rule is not None and said.rule.within_a_day:
        return False
    for index in range(place, end - 1):
        if _number(tokens[index].word, rules) == clock.hour and _is_hour(tokens[index + 1].word, rules):
            minutes = index + 2 < end and tokens[index + 2].word.isdigit()
            after = index + (3 if minutes else 2)
            if minutes and clock.hour > LONGEST_WITH_MINUTES:
                return False
            if index > place and said.has_day() and rules.language.clock_of_24:
                return False  # "rdv mardi 5h": behind its day it is an hour, where hours are written so
            if said.part and not (after < end and rows[after].get("<relative>")):
                return False  # "mañana" is the morning, and tomorrow
            return not (_is_led(tokens, index, rules) or _is_clock(tokens, rows, after, end))
    return False


def _is_led(tokens: Sequence[Token], index: int, rules: Grammar) -> bool:
    before = index - 2 if index >= 2 and tokens[index - 1].word in _ROUGHLY else index - 1
    return before >= 0 and tokens[before].word in rules.language.clock_leads


def _is_clock(tokens: Sequence[Token], rows: Sequence[Row], after: int, end: int) -> bool:
    """Whether the words behind it are those of a clock: "3h du matin", "2h en punto"."""
    if after < len(tokens) and tokens[after].word in _FROM:
        return True
    for index in range(after, end):
        if rows[index].get("<half>") or (index > after and rows[index].get("<daypart_half>")):
            return True
    return after < end and tokens[after].word != "," and not rows[after].get("<time>")


def _number(word: str, rules: Grammar) -> int | None:
    if word.isdigit():
        return int(word)
    said = (value for rest, kind, value in rules.lexicon.get(word, ()) if not rest and kind in ("<small>", "<article>"))
    return next(said, None)


def _is_hour(word: str, rules: Grammar) -> bool:
    found = rules.lexicon.get(word, ())
    return any(not rest and kind == "<unit>" and value == "hour" for rest, kind, value in found)
