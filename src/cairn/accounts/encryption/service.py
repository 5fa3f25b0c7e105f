"""The key ring's new version put to use, and a person's key renewed. Both may be killed, run twice, or run at once.

Nothing is ever unreadable on the way. The ring keeps its old version until nothing needs it. A person's old generations
stay beside the new one until nothing needs them, and an hour longer: no unit of work lives that long, so that none can
still be sealing with a key that it read before.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import structlog

from cairn.accounts.encryption import repository
from cairn.accounts.messages import DropOldKeys, RenewKey
from cairn.accounts.models import WRAPPED
from cairn.accounts.repository import everybody
from cairn.platform.crypto import DataKey, Unreadable
from cairn.platform.runtime import Runtime
from cairn.platform.sealed import SealedColumn, WrappedColumn
from cairn.platform.work import UnitOfWork

log = structlog.get_logger()

BATCH = 200
OLD_KEYS_STAY = timedelta(hours=1)


def _wrapped(runtime: Runtime) -> Sequence[WrappedColumn]:
    return [column for feature in runtime.features for column in feature.wrapped]


def _sealed(runtime: Runtime) -> Sequence[SealedColumn]:
    return [column for feature in runtime.features for column in feature.sealed]


async def counts(runtime: Runtime) -> Counter[int]:
    """How many stored keys need each version of the ring."""
    total: Counter[int] = Counter()
    async with runtime.system() as work:
        for column in _wrapped(runtime):
            total.update(await repository.counts(work, column))
    return total


async def rewrap(runtime: Runtime, *, batch: int = BATCH) -> int:
    """Wrap by the ring's current version whatever another version wraps, a batch in each transaction.

    Returns:
        How many keys were wrapped anew.
    """
    current = runtime.key_ring.newest().current
    done = 0
    for column in _wrapped(runtime):
        unreadable = 0
        after = None
        while True:
            async with runtime.system() as work:
                rows = await repository.wrapped_by_others(work, column, current, after, batch)
                for row in rows:
                    try:
                        done += await _rewrap_one(work, column, row)
                    except Unreadable:  # the others must not wait for it; it goes on being counted
                        unreadable += 1
            if len(rows) < batch:
                break
            after = rows[-1].row
        if unreadable:
            log.error("keys.unreadable", table=column.table, keys=unreadable)
    if done:
        log.info("keys.rewrapped", version=current, keys=done)
    return done


async def _rewrap_one(work: UnitOfWork, column: WrappedColumn, found: repository.Found) -> bool:
    ring, place = work.runtime.key_ring, column.place(found.row)
    return await repository.replace(
        work, column, found.row, found.bytes, ring.wrap(ring.unwrap(found.bytes, place), place)
    )


async def ask_for_new_key(work: UnitOfWork, user_id: UUID) -> None:
    """Queue the making of a new key for a person, in the system's own unit of work."""
    key = await _key(work, user_id, lock=False)
    if key is not None:
        # The job names the generation that it makes, so that it makes one however often it runs.
        work.enqueue(RenewKey(user_id=user_id, generation=key.generation + 1))


async def ask_for_new_keys(runtime: Runtime) -> int:
    """The same for everybody; how many people that are."""
    async with runtime.system() as work:
        people = await everybody(work)
    asked = 0
    for start in range(0, len(people), BATCH):
        async with runtime.system() as work:
            for user_id in people[start : start + BATCH]:
                try:
                    await ask_for_new_key(work, user_id)
                    asked += 1
                except Unreadable as error:  # one person's broken key is no reason to leave the others without
                    log.error("keys.unreadable", table=WRAPPED.table, row=str(user_id), why=str(error))
    return asked


async def renew(runtime: Runtime, user_id: UUID, generation: int) -> None:
    """Make a generation of a person's key, unless it is there, and seal their values with the newest."""
    async with runtime.system() as work:
        key = await _key(work, user_id, lock=True)
        if key is None:
            return
        if key.generation < generation:
            await _keep(work, user_id, key.renewed())
            detail = {"generation": generation}
            await work.audit("key.renewed", user_id, kind="user", detail=detail, whose=user_id)
            work.enqueue(DropOldKeys(user_id=user_id, generation=generation), at=work.now + OLD_KEYS_STAY)
    await _reseal(runtime, user_id)


async def drop_old(runtime: Runtime, user_id: UUID, generation: int) -> None:
    """Take the generations before one out of a person's key, after sealing anew whatever still needs them.

    Raises:
        Unreadable: a value can't be opened; all generations stay.
    """
    await _reseal(runtime, user_id)
    async with runtime.system() as work:
        key = await _key(work, user_id, lock=True)
        if key is None:
            return
        needed: set[int] = set()
        for column in _sealed(runtime):
            if column.fixed:
                needed |= await repository.generations(work, column, user_id)
            elif await repository.sealed_before(work, column, user_id, generation, None, 1):
                raise Unreadable(f"something in {column.table}.{column.column} still needs an older key")
        await _keep(work, user_id, key.without_before(generation, but=needed))


async def _reseal(runtime: Runtime, user_id: UUID) -> None:
    for column in _sealed(runtime):
        if column.fixed:
            continue
        after = None
        while True:
            async with runtime.system() as work:
                # No lock: a generation made meanwhile doesn't take this one away, and an erasure must not wait for us.
                key = await _key(work, user_id, lock=False)
                if key is None:
                    return
                rows = await repository.sealed_before(work, column, user_id, key.generation, after, BATCH)
                for row in rows:
                    await _reseal_one(work, key, column, user_id, row)
            if len(rows) < BATCH:
                break
            after = rows[-1].row


async def _reseal_one(
    work: UnitOfWork, key: DataKey, column: SealedColumn, user_id: UUID, found: repository.Found
) -> None:
    cell = column.of(user_id, found.row)
    try:
        await repository.replace(work, column, found.row, found.bytes, key.seal(key.open(found.bytes, cell), cell))
    except Unreadable as error:
        log.error("keys.unreadable", table=column.table, row=str(found.row), why=str(error))


async def _key(work: UnitOfWork, user_id: UUID, *, lock: bool) -> DataKey | None:
    wrapped = await repository.key_of(work, user_id, lock=lock)
    return None if wrapped is None else work.runtime.key_ring.unwrap(wrapped, WRAPPED.place(user_id))


async def _keep(work: UnitOfWork, user_id: UUID, key: DataKey) -> None:
    await repository.keep_key(work, user_id, work.runtime.key_ring.wrap(key, WRAPPED.place(user_id)))
