"""My keys: made for one program each, shown once, ended at once."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request, status

from cairn.accounts.keys import service
from cairn.accounts.keys.errors import BadScope, TooManyKeys
from cairn.accounts.keys.schemas import KeyOut, MadeKey, NewKey, ScopeOut
from cairn.accounts.permissions import KEYS_READ, KEYS_WRITE
from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn, ProofNeeded
from cairn.platform.http import Page, PageQuery, Router, SignedIn, errors, needs, recent
from cairn.platform.http.credentials import ForeignPage
from cairn.platform.http.idempotency import keep_nothing

router = Router(tag="keys")


@router.get(
    "/me/keys",
    response_model=Page[KeyOut],
    dependencies=[needs(KEYS_READ)],
    responses=errors(NotSignedIn, NotAllowed, Invalid),
)
async def my_keys(work: SignedIn, page: Annotated[PageQuery, Depends()]) -> Page[KeyOut]:
    """My keys, the newest first, without their secrets."""
    items, following = await service.listing(work, page)
    return Page(items=items, next_cursor=following)


@router.get(
    "/me/keys/scopes",
    response_model=Page[ScopeOut],
    dependencies=[needs(KEYS_READ)],
    responses=errors(NotSignedIn, NotAllowed),
)
async def scopes(work: SignedIn) -> Page[ScopeOut]:
    """What a key of mine may be made for, all on one page. There is no word for “everything”."""
    return Page(items=[ScopeOut(name=one.name, says=one.says) for one in service.scopes(work)])


@router.post(
    "/me/keys",
    response_model=MadeKey,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs(KEYS_WRITE), recent],
    responses=errors(NotSignedIn, NotAllowed, ProofNeeded, ForeignPage, BadScope, TooManyKeys),
)
async def make_key(request: Request, work: SignedIn, body: NewKey) -> MadeKey:
    """Make a key. It is shown in this answer only, so the answer isn't kept for an idempotency key either."""
    keep_nothing(request)
    return await service.make(work, body)


@router.delete(
    "/me/keys/{key_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs(KEYS_WRITE)],
    responses=errors(NotSignedIn, NotAllowed, ForeignPage, NotFound),
)
async def end_key(work: SignedIn, key_id: UUID) -> None:
    """End a key, at once."""
    await service.revoke(work, key_id)
