"""The ticker rings what is due: all of it, never early, each once, and late rather than not at all."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from cairn.notify import service as notify
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.http import PageQuery
from cairn.platform.runtime import Runtime
from cairn.reminders import service, ticker
from tests.conftest import NewPerson, RunJobs
from tests.mail.mail_server import MailServer
from tests.reminders.booking import IN_AN_HOUR, NOON, booked, letters_to, row, states


async def test_nothing_rings_early(runtime: Runtime, actor: Actor, clock: StillClock) -> None:
    reminder = await booked(actor)
    clock.at = IN_AN_HOUR - timedelta(microseconds=1)
    await ticker.tick(runtime)
    assert (await row(actor, reminder)).state == "waiting"

    clock.at = IN_AN_HOUR
    await ticker.tick(runtime)
    rung = await row(actor, reminder)
    assert (rung.state, rung.armed, rung.rang_for, rung.last_rung_at) == (
        "ringing",
        False,
        IN_AN_HOUR,
        IN_AN_HOUR,
    )


async def test_a_due_reminder_reaches_the_page_and_the_mail_once(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    reminder = await booked(actor)
    clock.at = IN_AN_HOUR
    await ticker.tick(runtime)
    await ticker.tick(runtime)
    await run_jobs()

    assert [letter["Subject"] for letter in await letters_to(actor, carrier)] == ["Call the dentist"]
    body = (await letters_to(actor, carrier))[0].get_body(("plain",))
    assert body is not None
    assert "This is for Tue 24 Nov, 13:00." in body.get_content()
    assert await states(actor, reminder) == {"page": "queued", "email": "sent"}
    async with actor.work() as work:
        page = await service.deliveries(work, reminder, PageQuery())
        told = await work.session.execute(
            text("select kind, data from events where user_id = :me order by id"), {"me": actor.user_id}
        )
    due = [event.data for event in told if event.kind == "reminder.due"]
    assert due == [
        {
            "reminder_id": str(reminder),
            "delivery_id": next(str(item.id) for item in page.items if item.channel == "page"),
        }
    ]


async def test_tickers_at_once_ring_each_reminder_once(runtime: Runtime, person: NewPerson, clock: StillClock) -> None:
    people = [await person(), await person()]
    reminders = [(who, await booked(who, text=f"Thing {n}")) for who in people for n in range(15)]
    clock.at = IN_AN_HOUR
    rang = await asyncio.gather(*(ticker.tick(runtime) for _ in range(5)))

    assert sum(rang) == 30
    for who, reminder in reminders:
        assert await states(who, reminder) == {"page": "queued", "email": "queued"}


async def test_what_rang_late_says_so(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    await booked(actor, NOON + timedelta(hours=2))
    clock.at = NOON + timedelta(hours=2, minutes=25)
    await ticker.tick(runtime)
    await run_jobs()

    body = (await letters_to(actor, carrier))[0].get_body(("plain",))
    assert body is not None
    assert "This was for 14:00. It's 14:25 now." in body.get_content()


async def test_after_days_away_a_repeating_one_rings_once_for_its_latest_moment(
    runtime: Runtime, actor: Actor, clock: StillClock
) -> None:
    reminder = await booked(actor, rrule="FREQ=DAILY")
    clock.at = NOON + timedelta(days=5)
    assert await ticker.tick(runtime) >= 1
    await ticker.tick(runtime)

    rung = await row(actor, reminder)
    assert rung.rang_for == IN_AN_HOUR + timedelta(days=4)
    assert rung.due_at == IN_AN_HOUR + timedelta(days=5)
    assert rung.armed
    async with actor.work() as work:
        page = await notify.deliveries_of(work, "reminder", reminder, PageQuery())
    assert {(item.channel, item.occurrence_at) for item in page.items} == {
        ("page", rung.rang_for),
        ("email", rung.rang_for),
    }


async def test_a_rule_that_has_run_out_rings_its_last_time_and_ends(
    runtime: Runtime, actor: Actor, clock: StillClock
) -> None:
    reminder = await booked(actor, rrule="FREQ=DAILY;COUNT=2")
    for days in (0, 1):
        clock.at = IN_AN_HOUR + timedelta(days=days)
        await ticker.tick(runtime)
    rung = await row(actor, reminder)
    assert (rung.state, rung.armed) == ("ringing", False)

    async with actor.work() as work:
        await service.done(work, reminder)
    assert (await row(actor, reminder)).state == "done"


@pytest.mark.parametrize(
    ("start", "moments"),
    [
        # Lisbon sets its clocks forward on 28 March 2027: nine on the wall is an hour earlier in the world.
        (
            datetime(2027, 3, 27, 9, 0, tzinfo=UTC),
            [datetime(2027, 3, 28, 8, 0, tzinfo=UTC), datetime(2027, 3, 29, 8, 0, tzinfo=UTC)],
        ),
        # And back on 31 October 2027.
        (
            datetime(2027, 10, 30, 8, 0, tzinfo=UTC),
            [datetime(2027, 10, 31, 9, 0, tzinfo=UTC), datetime(2027, 11, 1, 9, 0, tzinfo=UTC)],
        ),
        # Half past one isn't there on 28 March 2027, so that day it is the next minute there is.
        (
            datetime(2027, 3, 27, 1, 30, tzinfo=UTC),
            [datetime(2027, 3, 28, 1, 0, tzinfo=UTC), datetime(2027, 3, 29, 0, 30, tzinfo=UTC)],
        ),
        # It is there twice on 31 October 2027, and rings the first time alone.
        (
            datetime(2027, 10, 30, 0, 30, tzinfo=UTC),
            [datetime(2027, 10, 31, 0, 30, tzinfo=UTC), datetime(2027, 11, 1, 1, 30, tzinfo=UTC)],
        ),
    ],
)
async def test_the_time_on_the_wall_stays_when_clocks_change(
    runtime: Runtime, actor: Actor, clock: StillClock, start: datetime, moments: list[datetime]
) -> None:
    clock.at = start - timedelta(hours=1)
    reminder = await booked(actor, start, rrule="FREQ=DAILY")
    rang = []
    for moment in [start, *moments]:
        clock.at = moment
        await ticker.tick(runtime)
        rang.append((await row(actor, reminder)).rang_for)

    assert rang == [start, *moments]


async def test_one_that_cannot_be_reckoned_with_does_not_hold_up_the_others(
    runtime: Runtime, actor: Actor, clock: StillClock
) -> None:
    broken, sound = await booked(actor, rrule="FREQ=DAILY"), await booked(actor)
    async with actor.work() as work:
        await work.session.execute(
            text("update reminders set zone = 'Atlantis/Capital' where id = :id"), {"id": broken}
        )
    clock.at = IN_AN_HOUR
    await ticker.tick(runtime)

    assert (await row(actor, broken)).state == "ringing"
    assert (await row(actor, sound)).state == "ringing"


async def test_a_reminder_follows_the_person_to_another_zone(runtime: Runtime, actor: Actor, clock: StillClock) -> None:
    floats, stays = await booked(actor), await booked(actor, floating=False)
    snoozed = await booked(actor)
    async with actor.work() as work:
        await service.snooze(work, snoozed, NOON + timedelta(minutes=10))
        await service.follow_zone(work, "America/New_York")

    # 13:00 in Lisbon becomes 13:00 in New York; ten minutes stay ten minutes.
    assert (await row(actor, floats)).due_at == datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    assert (await row(actor, stays)).due_at == IN_AN_HOUR
    assert (await row(actor, snoozed)).due_at == NOON + timedelta(minutes=10)
