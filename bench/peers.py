"""The same questions of the same talk, asked of Cairn and of its peers in one run.

All compare with vectors of the same MiniLM model, made beforehand for what is kept and in the search for what is asked.
A peer gets each turn as "speaker: text", stored word for word (no model rewrites it), and the question as it is; "names
taken out" stands for plain search over the text alone, with the speakers' names taken out of the question as in Cairn.

Run: `python -m bench.peers [FILE] [TALKS] [--site FOLDER]`. Peers that can be imported take part; none is a dependency
of Cairn. `pip install --target FOLDER mem0ai chromadb langgraph-checkpoint-postgres` keeps them apart.
"""

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from importlib import import_module
from time import perf_counter
from typing import Any, Protocol

import numpy as np
import psycopg
from numpy.typing import NDArray

from bench.conversations import UNANSWERABLE, Talk, named
from bench.locomo import measures
from bench.people import on_a_server, person, quantile
from bench.recall import answers, keep
from cairn.app.embedded import EmbeddedPostgres
from cairn.memory.embedder.minilm import MiniLM
from cairn.memory.making import as_text
from cairn.memory.ranking import bm25
from cairn.memory.ranking.question import ask
from cairn.memory.ranking.words import hashes_of, packed
from cairn.platform.runtime import Runtime

MOST = 50
Vector = NDArray[np.float32]


class Vectors:
    """MiniLM, with what is kept embedded once for all."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._model = MiniLM()
        self._made = dict(zip(texts, self._model.embed(texts), strict=True))

    def of(self, text: str) -> Vector:
        made: Vector | None = self._made.get(text)
        return made if made is not None else self._model.embed([text])[0]


class Peer(Protocol):
    """Something that keeps talks and finds places in them."""

    def keep(self, number: int, talk: Talk) -> None: ...
    def ask(self, number: int, question: str) -> Sequence[int]: ...


def spoken(talk: Talk) -> list[str]:
    return [f"{turn.speaker}: {turn.text}" for turn in talk.turns]


class PlainCosine:
    """pgvector alone: the nearest of a person's vectors, all compared."""

    def __init__(self, vectors: Vectors, url: str, *, bare: bool) -> None:
        self._vectors, self._bare = vectors, bare
        self._talks: dict[int, Talk] = {}
        self._table = f"peer_cosine_{'bare' if bare else 'spoken'}"
        self._database = psycopg.connect(url, autocommit=True)
        self._database.execute(f"create table {self._table} (person int, place int, vector halfvec(384))")

    def keep(self, number: int, talk: Talk) -> None:
        self._talks[number] = talk
        texts = [turn.text for turn in talk.turns] if self._bare else spoken(talk)
        rows = as_text(np.array([self._vectors.of(text) for text in texts]))
        with self._database.cursor().copy(f"copy {self._table} from stdin") as copy:
            for place, vector in enumerate(rows):
                copy.write(f"{number}\t{place}\t{vector}\n")

    def ask(self, number: int, question: str) -> Sequence[int]:
        asked = ask(question, self._talks[number].speakers).text if self._bare else question
        nearest = f"select place from {self._table} where person = %s order by vector <=> %s::halfvec limit %s"
        found = self._database.execute(nearest, (number, as_text(self._vectors.of(asked)[None])[0], MOST))
        return [place for (place,) in found]


