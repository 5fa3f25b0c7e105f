"""What a sign-in answers, whichever way it was done."""

from typing import Final

from fastapi import Request, Response

from cairn.accounts.factors.half import Half
from cairn.accounts.factors.rules import DEVICE_LASTS
from cairn.accounts.factors.schemas import HalfSignedInOut
from cairn.accounts.schemas import SignedInOut
from cairn.accounts.sessions import Opened
from cairn.platform.http.credentials import COOKIE

DEVICE: Final = "__Host-cairn-device"
"""By this cookie a browser that signed in before is known; it opens nothing."""


def device_of(request: Request) -> str | None:
    """The secret by which a browser is known, if it shows one of the right length."""
    shown = request.cookies.get(DEVICE, "")
    return shown if 20 <= len(shown) <= 100 else None


def half_answered(half: Half) -> HalfSignedInOut:
    """Where another factor is missing: no person, no cookie."""
    return HalfSignedInOut(mfa_token=half.token, methods=list(half.methods))


def answered(response: Response, opened: Opened, *, remember: bool) -> SignedInOut:
    """Tokens in the body, or a cookie beside it, which lasts beyond the browser if wished."""
    if opened.tokens is not None:
        return SignedInOut(user=opened.user, **opened.tokens.model_dump())
    assert opened.cookie is not None
    response.set_cookie(
        COOKIE,
        opened.cookie,
        max_age=int(opened.lasts.total_seconds()) if remember else None,
        path="/",
        secure=True,
        httponly=True,
        samesite="lax",
    )
    if opened.device is not None:
        age = int(DEVICE_LASTS.total_seconds())
        response.set_cookie(DEVICE, opened.device, max_age=age, path="/", secure=True, httponly=True, samesite="strict")
    return SignedInOut(user=opened.user)
