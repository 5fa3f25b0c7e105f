"""What a code is for, how long it works, and how it is told."""

import secrets
from datetime import timedelta
from enum import StrEnum
from urllib.parse import urlsplit


class Purpose(StrEnum):
    """What a code is for. One that was sent for one thing does nothing else."""

    VERIFY = "verify"
    SIGN_IN = "sign-in"
    STEP_UP = "step-up"


CODE_LASTS = timedelta(minutes=10)
TRIES = 5
"""Wrong codes before the right one doesn't work either: with `TEXTS_AN_HOUR`, 15 guesses of a million in an hour."""

TEXTS_AN_HOUR = 3
"""To one account, for all purposes together."""

TEXTS_A_DAY = 10
"""To one number: whoever asks until it is confirmed, then each who confirmed it."""

_FOR = {
    "en": {
        Purpose.VERIFY: "confirms your number",
        Purpose.SIGN_IN: "signs you in",
        Purpose.STEP_UP: "confirms that it's you",
    },
    "es": {
        Purpose.VERIFY: "confirma tu número",
        Purpose.SIGN_IN: "inicia tu sesión",
        Purpose.STEP_UP: "confirma que eres tú",
    },
    "fr": {
        Purpose.VERIFY: "confirme ton numéro",
        Purpose.SIGN_IN: "ouvre ta session",
        Purpose.STEP_UP: "confirme que c'est toi",
    },
    "pt": {
        Purpose.VERIFY: "confirma o teu número",
        Purpose.SIGN_IN: "inicia a tua sessão",
        Purpose.STEP_UP: "confirma que és tu",
    },
}
_WORDS = {
    "en": "{code} {does} in Cairn. It works once, for 10 minutes. Nobody will ask you for it.",
    "es": "{code} {does} en Cairn. Sirve una vez, durante 10 minutos. Nadie te lo va a pedir.",
    "fr": "{code} {does} dans Cairn. Il sert une fois, pendant 10 minutes. Personne ne te le demandera.",
    "pt": "{code} {does} no Cairn. Serve uma vez, durante 10 minutos. Ninguém to vai pedir.",
}


def fresh_code() -> str:
    """Six digits."""
    return f"{secrets.randbelow(10**6):06}"


def told(code: str, purpose: Purpose, locale: str, page: str) -> str:
    """The text that brings a code.

    Its last line binds the code to the page's own host, so that a phone offers it there and nowhere else.
    """
    words = _WORDS[locale].format(code=code, does=_FOR[locale][purpose])
    parts = urlsplit(page)
    return f"{words}\n\n@{parts.hostname} #{code}" if parts.scheme == "https" else words
