"""One proof, by whichever way: offered, begun, checked, counted. A new way is a line in each of two tables."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from cairn.accounts import phones
from cairn.accounts.factors import authenticators, passkeys, recovery, repository, tries
from cairn.accounts.factors.models import Passkey
from cairn.accounts.factors.rules import Method, Purpose, six_digits
from cairn.platform.actor import Actor, Credential
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Proof:
    """What somebody shows: a code, or what a passkey signed.

    Args:
        asked_in: The half-finished sign-in, or the session, in which it is shown.
    """

    method: Method
    purpose: Purpose
    asked_in: UUID
    code: str = field(default="", repr=False)
    assertion: passkeys.Credential | None = field(default=None, repr=False)


async def offered(work: UnitOfWork) -> Sequence[Method]:
    """The ways this person has to prove a second factor, the safest first; none if they have no second factor."""
    found = await repository.confirmed(work)
    if not found:
        return []
    has_passkey = any(isinstance(one, Passkey) for one in found)
    has_app = any(not isinstance(one, Passkey) for one in found)
    ways = [(Method.PASSKEY, has_passkey), (Method.TOTP, has_app)]
    # A text can be caught on its way, so it stands in for what is safer and protects nothing alone.
    ways.append((Method.SMS, await phones.factor(work) is not None))
    ways.append((Method.RECOVERY, await repository.recovery_codes_left(work) > 0))
    return [method for method, there in ways if there]


async def proven(runtime: Runtime, user_id: UUID, proof: Proof, *, familiar: bool, by: Actor | None = None) -> bool:
    """Whether a proof is right. It is used up by this, counted if it could be guessed, and in the trail either way.

    Args:
        familiar: Whether it comes from a device that the person signed in with before.
        by: Who shows it, once they are signed in.

    Raises:
        TooManyProofs: it was tried too often; nothing was looked at.
        NotSignedIn: there is no such person, or no longer.
    """
    if proof.method is Method.PASSKEY:
        right = await _by_passkey(runtime, user_id, proof)
    else:
        right = await _by_code(runtime, user_id, proof, familiar=familiar)
    if not right:
        await runtime.refused("factor.refused", user_id, kind="user", whose=user_id, by=by, detail=_told(proof))
    return right


async def _by_code(runtime: Runtime, user_id: UUID, proof: Proof, *, familiar: bool) -> bool:
    await tries.take(runtime, user_id, familiar=familiar)
    async with runtime.work(Credential("person", str(user_id))) as work:
        right = await _CHECKS[proof.method](work, proof)
        if right:
            await tries.clear(work, familiar=familiar)
            await work.audit("factor.proven", user_id, kind="user", detail=_told(proof))
    return right


async def _by_passkey(runtime: Runtime, user_id: UUID, proof: Proof) -> bool:
    assertion = proof.assertion or {}
    person = Credential("person", str(user_id))
    async with runtime.work(person) as work:
        challenge = await passkeys.answered(work, assertion, proof.purpose, user_id=user_id, asked_in=proof.asked_in)
    async with runtime.work(person) as work:
        right = challenge is not None and await passkeys.check(work, assertion, challenge)
        if right:
            await work.audit("factor.proven", user_id, kind="user", detail=_told(proof))
    return right


def _told(proof: Proof) -> dict[str, Any]:
    return {"method": proof.method, "purpose": proof.purpose}


async def _by_app(work: UnitOfWork, proof: Proof) -> bool:
    app = await repository.app(work)
    return app is not None and await authenticators.check(work, app, proof.code)


async def _by_text(work: UnitOfWork, proof: Proof) -> bool:
    code = six_digits(proof.code)
    return code is not None and await phones.check_code(work, _OF_TEXTS[proof.purpose], code)


async def text(work: UnitOfWork, purpose: Purpose) -> str:
    """Send a code to the person's confirmed number; where it goes, masked.

    Raises:
        NoPhone, NoCarrier, TooManyTexts: none is sent.
    """
    return await phones.send_code(work, _OF_TEXTS[purpose])


_OF_TEXTS: Final = {Purpose.SECOND: phones.Purpose.SIGN_IN, Purpose.STEP_UP: phones.Purpose.STEP_UP}


async def _by_recovery_code(work: UnitOfWork, proof: Proof) -> bool:
    return await recovery.check(work, proof.code)


async def _by_letter(work: UnitOfWork, proof: Proof) -> bool:
    code = six_digits(proof.code)
    return code is not None and await repository.use_letter(
        work, proof.asked_in, letter_hash(work, proof.asked_in, code)
    )


def letter_hash(work: UnitOfWork, sign_in_id: UUID, code: str) -> bytes:
    """How the code of a letter is kept: for one sign-in, and by a key that isn't in the database."""
    return work.runtime.key_ring.blind_index(f"{sign_in_id}|{code}", "sign_ins.letter_hash")


_CHECKS: Final[Mapping[Method, Callable[[UnitOfWork, Proof], Awaitable[bool]]]] = {
    Method.TOTP: _by_app,
    Method.SMS: _by_text,
    Method.RECOVERY: _by_recovery_code,
    Method.LETTER: _by_letter,
}
