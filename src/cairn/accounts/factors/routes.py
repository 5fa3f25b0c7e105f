"""A person's own factors: the list, an app, passkeys, recovery codes. What changes them needs a recent proof."""

from uuid import UUID

from fastapi import Request, status

from cairn.accounts.factors import authenticators, passkeys, recovery, service
from cairn.accounts.factors.errors import (
    NoSecondFactor,
    NothingToConfirm,
    PasskeyNotTaken,
    TooManyFactors,
    WrongCode,
)
from cairn.accounts.factors.rules import Purpose
from cairn.accounts.factors.schemas import (
    Asked,
    BeginTotp,
    ConfirmTotp,
    FactorAdded,
    FactorOut,
    FactorsOut,
    NameFactor,
    NewPasskey,
    RecoveryCodesOut,
    TotpSetup,
)
from cairn.accounts.permissions import READ, WRITE
from cairn.platform.errors import Invalid, NotFound, NotSignedIn, ProofNeeded
from cairn.platform.http import Caller, Router, SignedIn, caller_needs, errors, needs, recent
from cairn.platform.http.idempotency import keep_nothing

router = Router(prefix="/me/factors", tag="factors")


@router.get("", response_model=FactorsOut, dependencies=[needs(READ)], responses=errors(NotSignedIn))
async def factors(work: SignedIn) -> FactorsOut:
    """What protects my account besides the password."""
    return await service.factors(work)


@router.post(
    "/totp",
    response_model=TotpSetup,
    dependencies=[needs(WRITE), recent],
    responses=errors(NotSignedIn, ProofNeeded, Invalid),
)
async def begin_totp(work: SignedIn, request: Request, body: BeginTotp) -> TotpSetup:
    """Begin to set up an authenticator app. Nothing changes until it has shown that it works."""
    keep_nothing(request)
    setup = await authenticators.begin(work, body.name)
    return TotpSetup(secret=setup.secret, uri=setup.uri, qr=setup.qr)


@router.post(
    "/totp/confirm",
    response_model=FactorAdded,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs(WRITE), recent],
    responses=errors(NotSignedIn, ProofNeeded, NothingToConfirm, WrongCode, Invalid),
)
async def confirm_totp(work: SignedIn, request: Request, body: ConfirmTotp) -> FactorAdded:
    """Put the app to use by a code that it shows. It replaces the one before."""
    keep_nothing(request)
    app, codes = await authenticators.confirm(work, body.code)
    return FactorAdded(factor=await service.shown(work, app), recovery_codes=codes)


@router.post(
    "/passkeys/begin",
    response_model=Asked,
    dependencies=[needs(WRITE), recent],
    responses=errors(NotSignedIn, ProofNeeded, TooManyFactors),
)
async def begin_passkey(work: SignedIn) -> Asked:
    """What the browser needs to make a passkey: for `PublicKeyCredential.parseCreationOptionsFromJSON()`."""
    return Asked(options=await passkeys.begin_registration(work))


@router.post(
    "/passkeys",
    response_model=FactorAdded,
    status_code=status.HTTP_201_CREATED,
    dependencies=[caller_needs(WRITE)],
    responses=errors(NotSignedIn, ProofNeeded, PasskeyNotTaken, TooManyFactors, Invalid),
)
async def add_passkey(actor: Caller, body: NewPasskey) -> FactorAdded:
    """Keep a passkey that the browser has just made. What it answers is used up, whether it is right or not."""
    async with actor.work() as work:
        work.actor.must_be_recent(work.now)
        challenge = await passkeys.answered(
            work, body.credential, Purpose.REGISTER, user_id=work.user_id, asked_in=work.actor.session_id
        )
    if challenge is None:
        raise PasskeyNotTaken
    async with actor.work() as work:
        key, codes = await passkeys.register(work, body.name, body.credential, challenge)
        return FactorAdded(factor=await service.shown(work, key), recovery_codes=codes)


@router.post(
    "/recovery-codes",
    response_model=RecoveryCodesOut,
    dependencies=[needs(WRITE), recent],
    responses=errors(NotSignedIn, ProofNeeded, NoSecondFactor),
)
async def renew_recovery_codes(work: SignedIn, request: Request) -> RecoveryCodesOut:
    """Ten new recovery codes, shown this once. The old ones stop working."""
    keep_nothing(request)
    return RecoveryCodesOut(codes=await recovery.renew(work))


@router.patch(
    "/{factor_id}",
    response_model=FactorOut,
    dependencies=[needs(WRITE), recent],
    responses=errors(NotSignedIn, ProofNeeded, NotFound, Invalid),
)
async def rename_factor(work: SignedIn, factor_id: UUID, body: NameFactor) -> FactorOut:
    """Call a factor something else."""
    return await service.rename(work, factor_id, body.name)


@router.delete(
    "/{factor_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(WRITE), recent],
    responses=errors(NotSignedIn, ProofNeeded, NotFound),
)
async def remove_factor(work: SignedIn, factor_id: UUID) -> None:
    """Take a factor away. It can't be undone, but another can be added at any time."""
    await service.remove(work, factor_id)
