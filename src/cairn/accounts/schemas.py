"""Accounts as the API takes and shows them."""

from datetime import datetime, time
from itertools import pairwise
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, StringConstraints, model_validator

from cairn.platform.http import Schema
from cairn.when import USUAL_PARTS

Address = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=254)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)]
# Its rules count characters in normal form, of which the same password may be written with several times as many.
Password = Annotated[str, StringConstraints(min_length=1, max_length=1024)]
NewPassword = Annotated[
    Password,
    Field(description="8 to 256 characters, any of them, 15 or more advised; refused when it is easy to guess."),
]
ZoneName = Annotated[str, StringConstraints(min_length=1, max_length=64)]
LocaleTag = Annotated[str, StringConstraints(min_length=2, max_length=35)]


class Register(Schema):
    """A new account."""

    email: Address
    password: NewPassword
    name: Name = ""
    time_zone: ZoneName = Field("UTC", description="An IANA time zone, such as Europe/Lisbon.")
    locale: LocaleTag = Field("en", description="en, es, fr or pt; a region may follow.")
    accepted_terms: Annotated[str, StringConstraints(max_length=40)] | None = Field(
        None, description="The version of the words on /terms that the person was shown and agreed to."
    )


class Resend(Schema):
    """Whose letter is to come again."""

    email: Address


class Login(Schema):
    """A sign-in. `as: page` answers with a cookie only; without it a program gets tokens."""

    email: Address
    password: Password
    as_: Literal["page", "program"] = Field("program", alias="as")
    remember: bool = Field(False, description="Keep me signed in on this device.")


class Refresh(Schema):
    """A refresh token, spent by this."""

    refresh_token: Annotated[str, StringConstraints(min_length=20, max_length=200)]


class Verify(Schema):
    """The secret part of the link in the letter."""

    token: Annotated[str, StringConstraints(min_length=20, max_length=200)]


class Forgot(Schema):
    """Whose password is forgotten."""

    email: Address


class Reset(Schema):
    """The secret part of the link in the letter, and the new password."""

    token: Annotated[str, StringConstraints(min_length=20, max_length=200)]
    password: NewPassword


class ChangePassword(Schema):
    """The present password, and the one that takes its place."""

    current_password: Password
    new_password: NewPassword


class ChangeAddress(Schema):
    """The address to change to, and the person's password."""

    email: Address
    password: Password


def _on_the_wall(at: time) -> time:
    if at.tzinfo is not None:
        raise ValueError("a time on the wall has no zone")
    return at.replace(second=0, microsecond=0)


WallTime = Annotated[time, AfterValidator(_on_the_wall)]
SHORTEST_DAY = 4 * 60
"""Minutes."""


class WakingHours(Schema):
    """When somebody's day begins and ends, by the clock on the wall; past midnight where the end is the earlier."""

    begins: WallTime = Field(examples=["10:00"])
    ends: WallTime = Field(examples=["02:00"])

    @model_validator(mode="after")
    def _lasts(self) -> "WakingHours":
        if not (self._minutes(self.ends) - self._minutes(self.begins)) % (24 * 60) >= SHORTEST_DAY:
            raise ValueError("a day lasts four hours at least")
        return self

    @staticmethod
    def _minutes(at: time) -> int:
        return at.hour * 60 + at.minute

    @property
    def past_midnight(self) -> bool:
        return self.ends <= self.begins


USUAL_DAY = WakingHours(begins=time(7), ends=time(23))


class PartsOfDay(Schema):
    """Which hours somebody means by the parts of their day, one after the other."""

    morning: WallTime = USUAL_PARTS.morning
    noon: WallTime = USUAL_PARTS.noon
    afternoon: WallTime = USUAL_PARTS.afternoon
    evening: WallTime = USUAL_PARTS.evening
    night: WallTime = USUAL_PARTS.night

    @model_validator(mode="after")
    def _follow_each_other(self) -> "PartsOfDay":
        hours = [self.morning, self.noon, self.afternoon, self.evening, self.night]
        if any(later <= earlier for earlier, later in pairwise(hours)):
            raise ValueError("morning, noon, afternoon, evening and night follow each other within a day")
        return self


class Preferences(Schema):
    """What a person chose about how Cairn looks, and how their days run.

    Args:
        day: When their day begins and ends; `null` for as usual, 07:00 to 23:00.
        parts: What "morning" and its kin mean in their words; `null` for 09:00, 12:00, 15:00, 19:00 and 21:00.
    """

    theme: Literal["system", "light", "dark"] = "system"
    day: WakingHours | None = None
    parts: PartsOfDay | None = None


class ChangeMe(Schema):
    """What a person changes about themselves; what is left out stays."""

    name: Name | None = None
    time_zone: ZoneName | None = None
    locale: LocaleTag | None = None
    settings: Preferences | None = None


class NewConsent(Schema):
    """What to agree to: a document, in the version that was shown."""

    document: Annotated[str, StringConstraints(max_length=50)] = Field(examples=["terms"])
    version: Annotated[str, StringConstraints(max_length=50)] = Field(examples=["2026-11-26"])


class ConsentOut(BaseModel):
    """Something that a person agreed to.

    Args:
        needed: There is no account without it.
        newest: The version of the document that holds now.
    """

    id: UUID
    document: str
    version: str
    locale: str
    shown_at: Literal["sign-up", "preferences"]
    given_at: datetime
    withdrawn_at: datetime | None
    needed: bool
    newest: str


class UserOut(BaseModel):
    """A person as they see themselves."""

    id: UUID
    version: int
    email: str
    name: str
    time_zone: str
    locale: str
    role: str
    settings: dict[str, Any]
    created_at: datetime


class Registered(BaseModel):
    """The account that was made; absent when a letter must be answered first."""

    user: UserOut | None = None


class SignedInOut(BaseModel):
    """A sign-in: tokens for a program, only `user` for a page (its cookie is set)."""

    user: UserOut
    access_token: str | None = None
    refresh_token: str | None = None
    expires_in: int | None = Field(None, description="Seconds the access token holds.")


class TokenPair(BaseModel):
    """A new pair; the refresh token shown is spent."""

    access_token: str
    refresh_token: str
    expires_in: int


class KeySet(BaseModel):
    """The public keys that check access tokens (RFC 7517)."""

    keys: list[dict[str, Any]]