class WordsAlone:
    """BM25 alone, as Cairn counts it."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Talk, bm25.Kept]] = {}

    def keep(self, number: int, talk: Talk) -> None:
        self._kept[number] = talk, bm25.Kept.of([packed(hashes_of(turn.text)) for turn in talk.turns])

    def ask(self, number: int, question: str) -> Sequence[int]:
        talk, kept = self._kept[number]
        found: list[int] = bm25.match(ask(question, talk.speakers).terms, kept).best(MOST).tolist()
        return found


class Chroma:
    def __init__(self, vectors: Vectors) -> None:
        chromadb = import_module("chromadb")
        settings = chromadb.Settings(anonymized_telemetry=False)
        client = chromadb.EphemeralClient(settings)
        self._vectors = vectors
        self._kept = client.create_collection("peer", metadata={"hnsw:space": "cosine"}, embedding_function=None)

    def keep(self, number: int, talk: Talk) -> None:
        texts = spoken(talk)
        self._kept.add(
            ids=[f"{number}:{place}" for place in range(len(texts))],
            embeddings=[self._vectors.of(text) for text in texts],
            documents=texts,
            metadatas=[{"person": number} for _ in texts],
        )

    def ask(self, number: int, question: str) -> Sequence[int]:
        vector = self._vectors.of(question)
        found = self._kept.query(query_embeddings=[vector], n_results=MOST, where={"person": number}, include=[])
        return [int(one.partition(":")[2]) for one in found["ids"][0]]


class LangGraph:
    def __init__(self, vectors: Vectors, url: str, stack: ExitStack) -> None:
        def embed(texts: Sequence[str]) -> list[list[float]]:
            return [vectors.of(text).tolist() for text in texts]

        index = {"dims": 384, "embed": embed, "fields": ["text"]}
        self._store: Any = stack.enter_context(
            import_module("langgraph.store.postgres").PostgresStore.from_conn_string(url, index=index)
        )
        self._store.setup()

    def keep(self, number: int, talk: Talk) -> None:
        for place, text in enumerate(spoken(talk)):
            self._store.put(("memories", str(number)), str(place), {"text": text})

    def ask(self, number: int, question: str) -> Sequence[int]:
        found = self._store.search(("memories", str(number)), query=question, limit=MOST)
        return [int(one.key) for one in found]


class Mem0:
    def __init__(self, vectors: Vectors, url: str, stack: ExitStack) -> None:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        os.environ.update(MEM0_DIR=folder, MEM0_TELEMETRY="False")
        store = {"connection_string": url, "collection_name": "peer_mem0", "embedding_model_dims": 384}
        model = {"provider": "openai", "config": {"api_key": "none"}}  # never asked: nothing is inferred
        self._memory: Any = import_module("mem0").Memory.from_config(
            {
                "vector_store": {"provider": "pgvector", "config": store},
                "llm": model,
                "embedder": model,
                "history_db_path": f"{folder}/history.db",
            }
        )
        self._memory.embedding_model = _AsMem0Embeds(vectors)

    def keep(self, number: int, talk: Talk) -> None:
        for place, text in enumerate(spoken(talk)):
            self._memory.add(text, user_id=str(number), metadata={"place": place}, infer=False)

    def ask(self, number: int, question: str) -> Sequence[int]:
        found = self._memory.search(question, filters={"user_id": str(number)}, top_k=MOST, threshold=0.0)
        return [one["metadata"]["place"] for one in found["results"]]


class _AsMem0Embeds:
    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors

    def embed(self, text: str, memory_action: str | None = None) -> list[float]:
        embedded: list[float] = self._vectors.of(text).tolist()
        return embedded

    def embed_batch(self, texts: Sequence[str], memory_action: str | None = None) -> list[list[float]]:
        return [self.embed(text) for text in texts]


def compare(every: Sequence[Talk], url: str) -> None:
    """A row of the table for each peer that is there."""
    vectors = Vectors([text for talk in every for text in (*spoken(talk), *(turn.text for turn in talk.turns))])
    with ExitStack() as stack:
        peers: dict[str, Callable[[], Peer]] = {
            "mem0, pgvector, hybrid": lambda: Mem0(vectors, url, stack),
            "Chroma": lambda: Chroma(vectors),
            "LangGraph PostgresStore": lambda: LangGraph(vectors, url, stack),
            "pgvector alone": lambda: PlainCosine(vectors, url, bare=False),
            "pgvector alone, names taken out": lambda: PlainCosine(vectors, url, bare=True),
            "BM25 alone, names taken out": WordsAlone,
        }
        missing = []
        for name, make in peers.items():
            try:
                peer = make()
            except ImportError as error:
                missing.append(f"{name} ({error})")
                continue
            _measure(name, peer, every)
    if missing:
        print(f"\nnot there: {', '.join(missing)}")


def _measure(name: str, peer: Peer, every: Sequence[Talk]) -> None:
    began = perf_counter()
    for number, talk in enumerate(every):
        peer.keep(number, talk)
    kept = perf_counter() - began
    figures, took = [], []
    for number, talk in enumerate(every):
        for asked in (one for one in talk.asked if one.category != UNANSWERABLE):
            began = perf_counter()
            found = peer.ask(number, asked.question)
            took.append(perf_counter() - began)
            figures.append(measures(found, asked.evidence))
    tell(name, np.array(figures), took, sum(len(talk.turns) for talk in every) / kept)


def tell(name: str, figures: NDArray[np.float64], took: Sequence[float], speed: float) -> None:
    at_5, at_10, at_20, _, gain, _ = figures.mean(axis=0)
    print(
        f"| {name} | {at_5:.3f} | {at_10:.3f} | {at_20:.3f} | {gain:.3f} | {quantile(took, 0.5) * 1000:.1f}"
        f" | {quantile(took, 0.95) * 1000:.1f} | {speed:.0f} |",
        flush=True,
    )


async def measure(every: Sequence[Talk], runtime: Runtime, server: EmbeddedPostgres) -> None:
    print(
        "| | recall@5 | recall@10 | recall@20 | nDCG@10 | p50 ms | p95 ms | kept a second |\n"
        "|---|---|---|---|---|---|---|---|"
    )
    actors = [await person(runtime, number) for number in range(len(every))]
    began = perf_counter()
    for actor, talk in zip(actors, every, strict=True):
        await keep(actor, talk)
    speed = sum(len(talk.turns) for talk in every) / (perf_counter() - began)
    told = [one for one in await answers(actors, every) if one.is_answerable]
    figures = np.array([measures(one.ranked, one.asked.evidence) for one in told])
    tell("Cairn (kept: embedded and read, too)", figures, [one.took for one in told], speed)
    await asyncio.to_thread(compare, every, server.urls().owner)


def main() -> None:
    arguments = sys.argv[1:]
    if "--site" in arguments:
        place = arguments.index("--site")
        sys.path.append(arguments[place + 1])
        del arguments[place : place + 2]
    every = named(arguments)
    if every:
        on_a_server(partial(measure, every))


if __name__ == "__main__":
    main()
