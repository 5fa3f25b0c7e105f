"""Links in letters, by the hash of their secrets: each works once, for a while, and the newest of its kind alone.

Whoever changes both a person and their links locks the person first, so that two at once wait instead of deadlocking.
"""

from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select, update

from cairn.accounts import repository
from cairn.accounts.models import EmailToken, User
from cairn.platform.errors import NotFound
from cairn.platform.secrets import digest, fresh
from cairn.platform.work import UnitOfWork


class Link(StrEnum):
    """What a link is for."""

    VERIFY = "verify"
    """It confirms the address of a new account."""
    RESET = "reset"
    """It sets a forgotten password anew."""
    CHANGE = "change"
    """It confirms the address that an account changes to."""
    UNDO = "undo"
    """It keeps or brings back the address that an account changes from."""
    STAY = "stay"
    """It keeps the account of somebody who asked to leave."""


LIFETIME = timedelta(hours=1)
UNDO_LIFETIME = timedelta(days=7)


async def new(work: UnitOfWork, purpose: Link) -> str:
    """The secret of a fresh link for the person of this work, in place of older ones."""
    await end(work, work.user_id, purpose)
    secret = fresh()
    work.session.add(
        EmailToken(user_id=work.user_id, purpose=purpose, token_hash=digest(secret), expires_at=work.now + LIFETIME)
    )
    return secret


async def renewed(work: UnitOfWork, link_id: UUID, lifetime: timedelta | None = None) -> tuple[EmailToken, str] | None:
    """A fresh secret for a link that waits for its letter; `None` when it was used or replaced meanwhile.

    Args:
        lifetime: How long it works from now on; as long as before when left out.
    """
    secret = fresh()
    values: dict[str, object] = {"token_hash": digest(secret)}
    if lifetime is not None:
        values["expires_at"] = work.now + lifetime
    found: EmailToken | None = await work.session.scalar(
        update(EmailToken)
        .where(EmailToken.id == link_id, EmailToken.used_at.is_(None), EmailToken.expires_at > work.now)
        .values(**values)
        .returning(EmailToken)
    )
    return (found, secret) if found is not None else None


async def stands(work: UnitOfWork, purpose: Link, secret: str) -> UUID | None:
    """Whose a link is that could be used now."""
    found: UUID | None = await work.session.scalar(select(EmailToken.user_id).where(*_standing(work, purpose, secret)))
    return found


async def use(work: UnitOfWork, purpose: Link, secret: str) -> tuple[User, EmailToken] | None:
    """Use up a link, once: its person, locked, and the link. `None` when it doesn't work (any more)."""
    whose = await stands(work, purpose, secret)
    if whose is None:
        return None
    try:
        user = await repository.get(work, whose, lock=True)
    except NotFound:  # removed in between
        return None
    used: EmailToken | None = await work.session.scalar(
        update(EmailToken).where(*_standing(work, purpose, secret)).values(used_at=work.now).returning(EmailToken)
    )
    return (user, used) if used is not None else None


async def end(work: UnitOfWork, user_id: UUID, *purposes: Link, after: UUID | None = None) -> None:
    """Let none of a person's links of these kinds work any more.

    Args:
        after: Only links that are younger than this one.
    """
    query = update(EmailToken).where(
        EmailToken.user_id == user_id, EmailToken.purpose.in_(purposes), EmailToken.used_at.is_(None)
    )
    if after is not None:
        query = query.where(EmailToken.id > after)
    await work.session.execute(query.values(used_at=work.now))


async def forget(work: UnitOfWork, stay: timedelta) -> None:
    """Remove links that ran out so long ago, with the addresses sealed in them."""
    await work.session.execute(delete(EmailToken).where(EmailToken.expires_at < work.now - stay))


def _standing(work: UnitOfWork, purpose: Link, secret: str) -> tuple[ColumnElement[bool], ...]:
    return (
        EmailToken.token_hash == digest(secret),
        EmailToken.purpose == purpose,
        EmailToken.used_at.is_(None),
        EmailToken.expires_at > work.now,
    )
