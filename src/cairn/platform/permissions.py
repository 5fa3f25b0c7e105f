"""What an actor may do. A permission reads `resource:action:scope`; roles hold sets of them."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The roles of an installation. What each may do stands with the permissions."""

    USER = "user"
    PREMIUM = "premium"
    ADMINISTRATOR = "administrator"
    SUPER_ADMINISTRATOR = "super-administrator"


EVERYBODY = frozenset(Role)
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR, Role.SUPER_ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Permission:
    """One thing somebody may do, and the roles that may do it.

    Args:
        name: `resource:action:scope`, scope being `own`, `team` or `all`.
        says: What it lets a person do, in plain words.
        keys: Whether a key for a program may hold it.
    """

    name: str
    says: str
    roles: frozenset[Role] = EVERYBODY
    keys: bool = True

    def __str__(self) -> str:
        return self.name
