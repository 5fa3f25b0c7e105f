"""Notices to a person's browsers: one delivery, however many browsers.

`sent` means that at least one push service took it. Those that didn't are tried again for themselves, without changing
that. `confirmed` means that a browser says it showed it.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from cairn.accounts import service as accounts
from cairn.notify import notices, repository, service
from cairn.notify.changes import changed
from cairn.notify.errors import DeliveryWaits, NotByPush
from cairn.notify.messages import DeliverByPush, PushAgain
from cairn.notify.models import Channel, Delivery
from cairn.notify.repository import Begun
from cairn.notify.subscriptions import service as subscriptions
from cairn.notify.subscriptions.errors import DeviceGone, TestNotTaken, TestRefused
from cairn.notify.subscriptions.schemas import Device
from cairn.platform.actor import Actor
from cairn.platform.errors import TooMany
from cairn.platform.work import UnitOfWork
from cairn.push import service as push
from cairn.push.schemas import Push

KEPT_FOR = timedelta(hours=24)
"""How long a push service keeps it for a browser that is away."""

NO_DEVICE = "No browser of yours takes notices any more."
FIRST_WAIT, LONGEST_WAIT = 30, 600
TESTS_AT_ONCE, TEST_EVERY = 5, 60.0


@dataclass(slots=True)
class Outcome:
    """What became of one message at each browser."""

    taken: list[UUID] = field(default_factory=list)
    gone: list[UUID] = field(default_factory=list)
    refused: list[UUID] = field(default_factory=list)
    waiting: list[UUID] = field(default_factory=list)
    unanswered: list[UUID] = field(default_factory=list)
    reason: str = NO_DEVICE
    answer: str = ""
    retry_after: int | None = None


async def deliver(actor: Actor, delivery_id: UUID, revived: int = 0) -> None:
    """Hand one delivery to the push services of all the person's browsers.

    Raises:
        DeliveryWaits: not now; the queue tries again.
    """
    async with actor.work() as work:
        delivery = await repository.begin(work, delivery_id, revived)
        if delivery is None:
            await changed(work, await repository.drop_stopped(work, delivery_id, service.CUT_OFF))
            return
        devices = await subscriptions.devices(work)
    outcome = await _hand_over(actor, delivery, devices)
    async with actor.work() as work:
        await _note(work, outcome)
        if outcome.taken:
            await changed(work, await repository.sent(work, delivery_id, outcome.answer))
            _try_others(work, delivery_id, outcome)
            return
        if not outcome.waiting and not outcome.unanswered:
            await changed(work, await repository.failed(work, delivery_id, outcome.reason))
            return
        if await _put_back(work, delivery, outcome, revived):
            return
    raise DeliveryWaits(outcome.reason)


async def again(actor: Actor, job: PushAgain) -> None:
    """Hand a delivery that others took to one browser whose push service hadn't, while nobody has answered."""
    async with actor.work() as work:
        found = [one for one in await subscriptions.devices(work) if one.id == job.subscription_id]
        if not found:
            return
        delivery = await repository.again(work, job.delivery_id, doubtful=job.doubtful)
        if delivery is None or work.now - delivery.queued_at >= service.GIVE_UP_AFTER:
            return
    outcome = await _hand_over(actor, delivery, found)
    async with actor.work() as work:
        await _note(work, outcome)
        _try_others(work, job.delivery_id, outcome, job.tries + 1)


async def shown(work: UnitOfWork, delivery_id: UUID) -> Delivery:
    """A browser says that it showed this. Said twice, it is the same as once.

    Raises:
        NotByPush: it went another way.
        NotFound: no such delivery of this person.
    """
    delivery = await repository.get(work, delivery_id)
    if delivery.channel != Channel.PUSH:
        raise NotByPush
    confirmed = await repository.confirmed(work, delivery_id)
    if confirmed is None:
        return delivery
    await changed(work, confirmed)
    return confirmed


