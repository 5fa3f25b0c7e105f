"""What can go wrong with focus sessions."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class AlreadyOver(CairnError):
    """This session is over. You can start another."""

    kind = ErrorKind.CONFLICT


class StillRunning(CairnError):
    """Another session runs already."""

    kind = ErrorKind.CONFLICT


class TooLong(Invalid):
    """A session takes at most eight hours. Rest in between."""


class AlreadySettled(CairnError):
    """This thought was put somewhere already."""

    kind = ErrorKind.CONFLICT
