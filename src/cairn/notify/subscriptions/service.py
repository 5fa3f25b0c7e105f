"""Browsers in which a person is told: subscribed by the sign-in there, and ended with it."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from cairn.accounts import service as accounts
from cairn.notify.subscriptions import repository
from cairn.notify.subscriptions.errors import NoDevice, TooManyDevices
from cairn.notify.subscriptions.messages import PushDevicesChanged
from cairn.notify.subscriptions.models import ENDPOINT, KEYS, PushSubscription
from cairn.notify.subscriptions.schemas import Device, KeyOut, Subscribe, SubscriptionOut
from cairn.platform.actor import Actor
from cairn.platform.crypto import DataKey
from cairn.platform.errors import NotSignedIn
from cairn.platform.http import Page, PageQuery
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork
from cairn.push import service as push
from cairn.push.schemas import Target

MOST = 20
KIND = "push_subscription"


def key(runtime: Runtime) -> KeyOut:
    return KeyOut(key=push.public_key(runtime))


async def subscribe(actor: Actor, new: Subscribe) -> SubscriptionOut:
    """Tell the person in the browser that asks from now on. Asked again, nothing changes.

    The browser's subscription before goes, and so does the same one under another account: whoever was signed in
    there before is told nothing there any more. It is the system's own work, as it reaches other people's rows.

    Raises:
        BadSubscription: it can't be used; the error names the field.
        NoDevice: a key asks.
        TooManyDevices: there are twenty already.
        NotSignedIn: the session ended meanwhile.
    """
    if actor.session_id is None:
        raise NoDevice
    target = push.checked(actor.runtime, Target(new.endpoint, new.p256dh.rstrip("="), new.auth.rstrip("=")))
    words = f"{target.endpoint} {target.p256dh} {target.auth}"
    index = actor.runtime.key_ring.blind_index(words, "push_subscriptions.subscription_index")
    async with actor.runtime.system(by=actor) as work:
        live = await accounts.live_sessions(work, [actor.session_id])
        if actor.session_id not in live:
            raise NotSignedIn
        await repository.in_turn(work)
        there = await repository.same(work, actor.user_id, actor.session_id, index)
        if there is None or (new.discreet is not None and there.discreet != new.discreet):
            there = await _put(work, actor, target, index, new.discreet)
        key = await accounts.data_key(work, actor.user_id)
        return _shown(actor, there, live[actor.session_id], key)


async def _put(work: UnitOfWork, actor: Actor, target: Target, index: bytes, discreet: bool | None) -> PushSubscription:
    assert actor.session_id is not None
    former = await repository.replaced(work, actor.session_id, index)
    if await repository.count(work, actor.user_id) >= MOST:
        raise TooManyDevices
    key = await accounts.data_key(work, actor.user_id)
    made = PushSubscription(id=work.runtime.new_id(), user_id=actor.user_id, session_id=actor.session_id)
    made.endpoint_cipher = key.seal(target.endpoint, ENDPOINT.of(made.user_id, made.id))
    made.keys_cipher = key.seal(f"{target.p256dh} {target.auth}", KEYS.of(made.user_id, made.id))
    made.subscription_index = index
    made.created_at = work.now
    mine = [row for row in former if row.user_id == actor.user_id]
    made.discreet = any(row.discreet for row in mine) if discreet is None else discreet
    made.last_taken_at = None
    work.session.add(made)
    await work.session.flush()
    for row in former:
        if row.user_id != actor.user_id:
            detail = {"why": "another account has the browser"}
            await work.audit("push.removed", row.id, kind=KIND, detail=detail, whose=row.user_id)
            await work.publish(PushDevicesChanged(), to=row.user_id)
    await work.audit("push.added", made.id, kind=KIND, whose=actor.user_id)
    await work.publish(PushDevicesChanged(), to=actor.user_id)
    return made


async def listing(work: UnitOfWork, page: PageQuery) -> Page[SubscriptionOut]:
    """The browsers in which the person is told, the newest first."""
    rows, following = await repository.newest_first(work, page)
    live = await accounts.live_sessions(work, [row.session_id for row in rows])
    key = await accounts.data_key(work, work.user_id)
    items = [_shown(work.actor, row, live[row.session_id], key) for row in rows if row.session_id in live]
    return Page(items=items, next_cursor=following)


async def change(work: UnitOfWork, subscription_id: UUID, *, discreet: bool) -> SubscriptionOut:
    """Let notices in a browser say everything, or only that there is something.

    Raises:
        NotFound: none of the person's.
    """
    row = await repository.get(work, subscription_id)
    if row.discreet != discreet:
        row.discreet = discreet
        await work.session.flush()
        await work.audit("push.changed", row.id, kind=KIND, detail={"discreet": discreet})
        await work.publish(PushDevicesChanged())
    live = await accounts.live_sessions(work, [row.session_id])
    key = await accounts.data_key(work, work.user_id)
    return _shown(work.actor, row, live.get(row.session_id, work.now), key)


async def remove(work: UnitOfWork, subscription_id: UUID) -> None:
    """Tell nothing in a browser any more.

    Raises:
        NotFound: none of the person's.
    """
    row = await repository.get(work, subscription_id)
    await _remove(work, [row.id], "turned off")


async def forget_gone(work: UnitOfWork, ids: Collection[UUID]) -> None:
    """Take away those that their push services don't know any more."""
    await _remove(work, ids, "gone")


