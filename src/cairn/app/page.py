"""The built page, served by the same process."""

import mimetypes
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Match, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from cairn.app import page_folder

IMMUTABLE = "public, max-age=31536000, immutable"
PLAIN_HTTP = (
    "Cairn needs a safe connection here: its sign-in and its offline page only work over https, or on localhost.\n"
    "Put it behind a server with TLS (see the documents on deployment), or open it on the machine it runs on."
)
NOT_TRUSTED = (
    "A server in front of Cairn says that this connection is safe, but Cairn doesn't trust it yet.\n"
    "If it is yours, name its address in CAIRN_TRUSTED_PROXIES and start Cairn again."
)
NOT_THE_PAGE = frozenset({"api", "health", "ready", "metrics", "mcp", ".well-known"})
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})


def mount(app: FastAPI) -> None:
    """Serve assets, and the shell for every address a person can be at. `/api` and files that aren't there are 404."""
    place = page_folder.find()
    if place is None:

        async def missing(_: Request) -> Response:
            return PlainTextResponse("The page isn't built here. Run `make page`. The API is at /api/docs.", 404)

        app.add_route("/", missing, include_in_schema=False)
        return
    files = _Files(directory=place)
    app.router.routes.append(_BesideTheApi("/", files, name="page"))


class _BesideTheApi(Mount):
    """Everything that isn't the API's. There an unknown address is 404 and a wrong method 405, never the page."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        first = scope["path"].removeprefix("/").split("/", 1)[0] if scope["type"] == "http" else ""
        if first in NOT_THE_PAGE:
            return Match.NONE, {}
        return super().matches(scope)


class _Files(StaticFiles):
    """Static files with the shell as the answer to a page's address."""

    async def get_response(self, path: str, scope: dict[str, object]) -> Response:  # type: ignore[override]  # Scope is a mutable mapping of the same
        request = Request(scope)
        if request.method not in ("GET", "HEAD"):
            raise HTTPException(405, headers={"Allow": "GET, HEAD"})
        if _unsafe(request):
            claimed = "x-forwarded-proto" in request.headers
            return PlainTextResponse(NOT_TRUSTED if claimed else PLAIN_HTTP, 403)
        first = path.split("/", 1)[0]
        dotted = "." in path.rsplit("/", 1)[-1]
        if path in (".", "") or (not dotted and first != "assets"):
            return self._shell()
        small = first == "assets" and _takes_brotli(request) and self.lookup_path(f"{path}.br")[1] is not None
        response = await super().get_response(f"{path}.br" if small else path, scope)
        if small:
            response.headers["Content-Type"] = mimetypes.guess_type(path)[0] or "application/octet-stream"
            response.headers["Content-Encoding"] = "br"
        if first == "assets":
            response.headers.add_vary_header("Accept-Encoding")
        response.headers["Cache-Control"] = IMMUTABLE if first == "assets" else "no-cache"
        return response

    def _shell(self) -> Response:
        assert self.directory is not None
        return FileResponse(
            Path(self.directory) / "index.html", headers={"Cache-Control": "no-cache"}, media_type="text/html"
        )


def _takes_brotli(request: Request) -> bool:
    """Whether this browser said so; `br;q=0` says the opposite."""
    said = (part.replace(" ", "").lower() for part in request.headers.get("accept-encoding", "").split(","))
    return any(part == "br" or (part.startswith("br;q=") and part[5:].strip("0.") != "") for part in said)


def _unsafe(request: Request) -> bool:
    """Plain http from elsewhere than this machine: cookies and service workers wouldn't work."""
    if request.url.scheme == "https":
        return False
    host = request.headers.get("host", "").rsplit(":", 1)[0]
    return host not in LOCAL
