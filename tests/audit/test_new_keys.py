"""New keys never write to the trail: what the old ones sealed stays as it is, opens to its person, and is proven."""

from cairn.accounts import service as accounts
from cairn.accounts.encryption import service as encryption
from cairn.accounts.models import WRAPPED
from cairn.accounts.schemas import ChangeMe
from cairn.app.database import Urls
from cairn.audit import chain, service
from cairn.audit.schemas import About
from cairn.platform.actor import Actor
from cairn.platform.crypto import KeyRing, Versions
from cairn.platform.http import PageQuery
from cairn.platform.runtime import Runtime
from cairn.platform.trail import START, TrailKey
from tests.audit.trail import by_sql

ROWS = "select to_jsonb(e) from audit_entries e where user_id = %s and action = 'account.changed' order by id"


async def test_an_entry_outlives_the_keys_that_come_after_the_one_that_sealed_it(
    trail: Urls, runtime: Runtime, actor: Actor
) -> None:
    async with actor.work() as work:
        await accounts.change_me(work, ChangeMe(name="Bea"))
    written = by_sql(trail.owner, ROWS, actor.user_id)
    await chain.chain(runtime)

    for generation in (2, 3):
        await encryption.renew(runtime, actor.user_id, generation)
        await encryption.drop_old(runtime, actor.user_id, generation)

    ((wrapped,),) = by_sql(trail.owner, "select wrapped from person_keys where user_id = %s", actor.user_id)
    assert sorted(runtime.key_ring.unwrap(wrapped, WRAPPED.place(actor.user_id)).generations) == [1, 3]
    assert by_sql(trail.owner, ROWS, actor.user_id) == written
    await chain.chain(runtime)
    assert (await chain.verify(runtime)).fault is None
    async with actor.work() as work:
        told = (await service.history(work, About.ACCOUNT, PageQuery())).items
    (change,) = [one for entry in told if entry.action == "account.changed" for one in entry.changes]
    assert (change.field, change.before, change.after, change.shown) == ("name", "Ana", "Bea", True)


def test_the_key_of_the_trail_stays_when_the_ring_turns(runtime: Runtime) -> None:
    turned = KeyRing(Versions({1: bytes(32), 2: bytes([2]) * 32}, 2), index_key=runtime.key_ring.index_key)

    assert TrailKey(turned).of_anchor(1, START) == runtime.trail_key.of_anchor(1, START)
