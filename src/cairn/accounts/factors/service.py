"""A person's factors: what there is, what it is called, and taking one away."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from cairn.accounts import service as accounts
from cairn.accounts.factors import repository
from cairn.accounts.factors.changes import changed, last_removed
from cairn.accounts.factors.models import FACTOR_NAME, Factor, Passkey, RecoveryCode, SignIn
from cairn.accounts.factors.schemas import FactorOut, FactorsOut
from cairn.platform.crypto import DataKey
from cairn.platform.errors import NotFound
from cairn.platform.trail import personal
from cairn.platform.work import UnitOfWork


async def factors(work: UnitOfWork) -> FactorsOut:
    """All that protects the account besides the password."""
    found = await repository.confirmed(work)
    key = await accounts.data_key(work, work.user_id)
    left = await repository.recovery_codes_left(work)
    return FactorsOut(factors=[_shown(one, key) for one in found], recovery_codes_left=left)


async def shown(work: UnitOfWork, factor: Factor) -> FactorOut:
    return _shown(factor, await accounts.data_key(work, work.user_id))


async def rename(work: UnitOfWork, factor_id: UUID, name: str) -> FactorOut:
    """Call a factor something else.

    Raises:
        NotFound: the person has none with this id.
    """
    factor = await repository.factor(work, factor_id)
    key = await accounts.data_key(work, work.user_id)
    before = key.open(factor.name_cipher, FACTOR_NAME.of(factor.user_id, factor.id))
    factor.name_cipher = key.seal(name, FACTOR_NAME.of(factor.user_id, factor.id))
    await work.audit("factor.renamed", factor.id, kind="factor", changes={"name": personal(before, name)})
    return _shown(factor, key)


async def remove(work: UnitOfWork, factor_id: UUID) -> None:
    """Take a factor away. With the last one the recovery codes go: there is nothing that they'd stand in for.

    Raises:
        NotFound: the person has none with this id.
    """
    await repository.in_turn(work)
    factor = await repository.factor(work, factor_id)
    is_passkey = isinstance(factor, Passkey)
    if not await repository.remove(work, factor_id):
        raise NotFound
    if not await repository.has_second(work, work.user_id):
        await repository.drop_recovery_codes(work)
        await last_removed(work)
    await work.audit("factor.passkey_removed" if is_passkey else "factor.app_removed", factor_id, kind="factor")
    await changed(work, "passkey_removed" if is_passkey else "app_removed")


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """What the person has, and sign-ins that had a second step; never a secret, a key or a hash."""
    found = await factors(work)
    session = work.session
    codes = await session.scalars(
        select(RecoveryCode).where(RecoveryCode.user_id == work.user_id).order_by(RecoveryCode.id)
    )
    halves = await session.scalars(select(SignIn).where(SignIn.user_id == work.user_id).order_by(SignIn.id))
    return {
        "factors": [one.model_dump(mode="json") for one in found.factors],
        "recovery_codes": [
            {"created_at": row.created_at.isoformat(), "used_at": row.used_at.isoformat() if row.used_at else None}
            for row in codes
        ],
        "sign_ins": [
            {
                "created_at": row.created_at.isoformat(),
                "user_agent": row.user_agent,
                "address": row.address,
                "finished_at": row.used_at.isoformat() if row.used_at else None,
            }
            for row in halves
        ],
    }


def _shown(factor: Factor, key: DataKey) -> FactorOut:
    return FactorOut(
        id=factor.id,
        kind="passkey" if isinstance(factor, Passkey) else "totp",
        name=key.open(factor.name_cipher, FACTOR_NAME.of(factor.user_id, factor.id)),
        created_at=factor.created_at,
        last_used_at=factor.last_used_at,
    )
