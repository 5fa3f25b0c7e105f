"""Nobody but the rule takes anything from the trail, and it takes only what is old."""

from datetime import datetime, timedelta

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege, InvalidParameterValue

from cairn.app.database import Urls
from cairn.audit import chain, repository, retention
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork
from tests.audit.trail import by_sql, tamper, write
from tests.conftest import NewPerson

CHANGES = [
    "update audit_entries set action = 'x'",
    "update audit_entries set address = null",
    "delete from audit_entries",
    "truncate audit_entries",
    "truncate audit_entries, audit_links",
    "update audit_links set position = position + 1",
    "delete from audit_links",
    "truncate audit_links",
]


@pytest.mark.parametrize("statement", CHANGES)
@pytest.mark.parametrize("role", ["app", "system"])
async def test_the_applications_roles_may_not_change_the_trail(
    trail: Urls, actor: Actor, role: str, statement: str
) -> None:
    with psycopg.connect(getattr(trail, role)) as connection:
        connection.execute("select set_config('app.user_id', %s, true)", [str(actor.user_id)])
        connection.execute("select set_config('app.trail', 'DELETE audit_entries', true)")
        with pytest.raises(InsufficientPrivilege, match="permission denied"):
            connection.execute(statement)


@pytest.mark.parametrize("statement", CHANGES)
async def test_its_owner_is_stopped_before_they_do_it_by_mistake(trail: Urls, actor: Actor, statement: str) -> None:
    with pytest.raises(InsufficientPrivilege, match="only grows"):
        by_sql(trail.owner, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "update audit_anchor set position = 1",
        "delete from audit_anchor",
        "insert into audit_anchor (position, hash) values (1, '')",
        "insert into audit_waiting values (gen_random_uuid())",
        "truncate audit_waiting",
        "alter table audit_entries disable trigger user",
        "drop trigger guard on audit_entries",
    ],
)
async def test_the_system_may_not_move_where_the_chain_begins(trail: Urls, statement: str) -> None:
    with pytest.raises(InsufficientPrivilege):
        by_sql(trail.system, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "select * from audit_links",
        "select * from audit_waiting",
        "select * from audit_anchor",
        "select * from audit_refusals",
        "insert into audit_links values (1, gen_random_uuid(), '')",
        "select audit_trim(1, '')",
        "select audit_forget()",
        "select audit_wait()",
    ],
)
async def test_the_application_does_not_see_the_chain(trail: Urls, statement: str) -> None:
    with pytest.raises(psycopg.Error, match=r"permission denied|can only be called as triggers"):
        by_sql(trail.app, statement)


def test_no_view_and_no_other_function_with_its_owners_rights_reaches_the_trail(database: Urls) -> None:
    views = "select viewname from pg_views where schemaname = 'public' and definition ~ 'audit_(entries|links)'"
    functions = "select proname from pg_proc where prosecdef and prosrc ~ 'audit_(entries|links|anchor)'"

    assert by_sql(database.owner, views) == []
    assert set(by_sql(database.owner, functions)) == {("audit_forget",), ("audit_trim",)}


def kept(trail: Urls) -> list[datetime]:
    return [at for (at,) in by_sql(trail.owner, "select at from audit_entries where action = 'task.add' order by at")]


async def _old_and_new(clock: StillClock, actor: Actor) -> datetime:
    """Four entries of long ago and two of the chain's present."""
    now = clock.now()
    clock.at = now - timedelta(days=366)
    await write(actor, times=4)
    clock.at = now
    await write(actor, times=2)
    await chain.chain(actor.runtime)
    return now


