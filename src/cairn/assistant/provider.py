"""The language model, loaded when it is first asked."""

from typing import TYPE_CHECKING

import httpx2

from cairn.assistant.settings import AssistantSettings

if TYPE_CHECKING:
    from pydantic_ai.models import Model


class LanguageModel:
    """The model of a process. Its libraries cost seconds and a hundred megabytes: nobody pays who sets none."""

    def __init__(self, settings: AssistantSettings) -> None:
        self._settings = settings
        self._model: Model | None = None
        self._client: httpx2.AsyncClient | None = None

    def get(self) -> "Model":
        if self._model is None:
            from cairn.assistant.agent.models import build

            self._client = httpx2.AsyncClient(timeout=self._settings.model_seconds)
            self._model = build(self._settings, self._client)
        return self._model

    async def aclose(self) -> None:
        if self._client is not None:
            await self._client.aclose()
