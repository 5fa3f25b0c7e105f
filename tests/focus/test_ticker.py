"""What happens to sessions by themselves: on time or late, each once, to nobody else."""

import asyncio

import httpx2
from sqlalchemy import text

from cairn.focus import rules
from cairn.focus.ticker import tick
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.conftest import ClientFor, NewPerson
from tests.focus.focusing import SESSIONS, heard, minutes, now, started, told, went


async def test_tickers_at_once_announce_an_end_once(
    person: NewPerson, client_for: ClientFor, runtime: Runtime, clock: StillClock
) -> None:
    people = [await person() for _ in range(8)]
    for who in people:
        await started(client_for(who), minutes=20)
    clock.forward(minutes(20))
    await asyncio.gather(*(tick(runtime) for _ in range(5)))

    for who in people:
        assert await told(who) == ["page: Time is up."]
        assert [one["what"] for one in await heard(who, "focus.told")] == ["time_up"]


async def test_who_slept_through_half_way_hears_of_the_end_alone_and_that_it_is_late(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock
) -> None:
    session = await started(client, minutes=20)
    clock.forward(minutes(35))
    await tick(runtime)

    assert await told(actor) == ["page: Time was up at 12:20. It’s 12:35 now."]
    ended = (await client.get(f"{SESSIONS}/{session['id']}")).json()
    assert (ended["state"], ended["worked_minutes"]) == ("finished", 20), "what was late is not what was worked"


async def test_a_late_half_way_says_so(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock
) -> None:
    await started(client, minutes=60)
    clock.forward(minutes(40))
    await tick(runtime)

    assert await told(actor) == ["page: Half way was at 12:30. How is it going?"]


async def test_everybody_is_told_in_their_language_and_by_their_clock(
    person: NewPerson, client_for: ClientFor, runtime: Runtime, clock: StillClock
) -> None:
    rui = await person(locale="pt", time_zone="America/Sao_Paulo")
    await started(client_for(rui), minutes=20)
    clock.forward(minutes(30))
    await tick(runtime)

    assert await told(rui) == ["page: O tempo acabou às 09:20. Agora são 09:30."]


async def test_nothing_goes_by_mail(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock
) -> None:
    await started(client, minutes=20)
    clock.forward(minutes(20))
    await tick(runtime)

    async with actor.work() as work:
        jobs = text(
            "select count(*) from procrastinate_jobs where task_name = 'notify.deliver_by_email'"
            " and args ->> 'user_id' = :me"
        )
        async with runtime.system() as system:
            assert await system.session.scalar(jobs, {"me": str(work.user_id)}) == 0


async def test_a_session_that_was_stopped_is_not_announced(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock
) -> None:
    session = await started(client, minutes=20)
    await went(client, session, "stop")
    clock.forward(minutes(20))
    await tick(runtime)

    assert await told(actor) == []


async def test_a_pause_holds_its_end_up_and_one_that_was_forgotten_ends_it_quietly(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock
) -> None:
    session = await started(client, minutes=20)
    clock.forward(minutes(5))
    await went(client, session, "pause")
    clock.forward(minutes(100))
    await tick(runtime)
    assert (await now(client))["session"]["state"] == "paused"
    clock.forward(rules.LONGEST_PAUSE)
    await tick(runtime)

    there = await now(client)
    assert (there["session"], there["ask"]) == (None, None)
    ended = (await client.get(f"{SESSIONS}/{session['id']}")).json()
    assert (ended["state"], ended["worked_minutes"]) == ("stopped", 5)
    assert await told(actor) == []


async def test_ended_and_ticked_at_once_it_ends_once(
    client: httpx2.AsyncClient, actor: Actor, runtime: Runtime, clock: StillClock
) -> None:
    session = await started(client, minutes=20)
    clock.forward(minutes(20))
    url = f"{SESSIONS}/{session['id']}"
    await asyncio.gather(
        *(client.post(f"{url}/finish", json={"outcome": "part"}) for _ in range(4)), *(tick(runtime) for _ in range(4))
    )

    assert (await client.get(url)).json()["outcome"] == "part"
    assert await told(actor) == ["page: Time is up."]
