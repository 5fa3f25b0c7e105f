"""What can go wrong in a conversation."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class MessageIdTaken(CairnError):
    """Another message has this id already. Nothing was changed; send it with a new id."""

    kind = ErrorKind.CONFLICT


class MessageDeleted(CairnError):
    """This message was deleted. Send it with a new id to say it again."""

    kind = ErrorKind.CONFLICT


class SaidAnew(CairnError):
    """You have said this anew already. Nothing was changed."""

    kind = ErrorKind.CONFLICT


class StillRunning(CairnError):
    """Your message is safe and is being answered. Ask again in a moment."""

    kind = ErrorKind.CONFLICT


class ProposalExpired(CairnError):
    """This was proposed more than half an hour ago. Say it again, and you are asked again."""

    kind = ErrorKind.CONFLICT


class ProposalChanged(CairnError):
    """What this is about is called otherwise by now. Nothing was changed; say it again, and you are asked again."""

    kind = ErrorKind.CONFLICT


class AlreadyDecided(CairnError):
    """You have answered this the other way. Nothing was changed."""

    kind = ErrorKind.CONFLICT


class OutOfReach(Invalid):
    """This was said too long ago, or later than now."""


class NoSuchZone(Invalid):
    """We don't know this time zone. It reads like Europe/Lisbon."""


class NothingToChange(Invalid):
    """Nothing to change was given."""
