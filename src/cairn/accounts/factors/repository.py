"""Queries over factors and what is proven by them. Whatever works once is one conditional statement."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.engine import CursorResult

from cairn.accounts.factors.models import Authenticator, Challenge, Factor, Passkey, RecoveryCode, SignIn
from cairn.platform.errors import NotFound
from cairn.platform.work import UnitOfWork

_LOCK = text("select pg_advisory_xact_lock(20024, hashtext(:person))")


async def in_turn(work: UnitOfWork) -> None:
    """Let whoever changes the factors of this person go one after another."""
    await work.session.execute(_LOCK, {"person": str(work.user_id)})


# ------------------------------------------------------------------------------------------------------------- factors


async def has_second(work: UnitOfWork, user_id: UUID) -> bool:
    """Whether somebody has a factor besides their password; in their own or the system's unit of work."""
    query = select(Factor.id).where(Factor.user_id == user_id, Factor.confirmed_at.is_not(None)).limit(1)
    return await work.session.scalar(query) is not None


async def confirmed(work: UnitOfWork) -> Sequence[Factor]:
    """The person's factors that have proven that they work, oldest first. There are few: each kind has a limit."""
    query = select(Factor).where(Factor.user_id == work.user_id, Factor.confirmed_at.is_not(None)).order_by(Factor.id)
    return (await work.session.scalars(query)).all()


async def factor(work: UnitOfWork, factor_id: UUID) -> Factor:
    query = select(Factor).where(
        Factor.user_id == work.user_id, Factor.id == factor_id, Factor.confirmed_at.is_not(None)
    )
    found: Factor | None = await work.session.scalar(query)
    if found is None:
        raise NotFound
    return found


async def remove(work: UnitOfWork, factor_id: UUID) -> bool:
    """Take a factor away, once; whether this call did it."""
    done = await work.session.execute(delete(Factor).where(Factor.user_id == work.user_id, Factor.id == factor_id))
    assert isinstance(done, CursorResult)
    return done.rowcount == 1


async def app(work: UnitOfWork) -> Authenticator | None:
    """The authenticator app in use."""
    return await _app(work, is_confirmed=True)


async def new_app(work: UnitOfWork) -> Authenticator | None:
    """The app that is being set up."""
    return await _app(work, is_confirmed=False)


async def _app(work: UnitOfWork, *, is_confirmed: bool) -> Authenticator | None:
    found: Authenticator | None = await work.session.scalar(
        select(Authenticator).where(
            Authenticator.user_id == work.user_id,
            Authenticator.confirmed_at.is_not(None) if is_confirmed else Authenticator.confirmed_at.is_(None),
        )
    )
    return found


async def use_step(work: UnitOfWork, app_id: UUID, step: int) -> bool:
    """Use up a step of an app, and all before it; whether nobody had."""
    done = await work.session.scalar(
        update(Authenticator)
        .where(
            Authenticator.user_id == work.user_id,
            Authenticator.id == app_id,
            Authenticator.last_step.is_(None) | (Authenticator.last_step < step),
        )
        .values(last_step=step, last_used_at=work.now)
        .returning(Authenticator.id)
        .execution_options(synchronize_session=False)
    )
    return done is not None


async def passkeys(work: UnitOfWork) -> Sequence[Passkey]:
    query = select(Passkey).where(Passkey.user_id == work.user_id).order_by(Passkey.id)
    return (await work.session.scalars(query)).all()


async def passkey_by_credential(work: UnitOfWork, credential_id: bytes) -> Passkey | None:
    """Whose key this is; in the system's unit of work anybody's, in a person's only theirs."""
    found: Passkey | None = await work.session.scalar(select(Passkey).where(Passkey.credential_id == credential_id))
    return found


async def count_passkey(work: UnitOfWork, passkey_id: UUID, sign_count: int) -> bool:
    """Note a use of a passkey, unless its counter has come to this already. Keys that don't count stay at 0."""
    done = await work.session.scalar(
        update(Passkey)
        .where(
            Passkey.user_id == work.user_id,
            Passkey.id == passkey_id,
            (Passkey.sign_count < sign_count) | ((Passkey.sign_count == 0) & (sign_count == 0)),
        )
        .values(sign_count=sign_count, last_used_at=work.now)
        .returning(Passkey.id)
        .execution_options(synchronize_session=False)
    )
    return done is not None


async def forget_unfinished(work: UnitOfWork, before: datetime) -> None:
    """Everybody's apps that were never confirmed, in the system's unit of work."""
    await work.session.execute(delete(Factor).where(Factor.confirmed_at.is_(None), Factor.created_at < before))


# ------------------------------------------------------------------------------------------------------ recovery codes


async def use_recovery_code(work: UnitOfWork, code_hash: bytes) -> UUID | None:
    found: UUID | None = await work.session.scalar(
        update(RecoveryCode)
        .where(
            RecoveryCode.user_id == work.user_id,
            RecoveryCode.code_hash == code_hash,
            RecoveryCode.used_at.is_(None),
        )
        .values(used_at=work.now)
        .returning(RecoveryCode.id)
    )
    return found


async def recovery_codes_left(work: UnitOfWork) -> int:
    query = select(func.count()).where(RecoveryCode.user_id == work.user_id, RecoveryCode.used_at.is_(None))
    return (await work.session.scalar(query)) or 0


async def drop_recovery_codes(work: UnitOfWork) -> None:
    await work.session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == work.user_id))


