"""Access tokens that our own key signed, and still don't hold: each claim is checked, not only the signature."""

import base64
import hmac
import json
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from cairn.accounts import service as accounts
from cairn.accounts import sessions
from cairn.accounts.schemas import Login
from cairn.accounts.tokens import Tokens
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.conftest import NOON, PASSWORD, ClientFor

START = int(NOON.timestamp())

NOBODYS = "01a1fad0-0000-7000-8000-000000000000"
"""An id of no row. It is fixed: parallel test processes must agree on the names of their tests."""

WRONG: list[dict[str, Any]] = [
    {"aud": "another"},
    {"aud": None},
    {"iss": "another"},
    {"iss": None},
    {"exp": START - 1},
    {"exp": None},
    {"exp": "tomorrow"},
    {"sid": "' or 1=1 --"},
    {"sid": None},
    {"sid": NOBODYS},
    {"nbf": START + 3600},
]


async def _parts(runtime: Runtime, actor: Actor) -> tuple[str, dict[str, Any], dict[str, Any], RSAKey]:
    """A token that holds, its header and claims, and the key that signed it."""
    async with actor.work() as work:
        email = await accounts.address_of(work, work.user_id)
    opened = await sessions.sign_in(runtime, Login.model_validate({"email": email, "password": PASSWORD}), "tests")
    assert isinstance(opened, sessions.Opened)
    assert opened.tokens is not None
    token = opened.tokens.access_token
    header, claims = (json.loads(base64.urlsafe_b64decode(part + "==")) for part in token.split(".")[:2])
    key = await runtime.provider(Tokens)._verifying_key(header["kid"], runtime.clock.now())
    return token, header, claims, key


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


async def _status(client_for: ClientFor, token: str) -> int:
    answer = await client_for(None).get("/api/v1/me", headers={"Authorization": f"Bearer {token}"})
    return answer.status_code


@pytest.mark.parametrize("wrong", WRONG, ids=str)
async def test_a_wrong_claim_is_refused(
    runtime: Runtime, actor: Actor, client_for: ClientFor, wrong: dict[str, Any]
) -> None:
    _, header, claims, key = await _parts(runtime, actor)
    changed = {name: value for name, value in (claims | wrong).items() if value is not None}
    assert await _status(client_for, jwt.encode(header, claims, key)) == 200
    assert await _status(client_for, jwt.encode(header, changed, key)) == 401


@pytest.mark.parametrize("wrong", [{"typ": "JWT"}, {"kid": "../../etc/passwd"}, {"kid": NOBODYS}], ids=str)
async def test_a_wrong_header_is_refused(
    runtime: Runtime, actor: Actor, client_for: ClientFor, wrong: dict[str, Any]
) -> None:
    _, header, claims, key = await _parts(runtime, actor)
    assert await _status(client_for, jwt.encode(header | wrong, claims, key)) == 401


async def test_another_kind_of_signature_is_refused(runtime: Runtime, actor: Actor, client_for: ClientFor) -> None:
    token, header, _, key = await _parts(runtime, actor)
    signed = f"{_encoded(json.dumps(header | {'alg': 'HS256'}).encode())}.{token.split('.')[1]}"
    by_public_key = f"{signed}.{_encoded(hmac.digest(key.as_pem(private=False), signed.encode(), 'sha256'))}"
    unsigned = _encoded(json.dumps(header | {"alg": "none"}).encode())
    assert await _status(client_for, by_public_key) == 401
    assert await _status(client_for, f"{unsigned}.{token.split('.')[1]}.") == 401


async def test_a_token_ends_with_its_ten_minutes(
    runtime: Runtime, actor: Actor, client_for: ClientFor, clock: StillClock
) -> None:
    token, _, claims, _ = await _parts(runtime, actor)
    assert claims["exp"] == START + 600
    clock.at = clock.at.replace(minute=10, second=1)
    assert await _status(client_for, token) == 401
