"""The assistant as the rest sees it. It keeps nothing of its own: a turn's ledger belongs to the conversation."""

from cairn.assistant.permissions import CAPTURE
from cairn.assistant.settings import AssistantSettings
from cairn.assistant.tools import tools
from cairn.platform.feature import Feature

feature = Feature(name="assistant", tools=tools, permissions=[CAPTURE], settings=[AssistantSettings])
