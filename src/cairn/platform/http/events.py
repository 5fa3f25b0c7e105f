"""`GET /events`: the live stream of the person who asks (server-sent events), resumed by `Last-Event-ID`."""

import asyncio
import json
import re
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from time import monotonic
from typing import Annotated

import structlog
from fastapi import Header, Request
from fastapi.responses import StreamingResponse
from sqlalchemy import text

from cairn.platform.actor import Actor
from cairn.platform.errors import NotAllowed, NotSignedIn
from cairn.platform.http.problems import errors
from cairn.platform.http.router import Router
from cairn.platform.http.work import Caller, again, caller_needs
from cairn.platform.live import LiveEvent, Subscription
from cairn.platform.origin import unattended
from cairn.platform.permissions import LISTEN

ENDS = {"session.ended": "session_id", "key.revoked": "key_id"}
"""What closes a stream, and where the event says whose: its session, or its key."""
ENDS_ALL = "account.all_ended"
KEEP_ALIVE_SECONDS = 15
CHECKED_AFTER_SECONDS = 60
"""So often a stream asks, quiet or busy, whether its session still stands and may listen."""
BACKLOG = 1000

_ID = re.compile(r"[0-9]{1,19}")

_LATEST = text("select coalesce(max(id), 0) from events where user_id = :user_id")
_SINCE = text("select id, kind, data from events where user_id = :user_id and id > :last order by id limit :most")
_TRIMMED = text("select last_id from events_trimmed")

log = structlog.get_logger()
router = Router(tag="events")


@router.get(
    "/events",
    response_class=StreamingResponse,
    response_model=None,
    dependencies=[caller_needs(LISTEN)],
    responses={
        200: {
            "description": "Server-sent events: `id`, `event` (the kind), `data` (ids).",
            "content": {"text/event-stream": {}},
        },
        **errors(NotSignedIn, NotAllowed),
    },
)
async def listen(
    request: Request, actor: Caller, last_event_id: Annotated[str | None, Header(max_length=100)] = None
) -> StreamingResponse:
    """Hear what changes. `hello` names the place in the stream; `reset` means: load everything again.

    It ends with what it was opened by, and where that was ended, the last event's data says `here`. A program whose
    access token ran out comes again with its next.
    """
    return StreamingResponse(
        stream(actor, last_event_id, partial(again, request)),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def stream(
    actor: Actor, last_event_id: str | None, still: Callable[[], Awaitable[Actor]] | None = None
) -> AsyncGenerator[bytes, None]:
    """The lines of a live stream, from what was missed since an id on, until what it was opened by ends or runs out.

    That somebody listens is no use of it: a page that nobody looks at goes idle with its stream.

    Args:
        still: Who would be let in by what was shown: an access token runs out before its session does.
    """
    still = still or partial(actor.runtime.identify, actor.credential)
    credential_id = actor.session_id or actor.key_id
    async with actor.runtime.live.subscribe(actor.user_id, credential_id) as subscription, _making_ready(actor):
        position = 0
        with unattended():
            missed = await _backlog(actor, last_event_id)
        for event in missed:
            position = event.id
            yield _line(event)
        checked_at = monotonic()
        while not subscription.overrun:
            if monotonic() - checked_at >= CHECKED_AFTER_SECONDS:
                if not await _stands(still):
                    return
                checked_at = monotonic()
            try:
                event_or_end = await asyncio.wait_for(subscription.queue.get(), KEEP_ALIVE_SECONDS)
            except TimeoutError:
                yield b": still here\n\n"
                continue
            if event_or_end is None:
                return
            over = _ends(event_or_end, subscription)
            if event_or_end.id > position:
                position = event_or_end.id
                yield _line(event_or_end, over=over)
            if over:
                return


@asynccontextmanager
async def _making_ready(actor: Actor) -> AsyncGenerator[None, None]:
    """Whoever listens will soon ask: features get ready for that beside the stream."""
    with unattended():
        ready = asyncio.create_task(_make_ready(actor))
    try:
        yield
    finally:
        ready.cancel()


async def _make_ready(actor: Actor) -> None:
    for feature in actor.runtime.features:
        if feature.arrived is None:
            continue
        try:
            await feature.arrived(actor)
        except Exception:  # what isn't ready is made when it is asked for, and then says what is wrong
            log.exception("feature.not_ready", feature=feature.name)


async def _backlog(actor: Actor, last_event_id: str | None) -> list[LiveEvent]:
    """What was missed since an id; `reset` when that can't be known, `hello` when nothing is resumed."""
    async with actor.work() as work:
        who = {"user_id": work.user_id}
        trimmed = await work.session.scalar(_TRIMMED) or 0
        latest = max(trimmed, await work.session.scalar(_LATEST, who) or 0)
        if last_event_id is None:
            return [LiveEvent(latest, "hello", {})]
        last = int(last_event_id) if _ID.fullmatch(last_event_id) else -1
        if last < trimmed or last > latest:
            return [LiveEvent(latest, "reset", {})]
        rows = (await work.session.execute(_SINCE, {**who, "last": last, "most": BACKLOG + 1})).all()
        if len(rows) > BACKLOG:
            return [LiveEvent(latest, "reset", {})]
        return [LiveEvent(last, "hello", {})] + [LiveEvent(row.id, row.kind, row.data) for row in rows]


async def _stands(still: Callable[[], Awaitable[Actor]]) -> bool:
    try:
        with unattended():
            return (await still()).may(LISTEN)
    except NotSignedIn:
        return False


def _ends(event: LiveEvent, subscription: Subscription) -> bool:
    if event.kind == ENDS_ALL:
        return True
    whose = ENDS.get(event.kind)
    return whose is not None and event.data.get(whose) == str(subscription.credential_id)


def _line(event: LiveEvent, *, over: bool = False) -> bytes:
    data = {**event.data, "here": True} if over else event.data
    return f"id: {event.id}\nevent: {event.kind}\ndata: {json.dumps(data)}\n\n".encode()
