"""Sign-ins as the API shows them."""

from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel


class SessionOut(BaseModel):
    """One place where a person is signed in.

    Args:
        kind: `page` in a browser, `tokens` in a program.
        browser: The browser or program, as it named itself; empty if it didn't.
        system: What it runs on; empty if it didn't say.
        address: The network address that the sign-in came from.
        place: Where that address is, roughly; absent when nobody configured a file of places, or it doesn't know.
        last_seen_at: When it was last used, to the minute.
        expires_at: When it ends at the latest.
        current: Whether it is the one that asks.
        factors: By how many factors it was proven who signed in.
    """

    id: UUID
    kind: Literal["page", "tokens"]
    browser: str
    system: str
    address: str
    place: str | None
    created_at: AwareDatetime
    last_seen_at: AwareDatetime
    expires_at: AwareDatetime
    current: bool
    factors: int


class EndedOut(BaseModel):
    """How many sign-ins were ended."""

    ended: int
