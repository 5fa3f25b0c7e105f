"""What a new password may be: long enough, and not among the first that somebody would guess.

No rule says which characters it has. How hard it is to guess is told by zxcvbn, which knows the thirty thousand
passwords met most in breaches, names, words, rows of keys, dates, repeats, and how people disguise them.
"""

import re
import unicodedata
from collections.abc import Iterable
from math import prod

from zxcvbn_rs_py import Warning as Hint
from zxcvbn_rs_py import zxcvbn

from cairn.accounts.errors import (
    PasswordTooCommon,
    PasswordTooEasy,
    PasswordTooLong,
    PasswordTooPersonal,
    PasswordTooShort,
)

SHORTEST = 8
LONG = 15
"""From here on length itself is worth something; it is what we advise."""
LONGEST = 256

ENOUGH = 6.0
"""Guesses, as a power of ten: the third of zxcvbn's five steps, out of reach for who has to ask the server."""
ENOUGH_WHEN_LONG = 5.0

# zxcvbn's time rises with the square of the length, times the number of ways to read symbols as letters: a password of
# a hundred brackets takes it seconds. So only so much is read, and symbols as letters only where that is a few ways.
READ = 64
MOST_READINGS = 8
_DISGUISES = ("4@", "8", "({[<", "3", "69", "1!|", "1|7", "0", "$5", "+7", "%", "2")
_UNREAD = str.maketrans("@({[<!|$+%", "жцчшщэюябд")

_COMMON = (Hint.ThisIsATop10Password, Hint.ThisIsATop100Password, Hint.ThisIsACommonPassword)
_PIECES = re.compile(r"[\W_]+")
OURS = "cairn"
SECRET = 4
"""Letters and digits that nobody connects with the person: fewer are soon tried."""


def normalised(password: str) -> str:
    """One form for what looks alike: keyboards write é as one character or as two."""
    return unicodedata.normalize("NFKC", password)


def check(password: str, about: Iterable[str], field: str) -> None:
    """Refuse a new password that is too short, too long or too easy to guess. It may take some 50 ms.

    Args:
        password: As `normalised`.
        about: What others know of its person: the name, the address.
        field: What to name in the refusal.

    Raises:
        PasswordTooShort, PasswordTooLong, PasswordTooCommon, PasswordTooPersonal, PasswordTooEasy: with what to do.
    """
    if len(password) < SHORTEST:
        raise PasswordTooShort(field=field)
    if len(password) > LONGEST:
        raise PasswordTooLong(field=field)
    enough = ENOUGH_WHEN_LONG if len(password) >= LONG else ENOUGH
    read = readable(password)
    known = _known(about)
    if _mostly(known, password):
        raise PasswordTooPersonal(field=field)
    if zxcvbn(read, known).guesses_log10 >= enough:
        return
    alone = zxcvbn(read)
    if alone.guesses_log10 >= enough:
        raise PasswordTooPersonal(field=field)
    raise (PasswordTooCommon if alone.feedback and alone.feedback.warning in _COMMON else PasswordTooEasy)(field=field)


def readable(password: str) -> str:
    """What zxcvbn is given: no more than it reads in bounded time."""
    start = password[:READ]
    readings = prod(max(1, sum(one in start for one in disguise)) for disguise in _DISGUISES)
    return start if readings <= MOST_READINGS else start.translate(_UNREAD)


def _mostly(known: list[str], password: str) -> bool:
    """Whether hardly anything is left without these words; zxcvbn takes what joins them for a secret."""
    rest = password.lower()
    for word in sorted(known, key=len, reverse=True):
        rest = rest.replace(word, " ")
    return len(_PIECES.sub("", rest)) < SECRET < len(_PIECES.sub("", password))


def _known(about: Iterable[str]) -> list[str]:
    words = {OURS}
    for one in about:
        whole = normalised(one).lower()
        words.update({whole, *_PIECES.split(whole)})
    return sorted(word for word in words if len(word) > 2)
