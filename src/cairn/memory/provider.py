"""Texts to vectors: the Protocol, the model on this machine, and which of them serves whom."""

import asyncio
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cairn.memory.embedder.minilm import MiniLM, ModelMissing, Read
from cairn.memory.embedder.remote import RemoteEmbedder
from cairn.memory.errors import NoEmbedder
from cairn.memory.ranking.tokens import signs
from cairn.memory.settings import MemorySettings
from cairn.platform.transactions import outside


class Embedder(Protocol):
    """Makes vectors of length one whose cosine says how near two texts are in meaning."""

    @property
    def name(self) -> str:
        """The model's name; vectors of another model are made anew."""
        ...

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text.

        Raises:
            NoEmbedder: it can't be asked just now.
        """
        ...


class LocalEmbedder:
    """MiniLM in a thread, loaded when first asked and shared by the whole process."""

    def __init__(self, model: MiniLM) -> None:
        self._model = model

    @property
    def name(self) -> str:
        return self._model.name

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        outside()
        try:
            return await asyncio.to_thread(self._model.embed, texts)
        except ModelMissing as error:
            raise NoEmbedder from error

    async def read(self, text: str) -> Read:
        """A question with the vectors of its tokens.

        Raises:
            NoEmbedder: the model isn't there.
        """
        outside()
        try:
            return (await asyncio.to_thread(self._model.read, [text]))[0]
        except ModelMissing as error:
            raise NoEmbedder from error

    async def token_bits(self, texts: Sequence[str], contexts: Sequence[str]) -> list[bytes]:
        """The signs of the tokens of each text, read after its context: 48 bytes a token.

        Raises:
            NoEmbedder: the model isn't there.
        """
        outside()
        try:
            read = await asyncio.to_thread(self._model.read, texts, contexts)
        except ModelMissing as error:
            raise NoEmbedder from error
        return [signs(one.tokens).tobytes() for one in read]


class Embedders:
    """The models of one process.

    Args:
        local: The one on this machine. Token bits are always its own.
        chosen: The one that the settings name; memories are brought to it.
    """

    def __init__(self, local: LocalEmbedder, chosen: Embedder) -> None:
        self.local = local
        self.chosen = chosen

    def find(self, name: str | None) -> Embedder | None:
        """The model that vectors were made with, so that a question meets its like.

        Returns:
            `None` when there are no vectors, or their model is no longer configured: they can't be compared then.
        """
        return next((one for one in (self.chosen, self.local) if one.name == name), None)

    async def aclose(self) -> None:
        close = getattr(self.chosen, "aclose", None)
        if close is not None:
            await close()


def embedders(settings: MemorySettings) -> Embedders:
    """The models that the settings ask for."""
    local = LocalEmbedder(MiniLM())
    if settings.embedder == "local":
        return Embedders(local, local)
    key = settings.embedder_key.get_secret_value() if settings.embedder_key else None
    return Embedders(local, RemoteEmbedder(settings.embedder, settings.embedder_url, key))
