"""When each step of a ladder is taken, and what keeps it waiting. Pure."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from cairn import when
from cairn.notify.models import Channel, Preset
from cairn.notify.schemas import MOST_NAGS, Ladder, Nag, Rung, Wait

ON_TIME = timedelta(minutes=1)
NOISY = frozenset(Channel) - {Channel.PAGE}

LADDERS = {
    # The page first; what reaches out comes only when nobody looked for a while.
    Preset.GENTLE: Ladder(
        rungs=[
            Rung(channels=[Channel.PAGE]),
            Rung(channels=[one for one in Channel if one in NOISY], after_minutes=15),
        ]
    ),
    Preset.USUAL: Ladder(rungs=[Rung(channels=list(Channel))]),
    Preset.INSISTENT: Ladder(rungs=[Rung(channels=list(Channel))], nag=Nag(every_minutes=10)),
}

# Why a step was passed over, for the page to put into words.
LATER_WENT = "later_went"
RANG_AGAIN = "rang_again"
TURNED_OFF = "turned_off"
NOWHERE = "no_device"


@dataclass(frozen=True, slots=True)
class Quiet:
    """When a person wants no noise.

    Args:
        start: On the wall, in `zone`; with `end`, or neither.
        channels: Which channels keep the hours.
        until: Nothing before then, whatever the hour.
    """

    zone: ZoneInfo
    start: time | None = None
    end: time | None = None
    channels: frozenset[Channel] = NOISY
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """How one person is reached, as it stands now.

    Args:
        usable: The channels that carry to them and that they want.
        off: Those they don't want.
    """

    ladder: Ladder
    usable: frozenset[Channel]
    quiet: Quiet
    off: frozenset[Channel] = frozenset()


@dataclass(frozen=True, slots=True)
class Step:
    """One delivery to be, or the first of those that come again.

    Args:
        at: When it goes by the ladder.
        nag_every: Minutes until it comes again, if it does.
        nag_more: How many more follow.
    """

    channel: Channel
    rung: int
    nag: int
    at: datetime
    nag_every: int | None = None
    nag_more: int | None = None


def start_of(rang_for: datetime, now: datetime) -> datetime:
    """What delays count from: the moment it was for, or, when it rang late, when it did."""
    return rang_for if now - rang_for < ON_TIME else now


def plan(ladder: Ladder, usable: frozenset[Channel], start: datetime) -> list[Step]:
    """The steps from one ringing on; of what comes again, the first.

    The page always has it from the first moment. A ladder of which nothing but the page reaches the person,
    although it means to, goes by mail, unless they want none.
    """
    rungs = _within_reach(ladder, usable)
    steps = [
        Step(channel, place, 0, start + timedelta(minutes=rung.after_minutes))
        for place, rung in rungs
        for channel in rung.channels
    ]
    if not any(step.channel is Channel.PAGE and step.at <= start for step in steps):
        steps.insert(0, Step(Channel.PAGE, 0, 0, start))
    last = next(((place, rung) for place, rung in reversed(rungs) if rung.noisy), None)
    if ladder.nag is not None and last is not None:
        place, rung = last
        every = ladder.nag.every_minutes
        first = start + timedelta(minutes=rung.after_minutes + every)
        more = (ladder.nag.times or MOST_NAGS) - 1
        steps += [Step(channel, place, 1, first, every, more) for channel in rung.noisy]
    return steps


def _within_reach(ladder: Ladder, usable: frozenset[Channel]) -> list[tuple[int, Rung]]:
    reached: list[tuple[int, Rung]] = []
    lost: tuple[int, Rung] | None = None
    for place, rung in enumerate(ladder.rungs, start=1):
        channels = [channel for channel in rung.channels if channel in usable]
        if channels:
            reached.append((place, rung.model_copy(update={"channels": channels})))
        if rung.noisy and lost is None:
            lost = place, rung
    if lost is None or any(rung.noisy for _, rung in reached) or Channel.EMAIL not in usable:
        return reached
    place, rung = lost
    instead = rung.model_copy(update={"channels": [Channel.EMAIL]})
    at_place = [(where, kept) for where, kept in reached if where == place]
    if at_place:
        instead = rung.model_copy(update={"channels": [*at_place[0][1].channels, Channel.EMAIL]})
    return sorted([one for one in reached if one[0] != place] + [(place, instead)], key=lambda one: one[0])


def hold(at: datetime, channel: Channel, quiet: Quiet, *, urgent: bool) -> tuple[datetime, Wait | None]:
    """When something meant for `at` may go, and what it waits for until then."""
    why: Wait | None = None
    if channel is Channel.PAGE or urgent:
        return at, why
    while True:
        if quiet.until is not None and at < quiet.until:
            at, why = quiet.until, "do_not_disturb"
        elif channel in quiet.channels and (end := _end_of_quiet(at, quiet)) is not None:
            at, why = end, "quiet_hours"
        else:
            return at, why


def _end_of_quiet(at: datetime, quiet: Quiet) -> datetime | None:
    """When the quiet hours around a moment end, if it lies in any."""
    if quiet.start is None or quiet.end is None or quiet.start == quiet.end:
        return None
    today = at.astimezone(quiet.zone).date()
    for day in (today - timedelta(days=1), today):
        last = day if quiet.start < quiet.end else day + timedelta(days=1)
        begin = when.resolve(datetime.combine(day, quiet.start), quiet.zone)
        end = when.resolve(datetime.combine(last, quiet.end), quiet.zone)
        if begin <= at < end:
            return end
    return None


def next_nag(planned_for: datetime, every: timedelta, now: datetime) -> datetime:
    """When it comes again: in step with the ladder, and not right after one that went late."""
    return planned_for + max(1, math.ceil((now - planned_for) / every + 0.5)) * every


@dataclass(frozen=True, slots=True)
class Due:
    """A planned delivery whose time has come.

    Args:
        superseded: The same subject rang for a later moment since.
    """

    id: UUID
    user_id: UUID
    kind: str
    subject_id: UUID
    channel: Channel
    rung: int
    nag: int
    nag_every: int | None
    nag_more: int | None
    urgent: bool
    planned_for: datetime
    superseded: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is done about it: it goes now, waits until a moment, or is passed over for a reason.

    Args:
        following: When it comes again, if it goes and does.
    """

    due: Due
    until: datetime | None = None
    reason: str | None = None
    following: datetime | None = None

    @property
    def goes(self) -> bool:
        return self.until is None and self.reason is None


