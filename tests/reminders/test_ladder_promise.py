"""Whatever the ladder, the quiet times and the answers: each step goes once or is withdrawn, never both or neither."""

import random
from collections import Counter
from datetime import datetime, time, timedelta

import pytest

from cairn.notify import ladder_ticker, preferences
from cairn.notify.models import Channel
from cairn.notify.schemas import ChangePreferences, DeliveryOut, Ladder, Nag, QuietHours, Rung, State
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.http import PageQuery
from cairn.platform.runtime import Runtime
from cairn.reminders import service, ticker
from cairn.reminders.errors import AlreadyAnswered, NothingToReopen
from cairn.reminders.schemas import ChangeReminder
from tests.conftest import RunJobs
from tests.mail.mail_server import MailServer
from tests.reminders.booking import IN_AN_HOUR, booked, letters_to

SETTLED = {State.SENT, State.ACKNOWLEDGED, State.CANCELLED, State.SKIPPED}


@pytest.mark.parametrize("seed", range(12))
async def test_each_step_goes_once_or_is_withdrawn(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs, seed: int
) -> None:
    dice = random.Random(seed)
    async with actor.work() as work:
        await preferences.change(work, ChangePreferences(quiet_hours=_quiet_hours(dice)))
    reminder = await booked(actor)
    async with actor.work() as work:
        await service.edit(work, reminder, ChangeReminder(ladder=_ladder(dice), urgent=dice.random() < 0.2), None)
    at, done = IN_AN_HOUR, False
    for _ in range(25):
        clock.at = at
        await ticker.tick(runtime)
        for _ in range(dice.randint(0, 2)):
            await ladder_ticker.tick(runtime)
        if dice.random() < 0.7:
            await run_jobs()
        done = await _answered(actor, reminder, dice, done=done)
        at += timedelta(minutes=dice.choice([1, 3, 7, 20, 60]))
    async with actor.work() as work:
        await preferences.do_not_disturb(work, None)
        await preferences.keep_quiet_hours(work, None)
        if done:
            await service.reopen(work, reminder)
    # Long enough for everything that isn't answered to go.
    for _ in range(14):
        clock.at = at
        await ladder_ticker.tick(runtime)
        await run_jobs()
        at += timedelta(minutes=60)

    async with actor.work() as work:
        rows = (await service.deliveries(work, reminder, PageQuery(limit=200))).items
    mails = [row for row in rows if row.channel is Channel.EMAIL]
    handed_over = Counter(letter["X-Cairn-Delivery"] for letter in await letters_to(actor, carrier))
    assert mails
    for row in mails:
        assert row.state in SETTLED, row
        assert handed_over[str(row.id)] == (1 if _was_sent(row) else 0), row
        if row.state is State.SKIPPED:
            assert row.reason == "later_went"
        if _was_sent(row):
            assert row.sent_at is not None
            assert row.planned_for is not None
            assert row.sent_at >= row.planned_for
    assert not any(row.state is State.CANCELLED for row in mails), "everything was taken back, so nothing is withdrawn"


def _was_sent(row: DeliveryOut) -> bool:
    return row.sent_at is not None


async def _answered(actor: Actor, reminder: object, dice: random.Random, *, done: bool) -> bool:
    """A random answer, or none; whether it is done now."""
    answer = dice.choice(["", "", "done", "reopen", "quiet", "loud"])
    async with actor.work() as work:
        try:
            if answer == "done":
                await service.done(work, reminder)  # type: ignore[arg-type]
                return True
            if answer == "reopen":
                await service.reopen(work, reminder)  # type: ignore[arg-type]
                return False
            if answer == "quiet":
                await preferences.do_not_disturb(work, work.now + timedelta(minutes=dice.randint(1, 90)))
            elif answer == "loud":
                await preferences.do_not_disturb(work, None)
        except (AlreadyAnswered, NothingToReopen):
            pass
    return done


def _ladder(dice: random.Random) -> Ladder:
    delays = sorted(dice.sample(range(180), dice.randint(1, 5)))
    rungs = [
        Rung(channels=dice.choice([[Channel.PAGE, Channel.EMAIL], [Channel.EMAIL]]), after_minutes=d) for d in delays
    ]
    nag = Nag(every_minutes=dice.randint(1, 60), times=dice.randint(1, 6)) if dice.random() < 0.7 else None
    return Ladder(rungs=rungs, nag=nag)


def _quiet_hours(dice: random.Random) -> QuietHours | None:
    if dice.random() < 0.4:
        return None
    start = datetime(2026, 1, 1, dice.randint(12, 18), dice.choice([0, 30]))  # noqa: DTZ001  # a time on the wall
    end = start + timedelta(minutes=dice.randint(10, 400))
    return QuietHours(start=time(start.hour, start.minute), end=time(end.hour, end.minute))
