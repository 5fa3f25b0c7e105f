"""Routes whose answers carry an ETag and, when asked with an idempotency key, are kept with the change."""

import json
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute

from cairn.platform.http.idempotency import Replay, keep


class CairnRoute(APIRoute):
    """Runs inside the unit of work of the request: what it writes commits with the change."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handler(request: Request) -> Response:
            try:
                response = await handle(request)
            except Replay as replay:
                return replay.response
            _tag(response)
            await keep(request, response)
            return response

        return handler


def _tag(response: Response) -> None:
    body = getattr(response, "body", b"")
    if not body.startswith(b"{"):
        return
    if response.headers.get("content-type") != "application/json":
        return
    version = json.loads(body).get("version")
    if isinstance(version, int):
        response.headers["ETag"] = f'"{version}"'


class Router(APIRouter):
    """A feature's router."""

    def __init__(self, prefix: str = "", *, tag: str) -> None:
        super().__init__(prefix=prefix, tags=[tag], route_class=CairnRoute)
