"""The language model as memory uses it: to read facts in what was said."""

from collections.abc import Sequence

from cairn.assistant.provider import LanguageModel
from cairn.assistant.settings import AssistantSettings
from cairn.assistant.tracing import Tracing
from cairn.memory.service import Answer, ToRead
from cairn.platform.actor import Actor


class ModelReader:
    """Fulfils memory's `Extractor` with the model that answers messages, under the same limit of time."""

    def __init__(self, model: LanguageModel, settings: AssistantSettings, tracing: Tracing) -> None:
        self._model = model
        self._tracing = tracing
        self._settings = settings

    @property
    def configured(self) -> bool:
        return self._model.configured

    @property
    def longest_seconds(self) -> float:
        return self._settings.model_seconds

    async def extract(self, actor: Actor, memories: Sequence[ToRead], answer_tokens: int) -> Answer:
        chain = await self._model.get()
        from cairn.assistant.agent.metering import MeteredModel
        from cairn.assistant.agent.reading import read

        metered = MeteredModel(chain, actor)
        return await read(metered, memories, answer_tokens, self._settings.model_seconds, self._tracing)
