"""The ASGI application: every feature's routes, the page, and what surrounds them."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import APIRouter, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from cairn import __version__
from cairn.app import page, reference
from cairn.platform.http import events, problems
from cairn.platform.http.middleware import Surroundings
from cairn.platform.runtime import Runtime

API = "/api/v1"
LARGEST_BODY = 2 * 1024 * 1024

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def create_api(runtime: Runtime, *, lifespan: Lifespan | None = None) -> FastAPI:
    """The application over a runtime, which it starts and stops."""
    app = FastAPI(
        title="Cairn",
        version=__version__,
        summary="A personal assistant for minds with ADHD.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan or _lifespan,
        max_body_size=LARGEST_BODY,
        generate_unique_id_function=lambda route: f"{route.tags[0] if route.tags else 'api'}_{route.name}",
    )
    app.state.runtime = runtime
    problems.install(app)
    api = APIRouter(prefix=API)
    api.include_router(events.router)
    for feature in runtime.features:
        if feature.router is not None:
            api.include_router(feature.router)
        if feature.root_router is not None:
            app.include_router(feature.root_router)
    app.include_router(api)
    reference.mount(app)
    page.mount(app)
    # Streams pass GZip untouched: it leaves text/event-stream alone.
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(Surroundings)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    runtime: Runtime = app.state.runtime
    await runtime.start()
    try:
        yield
    finally:
        await runtime.stop()
