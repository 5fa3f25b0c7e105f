"""A scripted model behind real HTTP on this machine, speaking OpenAI's protocol, streamed and whole."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """What the model answers to one request.

    Args:
        calls: Tools it calls, with their arguments.
        piece: How many characters a streamed piece has.
        cut: End in the middle of the answer as if that were all of it.
        breaks: Close the connection in the middle of the answer, so that whoever listens can tell.
        stalls: Seconds that it says nothing in the middle of the answer.
        waits: Seconds before it answers.
    """

    text: str = ""
    calls: Sequence[tuple[str, dict[str, Any]]] = ()
    status: int = 200
    piece: int = 7
    cut: bool = False
    breaks: bool = False
    stalls: float = 0
    waits: float = 0


Script = Callable[[dict[str, Any]], Reply]


class ModelServer:
    """Answers each request by its script, and keeps what it was asked.

    Attributes:
        script: From the request's body to the answer; set by each test.
    """

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.script: Script = lambda _: Reply("Hello.")
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def says(self, *replies: Reply) -> None:
        """Answer with these in turn; the last one again and again."""
        left = list(replies)
        self.script = lambda _: left.pop(0) if len(left) > 1 else left[0]

    @contextmanager
    def running(self) -> Iterator["ModelServer"]:
        self._thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()


def _handler(server: ModelServer) -> type[BaseHTTPRequestHandler]:  # noqa: C901  # the count of its methods' branches together
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            server.asked.append(body)
            reply = server.script(body)
            time.sleep(reply.waits)
            try:
                self._answer(reply, body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True  # the client gave up waiting

        def _answer(self, reply: Reply, body: dict[str, Any]) -> None:
            if reply.status != 200:
                self._whole(reply.status, {"error": {"message": "scripted", "type": "server_error"}})
            elif body.get("stream"):
                self._streamed(reply, body["model"])
            else:
                self._whole(200, _completion(reply, body["model"]))

        def _whole(self, status: int, data: dict[str, Any]) -> None:
            raw = json.dumps(data).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def _streamed(self, reply: Reply, model: str) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.send_header("connection", "close")
            if reply.breaks:
                self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            self.close_connection = True
            chunks = list(_chunks(reply, model))
            half = len(chunks) // 2
            self._pieces(reply, chunks[:half])
            if reply.cut or reply.breaks:
                return
            time.sleep(reply.stalls)
            self._pieces(reply, chunks[half:])
            self.wfile.write(b"data: [DONE]\n\n")

        def _pieces(self, reply: Reply, chunks: Sequence[dict[str, Any]]) -> None:
            for chunk in chunks:
                self.wfile.write(_event(chunk, framed=reply.breaks))
                self.wfile.flush()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name the standard library gave it
            return None

    return Handler


USAGE = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}


def _event(chunk: dict[str, Any], *, framed: bool) -> bytes:
    raw = f"data: {json.dumps(chunk)}\n\n".encode()
    return b"%x\r\n%s\r\n" % (len(raw), raw) if framed else raw


def _calls(reply: Reply) -> list[dict[str, Any]]:
    return [
        {
            "id": f"call_{place}",
            "type": "function",
            "function": {"name": name, "arguments": json.dumps(arguments)},
        }
        for place, (name, arguments) in enumerate(reply.calls)
    ]


def _completion(reply: Reply, model: str) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": reply.text or None}
    if reply.calls:
        message["tool_calls"] = _calls(reply)
    finish = "tool_calls" if reply.calls else "stop"
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": model,
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": USAGE,
    }


def _chunks(reply: Reply, model: str) -> Iterator[dict[str, Any]]:
    def chunk(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
        return {
            "id": "chatcmpl-1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": model,
            "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        }

    yield chunk({"role": "assistant", "content": ""})
    for start in range(0, len(reply.text), reply.piece):
        yield chunk({"content": reply.text[start : start + reply.piece]})
    for index, call in enumerate(_calls(reply)):
        arguments = call["function"]["arguments"]
        opening = {**call, "index": index, "function": {"name": call["function"]["name"], "arguments": ""}}
        yield chunk({"tool_calls": [opening]})
        for start in range(0, len(arguments), reply.piece):
            piece = {"index": index, "function": {"arguments": arguments[start : start + reply.piece]}}
            yield chunk({"tool_calls": [piece]})
    yield chunk({}, "tool_calls" if reply.calls else "stop")
    yield {**chunk({}), "choices": [], "usage": USAGE}
