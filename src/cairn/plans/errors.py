"""What can go wrong with plans."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid


class UnusableDays(Invalid):
    """It can't come round on these days. They read like FREQ=WEEKLY;BYDAY=MO,WE."""


class WordTaken(Invalid):
    """This word means something in a conversation already. Choose another."""


class WordTwice(CairnError):
    """Another plan of yours waits for this word."""

    kind = ErrorKind.CONFLICT


class TooManyPlans(CairnError):
    """You have as many plans as this Cairn allows. Delete one that you no longer need."""

    kind = ErrorKind.CONFLICT


class NoPhoneCalls(CairnError):
    """Only a plan for an arrival has an address to call."""

    kind = ErrorKind.CONFLICT


class PlanChangedSince(CairnError):
    """This plan has changed since, so that step can't be taken back any more."""

    kind = ErrorKind.STALE


class NotHeard(CairnError):
    """Nothing listens at this address. Look at the plan for the one that holds now."""

    kind = ErrorKind.MISSING
