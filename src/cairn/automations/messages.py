"""What happens to automations, and what is done later."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event, Job


class AutomationChanged(Event):
    """An automation was made, changed, paused, resumed or deleted."""

    kind: ClassVar[str] = "automation.changed"
    automation_id: UUID


class RunChanged(Event):
    """A run began or came to its end."""

    kind: ClassVar[str] = "automation.run_changed"
    automation_id: UUID
    run_id: UUID
    state: str


class PromptDue(Event):
    """It is time to ask what an automation asks. Whoever talks with models listens and says it, once for each run."""

    kind: ClassVar[str] = "automation.prompt_due"
    live: ClassVar[bool] = False
    automation_id: UUID
    run_id: UUID


class RunAutomation(Job):
    """Do what a run is for; nothing to do when it is over."""

    name: ClassVar[str] = "automations.run"
    priority: ClassVar[int] = 3
    run_id: UUID


class TrimRuns(Job):
    """Let go of what came of runs long ago."""

    name: ClassVar[str] = "automations.trim_runs"
    priority: ClassVar[int] = -20
