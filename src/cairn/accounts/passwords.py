"""Argon2id, off the event loop and few at a time, so that hashing can't be used to stall the server."""

import asyncio
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError
from pwdlib.hashers.argon2 import Argon2Hasher
from pwdlib.hashers.bcrypt import BcryptHasher

from cairn.accounts import strength
from cairn.accounts.errors import TooBusy
from cairn.accounts.strength import normalised

T = TypeVar("T")

# OWASP's first choice for Argon2id: 19 MiB, two passes, one lane (about 65 ms here). bcrypt is for accounts that came
# from elsewhere; their next sign-in makes it Argon2id.
_hash = PasswordHash([Argon2Hasher(memory_cost=19456, time_cost=2, parallelism=1), BcryptHasher()])
_few = ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2), thread_name_prefix="passwords")
_nobody: str | None = None

NONE = "!"
"""Stands where a password's hash would, for who signs in only by other ways: no password goes with it."""

MOST_WAITING = 100
"""Who comes when so many wait is sent away at once: they would wait for seconds, and everybody after them longer."""
BCRYPT_READS = 72
"""Bytes that bcrypt takes in. Others dropped the rest in silence when they made the hash, so it is dropped here too."""
_waiting = 0


async def chosen(password: str, about: Sequence[str], field: str = "password") -> str:
    """Check a new password and hash it.

    Raises:
        PasswordTooShort, PasswordTooLong, PasswordTooCommon, PasswordTooPersonal, PasswordTooEasy: with what to do.
        TooBusy: too many are waiting.
    """
    return await _in_turn(_choose, password, about, field)


async def verified(password: str, stored: str | None) -> tuple[bool, str | None]:
    """Whether a password is the stored one; without a stored one the same work is done for nothing.

    Returns:
        The answer, and a new hash to store when it was made in an older way.

    Raises:
        TooBusy: too many are waiting.
    """
    global _nobody
    if stored == NONE:
        stored = None
    # Made before either way is taken, so that the first unknown address takes no longer than a known one.
    _nobody = _nobody or await _in_turn(_hash.hash, "nobody's")
    right, renewed = await _in_turn(_check, password, stored or _nobody)
    return (right, renewed) if stored is not None else (False, None)


async def _in_turn(work: Callable[..., T], *arguments: Any) -> T:
    global _waiting
    if _waiting >= MOST_WAITING:
        raise TooBusy
    _waiting += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_few, work, *arguments)
    finally:
        _waiting -= 1


def _choose(password: str, about: Sequence[str], field: str) -> str:
    password = normalised(password)
    strength.check(password, about, field)
    return _hash.hash(password)


def _check(password: str, stored: str) -> tuple[bool, str | None]:
    """Hashes made before passwords were normalised, or elsewhere, are of what was typed, byte for byte."""
    usual = normalised(password)
    for written in dict.fromkeys((usual, password)):
        right, renewed = _check_one(written, stored)
        if right:
            made_anew = renewed is not None or written != usual
            return True, _hash.hash(usual) if made_anew else None
    return False, None


def _check_one(password: str, stored: str) -> tuple[bool, str | None]:
    typed = password.encode()
    if BcryptHasher.identify(stored):
        typed = typed[:BCRYPT_READS]
    try:
        return _hash.verify_and_update(typed, stored)
    except UnknownHashError:
        return False, None
