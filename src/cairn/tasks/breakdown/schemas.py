"""Breaking down as it comes in and goes out."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from cairn.platform.http import Schema
from cairn.tasks.breakdown.parts import Grain
from cairn.tasks.schemas import TaskOut


class BreakDown(Schema):
    """How small the steps are to be.

    Args:
        grain: From 1, a few large ones, to 5, many tiny ones.
        library: False when the procedure that was found isn't meant: the steps fit anything then.
    """

    grain: Annotated[int, Field(ge=min(Grain), le=max(Grain), strict=True)] = Grain.START
    library: bool = True


class BreakdownOut(BaseModel):
    """A task with its new steps.

    Args:
        source: Who wrote them: the library of procedures, a model, or the scaffold that fits anything.
        procedure: What the library calls it, if it knows how.
    """

    task: TaskOut
    source: Literal["library", "model", "scaffold"]
    procedure: str | None
