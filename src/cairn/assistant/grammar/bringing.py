"""What to take along, said behind an event: "dentist tomorrow 3pm to 4pm, bring the insurance card". Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from cairn import when
from cairn.assistant.grammar.intents import Intent
from cairn.assistant.grammar.journeys import journey
from cairn.assistant.grammar.phrase import CLOCK, Setting, bare, begun, opened, timed
from cairn.assistant.grammar.split import begins_with_verb
from cairn.assistant.grammar.things import Remind
from cairn.when.tokens import fold

MOST = 500
"""As many characters as an event keeps of it."""


@dataclass(frozen=True, slots=True)
class Asks:
    """How a language asks for something to be taken along, as patterns over folded text.

    Args:
        opens: What leads to it, behind a comma.
        other: What follows the same words where they mean something else: a bus, a pill, a person.
    """

    opens: str
    other: str = r"(?!)"


_RIDES = (
    r"bus(?!\s+(?:pass|card|ticket|fare|money))|train(?!\s+ticket)|car(?!\s+(?:keys?|papers|seat))"
    r"|tram|metro|tube|taxi|ferry|bike|lift|stairs"
)
_ASKS = {
    "en": Asks(
        opens=r"(?:and\ )?(?:please\ )?(?:(?:remember\ to|don'?t\ forget\ to|i\ (?:have|need)\ to)\ )?(?:bring|take)\b"
        r"(?:\ (?:along|with\ (?:me|you)))?",
        other=rf"(?:the\ |a\ )?(?:{_RIDES})\b"
        r"|(?:out|off|up|down|back|care|over|part|place|turns?|time|notes|it|him|her)\b"
        r"|a\ (?:break|nap|shower|bath|walk|look|photo|picture)\b"
        r"|(?:\w+\ ){0,2}(?:pills?|meds|medications?|medicine|tablets?|vitamins?|antibiotics?)\b|.*\bto\b",
    ),
    "es": Asks(
        opens=r"(?:y\ )?(?:(?:hay\ que|tengo\ que|recuerda|acuerdate\ de|no\ olvid(?:es|ar))\ )?"
        r"(?:llevar(?:me)?|lleva(?:te)?|llevo|traer|trae)\b(?:\ conmigo)?",
        other=r"a(?:l)?\ (?!mano)|.*\ (?:a|al)\ (?!mano)",
    ),
    "fr": Asks(
        opens=r"(?:et\ )?(?:(?:penser\ a|pense\ a|il\ faut|je\ dois|n'oublie\ pas\ d[e']|ne\ pas\ oublier\ d[e'])\ ?)?"
        r"(?:apporte[rz]?|emporte[rz]?)\b(?:\ avec\ moi)?",
        other=r".*\ (?:a|au|aux)\ (?:la\ |l'|le\ )?(?:poste|ecole|mairie|pressing|banque)\b",
    ),
    "pt": Asks(
        opens=r"(?:e\ )?(?:(?:lembra-te\ de|nao\ (?:te\ )?esquec(?:as|er)(?:\ de)?|tenho\ (?:de|que))\ )?"
        r"(?:levar|leva|leve|levo|trazer|traz|traga)\b(?:\ comigo)?",
        other=r"(?:a|ao)\ (?:escola|casa|medic[oa]|oficina)\b"
        r"|.*\ (?:a|ao|para)\ (?:a\ |o\ )?(?:escola|medic[oa]|oficina|correio)\b",
    ),
}
_COMPOUND = re.compile(
    r"\w+\s+(?:bottles?|chargers?|cables?|shorts|suit|shoes|cap|goggles|bags?|box|case|lunch|mat|kit|gear|top|pads?)\b"
)
"""What English names things by beside a verb: "water bottle", "swim shorts"."""


@cache
def _asks(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    asks = _ASKS.get(language.split("-", maxsplit=1)[0].lower(), _ASKS["en"])
    return re.compile(rf"[,;]\s*(?:{asks.opens})\s+(?=\S)", re.VERBOSE), re.compile(asks.other, re.VERBOSE)


def brought(
    line: str, setting: Setting, read: Callable[[str, Setting], list[tuple[Intent, str]]]
) -> list[tuple[Intent, str]]:
    """The things of a line. What it says to take along is of the first that is an event, and is nothing else."""
    rest, bring = bringing(line, setting)
    found = read(rest if bring else line, setting)
    if not bring:
        return found
    for index, (intent, part) in enumerate(found):
        if isinstance(intent, Remind) and (intent.is_event or _could_be_event(intent, part, setting)):
            found[index] = (replace(intent, bring=bring), part)
            return found
    return read(line, setting)


def _could_be_event(intent: Remind, part: str, setting: Setting) -> bool:
    """Whether something at an hour is no reminder and nothing to do: "dentist tomorrow at 3"."""
    clean = bare(part, setting.lexicon)
    if any(opened(one, clean) is not None for one in (setting.lexicon.remind, setting.lexicon.need)):
        return False
    moment = timed(clean, setting).moment
    return moment is not None and moment.grain in CLOCK and not begins_with_verb(intent.title, setting)


def bringing(text: str, setting: Setting) -> tuple[str, str]:
    """A sentence without what it says to take along, and that; empty where it says nothing of the kind.

    What is another thing to do, or tells of the way, goes on with the sentence.
    """
    opens, other = _asks(setting.language)
    found = opens.search(fold(text))
    if found is None or not text[: found.start()].strip():
        return text, ""
    first, *further = text[found.end() :].split(",")
    if other.match(fold(first).strip()) or not _is_thing(first, setting):
        return text, ""
    things, rest = [first], list[str]()
    for piece in further:
        listed = not rest and _is_thing(piece, setting) and not _is_deed(piece, setting)
        (things if listed else rest).append(piece)
    bring = begun(",".join(things).strip(" .,;!"))
    if not bring or len(bring) > MOST:
        return text, ""
    return ",".join([text[: found.start()].rstrip(" ,;"), *rest]), bring


def _is_thing(piece: str, setting: Setting) -> bool:
    """Whether it tells of no time, no length and no way."""
    way = journey(piece, setting.language)
    if way.travel is not None or way.ready is not None or when.durations(piece, setting.language):
        return False
    return not when.find(piece, setting.now, language=setting.language, parts=setting.parts)


def _is_deed(piece: str, setting: Setting) -> bool:
    piece = re.sub(r"^\s*(?:and|y|et|e)\s+", "", piece)
    return begins_with_verb(piece, setting) and _COMPOUND.match(fold(piece).strip()) is None
