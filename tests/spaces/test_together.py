"""Spaces that several people share: made, named and left; who isn't of one learns nothing of it."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from cairn.platform.runtime import Runtime
from cairn.spaces.together import MOST_SPACES
from tests.accounts.people import Somebody, somebody
from tests.conftest import ClientFor, NewPerson, RunJobs
from tests.focus.focusing import heard
from tests.spaces.together import SPACES, invited, joined, made, names, nobodys_address, personal, problem


@pytest.fixture
async def ana(person: NewPerson, client_for: ClientFor) -> Somebody:
    return await somebody(person, client_for, name="Ana")


@pytest.fixture
async def rui(person: NewPerson, client_for: ClientFor) -> Somebody:
    return await somebody(person, client_for, name="Rui")


@pytest.fixture
async def space(ana: Somebody, rui: Somebody, run_jobs: RunJobs, tmp_path: Path) -> str:
    """Ana's, in which Rui is a member."""
    space_id = await made(ana.client)
    await joined(rui, ana, space_id, run_jobs, tmp_path)
    return space_id


async def how_many(runtime: Runtime, space_id: str) -> int:
    async with runtime.system() as work:
        found = await work.session.scalar(text("select count(*) from spaces where id = :id"), {"id": space_id})
    return int(found or 0)


async def test_who_makes_a_space_looks_after_it_and_is_alone_in_it(ana: Somebody, rui: Somebody) -> None:
    answer = await ana.client.post(SPACES, json={"name": "  Study together  "})
    assert answer.status_code == 201, answer.text
    space = answer.json()
    assert (space["name"], space["kind"], space["role"]) == ("Study together", "shared", "owner")
    assert {"spaces:write:team", "members:write:team", "rooms:sit:team"} <= set(space["permissions"])
    assert await names(ana.client, space["id"]) == [("Ana", "owner")]
    assert [one["kind"] for one in (await ana.client.get(SPACES)).json()["items"]] == ["personal", "shared"]
    assert [one["kind"] for one in (await rui.client.get(SPACES)).json()["items"]] == ["personal"]


@pytest.mark.parametrize(
    "name", ["", "   ", "x" * 81, "two\nlines", "\u200b\u200b", "turned \u202e round", "a\x00b", None, 7]
)
async def test_a_name_is_one_line_that_can_be_seen(ana: Somebody, name: Any) -> None:
    space_id = await made(ana.client, "y" * 80)
    assert (await ana.client.post(SPACES, json={"name": name})).status_code == 422
    assert (await ana.client.patch(f"{SPACES}/{space_id}", json={"name": name})).status_code == 422


async def test_a_space_gets_another_name_from_who_looks_after_it_alone(
    ana: Somebody, rui: Somebody, space: str
) -> None:
    assert problem(await rui.client.patch(f"{SPACES}/{space}", json={"name": "Mine"})) == (403, "not-allowed")
    answer = await ana.client.patch(f"{SPACES}/{space}", json={"name": "👩‍💻 Quiet hours"})
    assert answer.status_code == 200, answer.text
    assert answer.json()["name"] == "👩‍💻 Quiet hours"
    assert [one["name"] for one in (await rui.client.get(SPACES)).json()["items"]] == ["", "👩‍💻 Quiet hours"]


async def test_one_person_looks_after_so_many_spaces_also_when_they_are_made_at_once(ana: Somebody) -> None:
    answers = await asyncio.gather(
        *(ana.client.post(SPACES, json={"name": f"Study {one}"}) for one in range(MOST_SPACES + 3))
    )
    assert sorted(one.status_code for one in answers) == [201] * MOST_SPACES + [409] * 3
    assert {problem(one)[1] for one in answers if one.status_code == 409} == {"too-many-spaces"}


async def test_members_see_of_each_other_what_they_are_called_and_nothing_else(
    ana: Somebody, rui: Somebody, space: str
) -> None:
    answer = await rui.client.get(f"{SPACES}/{space}/members")
    assert [(one["name"], one["mine"]) for one in answer.json()["items"]] == [("Ana", False), ("Rui", True)]
    assert {key for one in answer.json()["items"] for key in one} == {"user_id", "name", "mine", "role", "since"}
    assert ana.email not in answer.text
    for path in (f"/api/v1/spaces/{space}/invitations", f"/api/v1/admin/people/{ana.actor.user_id}"):
        assert (await rui.client.get(path)).status_code == 403
    async with rui.actor.work() as work:
        for table in ("memberships", "invitations"):
            others = text(f"select count(*) from {table} where user_id <> :me")
            assert await work.session.scalar(others, {"me": work.user_id}) == 0, table


async def test_one_leaves_a_space_oneself_and_sees_nothing_of_it_after(
    ana: Somebody, rui: Somebody, space: str
) -> None:
    path = f"{SPACES}/{space}/members/{rui.actor.user_id}"
    assert (await rui.client.delete(path)).status_code == 204

    assert await names(ana.client, space) == [("Ana", "owner")]
    assert [one["kind"] for one in (await rui.client.get(SPACES)).json()["items"]] == ["personal"]
    assert (await rui.client.get(f"{SPACES}/{space}/members")).status_code == 404
    assert (await rui.client.get(f"{SPACES}/{space}/room")).status_code == 404
    assert (await rui.client.delete(path)).status_code == 404
    assert await heard(rui.actor, "space.left") == [{"space_id": space}]


