"""What happens around shares."""

from uuid import UUID

from cairn.platform.messages import Event, Job


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
