"""Rooms: people of one space see each other sit there; nobody else does, and nobody sits there who has gone."""

import asyncio
from typing import Any
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from cairn.focus import rooms
from cairn.focus.schemas import Sit
from cairn.focus.ticker import tick
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.conftest import ClientFor, NewPerson, RunJobs
from tests.focus.focusing import heard, minutes, started, went


async def shared_space(runtime: Runtime, *people: Actor, name: str = "Study") -> UUID:
    """A space that several people belong to."""
    space_id = runtime.new_id()
    async with runtime.system() as work:
        await work.session.execute(
            text("insert into spaces (id, kind, name, created_at) values (:id, 'shared', :name, :now)"),
            {"id": space_id, "name": name, "now": work.now},
        )
        for person in people:
            await work.session.execute(
                text(
                    "insert into memberships (id, user_id, space_id, role, created_at)"
                    " values (:id, :person, :space, 'member', :now)"
                ),
                {"id": runtime.new_id(), "person": person.user_id, "space": space_id, "now": work.now},
            )
    return space_id


def room(space_id: UUID) -> str:
    return f"/api/v1/spaces/{space_id}/room"


async def seats(client: httpx2.AsyncClient, space_id: UUID) -> list[tuple[str, str, bool]]:
    answer = await client.get(room(space_id))
    assert answer.status_code == 200, answer.text
    return [(one["name"], one["doing"], one["mine"]) for one in answer.json()["items"]]


async def sits(client: httpx2.AsyncClient, space_id: UUID, **how: Any) -> dict[str, Any]:
    answer = await client.post(room(space_id), json=how)
    assert answer.status_code == 200, answer.text
    seat: dict[str, Any] = answer.json()
    return seat


@pytest.fixture
async def ana(person: NewPerson) -> Actor:
    return await person(name="Ana")


@pytest.fixture
async def rui(person: NewPerson) -> Actor:
    return await person(name="Rui")


@pytest.fixture
async def space(runtime: Runtime, ana: Actor, rui: Actor) -> UUID:
    return await shared_space(runtime, ana, rui)


async def test_two_see_each_other_and_no_more_than_each_chose_to_say(
    client_for: ClientFor, ana: Actor, rui: Actor, space: UUID
) -> None:
    await started(client_for(ana), words="A secret thing")
    await sits(client_for(ana), space)
    seat = await sits(client_for(rui), space, name="Rui", doing="Reading")

    assert await seats(client_for(ana), space) == [("", "", True), ("Rui", "Reading", False)]
    assert await seats(client_for(rui), space) == [("", "", False), ("Rui", "Reading", True)]
    assert set(seat) == {"id", "mine", "name", "doing", "sat_at"}
    told = (await client_for(rui).get(room(space))).text
    assert str(ana.user_id) not in told
    assert "secret" not in told


async def test_everybody_of_the_space_hears_at_once_who_comes_and_goes(
    client_for: ClientFor, ana: Actor, rui: Actor, space: UUID, person: NewPerson, run_jobs: RunJobs
) -> None:
    eva = await person()
    await sits(client_for(ana), space)
    assert (await client_for(ana).delete(room(space))).status_code == 204
    assert (await client_for(ana).delete(room(space))).status_code == 204

    await run_jobs()
    for who in (ana, rui):
        assert await heard(who, "room.changed") == [{"space_id": str(space)}] * 2
    assert await heard(eva, "room.changed") == []


async def test_who_is_not_of_the_space_sees_nothing_and_sits_nowhere(
    client_for: ClientFor, ana: Actor, space: UUID, person: NewPerson
) -> None:
    stranger = await person()
    client = client_for(stranger)
    await sits(client_for(ana), space, name="Ana")

    for answer in (
        await client.get(room(space)),
        await client.post(room(space), json={"name": "Me"}),
        await client.post(f"{room(space)}/here"),
        await client.delete(room(space)),
    ):
        assert answer.status_code == 404
        assert "Ana" not in answer.text
    assert await seats(client_for(ana), space) == [("Ana", "", True)]
    async with stranger.work() as work:
        assert await work.session.scalar(text("select count(*) from room_seats")) == 0


