"""Whether two values are the same in other words."""

import re
import unicodedata
from functools import cache

from cairn.when.vocabulary import vocabulary

_LANGUAGES = ("en", "es", "fr", "pt")
_SMALL = (
    "the a an my our some el la los las un una unos unas mi mis nuestro nuestra le les une des du de d l mon ma mes"
    " notre nos o os as um uma uns umas meu minha meus minhas nosso nossa al del do da dos das and y e et at"
    " em en"
)
_ARTICLES = frozenset(_SMALL.split())
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2})|h)?\s*(am|pm)?$|(\d{1,2})\s+(?:horas|heures|hrs)$")
_UNITS = {"euros": "eur", "euro": "eur", "€": "eur", "dollars": "usd", "dollar": "usd", "$": "usd", "pounds": "gbp",
          "£": "gbp", "kilos": "kg", "kilo": "kg", "kilograms": "kg", "milligrams": "mg", "miligramos": "mg",
          "miligramas": "mg", "milligrammes": "mg", "kgs": "kg", "hours": "h", "hour": "h",
          "horas": "h", "heures": "h"}  # fmt: skip
_NO_PLURAL = re.compile(r"(?:ss|us|is|as|os)$")
_LEAD = re.compile(r"^(?:at|a las?|a la|as|a|vers|around|about|sobre las?|por volta das?)\s+(?=\d)")


def value_key(value: str) -> str:
    """What a value is compared by: no case, accents, articles or plain plurals; dates, clocks and amounts in one form.

    It is never shown. Words keep their order, so that "Ana and Rui" and "Rui and Ana" differ.
    """
    plain = _LEAD.sub("", _folded(value).strip(" .,;:!?\"'()"))
    clock = _CLOCK.match(plain)
    if clock:
        return _clock(clock)
    pieces = re.findall(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[€$£%+#]", plain)
    date = _date(pieces, plain)
    if date:
        return date
    kept = [_word(piece) for piece in pieces if piece not in _ARTICLES]
    amounts = [word for word in kept if word in _UNITS.values()]
    if amounts and len(kept) == 2:
        kept.sort(key=lambda word: word in _UNITS.values())
    return " ".join(kept) or plain


def same_value(a: str, b: str) -> bool:
    """Whether two values mean the same, as far as their words tell."""
    return value_key(a) == value_key(b)


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).replace("’", "'")
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def _word(piece: str) -> str:
    if piece in _UNITS:
        return _UNITS[piece]
    if piece[0].isdigit():
        return piece.replace(",", ".") if re.fullmatch(r"\d+,\d{1,2}", piece) else re.sub(r"[.,](?=\d{3}\b)", "", piece)
    if len(piece) > 3 and piece.endswith("s") and not _NO_PLURAL.search(piece):
        return piece[:-1]
    if len(piece) > 4 and piece.endswith(("as", "os")):
        return piece[:-1]
    return piece


def _clock(match: re.Match[str]) -> str:
    hour = int(match[1] or match[4])
    if match[3] == "pm" and hour < 12:
        hour += 12
    if match[3] == "am" and hour == 12:
        hour = 0
    return f"{hour}:{match[2] or '00'}"


@cache
def _months() -> dict[str, int]:
    return {
        _folded(name).rstrip("."): number
        for language in _LANGUAGES
        for names in (vocabulary(language).months, vocabulary(language).months_short)
        for number, name in enumerate(names, start=1)
    }


def _date(pieces: list[str], plain: str) -> str:
    """A day of the year in one form; a year belongs to it when it was said."""
    full = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", plain)
    if full:
        return f"{full[1]}-{full[2]}-{full[3]}"
    months = [_months()[piece] for piece in pieces if piece in _months()]
    numbers = [int(piece) for piece in pieces if piece.isdigit()]
    days = [number for number in numbers if 0 < number <= 31]
    years = [number for number in numbers if number > 1000]
    words = [piece for piece in pieces if not piece.isdigit() and piece not in _months() and piece not in _ARTICLES]
    if (
        len(months) != 1
        or len(days) != 1
        or [word for word in words if word not in ("of", "st", "nd", "rd", "th", "er")]
    ):
        return ""
    year = f"{years[0]}-" if len(years) == 1 else ""
    return f"{year}{months[0]:02}-{days[0]:02}"
