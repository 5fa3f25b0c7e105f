"""Answers to our own questions: "When should I remind you?", "I took it as 17:00. Right?".

Only the turn right before counts, and not for long: later, a bare time is a thought like any other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from cairn import when
from cairn.assistant import grammar, putting_right, repository, rescheduling
from cairn.assistant.grammar import TimeAlone
from cairn.assistant.plan import changed, needs_look
from cairn.assistant.putting_right import on_another_day
from cairn.assistant.schemas import Before, Turn
from cairn.assistant.steps import STEPS, Step, add_event, fixed, remind
from cairn.calendar import service as calendar
from cairn.platform.errors import NotFound
from cairn.platform.tools import Outcome, Receipt
from cairn.platform.work import UnitOfWork
from cairn.reminders import service as reminders
from cairn.reminders.schemas import ReminderOut

WITHIN = timedelta(minutes=30)
_BOOKED = ("reminder.booked", "reminder.moved", "event.added", "event.moved")
_OPEN = ("waiting", "ringing")
_ASKING = ("passed", "passed_meanwhile", "no_such_event", "when_instead", "when_instead_past")
_WHICH = ("which_event", "which_kind", "which_time", "not_on_that_day")


@dataclass(frozen=True, slots=True)
class _Open:
    """What we asked about: something without a time, or a booking with the wrong one."""

    title: str
    task_id: str | None = None
    reminder_id: str | None = None
    event_id: str | None = None

    def arguments(self) -> dict[str, Any]:
        return {"task_id": self.task_id, "reminder_id": self.reminder_id, "event_id": self.event_id}

    @property
    def is_booked(self) -> bool:
        return self.reminder_id is not None or self.event_id is not None


@dataclass(frozen=True, slots=True)
class _Booked:
    """A reminder or an event that may be moved.

    Args:
        at: When it rings or begins.
    """

    kind: str
    id: UUID
    title: str
    at: datetime
    rrule: str | None

    def asked(self) -> _Open:
        if self.kind == "event":
            return _Open(self.title, event_id=str(self.id))
        return _Open(self.title, reminder_id=str(self.id))


def may_answer(turn: Turn, locale: str) -> bool:
    """Whether a message could be an answer: a time and nothing else, or a plain "no". Pure."""
    if _alone(turn, locale) is not None or grammar.corrects(turn.text, locale):
        return True
    if grammar.which_time(turn.text, locale) is not None:
        return True
    return grammar.chosen(turn.text, turn.said_here, locale, turn.parts) is not None


def in_time(turn: Turn, before: Before) -> bool:
    """Whether the turn before is recent enough to be answered."""
    return timedelta(0) <= turn.said_at - before.turn.said_at <= WITHIN


async def steps(work: UnitOfWork, turn: Turn, before: Before) -> list[Step]:
    """What to do about an answer, or nothing when the turn before left nothing open."""
    locale = work.actor.locale
    which = await _which(work, turn, before)
    if which:
        return which
    receipts = await repository.of_turns(work, [before.turn.id])
    asked = _asked(steps_of(before, locale), receipts)
    of_two = await _of_two(work, turn, receipts)
    if of_two is not None:
        return [of_two]
    alone = _alone(turn, locale)
    if alone is None:
        return await _denied(work, receipts)
    if asked is not None and not asked.is_booked:
        return [_book(asked, alone, turn, locale)]
    booked = await _to_move(work, asked, receipts, alone)
    if booked is not None:
        return [_move(booked, alone, turn, locale)]
    return await putting_right.steps(work, receipts, alone, turn) if alone.corrects else []


async def _which(work: UnitOfWork, turn: Turn, before: Before) -> list[Step]:
    """What to do about the one that is chosen, where it was asked which; nothing where that wasn't asked."""
    locale = work.actor.locale
    choice = grammar.chosen(turn.text, turn.said_here, locale, turn.parts)
    if choice is None or not any(step.say in _WHICH for step in STEPS.validate_python(before.plan or [])):
        return []
    meant = grammar.understand(before.turn.text, before.turn.said_here, locale, before.turn.parts)
    wish = next((one for one in meant if isinstance(one, grammar.Change)), None)
    return [] if wish is None else await changed(work, rescheduling.chosen(wish, choice), turn)


async def _of_two(work: UnitOfWork, turn: Turn, receipts: Sequence[Receipt]) -> Step | None:
    """Move a guess to the one that is meant of two moments that the clocks show alike."""
    which, guessed = grammar.which_time(turn.text, work.actor.locale), _guessed(receipts)
    booked = await _waiting(work, guessed[-1].read()) if which is not None and guessed else None
    both = when.shown_twice(booked.at, turn.zone) if booked is not None else None
    if booked is None or both is None or which is None:
        return None
    key = "start" if booked.kind == "event" else "when"
    moment = both[which]
    arguments = {f"{booked.kind}_id": str(booked.id), "rrule": booked.rrule, "sure": True, key: moment.isoformat()}
    return Step(do="call", tool=f"move_{booked.kind}", arguments=arguments, title=booked.title, when=moment)


def _alone(turn: Turn, locale: str) -> TimeAlone | None:
    return grammar.time_alone(turn.text, turn.said_here, locale, turn.parts)


def steps_of(before: Before, locale: str) -> list[Step]:
    """What an earlier turn did and said, as far as it wrote that down or its words alone decide it."""
    if before.plan:
        return STEPS.validate_python(before.plan)
    intents = grammar.understand(before.turn.text, before.turn.said_here, locale, before.turn.parts)
    return [] if needs_look(intents, locale) else fixed(intents, before.turn)


