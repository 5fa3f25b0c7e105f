"""Embedding models behind OpenAI's protocol, as Ollama and many others speak it: a real server on this machine."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx2
import numpy as np
import pytest
from pydantic import SecretStr, ValidationError

from cairn.memory import making, searching, service
from cairn.memory.embedder.remote import RemoteEmbedder
from cairn.memory.errors import NoEmbedder
from cairn.memory.provider import Embedders, embedders
from cairn.memory.schemas import NewMemory, SearchQuery
from cairn.memory.settings import MemorySettings
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from tests.conftest import RunJobs

TOPICS = ("boiler", "dentist", "sister")


class Server:
    """Answers each text with a vector that says which topics it is about; `answer` overrides that."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.headers: list[str | None] = []
        self.status = 200
        self.answer: bytes | None = None
        self.go_on = threading.Event()
        self.go_on.set()
        self.drips = False
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                server.asked.append({**body, "path": self.path})
                server.headers.append(self.headers["Authorization"])
                data = server.answer if server.answer is not None else json.dumps(_vectors(body["input"])).encode()
                self.send_response(server.status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                server.go_on.wait(60)
                with suppress(ConnectionError):
                    while server.drips:
                        self.wfile.write(b" ")
                        self.wfile.flush()
                        time.sleep(0.05)
                    self.wfile.write(data)

            def log_message(self, *args: Any) -> None:
                return None

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}/v1"

    @contextmanager
    def running(self) -> Iterator["Server"]:
        thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield self
        self._http.shutdown()
        thread.join()
        self._http.server_close()


def _vectors(texts: list[str]) -> dict[str, Any]:
    rows = [[float(topic in text.lower()) * 3 for topic in TOPICS] + [1.0] for text in texts]
    # Out of order, as the protocol allows.
    return {"data": [{"index": n, "embedding": row} for n, row in reversed(list(enumerate(rows)))]}


@pytest.fixture
def remote() -> Iterator[Server]:
    with Server().running() as server:
        yield server


async def test_vectors_come_in_order_and_of_length_one(remote: Server) -> None:
    embedder = RemoteEmbedder("openai:text-small", remote.url, "let-me-in")
    vectors = await embedder.embed(["the boiler", "nothing", "my sister"])
    await embedder.aclose()

    assert vectors.shape == (3, 4)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert vectors[0, 0] > 0.9
    assert vectors[2, 2] > 0.9
    assert remote.asked == [
        {"model": "text-small", "input": ["the boiler", "nothing", "my sister"], "path": "/v1/embeddings"}
    ]
    assert remote.headers == ["Bearer let-me-in"]


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (500, b"{}"),
        (401, b"{}"),
        (200, b"not json"),
        (200, b'{"data": []}'),
        (200, b'{"data": [{"index": 0, "embedding": [1, 2]}, {"index": 1, "embedding": [1]}]}'),
        (200, b'{"data": [{"index": 0, "embedding": ["a"]}]}'),
        (200, b'{"data": [{"index": 0, "embedding": [1e999, 1]}]}'),
        (200, b'{"data": [{"index": 0, "embedding": [1, 0]}]}'),
    ],
)
async def test_a_server_that_answers_something_else_is_no_embedder(remote: Server, status: int, answer: bytes) -> None:
    remote.status, remote.answer = status, answer
    embedder = RemoteEmbedder("ollama:nomic", remote.url, None)
    with pytest.raises(NoEmbedder):
        await embedder.embed(["one", "two"])
    await embedder.aclose()


async def test_a_server_that_is_not_there_is_no_embedder() -> None:
    embedder = RemoteEmbedder("ollama:nomic", "http://127.0.0.1:9/v1", None)
    with pytest.raises(NoEmbedder):
        await embedder.embed(["one"])
    await embedder.aclose()


async def test_memories_are_found_by_a_model_of_ones_own(
    runtime: Runtime, actor: Actor, run_jobs: RunJobs, remote: Server
) -> None:
    settings = MemorySettings(
        _env_file=None, embedder="ollama:nomic", embedder_url=remote.url, embedder_key=SecretStr("k")
    )
    runtime.provide(Embedders, embedders(settings))
    async with actor.work() as work:
        for text in ("The boiler hums at night", "Called the dentist", "My sister is ill"):
            await service.remember(work, NewMemory(text=text))
    await run_jobs()

    found = await service.search(actor, SearchQuery(query="what of the noisy boiler?"))
    assert found.items[0].memory.text == "The boiler hums at night"
    assert found.items[0].evidence.likeness is not None
    assert found.items[0].evidence.likeness > 0.9
    async with actor.work() as work:
        assert (await service.status(work)).model == "ollama:nomic"

    remote.status = 503
    again = await service.search(actor, SearchQuery(query="what of the noisy boiler?"))
    assert again.items[0].memory.text == "The boiler hums at night", "words and tokens still find it"
    assert again.items[0].evidence.likeness is None


