"""What a notice says in a browser: as much as fits a glance, and what its buttons need."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from cairn.notify.letters import moment_line
from cairn.notify.repository import Begun

LONGEST_TITLE = 150
LONGEST_BODY = 300


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of notices, in one language."""

    something: str
    done: str
    later: str
    trial: str
    trial_body: str


PHRASES = {
    "en": Phrases("Something for now", "Done", "In 10 minutes", "This is how you'll hear", "It works on this device."),
    "es": Phrases("Algo para ahora", "Hecho", "En 10 minutos", "Así te enterarás", "Funciona en este dispositivo."),
    "fr": Phrases(
        "Quelque chose pour maintenant",
        "Fait",
        "Dans 10 minutes",
        "Voilà comment tu le sauras",
        "Ça marche sur cet appareil.",
    ),
    "pt": Phrases(
        "Algo para agora", "Feito", "Daqui a 10 minutos", "É assim que ficas a saber", "Funciona neste dispositivo."
    ),
}


def content(delivery: Begun, *, now: datetime, zone: ZoneInfo, locale: str, discreet: bool) -> bytes:
    """What one browser is sent.

    Args:
        now: The moment it is handed over: a late one says so.
        discreet: Say only that there is something: who finds the screen reads no more.
    """
    phrases = PHRASES.get(locale, PHRASES["en"])
    moment = moment_line(delivery.occurrence_at, now, zone, locale)
    said = "\n".join([moment, *([delivery.text] if delivery.text else [])])
    return _packed(
        {
            "title": phrases.something if discreet else _clipped(delivery.title, LONGEST_TITLE),
            "body": "" if discreet else _clipped(said, LONGEST_BODY, lines=True),
            "link": delivery.link,
            "delivery": str(delivery.id),
            "at": int(delivery.occurrence_at.timestamp() * 1000),
            "lang": locale,
            "done": phrases.done,
            "later": phrases.later,
        }
    )


def trial(*, locale: str, discreet: bool) -> bytes:
    """What is sent to see whether it comes."""
    phrases = PHRASES.get(locale, PHRASES["en"])
    title = phrases.something if discreet else phrases.trial
    return _packed({"title": title, "body": phrases.trial_body, "link": "/you/notices", "lang": locale})


def _packed(words: dict[str, Any]) -> bytes:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()


def _clipped(text: str, most: int, *, lines: bool = False) -> str:
    """Text without what can't be shown, cut where a glance ends."""
    shown = "".join(c if c.isprintable() or (lines and c == "\n") else " " for c in text)
    shown = shown.strip() if lines else " ".join(shown.split())
    return shown if len(shown) <= most else shown[: most - 1].rstrip() + "…"
