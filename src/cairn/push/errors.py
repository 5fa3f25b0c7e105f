"""What can become of a push message that wasn't taken."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class BadSubscription(Invalid):
    """This isn't a subscription as browsers make them, or its push service isn't one that Cairn may speak to."""


class PushRefused(CairnError):
    """The push service refused this message for good."""


class PushGone(CairnError):
    """This device takes no more notices: its push service doesn't know it any longer."""


class PushNotTaken(CairnError):
    """The push service isn't taking this message just now.

    Args:
        retry_after: Seconds after which the push service wants to be asked again, if it said so.
    """

    kind = ErrorKind.UNAVAILABLE

    def __init__(self, detail: str | None = None, *, retry_after: int | None = None) -> None:
        super().__init__(detail)
        self.retry_after = retry_after


class PushUnanswered(CairnError):
    """The message was handed over and the answer was lost, so nobody knows whether it was taken."""

    kind = ErrorKind.UNAVAILABLE
