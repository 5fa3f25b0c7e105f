"""What people hold in their hands: an authenticator app, and a security key made of software."""

import base64
import hashlib
import json
import os
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import cbor2
import httpx2
import pyotp
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

V1 = "/api/v1"
PAGE = {"X-Cairn": "1"}
ORIGIN = "http://localhost:8000"
PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40

FULL_WIDTH = str.maketrans("0123456789", "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19")
"""The same digits, as Japanese keyboards write them."""


def unpadded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def padded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "===")


@dataclass
class App:
    """An authenticator app with one secret."""

    secret: str

    def code(self, now: datetime, steps: int = 0) -> str:
        return pyotp.TOTP(self.secret).at(now, counter_offset=steps)

    def wrong(self, now: datetime) -> str:
        """A code that it shows neither now nor near now."""
        near = {self.code(now, steps) for steps in range(-3, 4)}
        return next(code for code in (f"{number:06}" for number in range(10)) if code not in near)


@dataclass
class Key:
    """A passkey on a device that counts its uses and checks who holds it."""

    user_handle: bytes = b""
    rp_id: str = "localhost"
    origin: str = ORIGIN
    flags: int = PRESENT | VERIFIED
    count: int = 0
    id: bytes = field(default_factory=lambda: os.urandom(32))
    private: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def made(self, options: dict[str, Any]) -> dict[str, Any]:
        """What the browser answers when it is asked to make a passkey."""
        self.user_handle = padded(options["user"]["id"])
        numbers = self.private.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        attested = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + cbor2.dumps(public)
        statement = {"fmt": "none", "attStmt": {}, "authData": self._data(self.flags | ATTESTED) + attested}
        return self._answer(
            attestationObject=unpadded(cbor2.dumps(statement)),
            clientDataJSON=unpadded(self._client("webauthn.create", options["challenge"])),
            transports=["internal"],
        )

    def signed(self, options: dict[str, Any]) -> dict[str, Any]:
        """What the browser answers when it is asked to sign."""
        self.count += 1
        data, client = self._data(self.flags), self._client("webauthn.get", options["challenge"])
        signature = self.private.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer(
            authenticatorData=unpadded(data),
            clientDataJSON=unpadded(client),
            signature=unpadded(signature),
            userHandle=unpadded(self.user_handle),
        )

    def _answer(self, **response: Any) -> dict[str, Any]:
        named = unpadded(self.id)
        return {"id": named, "rawId": named, "type": "public-key", "response": response, "clientExtensionResults": {}}

    def _data(self, flags: int) -> bytes:
        return hashlib.sha256(self.rp_id.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()


async def with_app(client: httpx2.AsyncClient, now: datetime) -> tuple[App, list[str]]:
    """Put an app to use; the app and the recovery codes. The code of the step before now is used up by it."""
    answer = await client.post(f"{V1}/me/factors/totp", json={})
    assert answer.status_code == 200, answer.text
    app = App(answer.json()["secret"])
    confirmed = await client.post(f"{V1}/me/factors/totp/confirm", json={"code": app.code(now, -1)})
    assert confirmed.status_code == 201, confirmed.text
    return app, confirmed.json()["recovery_codes"]


async def with_key(client: httpx2.AsyncClient, key: Key | None = None) -> Key:
    """Add a passkey."""
    key = key or Key()
    options = (await client.post(f"{V1}/me/factors/passkeys/begin")).json()["options"]
    added = await client.post(f"{V1}/me/factors/passkeys", json={"name": "Laptop", "credential": key.made(options)})
    assert added.status_code == 201, added.text
    return key


async def half(nobody: httpx2.AsyncClient, email: str, password: str, **wished: Any) -> dict[str, Any]:
    """The first step of a sign-in that has a second."""
    headers = PAGE if wished.get("as") == "page" else {}
    answer = await nobody.post(
        f"{V1}/auth/login", json={"email": email, "password": password, **wished}, headers=headers
    )
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    assert set(found) == {"mfa_token", "methods"}
    assert "set-cookie" not in answer.headers
    return found


async def second(nobody: httpx2.AsyncClient, token: str, method: str, code: str, **more: Any) -> httpx2.Response:
    body = {"mfa_token": token, "method": method, "code": code}
    return await nobody.post(f"{V1}/auth/login/second", json=body, **more)


async def by_key(nobody: httpx2.AsyncClient, token: str, key: Key) -> httpx2.Response:
    """The second step by a passkey."""
    begun = await nobody.post(f"{V1}/auth/login/second/begin", json={"mfa_token": token, "method": "passkey"})
    assert begun.status_code == 200, begun.text
    body = {"mfa_token": token, "method": "passkey", "assertion": key.signed(begun.json()["options"])}
    return await nobody.post(f"{V1}/auth/login/second", json=body)


async def by_key_alone(nobody: httpx2.AsyncClient, key: Key) -> httpx2.Response:
    """A sign-in with nothing but a passkey."""
    options = (await nobody.post(f"{V1}/auth/passkey/begin")).json()["options"]
    return await nobody.post(f"{V1}/auth/passkey/finish", json={"assertion": key.signed(options)})


def code_in(words: str) -> str:
    """The code of six digits in a letter."""
    found = re.search(r"\b[0-9]{6}\b", words)
    assert found, words
    return found[0]
