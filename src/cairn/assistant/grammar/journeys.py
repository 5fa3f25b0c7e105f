"""Where something is, and how long it takes to get there: "…at the Mercado, 20 minutes to get there". Pure."""

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from cairn import when
from cairn.when.tokens import fold

MOST = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Ways:
    """How a language tells a way, as patterns over folded text.

    Args:
        there: What follows the length of a way.
        ready: What follows the length of getting ready.
        lead: What leads to such a length, and goes with it.
        way: What names a way before its length.
        place: What leads to a place at the end of a title; `kept` begins the place itself.
    """

    there: str
    ready: str
    lead: str
    way: str
    place: str
    kept: str = r"(?!)"


_WAYS = {
    "en": Ways(
        there=r"to\ (?:get|walk|drive|ride|travel|cycle)\ (?:there|over)|to\ get\ to\ it"
        r"|away\b(?:\ from\ (?:here|home))?|by\ (?:bus|car|train|bike|tram|metro|taxi)|on\ foot"
        r"|(?:of\ )?(?:travel(?:ling)?|drive|driving|walk|commute)\b(?:\ time)?",
        ready=r"to\ (?:get|be)\ ready|to\ prepare|getting\ ready|(?:of\ )?preparation",
        lead=r"(?:and|with|plus|it\ takes(?:\ me)?|takes(?:\ me)?|i\ need|it's|it\ is|about|around)",
        way=r"(?:travel(?:\ time)?|getting\ there|the\ way\ there|drive|commute)(?:\ takes|\ is|:)?",
        place=r"(?:at|@)\ (?:the\ )?|in\ (?:the\ |(?=room\b))",
    ),
    "es": Ways(
        there=r"para\ llegar|de\ (?:camino|viaje|trayecto|ida|aqui|casa)|a\ pie|andando|caminando"
        r"|en\ (?:bus|autobus|coche|carro|metro|tren|bici|taxi)",
        ready=r"para\ (?:prepararme|arreglarme|vestirme|prepararse)|de\ preparacion",
        lead=r"(?:y|con|mas|se\ tarda|tardo|esta\ a|a|son|necesito|unos|unas)",
        way=r"(?:camino|viaje|trayecto):?",
        place=r"en\ (?:el|la|los|las)\ ",
        kept=r"en\ (?=casa\b)",
    ),
    "fr": Ways(
        there=r"pour\ (?:y\ aller|m'y\ rendre|arriver|y\ etre)"
        r"|de\ (?:trajet|route|marche|transport|chemin|bus|metro|voiture|train|velo)"
        r"|a\ pied|en\ (?:bus|voiture|metro|train|velo|taxi)",
        ready=r"pour\ me\ preparer|de\ preparation",
        lead=r"(?:et|avec|plus|il\ (?:me\ )?faut|c'est\ a|a|environ)",
        way=r"(?:trajet|route):?",
        place=r"(?:au|aux|a\ la|dans\ (?:le|la))\ |a\ l'",
        kept=r"chez\ ",
    ),
    "pt": Ways(
        there=r"para\ (?:la\ )?chegar(?:\ la)?|para\ ir(?:\ ate\ la|\ para\ la)?"
        r"|de\ (?:caminho|viagem|trajeto|percurso)|a\ pe"
        r"|de\ (?:autocarro|onibus|carro|metro|comboio|trem|bicicleta|bus|taxi)",
        ready=r"para\ (?:me\ )?(?:preparar|arranjar|arrumar)(?:-me)?|de\ preparacao",
        lead=r"(?:e|com|mais|demoro|demora|leva|sao|fica\ a|a|preciso\ de|uns|umas)",
        way=r"(?:caminho|viagem|trajeto):?",
        place=r"(?:no|na|nos|nas)\ ",
        kept=r"em\ (?=casa\b)",
    ),
}


@dataclass(frozen=True, slots=True)
class _Compiled:
    there: re.Pattern[str]
    ready: re.Pattern[str]
    lead: re.Pattern[str]
    way: re.Pattern[str]
    place: re.Pattern[str]


@cache
def _ways(language: str) -> _Compiled:
    ways = _WAYS.get(language.split("-", maxsplit=1)[0].lower(), _WAYS["en"])
    return _Compiled(
        there=re.compile(rf"\s*(?:{ways.there})\b", re.VERBOSE),
        ready=re.compile(rf"\s*(?:{ways.ready})\b", re.VERBOSE),
        lead=re.compile(rf"(?:[\s,;]|\b{ways.lead}(?=[\s,]|\Z))*\Z", re.VERBOSE),
        way=re.compile(rf"(?:\A|[\s,;]){ways.way}\s*\Z", re.VERBOSE),
        place=re.compile(rf"(?:\A|\s)(?:{ways.place}|(?P<kept>{ways.kept}))(?=\S)", re.VERBOSE),
    )


@dataclass(frozen=True, slots=True)
class Journey:
    """A sentence without what it says of the way, and that."""

    rest: str
    travel: timedelta | None = None
    ready: timedelta | None = None


def journey(text: str, language: str) -> Journey:
    """Take out how long it takes to get there and to get ready."""
    ways, found = _ways(language), Journey(text)
    for length, (start, end) in reversed(_lengths(text, language)):
        if length > MOST:
            continue
        rest = found.rest
        after, before = fold(rest[end:]), fold(rest[:start])
        there, ready = ways.there.match(after), ways.ready.match(after)
        way = ways.way.search(before)
        if there is None and ready is None and way is None:
            continue
        tail = max(one.end() if one is not None else 0 for one in (there, ready))
        head = way.start() if way is not None else start
        lead = ways.lead.search(before[:head])
        assert lead is not None, "it may match nothing"
        left = f"{rest[: lead.start()].rstrip(' ,;')}{rest[end + tail :]}"
        found = Journey(left, found.travel, length) if ready is not None else Journey(left, length, found.ready)
    return found


def _lengths(text: str, language: str) -> list[tuple[timedelta, tuple[int, int]]]:
    """Every length, each side of a comma read by itself: "…to 16h, 20 minutes" is not 16 h 20."""
    found, place = [], 0
    for piece in text.split(","):
        found += [(length, (start + place, end + place)) for length, (start, end) in when.durations(piece, language)]
        place += len(piece) + 1
    return found


_SAYS_LITTLE = re.compile(
    r"(?:the |my |an? |mi |una? |la |el |mon |un |le |o |a |meu |minha |uma? )*"
    r"(?:appointment|meeting|rdv|rendez[- ]vous|reunion|cita|consulta|reuniao)"
)


def placed(title: str, language: str) -> tuple[str, str]:
    """A title without the place at its end, and the place: "Lunch with Ana", "Mercado".

    Where all that is left says little ("rdv chez le dentiste"), it stays whole.
    """
    found = None
    for found in _ways(language).place.finditer(fold(title)):  # noqa: B007  # the last one is meant
        pass
    if found is None or not title[: found.start()].strip():
        return title, ""
    begins = found.start("kept") if found["kept"] else found.end()
    place = title[begins:].strip(" .,;!")
    left = title[: found.start()].strip(" ,;")
    if not place:
        return title, ""
    return (title if _SAYS_LITTLE.fullmatch(fold(left)) else left), place
