"""all-MiniLM-L6-v2 on this machine: int8, one thread, nothing downloaded."""

import threading
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

DIMENSIONS = 384
MOST_TOKENS = 256
"""What the model was trained to read; the rest of a longer text is left out."""

MOST_CHARACTERS = 32_768
"""Cut before tokenising. A token stands for at most 100 characters, so no text loses one of its first 256."""

BATCH_TOKENS = 2_048
"""Tokens in one run, padding included: 8 texts of full length or 50 of ordinary ones, in about 20 MB."""

BUILT = Path(__file__).parent / "model"


class ModelMissing(Exception):
    """The embedding model has not been built. Run `make embedder`, or install Cairn from its wheel."""


class MiniLM:
    """Text to vectors. Loaded when first asked, since a process that never embeds should not pay for it.

    Safe to share between threads. `embed` keeps a core busy: coroutines call it with `asyncio.to_thread`.
    """

    dimensions = DIMENSIONS
    name = "all-MiniLM-L6-v2/int8"

    def __init__(self, folder: Path = BUILT) -> None:
        self._folder = folder
        self._loading = threading.Lock()

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one per text, in the order of the texts: shape (n, 384).

        Raises:
            ModelMissing: the model's files are not in their folder.
        """
        vectors = np.empty((len(texts), DIMENSIONS), np.float32)
        if not texts:
            return vectors
        with self._loading:
            session, tokenizer = self._session, self._tokenizer
        # One at a time: the tokenizer's own batches start a thread per core.
        encoded = [tokenizer.encode(text[:MOST_CHARACTERS]).ids for text in texts]
        for rows in batches([len(ids) for ids in encoded]):
            ids, mask = padded([encoded[row] for row in rows])
            vectors[rows] = session.run(["embedding"], {"ids": ids, "mask": mask})[0]
        return vectors

    @cached_property
    def _session(self) -> "onnxruntime.InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        # The arena keeps the most it ever needed while the process lives: 90 MB here, and no faster.
        options.enable_cpu_mem_arena = False
        options.enable_mem_pattern = False
        return onnxruntime.InferenceSession(self._file("minilm.int8.onnx"), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> "tokenizers.Tokenizer":
        import tokenizers

        tokenizer = tokenizers.Tokenizer.from_file(self._file("tokenizer.json"))
        tokenizer.enable_truncation(MOST_TOKENS)
        tokenizer.no_padding()
        return tokenizer

    def _file(self, name: str) -> str:
        path = self._folder / name
        if not path.is_file():
            raise ModelMissing
        return str(path)


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Row numbers in groups of like length, so that little is padded and no run needs much memory."""
    rows: list[int] = []
    for row in sorted(range(len(lengths)), key=lengths.__getitem__):
        if rows and lengths[row] * (len(rows) + 1) > BATCH_TOKENS:
            yield rows
            rows = []
        rows.append(row)
    if rows:
        yield rows


def padded(encoded: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Token ids and the mask of those that are real, both (texts, tokens of the longest)."""
    shape = (len(encoded), max(len(ids) for ids in encoded))
    ids, mask = np.zeros(shape, np.int64), np.zeros(shape, np.float32)
    for row, tokens in enumerate(encoded):
        ids[row, : len(tokens)] = tokens
        mask[row, : len(tokens)] = 1
    return ids, mask
