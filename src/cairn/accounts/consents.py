"""What somebody agreed to: which words, in which version and language, and when; and when they took it back."""

from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import delete, select, update

from cairn.accounts import repository
from cairn.accounts.errors import NeededConsent, OldTerms
from cairn.accounts.models import Consent
from cairn.accounts.schemas import ConsentOut, NewConsent
from cairn.platform.errors import NotFound
from cairn.platform.http import Page, PageQuery, paginate
from cairn.platform.trail import plain
from cairn.platform.work import UnitOfWork

TERMS = "terms"
"""What Cairn keeps, who reads it and how to take it back, as the page shows it before the sign-up (`/terms`)."""
TERMS_VERSION = "2026-11-26"
"""Rises with every change of these words; who agreed to older ones is asked again."""


@dataclass(frozen=True, slots=True)
class Document:
    """Words that people agree to.

    Args:
        version: The one that holds now.
        needed: Without it there can be no account.
    """

    version: str
    needed: bool


DOCUMENTS = {TERMS: Document(TERMS_VERSION, needed=True)}


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
    if version is not None:
        _add(work, user_id, TERMS, version, locale, "sign-up")


async def listing(work: UnitOfWork, page: PageQuery) -> Page[ConsentOut]:
    """All that the person ever agreed to, newest first, also what they took back."""
    query = select(Consent).where(Consent.user_id == work.user_id)
    rows, following = await paginate(work.session, query, page, Consent.given_at, Consent.id, descending=True)
    return Page(items=[_shown(row) for row in rows], next_cursor=following)


async def give(work: UnitOfWork, new: NewConsent) -> ConsentOut:
    """Agree to a document as it reads now. Agreed to twice is the same as once.

    Raises:
        NotFound: there is no such document.
        OldTerms: the person was shown other words than those that hold now.
    """
    if new.document not in DOCUMENTS:
        raise NotFound
    if new.version != DOCUMENTS[new.document].version:
        raise OldTerms(field="version")
    await repository.get(work, work.user_id, lock=True)  # two at once would both find none
    standing = _standing(work, new.document)
    row = await work.session.scalar(select(Consent).where(*standing, Consent.version == new.version).limit(1))
    if row is None:
        row = _add(work, work.user_id, new.document, new.version, work.actor.locale, "preferences")
        await work.session.flush()
        told = {"document": new.document, "version": new.version}
        await work.audit("consent.given", row.id, kind="consent", detail=told, changes={"consent": plain(False, True)})
    return _shown(row)


async def withdraw(work: UnitOfWork, consent_id: UUID) -> None:
    """Take back what was agreed to, in whichever version; that it was stays. Withdrawn twice is the same as once.

    Raises:
        NotFound: this person has none with that id.
        NeededConsent: there is no account without it.
    """
    mine = select(Consent.document).where(Consent.user_id == work.user_id, Consent.id == consent_id)
    document = await work.session.scalar(mine)
    if document is None:
        raise NotFound
    if document in DOCUMENTS and DOCUMENTS[document].needed:
        raise NeededConsent
    ended = update(Consent).where(*_standing(work, document)).values(withdrawn_at=work.now).returning(Consent.id)
    rows = (await work.session.scalars(ended)).all()
    if rows:
        changes = {"consent": plain(True, False)}
        await work.audit("consent.withdrawn", rows[0], kind="consent", detail={"document": document}, changes=changes)


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


def _standing(work: UnitOfWork, document: str) -> tuple[Any, ...]:
    return Consent.user_id == work.user_id, Consent.document == document, Consent.withdrawn_at.is_(None)


def _add(
    work: UnitOfWork,
    user_id: UUID,
    document: str,
    version: str,
    locale: str,
    shown_at: Literal["sign-up", "preferences"],
) -> Consent:
    consent = Consent(
        user_id=user_id, document=document, version=version, locale=locale, shown_at=shown_at, given_at=work.now
    )
    work.session.add(consent)
    return consent


def _shown(row: Consent) -> ConsentOut:
    document = DOCUMENTS.get(row.document)
    return ConsentOut(
        id=row.id,
        document=row.document,
        version=row.version,
        locale=row.locale,
        shown_at="sign-up" if row.shown_at == "sign-up" else "preferences",
        given_at=row.given_at,
        withdrawn_at=row.withdrawn_at,
        needed=document is not None and document.needed,
        newest=document.version if document is not None else row.version,
    )
