"""What a session says by itself, in one line. Pure."""

from collections.abc import Mapping
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


SAID: Mapping[str, Mapping[str, str]] = {
    "en": {
        "focus.started": "The time runs: {title}, until {when}.",
        "focus.paused": "Paused: {title}.",
        "focus.resumed": "On again: {title}, until {when}.",
        "focus.extended": "More time: {title}, until {when}.",
        "focus.stopped": "Stopped: {title}.",
        "focus.finished": "Finished: {title}.",
        "parked.kept": "Parked for afterwards: {title}.",
    },
    "es": {
        "focus.started": "El tiempo corre: {title}, hasta {when}.",
        "focus.paused": "En pausa: {title}.",
        "focus.resumed": "Sigue: {title}, hasta {when}.",
        "focus.extended": "Más tiempo: {title}, hasta {when}.",
        "focus.stopped": "Parada: {title}.",
        "focus.finished": "Terminada: {title}.",
        "parked.kept": "Aparcado para después: {title}.",
    },
    "fr": {
        "focus.started": "Le temps court : {title}, jusqu’à {when}.",
        "focus.paused": "En pause : {title}.",
        "focus.resumed": "Ça reprend : {title}, jusqu’à {when}.",
        "focus.extended": "Plus de temps : {title}, jusqu’à {when}.",
        "focus.stopped": "Arrêtée : {title}.",
        "focus.finished": "Terminée : {title}.",
        "parked.kept": "Mis de côté pour après : {title}.",
    },
    "pt": {
        "focus.started": "O tempo corre: {title}, até {when}.",
        "focus.paused": "Em pausa: {title}.",
        "focus.resumed": "Continua: {title}, até {when}.",
        "focus.extended": "Mais tempo: {title}, até {when}.",
        "focus.stopped": "Parada: {title}.",
        "focus.finished": "Terminada: {title}.",
        "parked.kept": "Guardado para depois: {title}.",
    },
}
"""What is told of a receipt, by its kind."""


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


def said(kind: str, language: str) -> str | None:
    """The sentence for a receipt of ours, with places for its title and its time; nothing for others."""
    return SAID.get(language.partition("-")[0], SAID["en"]).get(kind)
