"""Reminders escalate: each step goes once, none after the answer, none is lost, and none lies."""

import asyncio
from datetime import time, timedelta

import pytest
from sqlalchemy import text

from cairn.notify import ladder_ticker
from cairn.notify import service as notify
from cairn.notify.schemas import Ladder, Nag, QuietHours, Rung, State
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.reminders import ladders, service
from tests.conftest import NewPerson, RunJobs
from tests.mail.mail_server import MailServer
from tests.reminders.booking import IN_AN_HOUR, booked, letters_to
from tests.reminders.climbing import EMAIL, MINUTE, PAGE, STEPS, both_tick, keep, mails, steps, with_ladder


async def test_each_step_goes_at_its_time_and_it_comes_again_so_many_times(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    reminder = await with_ladder(actor)
    sent: list[int] = []
    for minute in range(120):
        await both_tick(runtime, clock, IN_AN_HOUR + minute * MINUTE)
        await run_jobs() if minute in (5, 25, 45, 119) else None
        if len(await letters_to(actor, carrier)) > len(sent):
            sent.append(minute)

    assert sent == [5, 25, 45]
    assert await mails(actor, reminder) == [
        ("rung 2", 0, "sent"),
        ("rung 2", 1, "sent"),
        ("rung 2", 2, "sent"),
    ]


async def test_what_comes_again_says_for_when_it_was(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    await with_ladder(actor)
    await both_tick(runtime, clock, IN_AN_HOUR)
    await both_tick(runtime, clock, IN_AN_HOUR + 5 * MINUTE)
    await run_jobs()

    body = (await letters_to(actor, carrier))[0].get_body(("plain",))
    assert body is not None
    assert "This was for 13:00. It's 13:05 now." in body.get_content()


async def test_what_is_still_to_come_is_told_with_its_time_and_why(
    runtime: Runtime, actor: Actor, clock: StillClock
) -> None:
    await keep(actor, quiet_hours=QuietHours(start=time(13, 4), end=time(14, 0)))
    reminder = await with_ladder(actor)
    await both_tick(runtime, clock, IN_AN_HOUR)

    on_page, by_mail, again = await steps(actor, reminder)
    assert (on_page.channel, on_page.state, on_page.waits_for) == (PAGE, State.QUEUED, None)
    assert (by_mail.state, by_mail.planned_for, by_mail.expected_at, by_mail.waits_for) == (
        State.PLANNED,
        IN_AN_HOUR + 5 * MINUTE,
        IN_AN_HOUR + 60 * MINUTE,
        "quiet_hours",
    )
    assert (again.nag, again.nag_every, again.nag_more, again.waits_for) == (1, 20, 1, "quiet_hours")


@pytest.mark.parametrize("answer", ["done", "snoozed", "removed"])
async def test_an_answer_between_two_steps_stops_the_rest_in_the_same_transaction(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs, answer: str
) -> None:
    reminder = await with_ladder(actor)
    await both_tick(runtime, clock, IN_AN_HOUR)
    await both_tick(runtime, clock, IN_AN_HOUR + 5 * MINUTE)
    await run_jobs()
    async with actor.work() as work:
        if answer == "done":
            await service.done(work, reminder)
        elif answer == "snoozed":
            await service.snooze(work, reminder, clock.at + timedelta(days=1))
        else:
            await service.cancel(work, reminder)
    for minute in (25, 45, 65):
        await both_tick(runtime, clock, IN_AN_HOUR + minute * MINUTE)
        await run_jobs()

    assert len(await letters_to(actor, carrier)) == 1
    assert [state for _, _, state in await mails(actor, reminder)] == [
        "sent" if answer == "removed" else "acknowledged",
        "cancelled",
    ]


async def test_done_taken_back_goes_on_with_what_was_not_sent(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    reminder = await with_ladder(actor)
    await both_tick(runtime, clock, IN_AN_HOUR)
    async with actor.work() as work:
        await service.done(work, reminder)
    async with actor.work() as work:
        await service.reopen(work, reminder)
    assert [state for _, _, state in await mails(actor, reminder)] == ["planned", "planned"]

    await both_tick(runtime, clock, IN_AN_HOUR + 5 * MINUTE)
    await run_jobs()
    assert len(await letters_to(actor, carrier)) == 1


async def test_a_worker_that_was_away_sends_what_is_due_once(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    ladder = Ladder(
        rungs=[Rung(channels=[EMAIL], after_minutes=minute) for minute in (1, 2, 3, 4)], nag=Nag(every_minutes=5)
    )
    reminder = await with_ladder(actor, ladder)
    await both_tick(runtime, clock, IN_AN_HOUR)
    await both_tick(runtime, clock, IN_AN_HOUR + 180 * MINUTE)
    await run_jobs()

    assert len(await letters_to(actor, carrier)) == 1
    assert [state for _, _, state in await mails(actor, reminder)] == ["skipped"] * 4 + ["sent", "planned"]
    skipped = [one.reason for one in await steps(actor, reminder) if one.state is State.SKIPPED]
    assert skipped == ["later_went"] * 4
    assert (await steps(actor, reminder))[-1].planned_for == IN_AN_HOUR + 184 * MINUTE


async def test_tickers_at_once_take_each_step_once(
    runtime: Runtime, person: NewPerson, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    people = [await person(), await person()]
    reminders = [(who, await with_ladder(who, text=f"Thing {n}")) for who in people for n in range(10)]
    await both_tick(runtime, clock, IN_AN_HOUR)
    clock.at = IN_AN_HOUR + 26 * MINUTE
    await asyncio.gather(*(ladder_ticker.tick(runtime) for _ in range(5)))
    await ladder_ticker.tick(runtime)
    await run_jobs()

    for who in people:
        assert len(await letters_to(who, carrier)) == 10
    for who, reminder in reminders:
        assert await mails(who, reminder) == [("rung 2", 0, "skipped"), ("rung 2", 1, "sent"), ("rung 2", 2, "planned")]


async def test_nothing_follows_an_answer_that_comes_while_a_step_is_taken(
    runtime: Runtime, actor: Actor, clock: StillClock, run_jobs: RunJobs, carrier: MailServer
) -> None:
    """The ticker has made the next repetition and not committed yet, when the person presses Done."""
    reminder = await with_ladder(actor)
    await both_tick(runtime, clock, IN_AN_HOUR)
    await both_tick(runtime, clock, IN_AN_HOUR + 5 * MINUTE)
    await run_jobs()
    clock.at = IN_AN_HOUR + 25 * MINUTE

    async def done() -> None:
        async with actor.work() as work:
            await service.done(work, reminder)

    async with runtime.system() as work:
        await notify.climb(work, 200)
        answered = asyncio.create_task(done())
        await _until_somebody_waits(runtime)
    await answered
    await run_jobs()

    assert [state for _, _, state in await mails(actor, reminder)] == ["acknowledged", "cancelled", "cancelled"]
    assert len(await letters_to(actor, carrier)) == 1


async def _until_somebody_waits(runtime: Runtime) -> None:
    waits = text(
        "select count(*) from pg_locks where not granted and locktype = 'advisory'"
        " and database = (select oid from pg_database where datname = current_database())"
    )
    for _ in range(500):
        async with runtime.system() as work:
            if await work.session.scalar(waits):
                return
        await asyncio.sleep(0.01)
    raise AssertionError("the answer didn't wait for the ticker")


async def test_a_step_is_not_taken_while_the_answer_is_being_written(
    runtime: Runtime, actor: Actor, clock: StillClock
) -> None:
    reminder = await with_ladder(actor)
    await both_tick(runtime, clock, IN_AN_HOUR)
    clock.at = IN_AN_HOUR + 5 * MINUTE
    async with actor.work() as work:
        await service.done(work, reminder)
        await ladder_ticker.tick(runtime)
    await ladder_ticker.tick(runtime)

    assert [state for _, _, state in await mails(actor, reminder)] == ["cancelled", "cancelled"]


async def test_done_elsewhere_while_a_mail_is_on_its_way_says_both(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    reminder = await with_ladder(actor)
    await both_tick(runtime, clock, IN_AN_HOUR)
    await both_tick(runtime, clock, IN_AN_HOUR + 5 * MINUTE)
    by_mail = next(one.id for one in await steps(actor, reminder) if one.channel is EMAIL and not one.nag)
    async with actor.work() as work:
        await work.session.execute(
            text("update deliveries set state = 'sending', sending_at = :now, attempts = 1 where id = :id"),
            {"id": by_mail, "now": clock.at},
        )
    async with actor.work() as work:
        await service.done(work, reminder)
    await both_tick(runtime, clock, IN_AN_HOUR + 30 * MINUTE)
    await run_jobs()

    told = next(one for one in await steps(actor, reminder) if one.id == by_mail)
    assert (told.state, told.reason) == (State.CANCELLED, notify.CUT_OFF)
    assert await letters_to(actor, carrier) == []


async def test_a_repeating_one_that_rings_again_ends_the_ladder_of_the_time_before(
    runtime: Runtime, actor: Actor, clock: StillClock
) -> None:
    reminder = await with_ladder(actor, Ladder(rungs=STEPS.rungs, nag=Nag(every_minutes=1440)), rrule="FREQ=DAILY")
    await both_tick(runtime, clock, IN_AN_HOUR)
    await both_tick(runtime, clock, IN_AN_HOUR + 5 * MINUTE)
    await both_tick(runtime, clock, IN_AN_HOUR + timedelta(days=1))
    clock.forward(6 * MINUTE)
    await ladder_ticker.tick(runtime)

    before = [one for one in await steps(actor, reminder) if one.occurrence_at == IN_AN_HOUR and one.channel is EMAIL]
    assert [(str(one.state), one.reason) for one in before] == [("queued", None), ("skipped", "rang_again")]


async def test_a_clock_that_goes_back_sends_nothing_twice(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    await with_ladder(actor)
    for minute in (0, 5, 0, 3, 5, 6, 25, 20, 25):
        await both_tick(runtime, clock, IN_AN_HOUR + minute * MINUTE)
        await run_jobs()

    assert len(await letters_to(actor, carrier)) == 2


async def test_nagging_begins_for_what_rings_already_and_ends_when_asked(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    reminder = await booked(actor)
    await both_tick(runtime, clock, IN_AN_HOUR)
    await run_jobs()
    async with actor.work() as work:
        await ladders.nag(work, reminder, Nag(every_minutes=10))
    for minute in (10, 20):
        await both_tick(runtime, clock, IN_AN_HOUR + minute * MINUTE)
        await run_jobs()
    assert len(await letters_to(actor, carrier)) == 3
    async with actor.work() as work:
        await ladders.nag(work, reminder, None)
    for minute in (30, 40):
        await both_tick(runtime, clock, IN_AN_HOUR + minute * MINUTE)
        await run_jobs()

    assert len(await letters_to(actor, carrier)) == 3


async def test_a_ticker_that_is_killed_half_way_leaves_every_step_to_the_next(
    runtime: Runtime, actor: Actor, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    class KilledError(Exception):
        pass

    reminder = await with_ladder(actor)
    await both_tick(runtime, clock, IN_AN_HOUR)
    clock.at = IN_AN_HOUR + 25 * MINUTE
    for _ in range(3):
        with pytest.raises(KilledError):
            await _climb_and_break(runtime, KilledError)
    await run_jobs()
    assert await letters_to(actor, carrier) == []

    await ladder_ticker.tick(runtime)
    await run_jobs()
    assert len(await letters_to(actor, carrier)) == 1
    assert await mails(actor, reminder) == [("rung 2", 0, "skipped"), ("rung 2", 1, "sent"), ("rung 2", 2, "planned")]


async def _climb_and_break(runtime: Runtime, error: type[Exception]) -> None:
    async with runtime.system() as work:
        assert await notify.climb(work, 200) >= 2
        raise error
