"""Telling people things: one delivery for each channel, each with the truth of what became of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from cairn.accounts import service as accounts
from cairn.mail import service as mail
from cairn.mail.schemas import Letter
from cairn.notify import letters, repository
from cairn.notify.changes import changed as _changed
from cairn.notify.errors import DeliveryWaits, NotOnThePage
from cairn.notify.messages import DeliverByEmail, DeliverByPush
from cairn.notify.models import Channel, Delivery
from cairn.notify.repository import Begun
from cairn.notify.schemas import DeliveryOut, Notice, Queued
from cairn.notify.subscriptions import service as subscriptions
from cairn.platform.actor import Actor
from cairn.platform.http import Page, PageQuery
from cairn.platform.work import UnitOfWork

GIVE_UP_AFTER = timedelta(hours=24)
CUT_OFF = "An attempt was cut off before its answer came. It may have arrived already."


async def notify(work: UnitOfWork, *notices: Notice) -> list[Queued]:
    """Queue each notice on every channel of its person; what was queued for the same moment before stays one.

    Works in the system's own unit of work, too, with notices to many people.
    """
    if not notices:
        return []
    made = await repository.queue(work, notices, [Channel.PAGE, Channel.EMAIL])
    with_browser = await subscriptions.reachable(work, {notice.user_id for notice in notices})
    by_push = [notice for notice in notices if notice.user_id in with_browser]
    if by_push:
        made += await repository.queue(work, by_push, [Channel.PUSH])
    for delivery in made:
        if delivery.channel is Channel.PUSH:
            work.enqueue(DeliverByPush(user_id=delivery.user_id, delivery_id=delivery.id))
        if delivery.channel is Channel.EMAIL:
            work.enqueue(DeliverByEmail(user_id=delivery.user_id, delivery_id=delivery.id))
    return made


async def deliver_by_email(actor: Actor, delivery_id: UUID, revived: int = 0) -> None:
    """Hand one delivery to the mail server, saying before and after in transactions of their own.

    Raises:
        DeliveryWaits: not now; the queue tries again.
    """
    async with actor.work() as work:
        delivery = await repository.begin(work, delivery_id, revived)
        if delivery is None:
            await _changed(work, await repository.drop_stopped(work, delivery_id, CUT_OFF))
            return
        address = await accounts.address_of(work, work.user_id)
        letter = _letter(actor, delivery, address, work.now)
    try:
        sent = await mail.send(actor.runtime, letter)
    except (mail.MailRefused, mail.BadLetter) as error:
        async with actor.work() as work:
            await _changed(work, await repository.failed(work, delivery_id, error.detail))
    except mail.MailNotTaken as error:
        if await _put_back(actor, delivery, error.detail):
            raise DeliveryWaits(error.detail) from error
    except mail.MailUnanswered as error:
        # It stays `sending`: nobody knows whether it arrived, and the next attempt counts that.
        async with actor.work() as work:
            await repository.note(work, delivery_id, error.detail)
        raise DeliveryWaits(error.detail) from error
    else:
        async with actor.work() as work:
            await _changed(work, await repository.sent(work, delivery_id, sent.answer))


async def _put_back(actor: Actor, delivery: Begun, reason: str) -> bool:
    """Let a delivery that wasn't taken wait for its next attempt; whether there will be one."""
    async with actor.work() as work:
        if work.now - delivery.queued_at >= GIVE_UP_AFTER:
            await _changed(work, await repository.failed(work, delivery.id, reason))
            return False
        waiting = await repository.put_back(work, delivery.id, reason)
        if waiting is None:
            await _changed(work, await repository.drop_stopped(work, delivery.id, None))
            return False
        await _changed(work, waiting)
        return True


def _letter(actor: Actor, delivery: Begun, address: str, now: datetime) -> Letter:
    words = letters.words_for(
        delivery,
        now=now,
        zone=actor.zone,
        locale=actor.locale,
        page=accounts.page_address(actor.runtime),
    )
    return Letter(
        to=address,
        subject=words.subject,
        text=words.text,
        html=words.html,
        message_id=str(delivery.id),
        headers={"X-Cairn-Delivery": str(delivery.id)},
        user_id=actor.user_id,
    )


async def seen(work: UnitOfWork, delivery_id: UUID) -> Delivery:
    """A page shows this, or its notification was opened. Said twice, it is the same as once.

    Raises:
        NotOnThePage: it went another way.
        NotFound: no such delivery of this person.
    """
    delivery = await repository.get(work, delivery_id)
    if delivery.channel not in (Channel.PAGE, Channel.PUSH):
        raise NotOnThePage
    shown = await repository.seen(work, delivery_id)
    if shown is None:
        return delivery
    await _changed(work, shown)
    return shown


async def acknowledge(work: UnitOfWork, kind: str, subject_id: UUID) -> None:
    """The person answered: what wasn't sent yet won't be, and what was is marked as answered."""
    await _changed(work, *await repository.stop(work, kind, subject_id, answered=True))


async def withdraw(work: UnitOfWork, kind: str, subject_id: UUID) -> None:
    """There is nothing left to tell: what wasn't sent yet won't be."""
    await _changed(work, *await repository.stop(work, kind, subject_id, answered=False))


async def revive(work: UnitOfWork, kind: str, subject_id: UUID, occurrence_at: datetime) -> None:
    """The answer was taken back: go on with the deliveries of that moment as if it had not been given."""
    revived = await repository.revive(work, kind, subject_id, occurrence_at)
    for delivery in revived:
        if delivery.channel == Channel.EMAIL and delivery.state == "queued":
            work.enqueue(DeliverByEmail(user_id=work.user_id, delivery_id=delivery.id, revived=delivery.revived))
        if delivery.channel == Channel.PUSH and delivery.state == "queued":
            work.enqueue(DeliverByPush(user_id=work.user_id, delivery_id=delivery.id, revived=delivery.revived))
    await _changed(work, *revived)


async def deliveries_of(work: UnitOfWork, kind: str, subject_id: UUID, page: PageQuery) -> Page[DeliveryOut]:
    """Where the notices about one thing went, newest first."""
    return _page(*await repository.page_about(work, kind, subject_id, page))


async def deliveries(
    work: UnitOfWork, page: PageQuery, channel: Channel | None, state: str | None
) -> Page[DeliveryOut]:
    """All of the person's deliveries, newest first."""
    conditions = []
    if channel is not None:
        conditions.append(Delivery.channel == channel)
    if state is not None:
        conditions.append(Delivery.state == state)
    return _page(*await repository.page_of(work, page, *conditions))


async def delivery(work: UnitOfWork, delivery_id: UUID) -> Delivery:
    return await repository.get(work, delivery_id)


def _page(rows: Sequence[Delivery], next_cursor: str | None) -> Page[DeliveryOut]:
    return Page(items=[DeliveryOut.model_validate(row) for row in rows], next_cursor=next_cursor)


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """Every delivery of the person, and the browsers in which they are told."""
    rows = await repository.everything(work)
    return {
        "deliveries": [DeliveryOut.model_validate(row).model_dump(mode="json") for row in rows],
        "push_subscriptions": await subscriptions.exported(work),
    }
