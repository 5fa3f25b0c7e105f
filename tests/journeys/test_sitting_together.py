"""Two people come to share a space, sit in its room and see each other live, until one is taken out of it."""

from pathlib import Path
from typing import Any

import pytest

from tests.accounts.letters import letters_in, secret_in
from tests.accounts.people import Somebody, somebody
from tests.conftest import ClientFor, NewPerson, RunJobs
from tests.focus.focusing import heard

V1 = "/api/v1"


@pytest.fixture
async def ana(person: NewPerson, client_for: ClientFor) -> Somebody:
    return await somebody(person, client_for, name="Ana")


@pytest.fixture
async def rui(person: NewPerson, client_for: ClientFor) -> Somebody:
    return await somebody(person, client_for, name="Rui")


async def shared(who: Somebody) -> list[str]:
    """The names of the spaces that somebody shares, with a room to sit in."""
    items = (await who.client.get(f"{V1}/spaces")).json()["items"]
    return [one["name"] for one in items if one["kind"] == "shared" and "rooms:sit:team" in one["permissions"]]


async def seen(who: Somebody, room: str) -> list[tuple[str, str]]:
    answer = await who.client.get(room)
    assert answer.status_code == 200, answer.text
    return [(one["name"], one["doing"]) for one in answer.json()["items"]]


async def test_two_share_a_space_sit_in_its_room_and_one_is_taken_out(
    ana: Somebody, rui: Somebody, run_jobs: RunJobs, tmp_path: Path
) -> None:
    made = await ana.client.post(f"{V1}/spaces", json={"name": "Quiet mornings"})
    space: dict[str, Any] = made.json()
    room, members = f"{V1}/spaces/{space['id']}/room", f"{V1}/spaces/{space['id']}/members"
    assert (await rui.client.get(room)).status_code == 404

    invited = await ana.client.post(f"{V1}/spaces/{space['id']}/invitations", json={"email": rui.email})
    assert invited.status_code == 201, invited.text
    await run_jobs()
    (letter,) = letters_in(tmp_path / "data/mail")(rui.email)
    joined = await rui.client.post(f"{V1}/spaces/invitations/accept", json={"token": secret_in(letter, "join")})
    assert joined.status_code == 200, joined.text
    assert await shared(ana) == await shared(rui) == ["Quiet mornings"]
    assert await heard(ana.actor, "space.changed") == [{"space_id": space["id"]}] * 2

    for who, name in ((ana, "Ana"), (rui, "Rui")):
        assert (await who.client.post(room, json={"name": name, "doing": "Reading"})).status_code == 200
    both = [("Ana", "Reading"), ("Rui", "Reading")]
    assert await seen(ana, room) == await seen(rui, room) == both
    await run_jobs()
    assert await heard(ana.actor, "room.changed") == await heard(rui.actor, "room.changed")
    heard_before = await heard(rui.actor, "room.changed")
    assert heard_before == [{"space_id": space["id"]}] * 2

    assert (await ana.client.delete(f"{members}/{rui.actor.user_id}")).status_code == 204
    assert await seen(ana, room) == [("Ana", "Reading")]
    assert len(await heard(ana.actor, "room.changed")) == 3
    assert await heard(rui.actor, "space.left") == [{"space_id": space["id"]}]
    assert await shared(rui) == []

    assert (await ana.client.post(room, json={"name": "Ana", "doing": "Something secret"})).status_code == 200
    await run_jobs()
    assert len(await heard(ana.actor, "room.changed")) == 4
    assert await heard(rui.actor, "room.changed") == heard_before
    for answer in (
        await rui.client.get(room),
        await rui.client.post(room, json={"name": "Rui"}),
        await rui.client.post(f"{room}/here"),
        await rui.client.get(members),
    ):
        assert answer.status_code == 404
        assert "secret" not in answer.text
