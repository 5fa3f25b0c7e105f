"""The use of the language model as it goes out."""

from datetime import date

from pydantic import AwareDatetime, BaseModel, ConfigDict


class DayOut(BaseModel):
    """What one day took.

    Args:
        cost_micros: In millionths of the currency.
        millis: How long it was waited for.
    """

    model_config = ConfigDict(from_attributes=True)

    day: date
    requests: int = 0
    tokens_read: int = 0
    tokens_written: int = 0
    cost_micros: int = 0
    millis: int = 0


class LimitsOut(BaseModel):
    """What a day may take; 0 sets no limit.

    Args:
        millis: How long the model may work for them.
    """

    model_config = ConfigDict(from_attributes=True)

    requests: int
    tokens: int
    cost_micros: int
    millis: int


class UsageOut(BaseModel):
    """The use of the language model today.

    Args:
        configured: Whether there is one at all.
        currency: Of the costs.
        again_at: When it is there again, if it is used up.
    """

    configured: bool
    today: DayOut
    limits: LimitsOut
    currency: str
    again_at: AwareDatetime | None = None
