"""Texts to vectors: the Protocol, and the model on this machine."""

import asyncio
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from cairn.memory.embedder.minilm import MiniLM, ModelMissing
from cairn.memory.errors import NoEmbedder
from cairn.platform.transactions import outside


class Embedder(Protocol):
    """Makes vectors of length one whose cosine says how near two texts are in meaning."""

    @property
    def name(self) -> str:
        """The model's name; vectors of another model are made anew."""
        ...

    async def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row per text: shape (n, 384).

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
