"""Twilio's message API on loopback: it checks who signs in and what they ask, and answers as a test tells it to."""

import base64
import json
import secrets
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

from pydantic import SecretStr

from cairn.sms.rules import signature
from cairn.sms.settings import SmsSettings
from cairn.sms.twilio import Twilio

CALLBACK = "https://cairn.example.org/api/v1/sms/status"


@dataclass(frozen=True)
class Answer:
    """What is said to one request.

    Args:
        code: Twilio's error code; the text is refused with it.
        cut: Take the text, then close the connection without a word.
        held: Take the text, then say nothing until the test is over.
        body: Bytes that are said instead.
    """

    status: int = 201
    code: int | None = None
    cut: bool = False
    held: bool = False
    body: bytes | None = None


class TwilioServer:
    """An account at Twilio.

    Attributes:
        texts: The forms of the messages that were taken, each with the `Sid` it got.
        answers: What is said to the next requests; then each is taken.
        asked: How many requests came, taken or not.
        taken: Set once a text was taken.
    """

    def __init__(self) -> None:
        self.account = f"AC{secrets.token_hex(16)}"
        self.token = secrets.token_hex(16)
        self.api_key = f"SK{secrets.token_hex(16)}"
        self.api_secret = secrets.token_hex(16)
        self.texts: list[dict[str, str]] = []
        self.answers: list[Answer] = []
        self.asked = 0
        self.taken = threading.Event()
        self.over = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def settings(self, **changed: Any) -> SmsSettings:
        """The settings of somebody who has this account."""
        usual: dict[str, Any] = {
            "sms_provider": "twilio",
            "sms_account": self.account,
            "sms_auth_token": SecretStr(self.token),
            "sms_from": "+15550100",
            "sms_url": self.url,
            "sms_callback_url": CALLBACK,
            "sms_timeout_seconds": 5,
        }
        return SmsSettings(_env_file=None, **(usual | changed))

    def carrier(self, **changed: Any) -> Twilio:
        return Twilio(self.settings(**changed))

    def signs(self, url: str, form: Mapping[str, str]) -> str:
        """The signature of a report, as Twilio makes it."""
        return signature(url, {name: [value] for name, value in form.items()}, self.token)

    def fault(self, path: str, headers: Mapping[str, str], form: Mapping[str, str]) -> tuple[int, int] | None:
        """Status and code of what is wrong with a request."""
        if not self._admits(headers.get("authorization", "")):
            return 401, 20003
        if path != f"/2010-04-01/Accounts/{self.account}/Messages.json":
            return 404, 20404
        if headers.get("content-type") != "application/x-www-form-urlencoded":
            return 400, 20001
        if not form.get("To") or not form.get("Body") or not (form.get("From") or form.get("MessagingServiceSid")):
            return 400, 21604
        return None

    def _admits(self, header: str) -> bool:
        pairs = ((self.account, self.token), (self.api_key, self.api_secret))
        known = [base64.b64encode(f"{user}:{password}".encode()).decode() for user, password in pairs]
        return header.removeprefix("Basic ") in known

    @contextmanager
    def running(self) -> Iterator["TwilioServer"]:
        self._thread.start()
        try:
            yield self
        finally:
            self.over.set()
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()


def _handler(server: TwilioServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            server.asked += 1
            raw = self.rfile.read(int(self.headers["content-length"]))
            form = dict(parse_qsl(raw.decode(), keep_blank_values=True))
            headers = {name.lower(): value for name, value in self.headers.items()}
            fault = server.fault(self.path, headers, form)
            if fault is not None:
                return self._refuse(*fault)
            return self._follow(server.answers.pop(0) if server.answers else Answer(), form)

        def _follow(self, answer: Answer, form: dict[str, str]) -> None:
            if answer.code is not None:
                return self._refuse(answer.status, answer.code)
            if answer.body is not None:
                return self._say(answer.status, answer.body)
            sid = f"SM{secrets.token_hex(16)}"
            server.texts.append({**form, "Sid": sid})
            server.taken.set()
            if answer.held:
                server.over.wait()
            if answer.cut or answer.held:
                self.close_connection = True
                return None
            return self._say(201, json.dumps({"sid": sid, "status": "queued", "to": form["To"]}).encode())

        def _refuse(self, status: int, code: int) -> None:
            told = {"code": code, "message": "The number +351912345678 is in this sentence", "status": status}
            self._say(status, json.dumps(told).encode())

        def _say(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base class's own name
            """Nothing is printed."""

    return Handler
