"""What a worker runs without end is begun again when it ends, more and more rarely, and told when it ends otherwise."""

import asyncio

from structlog.testing import capture_logs

from cairn.app import processes
from cairn.app.processes import Course


def test_the_wait_grows_to_five_seconds_and_having_been_well_resets_it() -> None:
    course = Course()
    assert [course.wait_after(0.1) for _ in range(6)] == [0.5, 1, 2, 4, 5, 5]
    assert course.wait_after(processes.HEALTHY_AFTER + 1) == 0.5


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
