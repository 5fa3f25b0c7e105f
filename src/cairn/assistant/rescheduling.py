"""Cancelling and moving in words, where something that is there is meant: "move lunch with Ana to 2pm".

"Cancel netflix" is something for the list, unless something is there that is called so.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from cairn import when
from cairn.assistant import grammar, naming
from cairn.assistant.grammar import Change
from cairn.assistant.naming import Thing
from cairn.calendar import service as calendar
from cairn.platform.work import UnitOfWork

Settled = dict[str, Any]
DAY = timedelta(days=1)


async def settled(work: UnitOfWork, change: Change) -> Settled | None:
    """The one step to take, as it is settled now; nothing where nothing that is there is meant.

    What comes again isn't taken away whole by a word, unless that says so.
    """
    named = await naming.meant(work, change)
    here = naming.then(named, change, work)
    if not here and _is_only_an_hour(change, work):
        change = replace(change, on=None, target=_on_its_day(change))  # "mueve el dentista mañana a las 5"
        here = list(named)
    if not here:
        return _nowhere(named, change, work)
    ringing = await naming.ringing(work, here) if not change.words and change.on is None else None
    here = [ringing] if ringing is not None else here
    if len(here) > 1:
        return _which(here, work)
    (thing,) = here
    return await _taken_away(work, thing, change) if change.does == "cancel" else await _moved(work, thing, change)


def _nowhere(named: Sequence[Thing], change: Change, work: UnitOfWork) -> Settled | None:
    """What is said where nothing fits: nothing at all where the words may mean something to do."""
    if not change.explicit:
        return None
    if named and change.words:
        return {"do": "say", "say": "not_on_that_day", "words": naming.told(named, work)}
    return (
        {"do": "say", "say": "not_found", "words": change.words} if change.words else {"do": "say", "say": "none_open"}
    )


def _which(things: Sequence[Thing], work: UnitOfWork) -> Settled:
    mixed = len({one.kind for one in things}) > 1
    return {"do": "say", "say": "which_kind" if mixed else "which_event", "words": naming.told(things, work)}


def _of_several_times(thing: Thing, change: Change) -> bool:
    """Whether it has to be asked which time is meant."""
    return thing.repeats and not change.whole and not change.once and change.on is None


def _ask_which_time(thing: Thing) -> Settled:
    return {"do": "say", "say": "which_time", "title": thing.title}


def _call(tool: str, thing: Thing, **more: Any) -> Settled:
    return {"do": "call", "tool": tool, "arguments": {f"{thing.kind}_id": str(thing.id), **more}}


async def _taken_away(work: UnitOfWork, thing: Thing, change: Change) -> Settled | None:
    if _of_several_times(thing, change):
        return _ask_which_time(thing)
    one_time = thing.repeats and not change.whole
    match thing.kind:
        case "event" if one_time:
            assert thing.at is not None
            return _call("cancel_event_time", thing, at=thing.at.isoformat())
        case "event":
            return _call("cancel_event", thing)
        case "reminder" if one_time:
            assert thing.at is not None
            return _call("skip_reminder", thing, at=thing.at.isoformat())
        case "reminder":
            return _call("cancel_reminder", thing)
        case _:
            return _call("skip_task" if one_time else "drop_task", thing)


async def _moved(work: UnitOfWork, thing: Thing, change: Change) -> Settled | None:
    # A task that comes again stands for one time of it, and only that one is moved.
    if thing.kind != "task" and _of_several_times(thing, change):
        return _ask_which_time(thing)
    start = _instead(thing, change, work)
    if start is None:
        return None
    stands = thing.at if isinstance(change.otherwise, grammar.Later) else None
    if stands is not None and work.now < stands and start < stands:  # what is put off comes no sooner
        return {"do": "say", "say": "stands_later", "title": thing.title, "when": stands}
    sure = change.target is None or change.target.sure
    heard = {"heard": change.heard}
    if thing.kind == "task":
        day_only = _for_a_day(thing, change)
        return _call("move_task", thing, due_at=start.isoformat(), due_date_only=day_only) | heard
    if thing.kind == "reminder":
        if thing.repeats and not change.whole:
            return _call("snooze_reminder", thing, until=start.isoformat()) | heard
        return _call("move_reminder", thing, when=start.isoformat(), sure=sure) | heard
    end = _end(start, change)
    if thing.repeats and not change.whole:
        assert thing.at is not None
        return (
            _call("move_event_time", thing, at=thing.at.isoformat(), start=start.isoformat(), end=end, sure=sure)
            | heard
        )
    if thing.repeats:
        first = calendar.told(work, await calendar.get(work, thing.id)).start
        start = _instead(replace(thing, at=first), change, work) or start
    return _call("move_event", thing, start=start.isoformat(), end=end, sure=sure) | heard


def _end(start: datetime, change: Change) -> str | None:
    target = change.target
    if target is None or not change.to_a_clock:
        return None
    lasts = target.duration or (target.end - target.start if target.end else None)
    return (start + lasts).isoformat() if lasts is not None else None


def _instead(thing: Thing, change: Change, work: UnitOfWork) -> datetime | None:
    """When it is instead: an hour alone keeps the day, a day alone keeps the hour."""
    zone, locale = work.actor.zone, work.actor.locale
    at = thing.at.astimezone(zone) if thing.at is not None else None
    if change.shift is not None:
        if at is None or (thing.day_only and change.shift % DAY):
            return None
        return (max(at, work.now) if thing.kind == "reminder" else at) + change.shift
    target = change.target
    assert target is not None, "what has no time isn't moved"
    clock = grammar.clock_alone(change.heard, at, locale, work.actor.parts) if at is not None else None
    if clock is not None:
        return clock
    if change.to_a_clock or at is None or thing.day_only:
        return target.start
    return when.resolve(datetime.combine(target.start.date(), at.time()), zone)


def _for_a_day(thing: Thing, change: Change) -> bool:
    """Whether a task is for a whole day then."""
    if change.to_a_clock:
        return False
    return thing.day_only or thing.at is None


def _is_only_an_hour(change: Change, work: UnitOfWork) -> bool:
    """Whether a day was said and then an hour, which may be one time: "tomorrow at 5"."""
    if change.on is None or change.at_clock or not change.to_a_clock:
        return False
    return grammar.clock_alone(change.heard, change.on, work.actor.locale, work.actor.parts) is not None


def _on_its_day(change: Change) -> when.Moment:
    """The hour, on the day that was said before it."""
    assert change.target is not None
    assert change.on is not None
    start = datetime.combine(change.on.date(), change.target.start.time(), change.target.start.tzinfo)
    return replace(change.target, start=start, end=None)


def chosen(change: Change, choice: grammar.Chosen) -> Change:
    """The same, of the one that was chosen when it was asked which."""
    named = {name: value for name in ("kind", "on") if (value := getattr(choice, name)) is not None}
    return replace(change, **named, at_clock=choice.at_clock, whole=choice.whole, once=choice.once, explicit=True)
