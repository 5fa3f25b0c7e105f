"""What can go wrong with a key."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class BadScope(Invalid):
    """A key can't be made for this. What it may hold is listed at /me/keys/scopes."""


class TooManyKeys(CairnError):
    """There are 50 keys already. End one that you no longer use."""

    kind = ErrorKind.CONFLICT
