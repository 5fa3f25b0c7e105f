"""Queries over phone numbers and codes."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import case, delete, exists, func, null, select, text, update

from cairn.accounts.phones.models import Phone, PhoneCode
from cairn.accounts.phones.rules import TRIES, Purpose
from cairn.platform.work import UnitOfWork

_LOCK = text("select pg_advisory_xact_lock(20023, hashtext(:person))")
_COUNT = text("select count_text_to(:number, cast(:now as timestamptz), cast(:most as integer))")


async def in_turn(work: UnitOfWork) -> None:
    """Let whoever changes numbers or sends codes of this person go one after another.

    A lock of its own, not the person's row: a second factor may hold a code while it waits for that row.
    """
    await work.session.execute(_LOCK, {"person": str(work.user_id)})


async def phones(work: UnitOfWork) -> tuple[Phone | None, Phone | None]:
    """The number that is confirmed, and the one that waits for it."""
    rows = (await work.session.scalars(select(Phone).where(Phone.user_id == work.user_id))).all()
    verified = next((row for row in rows if row.verified_at is not None), None)
    return verified, next((row for row in rows if row.verified_at is None), None)


async def remove(work: UnitOfWork, phone: Phone) -> None:
    await work.session.execute(delete(Phone).where(Phone.user_id == work.user_id, Phone.id == phone.id))


async def remove_since(work: UnitOfWork, user_id: UUID, since: datetime) -> Sequence[UUID]:
    """Remove a person's numbers that were given or confirmed at this moment or later, in the system's own work."""
    gone = delete(Phone).where(Phone.user_id == user_id, (Phone.created_at >= since) | (Phone.verified_at >= since))
    return (await work.session.scalars(gone.returning(Phone.id))).all()


async def verify(work: UnitOfWork, phone_id: UUID) -> bool:
    """Confirm a number that waits for it; whether it still did."""
    done = await work.session.scalar(
        update(Phone)
        .where(Phone.user_id == work.user_id, Phone.id == phone_id, Phone.verified_at.is_(None))
        .values(verified_at=work.now)
        .returning(Phone.id)
    )
    return done is not None


async def count_to(work: UnitOfWork, number_index: bytes, most: int | None) -> bool:
    """Count a text to a number, whoever sends it, if fewer than so many went there in a day; whether it was counted."""
    counted = await work.session.scalar(_COUNT, {"number": number_index, "now": work.now, "most": most})
    return bool(counted)


async def codes_since(work: UnitOfWork, moment: datetime, phone_id: UUID | None = None) -> int:
    """How many codes were sent to this person, or to one of their numbers."""
    query = select(func.count()).where(PhoneCode.user_id == work.user_id, PhoneCode.created_at > moment)
    if phone_id is not None:
        query = query.where(PhoneCode.phone_id == phone_id)
    return (await work.session.scalar(query)) or 0


async def code(work: UnitOfWork, code_id: UUID) -> PhoneCode | None:
    """A code that could still be used."""
    found: PhoneCode | None = await work.session.scalar(
        select(PhoneCode).where(
            PhoneCode.user_id == work.user_id,
            PhoneCode.id == code_id,
            PhoneCode.used_at.is_(None),
            PhoneCode.expires_at > work.now,
        )
    )
    return found


async def newest_code(work: UnitOfWork, phone_id: UUID) -> PhoneCode | None:
    found: PhoneCode | None = await work.session.scalar(
        select(PhoneCode)
        .where(PhoneCode.user_id == work.user_id, PhoneCode.phone_id == phone_id)
        .order_by(PhoneCode.created_at.desc(), PhoneCode.id.desc())
        .limit(1)
    )
    return found


async def use_code(work: UnitOfWork, purpose: Purpose, code_hash: bytes) -> UUID | None:
    """Try a code; the number it went to if it is right.

    One conditional update: of many who try at once each is counted, and one at most finds it unused.
    """
    right = PhoneCode.code_hash == code_hash
    tried = (
        await work.session.execute(
            update(PhoneCode)
            .where(
                PhoneCode.user_id == work.user_id,
                PhoneCode.purpose == purpose,
                PhoneCode.used_at.is_(None),
                PhoneCode.expires_at > work.now,
                PhoneCode.tries < TRIES,
            )
            .values(
                tries=PhoneCode.tries + 1,
                used_at=case((right, work.now), else_=PhoneCode.used_at),
                code_cipher=case((right, null()), else_=PhoneCode.code_cipher),
            )
            .returning(PhoneCode.used_at, PhoneCode.phone_id)
            .execution_options(synchronize_session=False)
        )
    ).first()
    return tried.phone_id if tried is not None and tried.used_at is not None else None


async def end_codes(work: UnitOfWork, purpose: Purpose | None = None) -> None:
    """Let no code of this person work any more, or none for one purpose."""
    change = update(PhoneCode).where(PhoneCode.user_id == work.user_id, PhoneCode.used_at.is_(None))
    if purpose is not None:
        change = change.where(PhoneCode.purpose == purpose)
    await work.session.execute(
        change.values(used_at=work.now, code_cipher=None).execution_options(synchronize_session=False)
    )


async def blank(work: UnitOfWork, code_id: UUID) -> None:
    """Drop the code itself once the carrier has it; its hash stays."""
    await work.session.execute(
        update(PhoneCode)
        .where(PhoneCode.user_id == work.user_id, PhoneCode.id == code_id)
        .values(code_cipher=None)
        .execution_options(synchronize_session=False)
    )


async def everything(work: UnitOfWork) -> tuple[Sequence[Phone], Sequence[PhoneCode]]:
    numbers = await work.session.scalars(select(Phone).where(Phone.user_id == work.user_id).order_by(Phone.id))
    codes = await work.session.scalars(
        select(PhoneCode).where(PhoneCode.user_id == work.user_id).order_by(PhoneCode.id)
    )
    return numbers.all(), codes.all()


async def forget_before(work: UnitOfWork, moment: datetime) -> None:
    """Drop everybody's old codes, numbers that were never confirmed by them, and what was counted then."""
    await work.session.execute(delete(PhoneCode).where(PhoneCode.created_at < moment))
    asked = exists().where(PhoneCode.phone_id == Phone.id, PhoneCode.user_id == Phone.user_id)
    unconfirmed = Phone.verified_at.is_(None) & (Phone.created_at < moment)
    await work.session.execute(delete(Phone).where(unconfirmed, ~asked).execution_options(synchronize_session=False))
    await work.session.execute(text("delete from number_texts where asked_at < :moment"), {"moment": moment})
