"""What happens around spaces and shares."""

from uuid import UUID

from cairn.platform.messages import Event, Job


class SpaceChanged(Event):
    """A space has another name, or other people."""

    kind = "space.changed"

    space_id: UUID


class SpaceLeft(Event):
    """Somebody belongs to a space no more. Published by the system's work, once they are out."""

    kind = "space.left"

    space_id: UUID


class SendInvitation(Job):
    """Send somebody the letter with the link into a space."""

    name = "spaces.send_invitation"

    invitation_id: UUID


class SupportAsked(Event):
    """Somebody asks to look at a person's things to help them."""

    kind = "support.asked"

    support_request_id: UUID


class TellShared(Job):
    """Tell somebody that they let another look at their things."""

    name = "spaces.tell_shared"

    share_id: UUID


class TellSupportAsked(Job):
    """Tell somebody that support asks to look."""

    name = "spaces.tell_support_asked"

    support_request_id: UUID
