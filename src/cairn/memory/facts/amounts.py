"""The values that a clause names: amounts, money, percentages, versions, days and times. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from cairn.memory.facts.update_words import MEASURES, OF, STAGES, pattern, words

NUMBER = r"\d{1,3}(?:[,.\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"


SECONDS = {"ms": 0.001, "s": 1, "min": 60, "h": 3_600, "days": 86_400, "weeks": 604_800}


@dataclass(frozen=True, slots=True)
class Value:
    """Something that can differ from one telling to the next.

    Args:
        kind: Only values of one kind are compared: money, %, version, when, name, measure, count, number, label.
        unit: Of measures; the label's noun. Counts get theirs from the nouns beside them.
        amount: What is compared. Of days and times the parts that are named, as `d3 m5 t16:00 w1`.
        start, end: Where it stands in its clause.
        is_left: Whether it is what is left behind: "from 200", "instead of Monday".
    """

    kind: str
    unit: str
    amount: str
    start: int
    end: int
    is_left: bool = False

    def differs(self, other: "Value") -> bool:
        if self.kind == "stage":
            return self.amount > other.amount
        if self.kind != "when":
            return self.amount != other.amount
        mine, theirs = _parts(self.amount), _parts(other.amount)
        return any(theirs.get(part, value) != value for part, value in mine.items())

    def says(self, other: "Value") -> bool:
        """Whether the other adds nothing to it."""
        if self.kind != "when":
            return self.amount == other.amount
        return _parts(other.amount).items() <= _parts(self.amount).items()

    def is_elsewhere(self, other: "Value") -> bool:
        """Days of different names ("Monday" and "March 3") might be one day."""
        return self.kind == "when" and not _parts(self.amount).keys() & _parts(other.amount).keys()


def _parts(amount: str) -> dict[str, str]:
    return {part[0]: part[1:] for part in amount.split()}


@cache
def _days(language: str) -> tuple[dict[str, int], dict[str, int], re.Pattern[str]]:
    of = OF[language]
    months = {name: n for n, names in enumerate(of.months.split(), 1) for name in names.split("|")}
    weekdays = {name: n for n, names in enumerate(of.weekdays.split()) for name in names.split("|")}
    month = "|".join(sorted(months, key=len, reverse=True))
    weekday = "|".join(sorted(weekdays, key=len, reverse=True))
    ordinary = r"(?:st|nd|rd|th|º|er)?"
    when = re.compile(
        rf"(?P<iso>\d{{4}}-\d\d-\d\d)"
        rf"|\b(?P<month>{month})\.? (?:the )?(?P<day>\d{{1,2}}){ordinary}\b(?!:)"
        rf"|\b(?P<day2>\d{{1,2}}){ordinary} (?:of |de )?(?P<month2>{month})\b"
        rf"|\bd[ií]a (?P<day3>\d{{1,2}})\b"
        rf"|\b(?P<weekday>{weekday})\b"
        r"|\b(?P<hour>\d{1,2})(?:[:h](?P<minute>\d\d)(?: ?(?P<half>[ap])\.?m\b)?"
        r"| ?(?P<half2>[ap])\.?m\b| ?h\b| o'clock)"
        r"|\b(?:at|las|às|à) (?P<hour2>\d{1,2})\b(?![%.,:/]?\d| ?%)"
    )
    return months, weekdays, when


def _when(text: str, language: str) -> list[tuple[int, int, dict[str, str]]]:
    months, weekdays, when = _days(language)
    found: list[tuple[int, int, dict[str, str]]] = []
    for match in when.finditer(text):
        got = match.groupdict()
        parts: dict[str, str] = {}
        if got["iso"]:
            parts = {"m": str(int(got["iso"][5:7])), "d": str(int(got["iso"][8:]))}
        elif day := got["day"] or got["day2"]:
            parts = {"m": str(months[got["month"] or got["month2"]]), "d": str(int(day))}
        elif got["day3"]:
            parts = {"d": got["day3"]}
        elif got["weekday"]:
            parts = {"w": str(weekdays[got["weekday"]])}
        elif got["hour2"]:
            parts = {"t": f"{int(got['hour2'])}:00", "?": ""}
        elif got["hour"]:
            half = got["half"] or got["half2"]
            hour = int(got["hour"]) % 12 + 12 * (half == "p") if half else int(got["hour"])
            parts = {"t": f"{hour}:{got['minute'] or '00'}"}
        found.append((match.start(), match.end(), parts))
    return found


def days_and_times(text: str, language: str) -> list[Value]:
    """A day and the time beside it are one value; "at 3" is a time only beside a day."""
    values: list[Value] = []
    parts: dict[str, str] = {}
    start = end = 0

    def close() -> None:
        if parts and parts.keys() != {"t", "?"}:
            amount = " ".join(f"{part}{value}" for part, value in sorted(parts.items()) if part != "?")
            values.append(Value("when", "", amount, start, end))

    for begins, ends, more in _when(text, language):
        if parts and (parts.keys() & more.keys() - {"?"} or begins - end > 12):
            close()
            parts = {}
        start = start if parts else begins
        parts |= more
        end = ends
    close()
    return values


@cache
def _amounts(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    named = dict(pair.split(":") for pair in OF[language].numbers.split())
    number = rf"(?:{NUMBER})(?:[km]\b)?"
    any_number = rf"{number}|(?:{'|'.join(named)})\b"
    return named, re.compile(
        rf"[$€£] ?(?P<money>{number})"
        rf"|\b(?P<money2>{number}) ?(?:[$€£]|(?:euros?|dollars?|usd|eur|bucks)\b)"
        rf"|\b(?P<percent>{number}) ?(?:%|(?:percent|pct|por ?ciento|por ?cento|pour ?cent)\b)"
        r"|\bv ?(?P<version>\d+(?:\.\d+)*)\b|\b(?P<version2>\d+\.\d+\.\d+)\b"
        r"|\bversion (?P<version3>\d+(?:\.\d+)*)\b"
        r"|\b(?P<one>half an hour|an hour|una hora|une heure|uma hora|media hora|une demi-heure|meia hora)\b"
        rf"|\b(?P<count>{any_number})"
        rf"(?: ?(?:/|of|out of|de|sur)(?: the| my| our| los| las| les| os| as)? (?P<whole>{any_number}))?"
        rf"(?:[ -]?(?P<unit>{'|'.join(sorted((m for m in MEASURES if m.isalpha()), key=len, reverse=True))})\b)?"
    )


def amounts(text: str, language: str, taken: list[Value]) -> list[Value]:
    named, found = _amounts(language)
    values: list[Value] = []
    for match in found.finditer(text):
        if any(match.start() < other.end and other.start < match.end() for other in taken):
            continue
        got = match.groupdict()
        kind, unit, said = "count", "", got["count"]
        if got["one"]:
            half = any(word in got["one"] for word in ("half", "demi", "media", "meia"))
            values.append(Value("measure", "duration", "1800" if half else "3600", match.start(), match.end()))
            continue
        if said is None:
            kind = "money" if got["money"] or got["money2"] else "%" if got["percent"] else "version"
            said = next(value for name, value in got.items() if value is not None)
        elif got["unit"]:
            kind, unit = "measure", MEASURES[got["unit"]]
        amount = said if kind == "version" else _plain(named.get(said, said))
        if unit in SECONDS:
            unit, amount = "duration", f"{float(amount) * SECONDS[unit]:g}"
        values.append(Value(kind, unit, amount, match.start(), match.end()))
    return values


def _plain(number: str) -> str:
    """One spelling for "1,200", "1.200" and "1.2k"."""
    factor = {"k": 1_000, "m": 1_000_000}.get(number[-1], 1)
    digits = number.rstrip("km")
    if re.fullmatch(r"\d{1,3}(?:[,.\u202f]\d{3})+", digits):
        digits = re.sub(r"\D", "", digits)
    elif digits.count(",") + digits.count(".") > 1:
        digits = re.sub(r"[^0-9]", "", digits)
    return f"{float(digits.replace(',', '.')) * factor:g}"


FROM = words("from de del du des do da of was era était no not não pas left dejó dejé quitté quittée")


@cache
def _stages() -> tuple[dict[str, tuple[int, int]], re.Pattern[str]]:
    stages = {
        word: (number, stage)
        for number, family in reversed(list(enumerate(STAGES)))
        for stage, said in enumerate(family)
        for word in said
    }
    return stages, re.compile(rf"\b(?:{'|'.join(sorted(stages, key=len, reverse=True))})\b")


def stages(text: str) -> list[Value]:
    """What has become of something."""
    of, found = _stages()
    return [
        Value("stage", str(of[match.group()][0]), str(of[match.group()][1]), match.start(), match.end())
        for match in found.finditer(text)
    ]


def left_behind(text: str, value: Value, language: str, others: Iterable[Value]) -> bool:
    """Whether the words before it say that it is what was. "From 3" alone may as well begin something."""
    before = text[: value.start].rstrip().removesuffix(" the").rstrip()
    found = next((m for m in pattern(language, "instead").finditer(before) if m.end() == len(before)), None)
    if found is None:
        return False
    plain = found.group() in FROM
    return not plain or any(other.kind == value.kind and other.start > value.start for other in others)
