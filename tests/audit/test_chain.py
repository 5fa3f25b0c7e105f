"""The trail only grows; whoever changes it as the database's owner is found out, also where the change is hidden."""

import asyncio
from typing import Any

import pytest
from structlog.testing import capture_logs

from cairn.app.database import Urls
from cairn.audit import chain
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from tests.audit.trail import by_sql, clear, tamper, write
from tests.conftest import NewPerson


@pytest.fixture
async def chained(trail: Urls, actor: Actor) -> list[tuple[int, Any]]:
    """The three newest links, oldest first, of a trail that holds."""
    await write(actor, times=3)
    await chain.chain(actor.runtime)
    assert (await chain.verify(actor.runtime)).fault is None
    newest = "select position, entry_id from audit_links order by position desc limit 3"
    return [(int(place), entry) for place, entry in reversed(by_sql(trail.owner, newest))]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("action = 'task.remove'", "is not what was written"),
        ("detail = '{}'", "is not what was written"),
        ("at = at - interval '1 second'", "is not what was written"),
        ("user_id = gen_random_uuid()", "is not what was written"),
        ("actor_id = gen_random_uuid()", "is not what was written"),
        ("subject_kind = 'x'", "is not what was written"),
        ("subject_id = null", "is not what was written"),
        ("request_id = 'x'", "is not what was written"),
        ("outcome = 'refused'", "is not what was written"),
        ("times = 2", "is not what was written"),
        ("credential = 'page'", "is not what was written"),
        ("credential_id = gen_random_uuid()", "is not what was written"),
        ('changes = \'{"name": "sealed"}\'', "is not what was written"),
        ("before_cipher = '\\x01'", "is not what was written"),
        ("after_cipher = '\\x01'", "is not what was written"),
        ("origin_mac = '\\x01'", "is not what was written"),
        ("mac = '\\x01'", "is not what was written"),
        ("mac = null", "was not written by Cairn"),
        ("address = '203.0.113.9'", "didn't come from there"),
        ("agent = 'x'", "didn't come from there"),
        ("address = null, agent = null", "was robbed of where it came from"),
    ],
)
async def test_a_changed_entry_is_found_whatever_was_changed(
    trail: Urls, runtime: Runtime, chained: list[tuple[int, Any]], change: str, fault: str
) -> None:
    place, entry = chained[1]
    tamper(trail, (f"update audit_entries set {change} where id = %s", entry))

    verdict = await chain.verify(runtime)

    assert (verdict.position, verdict.fault) == (place, f"entry {entry} {fault}")


async def test_every_column_of_an_entry_is_among_the_changes_tried_above(trail: Urls) -> None:
    columns = "select attname from pg_attribute where attrelid = 'audit_entries'::regclass and attnum > 0"
    marks: Any = test_a_changed_entry_is_found_whatever_was_changed
    (mark,) = (one for one in marks.pytestmark if one.name == "parametrize")
    tried = {part.split(" = ")[0].strip() for change, _ in mark.args[1] for part in change.split(", ") if " = " in part}

    told = {str(name) for (name,) in by_sql(trail.owner, f"{columns} and not attisdropped")}
    assert told - {"id"} == tried


async def test_a_deleted_entry_is_found(trail: Urls, runtime: Runtime, chained: list[tuple[int, Any]]) -> None:
    place, entry = chained[1]
    tamper(trail, ("delete from audit_entries where id = %s", entry))

    verdict = await chain.verify(runtime)

    assert (verdict.position, verdict.fault) == (place, f"entry {entry} is gone")


async def test_an_entry_deleted_with_its_link_is_found(
    trail: Urls, runtime: Runtime, chained: list[tuple[int, Any]]
) -> None:
    place, entry = chained[1]
    tamper(
        trail,
        ("delete from audit_entries where id = %s", entry),
        ("delete from audit_links where position = %s", place),
    )

    verdict = await chain.verify(runtime)

    assert (verdict.position, verdict.fault) == (place, "the link is gone")


async def test_two_swapped_links_are_found(trail: Urls, runtime: Runtime, chained: list[tuple[int, Any]]) -> None:
    (first, _), (second, _) = chained[1:]
    swap = "update audit_links set position = %s where position = %s"
    tamper(trail, (swap, 10**9, first), (swap, first, second), (swap, second, 10**9))

    assert (await chain.verify(runtime)).position == first


async def test_a_whole_chain_reckoned_anew_without_the_key_is_found(
    trail: Urls, runtime: Runtime, chained: list[tuple[int, Any]]
) -> None:
    """Somebody with the database alone can hash, but has nothing to key the hashes with."""
    plain = "sha256(l.position::text::bytea || e.action::bytea)"
    tamper(
        trail,
        ("update audit_entries set action = 'task.remove'",),
        (f"update audit_links l set hash = {plain} from audit_entries e where e.id = l.entry_id",),
    )

    verdict = await chain.verify(runtime)

    assert verdict.position == 1
    assert verdict.fault is not None


async def test_the_beginning_cut_off_with_the_anchor_moved_is_found(
    trail: Urls, runtime: Runtime, chained: list[tuple[int, Any]]
) -> None:
    place, entry = chained[0]
    tamper(
        trail,
        (
            "update audit_anchor set (position, hash) = (select position, hash from audit_links where position = %s)",
            place,
        ),
        ("delete from audit_entries where id = %s", entry),
        ("delete from audit_links where position <= %s", place),
    )

    verdict = await chain.verify(runtime)

    assert verdict.fault == "what stood before it was not removed by the rule"


