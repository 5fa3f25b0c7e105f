"""What happens to phone numbers, and what follows later."""

from typing import ClassVar, Literal
from uuid import UUID

from cairn.platform.messages import Event, Job

Change = Literal["added", "replaced", "removed"]


class PhoneChanged(Event):
    """A person has a number now, another one, or none."""

    kind = "phone.changed"

    what: Change


class SendPhoneCode(Job):
    """Text a code. Somebody waits for it."""

    name = "accounts.send_phone_code"
    priority: ClassVar[int] = 20

    code_id: UUID


class SendPhoneChanged(Job):
    """Tell somebody by letter that their phone number changed.

    Args:
        change_id: Makes it one letter, however often the job runs.
    """

    name = "accounts.send_phone_changed"

    change_id: UUID
    what: Change
