"""Reading a phrase that must be a time."""

from datetime import datetime

from cairn.when import Moment, read


def read_at(now: datetime, language: str, text: str) -> Moment:
    found = read(text, now, language=language)
    assert found is not None, text
    return found
