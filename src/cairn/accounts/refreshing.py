"""Staying signed in as a program: each refresh token is spent by its use, and one seen again ends the sign-in.

A client whose answer was lost, or whose two tabs ask at once, shows a token that was spent a moment ago. For ten
seconds, and only until the token that followed has been used, it gets the very same successor again. So there is never
more than one token that works: two holders of one token can't become two families (RFC 9700, 4.14.2).
"""

import hashlib
from datetime import timedelta

from cairn.accounts import repository, sessions
from cairn.accounts.errors import BadRefreshToken
from cairn.accounts.models import RefreshToken, Session
from cairn.accounts.schemas import TokenPair
from cairn.accounts.tokens import Tokens
from cairn.platform.crypto import Cell, DataKey
from cairn.platform.runtime import Runtime
from cairn.platform.secrets import digest, fresh
from cairn.platform.work import UnitOfWork

GRACE = timedelta(seconds=10)


async def refresh(runtime: Runtime, secret: str) -> TokenPair:
    """A new pair for a refresh token, which is spent by it. One that was spent before ends its session.

    Raises:
        BadRefreshToken: unknown, expired, spent, or its session has ended.
    """
    async with runtime.system() as work:
        token = await repository.spend(work, digest(secret))
        if token is not None:
            session = await _still_open(work, token)
            following = await _follow(work, token, session, secret) if session is not None else None
        else:
            session, following = await _again(work, secret)
    if session is None or following is None:
        raise BadRefreshToken
    access, seconds = await runtime.provider(Tokens).issue(session.id, session.user_id)
    return TokenPair(access_token=access, refresh_token=following, expires_in=seconds)


async def _follow(work: UnitOfWork, token: RefreshToken, session: Session, secret: str) -> str:
    """Put a fresh token in the place of one just spent. What came before that one is now over for good."""
    following = fresh()
    session.last_seen_at = work.now
    await repository.forget_successors(work, session.id)
    token.successor = _key(secret).seal(following, _cell(token))
    work.session.add(sessions.refresh_token(session, following, work.now))
    return following


async def _again(work: UnitOfWork, secret: str) -> tuple[Session | None, str | None]:
    """What a spent token gets: its successor once more, if it asks at once and nobody used that; or the end."""
    token = await repository.refresh_token(work, digest(secret))
    if token is None or token.spent_at is None:
        return None, None
    session = await _still_open(work, token)
    # Whoever spends the successor holds the session too: what is read now stays so until this commits.
    await work.session.refresh(token)
    if session is not None and token.successor is not None and work.now < token.spent_at + GRACE:
        return session, _key(secret).open(token.successor, _cell(token))
    await sessions.end(work, token.session_id, "a spent refresh token was used", user_id=token.user_id)
    return None, None


async def _still_open(work: UnitOfWork, token: RefreshToken) -> Session | None:
    session = await repository.live_session(work, token.session_id)
    if session is None or session.last_seen_at + timedelta(seconds=session.idle_seconds) <= work.now:
        return None
    return session


def _key(secret: str) -> DataKey:
    """A key that only the holder of a token has: the database keeps nothing but the token's hash."""
    return DataKey({1: hashlib.sha256(b"what follows|" + secret.encode()).digest()})


def _cell(token: RefreshToken) -> Cell:
    return Cell("refresh_tokens", "successor", str(token.id), str(token.user_id))
