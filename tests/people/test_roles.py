"""What roles may do is changed by super-administrators, at once, and never so that somebody is locked out for good."""

from typing import Any

import httpx2
import pytest

from cairn.platform.actor import Actor
from tests.conftest import ClientFor

ROLES = "/api/v1/admin/roles"


async def test_a_super_administrator_changes_what_a_role_may_do_at_once(
    chief: Actor, actor: Actor, client_for: ClientFor, roles_as_they_were: None
) -> None:
    highest, hers = client_for(chief, factors=2), client_for(actor)
    user = (await highest.get(f"{ROLES}/user")).json()
    assert "tasks:write:own" in user["permissions"]
    assert (await hers.get("/api/v1/tasks")).status_code == 200
    less = [name for name in user["permissions"] if not name.startswith("tasks:")]

    changed = await highest.put(
        f"{ROLES}/user", json={"permissions": less}, headers={"If-Match": f'"{user["version"]}"'}
    )

    assert changed.json()["permissions"] == less
    (entry, *_) = (await highest.get("/api/v1/audit/entries?action=role.changed")).json()["items"]
    assert entry["detail"] == {"role": "user"}
    assert entry["changes"] == {"permissions": {"before": sorted(user["permissions"]), "after": sorted(less)}}
    assert (await hers.get("/api/v1/tasks")).status_code == 403
    stale = await highest.put(f"{ROLES}/user", json={"permissions": less}, headers={"If-Match": f'"{user["version"]}"'})
    assert stale.status_code == 412
    premium = await highest.put(f"{ROLES}/premium", json={"permissions": ["tasks:read:own"]})
    assert premium.status_code == 200
    assert (await hers.get("/api/v1/tasks")).status_code == 403


@pytest.mark.parametrize(
    ("role", "add"),
    [
        ("user", "people:read:all"),
        ("premium", "jobs:read:all"),
        ("administrator", "roles:write:all"),
        ("administrator", "everything:do:all"),
        ("administrator", "members:read:team"),
        ("coach", "tasks:read:own"),
        ("coach", "people:read:all"),
    ],
)
async def test_no_role_gets_what_it_cannot_hold(chief: Actor, client_for: ClientFor, role: str, add: str) -> None:
    highest = client_for(chief, factors=2)
    held = (await highest.get(f"{ROLES}/{role}")).json()["permissions"]
    assert (await highest.put(f"{ROLES}/{role}", json={"permissions": [*held, add]})).status_code == 422
    assert (await highest.get(f"{ROLES}/{role}")).json()["permissions"] == held


@pytest.mark.parametrize("role", ["user", "super-administrator"])
async def test_nobody_can_be_locked_out_for_good(chief: Actor, client_for: ClientFor, role: str) -> None:
    answer = await client_for(chief, factors=2).put(f"{ROLES}/{role}", json={"permissions": []})
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/fixed-permission")


async def test_an_administrator_sees_roles_and_cannot_change_them(theirs: httpx2.AsyncClient) -> None:
    told = (await theirs.get(ROLES)).json()
    assert {role["id"] for role in told["roles"]} >= {"user", "administrator", "coach"}
    answer = await theirs.put(f"{ROLES}/administrator", json={"permissions": ["people:read:all"]})
    assert answer.status_code == 403
    assert (await theirs.get(f"{ROLES}/emperor")).status_code == 404


async def test_everybody_sees_what_they_may_do_and_what_a_second_factor_would_add(
    boss: Actor, actor: Actor, client_for: ClientFor
) -> None:
    async def rights(who: Actor, factors: int = 1) -> dict[str, Any]:
        found: dict[str, Any] = (await client_for(who, factors=factors).get("/api/v1/me/rights")).json()
        return found

    mine = await rights(actor)
    assert (mine["role"], mine["with_second_factor"]) == ("user", [])
    by_one, by_two = await rights(boss), await rights(boss, 2)
    assert "people:read:all" in by_one["with_second_factor"]
    assert "people:read:all" not in by_one["permissions"]
    assert ("people:read:all" in by_two["permissions"], by_two["with_second_factor"]) == (True, [])
