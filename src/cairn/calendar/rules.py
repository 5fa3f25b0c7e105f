"""When events happen, when to leave for them, and what words for their time mean. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from cairn import when
from cairn.calendar.errors import CantRepeat, EndsTooEarly, NoSuchTime, UnknownZone, UnreadableSpan
from cairn.calendar.schemas import DEFAULT_LENGTH, EARLIEST, LATEST, EventPatch, EventState, NewEvent, Occurrence
from cairn.calendar.wording import Sentences, sentences
from cairn.reminders.schemas import Link, LinkKind

LONGEST = timedelta(days=366)
DAY = timedelta(days=1)
_COARSE = (when.Grain.DAY, when.Grain.WEEK, when.Grain.MONTH, when.Grain.YEAR)
_LINKING = "for a an of during lasting por durante de un una unos unas pendant pour une um uma"
_BESIDE = frozenset(["", *_LINKING.split()])
"""Words that link a length to a time: "friday at 3 for an hour"."""


def known_zone(key: str) -> ZoneInfo:
    """A time zone by its IANA name.

    Raises:
        UnknownZone: there is none of that name.
    """
    try:
        return ZoneInfo(key)
    except (OSError, ValueError, KeyError) as error:
        raise UnknownZone(field="time_zone") from error


def wall(moment: datetime, zone: ZoneInfo) -> datetime:
    """What the clock on the wall shows, to the second: rules know no fractions of one (RFC 5545, 3.3.12)."""
    return moment.astimezone(zone).replace(tzinfo=None, microsecond=0)


def is_day(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether a day begins there."""
    return wall(moment, zone).time() == time()


def days_of(
    start: datetime, end: datetime | None, zone: ZoneInfo, *, all_day: bool
) -> dict[str, datetime | date | None]:
    """How a new event or a change says its time: by moments, or by its first and last day."""
    if not all_day:
        return {"start": start, "end": end}
    first = wall(start, zone).date()
    last = first if end is None else max(first, (wall(end, zone) - timedelta(microseconds=1)).date())
    return {"first_day": first, "last_day": last}


