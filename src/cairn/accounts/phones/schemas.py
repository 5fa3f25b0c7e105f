"""Phone numbers as the API takes and shows them."""

from typing import Annotated

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints

from cairn.platform.http import Schema
from cairn.sms.schemas import State

Number = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=40)]
Region = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Code = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]


class GivePhone(Schema):
    """A number to be confirmed."""

    number: Number = Field(description="With its country, `+351 912 345 678`, or as it is written at home.")
    region: Region | None = Field(
        None, description="The country of a number without `+`, such as PT; by default that of your time zone."
    )


class ConfirmPhone(Schema):
    """The code that was sent."""

    code: Code = Field(description="The six digits of the newest text.")


class WaitingPhone(BaseModel):
    """A number that waits for its code.

    Args:
        number: Its country and last two digits.
        text: What became of the newest text; absent while it waits to be handed over.
        until: When the newest code ends.
    """

    number: str
    text: State | None
    until: AwareDatetime


class PhoneOut(BaseModel):
    """A person's phone number, masked.

    Args:
        can_text: Whether this Cairn sends texts.
        kept: Whether texts wait here instead of going to the phone.
        number: The confirmed one.
        waiting: One that is to take its place.
    """

    can_text: bool
    kept: bool
    number: str | None
    verified_at: AwareDatetime | None
    waiting: WaitingPhone | None
