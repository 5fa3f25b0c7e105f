"""Talks with a language model, where one is configured. Importing this loads the model libraries."""

from cairn.assistant.agent.conversation import Told
from cairn.assistant.agent.talking import talk

__all__ = ["Told", "talk"]
