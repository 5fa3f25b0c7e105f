"""A person's own data, as a whole."""

from fastapi.responses import StreamingResponse

from cairn.platform.errors import NotAllowed, NotSignedIn, OnlyReading, ProofNeeded
from cairn.platform.http import Caller, Router, caller_needs, caller_recent, errors
from cairn.platform.http.credentials import ForeignPage
from cairn.privacy import service
from cairn.privacy.errors import TooManyExports
from cairn.privacy.permissions import EXPORT

router = Router("/me", tag="privacy")

_ZIP = "application/zip"


@router.post(
    "/export",
    response_class=StreamingResponse,
    response_model=None,
    dependencies=[caller_needs(EXPORT), caller_recent],
    responses={
        200: {
            "description": "A ZIP file: `manifest.json` names what is in it, table by table.",
            "content": {_ZIP: {"schema": {"type": "string", "format": "binary"}}},
        },
        **errors(NotSignedIn, NotAllowed, ProofNeeded, OnlyReading, ForeignPage, TooManyExports),
    },
)
async def export(actor: Caller) -> StreamingResponse:
    """Take everything of yours along, as a file that programs and spreadsheets read. A letter tells you of it."""
    packed = await service.pack(actor)
    day = actor.runtime.clock.now().astimezone(actor.zone).date()
    headers = {
        "Content-Disposition": f'attachment; filename="cairn-account-{day}.zip"',
        "Content-Length": str(packed.size),
    }
    return StreamingResponse(packed.parts(), media_type=_ZIP, headers=headers)