def judge(due: Sequence[Due], wishes: dict[UUID, Wishes], now: datetime) -> list[Verdict]:
    """What becomes of everything that is due. Of several about one thing on one channel, the last goes for all."""
    newest: dict[tuple[UUID, str, UUID, Channel], Due] = {}
    for one in due:
        key = (one.user_id, one.kind, one.subject_id, one.channel)
        other = newest.get(key)
        if not one.superseded and (other is None or _order(one) > _order(other)):
            newest[key] = one
    kept = {one.id for one in newest.values()}
    return [_judged(one, wishes[one.user_id], now, last=one.id in kept) for one in due]


def _order(one: Due) -> tuple[datetime, int, int]:
    return one.planned_for, one.rung, one.nag


def _judged(one: Due, wishes: Wishes, now: datetime, *, last: bool) -> Verdict:
    if one.superseded:
        return Verdict(one, reason=RANG_AGAIN)
    if not last:
        return Verdict(one, reason=LATER_WENT)
    if one.channel not in wishes.usable:
        return Verdict(one, reason=TURNED_OFF if one.channel in wishes.off else NOWHERE)
    until, why = hold(now, one.channel, wishes.quiet, urgent=one.urgent)
    if why is not None:
        return Verdict(one, until=until)
    if one.nag_every is None or not one.nag_more:
        return Verdict(one)
    return Verdict(one, following=next_nag(one.planned_for, timedelta(minutes=one.nag_every), now))


def coming(steps: Iterable[Step], now: datetime) -> list[Step]:
    """Those still to come when a ladder is put to something that rings already; what comes again goes on from now."""
    ahead = []
    for step in steps:
        if step.nag and step.nag_every and step.at <= now:
            later = next_nag(step.at, timedelta(minutes=step.nag_every), now)
            ahead.append(Step(step.channel, step.rung, step.nag, later, step.nag_every, step.nag_more))
        elif step.at > now:
            ahead.append(step)
    return ahead
