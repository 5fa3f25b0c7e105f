"""Reminders fall due while the API, the worker, the database and the program above them are killed at random."""

import os
import random
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.journeys.installation import Installation, Postbox, installation, postbox

KILLS = int(os.environ.get("CAIRN_KILLS", "50"))
VICTIMS = ("api", "worker", "database", "worker", "api", "up")


@pytest.mark.kills
def test_no_reminder_is_lost_early_or_told_wrongly_whatever_is_killed() -> None:
    seed = int(os.environ.get("CAIRN_SEED", "0")) or random.randrange(1, 10**6)
    dice = random.Random(seed)
    booked: dict[str, datetime] = {}
    with postbox() as (box, mail_port), installation(mail_port=mail_port) as cairn:
        cairn.sign_in(cairn.make_person())
        for number in range(KILLS):
            book(cairn, booked, dice)
            time.sleep(dice.uniform(0.05, 0.6))
            kill(cairn, dice.choice(VICTIMS))
            if number % 7 == 6:
                time.sleep(dice.uniform(0.5, 1.5))
        ids = arrived(cairn, box, booked)
        told_truly(cairn, box, booked, ids, f"seed {seed}")


def book(cairn: Installation, booked: dict[str, datetime], dice: random.Random) -> None:
    """Book two reminders for the next seconds, as a client that comes again until it is answered."""
    for _ in range(2):
        text = f"Drink water {len(booked):04d}"
        due = datetime.now(UTC) + timedelta(seconds=dice.uniform(1, 5))
        body = {"text": text, "due_at": due.isoformat()}
        key = {"Idempotency-Key": text}
        answer = cairn.patiently("POST", "/reminders", json=body, headers=key)
        if answer.status_code == 422:  # the outage outlasted the moment: it was refused, so nothing was promised
            continue
        assert answer.status_code == 201, answer.text
        booked[text] = due


def kill(cairn: Installation, victim: str) -> None:
    process = cairn.process(victim)
    if process is None:
        return
    process.kill()
    if victim == "up":
        assert cairn.up is not None
        cairn.up.wait(10)
        cairn.start()


def arrived(cairn: Installation, box: Postbox, booked: dict[str, datetime]) -> dict[str, str]:
    """Wait until every reminder was handed over at least once; their ids by text."""
    end = time.monotonic() + 120
    while missing := [text for text in booked if not box.mentioning(text)]:
        assert time.monotonic() < end, f"lost: {missing}\n{cairn.log.read_text()[-3000:]}"
        time.sleep(0.5)
    ids: dict[str, str] = {}
    cursor: str | None = None
    while True:
        query = f"/reminders?limit=200{f'&cursor={cursor}' if cursor else ''}"
        page = cairn.patiently("GET", query).json()
        ids |= {row["text"]: row["id"] for row in page["items"]}
        cursor = page.get("next_cursor")
        if cursor is None:
            return ids


def told_truly(cairn: Installation, box: Postbox, booked: dict[str, datetime], ids: dict[str, str], seed: str) -> None:
    """None early; each row says what happened; what came twice is counted as possibly so."""
    kinds: Counter[str] = Counter()
    for text, due in booked.items():
        moments = box.mentioning(text)
        assert min(moments) >= due.timestamp(), f"{text} came early ({seed})"
        rows = settled(cairn, ids[text])
        mail = [row for row in rows if row["channel"] == "email"]
        assert len(mail) == 1, f"{text}: {rows} ({seed})"
        assert mail[0]["state"] == "sent", f"{text}: {mail[0]} ({seed})"
        assert datetime.fromisoformat(mail[0]["sent_at"]) >= due, f"{text}: {mail[0]} ({seed})"
        assert len(moments) - 1 <= mail[0]["possible_duplicates"], f"{text}: {moments} {mail[0]} ({seed})"
        kinds["twice" if len(moments) > 1 else "once"] += 1
    print(f"{KILLS} kills, {len(booked)} reminders: {dict(kinds)} ({seed})")  # noqa: T201  # the soak's result


def settled(cairn: Installation, reminder_id: str) -> list[dict[str, Any]]:
    """The deliveries of a reminder once none is on its way: a killed attempt is taken up again by itself."""
    end = time.monotonic() + 60
    while True:
        rows: list[dict[str, Any]] = cairn.patiently("GET", f"/reminders/{reminder_id}/deliveries").json()["items"]
        if all(row["state"] not in ("queued", "sending") for row in rows if row["channel"] == "email"):
            return rows
        assert time.monotonic() < end, rows
        time.sleep(0.2)
