"""A person's own picture."""

import hashlib
from typing import Any

from fastapi import Request, Response, status

from cairn.accounts.avatar import service
from cairn.accounts.avatar.errors import NoPicture, PictureTooLarge
from cairn.accounts.permissions import READ, WRITE
from cairn.platform.errors import NotAllowed, NotSignedIn
from cairn.platform.http import Caller, Router, SignedIn, caller_needs, errors, needs
from cairn.platform.http.credentials import ForeignPage

router = Router("/me/avatar", tag="accounts")

_IMAGE: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
_SENT = {
    "requestBody": {
        "required": True,
        "content": {"image/png": _IMAGE, "image/jpeg": _IMAGE, "image/webp": _IMAGE},
    }
}


@router.put(
    "",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[caller_needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, ForeignPage, NoPicture, PictureTooLarge),
    openapi_extra=_SENT,
)
async def put(request: Request, actor: Caller) -> None:
    """Set my picture: the file is the body. It is cut square and made small, and nothing else of it is kept."""
    await service.put(actor, await request.body())


@router.get(
    "",
    response_class=Response,
    response_model=None,
    dependencies=[needs(READ)],
    responses={
        200: {"description": "The picture.", "content": {"image/webp": _IMAGE}},
        204: {"description": "There is none."},
        304: {"description": "It is the one that was asked about."},
        **errors(NotSignedIn, NotAllowed),
    },
)
async def get(request: Request, work: SignedIn) -> Response:
    """My picture. Nobody else is shown it."""
    image = await service.get(work)
    if image is None:
        return Response(status_code=status.HTTP_204_NO_CONTENT)
    headers = {"ETag": f'"{hashlib.sha256(image).hexdigest()[:32]}"', "Cache-Control": "private, no-cache"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=status.HTTP_304_NOT_MODIFIED, headers=headers)
    return Response(image, media_type="image/webp", headers=headers)


@router.delete(
    "",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, ForeignPage),
)
async def remove(work: SignedIn) -> None:
    """Remove my picture."""
    await service.remove(work)
