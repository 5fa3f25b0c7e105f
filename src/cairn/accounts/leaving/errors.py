"""What can go wrong when somebody leaves."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class NotYourAddress(Invalid):
    """This isn't the address of your account. Nothing was removed."""


class NobodyElseInCharge(CairnError):
    """Nobody else may look after this Cairn and its people. Give your role to another person first, then leave."""

    kind = ErrorKind.CONFLICT


class BadStayLink(Invalid):
    """This link has been used, or is too old. If your account is still here, signing in keeps it."""