async def _remove(work: UnitOfWork, ids: Collection[UUID], why: str) -> None:
    if not ids:
        return
    for removed in await repository.remove(work, ids):
        await work.audit("push.removed", removed, kind=KIND, detail={"why": why})
        await work.publish(PushDevicesChanged())


async def session_ended(work: UnitOfWork, session_id: UUID) -> None:
    """With the sign-in goes what it asked for. In its person's unit of work or in the system's."""
    for row in await repository.remove_of_session(work, session_id):
        detail = {"why": "the session ended"}
        await work.audit("push.removed", row.id, kind=KIND, detail=detail, whose=row.user_id)
        await work.publish(PushDevicesChanged(), to=row.user_id)


async def reachable(work: UnitOfWork, people: Collection[UUID]) -> set[UUID]:
    """Who of many people has a browser that takes notices and is still signed in: one or two statements in all."""
    rows = await repository.having(work, people)
    if not rows:
        return set()
    live = await accounts.live_sessions(work, [row.session_id for row in rows])
    return {row.user_id for row in rows if row.session_id in live}


async def devices(work: UnitOfWork) -> list[Device]:
    """The person's browsers that take notices and are still signed in."""
    rows = await repository.everything(work)
    live = await accounts.live_sessions(work, [row.session_id for row in rows])
    here = [row for row in rows if row.session_id in live]
    if not here:
        return []
    key = await accounts.data_key(work, work.user_id)
    return [Device(row.id, row.discreet, _target(row, key)) for row in here]


async def device(work: UnitOfWork, subscription_id: UUID) -> Device:
    """One of them.

    Raises:
        NotFound: none of the person's.
    """
    row = await repository.get(work, subscription_id)
    return Device(row.id, row.discreet, _target(row, await accounts.data_key(work, work.user_id)))


async def taken(work: UnitOfWork, ids: Sequence[UUID]) -> None:
    """Note that the push services of these took something."""
    await repository.taken(work, ids)


async def exported(work: UnitOfWork) -> list[dict[str, Any]]:
    """Where the person is told; addresses and keys by which anybody could push to them stay."""
    key = await accounts.data_key(work, work.user_id)
    return [
        _shown(work.actor, row, row.created_at, key).model_dump(mode="json", exclude={"current", "until"})
        for row in await repository.everything(work)
    ]


async def erase(work: UnitOfWork) -> None:
    await repository.erase(work)


def _target(row: PushSubscription, key: DataKey) -> Target:
    endpoint = key.open(row.endpoint_cipher, ENDPOINT.of(row.user_id, row.id))
    p256dh, _, auth = key.open(row.keys_cipher, KEYS.of(row.user_id, row.id)).partition(" ")
    return Target(endpoint, p256dh, auth)


def _shown(actor: Actor, row: PushSubscription, until: datetime, key: DataKey) -> SubscriptionOut:
    return SubscriptionOut(
        id=row.id,
        session_id=row.session_id,
        current=row.session_id == actor.session_id,
        service=push.service_of(actor.runtime, key.open(row.endpoint_cipher, ENDPOINT.of(row.user_id, row.id))),
        discreet=row.discreet,
        created_at=row.created_at,
        last_taken_at=row.last_taken_at,
        until=until,
    )
