"""What an actor may do. A permission reads `resource:action:scope`; roles hold sets of them (see `platform.rights`)."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The roles of an installation, from the least to the greatest. What each may do is data."""

    USER = "user"
    PREMIUM = "premium"
    ADMINISTRATOR = "administrator"
    SUPER_ADMINISTRATOR = "super-administrator"

    @property
    def rank(self) -> int:
        """Nobody gives, takes or governs a role of a higher rank than their own."""
        return list(Role).index(self)


EVERYBODY = frozenset(Role)
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR, Role.SUPER_ADMINISTRATOR})
SUPER_ADMINISTRATORS = frozenset({Role.SUPER_ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Permission:
    """One thing somebody may do.

    Args:
        name: `resource:action:scope`, scope being `own`, `team` or `all`.
        says: What it lets a person do, in plain words.
        roles: The roles that hold it when an installation first hears of it; what they hold later is data.
        shareable: A person may let somebody else use it on their things: it only reads, and tells no secret.
        keys: Whether a key for a program may hold it.
    """

    name: str
    says: str
    roles: frozenset[str] = EVERYBODY
    keys: bool = True
    shareable: bool = False

    @property
    def resource(self) -> str:
        return self.name.partition(":")[0]

    @property
    def scope(self) -> str:
        return self.name.rpartition(":")[2]

    def __str__(self) -> str:
        return self.name


LISTEN = Permission("events:read:own", "Hear at once what changes in your own things.")
PLATFORM = (LISTEN,)
"""What the platform itself lets people do."""
