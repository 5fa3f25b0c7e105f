"""Lateness of reminders: from the moment they are due to the mail server's answer, through a real `cairn up`.

1,000 reminders of 100 people, first spread over a minute, then all due in the same second. The mail server is a real
one on loopback. Lateness is `sent_at - due` of each row; the letters that arrived are counted beside them.
Run: `python -m bench.reminders`.
"""

import asyncio
import logging
import secrets
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

from sqlalchemy import text

from cairn.accounts import service as accounts
from cairn.accounts.service import NewAccount
from cairn.app import assemble, environment
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from cairn.reminders import service
from cairn.reminders.schemas import NewReminder
from tests.journeys.installation import Postbox, installation, postbox

PEOPLE, REMINDERS = 100, 1000
LONGEST_WAIT = 180

_LATENESS = text(
    "select extract(epoch from d.sent_at - d.occurrence_at) as late, d.possible_duplicates from deliveries d"
    " where d.channel = 'email' and d.title like :title and d.sent_at is not null"
)


def main() -> None:
    print("| 1,000 reminders | sent | letters | early | doubles | p50 s | p95 s | p99 s | longest s |")
    print("|---|---|---|---|---|---|---|---|---|")
    with (
        postbox() as (box, mail_port),
        installation(mail_port=mail_port) as cairn,
        patch.dict("os.environ", {"CAIRN_DATA": str(cairn.data)}),
    ):
        asyncio.run(measure(box))


async def measure(box: Postbox) -> None:
    runtime = assemble.runtime(environment.read())
    await runtime.start()
    # The mail server shares this process, and would log every line it hears.
    logging.getLogger("mail.log").setLevel(logging.WARNING)
    try:
        people = [await _person(runtime) for _ in range(PEOPLE)]
        await _scene(runtime, people, box, "spread over a minute", timedelta(minutes=1))
        await _scene(runtime, people, box, "due in one second", timedelta(0))
    finally:
        await runtime.stop()


async def _person(runtime: Runtime) -> Actor:
    """Somebody with an account; nobody signs in here, so nothing is hashed."""
    email = f"{secrets.token_hex(6)}@example.org"
    user = await accounts.create(runtime, NewAccount(email, "no password", "Ana", "Europe/Lisbon", "en"))
    actor = await runtime.person(user.id)
    assert actor is not None
    return actor


async def _scene(runtime: Runtime, people: Sequence[Actor], box: Postbox, name: str, spread: timedelta) -> None:
    title = secrets.token_hex(4)
    start = datetime.now(UTC) + timedelta(seconds=30)
    for person, actor in enumerate(people):
        async with actor.work() as work:
            for number in range(person, REMINDERS, PEOPLE):
                due_at = start + spread * (number / REMINDERS)
                await service.add(work, NewReminder(f"{title} {number}", due_at, actor.time_zone))
    booked_in_time = datetime.now(UTC) < start
    assert booked_in_time, "booking took longer than the time left before the first is due"
    late: list[float] = []
    doubles = 0
    end = time.monotonic() + LONGEST_WAIT + spread.total_seconds()
    while len(late) < REMINDERS and time.monotonic() < end:
        await asyncio.sleep(2)
        async with runtime.system() as work:
            rows = (await work.session.execute(_LATENESS, {"title": f"{title} %"})).all()
        late = sorted(float(row.late) for row in rows)
        doubles = sum(row.possible_duplicates for row in rows)
    letters = sum(title.encode() in content for _, content in list(box.letters))
    early = sum(seconds < 0 for seconds in late)
    figures = " | ".join(f"{late[min(len(late) - 1, int(len(late) * q))]:.2f}" for q in (0.5, 0.95, 0.99, 1))
    print(f"| {name} | {len(late)} | {letters} | {early} | {doubles} | {figures} |", flush=True)


if __name__ == "__main__":
    main()