@pytest.mark.parametrize("name", ["", "openai:", "nobody:model", "minilm"])
def test_a_setting_that_names_no_model_is_refused(name: str) -> None:
    with pytest.raises(ValidationError, match="openai:NAME"):
        MemorySettings(_env_file=None, embedder=name)


@pytest.mark.parametrize(
    "answer",
    [
        b'{"data": [{"index": 0, "embedding": [1, 0]}, {"index": 0, "embedding": [0, 1]}]}',
        b'{"data": [{"index": 1, "embedding": [1, 0]}, {"index": 2, "embedding": [0, 1]}]}',
        b'{"data": [{"index": 0, "embedding": []}, {"index": 1, "embedding": []}]}',
        b'{"data": [{"index": 0, "embedding": [NaN]}, {"index": 1, "embedding": [1]}]}',
        b'{"data": [{"index": 0, "embedding": [1e39]}, {"index": 1, "embedding": [1]}]}',
        b'{"data": ' + b"[" * 100_000,
        json.dumps({"data": [{"index": n, "embedding": [1.0] * 16_001} for n in (0, 1)]}).encode(),
        b"\xff\xfe",
        b"",
    ],
)
async def test_an_answer_that_cannot_be_kept_is_no_answer(remote: Server, answer: bytes) -> None:
    remote.answer = answer
    embedder = RemoteEmbedder("ollama:nomic", remote.url, None)
    with pytest.raises(NoEmbedder):
        await embedder.embed(["one", "two"])
    await embedder.aclose()


async def test_another_model_under_the_same_name_breaks_no_search(
    runtime: Runtime, actor: Actor, run_jobs: RunJobs, remote: Server
) -> None:
    """Vectors of two lengths can't be compared: those of another are neither kept nor asked with."""
    settings = MemorySettings(_env_file=None, embedder="ollama:swapped", embedder_url=remote.url)
    runtime.provide(Embedders, embedders(settings))
    async with actor.work() as work:
        await service.remember(work, NewMemory(text="The boiler hums at night"))
    await run_jobs()
    remote.answer = b'{"data": [{"index": 0, "embedding": [1, 0]}]}'
    async with actor.work() as work:
        await service.remember(work, NewMemory(text="The boiler was fixed"))
    with pytest.raises(NoEmbedder):
        await making.vectors(actor)

    found = await service.search(actor, SearchQuery(query="what of the boiler?"))
    assert {hit.memory.text for hit in found.items} == {"The boiler hums at night", "The boiler was fixed"}
    remote.answer = None
    await making.vectors(actor)
    async with actor.work() as work:
        assert (await service.status(work)).vectors == 0


@pytest.mark.parametrize("vector", [[0.0, 0.0, 0.0, 0.0], [1e-30, 0.0, 0.0, 0.0]])
async def test_a_vector_that_points_nowhere_breaks_no_search(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs, remote: Server, vector: list[float]
) -> None:
    settings = MemorySettings(_env_file=None, embedder="ollama:nomic", embedder_url=remote.url)
    runtime.provide(Embedders, embedders(settings))
    await client.post("/api/v1/memories", json={"text": "The boiler hums at night"})
    remote.answer = json.dumps({"data": [{"index": 0, "embedding": vector}]}).encode()
    await client.post("/api/v1/memories", json={"text": "The boiler was fixed"})
    await run_jobs()
    for answer in (remote.answer, None):
        remote.answer = answer
        found = await client.post("/api/v1/memories/search", json={"query": "what of the boiler?"})
        assert found.status_code == 200
        assert len(found.json()["items"]) == 2


async def test_who_searches_waits_for_no_server_that_hangs(
    runtime: Runtime, actor: Actor, run_jobs: RunJobs, remote: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = MemorySettings(_env_file=None, embedder="ollama:nomic", embedder_url=remote.url)
    runtime.provide(Embedders, embedders(settings))
    async with actor.work() as work:
        await service.remember(work, NewMemory(text="The boiler hums at night"))
    await run_jobs()
    monkeypatch.setattr(searching, "PATIENCE", 0.2)
    remote.go_on.clear()
    found = await service.search(actor, SearchQuery(query="what of the boiler?"))
    assert not remote.go_on.is_set()
    remote.go_on.set()
    assert [hit.evidence.likeness for hit in found.items] == [None]


async def test_an_answer_that_only_drips_is_given_up(remote: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cairn.memory.embedder.remote.SECONDS", 0.2)
    remote.drips = True
    embedder = RemoteEmbedder("ollama:nomic", remote.url, None)
    with pytest.raises(NoEmbedder):
        await embedder.embed(["one"])
    remote.drips = False
    await embedder.aclose()
