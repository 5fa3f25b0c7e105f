"""In quiet times nothing makes a noise and nothing is dropped: it comes when they end, and says that it is late."""

from datetime import UTC, datetime, time, timedelta

from cairn.accounts import service as accounts
from cairn.accounts.schemas import ChangeMe
from cairn.notify import preferences
from cairn.notify.schemas import Preset, QuietHours, State
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders import service
from cairn.reminders.schemas import ChangeReminder
from tests.conftest import RunJobs
from tests.mail.mail_server import MailServer
from tests.reminders.booking import IN_AN_HOUR, NOON, booked, letters_to
from tests.reminders.climbing import EMAIL, MINUTE, STEPS, both_tick, keep, mails, steps, with_ladder


async def test_in_quiet_hours_it_stands_on_the_page_and_the_mail_goes_late_when_they_end(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    await keep(actor, preset=Preset.INSISTENT, quiet_hours=QuietHours(start=time(22), end=time(7)))
    at_night = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    reminder = await booked(actor, at_night)
    await both_tick(runtime, clock, at_night)
    for hours in range(1, 8):
        await both_tick(runtime, clock, at_night + timedelta(hours=hours) - 30 * MINUTE)
        await run_jobs()
        assert await letters_to(actor, carrier) == []
    assert (await steps(actor, reminder))[0].state is State.QUEUED
    await both_tick(runtime, clock, datetime(2026, 11, 25, 7, 0, tzinfo=UTC))
    await run_jobs()

    letters = await letters_to(actor, carrier)
    assert len(letters) == 1
    body = letters[0].get_body(("plain",))
    assert body is not None
    assert "This was for Tue 24 Nov, 23:30. It's Wed 25 Nov, 07:00 now." in body.get_content()


async def test_what_is_urgent_is_heard_in_quiet_times(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    async with actor.work() as work:
        await preferences.do_not_disturb(work, NOON + timedelta(days=1))
    await with_ladder(actor, None, urgent=True, text="Take the pill")
    await booked(actor, text="Water the plants")
    await both_tick(runtime, clock, IN_AN_HOUR)
    await run_jobs()

    assert [letter["Subject"] for letter in await letters_to(actor, carrier)] == ["Take the pill"]


async def test_do_not_disturb_that_is_ended_lets_go_what_waited(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    async with actor.work() as work:
        await preferences.do_not_disturb(work, NOON + timedelta(days=1))
    reminder = await booked(actor)
    await both_tick(runtime, clock, IN_AN_HOUR)
    waiting = (await steps(actor, reminder))[-1]
    assert (waiting.state, waiting.waits_for) == (State.PLANNED, "do_not_disturb")
    async with actor.work() as work:
        await preferences.do_not_disturb(work, None)
    await both_tick(runtime, clock, IN_AN_HOUR + MINUTE)
    await run_jobs()

    assert len(await letters_to(actor, carrier)) == 1


async def test_another_zone_moves_the_end_of_the_quiet_hours(runtime: Runtime, actor: Actor, clock: StillClock) -> None:
    await keep(actor, quiet_hours=QuietHours(start=time(22), end=time(7)))
    at_night = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    reminder = await booked(actor, at_night)
    await both_tick(runtime, clock, at_night)
    async with actor.work() as work:
        await accounts.change_me(work, ChangeMe(time_zone="America/New_York"))
    await both_tick(runtime, clock, at_night + MINUTE)  # half past six in the evening there

    assert await mails(actor, reminder) == [("rung 1", 0, "queued")]


async def test_a_channel_turned_off_while_it_climbs_is_passed_over_and_says_so(
    runtime: Runtime, actor: Actor, clock: StillClock
) -> None:
    reminder = await with_ladder(actor)
    await both_tick(runtime, clock, IN_AN_HOUR)
    await keep(actor, off=[EMAIL])
    await both_tick(runtime, clock, IN_AN_HOUR + 5 * MINUTE)

    first = next(one for one in await steps(actor, reminder) if one.channel is EMAIL)
    assert (first.state, first.reason) == (State.SKIPPED, "turned_off")


async def test_another_ladder_keeps_what_waits_for_the_quiet_to_end(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    async with actor.work() as work:
        await preferences.do_not_disturb(work, IN_AN_HOUR + 30 * MINUTE)
    reminder = await booked(actor)
    await both_tick(runtime, clock, IN_AN_HOUR)
    async with actor.work() as work:
        await service.edit(work, reminder, ChangeReminder(text="Call Dr Sousa", ladder=STEPS), None)
    await both_tick(runtime, clock, IN_AN_HOUR + 30 * MINUTE)
    await run_jobs()

    assert [letter["Subject"] for letter in await letters_to(actor, carrier)] == ["Call Dr Sousa"]
