"""Automations as they come in, as they go out, and as an undo puts them back."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from cairn.automations.models import Came, State, What, Why
from cairn.platform.http import Schema

__all__ = ["AutomationOut", "AutomationPatch", "Came", "NewAutomation", "RunOut", "State", "What", "Why"]

Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]
Prompt = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]
TimeInWords = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
RuleText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]


class NewAutomation(Schema):
    """A new automation: its schedule in words as `when`, or as `begins` with an `rrule`.

    Args:
        name: What you call it; named after what it does, if left out.
        prompt: What is said to the assistant each time; of `what: prompt` alone.
        begins: The first moment. Its time of day, on the clock where you are, is that of every other.
    """

    what: What
    name: Name = ""
    prompt: Prompt = ""
    when: Annotated[TimeInWords | None, Field(examples=["every Sunday at 18:00"])] = None
    begins: AwareDatetime | None = None
    rrule: Annotated[RuleText | None, Field(examples=["FREQ=WEEKLY;BYDAY=SU"])] = None

    @model_validator(mode="after")
    def _one_schedule(self) -> "NewAutomation":
        if (self.when is None) == (self.begins is None) or (self.begins is None) != (self.rrule is None):
            raise ValueError("give either when, or begins with an rrule")
        return self


class AutomationPatch(Schema):
    """What to change; what isn't named stays. A new schedule counts from now."""

    name: Annotated[Name, StringConstraints(min_length=1)] | None = None
    prompt: Annotated[Prompt, StringConstraints(min_length=1)] | None = None
    when: TimeInWords | None = None
    begins: AwareDatetime | None = None
    rrule: RuleText | None = None

    @model_validator(mode="after")
    def _names_something(self) -> "AutomationPatch":
        given = self.model_fields_set
        if not given:
            raise ValueError("name at least one field to change")
        for name in given:
            if getattr(self, name) is None:
                raise ValueError(f"{name} can't be null")
        if (self.when is not None and self.begins is not None) or (self.begins is None) != (self.rrule is None):
            raise ValueError("give either when, or begins with an rrule")
        return self


class RunOut(BaseModel):
    """One moment at which an automation ran, or should have.

    Args:
        scheduled_for: The moment it was for.
        by_hand: You asked for it, rather than the schedule.
        state: `waiting`, `running`, `done`, `failed`, or `skipped`.
        why: Why it came to nothing: there is `no_model`, the day's `budget` was used up, it was `paused` or `deleted`
            meanwhile, the `model` didn't answer, or there was `trouble` on our side.
        late: It ran more than five minutes after its moment: nobody was there to run it.
        came: What it produced, a `notice`, a `review` or a `turn` of the conversation that has the automation's id;
            `came_id` says which.
        requests: Requests to a language model that were answered.
        tokens: Tokens read and written for them.
    """

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    automation_id: UUID
    scheduled_for: AwareDatetime
    by_hand: bool
    state: State
    why: Why
    late: bool
    started_at: AwareDatetime | None
    finished_at: AwareDatetime | None
    came: Came | None
    came_id: UUID | None
    requests: int
    tokens: int


class AutomationOut(BaseModel):
    """An automation.

    Args:
        rule_words: How it repeats, in your language.
        next_words: When it runs next, in your language.
        due_at: When it runs next; absent while it is paused, and once nothing follows.
        asks_model: It can run only where there is a language model.
        ready: Whether there is, if it needs one.
        last: What came of the latest run.
    """

    id: UUID
    version: int
    name: str
    what: What
    prompt: str
    rrule: str
    rule_words: str
    zone: str
    due_at: AwareDatetime | None
    next_words: str | None
    paused_at: AwareDatetime | None
    created_at: AwareDatetime
    asks_model: bool
    ready: bool
    last: RunOut | None
