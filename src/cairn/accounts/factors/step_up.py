"""Proving once more, within a session, who one is: before what can't be undone or opens the door to others."""

from collections.abc import Sequence

from cairn.accounts import passwords
from cairn.accounts import repository as accounts
from cairn.accounts.factors import passkeys, proving, repository, tries
from cairn.accounts.factors.changes import proven_here
from cairn.accounts.factors.errors import WrongStepUp
from cairn.accounts.factors.proving import Proof
from cairn.accounts.factors.rules import Method, Purpose
from cairn.platform.actor import Actor
from cairn.platform.errors import ProofNeeded
from cairn.platform.work import UnitOfWork


async def methods(work: UnitOfWork) -> tuple[Sequence[Method], bool]:
    """The second factors by which this person can prove who they are, and whether their password does."""
    found = await proving.offered(work)
    has_password = (await accounts.get(work, work.user_id)).password_hash != passwords.NONE
    return found, not found and has_password


async def ask_passkey(work: UnitOfWork) -> passkeys.Options:
    """What the browser is asked to sign."""
    return await passkeys.begin_assertion(work, Purpose.STEP_UP, work.actor.session_id)


async def ask_text(work: UnitOfWork) -> str:
    """Send a code to the person's phone; where it goes, masked.

    Raises:
        ProofNeeded: they have no second factor that it would stand in for.
        NoPhone, NoCarrier, TooManyTexts: none is sent.
    """
    if not await repository.has_second(work, work.user_id):
        raise ProofNeeded
    return await proving.text(work, Purpose.STEP_UP)


async def by_password(actor: Actor, password: str) -> None:
    """Prove it by the password, which is enough only for who has nothing else.

    Raises:
        ProofNeeded: they have a second factor, and must show that; or a key asks, which is nobody.
        WrongStepUp: it isn't the password.
        TooManyProofs: proofs of this person were tried too often.
    """
    if actor.session_id is None:
        raise ProofNeeded
    async with actor.work() as work:
        if await repository.has_second(work, work.user_id):
            raise ProofNeeded
        stored = (await accounts.get(work, work.user_id)).password_hash
    await tries.take(actor.runtime, actor.user_id, familiar=True)
    right, _ = await passwords.verified(password, stored)
    detail = {"method": "password", "purpose": Purpose.STEP_UP}
    if not right:
        await actor.runtime.refused("factor.refused", actor.user_id, kind="user", by=actor, detail=detail)
        raise WrongStepUp
    async with actor.work() as work:
        await tries.clear(work, familiar=True)
        await proven_here(work, factors=1)
        await work.audit("factor.proven", actor.user_id, kind="user", detail=detail)


async def by_factor(actor: Actor, proof: Proof) -> None:
    """Prove it by a second factor.

    Raises:
        WrongStepUp: the proof isn't right, whatever is wrong with it.
        TooManyProofs: proofs of this person were tried too often.
    """
    if proof.method is Method.LETTER:
        raise WrongStepUp
    if not await proving.proven(actor.runtime, actor.user_id, proof, familiar=True, by=actor):
        raise WrongStepUp
    async with actor.work() as work:
        await proven_here(work, factors=2)
