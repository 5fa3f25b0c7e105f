"""What can go wrong between a provider's page and ours."""

from cairn.platform.errors import CairnError, ErrorKind, NotFound, Unavailable


class NoSuchProvider(NotFound):
    """This way of signing in isn't set up here."""


class ProviderAway(Unavailable):
    """The sign-in service isn't answering just now. Try again in a moment, or sign in another way."""


class SetUpWrong(Unavailable):
    """This way of signing in isn't set up rightly here. Sign in another way, and tell whoever runs this Cairn."""


class SignInFailed(CairnError):
    """This sign-in didn't go through. Please begin again."""

    kind = ErrorKind.UNAUTHENTICATED


class LinkFirst(CairnError):
    """There is an account with this address already. Sign in to it as usual, then connect this service to it."""

    kind = ErrorKind.CONFLICT


class AddressNotProven(CairnError):
    """The service doesn't vouch for your address. Make an account with a password, then connect this service to it."""

    kind = ErrorKind.CONFLICT


class LinkedElsewhere(CairnError):
    """This is connected to another account already."""

    kind = ErrorKind.CONFLICT


class LastWayIn(CairnError):
    """This is your only way to sign in. Set a password first, then take it away."""

    kind = ErrorKind.CONFLICT
