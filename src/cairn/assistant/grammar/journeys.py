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
        towards: What leads from the length of a way to where it goes.
        leave, early: What stands before and behind the length in "leave 30 minutes before".
        place: What leads to a place at the end of a title; `kept` begins the place itself.
    """

    there: str
    ready: str
    lead: str
    way: str
    towards: str
    leave: str
    early: str
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
        towards=r"to\ (?:the|my|our)\ (?!\d)",
        leave=r"(?:i\ (?:have\ to|need\ to|must|should|will|'ll)\ )?(?:leave|leaving|set\ off|head\ out|go)",
        early=r"before(?:hand)?|early|earlier|ahead|in\ advance",
        place=r"(?:at|@)\ (?:the\ )?|in\ (?:the\ |(?=room\b))",
    ),
    "es": Ways(
        there=r"(?:para|en)\ llegar|de\ (?:camino|viaje|trayecto|ida|aqui|casa)|a\ pie|andando|caminando"
        r"|en\ (?:bus|autobus|coche|carro|metro|tren|bici|taxi)",
        ready=r"(?:para|en)\ (?:prepararme|arreglarme|vestirme|prepararse)|de\ preparacion",
        lead=r"(?:y|con|mas|se\ tarda|tardo|esta\ a|a|son|necesito|unos|unas)",
        way=r"(?:camino|viaje|trayecto):?",
        towards=r"(?:hasta\ (?:el|la|mi)|al|a\ la)\ (?!\d|dia\b)",
        leave=r"(?:(?:tengo|hay)\ que\ )?(?:salir|salgo|salimos|irme|ir)",
        early=r"antes",
        place=r"en\ (?:el|la|los|las)\ ",
        kept=r"en\ (?=casa\b)",
    ),
    "fr": Ways(
        there=r"pour\ (?:y\ aller|m'y\ rendre|arriver|y\ etre)"
        r"|de\ (?:trajet|route|marche|transport|chemin|bus|metro|voiture|train|velo)"
        r"|a\ pied|en\ (?:bus|voiture|metro|train|velo|taxi)",
        ready=r"pour\ me\ preparer|de\ preparation",
        lead=r"(?:et|avec|plus|je\ mets|il\ (?:me\ )?faut|c'est\ a|a|environ)",
        way=r"(?:trajet|route):?",
        towards=r"(?:jusqu'(?:au|a\ la)\ |jusqu'a\ l'|pour\ (?:le|la)\ |pour\ l')(?!\d|jour\b)",
        leave=r"(?:il\ faut\ )?(?:je\ (?:dois\ )?)?(?:partir|pars|sortir)",
        early=r"avant|plus\ tot|a\ l'avance",
        place=r"(?:au|aux|a\ la|dans\ (?:le|la))\ |a\ l'",
        kept=r"chez\ ",
    ),
    "pt": Ways(
        there=r"(?:para\ (?:la\ )?|a\ )chegar(?:\ la)?|para\ ir(?:\ ate\ la|\ para\ la)?"
        r"|de\ (?:caminho|viagem|trajeto|percurso)|a\ pe"
        r"|de\ (?:autocarro|onibus|carro|metro|comboio|trem|bicicleta|bus|taxi)",
        ready=r"(?:para|a)\ (?:me\ )?(?:preparar|arranjar|arrumar)(?:-me)?|de\ preparacao",
        lead=r"(?:e|com|mais|demoro|demora|leva|sao|fica\ a|a|preciso\ de|uns|umas)",
        way=r"(?:caminho|viagem|trajeto):?",
        towards=r"(?:ate\ (?:ao|a)|para\ (?:o|a))\ (?!\d|dia\b)",
        leave=r"(?:tenho\ (?:de|que)\ )?(?:sair|saio|ir)",
        early=r"antes",
        place=r"(?:no|na|nos|nas)\ ",
        kept=r"em\ (?=casa\b)",
    ),
}


_ENDS = r"(?=\s*(?:[,;.!]|\Z|(?:and|y|et|e)\s))"
"""Where a piece ends that tells of the way."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    there: re.Pattern[str]
    ready: re.Pattern[str]
    lead: re.Pattern[str]
    way: re.Pattern[str]
    towards: re.Pattern[str]
    leave: re.Pattern[str]
    early: re.Pattern[str]
    bare: re.Pattern[str]
    place: re.Pattern[str]


