"""Everyday ways of saying things, each with what it means: as strangers to the rules typed them.

`sayings` holds them by language: what is said, and indented under it what is meant, with a `?` where it is read back.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cairn.assistant.meaning import Meaning, meaning_of

NOW = datetime(2026, 11, 28, 10, 0, tzinfo=ZoneInfo("Europe/Lisbon"))
"""A Saturday."""
SAYINGS = Path(__file__).parent / "sayings"


def cases() -> Iterator[tuple[str, str, list[str]]]:
    for told_in in sorted(SAYINGS.glob("*.txt")):
        said, meant = "", list[str]()
        for line in [*told_in.read_text(encoding="utf-8").splitlines(), ""]:
            if line.startswith(" "):
                meant.append(line.strip())
                continue
            if said:
                yield told_in.stem, said, meant
            said, meant = line, []


def told(meant: Meaning) -> str:
    """One meaning on a line; of the ends only that of an event, which the others have from elsewhere."""
    words = [meant.kind, meant.command, meant.title]
    words.append(f"{meant.moment:%m-%d %H:%M}" if meant.moment else None)
    words.append(f"to {meant.end:%m-%d %H:%M}" if meant.end and meant.kind == "event" else None)
    words += [meant.rrule, None if meant.sure else "?"]
    return " | ".join(word for word in words if word)


@pytest.mark.parametrize(("language", "said", "meant"), list(cases()))
def test_is_understood(language: str, said: str, meant: list[str]) -> None:
    assert [told(one) for one in meaning_of(said, NOW, language)] == meant
