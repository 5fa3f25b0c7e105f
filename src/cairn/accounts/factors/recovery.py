"""Recovery codes: ten on paper, each for once, for the day when the phone is lost."""

from cairn.accounts.factors import repository
from cairn.accounts.factors.changes import changed
from cairn.accounts.factors.errors import NoSecondFactor
from cairn.accounts.factors.models import RecoveryCode
from cairn.accounts.factors.rules import RECOVERY_CODES, fresh_recovery_code, recovery_code
from cairn.platform.work import UnitOfWork


async def ensure(work: UnitOfWork) -> list[str]:
    """Ten codes for who has none left, to be shown once; none for who has some."""
    return [] if await repository.recovery_codes_left(work) else await _renew(work)


async def renew(work: UnitOfWork) -> list[str]:
    """Ten new codes, to be shown once. The old ones stop working.

    Raises:
        NoSecondFactor: there is nothing that they would stand in for.
    """
    await repository.in_turn(work)
    if not await repository.has_second(work, work.user_id):
        raise NoSecondFactor
    codes = await _renew(work)
    await work.audit("factor.codes_renewed", kind="factor")
    await changed(work, "codes_renewed")
    return codes


async def check(work: UnitOfWork, typed: str) -> bool:
    """Whether this is one of the person's codes. It works once, and its use is told by letter."""
    code = recovery_code(typed)
    used = None if code is None else await repository.use_recovery_code(work, _hash(work, code))
    if used is None:
        return False
    await work.audit("factor.code_used", used, kind="factor")
    await changed(work, "code_used")
    return True


async def _renew(work: UnitOfWork) -> list[str]:
    await repository.drop_recovery_codes(work)
    codes = [fresh_recovery_code() for _ in range(RECOVERY_CODES)]
    work.session.add_all(
        RecoveryCode(
            id=work.runtime.new_id(),
            user_id=work.user_id,
            code_hash=_hash(work, recovery_code(code) or code),
            created_at=work.now,
        )
        for code in codes
    )
    await work.session.flush()
    return codes


def _hash(work: UnitOfWork, code: str) -> bytes:
    """Keyed, so that who reads the database can't even begin to try; with the person, so that equal codes differ."""
    return work.runtime.key_ring.blind_index(f"{work.user_id}|{code}", "recovery_codes.code_hash")
