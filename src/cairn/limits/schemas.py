"""Limits as administrators see them."""

from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict


class ViolationOut(BaseModel):
    """Requests that one limit refused, of one person or network, within an hour.

    Args:
        policy: The limit: `burst` and `day` are of a person, `address` and `everybody` of where requests come from,
            `sign-in`, `letter`, `register` and `link` of the way in.
        user_id: Whose requests they were, where somebody was signed in.
        network: The address they came from; of IPv6 the network.
        began_at: The hour's beginning.
        last_at: The last of them.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    policy: str
    user_id: UUID | None
    network: str
    began_at: AwareDatetime
    last_at: AwareDatetime
    refused: int


class PolicyOut(BaseModel):
    """One limit: so many requests in so many seconds."""

    name: str
    quota: int
    seconds: int


class LimitsOut(BaseModel):
    """The limits as they are set.

    Args:
        counted: False while they are turned off.
        shared: Whether processes count together.
    """

    counted: bool
    shared: bool
    policies: list[PolicyOut]
