"""Access tokens whose signature was checked a while ago in this process, so that it needn't be checked again."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass

MOST = 10_000
"""About 3 MB. A token holds ten minutes, so this serves as many people at once in one process."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What a token was found to say. When it ends, and whether its key still verifies, is asked each time."""

    session_id: str
    kid: str
    expires: int


class VerifiedTokens:
    """The tokens used last, by their hash: whoever reads this memory finds none to use."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: OrderedDict[bytes, Verified] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def find(self, token: str) -> Verified | None:
        name = _name(token)
        known = self._known.get(name)
        if known is not None:
            self._known.move_to_end(name)
        return known

    def keep(self, token: str, found: Verified) -> None:
        self._known[_name(token)] = found
        if len(self._known) > self._most:
            self._known.popitem(last=False)

    def forget(self, token: str) -> None:
        self._known.pop(_name(token), None)


def _name(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
