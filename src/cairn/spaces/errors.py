"""What can go wrong with shares."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class NotShareable(Invalid):
    """Nothing of this kind can be shared."""


class OwnAddress(Invalid):
    """This is your own address. You see your things anyway."""


class AlreadyOver(Invalid):
    """This end lies in the past. Choose a later one, or none."""


class AlreadyAnswered(CairnError):
    """This was answered before, or it is too old. They can ask again."""

    kind = ErrorKind.CONFLICT


class TooManyRequests(CairnError):
    """This person has requests that wait for an answer already."""

    kind = ErrorKind.CONFLICT


class CannotAskYourself(Invalid):
    """You can't ask yourself for this."""
