"""Entries about an erased person stay, and say nothing of them any more; the chain holds."""

import pytest
from sqlalchemy import text

from cairn.app.database import Urls
from cairn.audit import chain
from cairn.platform.actor import Actor
from cairn.platform.origin import Origin, coming_from
from cairn.platform.runtime import Runtime
from cairn.platform.trail import personal
from tests.audit.trail import by_sql, tamper
from tests.conftest import NewPerson

ROWS = "select action, address, agent, after_cipher is not null from audit_entries where user_id = %s order by id"


async def _changed(actor: Actor, name: str) -> None:
    with coming_from(Origin("198.51.100.7", "A phone")):
        async with actor.work() as work:
            await work.audit("account.changed", changes={"name": personal("Ana", name)})


async def _erase(actor: Actor) -> None:
    async with actor.work() as work:
        await work.session.execute(text("delete from users where id = :me"), {"me": work.user_id})


@pytest.mark.parametrize("linked", [True, False])
async def test_where_they_came_from_goes_with_their_key_and_the_chain_holds(
    trail: Urls, runtime: Runtime, actor: Actor, linked: bool
) -> None:
    await _changed(actor, "Bea")
    if linked:
        await chain.chain(runtime)

    await _erase(actor)

    assert by_sql(trail.owner, ROWS, actor.user_id)[-1] == ("account.changed", None, None, True)
    assert by_sql(trail.owner, "select count(*) from person_keys where user_id = %s", actor.user_id) == [(0,)]
    await chain.chain(runtime)
    assert (await chain.verify(runtime)).fault is None


async def test_what_an_administrator_did_keeps_where_they_came_from(
    trail: Urls, runtime: Runtime, actor: Actor, person: NewPerson
) -> None:
    erased = await person()
    with coming_from(Origin("198.51.100.9", "A desk")):
        async with runtime.system(by=actor) as work:
            await work.audit("account.changed", erased.user_id, whose=erased.user_id)
    await _changed(erased, "Bea")

    await _erase(erased)

    told = by_sql(trail.owner, ROWS, erased.user_id)
    assert told[-2:] == [("account.changed", "198.51.100.9", "A desk", False), ("account.changed", None, None, True)]
    await chain.chain(runtime)
    assert (await chain.verify(runtime)).fault is None


async def test_what_an_erased_administrator_did_loses_where_they_came_from(
    trail: Urls, runtime: Runtime, actor: Actor, person: NewPerson
) -> None:
    administrator = await person()
    with coming_from(Origin("198.51.100.9", "A desk")):
        async with runtime.system(by=administrator) as work:
            await work.audit("account.changed", actor.user_id, whose=actor.user_id)

    await _erase(administrator)

    assert by_sql(trail.owner, ROWS, actor.user_id)[-1] == ("account.changed", None, None, False)
    await chain.chain(runtime)
    assert (await chain.verify(runtime)).fault is None


async def test_nobody_is_blanked_who_was_never_known(trail: Urls, runtime: Runtime, actor: Actor) -> None:
    with coming_from(Origin("198.51.100.9", "A desk")):
        async with runtime.system() as work:
            await work.audit("password.forgotten", kind="user")
    await chain.chain(runtime)
    tamper(trail, ("update audit_entries set address = null, agent = null where user_id is null",))

    fault = (await chain.verify(runtime)).fault

    assert fault is not None
    assert fault.endswith("was robbed of where it came from")
