"""What can go wrong with a delivery."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class NotOnThePage(Invalid):
    """Only what the page or a notification shows can be marked as seen."""


class NotByPush(Invalid):
    """Only what was pushed to a browser can be marked as shown by it."""


class NotAhead(Invalid):
    """That time has passed. Choose one that is still to come."""


class TooLongQuiet(Invalid):
    """That is more than 30 days. Choose a nearer time: nothing would reach you for so long."""


class NothingComing(CairnError):
    """Nothing is coming after you just now."""

    kind = ErrorKind.CONFLICT


class DeliveryWaits(CairnError):
    """This couldn't be handed over yet. It will be tried again."""

    kind = ErrorKind.UNAVAILABLE
