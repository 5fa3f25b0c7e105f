"""Spaces and shares as the API takes and shows them."""

import unicodedata
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, StringConstraints

from cairn.platform.http import Schema, Words

TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of what follows, and could make a letter say something else."""


def _line(text: str) -> str:
    """One line that can be seen: it stands in letters.

    Raises:
        ValueError: it isn't one.
    """
    kinds = [unicodedata.category(one) for one in text]
    if TURNING & set(text) or {"Cc", "Zl", "Zp"} & set(kinds):
        raise ValueError("a name is one line of plain text")
    if all(kind[0] in "CZ" for kind in kinds):
        raise ValueError("a name has something to see")
    return text


SpaceName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), AfterValidator(_line)]
SpaceRole = Literal["owner", "coach", "teacher", "student", "parent", "member"]
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


class NewSpace(Schema):
    """A space to share with others."""

    name: SpaceName = Field(examples=["Study together"])


class ChangeSpace(Schema):
    """Another name for a space."""

    name: SpaceName


class NewInvitation(Schema):
    """Who is to join a space, and as what."""

    email: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=254)] = Field(
        description="Where the letter goes. Whether the address has an account isn't told; who has none can make one.",
        examples=["rui@example.org"],
    )
    role: SpaceRole = "member"


class AcceptInvitation(Schema):
    """The secret of an invitation's link: what stands behind the `#`."""

    token: Annotated[str, StringConstraints(min_length=1, max_length=100)]


class InvitationOut(BaseModel):
    """An invitation of mine that nobody has accepted yet.

    Args:
        holds: The link of its letter still works.
    """

    id: UUID
    email: str
    role: str
    created_at: datetime
    expires_at: datetime
    holds: bool


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
    """Somebody in a space.

    Args:
        name: What they want to be called; may be empty.
        mine: It's me.
    """

    user_id: UUID
    name: str
    mine: bool
    role: str
    since: datetime
