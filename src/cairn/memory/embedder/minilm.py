"""all-MiniLM-L6-v2 on this machine: int8, one thread, nothing downloaded."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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

TINY = 1e-9
"""Keeps a division from being one by zero."""

BATCH_TOKENS = 2_048
"""Tokens in one run, padding included: 8 texts of full length or 50 of ordinary ones, in about 20 MB."""

BUILT = Path(__file__).parent / "model"


@dataclass(frozen=True, slots=True)
class Read:
    """A text as the model read it.

    Args:
        vector: What it means as a whole, of length one, shape (384). With a context: what the text means in it.
        tokens: What each of its tokens means where it stands, of length one, shape (tokens, 384).
        spans: The characters each token stands for, from and up to, shape (tokens, 2).
    """

    vector: NDArray[np.float32]
    tokens: NDArray[np.float32]
    spans: NDArray[np.int64]


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

    def read(self, texts: Sequence[str], contexts: Sequence[str] | None = None) -> list[Read]:
        """Texts with the vectors of their tokens, each read after its context.

        Args:
            contexts: What came before each text, "" for nothing. Its tokens are not given back; its beginning is
                left out where both together are too long.

        Raises:
            ModelMissing: the model's files are not in their folder.
        """
        if not texts:
            return []
        with self._loading:
            session, tokenizer = self._session, self._tokenizer
        texts = [text[:MOST_CHARACTERS] for text in texts]
        befores = contexts if contexts is not None else [""] * len(texts)
        encoded = [
            _joined(tokenizer, before[-MOST_CHARACTERS:], text) for before, text in zip(befores, texts, strict=True)
        ]
        made: dict[int, Read] = {}
        for rows in batches([len(one.ids) for one in encoded]):
            ids, mask = padded([encoded[row].ids for row in rows])
            means, tokens = session.run(["embedding", "tokens"], {"ids": ids, "mask": mask})
            for place, row in enumerate(rows):
                made[row] = _read(encoded[row], tokens[place], means[place])
        return [made[row] for row in range(len(texts))]

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


@dataclass(frozen=True, slots=True)
class _Joined:
    """Tokens of a context and a text: those of the text are `ids[first:last]`."""

    ids: Sequence[int]
    first: int
    last: int
    spans: NDArray[np.int64]
    alone: bool


def _joined(tokenizer: "tokenizers.Tokenizer", before: str, text: str) -> _Joined:
    own = tokenizer.encode(text)
    spans = np.array(own.offsets[1:-1], np.int64).reshape(-1, 2)
    # The context is cut at its beginning, since what was said last is nearest.
    room = MOST_TOKENS - len(own.ids)
    context = tokenizer.encode(before, add_special_tokens=False).ids[-room:] if before and room > 0 else []
    ids = [own.ids[0], *context, *own.ids[1:]]
    return _Joined(ids, 1 + len(context), len(ids) - 1, spans, not context)


def _read(joined: _Joined, tokens: NDArray[np.float32], mean: NDArray[np.float32]) -> Read:
    own = tokens[joined.first : joined.last]
    own = own / np.maximum(np.linalg.norm(own, axis=1, keepdims=True), TINY)
    if joined.alone or not len(own):
        return Read(mean.copy(), own, joined.spans)
    vector = own.mean(axis=0)
    return Read(vector / max(float(np.linalg.norm(vector)), TINY), own, joined.spans)


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
