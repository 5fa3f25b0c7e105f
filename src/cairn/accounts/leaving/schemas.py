"""What goes in and out when somebody leaves."""

from typing import Annotated

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints

from cairn.platform.http import Schema


class Leave(Schema):
    """The wish to leave, with the address typed out so that it is no slip."""

    email: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=254)] = Field(
        description="The address of the account.", examples=["rita@example.org"]
    )


class LeavingOut(BaseModel):
    """When the account goes."""

    leaves_at: AwareDatetime
