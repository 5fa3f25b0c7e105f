"""What a session says by itself, in one line. Pure."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from cairn.focus.rules import LATE, Happens


@dataclass(frozen=True, slots=True)
class Lines:
    """One language's."""

    untitled: str
    half: str
    time_up: str
    time_up_late: str
    half_late: str
    one_runs: str
    left: str


LINES = {
    "en": Lines(
        untitled="Focus",
        half="Half way. How is it going?",
        half_late="Half way was at {then}. How is it going?",
        time_up="Time is up.",
        time_up_late="Time was up at {then}. It’s {now} now.",
        one_runs="This one runs already.",
        left="{minutes} min left.",
    ),
    "es": Lines(
        untitled="Concentración",
        half="Vas por la mitad. ¿Qué tal va?",
        half_late="La mitad fue a las {then}. ¿Qué tal va?",
        time_up="Se acabó el tiempo.",
        time_up_late="El tiempo se acabó a las {then}. Ahora son las {now}.",
        one_runs="Esta ya está en marcha.",
        left="Quedan {minutes} min.",
    ),
    "fr": Lines(
        untitled="Concentration",
        half="Tu es à la moitié. Comment ça se passe ?",
        half_late="La moitié, c’était à {then}. Comment ça se passe ?",
        time_up="Le temps est écoulé.",
        time_up_late="Le temps s’est écoulé à {then}. Il est {now}.",
        one_runs="Celle-ci est déjà en cours.",
        left="Il reste {minutes} min.",
    ),
    "pt": Lines(
        untitled="Foco",
        half="Vais a meio. Como está a correr?",
        half_late="O meio foi às {then}. Como está a correr?",
        time_up="O tempo acabou.",
        time_up_late="O tempo acabou às {then}. Agora são {now}.",
        one_runs="Esta já está a decorrer.",
        left="Faltam {minutes} min.",
    ),
}


def lines(language: str) -> Lines:
    return LINES.get(language.partition("-")[0], LINES["en"])


def told(what: Happens, at: datetime, now: datetime, zone: ZoneInfo, language: str) -> str:
    """What is said at half way or at the end; what is said late says so.

    Args:
        at: The moment it is about.
    """
    words, late = lines(language), now - at >= LATE
    if what is Happens.HALF:
        line = words.half_late if late else words.half
    else:
        line = words.time_up_late if late else words.time_up
    return line.format(then=_clock(at, now, zone), now=f"{now.astimezone(zone):%H:%M}")


def _clock(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{local:%H:%M}" if local.date() == now.astimezone(zone).date() else f"{local:%d/%m %H:%M}"
