"""The whole program, as a person starts it."""

import contextlib
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from subprocess import Popen
from tempfile import TemporaryFile

import httpx2
import psutil
import psycopg
import pytest

from cairn.app.embedded import EmbeddedPostgres
from cairn.app.embedded.postmaster import alive
from tests.app.conftest import open_place
from tests.app.processes import python, wait_for_end

PATIENCE = 60.0


@pytest.fixture(scope="module")
def made_once() -> Iterator[Path]:
    """A data folder with every table, to copy from."""
    with open_place() as place:
        code, out, err = run({"CAIRN_DATA": str(place / "data")}, "migrate")
        assert (code, out) == (0, "The database has this version's shape.\n"), err
        yield place / "data"


@pytest.fixture
def env(made: Path) -> Mapping[str, str]:
    """A place of the test's own: data folder and port."""
    return place_for(made)


@pytest.fixture(scope="module")
def up(made_once: Path) -> Iterator[Mapping[str, str]]:
    """Where one Cairn runs for all tests that do it no harm: each start takes seven seconds of processor time."""
    with open_place() as place:
        data = place / "data"
        subprocess.run(["cp", "-a", str(made_once), str(data)], check=True)
        env = place_for(data)
        with running(env):
            yield env


def place_for(data: Path) -> Mapping[str, str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return {"CAIRN_DATA": str(data), "CAIRN_PORT": str(port), "CAIRN_HOST": "127.0.0.1"}


@contextlib.contextmanager
def running(env: Mapping[str, str], *options: str, cwd: Path | None = None) -> Iterator["Popen[str]"]:
    with TemporaryFile("w+") as log, python("-m", "cairn", "up", *options, env=env, cwd=cwd, log=log) as up:
        assert up.stdout
        if up.stdout.readline() != f"Cairn is running: {address(env)}\n":
            log.seek(0)
            pytest.fail(log.read())
        processes = psutil.Process(up.pid).children(recursive=True)
        try:
            yield up
        finally:
            if up.poll() is None:
                up.send_signal(signal.SIGTERM)
            up.communicate(timeout=PATIENCE)
            for process in processes:
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()


def address(env: Mapping[str, str]) -> str:
    return f"http://localhost:{env['CAIRN_PORT']}"


def health(env: Mapping[str, str]) -> int:
    return httpx2.get(f"{address(env)}/health", timeout=PATIENCE).status_code


def children(up: "Popen[str]", command: str) -> list[psutil.Process]:
    return [child for child in psutil.Process(up.pid).children() if child.cmdline()[-1] == command]


def run(env: Mapping[str, str], *arguments: str, told: str = "") -> tuple[int, str, str]:
    with python("-m", "cairn", *arguments, env=env) as process:
        out, err = process.communicate(told, timeout=PATIENCE)
        return process.returncode, out, err


def test_ctrl_c_ends_every_process_and_only_one_line_was_printed(env: Mapping[str, str]) -> None:
    with running(env, "--workers", "2") as up:
        assert len(children(up, "api")) == 1
        assert len(children(up, "worker")) == 2
        postmaster = EmbeddedPostgres(Path(env["CAIRN_DATA"])).postmaster.process()
        assert postmaster
        everything = [*psutil.Process(up.pid).children(recursive=True), postmaster, *postmaster.children()]
        assert health(env) == 200

        up.send_signal(signal.SIGINT)
        out, _ = up.communicate(timeout=PATIENCE)

    assert (up.returncode, out) == (0, "")
    assert [process for process in everything if alive(process)] == []


def test_a_second_up_on_the_same_data_says_where_the_first_is(up: Mapping[str, str]) -> None:
    code, out, err = run({**up, "CAIRN_PORT": "1"}, "up")
    assert (code, out) == (3, "")
    assert f"Cairn already runs on {up['CAIRN_DATA']}, at {address(up)}" in err
    assert health(up) == 200


def test_a_killed_up_leaves_nothing_that_keeps_the_next_from_running(env: Mapping[str, str]) -> None:
    with running(env) as up:
        left = psutil.Process(up.pid).children()
        up.kill()
        up.wait(PATIENCE)
        with running(env):
            assert health(env) == 200
            for process in left:
                wait_for_end(process)


def test_a_killed_api_and_a_killed_database_come_back(env: Mapping[str, str]) -> None:
    with running(env) as up:
        [api] = children(up, "api")
        postmaster = EmbeddedPostgres(Path(env["CAIRN_DATA"])).postmaster.process()
        assert postmaster
        for killed in (api, postmaster):
            killed.kill()
            wait_for_end(killed)
        assert until_healthy(env)


def test_a_database_that_was_asked_to_end_politely_is_back_though_connections_are_kept(env: Mapping[str, str]) -> None:
    with running(env):
        assert until_healthy(env)
        told = EmbeddedPostgres(Path(env["CAIRN_DATA"])).postmaster.process()
        assert told
        told.terminate()
        wait_for_end(told)  # its kept connections would have held it for ever
        assert until_healthy(env)


def until_healthy(env: Mapping[str, str]) -> bool:
    end = time.monotonic() + 2 * PATIENCE  # two processes start anew, one after the other
    while time.monotonic() < end:
        with contextlib.suppress(httpx2.TransportError):
            if httpx2.get(f"{address(env)}/ready", timeout=1).status_code == 200:
                return True
        time.sleep(0.05)
    return False


def test_a_port_that_another_program_has_is_named(env: Mapping[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(env["CAIRN_PORT"])))
        taken.listen()
        code, out, err = run(env, "up")
    assert (code, out) == (1, "")
    assert f"Port {env['CAIRN_PORT']} on 127.0.0.1 cannot be used" in err
    assert "--port" in err


def test_the_first_start_makes_everything(data: Path) -> None:
    env = place_for(data)
    with running(env):
        assert health(env) == 200


def test_a_setting_that_makes_no_sense_is_named_and_nothing_starts(env: Mapping[str, str]) -> None:
    code, _, err = run({**env, "CAIRN_LOG_LEVEL": "loud"}, "up")
    assert code == 1
    assert "CAIRN_LOG_LEVEL" in err
    assert "Traceback" not in err
    assert not EmbeddedPostgres(Path(env["CAIRN_DATA"])).runs()
    assert run({**env, "CAIRN_PORT": "http"}, "up")[0] == 1


def test_an_account_made_in_the_terminal_can_sign_in(up: Mapping[str, str]) -> None:
    made = run(up, "user", "create", "--email", "ana@example.org", "--admin", told="long enough\n")
    assert made[:2] == (0, "ana@example.org can sign in now, as administrator.\n")
    again, _, err = run(up, "user", "create", "--email", "ana@example.org", told="long enough\n")
    assert again == 1
    assert "Traceback" not in err

    answer = httpx2.post(
        f"{address(up)}/api/v1/auth/login",
        json={"email": "ana@example.org", "password": "long enough"},
        headers={"X-Cairn": "1"},
    )
    assert answer.status_code == 200, answer.text
    assert answer.json()["user"]["email"] == "ana@example.org"


def test_links_in_letters_lead_to_where_it_listens(up: Mapping[str, str]) -> None:
    with httpx2.Client(base_url=f"{address(up)}/api/v1") as client:
        account = {"email": "rita@example.org", "password": "three quiet words"}
        assert client.post("/auth/register", json=account).status_code == 201
        assert client.post("/auth/forgot", json={"email": account["email"]}).status_code == 204
        letters = Path(up["CAIRN_DATA"]) / "mail" / "new"
        end = time.monotonic() + PATIENCE
        while not any(letters.glob("*")) and time.monotonic() < end:
            time.sleep(0.2)
        assert [f"{address(up)}/reset#" in letter.read_text() for letter in letters.glob("*")] == [True]


def test_the_doctor_finds_all_well_beside_a_running_cairn(up: Mapping[str, str]) -> None:
    code, out, err = run(up, "doctor")
    amiss = [line for line in out.splitlines() if line.startswith("amiss") and "page:" not in line]
    assert amiss == [], err
    assert f"Cairn answers at {address(up)}" in out
    assert code in (0, 1)


def test_the_doctor_says_what_is_amiss(env: Mapping[str, str]) -> None:
    code, out, _ = run({**env, "CAIRN_MAIL_URL": "smtp://127.0.0.1:9"}, "doctor")
    assert code == 1
    assert "amiss   mail: 127.0.0.1:9 cannot be reached" in out


def test_a_database_by_address_is_used_instead_of_the_embedded_one(made: Path) -> None:
    data = made.with_name("another")
    with EmbeddedPostgres(made) as server:
        given = {**place_for(data), "CAIRN_DATABASE_URL": server.urls().owner}
        with running(given):
            assert health(given) == 200
            assert not (data / "postgres").exists()
            with psycopg.connect(server.urls().owner) as owner:
                assert owner.execute("select count(*) from users").fetchone() == (0,)
