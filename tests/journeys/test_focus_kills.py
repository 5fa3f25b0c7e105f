"""A focus session goes on while what keeps its time is killed: its end is announced once, and late if it is."""

import random
import time
from datetime import timedelta
from typing import Any

import psycopg
import pytest

from cairn.app.embedded import EmbeddedPostgres
from tests.journeys.installation import Installation, installation

ROUNDS = 6
VICTIMS = ("worker", "api", "worker")


@pytest.mark.kills
def test_an_end_is_announced_once_whatever_is_killed_meanwhile() -> None:
    dice = random.Random(11)
    with installation() as cairn:
        cairn.sign_in(cairn.make_person())
        killed_at_its_end(cairn, dice)
        asleep_past_its_end(cairn)


def killed_at_its_end(cairn: Installation, dice: random.Random) -> None:
    """The worker or the API dies around the very moment."""
    sessions = []
    for number in range(ROUNDS):
        session = begun(cairn, f"Round {number}")
        sessions.append(session["id"])
        sooner(cairn, session["id"], timedelta(seconds=1.5))
        time.sleep(dice.uniform(1.2, 2.0))
        victim = cairn.process(dice.choice(VICTIMS))
        if victim is not None:
            victim.kill()
        ended(cairn, session["id"])
    for session_id in sessions:
        assert len(announced(cairn, session_id)) == 1, session_id


def asleep_past_its_end(cairn: Installation) -> None:
    """Everything is dead while its time is up: the machine was off."""
    session = begun(cairn, "Over night")
    for name in ("up", "worker", "api"):
        victim = cairn.process(name)
        if victim is not None:
            victim.kill()
    assert cairn.up is not None
    cairn.up.wait(10)
    sooner(cairn, session["id"], -timedelta(minutes=30))
    cairn.start()
    found = ended(cairn, session["id"])
    assert found["worked_minutes"] == 20, "it ended when its time was up, not when somebody noticed"
    (told,) = announced(cairn, session["id"])
    assert told["text"].startswith("Time was up at "), told


def begun(cairn: Installation, words: str) -> dict[str, Any]:
    answer = cairn.patiently("POST", "/focus/sessions", json={"words": words, "minutes": 20, "instead": True})
    assert answer.status_code == 201, answer.text
    session: dict[str, Any] = answer.json()["session"]
    return session


def sooner(cairn: Installation, session_id: str, left: timedelta) -> None:
    """As if it had begun earlier, so that nobody waits for its end."""
    with EmbeddedPostgres(cairn.data) as server, psycopg.connect(server.urls().owner) as owner:
        owner.execute(
            "update focus_sessions set started_at = started_at - gone, ends_at = ends_at - gone, half_at = null,"
            " due_at = ends_at - gone from (select ends_at - now() - %s as gone from focus_sessions where id = %s) as g"
            " where id = %s",
            (left, session_id, session_id),
        )


def ended(cairn: Installation, session_id: str) -> dict[str, Any]:
    """Wait until it ended by itself."""
    end = time.monotonic() + 60
    while True:
        found: dict[str, Any] = cairn.patiently("GET", f"/focus/sessions/{session_id}").json()
        if found["state"] == "finished":
            assert found["time_up"], found
            return found
        assert time.monotonic() < end, found
        time.sleep(0.2)


def announced(cairn: Installation, session_id: str) -> list[dict[str, Any]]:
    """What its person was told of a session on the page."""
    rows = cairn.patiently("GET", "/deliveries?limit=100").json()["items"]
    assert not [row for row in rows if row["kind"] == "focus" and row["channel"] == "email"]
    return [row for row in rows if row["subject_id"] == session_id and row["channel"] == "page"]
