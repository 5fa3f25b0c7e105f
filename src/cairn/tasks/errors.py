"""What can go wrong with tasks."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class AlreadyDone(CairnError):
    """This is done already."""

    kind = ErrorKind.CONFLICT


class NotDone(CairnError):
    """This is still open."""

    kind = ErrorKind.CONFLICT


class NothingToChange(Invalid):
    """Nothing to change was given."""


class NotLater(Invalid):
    """Later needs a moment that is still to come."""


class BadRule(Invalid):
    """It can't come again by this rule. It reads like FREQ=WEEKLY;BYDAY=MO, and names days, not hours."""


class UnreadableRule(Invalid):
    """We couldn't read in these words how it comes again. Try “every Monday” or “every 3 days”."""


class NeedsADay(Invalid):
    """What comes again needs a day to count from."""


class NotOnThatDay(Invalid):
    """It doesn't come round on that day. Move this one only, or say how it comes again from then on."""


class ComesOnce(Invalid):
    """This is for once. Later puts it off."""


class NothingFollows(CairnError):
    """Nothing comes after this one, so it can't be left out. It can be taken away."""

    kind = ErrorKind.CONFLICT


class NothingLeftOut(CairnError):
    """No time of this was left out, so there is none to bring back."""

    kind = ErrorKind.CONFLICT


class ChangedSince(CairnError):
    """This task has changed since, so that step can't be taken back any more."""

    kind = ErrorKind.STALE


class TooManySteps(Invalid):
    """A task has at most 50 steps. Perhaps it is two tasks."""


class AlreadySmall(CairnError):
    """This is as small as it gets. Two minutes of it count."""

    kind = ErrorKind.CONFLICT


class StepTwice(Invalid):
    """The same step is there twice."""
