"""Subscriptions as browsers give them, as people see them, and as notices find them."""

from dataclasses import dataclass, field
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints

from cairn.platform.http import Schema
from cairn.push.schemas import Target


class KeyOut(BaseModel):
    """What a browser subscribes with.

    Args:
        key: This Cairn's public key, `applicationServerKey` in base64url.
    """

    key: str


class Subscribe(Schema):
    """A subscription as a browser's push manager made it.

    Args:
        endpoint: Where its push service takes messages.
        p256dh: Its public key.
        auth: Its authentication secret.
        discreet: Notices say only that there is something for now. Left out, it stays as it is.
    """

    endpoint: Annotated[str, StringConstraints(min_length=1, max_length=1024)] = Field(
        examples=["https://push.example.org/1"]
    )
    p256dh: Annotated[str, StringConstraints(min_length=1, max_length=128)]
    auth: Annotated[str, StringConstraints(min_length=1, max_length=64)]
    discreet: bool | None = None


class ChangeSubscription(Schema):
    """How much notices say in a browser."""

    discreet: bool


class SubscriptionOut(BaseModel):
    """A browser in which you are told.

    Args:
        session_id: The sign-in it belongs to; with it, it ends.
        current: Whether it is the one that asks.
        service: The push service that carries its notices.
        discreet: Its notices say only that there is something for now.
        last_taken_at: When its push service took a notice last.
        until: When its sign-in ends if nobody uses it; until you sign in there again, nothing is shown then.
    """

    id: UUID
    session_id: UUID
    current: bool
    service: str
    discreet: bool
    created_at: AwareDatetime
    last_taken_at: AwareDatetime | None
    until: AwareDatetime


@dataclass(frozen=True, slots=True)
class Device:
    """A browser that a notice goes to."""

    id: UUID
    discreet: bool
    target: Target = field(repr=False)
