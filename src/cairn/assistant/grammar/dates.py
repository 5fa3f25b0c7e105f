"""Several days of one month in a row: "class on december 3 and 10 at 6pm" is two classes. Pure."""

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from cairn.assistant.grammar.phrase import Setting
from cairn.when.language import grammar
from cairn.when.tokens import fold

T = TypeVar("T")
_NUMBER = r"\d{1,2}(?:st|nd|rd|th|er)?(?![\d:.h/])"
_ARTICLE = r"(?:(?:the|el|le|o|dia)\s+)*"
_AND = r"(?:\s*,\s*(?:(?:and|y|e|et)\s+)?|\s+(?:and|&|y|e|et)\s+)"
_BETWEEN = re.compile(
    r"\b(?:between|entre|from|du|del?|d[oae]|except|but not|sauf|hors|hormis|excepto|salvo|menos|exceto)\s+(?:on\s+)?"
    r"(?:the\s+)?\Z"
)
"""Before two numbers that are the ends of a stretch, or days that are left out."""


def each_date(line: str, setting: Setting) -> list[str]:
    """The same said of each of some days; nothing where no two stand in a row."""
    folded = fold(line)
    for pattern in _patterns(setting.tag):
        found = pattern.search(folded)
        if found is None or _BETWEEN.search(folded[: found.start()]) is not None:
            continue
        before, after = line[: found.start()], line[found.end() :]
        month = line[slice(*found.span("month"))]
        numbers = re.findall(r"\d+", found["days"])
        lead = line[slice(*found.span("lead"))]
        if len(set(numbers)) == len(numbers):
            return [f"{before}{lead}{number} {month}{after}" for number in numbers]
    return []


def once_each(said: Iterable[T]) -> list[T]:
    """What is said of each day, and what stood beside it once: "call mom at 5, and class on december 3 and 10"."""
    found: list[T] = []
    for one in said:
        if one not in found:
            found.append(one)
    return found


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], ...]:
    lexicon = grammar(tag).lexicon
    names = {word for word, said in lexicon.items() for more, kind, _ in said if kind == "<month>" and not more}
    month = "|".join(sorted((name for name in names if len(name) > 2), key=len, reverse=True))
    days = rf"(?P<days>{_NUMBER}(?:{_AND}{_ARTICLE}{_NUMBER})+)"
    behind = re.compile(rf"(?P<lead>{_ARTICLE})(?<!\w){days}\s+(?P<month>(?:(?:of|de|d')\s*)?(?:{month}))(?!\w)")
    if tag != "en":
        return (behind,)
    ahead = re.compile(
        rf"(?<!\w)(?P<month>)(?P<lead>(?:{month})\s+(?:the\s+)?)(?P<days>{_NUMBER}(?:{_AND}(?:the\s+)?{_NUMBER})+)"
    )
    return behind, ahead
