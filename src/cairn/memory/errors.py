"""What can go wrong with memories."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid, Unavailable


class NothingToChange(Invalid):
    """Nothing to change was given."""


class NoEmbedder(Unavailable):
    """The part that compares meanings isn't there. What was said is kept, and words find it."""


class ModelSilent(Unavailable):
    """The language model gave no answer. What was said is kept, and it is asked again later."""


class EnoughForToday(CairnError):
    """That is more than one person may add in a day. Nothing of it was kept; it can be added tomorrow."""

    kind = ErrorKind.TOO_MANY


class AccountField(Invalid):
    """This is kept with your account. Change it in the settings."""


class WhichRelation(Invalid):
    """Say of each of these what it is, with one of the field's relations."""
