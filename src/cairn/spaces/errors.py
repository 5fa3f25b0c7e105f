"""What can go wrong with spaces and shares."""

from cairn.platform.errors import CairnError, ErrorKind, Invalid, TooMany


class NotShareable(Invalid):
    """Nothing of this kind can be shared."""


class OwnAddress(Invalid):
    """This is your own address. You see your things anyway."""


class AlreadyOver(Invalid):
    """This end lies in the past. Choose a later one, or none."""


class AlreadyAnswered(CairnError):
    """This was answered before, or it is too old. They can ask again."""

    kind = ErrorKind.CONFLICT


class TooManyRequests(CairnError):
    """This person has requests that wait for an answer already."""

    kind = ErrorKind.CONFLICT


class CannotAskYourself(Invalid):
    """You can't ask yourself for this."""


class PersonalSpace(CairnError):
    """This space is yours alone: it has no other name, nobody is invited into it, and it can't be left."""

    kind = ErrorKind.CONFLICT


class TooManySpaces(CairnError):
    """You look after as many spaces as one person can. Leave one that you don't need any more."""

    kind = ErrorKind.CONFLICT


class SpaceFull(CairnError):
    """There is no room for more people in this space."""

    kind = ErrorKind.CONFLICT


class LastOwner(CairnError):
    """Nobody else looks after this space. Invite another owner first, or take the others out."""

    kind = ErrorKind.CONFLICT


class AlreadyYours(Invalid):
    """This is your own address. You belong to this space already."""


class TooManyInvitations(TooMany):
    """You sent many invitations in a short time. Please wait a while, then try again."""


class InvitationOver(CairnError):
    """This invitation doesn't hold any more: it was used, taken back, or is older than a week. Ask for another one."""

    kind = ErrorKind.CONFLICT


class NotYourInvitation(CairnError):
    """This invitation was sent to another address than that of your account. Sign in with the one it was sent to."""

    kind = ErrorKind.FORBIDDEN


class AlreadyIn(CairnError):
    """You belong to this space already."""

    kind = ErrorKind.CONFLICT