async def test_the_end_cut_off_is_found_against_a_witness(
    trail: Urls, runtime: Runtime, actor: Actor, chained: list[tuple[int, Any]]
) -> None:
    with capture_logs() as logs:
        await write(actor)
        await chain.chain(runtime)
    (told,) = [one for one in logs if one["event"] == "audit.chained"]
    witness = (told["position"], bytes.fromhex(told["hash"]))
    assert (await chain.verify(runtime, witness=witness)).fault is None
    tamper(
        trail,
        ("delete from audit_entries where id = (select entry_id from audit_links where position = %s)", witness[0]),
        ("delete from audit_links where position = %s", witness[0]),
    )

    verdict = await chain.verify(runtime, witness=witness)
    assert verdict.fault == f"the chain once reached link {witness[0]}"

    await write(actor)
    await chain.chain(runtime)
    verdict = await chain.verify(runtime, witness=witness)
    assert verdict.fault == "the chain was made anew since it was witnessed"


INSERT = (
    "insert into audit_entries (id, at, user_id, actor_id, action, subject_kind, detail, outcome, times, credential,"
    " changes, address, agent) values (gen_random_uuid(), now(), %s, %s, 'task.remove', '', '{}', 'done', 1, 'person',"
    " '{}', '', '')"
)


async def test_an_entry_put_in_beside_the_chain_is_found(
    trail: Urls, runtime: Runtime, actor: Actor, chained: list[tuple[int, Any]]
) -> None:
    tamper(trail, (INSERT, actor.user_id, actor.user_id))
    await chain.chain(runtime)

    fault = (await chain.verify(runtime)).fault

    assert fault is not None
    assert fault.endswith("was put in beside the chain")


@pytest.mark.parametrize("role", ["owner", "system", "app"])
async def test_an_entry_that_cairn_did_not_write_is_found_though_it_is_linked(
    trail: Urls, runtime: Runtime, actor: Actor, chained: list[tuple[int, Any]], role: str
) -> None:
    """The application's roles may insert; what they insert by hand has no hash, since they don't hold the key."""
    who = "" if role != "app" else f"select set_config('app.user_id', '{actor.user_id}', false); "
    insert = INSERT.replace("%s", f"'{actor.user_id}'")
    by_sql(getattr(trail, role), f"{who}{insert}")
    assert await chain.chain(runtime) == 1

    verdict = await chain.verify(runtime)

    assert verdict.position == chained[-1][0] + 1
    assert verdict.fault is not None
    assert verdict.fault.endswith("was not written by Cairn")


async def test_an_entry_copied_with_its_hash_is_found(
    trail: Urls, runtime: Runtime, chained: list[tuple[int, Any]]
) -> None:
    """A true entry said twice: its hash covers its id, which can't be had twice."""
    columns = [
        str(name)
        for (name,) in by_sql(
            trail.owner,
            "select attname from pg_attribute where attrelid = 'audit_entries'::regclass and attnum > 0"
            " and not attisdropped and attname <> 'id'",
        )
    ]
    told = ", ".join(columns)
    copy = f"insert into audit_entries (id, {told}) select gen_random_uuid(), {told} from audit_entries where id = %s"
    by_sql(trail.owner, copy, chained[0][1])
    await chain.chain(runtime)

    assert (await chain.verify(runtime)).position == chained[-1][0] + 1


async def test_entries_from_before_the_trail_was_keyed_stand_at_its_beginning(
    trail: Urls, runtime: Runtime, actor: Actor
) -> None:
    clear(trail)
    by_sql(trail.owner, INSERT, actor.user_id, actor.user_id)
    await chain.chain(runtime)
    await write(actor)
    await chain.chain(runtime)
    assert (await chain.verify(runtime)).fault is None

    tamper(trail, ("update audit_entries set action = 'task.add' where mac is null",))

    assert (await chain.verify(runtime)).position == 1


async def test_an_entry_that_commits_late_is_linked_after_those_before_it(
    runtime: Runtime, actor: Actor, chained: list[tuple[int, Any]]
) -> None:
    async with actor.work() as late:
        await late.audit("task.add", actor.user_id, kind="task")
        await write(actor)
        assert await chain.chain(runtime) == 1
    assert await chain.chain(runtime) == 1

    verdict = await chain.verify(runtime)
    assert (verdict.position, verdict.fault) == (chained[-1][0] + 2, None)


async def test_many_processes_link_each_entry_once(
    runtime: Runtime, actor: Actor, chained: list[tuple[int, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chain, "AT_ONCE", 3)
    await write(actor, times=20)

    await asyncio.gather(*(chain.chain(runtime) for _ in range(4)))
    await chain.chain(runtime)

    verdict = await chain.verify(runtime)
    assert (verdict.position, verdict.fault, verdict.waiting) == (chained[-1][0] + 20, None, 0)


async def test_a_rolled_back_action_leaves_nothing_to_link(
    trail: Urls, runtime: Runtime, actor: Actor, chained: list[tuple[int, Any]]
) -> None:
    with pytest.raises(ZeroDivisionError):
        await _broken(actor)

    assert await chain.chain(runtime) == 0
    assert by_sql(trail.owner, "select count(*) from audit_waiting") == [(0,)]


async def _broken(actor: Actor) -> None:
    async with actor.work() as work:
        await work.audit("task.add")
        raise ZeroDivisionError


async def test_a_chain_walked_in_small_steps_says_the_same(
    runtime: Runtime, actor: Actor, person: NewPerson, chained: list[tuple[int, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    await write(await person(), times=5)
    await chain.chain(runtime)
    whole = await chain.verify(runtime)
    for step in (1, 2, whole.position, whole.position + 1):
        monkeypatch.setattr(chain, "AT_ONCE", step)
        assert await chain.verify(runtime) == whole
