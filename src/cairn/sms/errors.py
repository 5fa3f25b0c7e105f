"""What can become of a text that wasn't taken, and of a report that isn't the carrier's."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class BadNumber(Invalid):
    """This doesn't look like a phone number that takes texts. With its country, it reads like +351 912 345 678."""


class BadText(Invalid):
    """This text can't be sent: it is empty, longer than 1,600 characters, or not for a number such as +351912345678."""


class NoCarrier(CairnError):
    """This Cairn can't send texts: no carrier is set up."""

    kind = ErrorKind.UNAVAILABLE


class SmsRefused(CairnError):
    """The carrier refused this text for good."""


class SmsNotTaken(CairnError):
    """The carrier isn't taking this text just now."""

    kind = ErrorKind.UNAVAILABLE


class SmsUnanswered(CairnError):
    """The text was handed over and the answer was lost, so nobody knows whether it was taken."""

    kind = ErrorKind.UNAVAILABLE


class NotTheCarrier(CairnError):
    """This report isn't signed by the carrier. Nothing was changed."""

    kind = ErrorKind.FORBIDDEN
