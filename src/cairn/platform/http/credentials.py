"""Who a request comes from: a bearer token or key of a program, or the cookie of the page."""

import hashlib
import re
from typing import Protocol

from fastapi import Request

from cairn.platform.actor import Credential
from cairn.platform.errors import CairnError, ErrorKind, NotSignedIn

COOKIE = "__Host-cairn"
KEY = "cairn_"
"""What every API key begins with; no access token does."""
LONGEST = 4096
"""Characters of a token or key; ours have a tenth of it. What is longer isn't even hashed."""
_IN_ADDRESS = re.compile(rb"cairn_[A-Za-z0-9_-]{43}")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class AccessTokens(Protocol):
    """Checks access tokens; accounts provides it."""

    async def session_of(self, token: str) -> str:
        """The session id inside a token whose signature, issuer, audience and expiry hold.

        Raises:
            NotSignedIn: anything about it doesn't hold.
        """
        ...


class ForeignPage(CairnError):
    """This request didn't come from Cairn's own page, so it was refused."""

    kind = ErrorKind.FORBIDDEN


class KeyInAddress(CairnError):
    """A key doesn't belong into an address, where others can read it. End this one, and send the next in a header."""

    kind = ErrorKind.UNAUTHENTICATED


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def address_of(request: Request) -> str:
    """The network address a request comes from; empty where it comes from none."""
    known = getattr(request.state, "client_address", None)
    return known or (request.client.host if request.client else "")


async def credential_of(request: Request, tokens: AccessTokens) -> Credential:
    """Read and check what a request shows.

    Raises:
        NotSignedIn: it shows nothing, or nothing that holds.
        KeyInAddress: it shows a key in its address, whatever else it shows.
        ForeignPage: a cookie came with an unsafe request that another page could have sent.
    """
    if _IN_ADDRESS.search(request.scope.get("query_string", b"")):
        raise KeyInAddress
    authorization = request.headers.get("authorization")
    if authorization is not None:
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token or len(token) > LONGEST:
            raise NotSignedIn
        token = token.strip()
        if token.startswith(KEY):
            return Credential("key", hashed(token))
        return Credential("session", await tokens.session_of(token))
    cookie = _cookie_of(request)
    if request.method not in SAFE:
        refuse_foreign(request)
    return Credential("page", hashed(cookie))


def _cookie_of(request: Request) -> str:
    """The cookie of the page, of which a browser holds one: a second one was put there by somebody else."""
    sent = ";".join(request.headers.getlist("cookie")).split(";")
    ours = [value for name, _, value in (pair.partition("=") for pair in sent) if name.strip() == COOKIE]
    if len(ours) != 1 or not ours[0]:
        raise NotSignedIn
    return ours[0].strip()


def refuse_foreign(request: Request) -> None:
    """Against forged requests: the header only our script sets, the origin, and what the browser says of the site."""
    if request.headers.get("x-cairn") is None:
        raise ForeignPage
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise ForeignPage
    origin = request.headers.get("origin")
    if origin is not None and origin != f"{request.url.scheme}://{request.headers.get('host', '')}":
        raise ForeignPage