@cache
def _ways(language: str) -> _Compiled:
    ways = _WAYS.get(language.split("-", maxsplit=1)[0].lower(), _WAYS["en"])
    return _Compiled(
        there=re.compile(rf"\s*(?:{ways.there})\b", re.VERBOSE),
        ready=re.compile(rf"\s*(?:{ways.ready})\b", re.VERBOSE),
        lead=re.compile(rf"(?:[\s,;]|\b{ways.lead}(?=[\s,]|\Z))*\Z", re.VERBOSE),
        way=re.compile(rf"(?:\A|[\s,;]){ways.way}\s*\Z", re.VERBOSE),
        towards=re.compile(rf"\s*{ways.towards}[\w'-]+(?:\ [\w'-]+)?{_ENDS}", re.VERBOSE),
        leave=re.compile(rf"(?:\A|[\s,;]){ways.leave}\s*\Z", re.VERBOSE),
        early=re.compile(rf"\s*(?:{ways.early}){_ENDS}", re.VERBOSE),
        bare=re.compile(rf"(?<![\w:.])(?P<number>\d{{1,3}})(?=\s+(?:{ways.there}|{ways.ready})\b)", re.VERBOSE),
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
    lengths = _lengths(text, language)
    if any(_told(text, span, ways) for length, span in lengths if length <= MOST):
        lengths = sorted(lengths + _bare_minutes(text, lengths, ways), key=lambda one: one[1])
    for length, (start, end) in reversed(lengths):
        told = _told(found.rest, (start, end), ways) if length <= MOST else None
        if told is None:
            continue
        head, tail, ready = told
        left = f"{found.rest[:head].rstrip(' ,;')}{found.rest[tail:]}"
        found = Journey(left, found.travel, length) if ready else Journey(left, length, found.ready)
    return found


def _told(text: str, span: tuple[int, int], ways: _Compiled) -> tuple[int, int, bool] | None:
    """Where what tells of a way with this length begins and ends, and whether it is getting ready instead."""
    start, end = span
    before, after = fold(text[:start]), fold(text[end:])
    there, ready, way = ways.there.match(after), ways.ready.match(after), ways.way.search(before)
    early = ways.early.match(after)
    leave = ways.leave.search(before) if early is not None else None
    named = way or leave
    head = named.start() if named is not None else start
    lead = ways.lead.search(before[:head])
    assert lead is not None, "it may match nothing"
    towards = ways.towards.match(after) if lead[0].strip() or not before.strip() else None
    behind = [one for one in (there, ready, towards, early if leave is not None else None) if one is not None]
    if not behind and named is None:
        return None
    return lead.start(), end + max((one.end() for one in behind), default=0), ready is not None


_Lengths = list[tuple[timedelta, tuple[int, int]]]


def _lengths(text: str, language: str) -> _Lengths:
    """Every length, each side of a comma read by itself: "…to 16h, 20 minutes" is not 16 h 20.

    So is what follows an hour: "a las 15h y 20 minutos para llegar".
    """
    found: _Lengths = []
    place = 0
    for piece in text.split(","):
        for length, (start, end) in when.durations(piece, language):
            joint = _JOINT.search(piece, start, end)
            if joint is not None and (length > MOST or _CLOCK_LEAD.search(fold(piece[:start])) is not None):
                begins = joint.end()
                apart = when.durations(piece[begins:], language)
                found += [(one, (first + place + begins, last + place + begins)) for one, (first, last) in apart]
            else:
                found.append((length, (start + place, end + place)))
        place += len(piece) + 1
    return found


_JOINT = re.compile(r"\s(?:and|y|et|e)\s")
_CLOCK_LEAD = re.compile(r"\b(?:at|las?|as|a|aos?)\s*\Z")


def _bare_minutes(text: str, lengths: _Lengths, ways: _Compiled) -> _Lengths:
    """Lengths of which only the number is said, beside one that is told in full: "… and 15 to get ready"."""
    taken = [span for _, span in lengths]
    return [
        (timedelta(minutes=int(one["number"])), one.span("number"))
        for one in ways.bare.finditer(fold(text))
        if not any(start <= one.start() < end for start, end in taken)
    ]


_SAYS_LITTLE = re.compile(
    r"(?:the |my |an? |mi |una? |la |el |mon |un |le |o |a |meu |minha |uma? )*"
    r"(?:appointment|meeting|rdv|rendez[- ]vous|reunion|cita|consulta|reuniao)"
    r"|be|get|arrive|go|estar|llegar|ir|etre|arriver|aller|chegar"
)


_GOVERNS = re.compile(
    r"\b(?:focar|concentrar|inscrever|inscribir|matricular|participar|pensar|trabalhar|trabajar|apuntar|mexer|pegar|votar)"
    r"(?:[- ]?(?:me|se|te|nos))?\s*\Z"
)
"""Verbs that lead to what they are about with the word for "in"."""


def placed(title: str, language: str) -> tuple[str, str]:
    """A title without the place at its end, and the place: "Lunch with Ana", "Mercado".

    Where all that is left says little ("rdv chez le dentiste"), it stays whole.
    """
    found = None
    for found in _ways(language).place.finditer(fold(title)):  # noqa: B007  # the last one is meant
        pass
    if found is None or not title[: found.start()].strip():
        return title, ""
    if _GOVERNS.search(fold(title[: found.start()])) is not None:
        return title, ""  # "focar no bug do login" is at no bug
    begins = found.start("kept") if found["kept"] else found.end()
    place = title[begins:].strip(" .,;!")
    left = title[: found.start()].strip(" ,;")
    if not place:
        return title, ""
    return (title if _SAYS_LITTLE.fullmatch(fold(left)) else left), place
