"""What can go wrong with the queue."""

from cairn.platform.errors import CairnError, ErrorKind


class NotLaidAside(CairnError):
    """This job isn't laid aside, so there is nothing to try again."""

    kind = ErrorKind.CONFLICT


class WaitsAlready(CairnError):
    """The same work is waiting in the queue already."""

    kind = ErrorKind.CONFLICT
