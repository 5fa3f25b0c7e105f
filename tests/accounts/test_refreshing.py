"""Staying signed in as a program: a token is spent by its use, and ends the sign-in when it comes again."""

import asyncio
from datetime import timedelta

import httpx2
import pytest
from sqlalchemy import text

from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.accounts.test_way_in import V1, register, sign_in


@pytest.fixture
async def first(nobody: httpx2.AsyncClient, runtime: Runtime) -> dict[str, str]:
    """The pair of a fresh sign-in, of somebody new each time."""
    return await sign_in(nobody, await register(nobody, f"refreshing-{runtime.new_id()}"))


async def refresh(nobody: httpx2.AsyncClient, token: str) -> dict[str, str] | None:
    answer = await nobody.post(f"{V1}/auth/refresh", json={"refresh_token": token})
    if answer.status_code == 200:
        pair: dict[str, str] = answer.json()
        return pair
    assert (answer.status_code, answer.json()["type"]) == (401, "/problems/bad-refresh-token")
    return None


async def works(nobody: httpx2.AsyncClient, pair: dict[str, str]) -> bool:
    answer = await nobody.get(f"{V1}/me", headers={"Authorization": f"Bearer {pair['access_token']}"})
    return answer.status_code == 200


async def next_pair(nobody: httpx2.AsyncClient, pair: dict[str, str]) -> dict[str, str]:
    following = await refresh(nobody, pair["refresh_token"])
    assert following is not None
    return following


async def test_refreshing_gives_a_new_pair(nobody: httpx2.AsyncClient, first: dict[str, str]) -> None:
    second = await next_pair(nobody, first)

    assert second["refresh_token"] != first["refresh_token"]
    assert await works(nobody, second)


async def test_a_lost_answer_is_given_again_for_ten_seconds(
    nobody: httpx2.AsyncClient, first: dict[str, str], clock: StillClock
) -> None:
    second = await next_pair(nobody, first)
    clock.forward(timedelta(seconds=9))
    again = await next_pair(nobody, first)

    assert again["refresh_token"] == second["refresh_token"]
    assert await works(nobody, again)
    assert await works(nobody, await next_pair(nobody, again))


async def test_a_spent_token_seen_later_ends_the_whole_sign_in(
    nobody: httpx2.AsyncClient, first: dict[str, str], clock: StillClock
) -> None:
    second = await next_pair(nobody, first)
    clock.forward(timedelta(seconds=10))

    assert await refresh(nobody, first["refresh_token"]) is None
    assert await refresh(nobody, second["refresh_token"]) is None
    assert not await works(nobody, second)


async def test_the_grandparent_of_a_token_ends_the_sign_in_even_at_once(
    nobody: httpx2.AsyncClient, first: dict[str, str]
) -> None:
    second = await next_pair(nobody, first)
    third = await next_pair(nobody, second)

    assert await refresh(nobody, first["refresh_token"]) is None
    assert await refresh(nobody, third["refresh_token"]) is None
    assert not await works(nobody, third)


async def test_fifty_at_once_share_one_successor(
    nobody: httpx2.AsyncClient, first: dict[str, str], clock: StillClock, runtime: Runtime
) -> None:
    pairs = await asyncio.gather(*(next_pair(nobody, first) for _ in range(50)))

    (shared,) = {pair["refresh_token"] for pair in pairs}
    async with runtime.system() as work:
        open_tokens = await work.session.scalar(
            text(
                "select count(*) from refresh_tokens where spent_at is null and session_id ="
                " (select session_id from refresh_tokens where token_hash = sha256(convert_to(:token, 'UTF8')))"
            ),
            {"token": shared},
        )
    assert open_tokens == 1
    # One holder goes on; the other comes later with what is spent by then, and ends both.
    third = await refresh(nobody, shared)
    assert third is not None
    clock.forward(timedelta(seconds=10))
    assert await refresh(nobody, shared) is None
    assert not await works(nobody, third)


async def test_two_tabs_that_refresh_together_again_and_again_stay_signed_in(
    nobody: httpx2.AsyncClient, first: dict[str, str], clock: StillClock
) -> None:
    pair = first
    for _ in range(5):
        clock.forward(timedelta(minutes=10))
        one, other = await asyncio.gather(next_pair(nobody, pair), next_pair(nobody, pair))
        assert one["refresh_token"] == other["refresh_token"]
        pair = one
    assert await works(nobody, pair)


async def test_nothing_follows_after_the_end(nobody: httpx2.AsyncClient, first: dict[str, str]) -> None:
    second = await next_pair(nobody, first)
    out = await nobody.post(f"{V1}/auth/logout", headers={"Authorization": f"Bearer {second['access_token']}"})

    assert out.status_code == 204
    assert await refresh(nobody, first["refresh_token"]) is None
    assert await refresh(nobody, second["refresh_token"]) is None


async def test_the_database_alone_opens_no_successor(
    nobody: httpx2.AsyncClient, first: dict[str, str], runtime: Runtime
) -> None:
    second = await next_pair(nobody, first)
    async with runtime.system() as work:
        rows = (await work.session.execute(text("select successor from refresh_tokens"))).scalars()
        kept = [bytes(one) for one in rows if one is not None]
    assert kept
    assert not any(second["refresh_token"].encode() in one for one in kept)
    await next_pair(nobody, second)
    await next_pair(nobody, await sign_in(nobody, await register(nobody, f"other-{runtime.new_id()}")))
    async with runtime.system() as work:
        most = await work.session.scalar(
            text("select max(n) from (select count(successor) n from refresh_tokens group by session_id) as c")
        )
    assert most == 1
