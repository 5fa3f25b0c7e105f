"""What a sign-in answers, whichever way it was done."""

from fastapi import Response

from cairn.accounts.schemas import SignedInOut
from cairn.accounts.sessions import Opened
from cairn.platform.http.credentials import COOKIE


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
    return SignedInOut(user=opened.user)
