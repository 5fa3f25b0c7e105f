"""Connections that lead out of one's own network and nowhere else.

An endpoint's name is looked up here, all its addresses are looked at, and the connection goes to one that was: a name
that leads somewhere else a moment later, or here, leads nowhere.
"""

import asyncio
import socket
from collections.abc import Collection, Iterable
from typing import Any

import httpcore2

from cairn.push.rules import is_outside


class LeadsInside(httpcore2.ConnectError):
    """A name of the outside with an address in one's own network."""


class Outward(httpcore2.AsyncNetworkBackend):
    """Opens connections to public addresses.

    Args:
        inside: Hosts and ports that may be reached wherever they are.
    """

    def __init__(self, inside: Collection[tuple[str, int]] = ()) -> None:
        self._inside = inside
        self._network = httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  # as the base class has it
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        addresses = [host] if (host, port) in self._inside else await _addresses(host, port, timeout)
        trouble: Exception = httpcore2.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                return await self._network.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                trouble = error
        raise trouble

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109  # as the base class has it
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        raise LeadsInside(path)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


async def _addresses(host: str, port: int, seconds: float | None) -> list[str]:
    """All addresses of a name, each looked at: one inside makes the whole name suspect."""
    try:
        async with asyncio.timeout(seconds):
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except TimeoutError as error:
        raise httpcore2.ConnectTimeout from error
    except (OSError, UnicodeError) as error:
        raise httpcore2.ConnectError(f"{host} can't be looked up") from error
    addresses = [str(entry[4][0]) for entry in found]
    if not all(is_outside(address) for address in addresses):
        raise LeadsInside(host)
    return addresses
