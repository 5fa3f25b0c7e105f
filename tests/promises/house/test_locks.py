"""What is written by hand and what is locked say the same, and a hash vouches for all of it."""

import ast
import re
import sys
import tomllib
from importlib import metadata

import pytest

from tests.promises.house.source import ROOT, modules

PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[a-z0-9,_-]+\])?==([^\s;\\]+)", re.MULTILINE)
REQUIREMENTS = ROOT / "requirements"


def pins(text: str) -> set[tuple[str, str]]:
    return set(PIN.findall(text))


def test_the_package_needs_what_is_locked_for_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = pins("\n".join(project["dependencies"]))
    assert len(asked) == len(project["dependencies"]), "every dependency is pinned with =="
    assert asked - pins((REQUIREMENTS / "run.txt").read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("lock", ["build", "dev", "security", "embedder", "model"])
def test_a_lock_holds_what_its_list_asks_for(lock: str) -> None:
    asked = pins((REQUIREMENTS / f"{lock}.in").read_text(encoding="utf-8"))
    assert asked
    assert asked - pins((REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("lock", ["run", "build", "dev", "security", "embedder", "model"])
def test_every_locked_package_has_a_hash(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", (REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8").strip())
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_locks_that_are_installed_together_agree() -> None:
    versions: dict[str, set[str]] = {}
    for lock in ("run", "build", "dev"):
        for package, version in pins((REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8")):
            versions.setdefault(package, set()).add(version)
    assert {package: found for package, found in versions.items() if len(found) > 1} == {}


def imported() -> set[str]:
    """Every package that the code imports, besides the standard library and itself."""
    names = set()
    for tree in modules().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.split(".")[0])
    return names - set(sys.stdlib_module_names) - {"cairn"}


def test_what_is_imported_is_asked_for_by_name() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {name for name, _ in pins("\n".join(project["dependencies"]))}
    sources = metadata.packages_distributions()
    brought = {
        name: {re.sub(r"[-_.]+", "-", found).lower() for found in sources.get(name, [name])} for name in imported()
    }
    # psycopg[pool] and psycopg[binary] are asked for as extras, pydantic_ai as its slim package.
    known = asked | {"psycopg-pool"}
    assert {name: found for name, found in brought.items() if not found & known} == {}
