"""A forgotten password: a link by letter, and a new password through it."""

from cairn.accounts import attempts, passwords, repository, sessions
from cairn.accounts.attempts import Origin
from cairn.accounts.errors import BadResetLink
from cairn.accounts.messages import SendPasswordChanged, SendReset
from cairn.accounts.secrets import digest
from cairn.platform.runtime import Runtime

RESET = "reset"


async def ask(runtime: Runtime, email: str, origin: Origin) -> None:
    """Send a link to an address that has an account. Whether it has one shows neither in the answer nor in its time.

    Raises:
        TooManyTries: for this address enough was asked for lately, whether it has an account or not.
    """
    account = attempts.account_of(runtime, email)
    await attempts.take(runtime, account, origin, attempts.LETTER)
    async with runtime.system() as work:
        user = await repository.by_index(work, account)
        known = user is not None and user.disabled_at is None
        await work.audit("password.forgotten", user.id if user else None, kind="user")
        # A job for nobody does nothing, and takes as long to queue.
        work.enqueue(SendReset(user_id=user.id if user is not None and known else runtime.new_id()))


async def reset(runtime: Runtime, secret: str, password: str, origin: Origin) -> None:
    """Set a new password by the link that was sent, and end every session of the person.

    Who reads the letter holds the address, so it is confirmed by this, too.

    Raises:
        TooManyTries: too many links were tried from where this comes from.
        BadResetLink: used before, replaced by a newer one, too old, or not one of ours; nothing changes.
    """
    token = digest(secret)
    await attempts.take(runtime, None, origin, attempts.LINK)
    async with runtime.system() as work:
        stands = await repository.email_token_stands(work, RESET, token)
    if not stands:  # hashing is dear: not for whoever tries any link
        raise BadResetLink
    hashed = await passwords.hashed(password)
    async with runtime.system() as work:
        user_id = await repository.use_email_token(work, RESET, token)
        user = await repository.get(work, user_id, lock=True) if user_id is not None else None
        if user is not None and user.disabled_at is None:
            user.password_hash = hashed
            user.email_verified_at = user.email_verified_at or work.now
            await sessions.end_all(work, user.id, "the password was set anew")
            await work.audit("password.reset", user.id, kind="user")
            work.enqueue(SendPasswordChanged(user_id=user.id))
            return
    raise BadResetLink
