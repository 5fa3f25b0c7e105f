from pathlib import Path

import pytest

import cairn
from cairn.app import program

SOURCE = Path(cairn.__file__).parents[1]
COPY = Path("/copies/packages")


def test_a_working_copy_goes_before_the_packages_wherever_either_lies() -> None:
    parts = program._parts()
    assert "cairn" in {part.name for part in parts}
    path = program._of(parts, {"packages": COPY}).environment["PYTHONPATH"]
    assert path == f"{SOURCE}:{COPY}"
    path = program._of(parts, {"packages": COPY, "cairn": Path("/copies/cairn")}).environment["PYTHONPATH"]
    assert path == f"/copies/cairn:{COPY}"


def test_what_was_installed_among_the_packages_is_looked_for_there_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_site_folders", lambda: [SOURCE])
    monkeypatch.setattr("cairn.app.page_folder.find", lambda: SOURCE / "cairn" / "app" / "web")
    parts = program._parts()
    assert [part.name for part in parts] == ["python", "packages"]
    environment = program._of(parts, {"packages": COPY}).environment
    assert (environment["PYTHONPATH"], environment["CAIRN_WEB"]) == (str(COPY), "")
