"""How a route gets its unit of work, and says what permission it needs."""

from collections.abc import AsyncIterator, Callable
from typing import Annotated, Any, cast
from uuid import UUID

from fastapi import Depends, Request

from cairn.platform.actor import Actor
from cairn.platform.audit import PERSON_READ
from cairn.platform.errors import Invalid, OnlyReading
from cairn.platform.http.credentials import SAFE, AccessTokens, credential_of
from cairn.platform.http.idempotency import recall
from cairn.platform.limits import Limiter
from cairn.platform.permissions import Permission
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork

PERSON = "X-Cairn-Person"
"""The header that names the person whose things are read, by what they share."""


def runtime_of(request: Request) -> Runtime:
    return cast(Runtime, request.app.state.runtime)


def whose(request: Request) -> UUID | None:
    """Whose things a request wants to read, if not one's own.

    Raises:
        OnlyReading: it would change something.
    """
    named = request.headers.get(PERSON)
    if named is None:
        return None
    if request.method not in SAFE:
        raise OnlyReading
    try:
        return UUID(named)
    except ValueError as error:
        raise Invalid(f"{PERSON} takes the id of a person who shares something with you.") from error


async def _open(request: Request) -> AsyncIterator[UnitOfWork]:
    runtime = runtime_of(request)
    credential = await credential_of(request, runtime.provider(AccessTokens))
    request_id = getattr(request.state, "request_id", None)
    async with runtime.work(credential, request_id=request_id, reading=whose(request)) as work:
        request.state.user_id, request.state.asking = work.actor.acting_id, work.actor
        await _count(request, work.actor)
        yield work


async def _identify(request: Request) -> Actor:
    runtime = runtime_of(request)
    credential = await credential_of(request, runtime.provider(AccessTokens))
    request_id = getattr(request.state, "request_id", None)
    reading = whose(request)
    if reading is None:
        actor = await runtime.identify(credential, request_id=request_id)
    else:
        async with runtime.work(credential, request_id=request_id, reading=reading) as work:
            actor = work.actor
    request.state.user_id, request.state.asking = actor.acting_id, actor
    await _count(request, actor)
    return actor


async def again(request: Request) -> Actor:
    """Who a request comes from, asked anew while its answer goes on. It isn't counted again.

    Raises:
        NotSignedIn: what it shows holds no longer.
    """
    runtime = runtime_of(request)
    return await runtime.identify(await credential_of(request, runtime.provider(AccessTokens)))


async def _count(request: Request, actor: Actor) -> None:
    """Count a request for its person, once, whatever it showed. Shared counters may take half a second at most."""
    if not getattr(request.state, "counted", False):
        request.state.counted = True
        request.state.standings = await runtime_of(request).provider(Limiter).known(actor)


SignedIn = Annotated[UnitOfWork, Depends(_open, scope="function")]
"""The request's one transaction. It commits after the answer is made and before it is sent."""


async def _recent(work: SignedIn) -> None:
    work.actor.must_be_recent(work.now)


recent: Any = Depends(_recent, scope="function")
"""For what can't be undone or opens the door to others: the person proved a short while ago who they are."""

Caller = Annotated[Actor, Depends(_identify, scope="function")]
"""Who asks, checked, with no transaction open: for routes that wait for a model, a network or a stream."""


async def _caller_recent(actor: Caller) -> None:
    actor.must_be_recent(actor.runtime.clock.now())


caller_recent: Any = Depends(_caller_recent, scope="function")
"""The same as `recent` for a route that takes a `Caller`."""


def needs(permission: Permission) -> Any:
    """Declare the permission a route needs; give it in the route's `dependencies`."""

    async def check(request: Request, work: SignedIn) -> None:
        work.actor.must(permission)
        await recall(request, work)  # what was answered to a session isn't told to a key that may not ask
        if work.actor.reader_id is not None:
            await _note_reading(work, permission)

    return declared(check, permission)


def caller_needs(permission: Permission) -> Any:
    """The same for a route that takes a `Caller`."""

    async def check(actor: Caller) -> None:
        actor.must(permission)
        if actor.reader_id is not None:
            runtime, reading = actor.runtime, actor.user_id
            async with runtime.work(actor.credential, request_id=actor.request_id, reading=reading) as work:
                await _note_reading(work, permission)

    return declared(check, permission)


async def _note_reading(work: UnitOfWork, permission: Permission) -> None:
    """Write down that somebody looked, in the transaction in which they look; after that it can change nothing."""
    kind = permission.resource
    await work.audit(PERSON_READ, work.actor.shared[kind], kind="share", detail={"kind": kind})
    await work.only_reads()


def public(why: str) -> Any:
    """Declare that a route is open to everybody, and why; it must also stand in the list of public ones."""

    async def check() -> None:
        return None

    return declared(check, why)


def declared(check: Callable[..., Any], what: Permission | str) -> Any:
    """A dependency that checks what it says."""
    # The promise test that walks all routes reads this mark.
    check.__cairn_permission__ = what  # type: ignore[attr-defined]
    return Depends(check, scope="function")
