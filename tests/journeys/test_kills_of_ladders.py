"""A reminder climbs its ladder and comes again while the API, the worker and the database are killed at random."""

import os
import random
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.journeys.installation import Installation, installation, postbox
from tests.journeys.test_kills import kill, settled

VICTIMS = ("worker", "worker", "api", "database")
STEPS = {"rungs": [{"channels": ["page", "email"]}], "nag": {"every_minutes": 1, "times": 2}}
NEVER_ANSWERED, ANSWERED = "Take the pill", "Turn the oven off"


@pytest.mark.kills
def test_each_step_goes_and_none_follows_the_answer_whatever_is_killed() -> None:
    seed = int(os.environ.get("CAIRN_SEED", "0")) or random.randrange(1, 10**6)
    dice = random.Random(seed)
    with postbox() as (box, mail_port), installation(mail_port=mail_port) as cairn:
        email = cairn.make_person()
        cairn.sign_in(email)
        due = datetime.now(UTC) + timedelta(seconds=5)
        ids = {}
        for words in (NEVER_ANSWERED, ANSWERED):
            body = {"text": words, "due_at": due.isoformat()}
            ids[words] = cairn.patiently("POST", "/reminders", json=body).json()["id"]
            cairn.patiently("PATCH", f"/reminders/{ids[words]}", json={"ladder": STEPS})
        answered = False
        while datetime.now(UTC) < due + timedelta(seconds=150):
            time.sleep(dice.uniform(3, 8))
            kill(cairn, dice.choice(VICTIMS))
            if not answered and box.mentioning(ANSWERED):
                answered = cairn.patiently("POST", f"/reminders/{ids[ANSWERED]}/done").status_code == 200
        rows = climbed(cairn, ids[NEVER_ANSWERED])
        assert sorted((row["nag"], row["state"]) for row in rows) == [(0, "sent"), (1, "sent"), (2, "sent")], seed
        twice = sum(row["possible_duplicates"] for row in rows)
        assert 3 <= len(box.mentioning(NEVER_ANSWERED)) <= 3 + twice, seed
        stopped = climbed(cairn, ids[ANSWERED])
        assert answered
        assert {row["state"] for row in stopped} <= {"acknowledged", "cancelled"}, seed
        assert not [row for row in stopped if row["sent_at"] and row["nag"] == 2], seed


def climbed(cairn: Installation, reminder_id: str) -> list[dict[str, Any]]:
    """The mails of a reminder once none is still to come: a step that went late puts off the next by half as much."""
    end = time.monotonic() + 150
    while True:
        rows = [row for row in settled(cairn, reminder_id) if row["channel"] == "email"]
        if all(row["state"] != "planned" for row in rows):
            return rows
        assert time.monotonic() < end, rows
        time.sleep(1)