# ------------------------------------------------------------------------------------------------------------ sign-ins


def _standing(work: UnitOfWork) -> tuple[Any, ...]:
    return (SignIn.used_at.is_(None), SignIn.expires_at > work.now)


async def sign_in_by_token(work: UnitOfWork, token_hash: bytes) -> SignIn | None:
    """A half-finished sign-in that still stands, in the system's unit of work."""
    found: SignIn | None = await work.session.scalar(
        select(SignIn).where(SignIn.token_hash == token_hash, *_standing(work))
    )
    return found


async def try_sign_in(work: UnitOfWork, sign_in_id: UUID, most: int) -> bool:
    """Count a try of the second step; whether there was one left."""
    return await _changed(work, sign_in_id, SignIn.tries < most, tries=SignIn.tries + 1)


async def prove_sign_in(work: UnitOfWork, sign_in_id: UUID) -> bool:
    """Note that the second factor was proven and a letter is missing; whether this call did it."""
    return await _changed(work, sign_in_id, SignIn.proven_at.is_(None), proven_at=work.now, letters=1)


async def ask_letter(work: UnitOfWork, sign_in_id: UUID, most: int) -> bool:
    """Count another letter; whether one may be sent."""
    may = SignIn.proven_at.is_not(None) & (SignIn.letters < most)
    return await _changed(work, sign_in_id, may, letters=SignIn.letters + 1, letter_hash=None)


async def use_sign_in(work: UnitOfWork, sign_in_id: UUID) -> bool:
    """Finish a sign-in, once; whether this call did it."""
    return await _changed(work, sign_in_id, SignIn.used_at.is_(None), used_at=work.now)


async def _changed(work: UnitOfWork, sign_in_id: UUID, condition: Any, **values: Any) -> bool:
    done = await work.session.scalar(
        update(SignIn)
        .where(SignIn.id == sign_in_id, *_standing(work), condition)
        .values(**values)
        .returning(SignIn.id)
        .execution_options(synchronize_session=False)
    )
    return done is not None


async def own_sign_in(work: UnitOfWork, sign_in_id: UUID) -> SignIn | None:
    """The same in the person's own unit of work."""
    found: SignIn | None = await work.session.scalar(
        select(SignIn).where(SignIn.user_id == work.user_id, SignIn.id == sign_in_id, *_standing(work))
    )
    return found


async def set_letter(work: UnitOfWork, sign_in_id: UUID, letter_hash: bytes) -> None:
    await work.session.execute(
        update(SignIn)
        .where(SignIn.user_id == work.user_id, SignIn.id == sign_in_id)
        .values(letter_hash=letter_hash)
        .execution_options(synchronize_session=False)
    )


async def use_letter(work: UnitOfWork, sign_in_id: UUID, letter_hash: bytes) -> bool:
    """Use up the code of the newest letter; whether it was this one."""
    done = await work.session.scalar(
        update(SignIn)
        .where(
            SignIn.user_id == work.user_id,
            SignIn.id == sign_in_id,
            SignIn.proven_at.is_not(None),
            SignIn.letter_hash == letter_hash,
            *_standing(work),
        )
        .values(letter_hash=None)
        .returning(SignIn.id)
        .execution_options(synchronize_session=False)
    )
    return done is not None


async def end_sign_ins(work: UnitOfWork, user_id: UUID) -> None:
    """Let none of a person's half-finished sign-ins go on: their password is another now."""
    await work.session.execute(
        update(SignIn)
        .where(SignIn.user_id == user_id, SignIn.used_at.is_(None))
        .values(used_at=work.now)
        .execution_options(synchronize_session=False)
    )


async def remove_since(work: UnitOfWork, user_id: UUID, since: datetime) -> int:
    """Remove a person's factors and recovery codes of this moment and later, in the system's own work.

    Codes stand in for a factor: they go with the last.

    Returns:
        How many factors there were.
    """
    gone = delete(Factor).where(Factor.user_id == user_id, Factor.confirmed_at >= since).returning(Factor.id)
    count = len((await work.session.scalars(gone)).all())
    codes = delete(RecoveryCode).where(RecoveryCode.user_id == user_id)
    kept = await has_second(work, user_id)
    await work.session.execute(codes.where(RecoveryCode.created_at >= since) if kept else codes)
    return count


async def forget_sign_ins(work: UnitOfWork, before: datetime) -> None:
    await work.session.execute(delete(SignIn).where(SignIn.expires_at < before))


# ---------------------------------------------------------------------------------------------------------- challenges


async def answer_challenge(
    work: UnitOfWork, challenge: bytes, purpose: str, *, user_id: UUID | None, asked_in: UUID | None
) -> bool:
    """Take a challenge away, once; whether it stood, and was asked of this person, in this place, for this purpose."""
    done = await work.session.scalar(
        delete(Challenge)
        .where(
            Challenge.challenge == challenge,
            Challenge.purpose == purpose,
            Challenge.user_id.is_not_distinct_from(user_id),
            Challenge.asked_in.is_not_distinct_from(asked_in),
            Challenge.expires_at > work.now,
        )
        .returning(Challenge.id)
        .execution_options(synchronize_session=False)
    )
    return done is not None


async def forget_challenges(work: UnitOfWork) -> None:
    """Challenges whose time is over: all a person's unit of work sees, everybody's in the system's."""
    await work.session.execute(
        delete(Challenge).where(Challenge.expires_at <= work.now).execution_options(synchronize_session=False)
    )