def days_in_words(state: EventState, now: datetime, locale: str) -> str:
    """The days of an event that is about whole ones: "Thu 3 Dec – Sat 5 Dec"."""
    zone = known_zone(state.zone)
    ends = (state.start_local, max(state.start_local, state.end_local - DAY))
    named = [when.say_in_full(when.resolve(one, zone), now, zone=zone, locale=locale).split(",")[0] for one in ends]
    return " – ".join(dict.fromkeys(named)).rstrip(".")  # the sentence around it ends with one


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch on the wall, and how it comes again."""

    start: datetime
    end: datetime
    all_day: bool = False
    rrule: str | None = None
    without: tuple[date, ...] = ()


def read_span(words: str, now: datetime, zone: ZoneInfo, locale: str, parts: when.DayParts = when.USUAL_PARTS) -> Span:
    """The stretch that words name: "tomorrow 3pm to 4pm", "friday at 13:00 for an hour", "on the 3rd".

    Raises:
        UnreadableSpan: they name none, or something else besides.
    """
    here = now.astimezone(zone)
    found = when.find(words, here, language=locale, parts=parts)
    if not found:
        raise UnreadableSpan(field="when")
    moment = next((one for one in found if one.grain not in _COARSE), found[0])
    same = [one for one in found if (one.start, one.rrule) == (moment.start, moment.rrule)]
    rest = when.strip(words, same, locale)
    lengths = when.durations(rest, locale)
    length = moment.duration
    if len(lengths) == 1 and length is None:
        length, (begins, ends) = lengths[0]
        rest = f"{rest[:begins]} {rest[ends:]}"
    if {word.strip(",.") for word in rest.lower().split()} - _BESIDE:
        raise UnreadableSpan(field="when")
    start = wall(moment.start, zone)
    if moment.grain in _COARSE:
        end = wall(moment.end, zone) if moment.end is not None else start + DAY
        return Span(start, end, all_day=True, rrule=moment.rrule, without=moment.without)
    last = moment.start + length if length is not None else moment.end or moment.start + DEFAULT_LENGTH
    return Span(start, wall(last, zone), rrule=moment.rrule, without=moment.without)


def _of_days(first: date, last: date | None) -> Span:
    midnight = datetime.combine(first, time())
    try:
        return Span(midnight, datetime.combine(last or first, time()) + DAY, all_day=True)
    except OverflowError as error:
        raise EndsTooEarly(field="last_day") from error


def new_state(
    new: NewEvent, now: datetime, home: str, locale: str, parts: when.DayParts = when.USUAL_PARTS
) -> EventState:
    """An event as it is asked for.

    Args:
        home: The zone of whoever asks.

    Raises:
        UnknownZone, UnreadableSpan, EndsTooEarly, CantRepeat: there is no such event.
    """
    zone = known_zone(new.time_zone or home)
    span = _span_of(new, now, zone, locale, parts)
    assert span is not None, "a new event has a time"
    state = EventState(
        **new.model_dump(exclude={"when", "start", "end", "first_day", "last_day", "time_zone", "rrule", "without"}),
        all_day=span.all_day,
        start_local=span.start,
        end_local=span.end,
        zone=zone.key,
        rrule=new.rrule or span.rrule,
    )
    state, days = checked(state), new.without or span.without
    if state.rrule is None or not days:
        return state
    skips = when.left_out(state.rrule, state.start_local, zone, days)
    return _begun(state.model_copy(update={"skips": skips}), zone)


def _begun(state: EventState, zone: ZoneInfo) -> EventState:
    """An event from the first of its times that isn't left out.

    Raises:
        CantRepeat: none is there.
    """
    assert state.rrule is not None
    if state.start_local.isoformat() not in state.skips:
        return state
    days = {datetime.fromisoformat(one).date() for one in state.skips}
    found = when.begun(state.rrule, state.start_local, zone, days)
    if found is None:
        raise CantRepeat(field="without")
    start, rule = found
    end = state.end_local + (start - state.start_local)
    return state.model_copy(update={"start_local": start, "end_local": end, "rrule": rule})


def _span_of(
    given: NewEvent | EventPatch, now: datetime, zone: ZoneInfo, locale: str, parts: when.DayParts
) -> Span | None:
    if given.when is not None:
        return read_span(given.when, now, zone, locale, parts)
    if given.first_day is not None:
        return _of_days(given.first_day, given.last_day)
    if given.start is None:
        return None
    try:
        return Span(wall(given.start, zone), wall(given.end or given.start + DEFAULT_LENGTH, zone))
    except OverflowError as error:
        raise EndsTooEarly(field="start") from error  # at an edge of what the calendar holds


def patched(
    state: EventState, patch: EventPatch, now: datetime, locale: str, parts: when.DayParts = when.USUAL_PARTS
) -> EventState:
    """An event after a change.

    Raises:
        UnknownZone, UnreadableSpan, EndsTooEarly, CantRepeat: nothing changes.
    """
    given = patch.model_fields_set
    zone = known_zone(patch.time_zone or state.zone)
    named = given - {"when", "start", "end", "first_day", "last_day", "time_zone"}
    changes = {name: getattr(patch, name) for name in named} | {"zone": zone.key}
    span = _span_of(patch, now, zone, locale, parts)
    if span is not None:
        lasts = patch.start is not None and patch.end is None and not state.all_day
        end = wall(patch.start + length(state), zone) if lasts and patch.start is not None else span.end
        changes |= {"start_local": span.start, "end_local": end, "all_day": span.all_day}
        if span.rrule is not None and "rrule" not in given:
            changes["rrule"] = span.rrule
        by = span.start - state.start_local
        changes["skips"] = [(datetime.fromisoformat(one) + by).isoformat() for one in state.skips]
    elif patch.end is not None:
        changes["end_local"] = wall(patch.end, zone)
    return checked(state.model_copy(update=changes))


def checked(state: EventState) -> EventState:
    """An event that ends after it begins and repeats by a rule that we know, not more often than it lasts.

    Raises:
        EndsTooEarly, CantRepeat: it doesn't.
    """
    zone = known_zone(state.zone)
    try:
        lasts = length(state)
    except (OverflowError, ValueError) as error:
        raise EndsTooEarly(field="end") from error
    if not timedelta(0) < lasts <= LONGEST:
        raise EndsTooEarly(field="end")
    if not EARLIEST - DAY <= state.start_local.replace(tzinfo=UTC) <= LATEST + DAY:
        raise EndsTooEarly(field="start")
    if state.rrule is None:
        return state.model_copy(update={"skips": []})
    try:
        rule = when.checked_rule(state.rrule, state.start_local, zone)
    except when.UnusableRule as error:
        raise CantRepeat(field="rrule") from error
    if rule.startswith(("FREQ=MINUTELY", "FREQ=HOURLY")):
        raise CantRepeat(field="rrule")
    first = when.next_occurrence(rule, state.start_local, zone, when.resolve(state.start_local, zone) - _INSTANT)
    if first is None:
        raise CantRepeat(field="rrule")
    # "Every Monday from the 26th", a Thursday, begins on the Monday after.
    by = wall(first, zone) - state.start_local
    moved = {"start_local": state.start_local + by, "end_local": state.end_local + by} if by else {}
    return state.model_copy(update={"rrule": rule, **moved})


_INSTANT = timedelta(microseconds=1)


def series(state: EventState) -> when.Series:
    """All moments at which it begins."""
    skips = frozenset(datetime.fromisoformat(one) for one in state.skips)
    return when.Series(state.rrule, state.start_local, known_zone(state.zone), skips=skips)


def length(state: EventState) -> timedelta:
    """How long it lasts."""
    zone = known_zone(state.zone)
    return when.resolve(state.end_local, zone) - when.resolve(state.start_local, zone)


def beginning(state: EventState, moment: datetime) -> str:
    """The wall time of one of its beginnings, as skips name it.

    Raises:
        NoSuchTime: it doesn't begin then.
    """
    if state.rrule is None or not series(state).has(moment.astimezone(UTC)):
        raise NoSuchTime(field="start")
    return wall(moment, known_zone(state.zone)).isoformat()


def occurrences(
    event_id: UUID, state: EventState, start: datetime, end: datetime, since: datetime | None = None
) -> Iterator[Occurrence]:
    """Every time of an event that touches a stretch, in its order, one by one as they are asked for.

    Args:
        since: Only those that don't begin before.
    """
    begins, lasts = series(state), length(state)
    earliest = start - lasts - DAY
    at = begins.after(earliest if since is None else max(earliest, since - _INSTANT))
    while at is not None and at < end:
        found = occurrence(event_id, state, at, lasts)
        if found.end > start:
            yield found
        at = begins.after(at) if state.rrule is not None else None


def occurrence(event_id: UUID, state: EventState, at: datetime, lasts: timedelta | None = None) -> Occurrence:
    """The time of an event that begins at a moment."""
    zone = known_zone(state.zone)
    if state.all_day:
        over = when.resolve(wall(at, zone) + (state.end_local - state.start_local), zone)
    else:
        over = at + (length(state) if lasts is None else lasts)
    leave = at - timedelta(minutes=state.travel_minutes)
    ready = leave - timedelta(minutes=state.ready_minutes)
    return Occurrence(
        event_id=event_id,
        title=state.title,
        place=state.place,
        bring=state.bring,
        all_day=state.all_day,
        start=at.astimezone(zone),
        end=over.astimezone(zone),
        leave_by=leave.astimezone(zone) if state.travel_minutes and not state.all_day else None,
        ready_by=ready.astimezone(zone) if state.ready_minutes and not state.all_day else None,
        landed=(over + timedelta(minutes=state.after_minutes)).astimezone(zone),
        repeats=state.rrule is not None,
    )


def upcoming(state: EventState, now: datetime) -> datetime | None:
    """When it begins next, if it does."""
    return None if state.cancelled else series(state).after(now)


def links(state: EventState, locale: str) -> list[Link]:
    """The reminders that belong to an event: when to get ready, when to leave, when it begins."""
    if state.all_day or state.cancelled:
        return []
    words = sentences(locale)
    travel, ready = state.travel_minutes, state.ready_minutes
    told = _clocks(state)
    found = []
    if travel:
        found.append(_link(state, "leave", words.leave.format(**told), travel))
    elif state.remind_minutes is not None:
        found.append(_link(state, "start", words.start.format(**told), state.remind_minutes))
    if ready:
        text = (words.ready if travel else words.ready_here).format(**told)
        found.append(_link(state, "ready", text, travel + ready))
    return found


def _link(state: EventState, link: LinkKind, text: str, lead: int) -> Link:
    return Link(
        link=link,
        text=text,
        first_local=state.start_local,
        zone=state.zone,
        floating=state.floating,
        rrule=state.rrule,
        lead_minutes=lead,
        skips=tuple(state.skips),
    )


def _clocks(state: EventState) -> dict[str, str]:
    begins = when.resolve(state.start_local, known_zone(state.zone))
    leave = wall(begins - timedelta(minutes=state.travel_minutes), known_zone(state.zone))
    return {"title": state.title, "start": f"{state.start_local:%H:%M}", "leave": f"{leave:%H:%M}"}


def note(state: EventState, now: datetime, locale: str) -> str | None:
    """What has to be said at once of an event whose moment to get ready, to leave or to begin has passed."""
    if state.all_day or state.cancelled:
        return None
    begins, words = upcoming(state, now), sentences(locale)
    if begins is None:
        return words.past
    return _hurry(state, begins, now, words)


def chain(state: EventState, now: datetime, locale: str) -> str | None:
    """When to get ready and to leave, in one sentence; what has to be said at once goes before it."""
    hurry = note(state, now, locale)
    if hurry is not None or state.all_day or state.cancelled or not state.travel_minutes:
        return hurry
    begins, words, zone = upcoming(state, now), sentences(locale), known_zone(state.zone)
    assert begins is not None, "else it would have been said"
    leave = begins - timedelta(minutes=state.travel_minutes)
    ready = leave - timedelta(minutes=state.ready_minutes)
    told = {"leave": f"{wall(leave, zone):%H:%M}", "ready": f"{wall(ready, zone):%H:%M}"}
    return (words.ready_at if state.ready_minutes else words.leave_at).format(**told)


def _hurry(state: EventState, begins: datetime, now: datetime, words: Sentences) -> str | None:
    zone = known_zone(state.zone)
    leave = begins - timedelta(minutes=state.travel_minutes)
    ready = leave - timedelta(minutes=state.ready_minutes)
    told = {"start": f"{wall(begins, zone):%H:%M}", "leave": f"{wall(leave, zone):%H:%M}"}
    if state.travel_minutes:
        if leave <= now:
            return words.had_to_leave.format(**told)
        return words.had_to_get_ready.format(**told) if state.ready_minutes and ready <= now else None
    before = begins - timedelta(minutes=state.remind_minutes or 0)
    if (state.remind_minutes is not None and before <= now) or (state.ready_minutes and ready <= now):
        return words.soon.format(**told)
    return None
