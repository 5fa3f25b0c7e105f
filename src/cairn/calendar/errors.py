"""What can go wrong with events."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class EventOver(Invalid):
    """That would be over already. Choose a time that is still to come."""


class EndsTooEarly(Invalid):
    """An event ends after it begins, and at most a year later."""


class UnknownZone(Invalid):
    """We don't know this time zone. It reads like Europe/Lisbon."""


class UnreadableSpan(Invalid):
    """We couldn't read a time in these words. Try “tomorrow 3pm to 4pm” or “friday at 13:00 for an hour”."""


class CantRepeat(Invalid):
    """An event can't repeat by this rule. It reads like FREQ=WEEKLY;BYDAY=MO."""


class NoSuchTime(Invalid):
    """This event doesn't begin at that moment."""


class StretchTooLong(Invalid):
    """Ask for at most 400 days at once, from a moment to a later one."""


class TooManyEvents(CairnError):
    """You have as many events ahead as this Cairn allows. Cancel some that you no longer need."""

    kind = ErrorKind.CONFLICT


class AlreadyCancelled(CairnError):
    """This event is cancelled."""

    kind = ErrorKind.CONFLICT


class EventChangedSince(CairnError):
    """This event has changed since, so that step can't be taken back any more."""

    kind = ErrorKind.STALE
