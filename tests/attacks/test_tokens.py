"""Access tokens that our own key signed, and still don't hold: each claim is checked, not only the signature."""

import base64
import hmac
import json
from datetime import datetime, timedelta
from typing import Any

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.hashes import SHA256
from joserfc import jwt
from joserfc.jwk import RSAKey
from psycopg import sql
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from cairn.accounts import service as accounts
from cairn.accounts import sessions
from cairn.accounts.schemas import Login
from cairn.accounts.tokens import Tokens
from cairn.accounts.verified import Verified, VerifiedTokens
from cairn.app.database import Urls, login
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.http.credentials import AccessTokens
from cairn.platform.runtime import Runtime
from tests.accounts.people import NOBODYS
from tests.conftest import NOON, PASSWORD, ClientFor

START = int(NOON.timestamp())


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
    {"iss": ["cairn"]},
    {"aud": ["cairn-api"]},
    {"aud": ["another", "cairn-api"]},
    {"exp": START},
    {"exp": True},
    {"exp": [START + 600]},
    {"exp": START + 600.5},
    {"sid": ["' or 1=1 --"]},
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


HEADERS: list[dict[str, Any]] = [
    {"typ": "JWT"},
    {"typ": "AT+JWT"},
    {"typ": None},
    {"kid": "../../etc/passwd"},
    {"kid": "' union select 'x' --"},
    {"kid": NOBODYS},
    {"kid": ""},
    {"kid": "x" * 500},
    {"kid": ["a", "b"]},
    {"kid": {"$ne": ""}},
    {"kid": None},
    {"crit": ["exp"]},
    {"crit": ["b64"], "b64": False},
    {"jku": "https://elsewhere.example/jwks.json"},
    {"x5u": "https://elsewhere.example/key.pem"},
    {"jwk": {"kty": "oct", "k": "c2VjcmV0"}},
    {"alg": "RS512"},
    {"alg": "PS256"},
    {"alg": "rs256"},
    {"alg": "None"},
    {"alg": None},
]


@pytest.mark.parametrize("wrong", HEADERS, ids=str)
async def test_a_wrong_header_is_refused(
    runtime: Runtime, actor: Actor, client_for: ClientFor, wrong: dict[str, Any]
) -> None:
    """Signed by the right key all the same, as far as the header says which and how."""
    _, header, claims, key = await _parts(runtime, actor)
    changed = {name: value for name, value in (header | wrong).items() if value is not None}
    assert await _status(client_for, _signed(header, claims, key)) == 200
    assert await _status(client_for, _signed(changed, claims, key)) == 401


def _signed(header: dict[str, Any], claims: dict[str, Any], key: RSAKey) -> str:
    """By hand: the library refuses to make most of these."""
    signed = ".".join(_encoded(json.dumps(part).encode()) for part in (header, claims))
    assert key.private_key is not None
    return f"{signed}.{_encoded(key.private_key.sign(signed.encode(), padding.PKCS1v15(), SHA256()))}"


async def test_a_token_with_a_key_that_it_brings_along_is_refused(
    runtime: Runtime, actor: Actor, client_for: ClientFor
) -> None:
    _, header, claims, _ = await _parts(runtime, actor)
    own = RSAKey.generate_key(2048)
    for more in ({}, {"jwk": own.as_dict(private=False)}):
        assert await _status(client_for, _signed(header | more, claims, own)) == 401


@pytest.mark.parametrize("length", [5_000, 60_000])
async def test_an_oversized_token_is_refused_unread(
    runtime: Runtime, actor: Actor, client_for: ClientFor, length: int
) -> None:
    _, header, claims, key = await _parts(runtime, actor)
    assert await _status(client_for, _signed(header, claims | {"note": "x" * length}, key)) == 401


@pytest.mark.parametrize(
    "token", ["..", "a.b.c.d.e", "e30.e30.", "e30.e30.e30", "[].[].[]", "a" * 4000, "\xe9.\xe9.\xe9"]
)
async def test_what_is_no_token_is_refused(client_for: ClientFor, token: str) -> None:
    shown = {b"Authorization": b"Bearer " + token.encode("latin-1")}
    answer = await client_for(None).get("/api/v1/me", headers=shown)
    assert answer.status_code == 401


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