async def test_what_is_older_than_the_rule_goes_and_the_rest_stays_provable(
    trail: Urls, runtime: Runtime, actor: Actor, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    tamper(trail, ("truncate audit_entries, audit_waiting",))
    now = await _old_and_new(clock, actor)
    monkeypatch.setattr(retention, "BATCH", 3)

    assert await retention.trim(runtime) == 4
    assert kept(trail) == [now, now]
    told = by_sql(trail.owner, "select detail from audit_entries where action = 'trail.trim' order by id")
    assert told == [({"removed": 3, "position": 3},), ({"removed": 1, "position": 4},)]
    await chain.chain(runtime)
    verdict = await chain.verify(runtime)
    assert (verdict.position, verdict.fault, verdict.waiting) == (8, None, 0)

    assert await retention.trim(runtime) == 0


async def test_an_old_entry_after_a_younger_one_waits_for_it(
    trail: Urls, runtime: Runtime, actor: Actor, clock: StillClock
) -> None:
    """The chain is removed from its beginning only: an entry that was linked late goes with those before it."""
    tamper(trail, ("truncate audit_entries, audit_waiting",))
    now = clock.now()
    await write(actor)
    await chain.chain(runtime)
    clock.at = now - timedelta(days=366)
    await write(actor)
    clock.at = now
    await chain.chain(runtime)

    assert await retention.trim(runtime) == 0
    assert len(kept(trail)) == 2


async def test_when_all_is_old_the_chain_goes_on_from_its_anchor(
    trail: Urls, runtime: Runtime, actor: Actor, clock: StillClock
) -> None:
    tamper(trail, ("truncate audit_entries, audit_waiting",))
    now = clock.now()
    clock.at = now - timedelta(days=400)
    await write(actor, times=3)
    await chain.chain(runtime)
    clock.at = now

    assert await retention.trim(runtime) == 3
    await chain.chain(runtime)

    verdict = await chain.verify(runtime)
    assert (verdict.position, verdict.fault) == (4, None)


async def test_who_holds_the_systems_role_can_neither_remove_what_is_young_nor_hide_that_they_removed(
    trail: Urls, runtime: Runtime, actor: Actor, clock: StillClock
) -> None:
    tamper(trail, ("truncate audit_entries, audit_waiting",))
    now = clock.now()
    clock.at = now - timedelta(days=400)
    await write(actor, times=2)
    clock.at = datetime.now(tz=now.tzinfo)
    await write(actor, times=2)
    await chain.chain(runtime)
    clock.at = now

    with pytest.raises(InsufficientPrivilege, match="thirty days"):
        by_sql(trail.system, "select audit_trim(3, '')")
    with pytest.raises(InvalidParameterValue):
        by_sql(trail.system, "select audit_trim(99, '')")
    by_sql(trail.system, "select audit_trim(1, 'abc')")

    verdict = await chain.verify(runtime)
    assert verdict.fault == "what stood before it was not removed by the rule"


async def test_an_entry_that_the_system_keeps_from_its_link_is_found(
    trail: Urls, runtime: Runtime, actor: Actor
) -> None:
    await write(actor)
    by_sql(trail.system, "delete from audit_waiting")
    await chain.chain(runtime)

    fault = (await chain.verify(runtime)).fault
    assert fault is not None
    assert fault.endswith("was put in beside the chain")


async def test_removing_while_a_walk_is_under_way_breaks_nothing(
    trail: Urls,
    runtime: Runtime,
    actor: Actor,
    person: NewPerson,
    clock: StillClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tamper(trail, ("truncate audit_entries, audit_waiting",))
    await _old_and_new(clock, actor)
    walked = repository.links
    trimmed: list[int] = []

    async def links(work: UnitOfWork, after: int, most: int) -> object:
        monkeypatch.setattr(repository, "links", walked)  # once, and not for what removing reads itself
        trimmed.append(await retention.trim(runtime))
        return await walked(work, after, most)

    monkeypatch.setattr(repository, "links", links)

    assert (await chain.verify(runtime)).fault is None
    assert trimmed == [4]


@pytest.mark.parametrize(
    "tampering",
    [
        "delete from audit_entries where id in (select entry_id from audit_links where position <= 2)",
        "update audit_entries set at = at - interval '2 years'",
    ],
    ids=["entries removed", "entries made older"],
)
async def test_the_rule_doesnt_clear_away_the_traces_of_who_tampered(
    trail: Urls, runtime: Runtime, actor: Actor, tampering: str
) -> None:
    """What is gone or seems old would be trimmed, and the chain begin after it with a mark that passes for ours."""
    tamper(trail, ("truncate audit_entries, audit_waiting",))
    await write(actor, times=4)
    await chain.chain(runtime)
    tamper(trail, (tampering,))
    fault = (await chain.verify(runtime)).fault
    assert fault is not None

    assert await retention.trim(runtime) == 0

    assert (await chain.verify(runtime)).fault == fault
