"""What happens to accounts, and what follows later."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event, Job


class AccountCreated(Event):
    """Somebody has an account. Heard in the system's own unit of work."""

    kind = "account.created"
    live: ClassVar[bool] = False

    user_id: UUID


class ZoneChanged(Event):
    """A person lives by another clock now."""

    kind = "account.zone_changed"

    old: str
    new: str


class SessionEnded(Event):
    """A session ended; its open streams close."""

    kind = "session.ended"

    session_id: UUID


class AllEnded(Event):
    """Every session of a person ended; whatever stream is open closes, also one of a key, and is asked anew."""

    kind = "account.all_ended"


class NightFell(Event):
    """It is the time for whatever is tended daily of a person's things."""

    kind = "account.night_fell"
    live: ClassVar[bool] = False


class TendPerson(Job):
    """Let every feature tend a person's things."""

    name = "accounts.tend"
    priority: ClassVar[int] = -20


class SendVerification(Job):
    """Send the letter with the link that confirms an address."""

    name = "accounts.send_verification"


class SendReset(Job):
    """Send the letter with the link that sets a forgotten password anew."""

    name = "accounts.send_reset"


class SendAddressChange(Job):
    """Send the letter with the link that confirms the address an account changes to."""

    name = "accounts.send_address_change"

    link_id: UUID


class SendAddressWarning(Job):
    """Tell an address that its account is about to change to another."""

    name = "accounts.send_address_warning"

    link_id: UUID


class ForgetUnconfirmed(Job):
    """Remove an account whose address nobody confirmed."""

    name = "accounts.forget_unconfirmed"


class SendPasswordChanged(Job):
    """Tell somebody that their password was changed."""

    name = "accounts.send_password_changed"


class SendIdentityLinked(Job):
    """Tell somebody that an account at a provider can sign them in now."""

    name = "accounts.send_identity_linked"


class SendIdentityParted(Job):
    """Tell somebody that an account at a provider signs them in no more."""

    name = "accounts.send_identity_parted"

    identity_id: UUID


class SendAlreadyRegistered(Job):
    """Tell somebody that a registration was tried with their address."""

    name = "accounts.send_already_registered"


class RenewKey(Job):
    """Make a generation of a person's key, and seal their values with it."""

    name = "accounts.renew_key"
    priority: ClassVar[int] = -20

    generation: int


class DropOldKeys(Job):
    """Take the generations before one out of a person's key."""

    name = "accounts.drop_old_keys"
    priority: ClassVar[int] = -20

    generation: int
