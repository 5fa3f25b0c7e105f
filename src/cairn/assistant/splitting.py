"""The language model as tasks use it: to divide one into steps."""

from cairn.assistant.provider import LanguageModel
from cairn.assistant.settings import AssistantSettings
from cairn.assistant.tracing import Tracing
from cairn.platform.actor import Actor
from cairn.tasks.breakdown.service import SplitStep, ToSplit


class ModelSplitter:
    """Fulfils the `Splitter` of tasks with the model that answers messages, under the same limit of time."""

    def __init__(self, model: LanguageModel, settings: AssistantSettings, tracing: Tracing) -> None:
        self._model = model
        self._tracing = tracing
        self._settings = settings

    @property
    def configured(self) -> bool:
        return self._model.configured

    async def split(self, actor: Actor, task: ToSplit) -> list[SplitStep]:
        chain = await self._model.get()
        from cairn.assistant.agent.metering import MeteredModel
        from cairn.assistant.agent.splitting import split

        return await split(MeteredModel(chain, actor), task, self._settings.model_seconds, self._tracing)