async def test_who_looks_after_a_space_takes_somebody_out_and_no_member_does(
    ana: Somebody, rui: Somebody, space: str, person: NewPerson, client_for: ClientFor
) -> None:
    eva = await somebody(person, client_for, name="Eva")
    refused = await rui.client.delete(f"{SPACES}/{space}/members/{ana.actor.user_id}")
    assert problem(refused) == (403, "not-allowed")
    for nobody_there in (eva.actor.user_id, eva.actor.runtime.new_id()):
        assert (await ana.client.delete(f"{SPACES}/{space}/members/{nobody_there}")).status_code == 404
        assert (await eva.client.delete(f"{SPACES}/{space}/members/{nobody_there}")).status_code == 404
    assert await names(ana.client, space) == [("Ana", "owner"), ("Rui", "member")]

    assert (await ana.client.delete(f"{SPACES}/{space}/members/{rui.actor.user_id}")).status_code == 204
    assert await names(ana.client, space) == [("Ana", "owner")]


async def test_the_last_who_looks_after_a_space_stays_while_others_are_there(
    ana: Somebody, rui: Somebody, space: str, runtime: Runtime
) -> None:
    hers = f"{SPACES}/{space}/members/{ana.actor.user_id}"
    assert problem(await ana.client.delete(hers)) == (409, "last-owner")
    assert (await ana.client.delete(f"{SPACES}/{space}/members/{rui.actor.user_id}")).status_code == 204
    assert (await ana.client.delete(hers)).status_code == 204
    assert await how_many(runtime, space) == 0


async def test_another_who_looks_after_it_lets_the_first_go(
    ana: Somebody, rui: Somebody, run_jobs: RunJobs, tmp_path: Path
) -> None:
    space = await made(ana.client)
    await joined(rui, ana, space, run_jobs, tmp_path, "owner")
    assert (await ana.client.delete(f"{SPACES}/{space}/members/{ana.actor.user_id}")).status_code == 204
    assert await names(rui.client, space) == [("Rui", "owner")]


async def test_of_two_who_look_after_it_and_leave_at_once_nobody_is_left_without(
    ana: Somebody, rui: Somebody, person: NewPerson, client_for: ClientFor, run_jobs: RunJobs, tmp_path: Path
) -> None:
    eva = await somebody(person, client_for, name="Eva")
    space = await made(ana.client)
    await joined(rui, ana, space, run_jobs, tmp_path, "owner")
    await joined(eva, ana, space, run_jobs, tmp_path)
    answers = await asyncio.gather(
        *(one.client.delete(f"{SPACES}/{space}/members/{one.actor.user_id}") for one in (ana, rui))
    )
    assert sorted(one.status_code for one in answers) == [204, 409]
    assert sorted(role for _, role in await names(eva.client, space)) == ["member", "owner"]


async def test_a_space_that_all_leave_at_once_is_gone(
    ana: Somebody, rui: Somebody, run_jobs: RunJobs, tmp_path: Path, runtime: Runtime
) -> None:
    space = await made(ana.client)
    await joined(rui, ana, space, run_jobs, tmp_path, "owner")
    answers = await asyncio.gather(
        *(one.client.delete(f"{SPACES}/{space}/members/{one.actor.user_id}") for one in (ana, rui))
    )
    assert {one.status_code for one in answers} == {204}
    assert await how_many(runtime, space) == 0


async def test_the_personal_space_is_neither_named_nor_left_nor_shared(ana: Somebody, rui: Somebody) -> None:
    hers = await personal(ana.client)
    for answer in (
        await ana.client.patch(f"{SPACES}/{hers}", json={"name": "Ours"}),
        await ana.client.delete(f"{SPACES}/{hers}/members/{ana.actor.user_id}"),
        await ana.client.post(f"{SPACES}/{hers}/invitations", json={"email": rui.email}),
    ):
        assert problem(answer) == (409, "personal-space")


async def test_the_database_itself_lets_a_member_neither_end_nor_rename_a_space_nor_join_one(
    ana: Somebody, rui: Somebody, space: str, runtime: Runtime
) -> None:
    async with rui.actor.work() as work:
        await work.session.execute(text("delete from spaces where kind = 'shared'"))
    assert await how_many(runtime, space) == 1
    async with rui.actor.work() as work:
        rights = await work.session.scalars(
            text(
                "select privilege_type from information_schema.role_table_grants"
                " where table_name in ('spaces', 'memberships') and grantee = 'cairn_app'"
            )
        )
        assert set(rights.all()) == {"SELECT", "DELETE"}


async def test_an_account_that_goes_takes_its_invitations_and_an_empty_space_along_and_leaves_the_others_theirs(
    ana: Somebody, rui: Somebody, space: str, runtime: Runtime
) -> None:
    alone, guest = await made(ana.client, "Alone"), nobodys_address()
    await invited(ana.client, space, guest)
    (feature,) = [feature for feature in runtime.features if feature.name == "spaces"]
    assert feature.export is not None
    assert feature.erase is not None
    async with ana.actor.work() as work:
        kept = await feature.export(work)
    assert set(kept) == set(feature.tables)
    assert sorted(one["name"] for one in kept["memberships"]) == ["", "Alone", "Study"]
    assert {one["email"] for one in kept["invitations"]} == {guest, rui.email}

    async with runtime.owner(ana.actor.user_id) as work:
        await feature.erase(work)
    assert (await how_many(runtime, alone), await how_many(runtime, space)) == (0, 1)
    assert await names(rui.client, space) == [("Rui", "member")]
    async with runtime.system() as work:
        left = text("select count(*) from invitations where user_id = :ana")
        assert await work.session.scalar(left, {"ana": ana.actor.user_id}) == 0
    assert (await rui.client.delete(f"{SPACES}/{space}/members/{rui.actor.user_id}")).status_code == 204
    assert await how_many(runtime, space) == 0
