"""Spaces and shares as the API takes and shows them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints

from cairn.platform.http import Schema, Words

Kind = Annotated[str, StringConstraints(pattern=r"^[a-z_]+$", max_length=40)]
Kinds = Annotated[list[Kind], Field(min_length=1, max_length=20)]


class NewShare(Schema):
    """Who may look at what."""

    email: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=254)] = Field(
        description="The address of who may look. Whether it has an account isn't told; they look once they have one.",
        examples=["rita@example.org"],
    )
    kinds: Kinds = Field(description="What they may see, of `GET /me/shares/kinds`.", examples=[["tasks", "reminders"]])
    about: Words = Field(description="Who they are to you, in your own words.", examples=["Rita, my coach"])
    until: AwareDatetime | None = Field(None, description="When it runs out; never by itself, without.")


class ShareKind(BaseModel):
    """A kind of thing that can be shared."""

    kind: str
    says: str


class ShareKinds(BaseModel):
    """What can be shared."""

    kinds: list[ShareKind]


class ShareOut(BaseModel):
    """A share as its owner sees it.

    Args:
        about: Who may look, in the owner's words; the reason, for support.
        support: It was granted to an administrator who asked.
        until: When it runs out or was taken back.
        holds: It holds now.
    """

    id: UUID
    kinds: list[str]
    about: str
    support: bool
    created_at: datetime
    until: datetime | None
    holds: bool


class SharedWithMe(BaseModel):
    """What somebody lets me see: name them in `X-Cairn-Person` to look.

    Args:
        email: Their address.
    """

    share_id: UUID
    user_id: UUID
    email: str
    kinds: list[str]
    support: bool
    until: datetime | None


class LookOut(BaseModel):
    """Somebody looked at a kind of my things, by a share."""

    id: UUID
    at: datetime
    share_id: UUID | None
    kind: str
    about: str


class NewSupportRequest(Schema):
    """Why somebody asks to look, at what, and for how long."""

    reason: Words = Field(examples=["You wrote that a reminder came twice."])
    hours: int = Field(ge=1, le=24, description="For so long they may look, from the grant on.")
    kinds: Kinds = Field(examples=[["reminders"]])


class Grant(Schema):
    """What of the kinds that were asked for is granted; all of them by default."""

    kinds: Kinds | None = None


class SupportRequestOut(BaseModel):
    """A wish to look, as both sides see it.

    Args:
        asker: The address of who asks.
        state: `waiting`, `granted`, `refused`, or `over` when nobody answered in a week.
    """

    id: UUID
    asker: str
    reason: str
    hours: int
    kinds: list[str]
    asked_at: datetime
    state: str


class SpaceOut(BaseModel):
    """A space I belong to.

    Args:
        role: My role in it.
        permissions: What that role lets me do in it.
    """

    id: UUID
    kind: str
    name: str
    role: str
    permissions: list[str]


class MemberOut(BaseModel):
    """Somebody in a space."""

    user_id: UUID
    role: str
    since: datetime
