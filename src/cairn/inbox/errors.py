"""What can go wrong with sorting."""

from cairn.platform.errors import CairnError, ErrorKind


class ChangedSince(CairnError):
    """This has changed since it was sorted, so that can't be taken back any more."""

    kind = ErrorKind.CONFLICT


class DoneSince(CairnError):
    """The task that was made of this thought is done, so that can't be taken back any more."""

    kind = ErrorKind.CONFLICT


class SortedAlready(CairnError):
    """This thought was sorted already."""

    kind = ErrorKind.CONFLICT
