"""What can go wrong with a review."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class ReviewOver(CairnError):
    """This review is over. What you decided holds."""

    kind = ErrorKind.CONFLICT


class DoneMeanwhile(CairnError):
    """This is done already."""

    kind = ErrorKind.CONFLICT


class NotHere(Invalid):
    """That can't be decided at this step."""


class NotDecided(CairnError):
    """Nothing was decided about this here."""

    kind = ErrorKind.CONFLICT


class MovedOn(CairnError):
    """This has changed since, so that the decision can't be taken back any more."""

    kind = ErrorKind.STALE
