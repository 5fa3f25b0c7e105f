"""The assistant as the rest sees it. It keeps nothing of its own: a turn's ledger belongs to the conversation."""

from collections.abc import Mapping

from cairn.assistant.permissions import CAPTURE
from cairn.assistant.provider import LanguageModel
from cairn.assistant.settings import AssistantSettings
from cairn.assistant.tools import tools
from cairn.platform.feature import Feature
from cairn.platform.runtime import Runtime


def provide(runtime: Runtime) -> Mapping[type, object]:
    return {LanguageModel: LanguageModel(runtime.settings.of(AssistantSettings))}


feature = Feature(name="assistant", tools=tools, permissions=[CAPTURE], settings=[AssistantSettings], provide=provide)
