"""How a route gets its unit of work, and says what permission it needs."""

from collections.abc import AsyncIterator, Callable
from typing import Annotated, Any, cast

from fastapi import Depends, Request

from cairn.platform.actor import Actor
from cairn.platform.http.credentials import AccessTokens, credential_of
from cairn.platform.http.idempotency import recall
from cairn.platform.limits import Limiter
from cairn.platform.permissions import Permission
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork


def runtime_of(request: Request) -> Runtime:
    return cast(Runtime, request.app.state.runtime)


async def _open(request: Request) -> AsyncIterator[UnitOfWork]:
    runtime = runtime_of(request)
    credential = await credential_of(request, runtime.provider(AccessTokens))
    async with runtime.work(credential, request_id=getattr(request.state, "request_id", None)) as work:
        request.state.user_id, request.state.asking = work.user_id, work.actor
        await _count(request, work.actor)
        yield work


async def _identify(request: Request) -> Actor:
    runtime = runtime_of(request)
    credential = await credential_of(request, runtime.provider(AccessTokens))
    actor = await runtime.identify(credential, request_id=getattr(request.state, "request_id", None))
    request.state.user_id, request.state.asking = actor.user_id, actor
    await _count(request, actor)
    return actor


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


def needs(permission: Permission) -> Any:
    """Declare the permission a route needs; give it in the route's `dependencies`."""

    async def check(request: Request, work: SignedIn) -> None:
        work.actor.must(permission)
        await recall(request, work)  # what was answered to a session isn't told to a key that may not ask

    return _declared(check, permission)


def caller_needs(permission: Permission) -> Any:
    """The same for a route that takes a `Caller`."""

    async def check(actor: Caller) -> None:
        actor.must(permission)

    return _declared(check, permission)


def public(why: str) -> Any:
    """Declare that a route is open to everybody, and why; it must also stand in the list of public ones."""

    async def check() -> None:
        return None

    return _declared(check, why)


def _declared(check: Callable[..., Any], what: Permission | str) -> Any:
    # The promise test that walks all routes reads this mark.
    check.__cairn_permission__ = what  # type: ignore[attr-defined]
    return Depends(check, scope="function")
