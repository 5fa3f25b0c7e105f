"""Spaces one belongs to, who is in them, and invitations into them."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request, status

from cairn.platform.errors import Invalid, NotAllowed, NotFound, NotSignedIn
from cairn.platform.http import Page, PageQuery, Router, SignedIn, errors, needs
from cairn.platform.http.credentials import ForeignPage
from cairn.platform.http.idempotency import recall
from cairn.platform.http.work import declared
from cairn.platform.permissions import Permission
from cairn.spaces import invitations, service, together
from cairn.spaces.errors import (
    AlreadyIn,
    AlreadyYours,
    InvitationOver,
    LastOwner,
    NotYourInvitation,
    PersonalSpace,
    SpaceFull,
    TooManyInvitations,
    TooManySpaces,
)
from cairn.spaces.permissions import CHANGE, INVITE, LEAVE, READ_INVITATIONS, READ_MEMBERS, READ_SPACES, WRITE_SPACES
from cairn.spaces.schemas import (
    AcceptInvitation,
    ChangeSpace,
    InvitationOut,
    MemberOut,
    NewInvitation,
    NewSpace,
    SpaceOut,
)

router = Router("/spaces", tag="spaces")

Paged = Annotated[PageQuery, Depends()]


def needs_in_space(permission: Permission) -> Any:
    """Declare the permission that the person's role in the space of the path must hold."""

    async def check(request: Request, work: SignedIn, space_id: UUID) -> None:
        await service.must_in(work, space_id, permission)
        await recall(request, work)  # what was answered to a member isn't told to who was taken out

    return declared(check, permission)


@router.get(
    "",
    response_model=Page[SpaceOut],
    dependencies=[needs(READ_SPACES)],
    responses=errors(NotSignedIn, NotAllowed, Invalid),
)
async def spaces(work: SignedIn, page: Paged) -> Page[SpaceOut]:
    """The spaces I belong to, and what my role lets me do in each."""
    return await service.mine(work, page)


@router.get(
    "/{space_id}/members",
    response_model=Page[MemberOut],
    dependencies=[needs_in_space(READ_MEMBERS)],
    responses=errors(NotSignedIn, NotAllowed, NotFound, Invalid),
)
async def members(work: SignedIn, space_id: UUID, page: Paged) -> Page[MemberOut]:
    """Who belongs to a space of mine."""
    return await service.members(work, space_id, page)


@router.post(
    "",
    response_model=SpaceOut,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs(WRITE_SPACES)],
    responses=errors(NotSignedIn, NotAllowed, ForeignPage, TooManySpaces, Invalid),
)
async def make(work: SignedIn, body: NewSpace) -> SpaceOut:
    """Make a space to share with others. I look after it: I am its owner."""
    return await together.make(work.actor, body.name)


@router.post(
    "/invitations/accept",
    response_model=SpaceOut,
    dependencies=[needs(WRITE_SPACES)],
    responses=errors(
        NotSignedIn, NotAllowed, ForeignPage, NotYourInvitation, InvitationOver, AlreadyIn, SpaceFull, Invalid
    ),
)
async def accept(work: SignedIn, body: AcceptInvitation) -> SpaceOut:
    """Join a space by the link of a letter that was sent to my address. The others there see what I am called."""
    return await invitations.accept(work.actor, body.token)


@router.patch(
    "/{space_id}",
    response_model=SpaceOut,
    dependencies=[needs_in_space(CHANGE)],
    responses=errors(NotSignedIn, NotAllowed, ForeignPage, NotFound, PersonalSpace, Invalid),
)
async def rename(work: SignedIn, space_id: UUID, body: ChangeSpace) -> SpaceOut:
    """Give a space that I look after another name."""
    return await together.rename(work.actor, space_id, body.name)


@router.delete(
    "/{space_id}/members/{user_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs_in_space(LEAVE)],
    responses=errors(NotSignedIn, NotAllowed, ForeignPage, NotFound, PersonalSpace, LastOwner),
)
async def remove(work: SignedIn, space_id: UUID, user_id: UUID) -> None:
    """Leave a space, with my own id, or take somebody out of one that I look after. An empty space is gone."""
    await together.remove(work.actor, space_id, user_id)


@router.post(
    "/{space_id}/invitations",
    response_model=InvitationOut,
    status_code=status.HTTP_201_CREATED,
    dependencies=[needs_in_space(INVITE)],
    responses=errors(
        NotSignedIn,
        NotAllowed,
        ForeignPage,
        NotFound,
        PersonalSpace,
        AlreadyYours,
        TooManyInvitations,
        Invalid,
    ),
)
async def invite(work: SignedIn, space_id: UUID, body: NewInvitation) -> InvitationOut:
    """Send somebody a letter with a link into a space that I look after. It works once, within a week, for an account
    with that address. Inviting again sends a fresh link in place of the older one.
    """
    return await invitations.invite(work, space_id, body)


@router.get(
    "/{space_id}/invitations",
    response_model=Page[InvitationOut],
    dependencies=[needs_in_space(READ_INVITATIONS)],
    responses=errors(NotSignedIn, NotAllowed, NotFound, Invalid),
)
async def waiting(work: SignedIn, space_id: UUID, page: Paged) -> Page[InvitationOut]:
    """My invitations into a space that nobody has accepted yet, newest first."""
    return await invitations.waiting(work, space_id, page)


@router.delete(
    "/{space_id}/invitations/{invitation_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    response_model=None,
    dependencies=[needs_in_space(INVITE)],
    responses=errors(NotSignedIn, NotAllowed, ForeignPage, NotFound),
)
async def withdraw(work: SignedIn, space_id: UUID, invitation_id: UUID) -> None:
    """Take an invitation of mine back: its link works no more."""
    await invitations.withdraw(work, space_id, invitation_id)