class _Counting(Tokens):
    """Notes whose signature it checks."""

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime)
        self.checked: list[str] = []

    async def _read(self, token: str, now: datetime) -> Verified:
        self.checked.append(token)
        return await super()._read(token, now)


async def test_a_signature_is_checked_once_and_all_else_each_time(
    runtime: Runtime, actor: Actor, client_for: ClientFor, clock: StillClock
) -> None:
    """A token that was read before ends with its minutes, its key and its session, as one that was not."""
    token, header, _, _ = await _parts(runtime, actor)
    tokens = _Counting(runtime)
    runtime.provide(AccessTokens, tokens)
    for _ in range(3):
        assert await _status(client_for, token) == 200
    assert tokens.checked == [token]
    assert await _status(client_for, token[:-6] + "AAAAAA") == 401
    assert len(tokens._verified) == 1

    async with runtime.system() as work:
        await work.session.execute(text("delete from signing_keys where id = :id"), {"id": header["kid"]})
    await tokens.public_keys()  # reads the keys again
    assert await _status(client_for, token) == 401


async def test_a_token_read_before_ends_with_its_minutes(
    runtime: Runtime, actor: Actor, client_for: ClientFor, clock: StillClock
) -> None:
    token, *_ = await _parts(runtime, actor)
    assert await _status(client_for, token) == 200
    clock.at = NOON.replace(minute=10)
    assert await _status(client_for, token) == 401
    assert len(runtime.provider(Tokens)._verified) == 0


def test_tokens_read_before_are_known_by_hash_and_are_not_many() -> None:
    known = VerifiedTokens(most=2)
    for name in ("one", "two"):
        known.keep(name, Verified(NOBODYS, "kid", START))
    assert known.find("one")
    known.keep("three", Verified(NOBODYS, "kid", START))

    assert [known.find(name) is not None for name in ("one", "two", "three")] == [True, False, True]
    assert len(known) == 2
    assert "three" not in repr(known.__dict__)


async def test_three_rotations_sign_nobody_out(
    runtime: Runtime, actor: Actor, client_for: ClientFor, clock: StillClock
) -> None:
    """Every day the keys are tended, every ten minutes before and after it a program refreshes: it is let in always."""
    async with runtime.system() as work:
        await work.session.execute(text("delete from signing_keys"))
    tokens = runtime.provider(Tokens)
    elsewhere = Tokens(runtime)  # another process, which learns of new keys from the database alone
    session_id = runtime.new_id()
    seen: list[str] = []
    overlaps = 0
    for _ in range(95):
        token, seconds = await tokens.issue(session_id, actor.user_id)
        kid = json.loads(base64.urlsafe_b64decode(token.split(".")[0] + "=="))["kid"]
        seen += [kid] if kid not in seen else []
        await tokens.rotate()
        clock.forward(timedelta(seconds=seconds - 1))
        for process in (tokens, elsewhere):
            assert await process.session_of(token) == str(session_id)
        shown = [key["kid"] for key in (await client_for(None).get("/.well-known/jwks.json")).json()["keys"]]
        assert kid in shown
        overlaps += len(shown) > 1
        clock.forward(timedelta(days=1) - timedelta(seconds=seconds - 1))
    assert len(seen) == 4
    assert overlaps >= 3


async def test_a_good_token_is_not_called_a_bad_one_while_the_database_refuses(
    runtime: Runtime, actor: Actor, client_for: ClientFor, database: Urls
) -> None:
    """A fresh process that could not read the keys has not looked: it answers that it can't tell, and then it can."""
    token, *_ = await _parts(runtime, actor)
    role, _ = login(database.system)
    fresh = Tokens(runtime)
    with psycopg.connect(database.owner, autocommit=True) as owner:
        owner.execute(sql.SQL("revoke select on signing_keys from {}").format(sql.Identifier(role)))
        try:
            for _ in range(2):
                with pytest.raises(DBAPIError):
                    await fresh.session_of(token)
        finally:
            owner.execute(sql.SQL("grant select on signing_keys to {}").format(sql.Identifier(role)))
    assert await fresh.session_of(token)
