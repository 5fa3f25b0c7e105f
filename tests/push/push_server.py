"""A push service on loopback with the browsers that subscribed to it, each with a key pair of its own.

It checks what a real one checks: who pushes, for how long, and that the body is one that the browser can open.
"""

import base64
import json
import secrets
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc import jwt
from joserfc.jwk import ECKey

from cairn.push.schemas import Target


def packed(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def unpacked(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass(frozen=True)
class Answer:
    """What is said to one request.

    Args:
        cut: Take it, then close the connection without a word.
        held: Take it, then say nothing until the test is over.
        body: Bytes in the answer, which nobody should read for long.
    """

    status: int = 201
    retry_after: str | None = None
    cut: bool = False
    held: bool = False
    location: str | None = None
    body: bytes = b""


@dataclass(frozen=True)
class Taken:
    """A message that was taken, as the push service sees it and as its browser reads it."""

    headers: dict[str, str]
    claims: dict[str, Any]
    key: str
    size: int
    content: bytes

    @property
    def words(self) -> dict[str, Any]:
        return dict(json.loads(self.content))


class Browser:
    """One that subscribed: the only one that can open what is sent to it."""

    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint
        self.auth = secrets.token_bytes(16)
        self._pair = generate_private_key(SECP256R1())
        self.point = self._pair.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.taken: list[Taken] = []
        self.answers: list[Answer] = []

    @property
    def target(self) -> Target:
        return Target(self.endpoint, packed(self.point), packed(self.auth))

    @property
    def subscription(self) -> dict[str, Any]:
        """What `PushSubscription.toJSON()` gives a page."""
        return {
            "endpoint": self.endpoint,
            "expirationTime": None,
            "keys": {"p256dh": packed(self.point), "auth": packed(self.auth)},
        }

    def opened(self, body: bytes) -> bytes:
        """Content without its padding, by RFC 8291 as the receiver reads it."""
        salt, record, length = body[:16], *struct.unpack("!IB", body[16:21])
        theirs, sealed = body[21 : 21 + length], body[21 + length :]
        assert len(sealed) <= record
        shared = self._pair.exchange(ECDH(), EllipticCurvePublicKey.from_encoded_point(SECP256R1(), theirs))
        keying = _derived(shared, self.auth, b"WebPush: info\x00" + self.point + theirs, 32)
        key = _derived(keying, salt, b"Content-Encoding: aes128gcm\x00", 16)
        nonce = _derived(keying, salt, b"Content-Encoding: nonce\x00", 12)
        plain = AESGCM(key).decrypt(nonce, sealed, None).rstrip(b"\x00")
        assert plain[-1] == 2, "the last record ends with 2"
        return plain[:-1]


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(secret)


@dataclass
class PushServer:
    """The push service.

    Attributes:
        asked: How many requests came, taken or not.
        reached: Set once one came.
        faults: What was wrong with requests that it refused by itself.
    """

    browsers: dict[str, Browser] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    asked: int = 0

    def __post_init__(self) -> None:
        self.reached = threading.Event()
        self.over = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def browser(self) -> Browser:
        """One more browser, subscribed."""
        path = f"/push/{secrets.token_urlsafe(48)}"
        made = self.browsers[path] = Browser(f"{self.url}{path}")
        return made

    def checked(self, headers: dict[str, str]) -> tuple[dict[str, Any], str]:
        """The claims of who pushes, and their key, if the token is one of that key's for this service."""
        scheme, _, rest = headers["authorization"].partition(" ")
        parts = dict(part.strip().split("=", 1) for part in rest.split(","))
        assert scheme == "vapid"
        point = unpacked(parts["k"])
        key = ECKey.import_key(
            {"kty": "EC", "crv": "P-256", "x": packed(point[1:33]), "y": packed(point[33:])},
        )
        token = jwt.decode(parts["t"], key, algorithms=["ES256"])
        assert token.claims["aud"] == self.url, "for another push service"
        assert headers["content-encoding"] == "aes128gcm"
        assert int(headers["ttl"]) >= 0
        assert len(headers["topic"]) <= 32
        assert headers["urgency"] in {"very-low", "low", "normal", "high"}
        return token.claims, parts["k"]

    @contextmanager
    def running(self) -> Iterator["PushServer"]:
        self._thread.start()
        try:
            yield self
        finally:
            self.over.set()
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()


def _handler(server: PushServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            server.asked += 1
            body = self.rfile.read(int(self.headers["content-length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            server.reached.set()
            browser = server.browsers.get(self.path)
            if browser is None:
                return self._say(Answer(410))
            try:
                claims, key = server.checked(headers)
            except Exception as fault:  # noqa: BLE001  # whatever it is, the test is told
                server.faults.append(repr(fault))
                return self._say(Answer(403))
            if len(body) > 4096:
                return self._say(Answer(413))
            answer = browser.answers.pop(0) if browser.answers else Answer()
            if answer.status < 300:
                browser.taken.append(Taken(headers, claims, key, len(body), browser.opened(body)))
            if answer.held:
                server.over.wait()
            if answer.cut or answer.held:
                self.close_connection = True
                return None
            return self._say(answer)

        def _say(self, answer: Answer) -> None:
            self.send_response(answer.status)
            self.send_header("content-length", str(len(answer.body)))
            if answer.retry_after is not None:
                self.send_header("retry-after", answer.retry_after)
            if answer.location is not None:
                self.send_header("location", answer.location)
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base class's own name
            """Nothing is printed."""

    return Handler
