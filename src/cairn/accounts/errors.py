"""What can go wrong on the way in."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid, TooMany


class WrongCredentials(CairnError):
    """That address and password don't go together. Check both and try again."""

    kind = ErrorKind.UNAUTHENTICATED


class TooManyTries(TooMany):
    """That was tried too often. Please wait a little, then try again. Nothing is locked."""


class NotVerified(CairnError):
    """Please open the link in the letter we sent you, then sign in."""

    kind = ErrorKind.FORBIDDEN


class AddressTaken(CairnError):
    """There is an account with this address already. Sign in instead."""

    kind = ErrorKind.CONFLICT


class BadRefreshToken(CairnError):
    """This sign-in has ended. Please sign in again."""

    kind = ErrorKind.UNAUTHENTICATED


class BadLink(Invalid):
    """This link has been used or is too old. Ask for a new one by registering again."""


class BadResetLink(Invalid):
    """This link has been used, or is too old. Ask for a new one and use the newest letter."""


class BadAddress(Invalid):
    """This doesn't look like an e-mail address."""


class BadTimeZone(Invalid):
    """We don't know this time zone. It reads like Europe/Lisbon."""


class BadLocale(Invalid):
    """Cairn speaks English (en), Spanish (es), French (fr) and Portuguese (pt)."""
