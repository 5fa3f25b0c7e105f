"""Finding the times in a text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from cairn.when.apart import bounded, bounded_apart, goes_on
from cairn.when.chart import Row, chart
from cairn.when.language import Grammar, grammar
from cairn.when.lengths import is_length
from cairn.when.moment import USUAL_PARTS, DayParts, Grain, Moment, Past
from cairn.when.productions.repeats import every_weekdays, weekday_stretch
from cairn.when.settle import Settled, in_time, moment_of, settle
from cairn.when.tokens import Token, fold, tokenise
from cairn.when.values import Context, Time, Weak, merged

Prefer = Literal["future", "past"]
_OF = frozenset({"de", "da", "du"})
_NAMES = 3
"""Words that the name of a street may have."""


def find(
    text: str,
    now: datetime,
    *,
    language: str = "en",
    parts: DayParts = USUAL_PARTS,
    prefer: Prefer = "future",
) -> list[Moment]:
    """Every time named in a sentence, from left to right, the longest reading of each, never overlapping.

    Where the day and the hour of one time stand apart ("tomorrow call Ana at 5"), both places are given
    with the whole time, so that the first is right and `strip` takes out both.
    `now` is aware, in the person's zone: words are read as said at that moment. `language` is a tag such
    as "en" or "en-US" (which puts the month first). `prefer` says where "friday" lies when nothing tells.
    """
    rules = grammar(language.split("-", maxsplit=1)[0].lower())
    folded = fold(text)
    tokens = tokenise(folded)
    if not tokens:
        return []
    context = _context(now, rules, language, parts, prefer)
    rows = chart(folded, tokens, rules, context)
    found: list[tuple[Time, Moment]] = []
    starts: list[int] = []
    place = 0
    whole = _whole_span(text)
    while place < len(tokens):
        begins = place
        reading, place = _longest(rows, place, text, folded, tokens, rules, context, whole)
        if reading is not None:
            found.append(reading)
            starts.append(begins)
    found = bounded_apart(found, starts, rows, tokens, context)
    found, apart = bounded(found, starts, rows, tokens, context)
    moments = _joined(found, context)
    again = next((moment for moment in moments if moment.rrule is not None), None)
    if again is not None:
        moments += [replace(again, span=span) for span in apart]
    return sorted(moments, key=lambda moment: moment.span)


def read(
    text: str,
    now: datetime,
    *,
    language: str = "en",
    parts: DayParts = USUAL_PARTS,
    prefer: Prefer = "future",
) -> Moment | None:
    """The moment a whole phrase means, or None when it is not a time and nothing else."""
    found = find(text, now, language=language, parts=parts, prefer=prefer)
    if len(found) != 1:
        return None
    start, end = _whole_span(text)
    return found[0] if found[0].span[0] <= start and found[0].span[1] >= end else None


def strip(text: str, moments: Sequence[Moment], language: str = "en") -> str:
    """The sentence without its time words and the prepositions that led them."""
    rules = grammar(_base(language)).language
    kept, place = [], 0
    for moment in sorted(moments, key=lambda moment: moment.span):
        kept.append(_without_leads(text[place : moment.span[0]], rules.leads))
        first, second, *_ = [*text[slice(*moment.span)].split(" ", 2), ""]
        if kept[-1] and fold(f"{first} {second}") in rules.particles:
            kept.append(first)
        place = max(place, moment.span[1])
    kept.append(text[place:])
    joined = " ".join(piece.strip() for piece in kept if piece.strip())
    joined = re.sub(r"\s+([,.;:!?])", r"\1", joined)
    joined = re.sub(r"\(\s*\)", "", joined)
    joined = re.sub(r"\s{2,}", " ", joined)
    return re.sub(r"^[\s,;:.-]+|[\s,;:-]+$", "", joined)


def leaves_out(text: str, now: datetime, *, language: str = "en") -> bool:
    """Whether a text begins by leaving a day out of what was said before it: "except december 7"."""
    rules = grammar(_base(language))
    folded = fold(text.strip())
    tokens = tokenise(folded)
    return goes_on(chart(folded, tokens, rules, _context(now, rules, language, USUAL_PARTS, "future")))


def is_feast(words: str, language: str) -> bool:
    """Whether words name a feast and nothing else: "christmas", "de natal"."""
    first, *rest = [token.word for token in tokenise(fold(words))] or [""]
    if first in _OF | {"d", "d'"} and rest:
        first, *rest = [word for word in rest if word != "'"]
    named = grammar(_base(language)).lexicon.get(first, ())
    return any(kind in ("<feast>", "<feasthere>") and list(more) == rest for more, kind, _ in named)


def looking_back(text: str, now: datetime, *, language: str = "en") -> Past | None:
    """The day, week, month, year or stretch of the past that a sentence names first; None when it names none."""
    named = find(text, now, language=language, prefer="past")
    for first in named:
        end = first.until
        if first.start < now and first.rrule is None and end is not None:
            same = [one for one in named if (one.start, one.rrule) == (first.start, None)]
            return Past(strip(text, same, language), first.start, end)
    return None


def durations(text: str, language: str = "en") -> list[tuple[timedelta, tuple[int, int]]]:
    """Every length of time in a text, with where it stands; a month counts 30 days, a year 365."""
    rules = grammar(language.split("-", maxsplit=1)[0].lower())
    folded = fold(text)
    tokens = tokenise(folded)
    context = _context(datetime(2000, 1, 1, tzinfo=UTC), rules, language, USUAL_PARTS, "future")
    rows = chart(folded, tokens, rules, context)
    found = []
    place = 0
    while place < len(tokens):
        readings = rows[place].get("<duration>", [])
        if not readings:
            place += 1
            continue
        end, length = max(readings, key=lambda reading: reading[0])
        days = length.days + length.months // 12 * 365 + length.months % 12 * 30
        span = (tokens[place].start, tokens[end - 1].end)
        found.append((timedelta(days=days, seconds=length.seconds), span))
        place = end
    return found


def _base(language: str) -> str:
    return re.split("[-_]", language, maxsplit=1)[0].lower()


def _context(now: datetime, rules: Grammar, language: str, parts: DayParts, prefer: Prefer) -> Context:
    if now.tzinfo is None:
        raise ValueError("now must be aware, in the person's zone")
    wall = now.replace(tzinfo=None)
    return Context(
        now=now, wall=wall, today=wall.date(), zone=now.tzinfo, parts=parts, future=prefer == "future",
        month_first=language.lower().replace("_", "-") == "en-us", clock_of_24=rules.language.clock_of_24,
        fortnight=rules.language.fortnight,
    )  # fmt: skip


def _longest(
    rows: Sequence[Row],
    place: int,
    text: str,
    folded: str,
    tokens: list[Token],
    rules: Grammar,
    context: Context,
    whole: tuple[int, int],
) -> tuple[tuple[Time, Moment] | None, int]:
    readings: list[tuple[int, Time]] = [] if _is_name(tokens, place, rules) else rows[place].get("<time>", [])
    for end, said in sorted(readings, key=_preference):
        span = (tokens[place].start, tokens[end - 1].end)
        alone = span[0] <= whole[0] and span[1] >= whole[1]
        counts = (
            _is_amount(span, folded, tokens, end, rules)
            or _is_had(text, tokens, place, end, rules)
            or _is_house(tokens, place, end, rules)
            or _is_beside(tokens, end, rules)
            or is_length(said, place, end, tokens, rows, rules)
        )
        weak = said.weak and not _is_outer(place, end, tokens, rules)
        if not alone and (weak or counts):
            continue
        if _is_of_no_day(said, place, end, tokens, rules):
            continue
        if said.part is not None and _is_kind_of_shift(tokens, place, rules):
            continue
        meant = said if alone else in_time(said)
        settled: Settled | None = settle(meant, context)
        if settled is not None:
            return (meant, moment_of(settled, span)), end
    return None, place + 1


def _joined(found: list[tuple[Time, Moment]], context: Context) -> list[Moment]:
    moments = [moment for _, moment in found]
    if len(found) != 2:
        return moments
    first, second = (_every_week(said, found, context) for said, _ in found)
    clocks = [said for said in (first, second) if said.has_clock() and not (said.has_day() or said.rule)]
    days = [said for said in (first, second) if not said.has_clock() and (said.has_day() or said.rule)]
    together = merged(first, second) if len(clocks) == len(days) == 1 else None
    settled = settle(together, context) if together else None
    return [moment_of(settled, moment.span) for moment in moments] if settled else moments


def _every_week(said: Time, found: list[tuple[Time, Moment]], context: Context) -> Time:
    """Weekdays from one to another, which beside an hour come every week: "monday to friday get up at 7"."""
    last = said.end.weekday if said.end is not None else None
    if said.weekday is None or last is None or said.has_clock() or not any(other.has_clock() for other, _ in found):
        return said
    days = weekday_stretch(context, said.weekday, last)
    return Time(rule=every_weekdays(context, days)) if days is not None else said


def _preference(reading: tuple[int, Time]) -> tuple[int, bool, bool, bool, bool, bool, bool, bool, bool, bool]:
    """The longest reading first; of two as long, the one that takes every word at its plainest."""
    end, said = reading
    open_hour = said.clock is not None and not said.clock.settled
    numbered = said.day is not None and said.weekday is not None  # "the 2nd friday of march" is no second of march
    twice = said.fixed is not None and said.weekday is not None  # "el viernes antes de navidad", when both agree
    ends_there = said.clock is not None and said.rule is not None and said.rule.within_a_day  # "every hour until 6pm"
    part = said.part is not None and not said.has_day()  # "las vitaminas de mañana" are tomorrow's
    return (
        -end,
        said.weak,
        ends_there,
        numbered,
        said.end is None,
        said.doubtful,
        said.period is not None,
        open_hour,
        twice,
        part,
    )


def _is_amount(span: tuple[int, int], folded: str, tokens: list[Token], end: int, rules: Grammar) -> bool:
    """Whether the number at the end of the words counts what follows, or is part of something else."""
    if re.match(r"[%°€$£]|[-./:]\d", folded[span[1] : span[1] + 2]):
        return True
    if folded[span[1] - 1].isdigit() and folded[span[1] : span[1] + 1].isalpha():
        return True  # "5th avenue"
    if span[0] and re.match(r"[\w$€£#]|[./:-]", folded[span[0] - 1]) and folded[span[0]].isdigit():
        return True
    if end >= 2 and tokens[end - 2].word in (":", "h"):
        return False  # minutes of a clock
    last = tokens[end - 1].word
    if not last.isdigit() and last not in rules.lexicon:
        return False
    if end >= len(tokens) or not _is_counted(tokens[end].word, rules):
        return False
    if tokens[end].word in (*_OF, "por") and end > 2 and tokens[end - 2].word == rules.language.has:
        return tokens[end - 3].word not in rules.language.at  # "a las 10 de llamar a Ana"
    return last.isdigit() or any(kind in ("<small>", "<tens>") for _, kind, _ in rules.lexicon[last])


def _is_of_no_day(said: Time, place: int, end: int, tokens: list[Token], rules: Grammar) -> bool:
    """Whether a month stands beside a number that is none of its days: "feb 30", "30 de febrero"."""
    ahead = tokens[end].word if end < len(tokens) else ""
    if said.day is not None and said.month is None and said.period is None:
        return any(kind == "<month>" and not isinstance(value, Weak) for _, kind, value in rules.lexicon.get(ahead, ()))
    if said.period is None or said.period.grain is not Grain.MONTH or said.weekday is not None or said.has_clock():
        return False
    before = [token.word for token in tokens[max(0, place - 2) : place]]
    joined = len(before) == 2 and before[1] in ("de", "of", "d")
    behind = before[0] if joined else before[-1] if before else ""
    return any(word.isdigit() and 28 < int(word) < 100 for word in (behind, ahead) if len(word) == 2)


def _is_kind_of_shift(tokens: list[Token], place: int, rules: Grammar) -> bool:
    """Whether a part of the day says what kind of work it is, and no time: "turno de noche", "garde de nuit"."""
    of = place if tokens[place].word in _OF else place - 1
    return of > 0 and tokens[of].word in _OF and tokens[of - 1].word in rules.language.shifts


def _is_name(tokens: list[Token], place: int, rules: Grammar) -> bool:
    """Whether a part of the day or a month is a name: "parents evening", "lunch with June"."""
    behind = [token.word for token in tokens[max(0, place - 2) : place] if token.word != "'"]
    before = behind[-1] if behind else ""
    kinds = {kind for more, kind, _ in rules.lexicon.get(tokens[place].word, ()) if not more}
    if before in rules.language.before_names:
        return "<month>" in kinds
    return before in rules.language.occasions and "<part>" in kinds


def _is_counted(word: str, rules: Grammar) -> bool:
    """Whether a number before the word says how many of it."""
    return word in rules.language.counted or any(
        kind == "<unit>" and not more for more, kind, _ in rules.lexicon.get(word, ())
    )


def _is_had(text: str, tokens: list[Token], place: int, end: int, rules: Grammar) -> bool:
    """Whether what looks like "at" and an hour says how many of something somebody has: "Marta a deux enfants"."""
    language = rules.language
    if not language.has or not place <= end - 2 or end >= len(tokens):
        return False
    verb = tokens[end - 2]
    if text[verb.start : verb.end] != language.has or (place < end - 2 and not language.at):
        return False
    if end > 2 and tokens[end - 3].word in language.at:
        return False
    following = tokens[end].word
    return following.isalpha() and following not in language.joins | language.leads


def _is_beside(tokens: list[Token], end: int, rules: Grammar) -> bool:
    """Whether what looks like an hour says how long before or after something: "partir une heure avant"."""
    if end >= len(tokens) or tokens[end].word not in rules.language.beside or tokens[end - 1].word.isdigit():
        return False
    return tokens[end - 1].word in ("heure", "heures") and (end < 3 or tokens[end - 3].word not in rules.language.leads)


def _is_house(tokens: list[Token], place: int, end: int, rules: Grammar) -> bool:
    """Whether a number belongs to a street that is named beside it: "12 Baker Street", "rua Augusta 12"."""
    language = rules.language
    streets = language.streets
    if not streets or (end >= 2 and tokens[end - 2].word in (":", "h", ".")):
        return False
    if tokens[end - 1].word.isdigit():
        ahead = [token.word for token in tokens[end : end + _NAMES + 1]]
        named = next((index for index, word in enumerate(ahead) if word in streets), None)
        if named is not None and all(
            word.isalpha() and word not in language.leads | language.joins for word in ahead[:named]
        ):
            return True
    if tokens[place].word.isdigit():
        behind = [token.word for token in tokens[max(0, place - _NAMES - 1) : place]]
        named = next((index for index, word in enumerate(behind) if word in streets), None)
        return named is not None and named < len(behind) - 1 and all(word.isalpha() for word in behind[named:])
    return False


def _is_outer(place: int, end: int, tokens: list[Token], rules: Grammar) -> bool:
    """Whether a word that is as often another stands where it is a weekday: at either end of what is said."""
    language = rules.language
    if end != place + 1 or tokens[place].word not in language.outer:
        return False
    if place == 0 or tokens[place - 1].word == ",":
        following = tokens[end].word if end < len(tokens) else ""
        return re.fullmatch(language.after_outer, following) is not None
    ends = end == len(tokens) or tokens[end].word in (".", ",", ";", "!", "?", ":")
    return ends and tokens[place - 1].word.isalpha() and tokens[place - 1].word not in language.before_outer


def _whole_span(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip(' \t\n.,;:!?¿¡…"()-')), len(text.rstrip(' \t\n.,;:!?…"()-'))


def _is_initials(word: str, text: str) -> bool:
    """Whether a word is written as an abbreviation of a name: "pagar o DAS todo dia 20"."""
    return len(word) > 2 and word.isupper() and not text.isupper()


def _without_leads(before: str, leads: frozenset[str]) -> str:
    words = before.rstrip(" ,;:-").split(" ")
    while words and fold(words[-1].strip(",(")) in leads and not _is_initials(words[-1], before):
        opens = "(" if words[-1].startswith("(") else ""
        words[-1:] = [opens] if opens else []
        if opens:
            break
    return " ".join(words)
