import os
import stat
from pathlib import Path

import pytest

from cairn.app import environment, folders
from cairn.app.errors import SetupError
from cairn.app.folders import Folders


@pytest.fixture(autouse=True)
def _nowhere_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of whoever runs the tests has a say."""
    for name in list(os.environ):
        if name.startswith("CAIRN_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    environment.env_file.cache_clear()


def test_what_the_environment_names_goes_before_the_file_and_that_before_the_platform(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("XDG_DATA_HOME", "/srv/share")
    assert environment.read().data == Path("/srv/share/cairn")

    named = Path("/srv/from-file")
    (tmp_path / ".env").write_text(f"CAIRN_DATA={named}\nCAIRN_PORT=9001\n")
    environment.env_file.cache_clear()
    assert environment.read().data == named
    assert environment.read().port == 9001

    monkeypatch.setenv("CAIRN_DATA", "/srv/from-environment")
    assert environment.read().data == Path("/srv/from-environment")
    environment.env_file.cache_clear()


def test_root_keeps_data_where_system_services_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert environment.read().data == Path("/var/lib/cairn")


def test_nothing_is_open_to_the_network_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.read().host == "127.0.0.1"
    assert environment.read().address == "http://localhost:8000"
    monkeypatch.setenv("CAIRN_HOST", "192.0.2.7")
    assert environment.read().address == "http://192.0.2.7:8000"


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "８０００"])
def test_a_port_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("CAIRN_PORT", port)
    with pytest.raises(SetupError, match="a number from 1 to 65535"):
        environment.read()


def test_an_address_says_nothing_of_its_password() -> None:
    here = environment.Environment(Path("/srv"), "127.0.0.1", 8000, "postgresql://u:secret@h/d", None, None)
    assert "secret" not in repr(here)


def test_folders_are_closed_and_those_that_exist_stay_as_they_are(tmp_path: Path) -> None:
    root = tmp_path / "data"
    root.mkdir(mode=0o750)
    prepared = folders.prepare(root, None)
    assert stat.S_IMODE(root.stat().st_mode) == 0o750
    for folder in (prepared.mail, prepared.logs, prepared.socket(os.geteuid())):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(SetupError, match=r"cannot be used.*--data"):
        folders.prepare(tmp_path / "data", None)


def test_somebody_elses_folder_in_tmp_is_not_trusted(tmp_path: Path) -> None:
    deep = tmp_path / ("long-" * 30)
    trap = Folders(deep).socket(os.geteuid())
    trap.symlink_to(tmp_path)
    try:
        with pytest.raises(SetupError, match="belongs to somebody else"):
            folders.prepare(deep, None)
    finally:
        trap.unlink()
