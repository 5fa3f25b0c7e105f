"""What became of texts: told by the carrier, and read by whom they are for."""

from typing import Annotated, Any, Final
from urllib.parse import parse_qs
from uuid import UUID

from fastapi import Depends, Header, Query, Request, status

from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn, TooLarge
from cairn.platform.http import Caller, Page, PageQuery, Router, errors, public
from cairn.platform.http.page import BadCursor
from cairn.platform.http.work import caller_needs, runtime_of
from cairn.sms import service
from cairn.sms.errors import NotTheCarrier
from cairn.sms.permissions import READ
from cairn.sms.schemas import TextOut

MOST_FIELDS = 100
_FORM: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {"application/x-www-form-urlencoded": {"schema": {"type": "object", "maxProperties": MOST_FIELDS}}},
    }
}
router = Router("/sms", tag="sms")


@router.get(
    "/texts",
    response_model=Page[TextOut],
    dependencies=[caller_needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, BadCursor),
)
async def texts(actor: Caller, page: Annotated[PageQuery, Depends()]) -> Page[TextOut]:
    """The texts written to you, newest first, and what became of them."""
    return await service.texts(actor, page)


@router.get(
    "/texts/{text_id}",
    response_model=TextOut,
    dependencies=[caller_needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, NotFound),
)
async def text(actor: Caller, text_id: UUID) -> TextOut:
    """One text written to you."""
    return await service.text(actor, text_id)


@router.post(
    "/status",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[public("the carrier's signature is the proof")],
    openapi_extra=_FORM,
    responses=errors(NotTheCarrier, Invalid, TooLarge),
)
async def reported(
    request: Request,
    text: Annotated[UUID, Query(description="The text, as its address was given to the carrier.")],
    signature: Annotated[str, Header(alias="X-Twilio-Signature", max_length=200)] = "",
) -> None:
    """What the carrier says became of a text, as a form; signed over the configured address."""
    try:
        fields = parse_qs((await request.body()).decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise Invalid("The body can't be read as a form.") from error
    await service.reported(runtime_of(request), str(text), fields, signature)
