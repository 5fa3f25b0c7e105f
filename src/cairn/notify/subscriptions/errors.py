"""What can go wrong with a subscription."""

from cairn.platform.errors import CairnError, ErrorKind


class NoDevice(CairnError):
    """Notices go to a browser that is signed in. A key for a program has none."""

    kind = ErrorKind.FORBIDDEN


class TooManyDevices(CairnError):
    """You are told on twenty devices already. Turn it off on one of them first."""

    kind = ErrorKind.CONFLICT


class DeviceGone(CairnError):
    """This browser doesn't take notices any more, so it was taken off your list. Turn it on again there."""

    kind = ErrorKind.CONFLICT


class TestNotTaken(CairnError):
    """The push service of this browser isn't answering just now. Try again in a moment."""

    kind = ErrorKind.UNAVAILABLE


class TestRefused(CairnError):
    """The push service of this browser refused the notice. Turning it off and on again may help."""

    kind = ErrorKind.CONFLICT
