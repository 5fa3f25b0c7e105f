"""Who a request comes from: a bearer token or key of a program, or the cookie of the page."""

import hashlib
from typing import Protocol

from fastapi import Request

from cairn.platform.actor import Credential
from cairn.platform.errors import CairnError, ErrorKind, NotSignedIn

COOKIE = "__Host-cairn"
KEY = "cairn_"
"""What every API key begins with; no access token does."""
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
        ForeignPage: a cookie came with an unsafe request that another page could have sent.
    """
    authorization = request.headers.get("authorization")
    if authorization is not None:
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise NotSignedIn
        token = token.strip()
        if token.startswith(KEY):
            return Credential("key", hashed(token))
        return Credential("session", await tokens.session_of(token))
    cookie = request.cookies.get(COOKIE)
    if not cookie:
        raise NotSignedIn
    if request.method not in SAFE:
        refuse_foreign(request)
    return Credential("page", hashed(cookie))


def refuse_foreign(request: Request) -> None:
    """Against forged requests: the header only our script sets, the origin, and what the browser says of the site."""
    if request.headers.get("x-cairn") is None:
        raise ForeignPage
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise ForeignPage
    origin = request.headers.get("origin")
    if origin is not None and origin != f"{request.url.scheme}://{request.headers.get('host', '')}":
        raise ForeignPage
