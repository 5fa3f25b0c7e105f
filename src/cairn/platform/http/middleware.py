"""What surrounds every request: an id, a log line, figures, safe headers, and an answer to the unforeseen."""

import re
from collections.abc import Mapping
from time import perf_counter

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cairn.platform.clients import address_of, scheme_of
from cairn.platform.errors import TooLarge, TooMany
from cairn.platform.http.problems import answer, cairn_error
from cairn.platform.ids import new_id
from cairn.platform.limits import Limiter
from cairn.platform.limits import headers as limit_headers
from cairn.platform.protection import Protection
from cairn.platform.telemetry import REQUEST_SECONDS

log = structlog.get_logger()

_SANE_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})

# The page's theme and lengths come from classes and script, so neither inline scripts nor inline styles are needed.
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

API = "/api/"
COUNTED = (API, "/mcp")

HSTS = "max-age=63072000"
"""Two years. Only over TLS, where it counts; without `includeSubDomains`, which may be other people's."""


class Surroundings:
    """The outermost layer, written as plain ASGI so that streams pass through untouched."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        protection: Protection,
        limiter: Limiter,
        largest_body: int,
        larger: Mapping[str, int] | None = None,
    ) -> None:
        self.app = app
        self._proxies = protection.proxies
        self._limiter = limiter
        self._largest_body = largest_body
        self._larger = larger or {}  # by path: routes that take files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        self._place(scope)
        request = Request(scope, receive)
        sent = request.headers.get("x-request-id", "")
        request_id = sent if _SANE_ID.fullmatch(sent) else str(new_id())
        request.state.request_id = request_id
        started, status = perf_counter(), 500

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = request_id
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.update(limit_headers(getattr(request.state, "standings", ())))
                if scope["scheme"] == "https":
                    headers["Strict-Transport-Security"] = HSTS
                if scope["path"].startswith(API):
                    headers.setdefault("Cache-Control", "no-store")
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                # Refused before anything is done: a route that reads no body would first commit, then be refused.
                most = self._larger.get(scope["path"], self._largest_body)
                await self._count(request)
                app = _too_large if _announced(request) > most else self.app
                await app(scope, _limited(receive, most), send_with_headers)
            except TooMany as refusal:
                problem = await cairn_error(request, refusal)
                await problem(scope, receive, send_with_headers)
            except Exception:
                log.exception("request.failed", method=scope["method"], path=scope["path"])
                if status != 500:
                    raise
                problem = answer(
                    request,
                    500,
                    "unforeseen",
                    "Something went wrong on our side.",
                    "Nothing of this request was saved. Please try again; quote the request id if it stays so.",
                )
                await problem(scope, receive, send_with_headers)
            finally:
                self._note(scope, request, status, perf_counter() - started)

    def _place(self, scope: Scope) -> None:
        """Say from where the client really comes and by what scheme, before anybody asks."""
        peer, headers = (scope.get("client") or ("", 0))[0], Headers(scope=scope)
        scope["scheme"] = scheme_of(peer, scope["scheme"], headers, self._proxies)
        scope.setdefault("state", {})["client_address"] = address_of(peer, headers, self._proxies)

    async def _count(self, request: Request) -> None:
        """Count what asks the API for something. The page's files, health and figures are free."""
        if request.scope["path"].startswith(COUNTED):
            request.state.standings = await self._limiter.arrived(request.state.client_address)

    def _note(self, scope: Scope, request: Request, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "other")
        # A method is any word that a client likes; each would be a series of its own.
        method = scope["method"] if scope["method"] in _METHODS else "other"
        REQUEST_SECONDS.labels(method, route, status).observe(seconds)
        user_id = getattr(request.state, "user_id", None)
        limited_by = getattr(request.state, "limited_by", None)
        if limited_by is not None:
            self._limiter.refused(limited_by, user_id, request.state.client_address)
        log.info(
            "request",
            method=scope["method"],
            route=route,
            status=status,
            ms=round(seconds * 1000, 1),
            user_id=str(user_id) if user_id else None,
        )


def _announced(request: Request) -> int:
    length = request.headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() and len(length) < 20 else 0


def _limited(receive: Receive, most: int) -> Receive:
    """The same body, cut off with a refusal where it grows too large: its length need not be announced."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413)
        return message

    return limited


async def _too_large(scope: Scope, receive: Receive, send: Send) -> None:
    problem = await cairn_error(Request(scope), TooLarge())
    problem.headers["Connection"] = "close"  # the body that follows is not read
    await problem(scope, receive, send)
