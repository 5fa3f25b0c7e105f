"""Versions as ETags: a change made on an old copy is refused, not merged blindly."""

import re
from typing import Annotated

from fastapi import Header

from cairn.platform.errors import Invalid, Stale


class BadIfMatch(Invalid):
    """If-Match takes the ETag of the row, such as "3"."""


IfMatch = Annotated[
    str | None, Header(alias="If-Match", max_length=100, description='The ETag of the row as last seen, such as `"3"`.')
]


def expect(version: int, if_match: str | None) -> None:
    """Refuse when the row has moved on.

    Raises:
        Stale: somebody changed it since.
        BadIfMatch: the header isn't an ETag of ours.
    """
    if if_match is None or if_match.strip() == "*":
        return
    found = re.fullmatch(r'\s*(?:W/)?"(\d{1,9})"\s*', if_match)
    if found is None:
        raise BadIfMatch
    if int(found[1]) != version:
        raise Stale
