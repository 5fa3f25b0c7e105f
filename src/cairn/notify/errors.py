"""What can go wrong with a delivery."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class NotOnThePage(Invalid):
    """Only what the page itself shows can be marked as seen."""


class DeliveryWaits(CairnError):
    """This couldn't be handed over yet. It will be tried again."""

    kind = ErrorKind.UNAVAILABLE
