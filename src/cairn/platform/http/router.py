"""Routes whose answers carry an ETag and, when asked with an idempotency key, are kept with the change."""

import json
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from cairn.platform.errors import UnsupportedMediaType
from cairn.platform.http.idempotency import Replay, keep


class CairnRoute(APIRoute):
    """Runs inside the unit of work of the request: what it writes commits with the change."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()
        # What says by itself how its body looks takes a file or a form, and reads it by itself.
        only_json = "requestBody" not in (self.openapi_extra or {})

        async def handler(request: Request) -> Response:
            if only_json and has_body(request) and not is_json(request):
                raise UnsupportedMediaType
            try:
                response = await handle(request)
            except Replay as replay:
                return replay.response
            _tag(response)
            await keep(request, response)
            return response

        return handler


def has_body(request: Request) -> bool:
    return "transfer-encoding" in request.headers or request.headers.get("content-length", "0") != "0"


def is_json(request: Request) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))


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
    """A feature's router. Its routes are made when somebody asks for them: they are a fifth of a start, and only the
    API needs them.
    """

    def __init__(self, prefix: str = "", *, tag: str) -> None:
        self._declared: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
        self._made: list[BaseRoute] = []
        super().__init__(prefix=prefix, tags=[tag], route_class=CairnRoute)

    def add_api_route(self, *words: Any, **named: Any) -> None:
        self._declared.append((words, named))

    @property
    def routes(self) -> list[BaseRoute]:
        declared, self._declared = self._declared, []
        for words, named in declared:
            super().add_api_route(*words, **named)
        return self._made

    @routes.setter
    def routes(self, routes: list[BaseRoute]) -> None:
        self._made = routes
