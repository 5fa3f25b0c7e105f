"""Traces go where the settings say, by OTLP, and hold nobody's words unless a setting lets them in."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx2
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from cairn.assistant.settings import AssistantSettings
from cairn.assistant.tracing import Tracing
from cairn.memory.service import Extractor, ToRead
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from cairn.tasks.breakdown.service import Grain, Splitter, ToSplit
from tests.assistant.openai_server import ModelServer, Reply
from tests.assistant.test_with_a_model import say
from tests.conftest import NOON

SAID = "lilies of the valley, hm?"


class Receiver:
    """Takes traces by OTLP on this machine."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        bodies = self.bodies

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                bodies.append(self.rfile.read(int(self.headers["content-length"])))
                self.send_response(200)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the standard library's own name
                return None

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}/v1/traces"

    def spans(self) -> list[str]:
        found = []
        for body in self.bodies:
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
                found += [span.name for scope in resource.scope_spans for span in scope.spans]
        return found


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    receiver = Receiver()
    thread = threading.Thread(target=receiver.server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield receiver
    receiver.server.shutdown()
    thread.join()
    receiver.server.server_close()


@pytest.fixture
def settings(settings: Settings, receiver: Receiver, request: pytest.FixtureRequest) -> Settings:
    more: dict[str, Any] = {"traces_url": receiver.url, **getattr(request, "param", {})}
    mine = [
        AssistantSettings.model_validate(one.model_dump() | more) if isinstance(one, AssistantSettings) else one
        for one in settings.sections()
    ]
    return Settings(mine)


async def a_turn(client: httpx2.AsyncClient, model: ModelServer, runtime: Runtime) -> None:
    model.says(
        Reply(calls=[("delegate", {"agent": "notes", "task": "Keep the peonies"})]),
        Reply(calls=[("keep_thought", {"text": "tulips on Monday"})]),
        Reply("crocuses"),
        Reply("asters"),
    )
    await say(client, SAID)
    await runtime.provider(Tracing).aclose()


WORDS = (b"lilies", b"peonies", b"tulips", b"crocuses", b"asters")


async def test_turns_requests_and_tools_are_traced_without_a_word(
    client: httpx2.AsyncClient, model: ModelServer, receiver: Receiver, runtime: Runtime
) -> None:
    await a_turn(client, model, runtime)
    spans = receiver.spans()
    assert spans.count("turn") == 1
    assert sum(name.startswith("chat ") for name in spans) == 4
    assert {"execute_tool delegate", "execute_tool keep_thought"} <= set(spans)
    sent = b"".join(receiver.bodies)
    assert [word for word in WORDS if word in sent] == []
    assert b"input_tokens" in sent


@pytest.mark.parametrize("settings", [{"traces_words": True}], indirect=True)
async def test_words_are_traced_where_that_is_allowed(
    client: httpx2.AsyncClient, model: ModelServer, receiver: Receiver, runtime: Runtime
) -> None:
    await a_turn(client, model, runtime)
    sent = b"".join(receiver.bodies)
    assert [word for word in WORDS if word not in sent] == []


@pytest.mark.parametrize("settings", [{"traces_url": None}], indirect=True)
async def test_nothing_is_traced_unless_it_is_asked_for(
    client: httpx2.AsyncClient, model: ModelServer, receiver: Receiver, runtime: Runtime
) -> None:
    await a_turn(client, model, runtime)
    assert receiver.bodies == []


async def test_a_model_that_fails_is_traced_without_a_word(
    client: httpx2.AsyncClient, model: ModelServer, receiver: Receiver, runtime: Runtime
) -> None:
    model.says(Reply(calls=[("add_task", {"title": ["tulips"]})]), Reply(status=403))
    await say(client, SAID)
    await runtime.provider(Tracing).aclose()
    sent = b"".join(receiver.bodies)
    assert "turn" in receiver.spans()
    assert [word for word in WORDS if word in sent] == []


async def test_reading_facts_and_dividing_tasks_are_traced_without_a_word(
    actor: Actor, model: ModelServer, receiver: Receiver, runtime: Runtime
) -> None:
    steps = {"steps": [{"text": "open the crocuses", "minutes": 2}]}
    model.says(Reply(calls=[("final_result", {"facts": []})]), Reply(calls=[("final_result", steps)]))
    memory = ToRead("Somebody planted lilies", "me", NOON)
    assert (await runtime.provider(Extractor).extract(actor, [memory], 500)).trouble == ""
    assert await runtime.provider(Splitter).split(actor, ToSplit("The peonies", "", Grain.START, "en"))
    await runtime.provider(Tracing).aclose()
    assert sum(name.startswith("chat ") for name in receiver.spans()) == 2
    sent = b"".join(receiver.bodies)
    assert [word for word in WORDS if word in sent] == []
