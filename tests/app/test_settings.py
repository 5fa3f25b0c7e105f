"""Settings are checked at the start; each fault is one line that says what to change."""

from pathlib import Path

import pytest

from cairn.accounts.settings import AccountSettings
from cairn.app import settings
from cairn.app.environment import Environment
from cairn.app.errors import SetupError
from cairn.app.features import FEATURES
from cairn.platform.place import Place


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    monkeypatch.chdir(tmp_path)
    return Environment(tmp_path / "data", "127.0.0.1", 8000, None, None, None)


def test_nothing_need_be_set(here: Environment) -> None:
    loaded = settings.load(here, FEATURES)

    assert loaded.of(Place).data == here.data
    assert loaded.of(AccountSettings).session_idle_minutes == 30


def test_the_environment_goes_before_the_file(here: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("CAIRN_SESSION_HOURS=12\nCAIRN_SESSION_IDLE_MINUTES=10\nOTHER=1\n")
    monkeypatch.setenv("CAIRN_SESSION_HOURS", "48")

    loaded = settings.load(here, FEATURES).of(AccountSettings)

    assert (loaded.session_hours, loaded.session_idle_minutes) == (48, 10)


def test_every_fault_is_told_at_once_and_no_value_is_repeated(
    here: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAIRN_SESSION_HOURS", "soon")
    monkeypatch.setenv("CAIRN_LOG_LEVEL", "loud")
    monkeypatch.setenv("CAIRN_MAIL_URL", "ftp://user:hunter2@example.org")

    with pytest.raises(SetupError) as told:
        settings.load(here, FEATURES)

    lines = str(told.value).splitlines()
    assert sorted(line.split(":")[0] for line in lines) == ["CAIRN_LOG_LEVEL", "CAIRN_MAIL_URL", "CAIRN_SESSION_HOURS"]
    assert "hunter2" not in str(told.value)
    assert "loud" not in str(told.value)
