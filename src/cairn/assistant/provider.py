"""The language models, loaded when they are first asked."""

import asyncio
from typing import TYPE_CHECKING

import httpx2

from cairn.assistant.settings import AssistantSettings
from cairn.platform.transactions import outside

if TYPE_CHECKING:
    from pydantic_ai.models import Model

    from cairn.assistant.agent.models import Chain


class LanguageModel:
    """The models of a process. Their libraries cost seconds and a hundred megabytes: nobody pays who sets none."""

    def __init__(self, settings: AssistantSettings) -> None:
        self._settings = settings
        self._loading = asyncio.Lock()
        self._client: httpx2.AsyncClient | None = None
        self._models: list[Model] = []

    @property
    def configured(self) -> bool:
        return self._settings.model is not None

    async def get(self) -> "Chain":
        """The models for one turn; the first time their libraries are loaded, in a thread: nobody else waits."""
        outside()
        async with self._loading:
            if not self._models:
                self._client = httpx2.AsyncClient(timeout=self._settings.model_seconds)
                self._models = await asyncio.to_thread(self._build, self._client)
        from cairn.assistant.agent.models import Chain

        return Chain(self._models, self._settings.model_seconds)

    def _build(self, client: httpx2.AsyncClient) -> "list[Model]":
        # Loaded here, in the thread, for who asks next.
        import cairn.assistant.agent.reading
        import cairn.assistant.agent.splitting
        import cairn.assistant.agent.talking  # noqa: F401
        from cairn.assistant.agent.models import build

        named = self._settings.models
        return [build(one, client, alone=one is named[-1]) for one in named]

    async def aclose(self) -> None:
        if self._client is not None:
            await self._client.aclose()
