"""What can go wrong with routines."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class NoSteps(Invalid):
    """A routine needs at least one step."""


class WindowWanted(Invalid):
    """To be told when it begins, a routine needs the time at which its window opens."""


class BadDays(Invalid):
    """We can't read these days. They read like FREQ=WEEKLY;BYDAY=MO,TU."""


class StepTwice(Invalid):
    """The same step is there twice."""


class TooManyRoutines(CairnError):
    """You have as many routines as this Cairn allows. Take one away that you no longer need."""

    kind = ErrorKind.CONFLICT


class RunOver(CairnError):
    """This time is over already."""

    kind = ErrorKind.CONFLICT


class RunOpen(CairnError):
    """You are in the middle of this routine already."""

    kind = ErrorKind.CONFLICT


class ChangedSince(CairnError):
    """Something was done in it since, so it can't be taken back any more."""

    kind = ErrorKind.STALE
