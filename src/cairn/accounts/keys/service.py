"""Keys: made, seen and ended by their person. Only a session that was proven a short while ago makes one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from cairn.accounts import service as accounts
from cairn.accounts.keys import repository
from cairn.accounts.keys.errors import BadScope, TooManyKeys
from cairn.accounts.keys.messages import KeyMade, KeyRevoked, SendKeyMade
from cairn.accounts.keys.schemas import KeyOut, MadeKey, NewKey
from cairn.accounts.models import KEY_NAME, ApiKey
from cairn.platform.actor import Actor
from cairn.platform.crypto import DataKey
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery, paginate
from cairn.platform.http.credentials import KEY
from cairn.platform.permissions import LISTEN, Permission
from cairn.platform.runtime import Runtime
from cairn.platform.secrets import digest, fresh
from cairn.platform.work import UnitOfWork

MOST = 50
SHOWN = len(KEY) + 8


def scopes(work: UnitOfWork) -> list[Permission]:
    """What a key of this person may be made for: what they may themselves, but for the doors to their account."""
    return [one for one in _permissions(work.runtime) if one.keys and work.actor.may(one)]


async def make(work: UnitOfWork, new: NewKey) -> MadeKey:
    """Make a key, and tell its person by letter.

    Raises:
        BadScope: nothing a key may hold, or nothing this person may do.
        TooManyKeys: there are as many as there may be.
    """
    offered = {one.name for one in scopes(work)}
    for scope in new.scopes:
        if scope not in offered:
            raise BadScope(field="scopes")
    if await repository.working(work) >= MOST:
        raise TooManyKeys
    secret = KEY + fresh()
    key_id = work.runtime.new_id()
    data_key = await accounts.data_key(work, work.user_id)
    key = ApiKey(
        id=key_id,
        user_id=work.user_id,
        name_cipher=data_key.seal(new.name, KEY_NAME.of(work.user_id, key_id)),
        prefix=secret[:SHOWN],
        key_hash=digest(secret),
        scopes=sorted(set(new.scopes)),
        factors=work.actor.factors,
        created_at=work.now,
        expires_at=work.now + timedelta(days=new.expires_in_days),
    )
    work.session.add(key)
    await work.session.flush()
    await work.audit("key.made", key_id, kind="key", detail={"scopes": key.scopes, "days": new.expires_in_days})
    await work.publish(KeyMade(key_id=key_id))
    work.enqueue(SendKeyMade(user_id=work.user_id, key_id=key_id))
    return MadeKey(**_shown(key, data_key).model_dump(), key=secret)


async def listing(work: UnitOfWork, page: PageQuery) -> tuple[list[KeyOut], str | None]:
    """A page of the keys that were not ended, the newest first; those that ran out are among them for a while."""
    query = select(ApiKey).where(ApiKey.user_id == work.user_id, ApiKey.revoked_at.is_(None))
    columns: tuple[Any, Any] = (ApiKey.created_at, ApiKey.id)
    rows, following = await paginate(work.session, query, page, *columns, descending=True)
    data_key = await accounts.data_key(work, work.user_id)
    return [_shown(row, data_key) for row in rows], following


async def revoke(work: UnitOfWork, key_id: UUID) -> None:
    """End a key, at once and for its open streams too.

    Raises:
        NotFound: none of this person's that was not ended before.
    """
    if not await _revoke(work, work.user_id, "ended from the list", key_id):
        raise NotFound


async def revoke_all(work: UnitOfWork, user_id: UUID, why: str) -> int:
    """End every key of a person, also in the system's own unit of work; how many there were."""
    return len(await _revoke(work, user_id, why))


async def revoke_reaching_all(work: UnitOfWork, why: str) -> None:
    """End this person's keys that reach everybody's things."""
    for key_id in await repository.reaching_all(work):
        await _revoke(work, work.user_id, why, key_id)


async def exported(work: UnitOfWork) -> list[dict[str, Any]]:
    """Every key that is still kept, as its person takes it along; what opens doors stays."""
    data_key = await accounts.data_key(work, work.user_id)
    rows = await work.session.scalars(select(ApiKey).where(ApiKey.user_id == work.user_id).order_by(ApiKey.id))
    return [_shown(row, data_key).model_dump(mode="json") for row in rows]


async def name_of(work: UnitOfWork, key_id: UUID) -> str | None:
    """What its person called a key; nothing, if it is gone."""
    key = await repository.find(work, key_id)
    if key is None:
        return None
    return (await accounts.data_key(work, key.user_id)).open(key.name_cipher, KEY_NAME.of(key.user_id, key.id))


async def as_key(actor: Actor, key_id: UUID | None) -> Actor:
    """Who finishes later, in a job, what a key began: the person, with no more than the key may do by then."""
    if key_id is None:
        return actor
    async with actor.work() as work:
        key = await repository.find(work, key_id)
        works = key is not None and key.revoked_at is None and key.expires_at > work.now
    return replace(actor, key_id=key_id, scopes=frozenset(key.scopes if key is not None and works else ()))


async def _revoke(work: UnitOfWork, user_id: UUID, why: str, key_id: UUID | None = None) -> Sequence[UUID]:
    revoked = await repository.revoke(work, user_id, key_id)
    for one in revoked:
        await work.publish(KeyRevoked(key_id=one), to=user_id)
        await work.audit("key.revoked", one, kind="key", detail={"why": why}, whose=user_id)
    return revoked


def _permissions(runtime: Runtime) -> list[Permission]:
    return [LISTEN, *(one for feature in runtime.features for one in feature.permissions)]


def _shown(key: ApiKey, data_key: DataKey) -> KeyOut:
    return KeyOut(
        id=key.id,
        name=data_key.open(key.name_cipher, KEY_NAME.of(key.user_id, key.id)),
        prefix=key.prefix,
        scopes=key.scopes,
        created_at=key.created_at,
        expires_at=key.expires_at,
        last_used_at=key.last_used_at,
    )
