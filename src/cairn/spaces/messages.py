"""What happens around shares."""

from uuid import UUID

from cairn.platform.messages import Event


class SupportAsked(Event):
    """Somebody asks to look at a person's things to help them."""

    kind = "support.asked"

    support_request_id: UUID
