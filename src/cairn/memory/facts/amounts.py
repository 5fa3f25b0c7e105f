"""The values that a clause names: amounts, money, percentages, versions, days and times. Pure."""

import re
from dataclasses import dataclass
from functools import cache

from cairn.memory.facts.update_words import MEASURES, OF, pattern

NUMBER = r"\d{1,3}(?:[,.\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"


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
        if self.kind != "when":
            return self.amount != other.amount
        mine, theirs = _parts(self.amount), _parts(other.amount)
        return any(theirs.get(part, value) != value for part, value in mine.items())

    def is_elsewhere(self, other: "Value") -> bool:
        """Days of different names ("Monday" and "March 3") might be one day."""
        return self.kind == "when" and not _parts(self.amount).keys() & _parts(other.amount).keys()


def _parts(amount: str) -> dict[str, str]:
    return {part[0]: part[1:] for part in amount.split()}


@cache
def _days(language: str) -> tuple[dict[str, int], dict[str, int], re.Pattern[str]]:
    words = OF[language]
    months = {name: n for n, names in enumerate(words.months.split(), 1) for name in names.split("|")}
    weekdays = {name: n for n, names in enumerate(words.weekdays.split()) for name in names.split("|")}
    month = "|".join(sorted(months, key=len, reverse=True))
    weekday = "|".join(sorted(weekdays, key=len, reverse=True))
    ordinary = r"(?:st|nd|rd|th|º|er)?"
    when = re.compile(
        rf"(?P<iso>\d{{4}}-\d\d-\d\d)"
        rf"|\b(?P<month>{month})\.? (?:the )?(?P<day>\d{{1,2}}){ordinary}\b(?!:)"
        rf"|\b(?P<day2>\d{{1,2}}){ordinary} (?:of |de )?(?P<month2>{month})\b"
        rf"|\bd[ií]a (?P<day3>\d{{1,2}})\b"
        rf"|\b(?P<weekday>{weekday})\b"
        r"|\b(?P<hour>\d{1,2})(?:[:h](?P<minute>\d\d)(?: ?(?P<half>[ap])\.?m\b)?| ?(?P<half2>[ap])\.?m\b| ?h\b| o'clock)"
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
    words = dict(pair.split(":") for pair in OF[language].numbers.split())
    number = rf"(?:{NUMBER})(?:[km]\b)?"
    any_number = rf"{number}|(?:{'|'.join(words)})\b"
    return words, re.compile(
        rf"[$€£] ?(?P<money>{number})"
        rf"|\b(?P<money2>{number}) ?(?:[$€£]|(?:euros?|dollars?|usd|eur|bucks)\b)"
        rf"|\b(?P<percent>{number}) ?(?:%|(?:percent|pct|por ?ciento|por ?cento|pour ?cent)\b)"
        r"|\bv ?(?P<version>\d+(?:\.\d+)*)\b|\b(?P<version2>\d+\.\d+\.\d+)\b"
        r"|\bversion (?P<version3>\d+(?:\.\d+)*)\b"
        rf"|\b(?P<count>{any_number})(?: ?(?:/|of|out of|de|sur|von)(?: the| my| our| los| las| les| os| as)? (?P<whole>{any_number}))?"
        rf"(?:[ -]?(?P<unit>{'|'.join(sorted((m for m in MEASURES if m.isalpha()), key=len, reverse=True))})\b)?"
    )


def amounts(text: str, language: str, taken: list[Value]) -> list[Value]:
    words, found = _amounts(language)
    values: list[Value] = []
    for match in found.finditer(text):
        if any(match.start() < other.end and other.start < match.end() for other in taken):
            continue
        got = match.groupdict()
        kind, unit, said = "count", "", got["count"]
        if said is None:
            kind = "money" if got["money"] or got["money2"] else "%" if got["percent"] else "version"
            said = next(value for name, value in got.items() if value is not None)
        elif got["unit"]:
            kind, unit = "measure", MEASURES[got["unit"]]
        amount = said if kind == "version" else _plain(words.get(said, said))
        values.append(Value(kind, unit, amount, match.start(), match.end()))
    return values


def _plain(number: str) -> str:
    """One spelling for "1,200", "1.200" and "1.2k"."""
    factor = {"k": 1_000, "m": 1_000_000}.get(number[-1], 1)
    digits = number.rstrip("km")
    if re.fullmatch(r"\d{1,3}(?:[,.\u202f]\d{3})+", digits):
        digits = re.sub(r"\D", "", digits)
    return f"{float(digits.replace(',', '.') if digits.count(',') + digits.count('.') < 2 else re.sub(r'[^0-9]', '', digits)) * factor:g}"


def left_behind(text: str, value: Value, language: str) -> bool:
    """Whether the words before it say that it is what was."""
    before = text[: value.start].rstrip().removesuffix(" the").removesuffix(" the").rstrip()
    return any(match.end() == len(before) for match in pattern(language, "instead").finditer(before))
