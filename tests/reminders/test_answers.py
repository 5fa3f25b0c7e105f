"""Done stops a reminder, later moves it, and each can be taken back exactly."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import product
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.errors import NotFound
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Call, Receipt
from cairn.reminders import service, ticker
from cairn.reminders.errors import AlreadyAnswered, ChangedSince, InThePast, NothingRinging
from cairn.reminders.schemas import Schedule
from cairn.tasks import service as tasks
from cairn.tasks.schemas import NewTask
from tests.conftest import NewPerson, RunJobs
from tests.mail.mail_server import MailServer
from tests.reminders.booking import IN_AN_HOUR, NOON, booked, letters_to, row, states

Rings = Callable[..., Awaitable[UUID]]


@pytest.fixture
def rings(runtime: Runtime, actor: Actor, clock: StillClock) -> Rings:
    """A reminder that rings now."""

    async def ring(rrule: str | None = None, task_id: UUID | None = None) -> UUID:
        reminder = await booked(actor, IN_AN_HOUR, rrule=rrule, task_id=task_id)
        clock.at = IN_AN_HOUR
        await ticker.tick(runtime)
        return reminder

    return ring


async def call(actor: Actor, tool: str, **arguments: object) -> Receipt:
    receipt = await actor.runtime.toolbox.run(actor, Call(uuid4(), tool, arguments))
    assert isinstance(receipt, Receipt)
    return receipt


async def undo(actor: Actor, receipt: Receipt) -> None:
    async with actor.work() as work:
        await actor.runtime.toolbox.undo(work, receipt.id)


async def test_done_stops_what_was_not_sent(actor: Actor, rings: Rings, carrier: MailServer, run_jobs: RunJobs) -> None:
    reminder = await rings()
    async with actor.work() as work:
        await service.done(work, reminder)
    await run_jobs()

    assert await letters_to(actor, carrier) == []
    assert (await row(actor, reminder)).state == "done"
    assert await states(actor, reminder) == {"page": "cancelled", "email": "cancelled"}


async def test_done_marks_what_was_sent_as_answered(
    actor: Actor, rings: Rings, carrier: MailServer, run_jobs: RunJobs
) -> None:
    reminder = await rings()
    await run_jobs()
    async with actor.work() as work:
        await service.done(work, reminder)

    assert await states(actor, reminder) == {"page": "cancelled", "email": "acknowledged"}


async def test_fifty_at_once_are_done_once(actor: Actor, rings: Rings) -> None:
    reminder = await rings()
    before = (await row(actor, reminder)).version

    async def answer() -> str:
        async with actor.work() as work:
            return (await service.done(work, reminder)).state

    assert set(await asyncio.gather(*(answer() for _ in range(50)))) == {"done"}
    assert (await row(actor, reminder)).version == before + 1
    async with actor.work() as work:
        told = await work.session.execute(
            text("select count(*) from events where user_id = :me and kind = 'reminder.done'"),
            {"me": actor.user_id},
        )
        assert told.scalar_one() == 1


async def test_a_repeating_one_is_done_for_now_and_comes_again(actor: Actor, rings: Rings) -> None:
    reminder = await rings("FREQ=DAILY")
    for _ in range(3):
        async with actor.work() as work:
            await service.done(work, reminder)

    waits = await row(actor, reminder)
    assert (waits.state, waits.armed, waits.due_at) == ("waiting", True, IN_AN_HOUR + timedelta(days=1))
    assert await states(actor, reminder) == {"page": "cancelled", "email": "cancelled"}


async def test_later_is_quiet_now_and_rings_then(
    runtime: Runtime, actor: Actor, rings: Rings, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    reminder = await rings()
    async with actor.work() as work:
        await service.snooze_in_words(work, reminder, "10 minutes")
    await run_jobs()
    assert await letters_to(actor, carrier) == []

    clock.forward(timedelta(minutes=10))
    await ticker.tick(runtime)
    await run_jobs()
    rung = await row(actor, reminder)
    assert (rung.state, rung.rang_for, rung.snoozed_until) == (
        "ringing",
        IN_AN_HOUR + timedelta(minutes=10),
        None,
    )
    assert len(await letters_to(actor, carrier)) == 1


async def test_a_repeating_one_put_off_goes_on_with_its_rule(
    runtime: Runtime, actor: Actor, rings: Rings, clock: StillClock
) -> None:
    reminder = await rings("FREQ=DAILY")
    async with actor.work() as work:
        await service.snooze(work, reminder, clock.at + timedelta(minutes=10))
    clock.forward(timedelta(minutes=10))
    await ticker.tick(runtime)

    rung = await row(actor, reminder)
    assert rung.rang_for == IN_AN_HOUR + timedelta(minutes=10)
    assert rung.due_at == IN_AN_HOUR + timedelta(days=1)


async def test_nothing_is_put_off_into_the_past(actor: Actor, rings: Rings, clock: StillClock) -> None:
    reminder = await rings()
    for until in (clock.at, clock.at - timedelta(minutes=1)):
        with pytest.raises(InThePast):
            async with actor.work() as work:
                await service.snooze(work, reminder, until)
    with pytest.raises(InThePast):
        async with actor.work() as work:
            await service.snooze_in_words(work, reminder, "yesterday at 3pm")
    assert (await row(actor, reminder)).state == "ringing"


@pytest.mark.parametrize("rrule", [None, "FREQ=DAILY"])
@pytest.mark.parametrize("tool", ["finish_reminder", "snooze_reminder"])
async def test_an_answer_taken_back_leaves_it_exactly_as_it_was(
    actor: Actor, rings: Rings, carrier: MailServer, run_jobs: RunJobs, tool: str, rrule: str | None
) -> None:
    reminder = await rings(rrule)
    before = Schedule.model_validate(await row(actor, reminder))
    until = {"until": (IN_AN_HOUR + timedelta(hours=3)).isoformat()} if tool == "snooze_reminder" else {}
    receipt = await call(actor, tool, reminder_id=str(reminder), **until)
    assert receipt.read().kind in ("reminder.done", "reminder.snoozed")
    await undo(actor, receipt)
    await undo(actor, receipt)

    assert Schedule.model_validate(await row(actor, reminder)) == before
    assert await states(actor, reminder) == {"page": "queued", "email": "queued"}
    await run_jobs()
    assert len(await letters_to(actor, carrier)) == 1


async def test_steps_are_taken_back_one_after_the_other(actor: Actor, rings: Rings) -> None:
    reminder = await rings()
    before = Schedule.model_validate(await row(actor, reminder))
    until = (IN_AN_HOUR + timedelta(hours=3)).isoformat()
    first = await call(actor, "snooze_reminder", reminder_id=str(reminder), until=until)
    second = await call(actor, "finish_reminder", reminder_id=str(reminder))

    with pytest.raises(ChangedSince):
        await undo(actor, first)
    await undo(actor, second)
    await undo(actor, first)
    assert Schedule.model_validate(await row(actor, reminder)) == before


async def test_a_booking_taken_back_never_rings(runtime: Runtime, actor: Actor, clock: StillClock) -> None:
    receipt = await call(actor, "add_reminder", text="Water the plants", when=IN_AN_HOUR.isoformat())
    outcome = receipt.read()
    assert (outcome.kind, outcome.title, outcome.when) == ("reminder.booked", "Water the plants", IN_AN_HOUR)
    await undo(actor, receipt)
    clock.at = IN_AN_HOUR
    await ticker.tick(runtime)

    assert outcome.subject_id is not None
    assert (await row(actor, outcome.subject_id)).state == "cancelled"


async def test_the_assistant_cannot_claim_what_changed_nothing(actor: Actor, rings: Rings) -> None:
    once, daily = await rings(), await booked(actor, IN_AN_HOUR + timedelta(hours=1), rrule="FREQ=DAILY")
    await call(actor, "finish_reminder", reminder_id=str(once))

    with pytest.raises(AlreadyAnswered):
        await call(actor, "finish_reminder", reminder_id=str(once))
    with pytest.raises(NothingRinging):
        await call(actor, "finish_reminder", reminder_id=str(daily))


async def test_tools_know_only_ones_own(actor: Actor, rings: Rings, person: NewPerson) -> None:
    reminder = str(await rings())
    stranger = await person(name="Bob")
    later = (NOON + timedelta(days=1)).isoformat()

    with pytest.raises(NotFound):
        await call(stranger, "finish_reminder", reminder_id=reminder)
    with pytest.raises(NotFound):
        await call(stranger, "snooze_reminder", reminder_id=reminder, until=later)


@pytest.mark.parametrize(
    ("rrule", "ringing", "answer"),
    [
        case
        for case in product([None, "FREQ=DAILY"], [True, False], ["done", "cancel", "stop"])
        # A repeating one that only waits isn't asking for an answer.
        if case != ("FREQ=DAILY", False, "done")
    ],
)
async def test_reopened_it_stands_where_it_stood(
    actor: Actor, rings: Rings, rrule: str | None, ringing: bool, answer: str
) -> None:
    async with actor.work() as work:
        task = (await tasks.add(work, NewTask(title="Water the plants"))).id
    reminder = await rings(rrule, task) if ringing else await booked(actor, rrule=rrule, task_id=task)
    before = await row(actor, reminder)
    async with actor.work() as work:
        if answer == "stop":
            assert await service.stop_for(work, task) == [reminder]
        else:
            await (service.done if answer == "done" else service.cancel)(work, reminder)
    async with actor.work() as work:
        await service.reopen(work, reminder)

    assert Schedule.model_validate(await row(actor, reminder)) == Schedule.model_validate(before)


async def test_the_current_one_is_the_one_that_rang_last(runtime: Runtime, actor: Actor, clock: StillClock) -> None:
    await booked(actor, IN_AN_HOUR)
    second = await booked(actor, IN_AN_HOUR + timedelta(minutes=5))
    await booked(actor, IN_AN_HOUR + timedelta(hours=5))
    async with actor.work() as work:
        assert await service.current(work) is None
    for minutes in (0, 5):
        clock.at = IN_AN_HOUR + timedelta(minutes=minutes)
        await ticker.tick(runtime)

    async with actor.work() as work:
        found = await service.current(work)
    assert found is not None
    assert found.id == second
