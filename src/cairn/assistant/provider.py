"""The language model, loaded when it is first asked."""

import asyncio
from typing import TYPE_CHECKING

import httpx2

from cairn.assistant.settings import AssistantSettings
from cairn.platform.transactions import outside

if TYPE_CHECKING:
    from pydantic_ai.models import Model


class LanguageModel:
    """The model of a process. Its libraries cost seconds and a hundred megabytes: nobody pays who sets none."""

    def __init__(self, settings: AssistantSettings) -> None:
        self._settings = settings
        self._loading = asyncio.Lock()
        self._client: httpx2.AsyncClient | None = None
        self._model: Model | None = None

    @property
    def configured(self) -> bool:
        return self._settings.model is not None

    async def get(self) -> "Model":
        """The model; the first time its libraries are loaded, in a thread, so that nobody else waits for them."""
        outside()
        async with self._loading:
            if self._model is None:
                self._client = httpx2.AsyncClient(timeout=self._settings.model_seconds)
                self._model = await asyncio.to_thread(self._build, self._client)
        return self._model

    def _build(self, client: httpx2.AsyncClient) -> "Model":
        # Loaded here, in the thread, for who asks next.
        import cairn.assistant.agent.reading
        import cairn.assistant.agent.splitting
        import cairn.assistant.agent.talking  # noqa: F401
        from cairn.assistant.agent.models import build

        return build(self._settings, client)

    async def aclose(self) -> None:
        if self._client is not None:
            await self._client.aclose()
