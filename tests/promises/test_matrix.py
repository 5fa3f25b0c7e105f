"""Role by route by method: everybody gets in exactly where what they hold says so.

What should be is reckoned here from the rows of the roles and from what the routes declare; what is, is asked for.
"""

import hashlib
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from sqlalchemy import text

from cairn.app.build import create_api
from cairn.platform.actor import Actor
from cairn.platform.permissions import Permission, Role
from cairn.platform.runtime import Runtime
from tests.conftest import NOON, ClientFor, NewPerson
from tests.promises.walk import declared_by, walk

EVENTS = "GET /api/v1/events"
"""It never ends for whoever may hear it, so that only a refusal can be waited for."""

SIGNS_OUT = "POST /api/v1/auth/logout"
"""Asked last: nothing is open after it."""

REFUSALS = {"/problems/not-allowed", "/problems/second-factor-needed"}


@dataclass(frozen=True)
class Caller:
    """Somebody who asks, with what they hold as the rows say.

    Args:
        ids: Ids in paths that are theirs; any other is nobody's.
    """

    name: str
    client: httpx2.AsyncClient
    signed_in: bool
    held: frozenset[str]
    factors: int = 1
    careful: bool = False
    ids: Mapping[str, str] | None = None

    def expected(self, permission: Permission) -> int:
        """401, 403, or 200 for anything that isn't a refusal."""
        if not self.signed_in:
            return 401
        if permission.name not in self.held:
            return 403
        if self.careful and permission.name.endswith(":all") and self.factors < 2:
            return 403
        return 200


async def held_by(runtime: Runtime, role: str) -> tuple[frozenset[str], bool]:
    """What a role and those above it hold, and whether it needs a second factor, by the database's own recursion."""
    line = (
        "with recursive line as (select * from roles where name = :role"
        " union select r.* from roles r join line l on r.name = l.parent) "
    )
    async with runtime.system() as work:
        query = text(line + "select permission from role_permissions where role in (select name from line)")
        names = (await work.session.scalars(query, {"role": role})).all()
        careful = await work.session.scalar(
            text(line + "select bool_or(needs_second_factor) from line"), {"role": role}
        )
    return frozenset(names), bool(careful)


async def own_space(actor: Actor) -> dict[str, str]:
    async with actor.work() as work:
        return {"space_id": str(await work.session.scalar(text("select space_id from memberships")))}


async def key_without_scopes(actor: Actor) -> str:
    key = f"cairn_{secrets.token_urlsafe(32)}"
    async with actor.work() as work:
        await work.session.execute(
            text(
                "insert into api_keys (id, user_id, name_cipher, prefix, key_hash, scopes, factors, created_at,"
                " expires_at) values (:id, :user, 'x', 'cairn_', :hash, array[]::text[], 2, :now, :until)"
            ),
            {
                "id": uuid4(),
                "user": actor.user_id,
                "hash": hashlib.sha256(key.encode()).digest(),
                "now": NOON,
                "until": NOON + timedelta(days=1),
            },
        )
    return key


@pytest.fixture
async def callers(runtime: Runtime, person: NewPerson, client_for: ClientFor) -> list[Caller]:
    async def signed_in(role: Role, factors: int) -> Caller:
        actor = await person(role=role)
        held, careful = await held_by(runtime, role)
        # In their own space they are its owner.
        held |= (await held_by(runtime, "owner"))[0]
        client = client_for(actor, factors=factors)
        return Caller(f"{role} by {factors}", client, True, held, factors, careful, await own_space(actor))

    suspended = await person()
    out = client_for(suspended)
    assert (await out.get("/api/v1/me")).status_code == 200
    async with runtime.system() as work:
        await work.session.execute(
            text("update users set disabled_at = :now where id = :id"), {"id": suspended.user_id, "now": NOON}
        )
    boss = await person(role=Role.SUPER_ADMINISTRATOR)
    program = client_for(None)
    program.headers["Authorization"] = f"Bearer {await key_without_scopes(boss)}"
    return [
        await signed_in(Role.USER, 1),
        await signed_in(Role.USER, 2),
        await signed_in(Role.PREMIUM, 1),
        await signed_in(Role.ADMINISTRATOR, 1),
        await signed_in(Role.ADMINISTRATOR, 2),
        await signed_in(Role.SUPER_ADMINISTRATOR, 1),
        await signed_in(Role.SUPER_ADMINISTRATOR, 2),
        Caller("suspended", out, False, frozenset()),
        Caller("signed out", client_for(None), False, frozenset()),
        Caller("a key without scopes", program, True, frozenset(), 2, ids=await own_space(boss)),
    ]


