"""From where a request comes, for the routes that let people try to get in."""

from typing import Annotated

from fastapi import Depends, Request

from cairn.accounts.attempts import Origin
from cairn.accounts.signed_in import DEVICE
from cairn.platform.http.credentials import address_of


def _origin(request: Request) -> Origin:
    device = request.cookies.get(DEVICE, "")
    return Origin(address_of(request), device if 20 <= len(device) <= 100 else None)


From = Annotated[Origin, Depends(_origin)]
"""What counters of tries go by."""
