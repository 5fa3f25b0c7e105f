"""Started by root from a folder that is closed to everybody else, with a `.env` and secrets that are, too."""

import base64
import json
import os
import pwd
import shutil
from collections.abc import Mapping
from pathlib import Path
from subprocess import Popen

import httpx2
import psutil
import pytest

import cairn
from cairn.app import footing, program, system_user
from cairn.app.errors import SetupError
from cairn.app.folders import Folders
from tests.app.processes import wait_for_end
from tests.app.test_up import address, children, made_once, place_for, run, running, until_healthy

__all__ = ["made_once"]

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root has another user to become")

SHELL = "<!doctype html><title>Cairn, from a closed folder</title>"


@pytest.fixture
def closed(data: Path) -> Path:
    """Cairn's source and page as in a clone in root's home."""
    home = data.parent / "closed"
    home.mkdir(mode=0o700)
    shutil.copytree(Path(cairn.__file__).parent, home / "src" / "cairn")
    (home / "web" / "dist").mkdir(parents=True)
    (home / "web" / "dist" / "index.html").write_text(SHELL)
    given = home / "secrets.json"
    given.touch(0o600)
    given.write_text(json.dumps({"token_pepper": base64.b64encode(b"p" * 32).decode()}))
    (home / ".env").write_text(f"CAIRN_SECRETS={given}\nCAIRN_LOG_LEVEL=debug\n")
    return home


def started_from(closed: Path, data: Path) -> Mapping[str, str]:
    return {**place_for(data), "PYTHONPATH": str(closed / "src")}


def our_processes(up: "Popen[str]") -> list[psutil.Process]:
    return [*children(up, "api"), *children(up, "worker")]


def test_its_processes_run_as_the_system_user_and_do_their_work(made: Path, closed: Path) -> None:
    env = started_from(closed, made)
    with running(env, cwd=closed) as up:
        processes = our_processes(up)
        assert len(processes) == 2
        for process in processes:
            assert set(process.uids()) == {pwd.getpwnam("cairn").pw_uid}
            assert process.environ()["CAIRN_LOG_LEVEL"] == "debug"

        with httpx2.Client(base_url=address(env), headers={"X-Cairn": "1"}, timeout=60) as client:
            assert client.get("/").text == SHELL
            person = {"email": "ana@example.org", "password": "correct horse battery"}
            assert client.post("/api/v1/auth/register", json={**person, "name": "Ana"}).status_code == 201
            signed_in = client.post("/api/v1/auth/login", json=person).json()
            client.headers["Authorization"] = f"Bearer {signed_in['access_token']}"
            said = {"text": "remember that the spare key is under the blue stone"}
            assert client.post("/api/v1/messages", json=said).status_code == 200
            found = client.post("/api/v1/memories/search", json={"query": "spare key"}).json()
        assert "blue stone" in found["items"][0]["memory"]["text"]

        for killed in processes:
            killed.kill()
            wait_for_end(killed)
        assert until_healthy(env)
        assert {uid for process in our_processes(up) for uid in process.uids()} == {pwd.getpwnam("cairn").pw_uid}


def test_the_doctor_says_whose_they_are_and_what_was_copied(data: Path, closed: Path) -> None:
    _, out, _ = run(started_from(closed, data), "doctor")
    [told] = [line for line in out.splitlines() if "processes:" in line]
    assert told.startswith("ok      processes: they run as the system user 'cairn', from copies in")
    assert str(closed / "src" / "cairn") in told


def test_what_keeps_them_from_it_is_said(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> program.Program:
        raise SetupError("no room for a copy")

    monkeypatch.setattr(program, "readable_by", refuse)
    found = footing.find(Folders(data), system_user.find_or_make(data))
    assert (found.user, found.obstacle) == (None, "no room for a copy")