def routes(runtime: Runtime) -> Iterator[tuple[str, str, Permission]]:
    """Method, path and permission of every route that needs one; the one that signs out comes last."""
    found = [
        (method, path, declared)
        for path, route in walk(create_api(runtime))
        for method in sorted(route.methods or ())
        for declared in declared_by(route.dependant)
        if isinstance(declared, Permission) and route.include_in_schema
    ]
    yield from sorted(found, key=lambda one: (f"{one[0]} {one[1]}" == SIGNS_OUT, one[1], one[0]))


def filled(path: str, ids: Mapping[str, str] | None) -> str:
    nobodys = {"job_id": str(2**61), "role_id": "emperor", "field_id": "no_such_field"}
    return re.sub(r"{(\w+)}", lambda m: (ids or {}).get(m[1]) or nobodys.get(m[1]) or str(uuid4()), path)


async def asked(caller: Caller, method: str, path: str) -> int:
    """401 or 403 if they were refused for who they are, 200 for any other answer."""
    body: Any = {} if method in ("POST", "PUT", "PATCH") else None
    answer = await caller.client.request(method, filled(path, caller.ids), json=body)
    if answer.status_code == 401:
        return 401
    if answer.status_code == 403:
        assert answer.json()["type"] in REFUSALS, f"{caller.name}, {method} {path}: {answer.text}"
        return 403
    assert answer.status_code < 500, f"{caller.name}, {method} {path}: {answer.text}"
    return 200


async def test_everybody_gets_in_exactly_where_their_role_says(runtime: Runtime, callers: list[Caller]) -> None:
    wrong, tried = [], set()
    for method, path, permission in routes(runtime):
        for caller in callers:
            expected = caller.expected(permission)
            if f"{method} {path}" == EVENTS and expected == 200:
                continue
            tried.add((method, path, expected))
            found = await asked(caller, method, path)
            if found != expected:
                wrong.append(f"{caller.name}, {method} {path} ({permission}): {found} instead of {expected}")
    assert wrong == []
    assert len({(method, path) for method, path, _ in tried}) > 60
    refused = {path for _, path, expected in tried if expected == 403}
    assert {"/api/v1/admin/people", "/api/v1/admin/roles/{role_id}", "/api/v1/operations/jobs"} <= refused


async def test_who_may_listen_is_who_the_rows_say(runtime: Runtime, person: NewPerson) -> None:
    for role in Role:
        actor = await person(role=role)
        (listen,) = (one for method, path, one in routes(runtime) if f"{method} {path}" == EVENTS)
        assert actor.may(listen) == (listen.name in (await held_by(runtime, role))[0])


def test_whatever_reaches_everybody_belongs_to_roles_that_need_a_second_factor(runtime: Runtime) -> None:
    for permission in runtime.rights.declared.values():
        assert permission.scope in ("own", "team", "all"), permission
        if permission.scope == "all":
            assert permission.roles <= {Role.ADMINISTRATOR, Role.SUPER_ADMINISTRATOR}, permission


def test_no_permission_over_everybody_reads_what_people_keep(runtime: Runtime) -> None:
    """What administrators hold over everybody is named here, so that a new one is looked at by somebody."""
    everybodys = {one.name for one in runtime.rights.declared.values() if one.scope == "all"}
    assert everybodys == {
        "audit:read:all",
        "jobs:read:all",
        "jobs:write:all",
        "limits:read:all",
        "people:erase:all",
        "people:read:all",
        "people:write:all",
        "roles:read:all",
        "roles:write:all",
        "support:ask:all",
    }
