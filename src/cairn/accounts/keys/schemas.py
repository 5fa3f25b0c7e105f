"""Keys as the API takes and shows them."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints

from cairn.platform.http import Schema

KeyName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
ScopeName = Annotated[str, StringConstraints(min_length=1, max_length=100)]


class NewKey(Schema):
    """A key to be made. Each thing it may do is named: what Cairn learns to do later isn't among them."""

    name: KeyName = Field(description="What it is for, in the person's own words.", examples=["Obsidian"])
    scopes: Annotated[list[ScopeName], Field(min_length=1, max_length=100)] = Field(
        description="What it may do, of what `/me/keys/scopes` lists.", examples=[["tasks:read:own"]]
    )
    expires_in_days: Annotated[int, Field(ge=1, le=365)] = Field(90, description="For how many days it works.")


class KeyOut(BaseModel):
    """A key, without its secret.

    Args:
        prefix: How it begins, to tell it from others.
        scopes: What it was made for; it may do no more of it than its person.
        last_used_at: When it was last used, to the minute.
        expires_at: When it stops working, or did.
    """

    id: UUID
    name: str
    prefix: str
    scopes: list[str]
    created_at: AwareDatetime
    expires_at: AwareDatetime
    last_used_at: AwareDatetime | None


class MadeKey(KeyOut):
    """A key that was just made.

    Args:
        key: The key itself. It is shown this once; Cairn keeps only its hash.
    """

    key: str


class ScopeOut(BaseModel):
    """Something a key may be made for.

    Args:
        name: Its name, `resource:action:scope`.
        says: What it lets a program do, in plain words.
    """

    name: str
    says: str
