"""How many automations a person may have, and how often they may ask the language model."""

from pydantic import Field

from cairn.platform.settings import Section


class AutomationSettings(Section):
    """Automations."""

    automations: int = Field(20, ge=0, description="Automations that a person may have, paused ones included.")
    automation_prompts: int = Field(
        12, ge=0, description="Times a day that a person's automations may ask the language model, all together."
    )
    automation_days: int = Field(90, ge=1, description="Days after which what came of a run is no longer listed.")
