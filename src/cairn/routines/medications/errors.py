"""What can go wrong with medication times."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class AlreadyTaken(CairnError):
    """You took this a while ago. Say so again only if you took more."""

    kind = ErrorKind.CONFLICT


class NotThen(Invalid):
    """That is to come, or more than a day ago. Say when you took it, within the last 24 hours."""


class NothingToSkip(CairnError):
    """No dose of this is due now."""

    kind = ErrorKind.CONFLICT


class TooManyMedications(CairnError):
    """You have as many medications as this Cairn allows. Take one away that you no longer need."""

    kind = ErrorKind.CONFLICT


class BadDays(Invalid):
    """We can't read these days. They read like FREQ=WEEKLY;BYDAY=MO,TU."""


class EndsTwice(Invalid):
    """These days end by themselves. Leave out the last day, or how many times it is."""


class OverAlready(Invalid):
    """That day is over. The last day is today, or one still to come."""


class SameTimeTwice(Invalid):
    """The same time is there twice."""
