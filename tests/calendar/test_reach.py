"""What is far beyond any calendar is refused, and a page costs what it holds, whatever lies behind it."""

import asyncio
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from sqlalchemy import event as listening
from sqlalchemy import text

from cairn.calendar import repository, service
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.http import PageQuery
from cairn.platform.tools import Call, Receipt
from tests.conftest import NOON

URL = "/api/v1/calendar/events"
DAILY = {"title": "Walk the dog", "start": "2026-11-25T12:00:00Z", "rrule": "FREQ=DAILY"}
FAR = ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00"]


async def made(client: httpx2.AsyncClient, **fields: Any) -> dict[str, Any]:
    return dict((await client.post(URL, json={**DAILY, **fields})).raise_for_status().json())


async def many(actor: Actor, more: int) -> None:
    """Repeat the person's only event, as if they had added it again and again."""
    async with actor.work() as work:
        names = await work.session.scalars(
            text("select column_name from information_schema.columns where table_name = 'calendar_events'")
        )
        columns = ", ".join(name for name in names if name != "id")
        again = f"insert into calendar_events (id, {columns}) select gen_random_uuid(), {columns}"
        await work.session.execute(text(f"{again} from calendar_events, generate_series(1, {more})"))


@pytest.mark.parametrize("far", FAR)
async def test_moments_beyond_all_reach_are_refused_wherever_they_are_given(
    client: httpx2.AsyncClient, far: str
) -> None:
    at = f"{URL}/{(await made(client))['id']}"
    for method, path, body in (
        ("POST", URL, {**DAILY, "start": far}),
        ("POST", URL, {"title": "x", "first_day": far[:10]}),
        ("PATCH", at, {"start": far}),
        ("PATCH", at, {"end": far}),
        ("PATCH", at, {"first_day": far[:10]}),
        ("POST", f"{at}/times/cancel", {"start": far}),
        ("POST", f"{at}/times/restore", {"start": far}),
        ("POST", f"{at}/times/change", {"at": far, "title": "x"}),
        ("POST", f"{at}/times/change", {"at": DAILY["start"], "end": far}),
    ):
        answer = await client.request(method, path, json=body)
        assert answer.status_code == 422, f"{method} {path} {body}: {answer.text}"
    asked = {"from": far, "to": far}
    assert (await client.get("/api/v1/calendar/occurrences", params=asked)).status_code == 422
    assert (await client.get(URL, params={"since": far})).status_code == 422


async def test_words_for_what_is_beyond_all_reach_are_refused(client: httpx2.AsyncClient) -> None:
    answer = await client.post(URL, json={"title": "x", "when": "31 december 9998 at 3pm"})
    assert answer.status_code == 422


async def test_pages_hold_each_time_once_and_in_order(actor: Actor, client: httpx2.AsyncClient) -> None:
    await made(client)
    await many(actor, 4)
    await made(client, title="Night shift", start="2026-11-24T22:00:00Z", end="2026-11-25T06:00:00Z", rrule=None)
    start, end = NOON + timedelta(hours=17), NOON + timedelta(days=6)
    async with actor.work() as work:
        whole = await service.happening(work, start, end)
        paged, page = [], PageQuery(limit=3)
        while True:
            found = await service.occurrences(work, start, end, page)
            paged += found.items
            if found.next_cursor is None:
                break
            page = PageQuery(limit=3, cursor=found.next_cursor)
    assert len(whole) == 1 + 5 * 5
    assert paged == whole


async def test_a_page_of_a_year_costs_what_it_holds(actor: Actor, client: httpx2.AsyncClient) -> None:
    await made(client)
    await many(actor, 30)
    async with actor.work() as work:
        began = time.process_time()
        await service.happening(work, NOON, NOON + timedelta(days=365))
        whole = time.process_time() - began
        began = time.process_time()
        await service.occurrences(work, NOON, NOON + timedelta(days=365), PageQuery(limit=10))
        assert time.process_time() - began < whole / 4


async def test_the_calendar_is_looked_through_once_for_all_plans_that_wait_for_it(
    actor: Actor, client: httpx2.AsyncClient
) -> None:
    looks = []
    for title in ("standup", "dentist", "choir"):
        cue = {"kind": "event", "title": title}
        await client.post("/api/v1/plans", json={"cue": cue, "deed": "Breathe"})
        with _counted(actor) as asked:
            await made(client, title="Choir", rrule=None)
        looks.append(len(asked))
    assert looks[0] == looks[1] == looks[2]
    plans = (await client.get("/api/v1/plans")).json()["items"]
    assert [plan["due_at"] for plan in plans] == [None, None, "2026-11-25T13:00:00Z"]


@contextmanager
def _counted(actor: Actor) -> Iterator[list[str]]:
    """What is asked of the calendar meanwhile."""
    engine, asked = actor.runtime.engine.sync_engine, []

    def note(*given: Any) -> None:
        if "FROM calendar_events" in given[2]:
            asked.append(given[2])

    listening.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        listening.remove(engine, "before_cursor_execute", note)


async def test_there_are_so_many_ahead_at_most(
    client: httpx2.AsyncClient, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_EVENTS", 3)
    daily = await made(client)
    once = [await made(client, rrule=None) for _ in range(2)]
    change = {"at": DAILY["start"], "title": "Walk the cat"}
    for path, body in (("", DAILY), (f"/{daily['id']}/times/change", change)):
        answer = await client.post(f"{URL}{path}", json=body)
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/too-many-events"), path
    # Neither what was cancelled counts nor what is over; and nothing comes back beside what took its place.
    gone = f"{URL}/{once[0]['id']}"
    assert (await client.delete(gone)).status_code == 204
    await made(client)
    assert (await client.post(f"{gone}/restore")).json()["type"] == "/problems/too-many-events"
    assert (await client.post(f"{URL}/{daily['id']}/restore")).status_code == 200
    clock.forward(timedelta(days=2))
    assert (await client.post(f"{gone}/restore")).status_code == 200


async def test_of_many_added_at_once_no_more_are_kept_than_there_may_be(
    client: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_EVENTS", 2)
    answers = await asyncio.gather(*(client.post(URL, json=DAILY) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [201, 201, 409, 409, 409]


async def test_one_time_that_is_moved_waits_its_turn_without_holding_its_event(
    actor: Actor, client: httpx2.AsyncClient
) -> None:
    daily = await made(client)
    arguments = {"event_id": daily["id"], "at": DAILY["start"], "start": "2026-11-25T13:00:00Z"}
    waits = text("select exists (select from pg_locks where locktype = 'advisory' and classid = 20044 and not granted)")
    async with asyncio.timeout(20), actor.work() as work:
        await repository.alone(work)
        moving = asyncio.create_task(actor.runtime.toolbox.run(actor, Call(uuid.uuid4(), "move_event_time", arguments)))
        while not await work.session.scalar(waits):
            assert not moving.done()
        await repository.get(work, uuid.UUID(daily["id"]), lock=True)
    assert isinstance(await moving, Receipt)
