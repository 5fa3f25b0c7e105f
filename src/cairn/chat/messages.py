"""What happens in conversations, and what is done later."""

from typing import ClassVar
from uuid import UUID

from cairn.platform.messages import Event, Job


class MessageSaid(Event):
    """A person said something; it is stored."""

    kind: ClassVar[str] = "message.said"
    message_id: UUID
    conversation_id: UUID


class MessageAnswered(Event):
    """A message has its answer."""

    kind: ClassVar[str] = "message.answered"
    message_id: UUID
    reply_id: UUID
    conversation_id: UUID


class ConversationChanged(Event):
    """A conversation was made, renamed, archived or deleted."""

    kind: ClassVar[str] = "conversation.changed"
    conversation_id: UUID


class ProposalDecided(Event):
    """A person said yes or no to what a model had proposed."""

    kind: ClassVar[str] = "proposal.decided"
    proposal_id: UUID
    turn_id: UUID


class ResumeTurn(Job):
    """Finish a turn whose process ended before it did; nothing to do when it is done.

    Args:
        key_id: The key that said it, if one did: the turn does no more than it may.
    """

    name: ClassVar[str] = "chat.resume_turn"
    priority: ClassVar[int] = 5
    turn_id: UUID
    key_id: UUID | None = None


class LearnMessage(Job):
    """Let memory keep what was said in a message."""

    name: ClassVar[str] = "chat.learn_message"
    message_id: UUID


class TrimTranscripts(Job):
    """Let go of what was said longer ago than transcripts are kept."""

    name: ClassVar[str] = "chat.trim_transcripts"
    priority: ClassVar[int] = -20
