"""Each moment of an automation has one run and one notice while the API, the worker and the database are killed."""

import os
import random
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.journeys.installation import Installation, installation
from tests.journeys.test_kills import kill

VICTIMS = ("worker", "worker", "api", "database")
MANY = 12


@pytest.mark.kills
def test_each_moment_runs_once_whatever_is_killed() -> None:
    seed = int(os.environ.get("CAIRN_SEED", "0")) or random.randrange(1, 10**6)
    dice = random.Random(seed)
    with installation() as cairn:
        cairn.sign_in(cairn.make_person())
        first = datetime.now(UTC) + timedelta(seconds=8)
        ids = []
        for place in range(MANY):
            begins = (first + timedelta(seconds=2 * place)).isoformat()
            what = "week" if place % 3 == 0 else "digest"
            body = {"what": what, "begins": begins, "rrule": "FREQ=DAILY"}
            ids.append(cairn.patiently("POST", "/automations", json=body).json()["id"])
        while datetime.now(UTC) < first + timedelta(seconds=2 * MANY + 10):
            time.sleep(dice.uniform(2, 6))
            kill(cairn, dice.choice(VICTIMS))
        for one in ids:
            (run,) = over(cairn, one)
            assert (run["state"], run["by_hand"]) == ("done", False), seed
        told = cairn.patiently("GET", "/deliveries?channel=page&limit=100").json()["items"]
        assert sorted(row["subject_id"] for row in told) == sorted(ids), seed
        reviews = {run["came_id"] for one in ids for run in over(cairn, one) if run["came"] == "review"}
        assert len(reviews) == 1, seed


def over(cairn: Installation, automation_id: str) -> list[dict[str, Any]]:
    """Its runs once none is going on."""
    end = time.monotonic() + 150
    while True:
        rows: list[dict[str, Any]] = cairn.patiently("GET", f"/automations/{automation_id}/runs").json()["items"]
        if rows and all(row["state"] not in ("waiting", "running") for row in rows):
            return rows
        assert time.monotonic() < end, rows
        time.sleep(1)
