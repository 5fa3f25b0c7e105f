"""What can go wrong with a reminder."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class InThePast(Invalid):
    """That time has passed. Choose one that is still to come."""


class TooFarAway(Invalid):
    """That is more than a hundred years away. Choose a nearer time."""


class NoSuchZone(Invalid):
    """We don't know this time zone. It reads like Europe/Lisbon."""


class UnreadableTime(Invalid):
    """We couldn't read a time in these words. Try “tomorrow at 3pm” or “in 20 minutes”."""


class BadRule(Invalid):
    """We can't repeat by this rule. It reads like FREQ=WEEKLY;BYDAY=MO, at most every five minutes."""


class NothingRinging(Invalid):
    """This one isn't asking for an answer just now. It comes again at its next time."""


class NothingReachesOut(Invalid):
    """Every channel but the page is off, so it can't come after you. Turn one on under How you are reached."""


class AlreadyAnswered(CairnError):
    """This reminder is done or removed already."""

    kind = ErrorKind.CONFLICT


class NothingToReopen(CairnError):
    """This reminder is still open."""

    kind = ErrorKind.CONFLICT


class ChangedSince(CairnError):
    """This reminder has changed since, so that step can't be taken back any more."""

    kind = ErrorKind.STALE


class NotThen(Invalid):
    """It doesn't ring at that time. Choose one of its times."""


class LastTime(CairnError):
    """It comes no more after that. Take it away instead."""

    kind = ErrorKind.CONFLICT


class NotAhead(Invalid):
    """It can only ring ahead of a reminder of its own that rings later. Choose an earlier time."""
