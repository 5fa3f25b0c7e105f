"""The day as one line: nothing is lost, nothing is overfull, and what belongs to an event moves with it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from cairn.calendar.schemas import Occurrence
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.tasks import service as tasks
from cairn.tasks.schemas import NewTask
from cairn.today import rules, service
from cairn.today.rules import Day, Piece, ToDo
from cairn.today.schemas import Today
from tests.conftest import NOON, ClientFor

LISBON = ZoneInfo("Europe/Lisbon")


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def day_of(now: datetime, zone: ZoneInfo = LISBON) -> Day:
    return Day(now, *rules.waking(now, zone), rules.bounds(now, zone))


def event(
    start: datetime, length: int = 60, *, travel: int = 0, ready: int = 0, after: int = 0, number: int = 1
) -> Occurrence:
    leave = start - minutes(travel)
    end = start + minutes(length)
    return Occurrence(
        event_id=UUID(int=number),
        title=f"Event {number}",
        place="",
        all_day=False,
        start=start,
        end=end,
        leave_by=leave if travel else None,
        ready_by=leave - minutes(ready) if ready else None,
        landed=end + minutes(after),
        repeats=False,
    )


def todo(number: int, takes: int | None) -> ToDo:
    return ToDo(UUID(int=1000 + number), takes)


def told(pieces: Sequence[Piece]) -> list[tuple[str, str, str]]:
    return [(one.kind, f"{one.start:%H:%M}", f"{one.end:%H:%M}") for one in pieces]


def test_a_day_shows_what_is_fixed_and_what_fits_between() -> None:
    dentist = event(NOON + minutes(180), 40, travel=25, ready=15, after=20)
    line = rules.line(day_of(NOON), [dentist], [], [todo(1, 200), todo(2, 30), todo(3, None)])
    assert told(line) == [
        ("free", "07:00", "12:00"),
        ("task", "12:00", "12:30"),
        ("rest", "12:30", "12:40"),
        ("task", "12:40", "13:05"),
        ("free", "13:05", "14:20"),
        ("ready", "14:20", "14:35"),
        ("travel", "14:35", "15:00"),
        ("event", "15:00", "15:40"),
        ("rest", "15:40", "16:00"),
        ("task", "16:00", "19:20"),
        ("free", "19:20", "23:00"),
    ]


def test_something_is_left_before_and_after_what_is_fixed() -> None:
    meetings = [event(NOON, 60, number=1), event(NOON + minutes(105), 60, number=2)]
    fits = rules.line(day_of(NOON), meetings, [], [todo(1, 25)])
    assert ("task", "13:10", "13:35") in told(fits)
    full = rules.line(day_of(NOON), meetings, [], [todo(1, 26)])
    assert ("free", "13:00", "13:45") in told(full)


def test_what_overlaps_is_shown_as_such() -> None:
    both = [
        event(NOON + minutes(60), number=1),
        event(NOON + minutes(90), number=2),
        event(NOON + minutes(200), number=3),
    ]
    line = rules.line(day_of(NOON), both, [], [])
    assert [one.overlaps for one in line if one.kind == "event"] == [True, True, False]


def test_a_way_that_begins_during_something_else_overlaps_it() -> None:
    both = [event(NOON + minutes(60), number=1), event(NOON + minutes(130), travel=30, number=2)]
    line = rules.line(day_of(NOON), both, [], [])
    assert [(one.kind, one.overlaps) for one in line if one.fixed] == [
        ("event", True),
        ("travel", True),
        ("event", False),
    ]


def test_nothing_is_proposed_for_the_night() -> None:
    night = NOON.replace(hour=3)
    reminder = Piece("reminder", night, night, fixed=True)
    line = rules.line(day_of(night - minutes(30)), [], [reminder], [todo(number, 30) for number in range(9)])
    assert told(line)[:2] == [("reminder", "03:00", "03:00"), ("rest", "03:00", "07:00")]
    assert [one.start.hour >= 7 for one in line if one.kind == "task"] == [True] * rules.MOST_IN_A_GAP


def test_what_lasts_over_midnight_ends_with_the_day() -> None:
    late = event(NOON.replace(hour=23), 180)
    line = rules.line(day_of(NOON), [late], [], [])
    assert line[-1].end == rules.bounds(NOON, LISBON)[1]


ZONES = st.sampled_from(["Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "UTC"])
DAYS = st.sampled_from(
    [
        datetime(2026, 11, 24, tzinfo=UTC),
        datetime(2027, 3, 28, tzinfo=UTC),
        datetime(2026, 10, 25, tzinfo=UTC),
        datetime(2027, 3, 14, tzinfo=UTC),
        datetime(2026, 11, 1, tzinfo=UTC),
        datetime(2027, 4, 4, tzinfo=UTC),
        datetime(2026, 9, 6, tzinfo=UTC),
    ]
)
SHAPES = st.lists(
    st.tuples(st.integers(-600, 2000), st.integers(1, 400), st.integers(0, 90), st.integers(0, 60), st.integers(0, 60)),
    max_size=8,
)
TASKS = st.lists(st.one_of(st.none(), st.integers(1, 300)), max_size=12)


@given(
    day=DAYS,
    hour=st.integers(0, 1439),
    zone=ZONES,
    shapes=SHAPES,
    moments=st.lists(st.integers(0, 1439), max_size=4),
    takes=TASKS,
)
def test_a_line_covers_the_day_and_is_never_overfull(
    day: datetime,
    hour: int,
    zone: str,
    shapes: list[tuple[int, int, int, int, int]],
    moments: list[int],
    takes: list[int | None],
) -> None:
    now = day + minutes(hour)
    setting = day_of(now, ZoneInfo(zone))
    first, last = setting.midnights
    events = [
        event(first + minutes(at), length, travel=travel, ready=ready, after=after, number=number)
        for number, (at, length, travel, ready, after) in enumerate(shapes)
    ]
    rings = [Piece("reminder", first + minutes(at), first + minutes(at), fixed=True) for at in moments]
    todos = [todo(number, length) for number, length in enumerate(takes)]
    line = rules.line(setting, events, rings, todos)

    lasting = [one for one in line if one.start < one.end]
    assert all(one.start <= one.end for one in line)
    reached = lasting[0].start
    for one in lasting:
        assert one.start <= reached, "a hole"
        assert one.start == reached or one.overlaps, "an overlap that doesn't say so"
        reached = max(reached, one.end)
    assert lasting[0].start <= setting.start
    assert reached >= setting.end
    assert lasting[0].start >= first
    assert reached <= last
    for one in line:
        others = [other for other in lasting if other is not one and other.start < one.end and one.start < other.end]
        assert one.overlaps == bool([other for other in others if other.fixed]) or one.start == one.end

    put = [one for one in line if one.kind == "task"]
    assert len({one.ref for one in put}) == len(put)
    lengths = {one.id: one.minutes or rules.USUAL_MINUTES for one in todos}
    fixed = [one for one in lasting if one.fixed]
    for one in put:
        assert one.ref is not None
        assert one.end - one.start == minutes(lengths[one.ref.id])
        assert now <= one.start
        assert setting.start <= one.start
        assert one.end <= setting.end
        for other in fixed:
            assert other.start >= one.end + rules.TRANSITION or other.end <= one.start
        for other in put:
            assert (
                one is other or other.start >= one.end + rules.TRANSITION or other.end + rules.TRANSITION <= one.start
            )


@given(at=st.integers(120, 900), by=st.integers(-60, 400), travel=st.integers(1, 60), ready=st.integers(1, 30))
def test_what_belongs_to_an_event_moves_with_it(at: int, by: int, travel: int, ready: int) -> None:
    first = rules.bounds(NOON, LISBON)[0]

    def chain(start: datetime) -> list[tuple[str, datetime, datetime]]:
        line = rules.line(day_of(NOON), [event(start, 30, travel=travel, ready=ready)], [], [])
        return [(one.kind, one.start, one.end) for one in line if one.fixed]

    start = first + minutes(at)
    moved = chain(start + minutes(by))
    assert [(kind, begins + minutes(by), ends + minutes(by)) for kind, begins, ends in chain(start)] == moved


async def shown(actor: Actor) -> Today:
    async with actor.work() as work:
        return await service.today(work)


async def test_today_tells_the_line_and_how_long_it_is_until_the_next_thing(
    actor: Actor, client_for: ClientFor, clock: StillClock
) -> None:
    client = client_for(actor)
    body = {
        "title": "Dentist",
        "place": "Rua do Sol 12",
        "start": (NOON + minutes(170)).isoformat(),
        "travel_minutes": 25,
        "ready_minutes": 15,
    }
    dentist = (await client.post("/api/v1/calendar/events", json=body)).json()
    async with actor.work() as work:
        await tasks.add(work, NewTask(title="Send the photos", estimate_minutes=25))
    today = (await client.get("/api/v1/today")).json()
    kinds = [(one["kind"], one["title"]) for one in today["line"]]
    assert kinds == [
        ("free", ""),
        ("task", "Send the photos"),
        ("free", ""),
        ("ready", "Dentist"),
        ("travel", "Dentist"),
        ("event", "Dentist"),
        ("free", ""),
    ]
    coming = today["coming"]
    assert (coming["title"], coming["goal"], coming["minutes"], coming["ref"]["id"]) == (
        "Dentist",
        "ready",
        130,
        dentist["id"],
    )
    assert datetime.fromisoformat(coming["at"]) == NOON + minutes(170)
    assert today["left_minutes"] == 11 * 60
    assert [(one["kind"], one["title"]) for one in today["items"]] == [("event", "Dentist")]
    clock.at = NOON + minutes(135)
    assert (await client.get("/api/v1/today")).json()["coming"]["goal"] == "leave"


async def test_an_event_stands_in_the_day_once_and_not_again_for_its_reminders(
    actor: Actor, client_for: ClientFor
) -> None:
    client = client_for(actor)
    body = {"title": "Walk", "start": (NOON + minutes(60)).isoformat(), "travel_minutes": 10, "ready_minutes": 5}
    await client.post("/api/v1/calendar/events", json=body)
    today = await shown(actor)
    assert [item.kind for item in today.items] == ["event"]
    assert [one.kind for one in today.line if one.kind == "reminder"] == []


async def test_a_whole_day_has_no_hour(actor: Actor, client_for: ClientFor) -> None:
    client = client_for(actor)
    await client.post("/api/v1/calendar/events", json={"title": "Holiday", "first_day": "2026-11-24"})
    today = await shown(actor)
    assert [(item.title, item.at) for item in today.items] == [("Holiday", None)]
    assert [one.kind for one in today.line] == ["free", "free"]


async def test_a_task_for_an_hour_is_fixed_and_not_proposed_besides(actor: Actor) -> None:
    async with actor.work() as work:
        await tasks.add(work, NewTask(title="Hand in", due_at=NOON + minutes(120), estimate_minutes=30))
    line = [one for one in (await shown(actor)).line if one.kind == "task"]
    assert [(one.title, one.fixed) for one in line] == [("Hand in", True)]
