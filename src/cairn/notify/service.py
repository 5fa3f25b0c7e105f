"""Telling people things: one delivery for each channel, each with the truth of what became of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from cairn.accounts import service as accounts
from cairn.mail import service as mail
from cairn.mail.schemas import Letter
from cairn.notify import carriers, climbing, letters, preferences, repository, rules, stopping
from cairn.notify.changes import changed as _changed
from cairn.notify.changes import event
from cairn.notify.errors import DeliveryWaits, NotOnThePage
from cairn.notify.models import Channel, Delivery, State
from cairn.notify.repository import Begun, Planned
from cairn.notify.schemas import DeliveryOut, Ladder, Notice, Queued
from cairn.notify.subscriptions import service as subscriptions
from cairn.platform.actor import Actor
from cairn.platform.http import Page, PageQuery
from cairn.platform.work import UnitOfWork

GIVE_UP_AFTER = timedelta(hours=24)
coming = stopping.coming
CUT_OFF = "An attempt was cut off before its answer came. It may have arrived already."


async def notify(work: UnitOfWork, *notices: Notice) -> list[Queued]:
    """Send each notice up its ladder: what goes at once is queued, the rest is planned.

    What was queued or planned for the same moment before stays one. Works in the system's own unit of work, too,
    with notices to many people.
    """
    if not notices:
        return []
    again = [(one.user_id, one.kind, one.subject_id, one.occurrence_at) for one in notices if one.again]
    if again:
        await climbing.supersede(work, again, rules.RANG_AGAIN)
    wishes = await preferences.of(work, {notice.user_id for notice in notices})
    steps = [step for notice in notices for step in _planned(notice, wishes[notice.user_id], work.now)]
    made = await repository.queue(work, steps)
    for delivery in made:
        if not delivery.planned:
            _hand_over(work, delivery.channel, delivery.user_id, delivery.id)
    return made


def _planned(notice: Notice, wishes: rules.Wishes, now: datetime) -> list[Planned]:
    start = rules.start_of(notice.occurrence_at, now)
    usable = wishes.usable if notice.mail else wishes.usable - {Channel.EMAIL}
    steps = rules.plan(notice.ladder or wishes.ladder, usable, start)
    return [_waiting(notice, step, wishes, now) for step in steps]


def _waiting(notice: Notice, step: rules.Step, wishes: rules.Wishes, now: datetime) -> Planned:
    at, why = rules.hold(max(step.at, now), step.channel, wishes.quiet, urgent=notice.urgent)
    return Planned(notice, step, at if why is not None or step.at > now else None)


def _hand_over(work: UnitOfWork, channel: Channel, user_id: UUID, delivery_id: UUID, revived: int = 0) -> None:
    job = carriers.job_for(channel, user_id, delivery_id, revived)
    if job is not None:
        work.enqueue(job)


async def climb(work: UnitOfWork, most: int) -> int:
    """Take every step of a ladder that is due. The system's work; several may at once.

    Returns:
        How many were looked at.
    """
    due = await climbing.claim(work, most)
    if not due:
        return 0
    wishes = await preferences.of(work, {one.user_id for one in due})
    for gone in await climbing.settle(work, rules.judge(due, wishes, work.now)):
        _hand_over(work, Channel(gone.channel), gone.user_id, gone.id, gone.revived)
        await work.publish(event(gone.id, gone.kind, gone.subject_id, gone.channel, State.QUEUED), to=gone.user_id)
    return len(due)


async def replan(work: UnitOfWork, notice: Notice, rang_at: datetime) -> None:
    """Put another ladder to something that rings already: what is still to come of the one before is taken away.

    What the new ladder would have done by now isn't made up for.
    """
    await climbing.alone(work, notice.subject_id)
    highest = await climbing.unplan(work, notice)
    wishes = (await preferences.of(work, {notice.user_id}))[notice.user_id]
    steps = rules.plan(notice.ladder or wishes.ladder, wishes.usable, rules.start_of(notice.occurrence_at, rang_at))
    ahead = [replace(step, rung=step.rung + highest) for step in rules.coming(steps, work.now)]
    await repository.queue(work, [_waiting(notice, step, wishes, work.now) for step in ahead])


async def ladder_of(work: UnitOfWork) -> Ladder:
    """The ladder that this person's notices climb when they have none of their own."""
    return (await preferences.of(work, {work.user_id}))[work.user_id].ladder


async def reaching(work: UnitOfWork) -> list[Channel]:
    """The channels that come after this person: those they want and that carry to them."""
    usable = (await preferences.of(work, {work.user_id}))[work.user_id].usable
    return [channel for channel in Channel if channel in usable & rules.NOISY]


async def quiet_until(work: UnitOfWork) -> datetime | None:
    """Until when this person isn't to be disturbed, if they said so."""
    return (await preferences.get(work)).do_not_disturb_until


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
            await _changed(work, await repository.sent(work, delivery_id, sent.answer, kept=sent.kept))


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
        if delivery.state == State.QUEUED:
            _hand_over(work, Channel(delivery.channel), work.user_id, delivery.id, delivery.revived)
    await _changed(work, *revived)


async def deliveries_of(work: UnitOfWork, kind: str, subject_id: UUID, page: PageQuery) -> Page[DeliveryOut]:
    """Where the notices about one thing went and what is still to come, newest first."""
    return await _page(work, *await repository.page_about(work, kind, subject_id, page))


async def deliveries(
    work: UnitOfWork, page: PageQuery, channel: Channel | None, state: str | None
) -> Page[DeliveryOut]:
    """All of the person's deliveries, newest first."""
    conditions = []
    if channel is not None:
        conditions.append(Delivery.channel == channel)
    if state is not None:
        conditions.append(Delivery.state == state)
    return await _page(work, *await repository.page_of(work, page, *conditions))


async def delivery(work: UnitOfWork, delivery_id: UUID) -> Delivery:
    return await repository.get(work, delivery_id)


async def told(work: UnitOfWork, rows: Sequence[Delivery]) -> list[DeliveryOut]:
    """Deliveries with, of those still to come, when they go and what they wait for."""
    out = [DeliveryOut.model_validate(row) for row in rows]
    planned = [one for one in out if one.state is State.PLANNED and one.planned_for is not None]
    if planned:
        quiet = (await preferences.of(work, {work.user_id}))[work.user_id].quiet
        for one in planned:
            at = max(one.planned_for or work.now, work.now)
            one.expected_at, why = rules.hold(at, one.channel, quiet, urgent=one.urgent)
            one.waits_for = why or "time"
    return out


async def _page(work: UnitOfWork, rows: Sequence[Delivery], next_cursor: str | None) -> Page[DeliveryOut]:
    return Page(items=await told(work, rows), next_cursor=next_cursor)


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """Every delivery of the person, how they wish to be reached, and the browsers in which they are told."""
    rows = await repository.everything(work)
    return {
        "deliveries": [DeliveryOut.model_validate(row).model_dump(mode="json") for row in rows],
        "notification_preferences": await preferences.exported(work),
        "push_subscriptions": await subscriptions.exported(work),
    }


async def erase(work: UnitOfWork) -> None:
    await repository.erase(work)
    await preferences.erase(work)
    await subscriptions.erase(work)
