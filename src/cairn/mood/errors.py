"""What can go wrong with what somebody says of how they are."""

from cairn.platform.errors import Invalid


class NotYet(Invalid):
    """That moment is still to come. Say how you are now, or how you were."""


class NothingSaid(Invalid):
    """Say a mood or an energy, at least one of them."""
