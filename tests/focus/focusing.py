"""What the tests of focus do again and again."""

from datetime import timedelta
from typing import Any

import httpx2
from sqlalchemy import text

from cairn.platform.actor import Actor

FOCUS = "/api/v1/focus"
SESSIONS = f"{FOCUS}/sessions"
TASKS = "/api/v1/tasks"


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


async def started(client: httpx2.AsyncClient, **fields: Any) -> dict[str, Any]:
    """A session that began now; of 25 minutes, unless told otherwise."""
    answer = await client.post(SESSIONS, json=fields)
    assert answer.status_code == 201, answer.text
    session: dict[str, Any] = answer.json()["session"]
    return session


async def said(client: httpx2.AsyncClient, session: dict[str, Any], what: str, **fields: Any) -> httpx2.Response:
    return await client.post(f"{SESSIONS}/{session['id']}/{what}", json=fields or None)


async def went(client: httpx2.AsyncClient, session: dict[str, Any], what: str, **fields: Any) -> dict[str, Any]:
    """What a session is after something was said to it."""
    answer = await said(client, session, what, **fields)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def now(client: httpx2.AsyncClient) -> dict[str, Any]:
    answer = await client.get(f"{FOCUS}/current")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def told(actor: Actor) -> list[str]:
    """What a person was told on the page, in order."""
    async with actor.work() as work:
        rows = await work.session.execute(
            text("select channel, text from deliveries where user_id = :me and kind = 'focus' order by occurrence_at"),
            {"me": work.user_id},
        )
        return [f"{row.channel}: {row.text}" for row in rows]


async def heard(actor: Actor, *kinds: str) -> list[dict[str, Any]]:
    """The events of some kinds that a person's pages heard."""
    async with actor.work() as work:
        rows = await work.session.execute(
            text("select data from events where user_id = :me and kind = any(:kinds) order by id"),
            {"me": work.user_id, "kinds": list(kinds)},
        )
        return [row.data for row in rows]
