"""What can go wrong with memories."""

from cairn.platform.errors import Invalid, Unavailable


class NothingToChange(Invalid):
    """Nothing to change was given."""


class NoEmbedder(Unavailable):
    """The part that compares meanings isn't there. What was said is kept, and words find it."""
