"""When a person's day begins and ends, past midnight too."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx2
from hypothesis import given
from hypothesis import strategies as st

from cairn.accounts.schemas import SHORTEST_DAY, WakingHours
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.today import rules
from tests.conftest import ClientFor
from tests.reminders.booking import booked

LISBON = ZoneInfo("Europe/Lisbon")
OWL = WakingHours(begins=time(10), ends=time(2))
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
CLOCKS = st.integers(0, 24 * 60 - 1)
MOMENTS = st.integers(0, 2 * 366 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))


@st.composite
def days(draw: st.DrawFn) -> WakingHours:
    begins = draw(CLOCKS)
    ends = (begins + draw(st.integers(SHORTEST_DAY, 24 * 60 - 1))) % (24 * 60)
    return WakingHours(begins=time(*divmod(begins, 60)), ends=time(*divmod(ends, 60)))


@given(MOMENTS, days(), st.sampled_from(["Europe/Lisbon", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe"]))
def test_every_moment_is_in_one_day_and_the_waking_hours_are_inside_it(
    now: datetime, hours: WakingHours, zone: str
) -> None:
    place = ZoneInfo(zone)
    start, end = rules.bounds(now, place, hours)
    wakes, sleeps = rules.waking(now, place, hours)

    assert start <= now < end
    assert start <= wakes < sleeps <= end
    assert rules.bounds(end, place, hours)[0] == end
    assert timedelta(hours=22) < end - start < timedelta(hours=26)


def test_until_it_ends_the_day_before_goes_on() -> None:
    late, later = (datetime(2026, 11, 25, hour, 30, tzinfo=LISBON) for hour in (1, 2))

    assert rules.day_of(late, LISBON, OWL) == date(2026, 11, 24)
    assert rules.day_of(later, LISBON, OWL) == date(2026, 11, 25)
    assert rules.waking(late, LISBON, OWL) == (
        datetime(2026, 11, 24, 10, tzinfo=LISBON),
        datetime(2026, 11, 25, 2, tzinfo=LISBON),
    )


async def test_the_line_goes_by_the_persons_own_day(actor: Actor, client_for: ClientFor, clock: StillClock) -> None:
    client = client_for(actor)
    day = {"begins": "10:00", "ends": "02:00"}
    assert (await client.patch("/api/v1/me", json={"settings": {"day": day}})).status_code == 200
    await booked(actor, datetime(2026, 11, 25, 0, 30, tzinfo=UTC), text="Take the tablet")

    before = await today(client)
    assert before["left_minutes"] == 14 * 60
    assert max(piece["end"] for piece in before["line"]) == "2026-11-25T02:00:00Z"

    clock.at = datetime(2026, 11, 25, 0, 15, tzinfo=UTC)
    after_midnight = await today(client)
    assert after_midnight["date"] == "2026-11-24"
    assert after_midnight["next"]["title"] == "Take the tablet"
    assert after_midnight["left_minutes"] == 105


async def today(client: httpx2.AsyncClient) -> dict[str, Any]:
    answer = await client.get("/api/v1/today")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())
