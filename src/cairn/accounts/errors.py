"""What can go wrong on the way in."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid, TooMany


class WrongCredentials(CairnError):
    """That address and password don't go together. Check both; a new account waits for the link in its letter."""

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
    """This link has been used, or is too old. Ask for the letter to be sent again, and use the newest."""


class BadResetLink(Invalid):
    """This link has been used, or is too old. Ask for a new one and use the newest letter."""


class BadChangeLink(Invalid):
    """This link has been used, or is too old. Ask for the change once more and use the newest letter."""


class BadUndoLink(Invalid):
    """This link has been used, or is too old. If your address isn't yours any more, write to who runs this Cairn."""


class SameAddress(Invalid):
    """This is your address already."""


class WrongPassword(Invalid):
    """That isn't your password. Nothing was changed."""


class OldTerms(Invalid):
    """These are not the words that hold now. Read the newest, then agree to them."""


class NeededConsent(CairnError):
    """There is no account without this, so it can't be taken back alone. To take it back, erase your account."""

    kind = ErrorKind.CONFLICT


class BadAddress(Invalid):
    """This doesn't look like an e-mail address."""


class BadTimeZone(Invalid):
    """We don't know this time zone. It reads like Europe/Lisbon."""


class BadLocale(Invalid):
    """Cairn speaks English (en), Spanish (es), French (fr) and Portuguese (pt)."""


class PasswordTooShort(Invalid):
    """A password has at least 8 characters. A few words that you can remember make a good one."""


class PasswordTooLong(Invalid):
    """A password has at most 256 characters."""


class PasswordTooCommon(Invalid):
    """This password is among the first that are tried. Take a few words that don't belong together."""


class PasswordTooPersonal(Invalid):
    """This is mostly your name, your address or the name of Cairn. Add a few words that nobody connects with you."""


class PasswordTooEasy(Invalid):
    """This password is easy to guess. Add a word or two, or take a few words that don't belong together."""


class TooBusy(CairnError):
    """Many people are signing in just now. Nothing was changed; try again in a few seconds."""

    kind = ErrorKind.UNAVAILABLE
    retry_after = 3


BAD_PASSWORDS = (PasswordTooShort, PasswordTooLong, PasswordTooCommon, PasswordTooPersonal, PasswordTooEasy)