async def test_nobody_of_the_space_moves_someone_elses_seat(
    client_for: ClientFor, ana: Actor, rui: Actor, space: UUID
) -> None:
    await sits(client_for(ana), space, name="Ana")
    assert (await client_for(rui).post(f"{room(space)}/here")).status_code == 404
    assert (await client_for(rui).delete(room(space))).status_code == 204
    async with rui.work() as work:
        await work.session.execute(text("delete from room_seats"))
        await work.session.execute(text("update room_seats set name = 'Mine'"))

    assert await seats(client_for(rui), space) == [("Ana", "", False)]


async def test_the_seat_is_free_when_the_session_ends_or_its_time_is_up(
    client_for: ClientFor,
    ana: Actor,
    rui: Actor,
    space: UUID,
    runtime: Runtime,
    clock: StillClock,
    run_jobs: RunJobs,
) -> None:
    hers, his = client_for(ana), client_for(rui)
    session = await started(hers)
    await sits(hers, space)
    await sits(his, space, name="Rui")
    await started(his, minutes=2)
    await went(hers, session, "stop")
    assert await seats(his, space) == [("Rui", "", True)]

    clock.forward(minutes(2))
    await tick(runtime)
    assert await seats(his, space) == []
    await run_jobs()
    assert len(await heard(ana, "room.changed")) == 4


async def test_who_falls_silent_is_seen_no_more_though_nothing_cleans_up_and_then_their_seat_is_gone(
    client_for: ClientFor, ana: Actor, rui: Actor, space: UUID, runtime: Runtime, clock: StillClock
) -> None:
    await sits(client_for(ana), space, name="Ana")
    await sits(client_for(rui), space, name="Rui")
    clock.forward(minutes(2))
    assert (await client_for(rui).post(f"{room(space)}/here")).status_code == 204
    clock.forward(minutes(1))

    assert await seats(client_for(rui), space) == [("Rui", "", True)]
    assert (await client_for(ana).post(f"{room(space)}/here")).status_code == 404
    await tick(runtime)
    async with runtime.system() as work:
        left = await work.session.scalar(
            text("select count(*) from room_seats where space_id = :space"), {"space": space}
        )
    assert left == 1
    assert len(await heard(rui, "room.changed")) == 1


async def test_one_sits_in_one_room_at_a_time(
    client_for: ClientFor, ana: Actor, rui: Actor, space: UUID, runtime: Runtime
) -> None:
    other = await shared_space(runtime, ana, rui)
    await sits(client_for(ana), space)
    await asyncio.gather(*(sits(client_for(ana), other, name="Ana") for _ in range(5)))

    assert await seats(client_for(rui), space) == []
    assert await seats(client_for(rui), other) == [("Ana", "", False)]


async def test_saying_something_else_of_oneself_keeps_the_seat(
    client_for: ClientFor, ana: Actor, space: UUID, clock: StillClock
) -> None:
    first = await sits(client_for(ana), space)
    clock.forward(minutes(2))
    second = await sits(client_for(ana), space, name="Ana")

    assert second | {"name": ""} == first


async def test_the_database_itself_keeps_strangers_out_of_a_room(runtime: Runtime, ana: Actor, rui: Actor) -> None:
    space_id = await shared_space(runtime, ana)
    with pytest.raises(IntegrityError, match="fk_room_seats_membership"):
        await _put_into(space_id, rui)


async def _put_into(space_id: UUID, person: Actor) -> None:
    """Seat somebody without asking whether they may sit there."""
    async with person.work() as work:
        await rooms.sit(work, space_id, Sit(name="Rui"))


async def test_who_belongs_to_a_space_no_more_sits_there_no_more(
    runtime: Runtime, ana: Actor, rui: Actor, client_for: ClientFor
) -> None:
    space_id = await shared_space(runtime, ana, rui)
    await sits(client_for(rui), space_id, name="Rui")
    async with runtime.system() as work:
        await work.session.execute(
            text("delete from memberships where user_id = :rui and space_id = :space"),
            {"rui": rui.user_id, "space": space_id},
        )
    assert await seats(client_for(ana), space_id) == []
