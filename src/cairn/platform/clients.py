"""Where a request comes from, and by what scheme: the peer's word, or that of a proxy in front that is trusted.

Anybody can write `X-Forwarded-For`. Each proxy appends the peer it saw, so only what trusted proxies wrote counts:
from the right, as long as each entry is itself one of them. The first that isn't is the client; what stands left of it
is its own tale.
"""

from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from starlette.datastructures import Headers

Address = IPv4Address | IPv6Address
Networks = Sequence[IPv4Network | IPv6Network]

MOST_HOPS = 20
"""More proxies than anybody has in a row; entries further left are nobody's business."""


def networks(text: str) -> Networks:
    """Networks and single addresses, separated by commas.

    Raises:
        ValueError: one of them is neither.
    """
    return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())


@lru_cache(maxsize=4096)
def parsed(text: str) -> Address | None:
    """An address as proxies write it: with or without a port, in brackets or not. None when it is no address."""
    text = text.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    if "%" in text:  # a zone means something on the machine that wrote it only
        return None
    try:
        found = ip_address(text)
    except ValueError:
        return None
    # One client has one name, whatever kind of socket it came by.
    return found.ipv4_mapped or found if isinstance(found, IPv6Address) else found


def within(address: Address | None, trusted: Networks) -> bool:
    return address is not None and any(address in network for network in trusted)


def address_of(peer: str, headers: Headers, trusted: Networks) -> str:
    """The client's address, in its shortest form; the peer's as it is where that is no address (a socket file)."""
    found = parsed(peer)
    if found is None or not within(found, trusted):
        return str(found) if found is not None else peer
    entries = ",".join(headers.getlist("x-forwarded-for")).split(",")
    for entry in entries[: -MOST_HOPS - 1 : -1]:
        before = parsed(entry)
        if before is None:
            break
        found = before
        if not within(found, trusted):
            break
    return str(found)


def scheme_of(peer: str, scheme: str, headers: Headers, trusted: Networks) -> str:
    """The scheme the client used: a trusted proxy says whether TLS ended there."""
    if not within(parsed(peer), trusted):
        return scheme
    said = headers.get("x-forwarded-proto", "").rpartition(",")[2].strip().lower()
    return said if said in ("http", "https") else scheme


@lru_cache(maxsize=4096)
def network_of(address: str, *, v4: int = 32, v6: int = 64) -> str:
    """What counts as one client: an IPv6 connection has a whole network of addresses to choose from."""
    found = parsed(address)
    if found is None:
        return address
    return str(ip_network((found, v4 if found.version == 4 else v6), strict=False))


def is_loopback(address: str) -> bool:
    found = parsed(address)
    return found is not None and found.is_loopback
