import base64
import contextlib
import json
import stat
from pathlib import Path

import pytest

from cairn.app import secrets
from cairn.app.errors import SetupError
from cairn.app.folders import Folders, prepare
from cairn.push.service import VapidKey
from tests.app.processes import line_from, python

LOAD = """
import sys
from pathlib import Path
from cairn.app import secrets
from cairn.app.folders import Folders
found = secrets.load(Folders(Path(sys.argv[1])))
print(found.app_password, found.key_ring.index_key.hex(), found.key_ring.keys[1].hex())
"""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return prepare(tmp_path / "data", None)


def test_eight_processes_at_once_agree_on_the_secrets(folders: Folders) -> None:
    with contextlib.ExitStack() as stack:
        processes = [stack.enter_context(python("-c", LOAD, folders.root)) for _ in range(8)]
        told = {line_from(process) for process in processes}
    assert len(told) == 1


def test_secrets_are_private_and_stay_the_same(folders: Folders) -> None:
    first = secrets.load(folders)
    assert stat.S_IMODE(folders.secrets.stat().st_mode) == 0o600
    assert secrets.load(folders) == first
    assert first.app_password not in repr(first)


def test_a_secret_of_a_later_release_is_added_and_the_others_stay(folders: Folders) -> None:
    first = secrets.load(folders)
    known = json.loads(folders.secrets.read_text())
    del known["token_pepper"]
    folders.secrets.write_text(json.dumps(known))

    again = secrets.load(folders)

    assert again.key_ring == first.key_ring
    assert again.token_pepper != first.token_pepper


def test_the_key_that_pushes_stays_the_same(folders: Folders) -> None:
    assert VapidKey(secrets.load(folders).push_key).public == VapidKey(secrets.load(folders).push_key).public


NO_POINT = base64.b64encode(bytes(32)).decode()


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"key_ring": 1}', '{"blind_index_key": "c2hvcnQ="}', json.dumps({"push_key": NO_POINT})],
)
def test_damaged_secrets_are_named_and_left_alone(folders: Folders, content: str) -> None:
    secrets.load(folders)
    known = json.loads(folders.secrets.read_text())
    damaged = json.dumps(known | json.loads(content)) if content.startswith('{"') else content
    folders.secrets.write_text(damaged)

    with pytest.raises(SetupError, match="damaged"):
        secrets.load(folders)
    assert folders.secrets.read_text() == damaged


def test_secrets_open_to_others_are_refused(folders: Folders) -> None:
    secrets.load(folders)
    folders.secrets.chmod(0o640)
    with pytest.raises(SetupError, match="chmod 600"):
        secrets.load(folders)


def test_lost_secrets_of_an_existing_database_are_not_made_anew(folders: Folders) -> None:
    folders.postgres.mkdir()
    (folders.postgres / "PG_VERSION").write_text("18\n")
    with pytest.raises(SetupError, match="Put the file back"):
        secrets.load(folders)


def test_secrets_from_the_environment_go_first(
    folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "given.json"
    given.write_text('{"app_password": "from outside"}')
    given.chmod(0o600)
    monkeypatch.setenv("CAIRN_SECRETS", str(given))

    assert secrets.load(folders).app_password == "from outside"
    assert "app_password" not in json.loads(folders.secrets.read_text())


def test_a_named_secrets_file_that_is_missing_is_said(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAIRN_SECRETS", "/nowhere/secrets.json")
    with pytest.raises(SetupError, match="not there"):
        secrets.load(folders)
