"""The trail as it is told: to administrators without personal values, to a person with their own."""

from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Query
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

LONGEST = 200


class Outcome(StrEnum):
    """Whether it was done."""

    DONE = "done"
    REFUSED = "refused"


class By(StrEnum):
    """Who did something to a person's account, as that person is told."""

    YOU = "you"
    ADMINISTRATOR = "administrator"
    READER = "reader"
    NOBODY_KNOWN = "nobody_known"
    CAIRN = "cairn"


class About(StrEnum):
    """What of a person's history: what happened to their account, or also all they did with their things."""

    ACCOUNT = "account"
    EVERYTHING = "everything"


class Format(StrEnum):
    """How an export is written."""

    CSV = "csv"
    JSONL = "jsonl"


class EntryFilter(BaseModel):
    """Which entries; all of what is given must hold."""

    action: Annotated[str | None, Query(max_length=LONGEST, description="The action, `resource.verb`.")] = None
    actor: Annotated[UUID | None, Query(description="Who did it.")] = None
    person: Annotated[UUID | None, Query(description="Whose account it is about.")] = None
    subject: Annotated[UUID | None, Query(description="What it was done to.")] = None
    outcome: Annotated[Outcome | None, Query(description="Whether it was done.")] = None
    since: Annotated[AwareDatetime | None, Query(description="From this moment on.")] = None
    until: Annotated[AwareDatetime | None, Query(description="Before this moment.")] = None
    address: Annotated[str | None, Query(max_length=LONGEST, description="The network address it came from.")] = None
    q: Annotated[str | None, Query(max_length=LONGEST, description="Words in the action or the detail.")] = None


class EntryOut(BaseModel):
    """One line of the trail, as administrators see it.

    Args:
        says: What the action means.
        times: How often within a minute, for refusals that were counted together.
        user_id: Whose account it is about.
        actor_id: Who did it; absent for the system, and for whoever wasn't signed in.
        credential: What was shown; `system` where nothing was.
        address, agent: From where; absent once that person is erased.
        changes: The changed fields: `{"before": …, "after": …}`, or `sealed` where only the person may read it, or
            `masked` for secrets.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    at: AwareDatetime
    action: str
    says: str
    outcome: Outcome
    times: int
    user_id: UUID | None
    actor_id: UUID | None
    credential: Literal["page", "session", "key", "person", "system"]
    credential_id: UUID | None
    subject_kind: str
    subject_id: UUID | None
    address: str | None
    agent: str | None
    request_id: str | None
    detail: dict[str, Any]
    changes: dict[str, Any]


class FieldChange(BaseModel):
    """What one field was and is; neither where it is a secret, or can't be read any more."""

    field: str
    before: Any = None
    after: Any = None
    shown: bool = Field(description="Whether the two values can be shown.")


class HistoryEntryOut(BaseModel):
    """Something that happened to a person's account, or that they did, as that person is told.

    Args:
        says: What happened, in the person's language.
        by: Who did it. `reader`: somebody whom they let see it. `nobody_known`: whoever it was wasn't signed in.
        address, agent: From where; not told of an administrator or a reader.
    """

    id: UUID
    at: AwareDatetime
    action: str
    says: str
    outcome: Outcome
    times: int
    by: By
    address: str | None
    agent: str | None
    changes: list[FieldChange]
