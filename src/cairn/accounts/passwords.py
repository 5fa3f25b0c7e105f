"""Argon2id, off the event loop and few at a time, so that hashing can't be used to stall the server."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

# OWASP's first choice for Argon2id: 19 MiB, two passes, one lane (about 65 ms here).
_hash = PasswordHash([Argon2Hasher(memory_cost=19456, time_cost=2, parallelism=1)])
_few = ThreadPoolExecutor(max_workers=max(2, os.cpu_count() or 2), thread_name_prefix="passwords")
_nobody: str | None = None

NONE = "!"
"""Stands where a password's hash would, for who signs in only by other ways: no password goes with it."""


async def hashed(password: str) -> str:
    return await asyncio.get_running_loop().run_in_executor(_few, _hash.hash, password)


async def verified(password: str, stored: str | None) -> tuple[bool, str | None]:
    """Whether a password is the stored one; without a stored one the same work is done for nothing.

    Returns:
        The answer, and a new hash to store when the parameters have risen since.
    """
    global _nobody
    if stored == NONE:
        stored = None
    # Made before either way is taken, so that the first unknown address takes no longer than a known one.
    _nobody = _nobody or await hashed("nobody's")
    right, renewed = await asyncio.get_running_loop().run_in_executor(
        _few, _hash.verify_and_update, password, stored or _nobody
    )
    return (right, renewed) if stored is not None else (False, None)
