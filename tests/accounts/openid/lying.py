"""A provider that signs whatever a test wants: what must be refused can't be had from an honest one."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

from joserfc import jwt
from joserfc.jwk import RSAKey

Claims = dict[str, Any]


class LyingProvider:
    """Answers as a provider does, with the token that a test makes."""

    def __init__(self) -> None:
        self.key = RSAKey.generate_key(2048, {"kid": "one"}, private=True)
        self.port = 0
        self.issuer_said: str | None = None
        self.token: Callable[[Claims], Any] = self.honest
        self.status = 200
        self.refusal: tuple[int, Any] | None = None
        self.code = "good"
        self.nonce = ""
        self.asked: list[dict[str, str]] = []
        self.keys_read = 0

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def honest(self, claims: Claims) -> str:
        return jwt.encode({"alg": "RS256", "kid": str(self.key.kid)}, claims, self.key)

    def unsigned(self, claims: Claims) -> str:
        return f"{_part({'alg': 'none'})}.{_part(claims)}."

    def by_public_key(self, claims: Claims) -> str:
        """HS256 with the public key for a secret: what a careless check takes for RS256's own."""
        signed = f"{_part({'alg': 'HS256', 'kid': str(self.key.kid)})}.{_part(claims)}"
        tag = hmac.digest(self.key.as_pem(private=False), signed.encode(), hashlib.sha256)
        return f"{signed}.{base64.urlsafe_b64encode(tag).decode().rstrip('=')}"

    def by_another_key(self, claims: Claims) -> str:
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims, RSAKey.generate_key(2048, {"kid": "one"}))

    def answer(self, path: str, form: dict[str, str]) -> tuple[int, Any]:
        if path == "/.well-known/openid-configuration":
            return 200, {
                "issuer": self.issuer_said or self.issuer,
                "authorization_endpoint": f"{self.issuer}/auth",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
            }
        if path == "/keys":
            self.keys_read += 1
            return 200, {"keys": [self.key.as_dict(private=False)]}
        self.asked.append(form)
        if self.refusal:
            return self.refusal
        if form.get("code") != self.code:
            return 400, {"error": "invalid_grant"}
        return self.status, {"access_token": "unused", "id_token": self.token({})}


def _part(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@contextmanager
def running() -> Iterator[LyingProvider]:
    provider = LyingProvider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say({})

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["content-length"])).decode()
            self._say({name: values[0] for name, values in parse_qs(sent).items()})

        def _say(self, form: dict[str, str]) -> None:
            status, said = provider.answer(self.path, form)
            body = said if isinstance(said, bytes) else json.dumps(said).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Tests print what they want to."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
