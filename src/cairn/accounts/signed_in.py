"""What a sign-in answers, whichever way it was done."""

from fastapi import Response

from cairn.accounts.factors.half import Half
from cairn.accounts.factors.schemas import HalfSignedInOut
from cairn.accounts.schemas import SignedInOut
from cairn.accounts.sessions import Opened
from cairn.platform.http.credentials import COOKIE

DEVICE = "__Host-cairn-device"
DEVICE_STAYS = 400 * 24 * 3600
"""As long as browsers keep any cookie."""


def half_answered(half: Half) -> HalfSignedInOut:
    """Where another factor is missing: no person, no cookie."""
    return HalfSignedInOut(mfa_token=half.token, methods=list(half.methods))


def answered(response: Response, opened: Opened, *, remember: bool) -> SignedInOut:
    """Tokens in the body, or a cookie beside it, which lasts beyond the browser if wished, and one of the browser."""
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
        response.set_cookie(
            DEVICE, opened.device, max_age=DEVICE_STAYS, path="/", secure=True, httponly=True, samesite="strict"
        )
    return SignedInOut(user=opened.user)
