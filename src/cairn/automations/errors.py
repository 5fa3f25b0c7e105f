"""What can go wrong with automations."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class UnreadableSchedule(Invalid):
    """We couldn't read a schedule in these words. Try “every Sunday at 18:00” or “every weekday at 8am”."""


class UnusableSchedule(Invalid):
    """It can't come round by this rule. It reads like FREQ=WEEKLY;BYDAY=SU, and at most once an hour."""


class BeginsInThePast(Invalid):
    """That time has passed, or is too far away. Choose one that is still to come."""


class NotAZone(Invalid):
    """We don't know this time zone. It reads like Europe/Lisbon."""


class NothingToAsk(Invalid):
    """Write what is to be asked. Only a prompt has words of its own."""


class TooManyAutomations(CairnError):
    """You have as many automations as this Cairn allows. Delete one that you no longer need."""

    kind = ErrorKind.CONFLICT


class NothingToCome(CairnError):
    """This schedule has come to its end. Give it a new one."""

    kind = ErrorKind.CONFLICT


class AutomationChangedSince(CairnError):
    """This automation has changed since, so that step can't be taken back any more."""

    kind = ErrorKind.STALE