async def try_out(actor: Actor, subscription_id: UUID) -> None:
    """Send a notice to one browser, and say whether its push service took it.

    Raises:
        NotFound: none of the person's.
        TooMany: it was tried too often.
        DeviceGone: its push service doesn't know it any more; it was taken off the list.
        TestNotTaken, TestRefused: it wasn't taken.
    """
    async with actor.work() as work:
        device = await subscriptions.device(work, subscription_id)
    wait = await accounts.wait_before(
        actor.runtime, actor.user_id, "push.test", at_once=TESTS_AT_ONCE, every=TEST_EVERY
    )
    if wait is not None:
        raise TooMany(wait, policy="push.test")
    content = notices.trial(locale=actor.locale, discreet=device.discreet)
    try:
        await push.send(actor.runtime, _push(actor, device, content, "test"))
    except push.PushGone as error:
        async with actor.work() as work:
            await subscriptions.forget_gone(work, [device.id])
        raise DeviceGone from error
    except (push.PushNotTaken, push.PushUnanswered) as error:
        raise TestNotTaken from error
    except (push.PushRefused, push.BadSubscription) as error:
        raise TestRefused from error
    async with actor.work() as work:
        await subscriptions.taken(work, [device.id])


async def _hand_over(actor: Actor, delivery: Begun, devices: Sequence[Device]) -> Outcome:
    """Send to every browser at once; each has its own answer, and none waits for another's."""
    now = actor.runtime.clock.now()
    outcome = Outcome()

    async def one(device: Device) -> None:
        content = notices.content(delivery, now=now, zone=actor.zone, locale=actor.locale, discreet=device.discreet)
        try:
            answer = await push.send(actor.runtime, _push(actor, device, content, delivery.link or str(delivery.id)))
        except push.PushGone as error:
            outcome.gone.append(device.id)
            outcome.reason = error.detail
        except (push.PushRefused, push.BadSubscription) as error:
            outcome.refused.append(device.id)
            outcome.reason = error.detail
        except push.PushNotTaken as error:
            outcome.waiting.append(device.id)
            outcome.reason = error.detail
            outcome.retry_after = max(filter(None, (outcome.retry_after, error.retry_after)), default=None)
        except push.PushUnanswered as error:
            outcome.unanswered.append(device.id)
            outcome.reason = error.detail
        else:
            outcome.taken.append(device.id)
            outcome.answer = outcome.answer or answer

    await asyncio.gather(*(one(device) for device in devices))
    return outcome


def _push(actor: Actor, device: Device, content: bytes, subject: str) -> Push:
    return Push(
        device.target,
        content,
        topic=push.topic(subject),
        ttl=int(KEPT_FOR.total_seconds()),
        contact=accounts.page_address(actor.runtime),
    )


async def _note(work: UnitOfWork, outcome: Outcome) -> None:
    await subscriptions.forget_gone(work, outcome.gone)
    if outcome.taken:
        await subscriptions.taken(work, outcome.taken)


def _try_others(work: UnitOfWork, delivery_id: UUID, outcome: Outcome, tries: int = 0) -> None:
    """Queue another attempt for each browser that wasn't reached for sure."""
    wait = max(outcome.retry_after or 0, min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(tries, 10)))
    for doubtful, ids in ((False, outcome.waiting), (True, outcome.unanswered)):
        for subscription_id in ids:
            job = PushAgain(
                user_id=work.user_id,
                delivery_id=delivery_id,
                subscription_id=subscription_id,
                doubtful=doubtful,
                tries=tries,
            )
            work.enqueue(job, at=work.now + timedelta(seconds=wait))


async def _put_back(work: UnitOfWork, delivery: Begun, outcome: Outcome, revived: int) -> bool:
    """Let a delivery that no push service took wait for its next attempt; whether all is said about it."""
    if outcome.unanswered:
        # It stays `sending`: nobody knows whether it arrived, and the next attempt counts that.
        await repository.note(work, delivery.id, outcome.reason)
        return False
    if work.now - delivery.queued_at >= service.GIVE_UP_AFTER:
        await changed(work, await repository.failed(work, delivery.id, outcome.reason))
        return True
    waiting = await repository.put_back(work, delivery.id, outcome.reason)
    if waiting is None:
        await changed(work, await repository.drop_stopped(work, delivery.id, None))
        return True
    await changed(work, waiting)
    if outcome.retry_after is None:
        return False
    job = DeliverByPush(user_id=work.user_id, delivery_id=delivery.id, revived=revived)
    work.enqueue(job, at=work.now + timedelta(seconds=outcome.retry_after))
    return True
