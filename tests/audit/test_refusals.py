"""What was refused is written though nothing was done, and a flood of refusals makes few rows."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, event
from structlog.testing import capture_logs

from cairn.accounts import service as accounts
from cairn.app.database import Urls
from cairn.audit import chain
from cairn.platform import refusals
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.origin import Origin, coming_from
from cairn.platform.permissions import ADMINISTRATORS, Permission
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Call, Toolbox, Tools, Undo
from tests.accounts.proofs import half, second, with_app
from tests.audit.trail import by_sql
from tests.conftest import PASSWORD, ClientFor, NewPerson

V1 = "/api/v1"


def written(trail: Urls, columns: str = "action, times") -> list[tuple[Any, ...]]:
    return by_sql(trail.owner, f"select {columns} from audit_entries where outcome = 'refused' order by id")


async def email_of(actor: Actor) -> str:
    async with actor.work() as work:
        return await accounts.address_of(work, actor.user_id)


async def test_what_an_account_may_not_do_is_written(
    trail: Urls, runtime: Runtime, actor: Actor, person: NewPerson, client_for: ClientFor
) -> None:
    other = await person()
    answer = await client_for(other).get(f"{V1}/operations/jobs")
    assert answer.status_code == 403

    columns = "action, actor_id, user_id, credential, address, request_id, detail, times"
    assert written(trail, columns) == [
        (
            "access.refused",
            other.user_id,
            other.user_id,
            "session",
            "127.0.0.1",
            answer.headers["X-Request-Id"],
            {"route": "GET /operations/jobs", "permission": "jobs:read:all"},
            1,
        )
    ]


async def test_a_wrong_sign_in_is_told_to_whom_it_was_meant_for(
    trail: Urls, actor: Actor, client_for: ClientFor
) -> None:
    for email in (await email_of(actor), "nobody@example.org"):
        body = {"email": email, "password": "not this one"}
        assert (await client_for(None).post(f"{V1}/auth/login", json=body)).status_code == 401

    assert written(trail, "action, user_id, actor_id, credential") == [
        ("session.refused", actor.user_id, None, "system"),
        ("session.refused", None, None, "system"),
    ]


async def test_a_wrong_second_factor_is_told_with_who_showed_it(
    trail: Urls, actor: Actor, client_for: ClientFor, clock: StillClock
) -> None:
    own, nobody, email = client_for(actor), client_for(None), await email_of(actor)
    app, _ = await with_app(own, clock.now())

    begun = await half(nobody, email, PASSWORD)
    assert (await second(nobody, begun["mfa_token"], "totp", app.wrong(clock.now()))).status_code == 401
    again = {"method": "totp", "code": app.wrong(clock.now())}
    assert (await own.post(f"{V1}/auth/step-up", json=again)).status_code == 403

    assert written(trail, "action, user_id, actor_id, credential, detail") == [
        ("factor.refused", actor.user_id, None, "system", {"method": "totp", "purpose": "second"}),
        ("factor.refused", actor.user_id, actor.user_id, "session", {"method": "totp", "purpose": "step-up"}),
    ]


async def test_a_foreign_page_is_written(trail: Urls, actor: Actor, client_for: ClientFor) -> None:
    body = {"email": await email_of(actor), "password": PASSWORD, "as": "page"}
    headers = {"X-Cairn": "1", "Origin": "https://evil.example"}
    assert (await client_for(None).post(f"{V1}/auth/login", json=body, headers=headers)).status_code == 403

    assert written(trail, "action, user_id, address, detail") == [
        ("page.refused", None, "127.0.0.1", {"route": "POST /auth/login"})
    ]


tools = Tools()


@tools.offer(needs=Permission("pets:write:all", "Feed all pets.", ADMINISTRATORS))
async def feed_all(actor: Actor) -> Undo:
    """Feed all pets."""
    raise AssertionError(actor)


async def test_a_tool_that_an_account_may_not_use_is_written_once(trail: Urls, person: NewPerson) -> None:
    await person()
    actor = await person()

    with pytest.raises(Exception, match="may not do this"):
        await Toolbox([tools]).run(actor, Call(actor.runtime.new_id(), "feed_all"))

    told = [("access.refused", actor.user_id, {"tool": "feed_all", "permission": "pets:write:all"}, 1)]
    assert written(trail, "action, actor_id, detail, times") == told


async def test_the_same_again_within_a_minute_is_counted_and_written_when_it_is_over(
    trail: Urls, runtime: Runtime, clock: StillClock
) -> None:
    for address in ("198.51.100.7", "198.51.100.7", "198.51.100.8", "198.51.100.7"):
        with coming_from(Origin(address, "x")):
            await runtime.refused("session.refused", kind="user")
    once = [("198.51.100.7", 1), ("198.51.100.8", 1)]
    assert written(trail, "address, times") == once

    assert await refusals.fold(runtime) == 0
    clock.forward(timedelta(seconds=59))
    assert await refusals.fold(runtime) == 0
    clock.forward(timedelta(seconds=1))
    assert await refusals.fold(runtime) == 1
    assert await refusals.fold(runtime) == 0

    assert written(trail, "address, times") == [*once, ("198.51.100.7", 2)]
    assert by_sql(trail.owner, "select count(*) from audit_refusals") == [(0,)]
    with coming_from(Origin("198.51.100.7")):
        await runtime.refused("session.refused", kind="user")
    assert written(trail, "address, times")[-1] == ("198.51.100.7", 1)
    await chain.chain(runtime)
    assert (await chain.verify(runtime)).fault is None


async def test_a_flood_from_everywhere_makes_no_more_rows_than_a_minute_has_kinds(
    trail: Urls, runtime: Runtime, clock: StillClock
) -> None:
    async def refused(number: int) -> None:
        with coming_from(Origin(f"2001:db8::{number:x}", f"agent {number}", f"request-{number}")):
            await runtime.refused("session.refused", kind="user", whose=runtime.new_id())

    await asyncio.gather(*(refused(number) for number in range(700)))
    clock.forward(timedelta(minutes=1))
    await refusals.fold(runtime)

    assert by_sql(trail.owner, "select sum(times), count(*) from audit_entries where action = 'session.refused'") == [
        (700, refusals.MOST + 2)
    ]
    many = by_sql(trail.owner, "select sum(times) from audit_entries where detail @> '{\"many\": true}'")
    assert many == [(700 - refusals.MOST,)]


async def test_many_at_once_in_two_processes_are_all_counted(trail: Urls, runtime: Runtime, clock: StillClock) -> None:
    one, other = refusals.Refusals(runtime), refusals.Refusals(runtime)
    same = refusals.Refusal(
        action="session.refused",
        subject_kind="user",
        subject_id=None,
        user_id=None,
        actor_id=None,
        credential="system",
        credential_id=None,
        address="198.51.100.7",
        agent="",
        request_id=None,
        detail={},
    )
    await asyncio.gather(*((one if number % 2 else other).note(same) for number in range(200)))
    clock.forward(timedelta(minutes=1))
    await asyncio.gather(refusals.fold(runtime), refusals.fold(runtime))

    assert written(trail, "times") == [(1,), (199,)]


async def test_a_refusal_that_cannot_be_written_is_still_one_and_is_written_later(
    trail: Urls, runtime: Runtime, person: NewPerson, client_for: ClientFor
) -> None:
    await person()
    client = client_for(await person())
    await client.get(f"{V1}/me")
    hurried = _in_a_hurry(runtime)
    with psycopg.connect(trail.owner) as connection, capture_logs() as logs:
        connection.execute("lock table audit_refusals in access exclusive mode")
        assert (await client.get(f"{V1}/operations/jobs")).status_code == 403
        connection.rollback()
    hurried()
    assert [one["event"] for one in logs if one["log_level"] == "warning"] == ["audit.refusal_not_written"]
    assert written(trail) == []

    assert (await client.get(f"{V1}/operations/jobs")).status_code == 403
    assert by_sql(trail.owner, "select times from audit_refusals") == [(1,)]
    assert written(trail) == [("access.refused", 1)]


def _in_a_hurry(runtime: Runtime) -> Callable[[], None]:
    """Lets the system wait for no lock, until what this returns is called."""

    def hurry(connection: Connection) -> None:
        connection.exec_driver_sql("set local lock_timeout = '20ms'")

    event.listen(runtime.system_engine.sync_engine, "begin", hurry)
    return lambda: event.remove(runtime.system_engine.sync_engine, "begin", hurry)
