"""What a browser is sent fits a glance and a push message, and its buttons can be understood."""

from datetime import timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from cairn.notify import notices
from cairn.notify.repository import Begun
from cairn.push.encryption import LARGEST
from cairn.reminders import rules
from tests.conftest import NOON


@pytest.mark.parametrize(
    ("locale", "says"),
    [("en", "Done"), ("es", "Hecho"), ("fr", "Fait"), ("pt", "Feito"), ("de", "Done")],
)
def test_a_long_title_fits_in_every_language(locale: str, says: str) -> None:
    huge = Begun(uuid4(), "🪨\u200d\n\x07" * 4000, "🪨\n" * 4000, f"/reminders/{uuid4()}", NOON, NOON)
    content = notices.content(huge, now=NOON, zone=ZoneInfo("Europe/Lisbon"), locale=locale, discreet=False)
    assert len(content) <= LARGEST
    assert says.encode() in content


@pytest.mark.parametrize("locale", sorted(notices.PHRASES))
def test_ten_minutes_are_understood_in_every_language(locale: str) -> None:
    """What the button "In 10 minutes" says to the books, whatever its person speaks (`web/src/app/sw-notices.ts`)."""
    until = rules.read_snooze("10 min", NOON, ZoneInfo("Europe/Lisbon"), locale, NOON.replace(tzinfo=None))
    assert until == NOON + timedelta(minutes=10)