def _asked(taken: Sequence[Step], receipts: Sequence[Receipt]) -> _Open | None:
    """The last thing that was asked for a time."""
    for step in reversed(taken):
        if step.do == "say" and step.say in _ASKING:
            given = step.arguments
            return _Open(step.title, given.get("task_id"), given.get("reminder_id"), given.get("event_id"))
        named = {"add_reminder": "text", "add_event": "title"}.get(step.tool)
        if named is not None and _receipt_of(step, named, receipts) is None:
            return _Open(step.title, step.arguments.get("task_id"))  # its moment passed on the way
        if step.also == "when_remind":
            added = _receipt_of(step, "title", receipts)
            if added is not None and added.undone_at is None:
                return _Open(added.read().title, str(added.read().subject_id))
    return None


def _receipt_of(step: Step, named: str, receipts: Sequence[Receipt]) -> Receipt | None:
    title = " ".join(str(step.arguments[named]).split())
    return next(
        (one for one in receipts if one.tool == step.tool and " ".join(one.read().title.split()) == title), None
    )


def _guessed(receipts: Sequence[Receipt]) -> list[Receipt]:
    return [one for one in _bookings(receipts) if not one.read().sure]


def _bookings(receipts: Sequence[Receipt]) -> list[Receipt]:
    return [one for one in receipts if one.read().kind in _BOOKED and one.undone_at is None]


async def _denied(work: UnitOfWork, receipts: Sequence[Receipt]) -> list[Step]:
    """ "No" to a guess asks what it should have been."""
    guessed = _guessed(receipts)
    booked = await _waiting(work, guessed[-1].read()) if guessed else None
    if booked is None:
        return []
    asked = booked.asked()
    return [Step(do="say", say="when_instead", title=asked.title, arguments=asked.arguments())]


async def _to_move(
    work: UnitOfWork, asked: _Open | None, receipts: Sequence[Receipt], alone: TimeAlone
) -> _Booked | None:
    """What the time puts right: what we asked about, what we guessed, or, said against it, what we booked."""
    if asked is not None and asked.reminder_id is not None:
        return await _reminder(work, UUID(asked.reminder_id))
    if asked is not None and asked.event_id is not None:
        return await _event(work, UUID(asked.event_id))
    meant = _guessed(receipts) or (_bookings(receipts) if alone.corrects else [])
    return await _waiting(work, meant[-1].read()) if meant else None


async def _waiting(work: UnitOfWork, told: Outcome) -> _Booked | None:
    if told.subject_id is None:
        return None
    return await (_event if told.subject_kind == "event" else _reminder)(work, told.subject_id)


async def _reminder(work: UnitOfWork, reminder_id: UUID) -> _Booked | None:
    try:
        found = ReminderOut.model_validate(await reminders.get(work, reminder_id))
    except NotFound:
        return None
    return _Booked("reminder", found.id, found.text, found.due_at, found.rrule) if found.state in _OPEN else None


async def _event(work: UnitOfWork, event_id: UUID) -> _Booked | None:
    try:
        found = calendar.told(work, await calendar.get(work, event_id))
    except NotFound:
        return None
    return None if found.cancelled else _Booked("event", found.id, found.title, found.start, found.rrule)


def _book(asked: _Open, alone: TimeAlone, turn: Turn, locale: str) -> Step:
    meant = grammar.booked(asked.title, alone, turn.said_here, locale, turn.parts)
    if isinstance(meant, grammar.PastTime):
        return _passed(asked, meant.when)
    if meant.is_event and asked.task_id is None:
        return add_event(meant)
    step = remind(meant)
    # The title is as it stands on the list, word for word.
    return step.model_copy(update={"arguments": {**step.arguments, "text": asked.title, "task_id": asked.task_id}})


def _move(booked: _Booked, alone: TimeAlone, turn: Turn, locale: str) -> Step:
    moment, rrule = _instead(booked, alone, turn, locale)
    if moment <= turn.said_at:
        return _passed(booked.asked(), moment)
    arguments: dict[str, Any] = {f"{booked.kind}_id": str(booked.id), "rrule": rrule, "sure": alone.moment.sure}
    if booked.kind == "event":
        lasts = alone.moment.duration or (alone.moment.end - alone.moment.start if alone.moment.end else None)
        end = (moment + lasts).isoformat() if lasts is not None and (alone.has_clock or alone.moment.bounded) else None
        arguments |= {"start": moment.isoformat(), "end": end}
    else:
        arguments["when"] = moment.isoformat()
    tool = f"move_{booked.kind}"
    return Step(do="call", tool=tool, arguments=arguments, heard=alone.heard, title=booked.title, when=moment)


def _passed(asked: _Open, moment: datetime) -> Step:
    return Step(do="say", say="when_instead_past", title=asked.title, when=moment, arguments=asked.arguments())


def _instead(booked: _Booked, alone: TimeAlone, turn: Turn, locale: str) -> tuple[datetime, str | None]:
    """The moment meant: an hour alone keeps the day it was booked for, a day alone keeps the hour."""
    now, moment = turn.said_here, alone.moment
    due = booked.at.astimezone(turn.zone)
    if moment.rrule is not None:
        return (moment.start if alone.has_clock else _at_clock_of(due, moment.start, turn)), moment.rrule
    clock = grammar.clock_alone(turn.text, due, locale, turn.parts)
    if clock is None:
        start = moment.start if alone.has_clock else _at_clock_of(due, moment.start, turn)
        return start, on_another_day(booked.rrule, start)
    if booked.rrule is None:
        return (clock if clock > now else moment.start), None
    first = datetime.combine(due.date(), clock.time())
    return when.next_occurrence(booked.rrule, first, turn.zone, now) or clock, None


def _at_clock_of(due: datetime, day: datetime, turn: Turn) -> datetime:
    return when.resolve(datetime.combine(day.date(), due.time()), turn.zone).astimezone(turn.zone)
