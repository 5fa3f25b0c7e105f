"""What a subscription must look like, and where messages may go. Browsers name the address, so it is anybody's word."""

import base64
import binascii
import hashlib
from collections.abc import Collection
from datetime import datetime
from email.utils import parsedate_to_datetime
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey

from cairn.push.errors import BadSubscription
from cairn.push.schemas import Target

LONGEST_ENDPOINT = 1024
POINT = 65
AUTH = 16
LONGEST_WAIT = 3600
"""Seconds: a push service that wants longer is asked again after so long, since a reminder waits."""

_TRANSLATED = ip_network("64:ff9b::/96")


def origin_of(endpoint: str, inside: Collection[str] = ()) -> str:
    """The origin of an endpoint that messages may go to, as far as can be told without looking it up.

    Args:
        inside: Origins that are allowed although they aren't https, or lie in one's own network.

    Raises:
        BadSubscription: it isn't such an endpoint.
    """
    if len(endpoint) > LONGEST_ENDPOINT or not endpoint.isascii() or not endpoint.isprintable() or " " in endpoint:
        raise BadSubscription(field="endpoint")
    try:
        parts = urlsplit(endpoint)
        port = parts.port
    except ValueError as error:
        raise BadSubscription(field="endpoint") from error
    if parts.username is not None or parts.password is not None or parts.fragment or "\\" in endpoint:
        raise BadSubscription(field="endpoint")
    host = (parts.hostname or "").lower()
    named = f"[{host}]" if ":" in host else host
    origin = f"{parts.scheme}://{named}" + (f":{port}" if port is not None else "")
    if origin in inside:
        return origin
    if parts.scheme != "https" or port not in (None, 443) or not _is_public_name(host):
        raise BadSubscription(field="endpoint")
    return f"https://{host}"


def _is_public_name(host: str) -> bool:
    """A name with a dot in it. Push services have names; an address of digits is somebody's machine."""
    if "." not in host.strip(".") or host.endswith((".localhost", ".local", ".internal", ".home.arpa")):
        return False
    # `127.1`, `0x7f.1` and their like are addresses to a resolver: no top-level domain is a number.
    last = host.rstrip(".").rpartition(".")[2]
    return (last.isascii() and last.isalnum() and not last[0].isdigit()) or last.startswith("xn--")


def is_outside(address: str) -> bool:
    """Whether a network address is one of the public internet, also where one wraps another."""
    try:
        found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in _TRANSLATED:
            inner = IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_outside(str(inner))
        if found.teredo is not None:
            return False
    return found.is_global and not found.is_multicast


def checked(target: Target, inside: Collection[str] = ()) -> Target:
    """A subscription that can be pushed to.

    Raises:
        BadSubscription: its endpoint or one of its keys can't be used.
    """
    origin_of(target.endpoint, inside)
    point = unpacked(target.p256dh, "p256dh")
    if len(point) != POINT:
        raise BadSubscription(field="p256dh")
    try:
        # A point off the curve would make the shared secret guessable.
        EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point)
    except ValueError as error:
        raise BadSubscription(field="p256dh") from error
    if len(unpacked(target.auth, "auth")) != AUTH:
        raise BadSubscription(field="auth")
    return target


def packed(value: bytes) -> str:
    """Bytes in base64url without padding."""
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def unpacked(text: str, field: str) -> bytes:
    """Bytes from base64url, padded or not.

    Raises:
        BadSubscription: it is something else.
    """
    text = text.rstrip("=")
    if len(text) > 128:
        raise BadSubscription(field=field)
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadSubscription(field=field) from error


def topic(subject: str) -> str:
    """What a push service may know a subject by: 32 characters that stand for it and tell nothing of it."""
    return packed(hashlib.sha256(subject.encode()).digest()[:24])


def wait_asked(header: str, now: datetime) -> int | None:
    """Seconds of a `Retry-After`, which is a number or a moment; between one second and an hour."""
    header = header.strip()
    seconds: float
    if header.isascii() and header.isdigit() and len(header) < 10:
        seconds = int(header)
    else:
        try:
            seconds = (parsedate_to_datetime(header) - now).total_seconds()
        except (ValueError, TypeError):
            return None
    return min(LONGEST_WAIT, max(1, int(seconds)))
