"""The key ring is turned beside a Cairn that hears nothing of it, and whoever turns it is killed on the way."""

import signal
import subprocess

from tests.journeys.installation import COMMAND, Installation, installation


def _keys(cairn: Installation, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [*COMMAND, "keys", *words, "--data", str(cairn.data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=cairn.environment,
    )


def _told(cairn: Installation, *words: str) -> str:
    with _keys(cairn, *words) as process:
        told, _ = process.communicate(timeout=120)
    assert process.returncode == 0, told
    return told


def test_everybody_signs_in_however_often_it_is_turned_and_whoever_is_killed() -> None:
    with installation() as cairn:
        people = [cairn.make_person() for _ in range(2)]
        for version in (2, 3):
            with _keys(cairn, "rotate") as process:
                assert process.stdout is not None
                assert f"version {version}" in process.stdout.readline()
                process.send_signal(signal.SIGKILL)
            for person in people:
                cairn.sign_in(person)
                assert cairn.client.get("/me").json()["email"] == person
            people.append(cairn.make_person())

        _told(cairn, "rewrap")

        # The two who were there before, the two since, and the key that signed for them.
        assert _told(cairn, "status").splitlines() == [
            "version 1 opens, 0 stored keys need it",
            "version 2 opens, 0 stored keys need it",
            "version 3 wraps, 5 stored keys need it",
        ]
        for person in people:
            cairn.sign_in(person)
            assert cairn.client.get("/me").json()["email"] == person
