"""What follows later when factors change or are used."""

from typing import Literal
from uuid import UUID

from cairn.platform.messages import Event, Job

Change = Literal[
    "app_added",
    "app_removed",
    "passkey_added",
    "passkey_removed",
    "passkey_copied",
    "codes_renewed",
    "code_used",
    "codes_tried",
    "all_removed",
]
"""What a person is told of by letter. `passkey_copied`: two devices count with one key; `codes_tried`: somebody who
knows the password guesses codes."""


class FactorsChanged(Event):
    """A person's second factors are others now."""

    kind = "account.factors_changed"


class TellFactorChanged(Job):
    """Tell somebody what happened to their second factors."""

    name = "accounts.tell_factor_changed"

    change_id: UUID
    what: Change
    link_id: UUID | None = None


class SendSignInCode(Job):
    """Send the code that a sign-in from a device that isn't known waits for."""

    name = "accounts.send_sign_in_code"

    sign_in_id: UUID


class TellNewDevice(Job):
    """Tell somebody that they were signed in on a device not seen before."""

    name = "accounts.tell_new_device"

    session_id: UUID
