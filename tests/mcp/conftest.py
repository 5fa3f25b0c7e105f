"""Cairn on a port of this machine, and the protocol's official client."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import httpx2
import pytest
import uvicorn
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from cairn.accounts import service as accounts
from cairn.accounts import sessions
from cairn.accounts.schemas import Login
from cairn.app.build import create_api
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from tests.conftest import PASSWORD

Connect = Callable[..., AbstractAsyncContextManager[Client]]
ERAS = ["legacy", "auto"]
"""With the handshake of the protocol's earlier versions, and as a client of today finds out."""


async def token_of(actor: Actor) -> str:
    """An access token of a new session."""
    async with actor.work() as work:
        email = await accounts.address_of(work, work.user_id)
    login = Login.model_validate({"email": email, "password": PASSWORD})
    opened = await sessions.sign_in(actor.runtime, login, "tests")
    assert isinstance(opened, sessions.Opened)
    assert opened.tokens is not None
    return opened.tokens.access_token


@asynccontextmanager
async def _served(runtime: Runtime) -> AsyncIterator[str]:
    """Where an API over this runtime answers. The runtime is started by whoever made it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(create_api(runtime), lifespan="off", log_config=None))
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        yield f"http://127.0.0.1:{port}/mcp"
        server.should_exit = True
        await serving


@pytest.fixture
async def address(runtime: Runtime) -> AsyncIterator[str]:
    async with _served(runtime) as address:
        yield address


@pytest.fixture
def connect(address: str) -> Connect:
    """`async with connect(actor) as client`: a program of this person, connected."""

    @asynccontextmanager
    async def connected(actor: Actor, era: str = "auto") -> AsyncIterator[Client]:
        headers = {"Authorization": f"Bearer {await token_of(actor)}"}
        async with (
            httpx2.AsyncClient(headers=headers, timeout=30) as http,
            Client(streamable_http_client(address, http_client=http), mode=era) as client,
        ):
            yield client

    return connected
