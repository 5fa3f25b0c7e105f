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


class TooManySteps(Invalid):
    """A task has at most 50 steps. Perhaps it is two tasks."""


class AlreadySmall(CairnError):
    """This is as small as it gets. Two minutes of it count."""

    kind = ErrorKind.CONFLICT


class StepTwice(Invalid):
    """The same step is there twice."""
