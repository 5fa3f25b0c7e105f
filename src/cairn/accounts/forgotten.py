"""A forgotten password: a link by letter, and a new password through it."""

from cairn.accounts import passwords, repository, sessions
from cairn.accounts.errors import BadAddress, BadResetLink
from cairn.accounts.messages import SendPasswordChanged, SendReset
from cairn.accounts.rules import normal_address
from cairn.accounts.secrets import digest
from cairn.platform.runtime import Runtime
from cairn.platform.trail import SECRET

RESET = "reset"


async def ask(runtime: Runtime, email: str) -> None:
    """Send a link to an address that has an account. Whether it has one shows neither in the answer nor in its time."""
    try:
        index = runtime.key_ring.blind_index(normal_address(email), "email")
    except BadAddress:
        index = b""  # nobody's: the same answer, after the same work
    async with runtime.system() as work:
        user = await repository.by_index(work, index)
        known = user is not None and user.disabled_at is None
        whose = user.id if user else None
        await work.audit("password.forgotten", whose, kind="user", whose=whose)
        # A job for nobody does nothing, and takes as long to queue.
        work.enqueue(SendReset(user_id=user.id if user is not None and known else runtime.new_id()))


async def reset(runtime: Runtime, secret: str, password: str) -> None:
    """Set a new password by the link that was sent, and end every session of the person.

    Who reads the letter holds the address, so it is confirmed by this, too.

    Raises:
        BadResetLink: used before, replaced by a newer one, too old, or not one of ours; nothing changes.
    """
    token = digest(secret)
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
            await work.audit("password.reset", user.id, kind="user", changes={"password": SECRET}, whose=user.id)
            work.enqueue(SendPasswordChanged(user_id=user.id))
            return
    raise BadResetLink
