"""Idempotency keys: the same unsafe request sent twice is done once and answered the same.

The stored answer commits with the change, is replayed for 24 hours, and a key that comes back with another
body is refused.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from fastapi import Request, Response
from sqlalchemy import text

from cairn.platform.errors import CairnError, ErrorKind, Invalid
from cairn.platform.work import UnitOfWork

LIFETIME = timedelta(hours=24)
LONGEST = 200
KEPT_HEADERS = ("content-type", "etag", "location")

_LOCK = text("select pg_try_advisory_xact_lock(20016, hashtext(:key))")
_FIND = text(
    "select fingerprint, status, headers, body from idempotent_answers"
    " where user_id = :user_id and key = :key and created_at > :oldest"
)
_KEEP = text(
    "insert into idempotent_answers (user_id, key, fingerprint, status, headers, body, created_at)"
    " values (:user_id, :key, :fingerprint, :status, cast(:headers as jsonb), :body, :now)"
    " on conflict (user_id, key) do update set fingerprint = excluded.fingerprint, status = excluded.status,"
    " headers = excluded.headers, body = excluded.body, created_at = excluded.created_at"
)

# The key stays spent: what it did must not be done again because its answer was forgotten.
_FORGET = text(
    "update idempotent_answers set status = 410, headers = cast(:headers as jsonb), body = :body"
    " where user_id = :user_id and exists (select from unnest(cast(:ids as text[])) as i(id)"
    "  where position(convert_to(i.id, 'UTF8') in body) > 0)"
)


class BadKey(Invalid):
    """An idempotency key has 1 to 200 visible characters."""


class KeyReused(Invalid):
    """This idempotency key was used for another request. Nothing was changed; use a new key."""


class StillRunning(CairnError):
    """The first request with this idempotency key is still running. Ask again in a moment."""

    kind = ErrorKind.CONFLICT


class Replay(Exception):
    """The answer stored by the first request with the same key."""

    def __init__(self, response: Response) -> None:
        self.response = response


class Pending:
    """A key whose answer is to be kept."""

    def __init__(self, work: UnitOfWork, key: str, fingerprint: bytes) -> None:
        self.work = work
        self.key = key
        self.fingerprint = fingerprint
        self.without: Sequence[str] = ()


async def recall(request: Request, work: UnitOfWork) -> None:
    """Answer again what was answered before, or note that this answer is to be kept.

    Raises:
        Replay: it was answered before.
        KeyReused: it was answered, but the request was another.
        StillRunning: it is being answered now.
    """
    key = request.headers.get("idempotency-key")
    if key is None or request.method in ("GET", "HEAD", "OPTIONS"):
        return
    if not 1 <= len(key) <= LONGEST or not key.isprintable():
        raise BadKey
    place = f"{request.method} {request.url.path}".encode()
    fingerprint = hashlib.sha256(place + b"\n" + await request.body()).digest()
    mine = await work.session.scalar(_LOCK, {"key": f"{work.user_id}|{key}"})
    if not mine:
        raise StillRunning
    found = (
        await work.session.execute(_FIND, {"user_id": work.user_id, "key": key, "oldest": work.now - LIFETIME})
    ).first()
    if found is None:
        request.state.idempotent = Pending(work, key, fingerprint)
    elif bytes(found.fingerprint) != fingerprint:
        raise KeyReused
    else:
        raise Replay(Response(bytes(found.body), found.status, {**found.headers, "Idempotent-Replayed": "true"}))


def keep_nothing(request: Request) -> None:
    """Keep no answer of this request: it holds a secret that is shown once. Asked again, it is done again."""
    request.state.idempotent = None


def keep_without(request: Request, *names: str) -> None:
    """Keep the answer of this request without these fields: they hold a secret that is shown once.

    Asked again, it is answered without them, and not done again.
    """
    pending: Pending | None = getattr(request.state, "idempotent", None)
    if pending is not None:
        pending.without = names


async def keep(request: Request, response: Response) -> None:
    """Store the answer in the unit of work that made it."""
    pending: Pending | None = getattr(request.state, "idempotent", None)
    if pending is None or not 200 <= response.status_code < 300:
        return
    body = bytes(response.body)
    if pending.without:
        told = {**json.loads(body), **dict.fromkeys(pending.without)}
        body = pending.work.runtime.dump(told).encode()
    headers: Mapping[str, str] = {k: v for k, v in response.headers.items() if k in KEPT_HEADERS}
    arguments: dict[str, Any] = {
        "user_id": pending.work.user_id,
        "key": pending.key,
        "fingerprint": pending.fingerprint,
        "status": response.status_code,
        "headers": pending.work.runtime.dump(headers),
        "body": body,
        "now": pending.work.now,
    }
    await pending.work.session.execute(_KEEP, arguments)


async def forget(work: UnitOfWork, ids: Sequence[UUID]) -> None:
    """Blank the stored answers that tell of any of these: a later replay says that it was forgotten."""
    told = {
        "type": "/problems/forgotten",
        "title": "What this answered was forgotten.",
        "status": 410,
        "detail": "It was done once, and the answer was forgotten with what it told.",
    }
    arguments = {
        "user_id": work.user_id,
        "ids": [str(one) for one in ids],
        "headers": work.runtime.dump({"content-type": "application/problem+json"}),
        "body": work.runtime.dump(told).encode(),
    }
    await work.session.execute(_FORGET, arguments)


def derived_id(user_id: UUID, key: str) -> bytes:
    """Sixteen bytes that stand for a key: the id of what a request without one would create."""
    return hashlib.sha256(f"{user_id}|{key}".encode()).digest()[:16]
