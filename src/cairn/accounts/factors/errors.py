"""What can go wrong with a second factor."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid, TooMany


class WrongProof(CairnError):
    """That didn't work. Check it and try again, or choose another way."""

    kind = ErrorKind.UNAUTHENTICATED


class WrongStepUp(WrongProof):
    """That didn't work, so nothing was opened. Check it and try again, or choose another way."""

    # Not "who are you": the session stands, and the page must not take this for its end.
    kind = ErrorKind.FORBIDDEN


class SignInOver(CairnError):
    """This sign-in took too long or was finished elsewhere. Please begin again with your password."""

    kind = ErrorKind.UNAUTHENTICATED


class TooManyProofs(TooMany):
    """That was tried too often. Please wait a little, then try again. Nothing is locked."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds, policy="second-factor")


class WrongCode(Invalid):
    """This isn't the code that the app shows now. Look again, and see that the phone's clock is right."""


class NothingToConfirm(CairnError):
    """This setup is too old or was replaced. Please begin again."""

    kind = ErrorKind.CONFLICT


class TooManyFactors(CairnError):
    """That is as many as one account can have. Remove one that you don't use, then add this one."""

    kind = ErrorKind.CONFLICT


class NoSecondFactor(CairnError):
    """Recovery codes stand in for a second factor. Add one first."""

    kind = ErrorKind.CONFLICT


class PasskeyNotTaken(Invalid):
    """This passkey couldn't be added. Nothing was changed; please try again."""


class PasskeyRefused(CairnError):
    """That passkey didn't open anything here. Try again, or sign in with your password."""

    kind = ErrorKind.UNAUTHENTICATED


class NoLetterNow(CairnError):
    """As many letters were sent for this sign-in as we may send. Use the newest one, or begin again."""

    kind = ErrorKind.CONFLICT
