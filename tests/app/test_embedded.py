import os
import signal
import stat
import subprocess
from pathlib import Path

import psutil
import psycopg
import pytest

from cairn.app.database import Urls, prepare_roles
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.embedded.postmaster import alive
from cairn.app.errors import SetupError
from tests.app.processes import line_from, python, wait_for_end

HOLD_OPEN = """
import sys
from pathlib import Path
from cairn.app.embedded import EmbeddedPostgres
with EmbeddedPostgres(Path(sys.argv[1])) as server:
    print("in", flush=True)
    sys.stdin.readline()
"""


def postmaster_of(server: EmbeddedPostgres) -> psutil.Process:
    process = server.postmaster.process()
    assert process is not None
    return process


def test_a_cold_start_gives_a_database_with_vectors_and_two_humble_roles(data: Path) -> None:
    with EmbeddedPostgres(data) as server:
        urls = server.urls()
        with psycopg.connect(urls.owner) as owner:
            owner.execute("create table kept (near vector(3))")
            rights = owner.execute(
                "select rolname from pg_roles where rolname like 'cairn%' and (rolsuper or rolbypassrls)"
            ).fetchall()
            collation = owner.execute("select datlocale from pg_database where datname = 'cairn'").fetchone()
        assert rights == []
        assert collation == ("C.UTF-8",)
        for url, role in ((urls.app, "cairn_app"), (urls.system, "cairn_system")):
            with psycopg.connect(url) as connection:
                assert connection.execute("select current_user").fetchone() == (role,)
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute("create table mine (id int)")


def test_nobody_comes_in_without_a_password_or_over_the_network(postgres: EmbeddedPostgres) -> None:
    with pytest.raises(psycopg.OperationalError, match="no password"):
        psycopg.connect(f"postgresql://postgres@/postgres?host={postgres.socket}")
    with psycopg.connect(postgres.superuser_url()) as connection:
        assert connection.execute("show listen_addresses").fetchone() == ("",)


def test_everything_in_the_data_folder_is_closed_to_others(postgres: EmbeddedPostgres) -> None:
    folders = postgres.folders
    for path in (folders.root, folders.postgres, folders.mail, folders.logs, postgres.socket):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700, path
    assert stat.S_IMODE(folders.secrets.stat().st_mode) == 0o600


def test_the_last_of_two_processes_stops_the_server(made: Path) -> None:
    with python("-c", HOLD_OPEN, made) as first, python("-c", HOLD_OPEN, made) as second:
        assert line_from(first) == line_from(second) == "in\n"
        postmaster = postmaster_of(EmbeddedPostgres(made))

        first.communicate("\n", timeout=60)
        assert alive(postmaster)
        second.communicate("\n", timeout=60)
        assert not alive(postmaster)


def test_a_killed_user_is_not_counted(made: Path) -> None:
    with python("-c", HOLD_OPEN, made) as killed:
        assert line_from(killed) == "in\n"
        with EmbeddedPostgres(made) as server:
            postmaster = postmaster_of(server)
            killed.kill()
            killed.wait()
            assert alive(postmaster)
        assert not alive(postmaster)


def test_committed_rows_survive_a_killed_server(made: Path) -> None:
    with EmbeddedPostgres(made) as server:
        with psycopg.connect(server.urls().owner) as owner:
            owner.execute("create table kept (word text)")
            owner.execute("insert into kept values ('still here')")
        killed = postmaster_of(server)
        killed.kill()
        wait_for_end(killed)
        assert not server.runs()

        server.start()

        with psycopg.connect(server.urls().owner) as owner:
            assert owner.execute("select word from kept").fetchall() == [("still here",)]


def test_one_who_joins_a_server_that_was_told_to_end_gets_a_fresh_one(made: Path) -> None:
    with EmbeddedPostgres(made) as first, psycopg.connect(first.urls().owner):
        told = postmaster_of(first)
        told.send_signal(signal.SIGTERM)
        with EmbeddedPostgres(made) as second:
            assert not alive(told)
            with psycopg.connect(second.urls().owner) as anew:
                assert anew.execute("select 1").fetchone() == (1,)


