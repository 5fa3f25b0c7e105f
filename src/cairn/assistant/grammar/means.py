"""What there is to do it with, if that is all they say: "I have 15 minutes and low energy", "I'm at home". Pure."""

import re
from dataclasses import dataclass
from datetime import timedelta

from cairn import when
from cairn.assistant.grammar.feelings import feeling
from cairn.assistant.grammar.intents import Energies, Next
from cairn.assistant.grammar.labels import energy_said, place_said
from cairn.assistant.grammar.lexicon import SUPPORTED
from cairn.assistant.grammar.phrase import Setting
from cairn.when.tokens import fold

MOST_PIECES = 4
LONGEST_TIME = 24 * 60
_JOINT = re.compile(r"\s*[,;.]\s*(?:(?:and|y|et|e)\s+)?|\s+(?:and|y|et|e)\s+")
_BESIDE = """
a about around free left now only just spare to of time for something de libre libres tiempo ahora un unos unas para
algo devant moi temps maintenant environ livre livres tempo agora uns umas so mais mas o menos ou ate
"""
_SPARE = frozenset(_BESIDE.split())


@dataclass(frozen=True, slots=True)
class _Words:
    """One language, as patterns over folded text.

    Args:
        have: What opens a length or an energy.
        am: What opens a place.
        stays: What leads to a place where one is; who is "on the phone" is busy.
    """

    have: str
    am: str
    stays: str


_WORDS = {
    "en": _Words(
        have=r"(?:i(?:'ve| have|'m| am)?(?: got| only| just| have| about)* |with |got |have )?",
        am=r"i(?:'m|m| am) (?:(?:back|now|already|still|here) )*",
        stays=r"at|in",
    ),
    "es": _Words(
        have=r"(?:(?:solo )?(?:tengo|me quedan?|hay)(?: solo)? |con )?",
        am=r"(?:ya )?estoy (?:(?:ya|ahora|aqui) )*",
        stays=r"en",
    ),
    "fr": _Words(
        have=r"(?:(?:j'ai|il me reste|avec)(?: seulement| juste)? |je n'ai qu(?:e |'))?",
        am=r"je suis (?:(?:deja|maintenant|encore|rentree?) )*",
        stays=r"a|au|chez|dans",
    ),
    "pt": _Words(
        have=r"(?:(?:so )?(?:tenho|restam|ha)(?: so)? |com )?",
        am=r"(?:ja )?estou (?:(?:ja|agora|aqui) )*",
        stays=r"em|no|na",
    ),
}


def means(said: str, setting: Setting) -> Next | None:
    """The next thing for the time, the energy and the place they have, if that is all they say.

    A length by itself may answer something that was asked, and a place by itself may be another label: these need
    an opening, or something beside them.
    """
    found = Next()
    pieces = _pieces(said, setting)
    if len(pieces) > MOST_PIECES:
        return None
    opened = False
    for piece in pieces:
        one = _one(piece, setting)
        if one is None:
            return None
        told, with_opening = one
        if any(old and new for old, new in zip(_fields(found), _fields(told), strict=True)):
            return None
        found = Next(found.minutes or told.minutes, found.energy or told.energy, found.context or told.context)
        opened = opened or with_opening or told.energy is not None
    return found if opened else None


def spared(rest: str, setting: Setting) -> int | None:
    """How many minutes somebody has, if that is all they say."""
    lengths = when.durations(rest, setting.language)
    if len(lengths) != 1:
        return None
    length, (start, end) = lengths[0]
    beside = set(f"{rest[:start]} {rest[end:]}".split())
    minutes = int(length / timedelta(minutes=1))
    return minutes if beside <= _SPARE and 1 <= minutes <= LONGEST_TIME else None


def _pieces(said: str, setting: Setting) -> list[str]:
    """What stands between commas and "and", but for those inside a length: "an hour and a half"."""
    lengths = [span for _, span in when.durations(said, setting.language)]
    pieces, place = list[str](), 0
    for joint in _JOINT.finditer(fold(said)):
        if not any(start <= joint.start() < end for start, end in lengths):
            pieces.append(said[place : joint.start()])
            place = joint.end()
    return [one for piece in [*pieces, said[place:]] for one in _with_place_apart(piece.strip(), setting) if one]


def _with_place_apart(piece: str, setting: Setting) -> list[str]:
    """A piece, and where they have that time apart from it: "I have 15 minutes at home"."""
    lengths = when.durations(piece, setting.language)
    end = lengths[0][1][1] if len(lengths) == 1 else len(piece)
    behind = piece[end:].strip()
    led = re.match(rf"(?:{_words(setting).stays})\b", fold(behind))
    return [piece[:end].strip(), behind] if led is not None and place_said(behind, setting) else [piece]


def _words(setting: Setting) -> _Words:
    tag = setting.language.split("-", maxsplit=1)[0].lower()
    return _WORDS[tag if tag in SUPPORTED else "en"]


def _one(piece: str, setting: Setting) -> tuple[Next, bool] | None:
    """What one piece tells of, and whether it opens as something that they have, or where they are."""
    words = _words(setting)
    said, piece = piece, fold(piece)
    place = re.match(words.am, piece)
    where = said[place.end() :] if place is not None else said
    if re.match(rf"(?:{words.stays})\b", fold(where)) and (context := place_said(where, setting)):
        return Next(context=context), place is not None
    if (energy := _energy(piece, words, setting)) is not None:
        return Next(energy=energy), True
    have = re.match(words.have, piece)
    rest = piece[have.end() :] if have is not None else piece
    spare = setting.lexicon.spare.match(piece)
    minutes = spared(rest, setting) or (spared(spare["rest"], setting) if spare is not None else None)
    return (Next(minutes), rest != piece or spare is not None) if minutes is not None else None


def _energy(piece: str, words: _Words, setting: Setting) -> Energies | None:
    have = re.match(words.have, piece)
    said = energy_said(piece[have.end() :] if have is not None else piece, setting)
    if said is not None or setting.lexicon.light.match(piece):
        return said or "low"
    felt = feeling(piece, piece, setting.language)
    return felt.energy if felt is not None and felt.mood is None else None


def _fields(one: Next) -> tuple[object, ...]:
    return one.minutes, one.energy, one.context
