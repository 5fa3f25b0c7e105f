"""What can become of a letter that wasn't taken."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class BadLetter(Invalid):
    """This letter can't be written: an address or header holds a line break or the like."""


class MailRefused(CairnError):
    """The mail server refused this letter for good."""


class MailNotTaken(CairnError):
    """The mail server isn't taking this letter just now."""

    kind = ErrorKind.UNAVAILABLE


class MailUnanswered(CairnError):
    """The connection broke after the letter was handed over, so nobody knows whether it was taken."""

    kind = ErrorKind.UNAVAILABLE