def test_a_pid_that_now_belongs_to_another_program_does_not_stop_a_start(made: Path) -> None:
    with EmbeddedPostgres(made) as server:
        killed = postmaster_of(server)
        files = [made / "postgres" / "postmaster.pid", server.socket / ".s.PGSQL.5432.lock"]
        left = [file.read_text().partition("\n")[2] for file in files]
        os.kill(killed.pid, signal.SIGKILL)
        wait_for_end(killed)
    uid = server.user.uid if server.user else os.geteuid()
    with subprocess.Popen(["/bin/sleep", "600"], user=uid) as stranger:
        for file, rest in zip(files, left, strict=True):
            file.write_text(f"{stranger.pid}\n{rest}")
            if server.user:
                server.user.take(file)
        with EmbeddedPostgres(made) as again, psycopg.connect(again.urls().app) as connection:
            assert connection.execute("select 1").fetchone() == (1,)
        assert stranger.poll() is None
        stranger.kill()


def test_a_path_too_long_for_a_socket_is_no_obstacle(data: Path) -> None:
    deep = data / ("long-" * 30)
    with EmbeddedPostgres(deep) as server, psycopg.connect(server.urls().app) as connection:
        assert stat.S_IMODE(server.socket.stat().st_mode) == 0o700
        assert connection.execute("select 1").fetchone() == (1,)
    server.socket.rmdir()


def test_a_folder_that_was_moved_works_again(made: Path) -> None:
    with EmbeddedPostgres(made):
        pass
    moved = made.with_name("moved")
    made.rename(moved)
    with EmbeddedPostgres(moved) as server, psycopg.connect(server.urls().app) as connection:
        assert connection.execute("select 1").fetchone() == (1,)
    moved.rename(made)


def test_databases_can_be_made_and_dropped(postgres: EmbeddedPostgres) -> None:
    urls = postgres.create_database("one_more")
    with psycopg.connect(urls.owner) as owner:
        owner.execute("create table kept (near vector(3))")
    postgres.drop_database("one_more")
    postgres.drop_database("one_more")
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(urls.owner)


def test_a_role_with_another_password_gets_ours_again(postgres: EmbeddedPostgres) -> None:
    urls = postgres.urls()
    with psycopg.connect(urls.owner) as owner:
        owner.execute("alter role cairn_app password 'another'")
    prepare_roles(urls)
    psycopg.connect(urls.app).close()


def test_a_role_with_too_many_rights_is_refused(made: Path) -> None:
    with EmbeddedPostgres(made) as server:
        with psycopg.connect(server.superuser_url()) as superuser:
            superuser.execute("alter role cairn_app bypassrls")
        with pytest.raises(SetupError, match="more rights than it may have"):
            prepare_roles(server.urls())


def test_an_owner_who_may_not_make_roles_is_told_what_to_do(made: Path) -> None:
    with EmbeddedPostgres(made) as server:
        urls = server.urls()
        with psycopg.connect(server.superuser_url()) as superuser:
            superuser.execute("create role plain login password 'plain'")
            superuser.execute("drop role cairn_system")
        plain = urls.owner.replace(server.secrets.owner_password, "plain").replace("cairn_owner", "plain")
        with pytest.raises(SetupError, match="Give it CREATEROLE"):
            prepare_roles(Urls(plain, urls.app, urls.system))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has another user to become")
def test_a_folder_that_the_database_user_cannot_enter_is_named(data: Path) -> None:
    closed = data.parent / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(SetupError, match=f"cannot enter {closed}"):
        EmbeddedPostgres(closed / "data")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has another user to become")
def test_programs_in_a_closed_folder_are_copied_once(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cairn.app.embedded import binaries

    real = binaries.find()
    closed = data.parent / "home"
    closed.mkdir()
    site = real.folder.parent.parent.parent
    (closed / "site").mkdir()
    for name in (binaries.PACKAGE, f"{binaries.PACKAGE}.libs"):
        subprocess.run(["/bin/cp", "-r", str(site / name), str(closed / "site")], check=True)
    closed.chmod(0o700)
    shut = binaries.Binaries(closed / "site" / binaries.PACKAGE / binaries.BUILD / "bin")
    monkeypatch.setattr(binaries, "find", lambda: shut)

    for _ in range(2):
        with EmbeddedPostgres(data) as server, psycopg.connect(server.urls().app) as connection:
            assert connection.execute("select 1").fetchone() == (1,)
        assert server.postmaster.binaries.folder.is_relative_to(data)
