"""What happens to plans, and what is done later."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event, Job


class PlanChanged(Event):
    """A plan was made, changed, paused, resumed or deleted, or its next time moved."""

    kind: ClassVar[str] = "plan.changed"
    plan_id: UUID


class PlanBegan(Event):
    """The cue of a plan came, or its person said something of that time."""

    kind: ClassVar[str] = "plan.began"
    plan_id: UUID
    beginning_id: UUID


class BeginPlan(Job):
    """Tell a plan whose time has come; nothing to do when its time has moved meanwhile."""

    name: ClassVar[str] = "plans.begin"
    priority: ClassVar[int] = 5
    plan_id: UUID
    due_at: datetime


class Arrived(Job):
    """A phone says that its person is there."""

    name: ClassVar[str] = "plans.arrived"
    priority: ClassVar[int] = 5
    plan_id: UUID
    at: datetime


class LookAhead(Job):
    """Work out anew when a person's plans begin next."""

    name: ClassVar[str] = "plans.look_ahead"
    priority: ClassVar[int] = -20
