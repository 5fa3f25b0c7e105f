"""What can go wrong with sorting."""

from cairn.platform.errors import CairnError, ErrorKind


class SortedAlready(CairnError):
    """This thought was sorted already."""

    kind = ErrorKind.CONFLICT
