"""The second step of a sign-in, a passkey as the only one, and proving again within a session."""

from typing import Annotated

from fastapi import Header, Request, Response, status

from cairn.accounts.factors import passkeys, second, step_up
from cairn.accounts.factors.errors import (
    NoLetterNow,
    PasskeyRefused,
    SignInOver,
    TooManyProofs,
    WrongProof,
    WrongStepUp,
)
from cairn.accounts.factors.half import Half
from cairn.accounts.factors.proving import Proof
from cairn.accounts.factors.rules import Method, Purpose
from cairn.accounts.factors.schemas import (
    Asked,
    HalfSignedInOut,
    PasskeySignIn,
    Second,
    SecondBegin,
    StepUp,
    StepUpBegin,
    StepUpOut,
)
from cairn.accounts.origins import From
from cairn.accounts.permissions import READ, WRITE
from cairn.accounts.phones import NoPhone, TooManyTexts
from cairn.accounts.schemas import SignedInOut
from cairn.accounts.sessions import Wished
from cairn.accounts.signed_in import answered, half_answered
from cairn.platform.errors import Invalid, NotSignedIn, ProofNeeded
from cairn.platform.http import Caller, Router, SignedIn, caller_needs, errors, needs, public
from cairn.platform.http.credentials import COOKIE, ForeignPage, refuse_foreign
from cairn.platform.http.work import runtime_of
from cairn.sms.service import NoCarrier

router = Router(prefix="/auth", tag="accounts")

Agent = Annotated[str, Header(alias="User-Agent", max_length=2000)]


@router.post(
    "/login/second/begin",
    response_model=Asked,
    response_model_exclude_none=True,
    dependencies=[public("the token of the first step is the credential")],
    responses=errors(SignInOver, NoLetterNow, NoPhone, NoCarrier, TooManyTexts, Invalid),
)
async def begin_second(request: Request, body: SecondBegin) -> Asked:
    """What a way needs first: the question for a passkey, a code by text, or another by letter."""
    runtime = runtime_of(request)
    sign_in = await second.find(runtime, body.mfa_token)
    if body.method is Method.PASSKEY:
        return Asked(options=await second.ask_passkey(runtime, sign_in))
    if body.method is Method.SMS:
        return Asked(sent_to=await second.ask_text(runtime, sign_in))
    await second.ask_letter(runtime, sign_in)
    return Asked()


@router.post(
    "/login/second",
    response_model=SignedInOut | HalfSignedInOut,
    response_model_exclude_none=True,
    dependencies=[public("the token of the first step is the credential")],
    responses=errors(SignInOver, WrongProof, TooManyProofs, ForeignPage, Invalid),
)
async def finish_second(
    request: Request, response: Response, body: Second, origin: From
) -> SignedInOut | HalfSignedInOut:
    """Finish a sign-in by a second factor; or, on a device that isn't known, go on to a code that is sent by letter."""
    runtime = runtime_of(request)
    sign_in = await second.find(runtime, body.mfa_token)
    if sign_in.page:
        refuse_foreign(request)
    proof = Proof(body.method, Purpose.SECOND, sign_in.id, body.code or "", body.assertion)
    instead_of = request.cookies.get(COOKIE, "") if sign_in.page else ""
    outcome = await second.finish(runtime, sign_in, body.mfa_token, proof, origin, instead_of)
    if isinstance(outcome, Half):
        return half_answered(outcome)
    return answered(response, outcome, remember=sign_in.remember)


@router.post(
    "/passkey/begin",
    response_model=Asked,
    dependencies=[public("this is a way in")],
    responses=errors(Invalid),
)
async def begin_passkey_sign_in(request: Request) -> Asked:
    """What the browser is asked to sign for a sign-in with nothing but a passkey."""
    async with runtime_of(request).system() as work:
        return Asked(options=await passkeys.begin_sign_in(work))


@router.post(
    "/passkey/finish",
    response_model=SignedInOut,
    response_model_exclude_none=True,
    dependencies=[public("this is a way in")],
    responses=errors(PasskeyRefused, ForeignPage, Invalid),
)
async def finish_passkey_sign_in(
    request: Request, response: Response, body: PasskeySignIn, origin: From, user_agent: Agent = ""
) -> SignedInOut:
    """Sign in with a passkey. It counts as two factors, since the device checked who holds it."""
    page = body.as_ == "page"
    if page:
        refuse_foreign(request)
    wished = Wished(page, body.remember, user_agent, origin, request.cookies.get(COOKIE, "") if page else "")
    opened = await second.by_passkey_alone(runtime_of(request), body.assertion, wished)
    return answered(response, opened, remember=body.remember)


@router.get("/step-up", response_model=StepUpOut, dependencies=[needs(READ)], responses=errors(NotSignedIn))
async def step_up_methods(work: SignedIn) -> StepUpOut:
    """How I can prove that it's me."""
    methods, password = await step_up.methods(work)
    return StepUpOut(methods=list(methods), password=password)


@router.post(
    "/step-up/begin",
    response_model=Asked,
    response_model_exclude_none=True,
    dependencies=[needs(WRITE)],
    responses=errors(NotSignedIn, ProofNeeded, NoPhone, NoCarrier, TooManyTexts, Invalid),
)
async def begin_step_up(work: SignedIn, body: StepUpBegin) -> Asked:
    """What a way needs first: the question for a passkey, or a code that is sent by text."""
    if body.method is Method.SMS:
        return Asked(sent_to=await step_up.ask_text(work))
    return Asked(options=await step_up.ask_passkey(work))


@router.post(
    "/step-up",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[caller_needs(WRITE)],
    responses=errors(NotSignedIn, ProofNeeded, WrongStepUp, TooManyProofs, ForeignPage, Invalid),
)
async def prove(actor: Caller, body: StepUp) -> None:
    """Prove that it's me. For fifteen minutes this session may then do what needs a recent proof."""
    if body.password is not None:
        await step_up.by_password(actor, body.password)
        return
    if body.method is None or actor.session_id is None:
        raise ProofNeeded
    await step_up.by_factor(
        actor, Proof(body.method, Purpose.STEP_UP, actor.session_id, body.code or "", body.assertion)
    )
