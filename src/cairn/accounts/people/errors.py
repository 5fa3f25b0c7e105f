"""What can go wrong when people are looked after."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class AboveYou(CairnError):
    """This takes a higher role than yours."""

    kind = ErrorKind.FORBIDDEN


class LastAdministrator(CairnError):
    """Somebody must look after this Cairn. Give the role to another person first."""

    kind = ErrorKind.CONFLICT


class NotYourself(CairnError):
    """You can't do this to your own account here."""

    kind = ErrorKind.CONFLICT


class UnknownPermission(Invalid):
    """There is no permission of that name."""


class WrongReach(Invalid):
    """This role can't hold that: `:all` needs a second factor, and `:team` is for the roles of spaces."""


class FixedPermission(Invalid):
    """This permission stays where it is: without it, somebody could never get back in."""
