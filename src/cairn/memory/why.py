"""Why a memory was found, as a sentence for the person, in their language. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cairn.memory.rules import LIKE, NEAR, Evidence
from cairn.when.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Language:
    """The pieces of a sentence in one language.

    Args:
        tells: It tells the fact that was asked for.
        has: From the quoted words: it has them.
        close: It is close in meaning.
        near: It is a little close in meaning.
        opening: What a sentence begins with, before its reasons.
        said: From who said it (`None` for the person) and the day.
        and_: Between the last two of several words, and between two reasons.
    """

    tells: str
    has: Callable[[str, bool], str]
    close: str
    near: str
    opening: str
    said: Callable[[str | None, str], str]
    and_: str


_EN = Language(
    tells="tells what you asked",
    has=lambda words, many: f"has the word{'s' if many else ''} {words}",
    close="is close in meaning",
    near="is a little close in meaning",
    opening="It",
    said=lambda who, day: f"{who or 'you'} said it on {day}",
    and_="and",
)
_ES = Language(
    tells="dice lo que preguntaste",
    has=lambda words, many: f"tiene {'las palabras' if many else 'la palabra'} {words}",
    close="se parece en el sentido",
    near="se parece un poco en el sentido",
    opening="",
    said=lambda who, day: f"{who} lo dijo el {day}" if who else f"lo dijiste el {day}",
    and_="y",
)
_FR = Language(
    tells="dit ce que tu as demandé",
    has=lambda words, many: f"contient {'les mots' if many else 'le mot'} {words}",
    close="a un sens proche",
    near="a un sens un peu proche",
    opening="Cela",
    said=lambda who, day: f"{who} l’a dit le {day}" if who else f"tu l’as dit le {day}",
    and_="et",
)
_PT = Language(
    tells="diz o que perguntaste",
    has=lambda words, many: f"tem {'as palavras' if many else 'a palavra'} {words}",
    close="tem um sentido próximo",
    near="tem um sentido um pouco próximo",
    opening="",
    said=lambda who, day: f"{who} disse isso em {day}" if who else f"disseste isso em {day}",
    and_="e",
)
_LANGUAGES = {"en": _EN, "es": _ES, "fr": _FR, "pt": _PT}


def explain(evidence: Evidence, speaker: str, said_at: datetime, now: datetime, locale: str) -> str:
    """Why this was found and whose words it is.

    Args:
        said_at: In the person's zone, like `now`, so that the day is the one they remember.
    """
    language = _LANGUAGES.get(locale, _EN)
    who = None if speaker == "me" else "Cairn" if speaker == "cairn" else speaker
    told = language.said(who, _day(said_at, now, locale))
    reasons = _reasons(evidence, language)
    if not reasons:
        return _sentence(told)
    why = f"{language.opening} {f' {language.and_} '.join(reasons)}".strip()
    return _sentence(f"{why}; {told}")


def _sentence(words: str) -> str:
    # A shortened month brings its own full stop.
    return f"{words[0].upper()}{words[1:].removesuffix('.')}."


def _reasons(evidence: Evidence, language: Language) -> list[str]:
    reasons = []
    if "fact" in evidence.parts:
        return [language.tells]
    if evidence.words:
        *others, last = evidence.words[:4]
        listed = f"{', '.join(others)} {language.and_} {last}" if others else last
        reasons.append(language.has(listed, bool(others)))
    likeness = evidence.likeness or 0
    if likeness >= LIKE:
        reasons.append(language.close)
    elif likeness >= NEAR or not reasons:
        reasons.append(language.near)
    return reasons


def _day(moment: datetime, now: datetime, locale: str) -> str:
    words = vocabulary(locale)
    day = f"{words.days_short[moment.weekday()]} {moment.day} {words.months_short[moment.month - 1]}"
    return day if moment.year == now.year else f"{day} {moment.year}"
