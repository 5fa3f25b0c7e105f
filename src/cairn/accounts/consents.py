"""What somebody agreed to when they signed up: which words, in which version and language, and when."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, select

from cairn.accounts.errors import OldTerms
from cairn.accounts.models import Consent
from cairn.platform.work import UnitOfWork

TERMS = "terms"
"""What Cairn keeps, who reads it and how to take it back, as the page shows it before the sign-up (`/terms`)."""
TERMS_VERSION = "2026-11-26"
"""Rises with every change of these words; who agreed to older ones is asked again."""


def known(version: str | None) -> str | None:
    """The version that somebody agreed to, if any.

    Raises:
        OldTerms: they were shown other words than those that hold now.
    """
    if version is not None and version != TERMS_VERSION:
        raise OldTerms(field="accepted_terms")
    return version


def record(work: UnitOfWork, user_id: UUID, version: str | None, locale: str) -> None:
    """Keep what was agreed to, in the transaction that makes the account; nothing where nothing was asked."""
    if version is None:
        return
    work.session.add(
        Consent(
            user_id=user_id,
            document=TERMS,
            version=version,
            locale=locale,
            shown_at="sign-up",
            given_at=work.now,
        )
    )


async def forget(work: UnitOfWork, user_id: UUID) -> None:
    """Remove what was agreed to by whoever registered before."""
    await work.session.execute(delete(Consent).where(Consent.user_id == user_id))


async def exported(work: UnitOfWork) -> list[dict[str, Any]]:
    """Everything agreed to, as its person takes it along."""
    rows = await work.session.scalars(select(Consent).where(Consent.user_id == work.user_id).order_by(Consent.id))
    return [
        {
            "document": row.document,
            "version": row.version,
            "locale": row.locale,
            "shown_at": row.shown_at,
            "given_at": row.given_at.isoformat(),
            "withdrawn_at": row.withdrawn_at and row.withdrawn_at.isoformat(),
        }
        for row in rows
    ]
