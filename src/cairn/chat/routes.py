"""Conversations over HTTP."""

import asyncio
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Header, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import Field

from cairn.assistant import service as assistant
from cairn.chat import proposals, repository, searching, service
from cairn.chat.errors import (
    AlreadyDecided,
    MessageDeleted,
    MessageIdTaken,
    NoSuchZone,
    NothingToChange,
    OutOfReach,
    ProposalChanged,
    ProposalExpired,
    SaidAnew,
    StillRunning,
)
from cairn.chat.models import Conversation
from cairn.chat.permissions import READ, WRITE
from cairn.chat.running import Running, Stream
from cairn.chat.schemas import (
    Answered,
    ConversationOut,
    ConversationPatch,
    MessageOut,
    MessageWithReceipts,
    NewConversation,
    ProposalOut,
    Say,
    Understand,
    UnderstoodOut,
)
from cairn.chat.turns import Unwatched
from cairn.platform.errors import NotAllowed, NotFound, NotSignedIn, Stale, Unavailable
from cairn.platform.http import Caller, IfMatch, Page, PageQuery, Router, SignedIn, errors, expect, needs
from cairn.platform.http.idempotency import LONGEST, BadKey, derived_id
from cairn.platform.http.page import BadCursor
from cairn.platform.http.versions import BadIfMatch
from cairn.platform.http.work import caller_needs
from cairn.platform.tools import CannotUndo, ReceiptOut

router = Router(tag="chat")

STREAM = "text/event-stream"


Words = Annotated[str, Query(max_length=200, description="Words, or how they begin; case and accents don't count.")]
# Its own check of the key says more than a bound would; this one is what the document tells.
Key = Annotated[Annotated[str, Field(json_schema_extra={"maxLength": LONGEST})] | None, Header()]


@router.post(
    "/messages",
    response_model=Answered,
    dependencies=[caller_needs(WRITE)],
    responses={
        200: {
            "description": "The answer; with `Accept: text/event-stream` the same as server-sent events: `message`, "
            "`receipt` and `text` as they come, then `reply` and `done`. `anew` takes back the `text` so far: another "
            "model begins.",
            "content": {STREAM: {}},
        },
        **errors(
            NotSignedIn,
            NotAllowed,
            NotFound,
            MessageIdTaken,
            MessageDeleted,
            StillRunning,
            SaidAnew,
            OutOfReach,
            NoSuchZone,
            BadKey,
            Unavailable,
        ),
    },
)
async def say(request: Request, actor: Caller, body: Say, idempotency_key: Key = None) -> Answered | Response:
    """Say something: it is stored, understood, done and answered.

    The same `id` (or Idempotency-Key) is the same message: it is answered the same and nothing is done twice.
    """
    if body.id is None and idempotency_key is not None:
        if not 1 <= len(idempotency_key) <= LONGEST or not idempotency_key.isprintable():
            raise BadKey
        body = body.model_copy(update={"id": UUID(bytes=derived_id(actor.user_id, idempotency_key))})
    received = await service.receive(actor, body)
    running = actor.runtime.provider(Running)
    if STREAM not in request.headers.get("accept", ""):
        task = running.start(service.answered(actor, received, Unwatched()))
        return await asyncio.shield(task)
    stream = Stream()
    task = running.start(service.answered(actor, received, stream))
    return StreamingResponse(
        stream.events(MessageOut.read(received.message, actor.runtime.clock.now(), actor.locale), task),
        media_type=STREAM,
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


@router.get(
    "/messages",
    response_model=Page[MessageOut],
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, BadCursor),
)
async def find(work: SignedIn, page: Annotated[PageQuery, Depends()], q: Words) -> Page[MessageOut]:
    """What was said with these words, by you or to you, in any thread, latest first."""
    found, cursor = await searching.said(work, q, page)
    items = [MessageOut.read(one, work.now, work.actor.locale) for one in found]
    return Page(items=items, next_cursor=cursor)


@router.post(
    "/messages/understand",
    response_model=UnderstoodOut,
    dependencies=[caller_needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, OutOfReach, NoSuchZone),
)
async def understand(actor: Caller, body: Understand) -> UnderstoodOut:
    """What saying this would do, as far as the words alone tell. Nothing is stored or changed."""
    return service.understand(actor, body)


