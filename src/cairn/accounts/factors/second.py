"""The second step of a sign-in: one proof, once, and the session opens."""

from cairn.accounts import attempts, sessions
from cairn.accounts import repository as accounts
from cairn.accounts.attempts import Origin
from cairn.accounts.factors import passkeys, proving, repository
from cairn.accounts.factors.errors import NoLetterNow, PasskeyRefused, SignInOver, WrongProof
from cairn.accounts.factors.half import Half
from cairn.accounts.factors.messages import SendSignInCode
from cairn.accounts.factors.models import Passkey, SignIn
from cairn.accounts.factors.proving import Proof
from cairn.accounts.factors.rules import LETTERS_OF_A_SIGN_IN, TRIES_OF_A_SIGN_IN, Method, Purpose
from cairn.accounts.sessions import Opened, Wished
from cairn.mail.service import delivers_outside
from cairn.platform.actor import Credential
from cairn.platform.errors import NotSignedIn
from cairn.platform.runtime import Runtime
from cairn.platform.secrets import digest


async def methods(runtime: Runtime, half: Half) -> Half:
    """The same, with the ways it can go on."""
    async with runtime.work(Credential("person", str(half.user_id))) as work:
        return Half(half.token, half.user_id, await proving.offered(work))


async def find(runtime: Runtime, token: str) -> SignIn:
    """The half-finished sign-in that a token stands for.

    Raises:
        SignInOver: it stands for none, or no longer.
    """
    async with runtime.system() as work:
        found = await repository.sign_in_by_token(work, digest(token))
    if found is None:
        raise SignInOver
    return found


async def ask_passkey(runtime: Runtime, sign_in: SignIn) -> passkeys.Options:
    """What the browser is asked to sign."""
    async with runtime.work(Credential("person", str(sign_in.user_id))) as work:
        return await passkeys.begin_assertion(work, Purpose.SECOND, sign_in.id)


async def ask_text(runtime: Runtime, sign_in: SignIn) -> str:
    """Send a code to the person's phone; where it goes, masked.

    Raises:
        NoPhone, NoCarrier, TooManyTexts: none is sent.
    """
    async with runtime.work(Credential("person", str(sign_in.user_id))) as work:
        return await proving.text(work, Purpose.SECOND)


async def ask_letter(runtime: Runtime, sign_in: SignIn) -> None:
    """Send another code by letter; the one before stops working.

    Raises:
        NoLetterNow: none is waited for, or enough were sent.
    """
    async with runtime.system() as work:
        may = await repository.ask_letter(work, sign_in.id, LETTERS_OF_A_SIGN_IN)
        if may:
            work.enqueue(SendSignInCode(user_id=sign_in.user_id, sign_in_id=sign_in.id))
    if not may:
        raise NoLetterNow


async def finish(
    runtime: Runtime, sign_in: SignIn, token: str, proof: Proof, origin: Origin, instead_of: str = ""
) -> Opened | Half:
    """Open the session, or say that a code by letter is missing yet: the device isn't known, and no passkey protects.

    Args:
        instead_of: The cookie that the browser shows already; what it was signed in to ends.

    Raises:
        SignInOver: it is finished, or was tried too often.
        WrongProof: the proof isn't right, whatever is wrong with it.
        TooManyProofs: proofs of this person were tried too often.
    """
    async with runtime.system() as work:
        counted = await repository.try_sign_in(work, sign_in.id, TRIES_OF_A_SIGN_IN)
        familiar = await attempts.is_known_device(work, origin, sign_in.user_id)
    if not counted:
        raise SignInOver
    # Once the second factor is proven only the letter is missing; before, a letter proves nothing.
    if (proof.method is Method.LETTER) != (sign_in.proven_at is not None):
        raise WrongProof
    try:
        right = await proving.proven(runtime, sign_in.user_id, proof, familiar=familiar)
    except NotSignedIn as error:  # suspended or gone since the password was right
        raise SignInOver from error
    if not right:
        raise WrongProof
    if not familiar and await _needs_letter(runtime, sign_in, proof.method):
        return await _wait_for_letter(runtime, sign_in, token)
    return await _open(runtime, sign_in, origin, instead_of)


async def by_passkey_alone(runtime: Runtime, assertion: passkeys.Credential, wished: Wished) -> Opened:
    """Sign in with a passkey and nothing else: it is what the person has, and it checked who holds it.

    Raises:
        PasskeyRefused: it isn't known, or what it signed isn't right.
    """
    async with runtime.system() as work:
        challenge = await passkeys.answered(work, assertion, Purpose.SIGN_IN, user_id=None, asked_in=None)
        credential_id = passkeys.credential_in(assertion)
        key = await repository.passkey_by_credential(work, credential_id) if credential_id else None
    right = False
    if key is not None and challenge is not None:
        try:
            async with runtime.work(Credential("person", str(key.user_id))) as work:
                right = await passkeys.check(work, assertion, challenge)
        except NotSignedIn as error:
            raise PasskeyRefused from error
    async with runtime.system() as work:
        user = await accounts.get(work, key.user_id, lock=True) if key is not None and right else None
        if user is None or user.disabled_at is not None or user.email_verified_at is None:
            begun = None
        else:
            begun = await sessions.begin(work, user, wished, factors=2)
    if begun is None:
        whose = key.user_id if key else None
        await runtime.refused("session.refused", whose, kind="user", whose=whose, detail={"method": Method.PASSKEY})
        raise PasskeyRefused
    return await sessions.opened(runtime, begun)


async def _needs_letter(runtime: Runtime, sign_in: SignIn, method: Method) -> bool:
    """Codes can be coaxed out of people by a page that looks like ours; a passkey can't."""
    if method in (Method.PASSKEY, Method.LETTER) or not delivers_outside(runtime):
        return False
    async with runtime.work(Credential("person", str(sign_in.user_id))) as work:
        return not any(isinstance(one, Passkey) for one in await repository.confirmed(work))


async def _wait_for_letter(runtime: Runtime, sign_in: SignIn, token: str) -> Half:
    async with runtime.system() as work:
        if not await repository.prove_sign_in(work, sign_in.id):
            raise SignInOver
        work.enqueue(SendSignInCode(user_id=sign_in.user_id, sign_in_id=sign_in.id))
    return Half(token, sign_in.user_id, [Method.LETTER])


async def _open(runtime: Runtime, sign_in: SignIn, origin: Origin, instead_of: str) -> Opened:
    wished = Wished(sign_in.page, sign_in.remember, sign_in.user_agent, origin, instead_of)
    async with runtime.system() as work:
        # Before the sign-in itself: a new password holds the person first, and then ends what was begun.
        user = await accounts.get(work, sign_in.user_id, lock=True)
        if user.disabled_at is not None or not await repository.use_sign_in(work, sign_in.id):
            raise SignInOver
        begun = await sessions.begin(work, user, wished, factors=2)
    return await sessions.opened(runtime, begun)
