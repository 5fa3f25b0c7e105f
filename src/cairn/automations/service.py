"""Automations: made, changed, paused, run by hand and deleted."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from cairn import when
from cairn.automations import kept, repository, rules, running, words
from cairn.automations.errors import AutomationChangedSince, NothingToAsk, NothingToCome, TooManyAutomations
from cairn.automations.messages import AutomationChanged, RunAutomation, RunChanged
from cairn.automations.models import Automation, AutomationRun, State, What
from cairn.automations.provider import Asked
from cairn.automations.schemas import AutomationOut, AutomationPatch, NewAutomation, RunOut
from cairn.automations.settings import AutomationSettings
from cairn.notify import service as notify
from cairn.platform.http import Page, PageQuery, expect
from cairn.platform.trail import Change, changed
from cairn.platform.work import UnitOfWork

__all__ = ["Answered", "Asked"]

KIND = running.KIND
Answered = running.Answered
abandoned = running.abandoned
answered = running.answered
said = running.said


async def add(work: UnitOfWork, new: NewAutomation) -> Automation:
    """Make an automation.

    Raises:
        UnreadableSchedule, UnusableSchedule, BeginsInThePast, NothingToAsk, TooManyAutomations: nothing is made.
    """
    if (new.what is What.PROMPT) != bool(new.prompt):
        raise NothingToAsk(field="prompt")
    schedule = _schedule(work, new)
    await repository.alone(work)
    if await repository.count(work) >= work.runtime.settings.of(AutomationSettings).automations:
        raise TooManyAutomations
    automation = Automation(
        id=work.runtime.new_id(),
        user_id=work.user_id,
        name=new.name or words.named(new.what, new.prompt, work.actor.locale),
        what=new.what,
        prompt=new.prompt,
        rrule=schedule.rrule,
        first_local=schedule.first_local,
        zone=work.actor.time_zone,
        due_at=schedule.due_at,
        key_id=work.actor.key_id,
        created_at=work.now,
    )
    work.session.add(automation)
    await _written(work, automation, "automation.add")
    return automation


def _schedule(work: UnitOfWork, given: NewAutomation | AutomationPatch) -> rules.Schedule:
    zone = rules.known_zone(work.actor.time_zone)
    if given.when is not None:
        return rules.in_words(given.when, work.now, zone, work.actor.locale, work.actor.parts)
    assert given.begins is not None, "the form asks for one of them"
    return rules.by_rule(given.rrule or "", given.begins, work.now, zone)


async def get(work: UnitOfWork, automation_id: UUID, *, lock: bool = False) -> Automation:
    """One automation of this person.

    Raises:
        NotFound: there is none with this id.
    """
    return await repository.get(work, automation_id, lock=lock)


async def edit(work: UnitOfWork, automation_id: UUID, patch: AutomationPatch, if_match: str | None) -> Automation:
    """Change what the patch names. One that is paused stays so.

    Raises:
        NotFound, Stale: there is none, or it changed since.
        UnreadableSchedule, UnusableSchedule, BeginsInThePast, NothingToAsk: nothing changes.
    """
    automation = await repository.get(work, automation_id, lock=True)
    expect(automation.version, if_match)
    if patch.prompt is not None and automation.what != What.PROMPT:
        raise NothingToAsk(field="prompt")
    before = kept.fields(automation)
    automation.name = patch.name or automation.name
    if patch.prompt is not None:
        automation.prompt, automation.key_id = patch.prompt, work.actor.key_id
    if patch.when is not None or patch.begins is not None:
        schedule = _schedule(work, patch)
        automation.rrule, automation.first_local = schedule.rrule, schedule.first_local
        automation.zone = work.actor.time_zone
        automation.due_at = schedule.due_at if automation.paused_at is None else None
    await _written(work, automation, "automation.edit", before)
    return automation


async def pause(work: UnitOfWork, automation_id: UUID) -> Automation:
    """Let it wait until it is resumed. Twice is the same as once."""
    automation = await repository.get(work, automation_id, lock=True)
    if automation.paused_at is not None:
        return automation
    before = kept.fields(automation)
    automation.paused_at, automation.due_at = work.now, None
    await _written(work, automation, "automation.pause", before)
    return automation


async def resume(work: UnitOfWork, automation_id: UUID) -> Automation:
    """Go on with the first moment that is still to come; what was missed meanwhile isn't made up for.

    Raises:
        NothingToCome: its rule has come to an end.
    """
    automation = await repository.get(work, automation_id, lock=True)
    if automation.paused_at is None:
        return automation
    zone = rules.known_zone(automation.zone)
    following = rules.series(automation.rrule, automation.first_local, zone).after(work.now)
    if following is None:
        raise NothingToCome
    before = kept.fields(automation)
    automation.paused_at, automation.due_at = None, following
    await _written(work, automation, "automation.resume", before)
    return automation


async def remove(work: UnitOfWork, automation_id: UUID, if_match: str | None = None) -> None:
    """Delete it, with its history. What came of it stays.

    Raises:
        NotFound, Stale: there is none, or it changed since.
    """
    automation = await repository.get(work, automation_id, lock=True)
    expect(automation.version, if_match)
    await notify.withdraw(work, KIND, automation.id)
    await repository.remove(work, automation.id)
    await work.audit("automation.remove", automation_id, kind=KIND)
    await work.publish(AutomationChanged(automation_id=automation_id))


async def drop(work: UnitOfWork, automation_id: UUID, version: int) -> None:
    """Take one back that was just made.

    Raises:
        AutomationChangedSince: somebody changed it, or it has run.
    """
    automation = await repository.get(work, automation_id, lock=True)
    if automation.version != version:
        raise AutomationChangedSince
    await remove(work, automation_id)


async def run_now(work: UnitOfWork, automation_id: UUID) -> AutomationRun:
    """Run it now, whatever its schedule says, also while it is paused. Asked for again before it is over, it is one.

    Raises:
        NotFound: there is none with this id.
    """
    automation = await repository.get(work, automation_id, lock=True)
    going = await repository.by_hand(work, automation.id) or await repository.of_moment(work, automation.id, work.now)
    if going is not None:
        return going
    run = await repository.add_run(work, automation.id)
    work.enqueue(RunAutomation(user_id=work.user_id, run_id=run.id))
    await work.publish(RunChanged(automation_id=automation.id, run_id=run.id, state=State.WAITING))
    return run


async def follow_zone(work: UnitOfWork, key: str) -> None:
    """The person lives by another clock: every automation keeps its time on the wall."""
    new = rules.known_zone(key)
    for automation in await repository.all_of(work):
        before = kept.fields(automation)
        old = rules.known_zone(automation.zone)
        if automation.due_at is not None:
            automation.due_at = rules.moved(automation.due_at, old, new)
        automation.zone = new.key
        await _written(work, automation, "automation.follow", before)


async def trim(work: UnitOfWork) -> None:
    """Let go of what came of runs long ago."""
    days = work.runtime.settings.of(AutomationSettings).automation_days
    await repository.trim(work, work.now - timedelta(days=days))


async def listing(work: UnitOfWork, page: PageQuery) -> Page[AutomationOut]:
    """The person's automations, in the order they were made."""
    rows, following = await repository.page_of(work, page)
    last = await repository.latest(work, [row.id for row in rows])
    return Page(items=[_out(work, row, last.get(row.id)) for row in rows], next_cursor=following)