@router.post(
    "/messages/{message_id}/stop",
    response_model=Answered,
    dependencies=[caller_needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, NotFound, StillRunning),
)
async def stop(actor: Caller, message_id: UUID) -> Answered:
    """End the answer to a message while a model writes it: what was done stands, and nothing more is done.

    Twice, and after the end, is the answer as it was written.
    """
    received = await service.stop(actor, message_id)
    # Where nobody runs the turn any more it is ended here, and not given up when the client hangs up.
    task = actor.runtime.provider(Running).start(service.answered(actor, received, Unwatched()))
    return await asyncio.shield(task)


@router.post(
    "/receipts/{receipt_id}/undo",
    response_model=ReceiptOut,
    dependencies=[needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, NotFound, CannotUndo, Stale),
)
async def undo(work: SignedIn, receipt_id: UUID) -> ReceiptOut:
    """Take a change back. Twice is the same as once."""
    return ReceiptOut.of(await assistant.undo(work, receipt_id))


@router.get(
    "/proposals",
    response_model=Page[ProposalOut],
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, BadCursor),
)
async def waiting(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[ProposalOut]:
    """What waits for your yes, the latest first."""
    return await proposals.waiting(work, page)


@router.post(
    "/proposals/{proposal_id}/confirm",
    response_model=ReceiptOut,
    dependencies=[caller_needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, NotFound, ProposalExpired, ProposalChanged, AlreadyDecided),
)
async def confirm(actor: Caller, proposal_id: UUID) -> ReceiptOut:
    """Say yes: it is done as it was shown. Twice is the same as once."""
    return ReceiptOut.of(await proposals.confirm(actor, proposal_id))


@router.post(
    "/proposals/{proposal_id}/refuse",
    response_model=ProposalOut,
    dependencies=[needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, NotFound, AlreadyDecided),
)
async def refuse(work: SignedIn, proposal_id: UUID) -> ProposalOut:
    """Say no: it is left as it is. Twice is the same as once."""
    return await proposals.refuse(work, proposal_id)


@router.get(
    "/conversations",
    response_model=Page[ConversationOut],
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, BadCursor),
)
async def conversations(
    work: SignedIn, page: Annotated[PageQuery, Depends()], archived: bool = False, q: Words = ""
) -> Page[ConversationOut]:
    """Your threads, newest first; with words, those that are called so or in which they were said."""
    found, cursor = await repository.conversations(work, page, archived=archived, words=q.strip())
    return Page(items=[ConversationOut.model_validate(one) for one in found], next_cursor=cursor)


@router.post(
    "/conversations",
    response_model=ConversationOut,
    status_code=201,
    dependencies=[needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed),
)
async def open_conversation(work: SignedIn, body: NewConversation) -> Conversation:
    """Open a thread."""
    return await service.open_conversation(work, body)


@router.get(
    "/conversations/{conversation_id}",
    response_model=ConversationOut,
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, NotFound),
)
async def conversation(work: SignedIn, conversation_id: UUID) -> Conversation:
    """One thread."""
    return await repository.conversation(work, conversation_id)


@router.patch(
    "/conversations/{conversation_id}",
    response_model=ConversationOut,
    dependencies=[needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, NotFound, Stale, BadIfMatch, NothingToChange),
)
async def edit_conversation(
    work: SignedIn, conversation_id: UUID, body: ConversationPatch, if_match: IfMatch = None
) -> Conversation:
    """Rename a thread, put it away or bring it back."""
    conversation = await repository.conversation(work, conversation_id, lock=True)
    expect(conversation.version, if_match)
    return await service.edit_conversation(work, conversation, body)


@router.delete(
    "/conversations/{conversation_id}",
    status_code=204,
    response_class=Response,
    dependencies=[needs(WRITE)],
    responses=errors(NotSignedIn, NotAllowed, NotFound),
)
async def remove_conversation(work: SignedIn, conversation_id: UUID) -> None:
    """Delete a thread with everything said in it."""
    await service.remove_conversation(work, conversation_id)


@router.get(
    "/conversations/{conversation_id}/messages",
    response_model=Page[MessageWithReceipts],
    dependencies=[needs(READ)],
    responses=errors(NotSignedIn, NotAllowed, NotFound, BadCursor),
)
async def messages(
    work: SignedIn, conversation_id: UUID, page: Annotated[PageQuery, Depends()]
) -> Page[MessageWithReceipts]:
    """What was said in a thread, latest first; replies with their receipts."""
    items, cursor = await service.messages(work, conversation_id, page)
    return Page(items=list(items), next_cursor=cursor)
