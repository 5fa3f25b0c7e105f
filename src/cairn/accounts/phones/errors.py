"""What can go wrong with a phone number and its codes."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class NoPhone(CairnError):
    """There is no phone number on your account that this could go to."""

    kind = ErrorKind.CONFLICT


class TooManyTexts(CairnError):
    """We've sent as many texts as we may for now. Use the newest code, or try again in an hour."""

    kind = ErrorKind.TOO_MANY


class TooManyToNumber(TooManyTexts):
    """This number has been sent as many codes as we send in a day. Try again tomorrow, or use another number."""


class WrongCode(Invalid):
    """This isn't the code, or its time is over. Look at the newest text, or ask for another code."""
