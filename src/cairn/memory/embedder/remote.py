"""An embedding model on a server that speaks OpenAI's protocol; Ollama does."""

import asyncio
from collections.abc import Sequence

import httpx2
import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ValidationError

from cairn.memory.errors import NoEmbedder
from cairn.platform.transactions import outside

URLS = {"openai": "https://api.openai.com/v1", "ollama": "http://localhost:11434/v1"}
SECONDS = 30
"""For the whole answer, however slowly it drips."""

MOST_DIMENSIONS = 16_000
"""What pgvector keeps of halves."""


class _Row(BaseModel):
    index: int
    embedding: list[float]


class _Answer(BaseModel):
    data: list[_Row]


class RemoteEmbedder:
    """Asks a server for vectors.

    Args:
        model: `openai:NAME` or `ollama:NAME`.
        url: The server's address; the provider's usual one, if left out.
        key: What the server wants to see, if anything.
    """

    def __init__(self, model: str, url: str | None, key: str | None) -> None:
        self.name = model
        provider, _, self._model = model.partition(":")
        self._url = f"{(url or URLS[provider]).rstrip('/')}/embeddings"
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._client: httpx2.AsyncClient | None = None

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one per text.

        Raises:
            NoEmbedder: the server doesn't answer, refuses, or answers something else.
        """
        outside()
        if self._client is None:
            self._client = httpx2.AsyncClient(timeout=SECONDS, headers=self._headers)
        try:
            async with asyncio.timeout(SECONDS):
                answer = await self._client.post(self._url, json={"model": self._model, "input": list(texts)})
            answer.raise_for_status()
            rows = sorted(_Answer.model_validate_json(answer.content).data, key=lambda row: row.index)
            with np.errstate(over="ignore"):  # what is too large becomes infinite, and is refused below
                vectors = np.array([row.embedding for row in rows], np.float32)
        except (httpx2.HTTPError, TimeoutError, ValidationError, ValueError) as error:
            # Neither the address nor what was sent belongs into a log.
            raise NoEmbedder from error
        if [row.index for row in rows] != list(range(len(texts))) or not _can_be_kept(vectors):
            raise NoEmbedder
        lengths = np.linalg.norm(vectors.astype(np.float64), axis=1, keepdims=True)
        made: NDArray[np.float32] = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
        return made

    async def aclose(self) -> None:
        if self._client is not None:
            await self._client.aclose()


def _can_be_kept(vectors: NDArray[np.float32]) -> bool:
    return vectors.ndim == 2 and 0 < vectors.shape[1] <= MOST_DIMENSIONS and bool(np.isfinite(vectors).all())
