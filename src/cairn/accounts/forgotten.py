"""A forgotten password: a link by letter, and a new password through it."""

from cairn.accounts import attempts, links, passwords, repository, service, sessions
from cairn.accounts.attempts import Origin
from cairn.accounts.errors import BadResetLink
from cairn.accounts.keys import service as keys
from cairn.accounts.links import Link
from cairn.accounts.messages import SendPasswordChanged, SendReset
from cairn.platform.runtime import Runtime
from cairn.platform.trail import SECRET


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
        whose = user.id if user else None
        await work.audit("password.forgotten", whose, kind="user", whose=whose)
        # A job for nobody does nothing, and takes as long to queue.
        work.enqueue(SendReset(user_id=user.id if user is not None and known else runtime.new_id()))


async def reset(runtime: Runtime, secret: str, password: str, origin: Origin) -> None:
    """Set a new password by the link that was sent, and end every session and key of the person.

    Who reads the letter holds the address, so it is confirmed by this, too.

    Raises:
        TooManyTries: too many links were tried from where this comes from.
        BadResetLink: used before, replaced by a newer one, too old, or not one of ours; nothing changes.
        PasswordTooShort, PasswordTooLong, PasswordTooCommon, PasswordTooPersonal, PasswordTooEasy: the link stays.
        TooBusy: too many passwords are being hashed; the link stays.
    """
    await attempts.take(runtime, None, origin, attempts.LINK)
    async with runtime.system() as work:
        whose = await links.stands(work, Link.RESET, secret)
        # Hashing is dear: not for whoever tries any link.
        about = await service.known_of(work, whose) if whose is not None else None
    if about is None:
        raise BadResetLink
    hashed = await passwords.chosen(password, about)
    async with runtime.system() as work:
        used = await links.use(work, Link.RESET, secret)
        if used is not None and used[0].disabled_at is None:
            user = used[0]
            user.password_hash = hashed
            user.email_verified_at = user.email_verified_at or work.now
            await sessions.end_all(work, user.id, "the password was set anew")
            # What somebody asked for who knew the old one is not to come true after this.
            await links.end(work, user.id, Link.CHANGE, Link.VERIFY)
            await keys.revoke_all(work, user.id, "the password was set anew")
            await work.audit("password.reset", user.id, kind="user", changes={"password": SECRET}, whose=user.id)
            work.enqueue(SendPasswordChanged(user_id=user.id))
            return
    raise BadResetLink
