"""What is told of texts."""

from uuid import UUID

from cairn.platform.messages import Event


class TextChanged(Event):
    """A text is a step further: queued, sent, delivered or failed. Reports are heard in the system's own unit of work.

    Args:
        text_id: The text.
        key: As whoever sent it named it.
        state: One of `State`.
    """

    kind = "text.changed"

    text_id: UUID
    key: str
    state: str
