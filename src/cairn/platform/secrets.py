"""Secrets that are handed out once and kept only as a hash."""

import hashlib
import secrets


def fresh() -> str:
    """256 random bits, safe in a URL and a cookie."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> bytes:
    """The kept form. The secret is random and long, so one round of SHA-256 is enough."""
    return hashlib.sha256(secret.encode()).digest()
