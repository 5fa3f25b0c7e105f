"""Access tokens: RS256 with `kid`, ten minutes, the session id inside; keys rotate with overlap."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey
from sqlalchemy import text

from cairn.accounts.models import SIGNING
from cairn.accounts.settings import AccountSettings
from cairn.accounts.verified import Verified, VerifiedTokens
from cairn.platform.crypto import Cell
from cairn.platform.errors import NotSignedIn
from cairn.platform.runtime import Runtime

ISSUER = "cairn"
AUDIENCE = "cairn-api"
BITS = 3072
"""As strong as AES-128, which is the least that ASVS and NIST ask of anything new."""
LOOK_AGAIN = timedelta(seconds=5)

_LOCK = text("select pg_advisory_xact_lock(20017)")
_ALL = text(
    "select id, public_key, wrapped, private_cipher, signs_until, verifies_until from signing_keys"
    " where verifies_until > :now order by created_at"
)
_ADD = text(
    "insert into signing_keys (id, public_key, wrapped, private_cipher, created_at, signs_until, verifies_until)"
    " values (:id, cast(:public_key as jsonb), :wrapped, :private_cipher, :now, :signs_until, :verifies_until)"
)
_FORGET = text("delete from signing_keys where verifies_until <= :now")


@dataclass(frozen=True, slots=True)
class SigningKey:
    """One key. The private half is opened only in processes that sign."""

    kid: str
    key: RSAKey
    signs_until: datetime
    verifies_until: datetime


class Tokens:
    """Signs and checks access tokens with the keys in the database, kept in memory while they hold."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._keys: dict[str, SigningKey] = {}
        self._looked_at: datetime | None = None
        self._looking = asyncio.Lock()
        self._verified = VerifiedTokens()

    async def issue(self, session_id: UUID, user_id: UUID) -> tuple[str, int]:
        """A fresh access token, and for how many seconds it holds."""
        now = self._runtime.clock.now()
        signing = await self._signing_key(now)
        seconds = self._runtime.settings.of(AccountSettings).access_token_minutes * 60
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": str(user_id),
            "sid": str(session_id),
            "iat": int(now.timestamp()),
            "exp": int(now.timestamp()) + seconds,
        }
        return jwt.encode({"alg": "RS256", "kid": signing.kid, "typ": "at+jwt"}, claims, signing.key), seconds

    async def session_of(self, token: str) -> str:
        """The session id inside a token that holds. Its signature is checked once in a process, all else each time.

        Raises:
            NotSignedIn: signature, key, issuer, audience, type or expiry don't hold.
        """
        now = self._runtime.clock.now()
        seconds = int(now.timestamp())
        known = self._verified.find(token)
        try:
            if known is None:
                known = await self._read(token, now)
                self._verified.keep(token, known)
            elif known.kid not in self._keys or self._keys[known.kid].verifies_until <= now:
                await self._verifying_key(known.kid, now)
        except (JoseError, ValueError, KeyError, TypeError) as error:
            self._verified.forget(token)
            raise NotSignedIn from error
        if known.expires <= seconds:
            self._verified.forget(token)
            raise NotSignedIn
        return known.session_id

    async def _read(self, token: str, now: datetime) -> Verified:
        header = _header_of(token)
        # Ours alone: no list of critical extensions, no key that a token brings along.
        if header.keys() != {"alg", "kid", "typ"} or header["typ"] != "at+jwt":
            raise NotSignedIn
        key = await self._verifying_key(header["kid"], now)
        found = jwt.decode(token, key, algorithms=["RS256"])
        registry = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            iss={"essential": True, "value": ISSUER},
            aud={"essential": True, "value": AUDIENCE},
            exp={"essential": True},
        )
        registry.validate(found.claims)
        # The library takes lists of audiences that hold ours, and fractions; we make neither.
        if (found.claims["iss"], found.claims["aud"]) != (ISSUER, AUDIENCE) or type(found.claims["exp"]) is not int:
            raise NotSignedIn
        return Verified(str(UUID(str(found.claims["sid"]))), header["kid"], found.claims["exp"])

    async def public_keys(self) -> list[dict[str, Any]]:
        """The public halves, as a JWK set holds them."""
        await self._load(self._runtime.clock.now())
        return [
            {**key.key.as_dict(private=False), "kid": key.kid, "use": "sig", "alg": "RS256"}
            for key in self._keys.values()
        ]

    async def rotate(self) -> None:
        """Make the next key before the present one stops signing, and forget those that verify nothing."""
        now = self._runtime.clock.now()
        async with self._runtime.system() as work:
            await work.session.execute(_FORGET, {"now": now})
        await self._signing_key(now + timedelta(days=1))

    async def _signing_key(self, now: datetime) -> SigningKey:
        current = self._current(now)
        if current is None:
            await self._load(now)
            current = self._current(now)
        return current or await self._make(now)

    def _current(self, now: datetime) -> SigningKey | None:
        signing = [key for key in self._keys.values() if key.signs_until > now]
        return signing[-1] if signing else None

    async def _verifying_key(self, kid: str, now: datetime) -> RSAKey:
        if kid not in self._keys:
            # Many may ask for a new key at once; they wait for the one that looks.
            async with self._looking:
                stale = self._looked_at is None or now - self._looked_at > LOOK_AGAIN
                if kid not in self._keys and stale:
                    await self._load(now)
        key = self._keys[kid]
        if key.verifies_until <= now:
            raise NotSignedIn
        return key.key

    async def _load(self, now: datetime) -> None:
        async with self._runtime.system() as work:
            rows = (await work.session.execute(_ALL, {"now": now})).all()
        self._keys = {row.id: self._opened(row) for row in rows}
        # Only now: while the database is away nothing was looked at, and a good token is not to be called a bad one.
        self._looked_at = now

    def _opened(self, row: Any) -> SigningKey:
        pem = self._runtime.key_ring.unwrap(row.wrapped, SIGNING.place(row.id)).open(row.private_cipher, _cell(row.id))
        return SigningKey(row.id, _parsed(pem), row.signs_until, row.verifies_until)

    async def _make(self, now: datetime) -> SigningKey:
        async with self._runtime.system() as work:
            await work.session.execute(_LOCK)
            rows = (await work.session.execute(_ALL, {"now": now})).all()
            for row in rows:
                if row.signs_until > now:  # another process was quicker
                    self._keys[row.id] = self._opened(row)
                    return self._keys[row.id]
            fresh = await asyncio.to_thread(RSAKey.generate_key, BITS)
            kid = str(work.runtime.new_id())
            signs_until = now + timedelta(days=self._runtime.settings.of(AccountSettings).signing_key_days)
            made = SigningKey(kid, fresh, signs_until, signs_until + timedelta(days=1))
            await work.session.execute(_ADD, self._row(made, work.now))
        self._keys[kid] = made
        return made

    def _row(self, made: SigningKey, now: datetime) -> dict[str, Any]:
        data_key, wrapped = self._runtime.key_ring.new_data_key(SIGNING.place(made.kid))
        return {
            "id": made.kid,
            "public_key": self._runtime.dump(made.key.as_dict(private=False)),
            "wrapped": wrapped,
            "private_cipher": data_key.seal(made.key.as_pem(private=True).decode(), _cell(made.kid)),
            "now": now,
            "signs_until": made.signs_until,
            "verifies_until": made.verifies_until,
        }


@lru_cache(maxsize=8)
def _parsed(pem: str) -> RSAKey:
    """Keys are looked up again and again, and OpenSSL proves each time anew that their primes are prime."""
    return RSAKey.import_key(pem)


def _cell(kid: str) -> Cell:
    return Cell("signing_keys", "private_cipher", kid, person="")


def _header_of(token: str) -> dict[str, Any]:
    from joserfc.jws import extract_compact

    return extract_compact(token.encode()).headers()
