"""The one address of the Model Context Protocol: streamable HTTP, each message answered by itself, as JSON."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final
from urllib.parse import urlsplit

from fastapi import Depends, Request, Response

from cairn.accounts import service as accounts
from cairn.mcp.permissions import USE
from cairn.mcp.schemas import JsonRpcAnswer, JsonRpcMessage
from cairn.platform.actor import Actor
from cairn.platform.errors import NotAllowed, NotSignedIn, TooLarge, Unavailable, UnsupportedMediaType
from cairn.platform.http import Caller, Router, errors
from cairn.platform.http.credentials import ForeignPage
from cairn.platform.http.work import caller_needs, runtime_of

root = Router(tag="mcp")

_HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_PROTOCOL: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": JsonRpcMessage.model_json_schema()}},
    },
    "responses": {
        status: {
            "description": f"{why} The answer says so in the protocol's words.",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/JsonRpcAnswer"}}},
        }
        for status, why in {
            "400": "This is no message of the protocol.",
            "404": "The protocol knows no such method.",
            "406": "JSON is the only answer there is.",
        }.items()
    },
}
"""What the routes' own machinery can't know, since the SDK reads and answers the messages."""


async def by_token(request: Request) -> None:
    """Only programs, by their access token; and no page but Cairn's own, whatever name it reached this server by.

    A browser names the page's origin with every POST, so a foreign page is known even when its name was pointed
    at this machine (DNS rebinding).
    """
    origin = request.headers.get("origin")
    if origin is not None and not _is_ours(origin, accounts.page_address(runtime_of(request))):
        raise ForeignPage
    if request.headers.get("authorization") is None:
        raise NotSignedIn


def _is_ours(origin: str, page: str) -> bool:
    if origin == "{0.scheme}://{0.netloc}".format(urlsplit(page)):
        return True
    try:
        return urlsplit(origin).hostname in _HERE
    except ValueError:
        return False


@root.post(
    "/mcp",
    response_model=JsonRpcAnswer,
    dependencies=[Depends(by_token), caller_needs(USE)],
    responses={
        202: {"description": "A notification was taken. It has no answer."},
        **errors(NotSignedIn, NotAllowed, ForeignPage, TooLarge, UnsupportedMediaType, Unavailable),
    },
    openapi_extra=_PROTOCOL,
)
async def exchange(request: Request, actor: Caller) -> Response:
    """Search, profile, remember, forget and tasks, for other assistants (Model Context Protocol)."""
    # Refused here as everywhere else: the SDK would answer with two words that no client can read.
    if not request.headers.get("content-type", "").lower().startswith("application/json"):
        raise UnsupportedMediaType
    answer = await asyncio.to_thread(_answering)
    return await answer(request, actor)


def _answering() -> Callable[[Request, Actor], Awaitable[Response]]:
    # The SDK takes half a second and 20 MB: a process that nobody asks by MCP pays neither, and the first who asks
    # holds up nobody else.
    from cairn.mcp.server import answer

    return answer
