"""Who may govern whom, and which permissions which role may hold."""

from collections.abc import Iterable, Mapping, Set

from cairn.accounts.people.errors import AboveYou, FixedPermission, LastAdministrator, UnknownPermission, WrongReach
from cairn.accounts.people.permissions import READ_ROLES, WRITE_ROLES
from cairn.accounts.permissions import CONSENTS_WRITE, ERASE, READ, WRITE
from cairn.platform.permissions import ADMINISTRATORS, Permission, Role

STAYS: Mapping[str, Set[str]] = {
    Role.USER: {READ.name, WRITE.name, ERASE.name, CONSENTS_WRITE.name},
    Role.SUPER_ADMINISTRATOR: {READ_ROLES.name, WRITE_ROLES.name},
}
"""What can't be taken from a role."""


def must_govern(own: Role, *others: Role) -> None:
    """Nobody governs, or gives, a role of a higher rank than their own.

    Raises:
        AboveYou: one of the roles is.
    """
    if any(other.rank > own.rank for other in others):
        raise AboveYou


def must_leave_somebody(leaving: Role, becoming: Role | None, remaining: Iterable[Role]) -> None:
    """Somebody must be left in charge.

    Args:
        leaving: The role that a person has now.
        becoming: The role that they get; none, if they are suspended or removed.
        remaining: The roles of everybody else whose account works.

    Raises:
        LastAdministrator: nobody would be.
    """
    left = {role for role in (*remaining, becoming) if role is not None}
    if leaving in ADMINISTRATORS and left.isdisjoint(ADMINISTRATORS):
        raise LastAdministrator
    if leaving is Role.SUPER_ADMINISTRATOR and Role.SUPER_ADMINISTRATOR not in left:
        raise LastAdministrator


def checked(
    role: str, kind: str, careful: bool, wished: Iterable[str], declared: Mapping[str, Permission]
) -> frozenset[str]:
    """The permissions that a role shall hold itself.

    Args:
        kind: `installation` or `space`.
        careful: The role holds what reaches everybody only where two factors were proven.

    Raises:
        UnknownPermission, WrongReach, FixedPermission: the role can't hold just these.
    """
    names = frozenset(wished)
    for name in sorted(names):
        permission = declared.get(name)
        if permission is None:
            raise UnknownPermission(f"There is no permission named {name}.", field="permissions")
        if (permission.scope == "team") != (kind == "space"):
            raise WrongReach(field="permissions")
        if permission.scope == "all" and not careful:
            raise WrongReach(field="permissions")
    if not STAYS.get(role, frozenset()) <= names:
        raise FixedPermission(field="permissions")
    # Whoever changes roles could give themselves all the rest.
    if WRITE_ROLES.name in names and role != Role.SUPER_ADMINISTRATOR:
        raise FixedPermission(field="permissions")
    return names
