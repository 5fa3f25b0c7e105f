"""What a worker runs without end is begun again when it ends, more and more rarely, and told when it ends otherwise."""

import asyncio

from structlog.testing import capture_logs

from cairn.app import processes
from cairn.app.processes import Course


def waits(course: Course, times: int, ran: float = 0.1) -> list[float]:
    found = []
    for _ in range(times):
        course.is_news("away", ran)
        found.append(course.delay)
    return found


def test_the_wait_grows_to_five_seconds_and_having_been_well_resets_it() -> None:
    course = Course()
    assert waits(course, 6) == [0.5, 1, 2, 4, 5, 5]
    assert waits(course, 1, processes.HEALTHY_AFTER + 1) == [0.5]


def test_it_is_begun_again_however_long_it_fails() -> None:
    assert waits(Course(), 3000)[-1] == 5


def test_after_it_was_well_the_same_reason_is_news_again() -> None:
    course = Course()
    ran = [0.1, 0.1, processes.HEALTHY_AFTER + 1, 0.1]
    assert [course.is_news("away", one) for one in ran] == [True, False, True, False]


async def test_a_reason_is_logged_once_until_it_is_another() -> None:
    ends: list[Exception | None] = [OSError("no disk"), OSError("no disk"), ValueError("odd"), None]
    done = asyncio.Event()

    async def run() -> None:
        if not ends:
            done.set()
            await asyncio.Event().wait()
        elif (error := ends.pop(0)) is not None:
            raise error

    with capture_logs() as logged:
        loop = asyncio.create_task(processes.kept_up("ticker", run, first_delay=0.001))
        await asyncio.wait_for(done.wait(), 10)
        loop.cancel()
        await asyncio.gather(loop, return_exceptions=True)
    assert [(line["event"], line["loop"]) for line in logged] == [
        ("loop.failed", "ticker"),
        ("loop.failed", "ticker"),
        ("loop.ended", "ticker"),
    ]
