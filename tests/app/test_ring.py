"""The key ring on disk: turned, watched by running processes, and its old versions taken out."""

import contextlib
import json
import secrets as randomness
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from alembic import command

from cairn.app import migrate, ring, secrets
from cairn.app.cli import main
from cairn.app.database import Urls
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.errors import SetupError
from cairn.app.folders import Folders, prepare
from cairn.platform.crypto import Cell, DataKey, KeyRing, Versions
from tests.app.processes import line_from, python

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
LATER = NOON + ring.STILL_IN_USE

ROTATE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from cairn.app import ring
from cairn.app.folders import Folders
print(ring.rotate(Folders(Path(sys.argv[1])), datetime(2026, 11, 24, 12, tzinfo=UTC)))
"""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    folders = prepare(tmp_path / "data", None)
    secrets.load(folders)
    return folders


def test_a_turned_ring_keeps_what_it_had_and_its_file_stays_private(folders: Folders) -> None:
    before = json.loads(folders.secrets.read_text())
    assert ring.rotate(folders, NOON) == 2

    after = json.loads(folders.secrets.read_text())
    assert after["key_ring"]["keys"]["1"] == before["key_ring"]["keys"]["1"]
    assert {**after, "key_ring": None} == {**before, "key_ring": None}
    assert stat.S_IMODE(folders.secrets.stat().st_mode) == 0o600
    assert sorted(path.name for path in folders.root.iterdir() if "secrets" in path.name) == [
        "secrets.json",
        "secrets.lock",
    ]


def test_processes_that_turn_it_at_once_each_add_a_version(folders: Folders) -> None:
    with contextlib.ExitStack() as stack:
        processes = [stack.enter_context(python("-c", ROTATE, folders.root)) for _ in range(4)]
        assert sorted(int(line_from(process)) for process in processes) == [2, 3, 4, 5]
    assert sorted(secrets.versions(folders).keys) == [1, 2, 3, 4, 5]


def test_a_running_process_sees_a_turn_when_it_wraps_and_when_it_meets_it(folders: Folders) -> None:
    running, other = secrets.load(folders).key_ring, secrets.load(folders).key_ring
    _, old = other.new_data_key("here")
    ring.rotate(folders, NOON)
    key, new = other.new_data_key("here")

    assert (old[0], new[0]) == (1, 2)
    assert running.unwrap(new, "here") == key
    assert running.unwrap(old, "here").generation == 1
    assert running.new_data_key("here")[1][0] == 2


def test_an_unchanged_file_is_not_read_again(folders: Folders) -> None:
    found = secrets.load(folders).key_ring
    assert found.newest() is found.newest()


def test_a_ring_whose_file_is_damaged_wraps_nothing(folders: Folders) -> None:
    """Else a process could go on wrapping by a version that is about to be retired."""
    found = secrets.load(folders).key_ring
    folders.secrets.write_text("{")
    with pytest.raises(SetupError, match="damaged"):
        found.new_data_key("here")


def test_a_version_is_retired_when_nothing_needs_it(folders: Folders) -> None:
    ring.rotate(folders, NOON)
    ring.retire(folders, 1, {2: 7}, LATER)
    assert list(secrets.versions(folders).keys) == [2]
    assert ring.rotate(folders, LATER) == 3


def test_the_number_of_a_retired_version_never_comes_back(folders: Folders) -> None:
    ring.rotate(folders, NOON)
    ring.rotate(folders, NOON)
    known = json.loads(folders.secrets.read_text())
    known["key_ring"]["current"] = 2
    folders.secrets.write_text(json.dumps(known))
    ring.retire(folders, 3, {}, LATER)
    assert ring.rotate(folders, LATER) == 4


@pytest.mark.parametrize(
    ("version", "needed", "at", "told"),
    [
        (1, {1: 3}, LATER, "3 stored keys need version 1"),
        (1, {1: 1}, LATER, "1 stored key needs version 1"),
        (1, {}, LATER - timedelta(seconds=1), "less than an hour ago"),
        (2, {}, LATER, "the one that wraps"),
        (9, {}, LATER, "no version 9"),
    ],
)
def test_a_version_that_is_needed_stays(
    folders: Folders, version: int, needed: dict[int, int], at: datetime, told: str
) -> None:
    ring.rotate(folders, NOON)
    before = folders.secrets.read_text()
    with pytest.raises(SetupError, match=told):
        ring.retire(folders, version, needed, at)
    assert folders.secrets.read_text() == before


def test_a_ring_has_room_for_255_versions(folders: Folders) -> None:
    known = json.loads(folders.secrets.read_text())
    known["key_ring"]["last"] = 255
    folders.secrets.write_text(json.dumps(known))
    with pytest.raises(SetupError, match="255"):
        ring.rotate(folders, NOON)
    assert secrets.versions(folders).current == 1


def test_a_ring_that_is_kept_elsewhere_is_changed_there(
    folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "given.json"
    given.write_text(json.dumps({"key_ring": json.loads(folders.secrets.read_text())["key_ring"]}))
    given.chmod(0o600)
    monkeypatch.setenv("CAIRN_SECRETS", str(given))
    with pytest.raises(SetupError, match="CAIRN_SECRETS"):
        ring.rotate(folders, NOON)

    found = secrets.load(folders).key_ring
    known = json.loads(given.read_text())
    known["key_ring"] = {"current": 2, "keys": {**known["key_ring"]["keys"], "2": known["key_ring"]["keys"]["1"]}}
    given.write_text(json.dumps(known))
    assert found.new_data_key("here")[1][0] == 2


def test_the_commands_turn_the_ring_and_say_how_it_stands(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CAIRN_DATA", str(made))
    monkeypatch.setattr("cairn.app.assemble.configure_logging", lambda level: None)
    monkeypatch.setattr("getpass.getpass", lambda prompt: "correct horse battery")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert main(["migrate"]) == 0
    assert main(["user", "create", "--email", "ana@example.org"]) == 0
    capsys.readouterr()

    assert main(["keys", "rotate"]) == 0
    assert "Keys wrapped anew: 1." in capsys.readouterr().out
    assert main(["keys", "status"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "version 1 opens, 0 stored keys need it",
        "version 2 wraps, 1 stored key needs it",
    ]
    assert main(["keys", "retire", "1"]) == 1
    assert "less than an hour ago" in capsys.readouterr().err
    assert main(["keys", "renew", "--email", "Ana@example.org"]) == 0
    assert "1 person gets a new key" in capsys.readouterr().out
    assert main(["keys", "renew", "--email", "ben@example.org"]) == 1
    assert "Nobody has an account" in capsys.readouterr().err


@pytest.fixture
def before(server: EmbeddedPostgres) -> Iterator[Urls]:
    name = f"test_{randomness.token_hex(4)}"
    urls = server.create_database(name)
    command.upgrade(migrate._config(urls.owner), "0001")
    yield urls
    server.drop_database(name)


def test_signing_keys_of_the_first_release_come_along_and_back(before: Urls) -> None:
    key = KeyRing(Versions({1: bytes(32)}, 1), index_key=bytes(32))
    data_key, wrapped = key.new_data_key("signing_keys|wrapped|one")
    # The sealed key holds two bars of its own: only the first two are a border.
    sealed = b"\x01|| and ||" + bytes(40)
    with psycopg.connect(before.owner, autocommit=True) as owner:
        owner.execute(
            "insert into signing_keys values ('one', '{}', %s, now(), now(), now())",
            (wrapped.hex().encode() + b"||" + sealed,),
        )
        migrate.upgrade(before.owner)
        found = owner.execute("select wrapped, private_cipher from signing_keys").fetchone()
        assert found == (wrapped, sealed)
        assert key.unwrap(found[0], "signing_keys|wrapped|one") == data_key

        command.downgrade(migrate._config(before.owner), "0016")
        assert owner.execute("select private_cipher from signing_keys").fetchone() == (
            wrapped.hex().encode() + b"||" + sealed,
        )


def test_a_cell_of_nobodys_is_named_as_the_first_release_named_it() -> None:
    cell = Cell("signing_keys", "private_cipher", "one", person="")
    assert cell.named(1) == b"signing_keys|private_cipher|one"
    assert DataKey.fresh().seal("x", cell)[0] == 2
