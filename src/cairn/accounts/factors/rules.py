"""Codes as people type them, how long a wrong one makes wait, and what a device is called."""

import re
import secrets
from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum


class Method(StrEnum):
    """A way to prove more than a password does."""

    TOTP = "totp"
    PASSKEY = "passkey"
    SMS = "sms"
    RECOVERY = "recovery"
    LETTER = "letter"


class Purpose(StrEnum):
    """What a proof is for. What was asked for one thing proves nothing else."""

    REGISTER = "register"
    SIGN_IN = "sign-in"
    SECOND = "second"
    STEP_UP = "step-up"


SIGN_IN_LASTS = timedelta(minutes=10)
"""From the right password to the end of the second step."""

TRIES_OF_A_SIGN_IN = 15
LETTERS_OF_A_SIGN_IN = 3
CHALLENGE_LASTS = timedelta(minutes=5)
SETUP_LASTS = timedelta(hours=1)
"""From the code that an app scans to the proof that it works."""

RECOVERY_CODES = 10
MOST_PASSKEYS = 20

STEP = 30
"""Seconds that a code of an app holds (RFC 6238)."""

WINDOW = (0, -1, 1)
"""Steps in which a code is looked for: clocks of phones differ a little."""

# Without 0, 1, i, l, o: what is copied from paper must be read one way only. 31 ** 10 is a little less than 2 ** 50.
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # pragma: allowlist secret
_RECOVERY = re.compile(f"[{_ALPHABET}]{{10}}")
_SIX_DIGITS = re.compile(r"[0-9]{6}")


def six_digits(typed: str) -> str | None:
    """A code of six digits as apps show it, "123 456"; None if it is none.

    The digits of other scripts are digits to Python, too, but no app shows them.
    """
    plain = typed.replace(" ", "")
    return plain if _SIX_DIGITS.fullmatch(plain) else None


def recovery_code(typed: str) -> str | None:
    """A recovery code in the one form it is stored by: small, without what people put between."""
    plain = typed.replace(" ", "").replace("-", "")
    # Checked before folding: other scripts have letters that fold to ours.
    return plain.lower() if plain.isascii() and _RECOVERY.fullmatch(plain.lower()) else None


def fresh_recovery_code() -> str:
    """As it is shown: `3k7mp-x9qrt`."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"


def fresh_digits() -> str:
    return f"{secrets.randbelow(10**6):06}"


# Firefox and others name Safari or Chrome, too, so the order matters.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
)
_PROGRAM = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,24}")


def device_of(user_agent: str) -> str:
    """What a device is called in a letter: "Firefox, Windows", a program's own name, or nothing.

    Only known words leave this function, or one short word that is no address: whoever signs in writes the text.
    """
    named = [word for word in (_first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent)) if word]
    if named:
        return ", ".join(named)
    program = _PROGRAM.match(user_agent.split("/", maxsplit=1)[0])
    return program[0] if program else ""


def _first(marks: Iterable[tuple[str, str]], user_agent: str) -> str | None:
    return next((name for mark, name in marks if mark in user_agent), None)