async def runs(work: UnitOfWork, automation_id: UUID, page: PageQuery) -> Page[RunOut]:
    """What came of one, the latest first.

    Raises:
        NotFound: there is none with this id.
    """
    await repository.get(work, automation_id)
    rows, following = await repository.runs(work, automation_id, page)
    return Page(items=[told_of(row) for row in rows], next_cursor=following)


async def told(work: UnitOfWork, automation: Automation) -> AutomationOut:
    """An automation as clients see it."""
    last = await repository.latest(work, [automation.id])
    return _out(work, automation, last.get(automation.id))


def told_of(run: AutomationRun) -> RunOut:
    """A run as clients see it."""
    began = run.started_at
    late = not run.by_hand and began is not None and began - run.scheduled_for > rules.LATE
    columns = {column.name: getattr(run, column.name) for column in AutomationRun.__table__.c}
    return RunOut.model_validate({**columns, "late": late})


def _out(work: UnitOfWork, automation: Automation, last: AutomationRun | None) -> AutomationOut:
    asks = automation.what == What.PROMPT
    due_at, locale = automation.due_at, work.actor.locale
    return AutomationOut(
        id=automation.id,
        version=automation.version,
        name=automation.name,
        what=What(automation.what),
        prompt=automation.prompt,
        rrule=automation.rrule,
        rule_words=when.say_rule(automation.rrule, locale),
        zone=automation.zone,
        due_at=due_at,
        next_words=when.say_in_full(due_at, work.now, zone=work.actor.zone, locale=locale) if due_at else None,
        paused_at=automation.paused_at,
        created_at=automation.created_at,
        asks_model=asks,
        ready=not asks or work.runtime.provider(Asked).configured,
        last=told_of(last) if last is not None else None,
    )


async def _written(
    work: UnitOfWork, automation: Automation, action: str, before: Mapping[str, Change] | None = None
) -> None:
    await work.session.flush()
    changes = None if before is None else changed(before, kept.fields(automation))
    await work.audit(action, automation.id, kind=KIND, changes=changes)
    await work.publish(AutomationChanged(automation_id=automation.id))
