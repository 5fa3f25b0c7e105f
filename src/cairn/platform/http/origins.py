"""Tells the units of work that a request opens from where it comes."""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from cairn.platform.http.credentials import address_of
from cairn.platform.origin import LONGEST_AGENT, Origin, coming_from

UNATTENDED = "x-cairn-unattended"
"""The header by which a page says that it asks by itself. Whoever sends it can only let a session end sooner."""
STREAM = "/api/v1/events"
"""Opened, and opened again, by pages alone."""


class Origins:
    """Inside of what finds out the client's address, outside of everything that does something."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        with coming_from(_origin_of(Request(scope))):
            await self.app(scope, receive, send)


def _origin_of(request: Request) -> Origin:
    # Header bytes are read as Latin-1, which has no character that can't be kept besides NUL.
    agent = request.headers.get("user-agent", "").replace("\x00", "")
    attended = UNATTENDED not in request.headers and request.url.path != STREAM
    return Origin(address_of(request), agent[:LONGEST_AGENT], getattr(request.state, "request_id", None), attended)
