"""The ASGI application: every feature's routes, the page, and what surrounds them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute

from cairn import __version__
from cairn.app import page, reference
from cairn.app.document import Documented
from cairn.platform.feature import Feature
from cairn.platform.http import events, problems
from cairn.platform.http.middleware import Surroundings
from cairn.platform.http.origins import Origins
from cairn.platform.http.work import PERSON
from cairn.platform.limits import Limiter
from cairn.platform.protection import Protection
from cairn.platform.runtime import Runtime

API = "/api/v1"
LARGEST_BODY = 2 * 1024 * 1024
EXPOSED = ("ETag", "Idempotent-Replayed", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-Id")
"""What another page's script may read of an answer, beside the body."""

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def create_api(runtime: Runtime, *, lifespan: Lifespan | None = None) -> FastAPI:
    """The application over a runtime, which it starts and stops."""
    app = _routed(runtime.features, lifespan or _lifespan)
    app.state.runtime = runtime
    page.mount(app)
    # Streams pass GZip untouched: it leaves text/event-stream alone.
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    protection = runtime.settings.of(Protection)
    if protection.origins:
        # Without credentials: another page comes with a token of its own, and never with the cookie of ours.
        app.add_middleware(
            CORSMiddleware,
            allow_origins=protection.origins,
            allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "Idempotency-Key", "If-Match", "Last-Event-ID", PERSON],
            expose_headers=EXPOSED,
            allow_credentials=False,
            max_age=600,
        )
    app.add_middleware(Origins)
    app.add_middleware(
        Surroundings,
        protection=protection,
        limiter=runtime.provider(Limiter),
        largest_body=LARGEST_BODY,
        larger=_larger_bodies(runtime),
    )
    return app


def describe(features: Sequence[Feature]) -> dict[str, Any]:
    """The OpenAPI document, without anything running."""
    return _routed(features, _lifespan).openapi()


def _larger_bodies(runtime: Runtime) -> dict[str, int]:
    return {
        f"{API}{path}": most
        for feature in runtime.features
        if feature.bodies is not None
        for path, most in feature.bodies(runtime.settings).items()
    }


def _routed(features: Sequence[Feature], lifespan: Lifespan) -> FastAPI:
    app = Documented(
        title="Cairn",
        version=__version__,
        summary="A personal assistant for minds with ADHD.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        # A redirect would name whatever host the request claimed to be for.
        redirect_slashes=False,
        lifespan=lifespan,
        generate_unique_id_function=_operation_id,
    )
    problems.install(app)
    app.router.routes.extend(_included(tuple(features)))
    reference.mount(app)
    return app


@cache
def _included(features: tuple[Feature, ...]) -> list[BaseRoute]:
    """Every feature's routes, which know no runtime: a process works them out once (0.4 s) for all its applications."""
    everything = APIRouter(redirect_slashes=False, generate_unique_id_function=_operation_id)
    api = APIRouter(prefix=API)
    api.include_router(events.router)
    for feature in features:
        if feature.router is not None:
            api.include_router(feature.router)
        if feature.root_router is not None:
            everything.include_router(feature.root_router)
    everything.include_router(api)
    return everything.routes


def _operation_id(route: APIRoute) -> str:
    return f"{route.tags[0] if route.tags else 'api'}_{route.name}"


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    runtime: Runtime = app.state.runtime
    await runtime.start()
    warming = asyncio.create_task(asyncio.to_thread(_warm, runtime.features))
    try:
        yield
    finally:
        await warming
        await runtime.stop()


def _warm(features: Sequence[Feature]) -> None:
    for feature in features:
        if feature.warm is not None:
            feature.warm()
