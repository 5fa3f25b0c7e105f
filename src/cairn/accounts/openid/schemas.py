"""Sign-in by a provider, as the API takes and shows it."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from cairn.accounts.factors.rules import Method
from cairn.accounts.openid.settings import ProviderName
from cairn.accounts.schemas import LocaleTag, UserOut, ZoneName
from cairn.platform.http import Schema


class WaysIn(BaseModel):
    """Which providers can sign people in here."""

    google: bool
    microsoft: bool


class Join(Schema):
    """Whose account shall be joined to one's own."""

    provider: ProviderName


class BeginSignIn(Schema):
    """A sign-in by a provider; zone and language are for an account that is made by it."""

    provider: ProviderName
    remember: bool = Field(False, description="Keep me signed in on this device.")
    time_zone: ZoneName = "UTC"
    locale: LocaleTag = "en"


class Begun(BaseModel):
    """Where the browser goes next: the provider's own page."""

    go_to: str


class Returned(Schema):
    """What the provider's page sent the browser back with."""

    code: Annotated[str, StringConstraints(min_length=1, max_length=4096)]
    state: Annotated[str, StringConstraints(min_length=20, max_length=200)]
    iss: Annotated[str, StringConstraints(max_length=300)] | None = Field(
        None, description="Who the provider says it is, where it says so (RFC 9207)."
    )


class Arrived(BaseModel):
    """What came of it: a sign-in (the cookie is set), half of one where a second factor is missing, or the provider's
    account joined to one's own."""

    came_of_it: Literal["signed-in", "half", "connected"]
    provider: ProviderName
    user: UserOut | None = None
    mfa_token: str | None = Field(None, description="For `/auth/login/second`, where only half came of it.")
    methods: list[Method] | None = None


class IdentityOut(BaseModel):
    """An account at a provider that may sign this person in."""

    id: UUID
    provider: ProviderName
    email: str = Field(description="Its address, as the provider said it.")
    created_at: datetime
    last_used_at: datetime
