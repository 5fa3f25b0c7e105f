"""How long conversations are kept word for word."""

from pydantic import Field

from cairn.platform.settings import Section


class ChatSettings(Section):
    """Conversations."""

    transcript_days: int = Field(
        90,
        ge=1,
        description="Days after which the words of a conversation go. What memory keeps of them stays until forgotten.",
    )
