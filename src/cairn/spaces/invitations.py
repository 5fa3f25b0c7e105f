"""Invitations into a space: sent by letter, taken back, accepted once."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from cairn.accounts import service as accounts
from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.platform.http import Page, PageQuery
from cairn.platform.secrets import digest, fresh
from cairn.platform.work import UnitOfWork
from cairn.spaces import repository, service, together
from cairn.spaces.errors import (
    AlreadyIn,
    AlreadyYours,
    InvitationOver,
    NotYourInvitation,
    PersonalSpace,
    SpaceFull,
    TooManyInvitations,
)
from cairn.spaces.messages import SendInvitation
from cairn.spaces.models import INVITED, Invitation, Membership
from cairn.spaces.permissions import INVITE
from cairn.spaces.schemas import InvitationOut, NewInvitation, SpaceOut

LASTS = timedelta(days=7)
MOST_MEMBERS = 50
"""So many people find room in one space."""

AT_ONCE, EVERY = 10, 3600
"""One person sends so many invitations at once, then one every so many seconds."""
TO_ONE_AT_ONCE, TO_ONE_EVERY = 3, 8 * 3600
"""The same for one address, whoever writes to it: nobody's mailbox is filled through us."""


async def invite(work: UnitOfWork, space_id: UUID, new: NewInvitation) -> InvitationOut:
    """Send somebody a link into a space. Nothing tells whether their address has an account.

    The caller has checked that somebody asks who may invite. Inviting the same address again sends a fresh link, and
    the older one works no more.

    Raises:
        PersonalSpace: it is nobody else's.
        BadAddress, AlreadyYours: nobody else can be reached by this.
        TooManyInvitations: they wrote many just now, or to this address.
        NotFound: they don't belong to it any more.
    """
    await _shared(work, space_id)
    runtime = work.runtime
    address, index = accounts.known_address(runtime, new.email)
    if index == accounts.index_of(runtime, await accounts.address_of(work, work.user_id)):
        raise AlreadyYours(field="email")
    await _take_turn(work, index)
    row = Invitation(
        id=runtime.new_id(),
        user_id=work.user_id,
        space_id=space_id,
        email_index=index,
        role=new.role,
        token_hash=digest(fresh()),  # nobody knows one that works before the letter is written
        created_at=work.now,
        expires_at=work.now + LASTS,
    )
    key = await accounts.data_key(work, work.user_id)
    row.email_cipher = key.seal(address, INVITED.of(work.user_id, row.id))
    try:
        kept = await repository.invite(work, row)
    except IntegrityError as error:  # they were taken out in this moment
        raise NotFound from error
    await work.audit("invitation.sent", kept.id, kind="invitation", detail={"role": kept.role})
    work.enqueue(SendInvitation(user_id=work.user_id, invitation_id=kept.id))
    return (await _shown(work, [kept]))[0]


async def waiting(work: UnitOfWork, space_id: UUID, page: PageQuery) -> Page[InvitationOut]:
    """The person's invitations into a space that nobody has accepted, newest first."""
    rows, following = await repository.invitations(work, space_id, page)
    return Page(items=await _shown(work, rows), next_cursor=following)


async def withdraw(work: UnitOfWork, space_id: UUID, invitation_id: UUID) -> None:
    """Take an invitation back: its link works no more.

    Raises:
        NotFound: there is none of this person's that waits.
    """
    if not await repository.withdraw(work, space_id, invitation_id):
        raise NotFound
    await work.audit("invitation.withdrawn", invitation_id, kind="invitation")


async def accept(actor: Actor, token: str) -> SpaceOut:
    """Join a space by the link of a letter, once.

    Raises:
        InvitationOver: it was used, taken back, ran out, or is none of ours.
        NotYourInvitation: it was sent to another address than theirs.
        AlreadyIn: they belong to the space.
        SpaceFull: there is no room.
    """
    hashed = digest(token)
    async with actor.runtime.system(by=actor) as work:
        found = await repository.by_token(work, hashed)
        if found is None:
            raise InvitationOver
        if found.email_index != await accounts.confirmed_index(work, actor.user_id):
            raise NotYourInvitation
        # Held in this order by everybody who changes who belongs to a space; what was read may be over by now.
        try:
            space, roles = await together.held(work, found.space_id)
        except NotFound as error:
            raise InvitationOver from error
        if actor.user_id in roles:
            raise AlreadyIn
        invitation = await repository.by_token(work, hashed, lock=True)
        if invitation is None or invitation.accepted_at is not None or invitation.expires_at <= work.now:
            raise InvitationOver
        inviter = work.runtime.rights.named(roles.get(invitation.user_id, ""))
        if INVITE.name not in inviter.permissions:
            raise InvitationOver
        if len(roles) >= MOST_MEMBERS:
            raise SpaceFull
        invitation.accepted_at = work.now
        joined = Membership(user_id=actor.user_id, space_id=space.id, role=invitation.role, created_at=work.now)
        work.session.add(joined)
        await work.session.flush()
        await work.audit("space.joined", space.id, kind="space", detail={"role": joined.role})
        await together.tell(work, space.id)
        return service.shown(work, space, joined.role)


async def for_letter(work: UnitOfWork, invitation_id: UUID) -> tuple[str, str, str, str] | None:
    """What the letter of an invitation says: to whom, who invites, into which space, and the secret of a fresh link.

    `None` when it isn't to be sent any more.
    """
    secret = fresh()
    row = await repository.renew_link(work, invitation_id, digest(secret))
    space = await repository.space(work, row.space_id) if row is not None else None
    if row is None or space is None:
        return None
    address = await _address(work, row)
    return address, await accounts.name_of(work, work.user_id), space.name, secret


async def _shared(work: UnitOfWork, space_id: UUID) -> None:
    space = await repository.space(work, space_id)
    if space is None:
        raise NotFound
    if space.kind == "personal":
        raise PersonalSpace


async def _take_turn(work: UnitOfWork, index: bytes) -> None:
    """Count an invitation for who sends it and for the address it goes to, whoever has it."""
    counted = [
        (work.user_id, "invitations", AT_ONCE, EVERY),
        (UUID(bytes=index[:16]), "invited", TO_ONE_AT_ONCE, TO_ONE_EVERY),
    ]
    for whose, what, at_once, every in counted:
        wait = await accounts.wait_before(work.runtime, whose, what, at_once=at_once, every=every)
        if wait is not None:
            raise TooManyInvitations(wait, policy=what)


async def _address(work: UnitOfWork, row: Invitation) -> str:
    return (await accounts.data_key(work, row.user_id)).open(row.email_cipher, INVITED.of(row.user_id, row.id))


async def _shown(work: UnitOfWork, rows: Sequence[Invitation]) -> list[InvitationOut]:
    return [
        InvitationOut(
            id=row.id,
            email=await _address(work, row),
            role=row.role,
            created_at=row.created_at,
            expires_at=row.expires_at,
            holds=row.expires_at > work.now,
        )
        for row in rows
    ]
