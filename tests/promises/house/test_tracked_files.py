"""What may stand in a tracked file, and how long one may be."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.promises.house.source import PACKAGE, ROOT, name, text, tracked

# Searched for hosts and paths like the rest; among hashes by the thousand some look like a secret.
LOCKS = re.compile(
    r"^(requirements/[a-z]+\.txt|web/package-lock\.json|(bench/lighthouse|tests/accounts/openid)/package-lock\.json)$"
)

HOMES = ("home", "root", "Users", "work", "farm", "private/tmp")
MACHINE_PATH = re.compile(r"(?<![A-Za-z0-9._~${}*<>)\]/-])/(?:" + "|".join(HOMES) + r")/[A-Za-z0-9._-]+")
REGISTRIES = re.compile(
    "|".join(
        re.escape(host)
        for host in (
            "files.pythonhosted" + ".org",
            "pypi" + ".org/simple",
            "registry.npmjs" + ".org",
            "registry.yarnpkg" + ".com",
            "proxy.golang" + ".org",
        )
    )
)
ARCHIVE = re.compile(r"https?://[^\s\"']+\.(?:whl|tgz|tar\.gz)\b")
SECRETS = {
    "a private key": re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*[A-Za-z0-9+/]{16}"),
    "a cloud's access key": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a model provider's key": re.compile(r"\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{24,}"),
    "a code host's token": re.compile(r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{22,}|glpat-[\w-]{20,})"),
    "a payment key": re.compile(r"\b[rs]k_live_[A-Za-z0-9]{16,}"),
    "a messenger's token": re.compile(r"\bxox[abprs]-[A-Za-z0-9-]{10,}"),
    "a carrier's account": re.compile(r"\bAC[0-9a-f]{32}\b"),
    "a signed token": re.compile(r"\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}"),
    "a password in an address": re.compile(
        r"\b(?:postgresql|https?|smtps?|redis)://[^\s:/@{}$<>]+:(?!pass|secret|\*)[^\s:/@{}$<>\"']{8,}@"
    ),
}

COMFORT = 400
LONG_FILES: dict[str, str] = {
    "bench/updates_domains.py": "Made-up sentences to measure by: data, written as Python for its types.",
}
"""Files longer than is comfortable to read, each with the reason why it is one thing."""

COUNTED = {".py", ".ts", ".tsx", ".css", ".sh", ".mjs"}


def texts() -> Iterator[tuple[str, str]]:
    for path in tracked():
        content = text(path)
        if content is not None:
            yield name(path), content


def places(pattern: re.Pattern[str]) -> list[str]:
    """file:line of every match."""
    return [
        f"{file}:{number}: {line.strip()[:120]}"
        for file, content in texts()
        for number, line in enumerate(content.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    assert places(MACHINE_PATH) == []


def test_no_file_names_a_registry_or_a_download() -> None:
    assert places(REGISTRIES) == []
    assert places(ARCHIVE) == []


@pytest.mark.parametrize("kind", SECRETS)
def test_no_file_holds(kind: str) -> None:
    pattern = SECRETS[kind]
    found = [file for file, content in texts() if not LOCKS.match(file) and pattern.search(content)]
    assert found == [], f"looks like {kind}"


def test_the_searches_find_what_they_look_for() -> None:
    examples = {
        MACHINE_PATH: "cd /" + "home/ana/cairn",
        REGISTRIES: "https://registry.npmjs" + ".org/react",
        ARCHIVE: "https://example.org/cairn-0.1" + ".tar.gz",
        SECRETS["a cloud's access key"]: "AKIA" + "A" * 16,
        SECRETS["a model provider's key"]: "sk-" + "a" * 32,
        SECRETS["a private key"]: "-----BEGIN RSA PRIVATE " + "KEY-----\nMIIEpAIBAAKCAQEA",
        SECRETS["a password in an address"]: "postgresql://ana:" + "correct-horse@db/cairn",
    }
    assert [example for pattern, example in examples.items() if not pattern.search(example)] == []
    assert not MACHINE_PATH.search("GET https://example.org/home/page and ./work/notes")


def test_files_stay_short_enough_to_read() -> None:
    lengths = {
        file: len(content.splitlines())
        for file, content in texts()
        if Path(file).suffix in COUNTED and not file.endswith((".d.ts", "/messages.ts"))
    }
    long = {file: lines for file, lines in lengths.items() if lines > COMFORT}
    assert {file: lines for file, lines in long.items() if file not in LONG_FILES} == {}
    assert [file for file in LONG_FILES if file not in long] == [], "excused, but short again"


def test_no_module_is_named_for_having_no_subject() -> None:
    nameless = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "lib", "tools_misc"}
    assert [name(path) for path in PACKAGE.rglob("*.py") if path.stem in nameless] == []
    assert [name(path) for path in PACKAGE.rglob("*") if path.is_dir() and path.name in nameless] == []
    page = [path for path in tracked() if name(path).startswith("web/src/")]
    assert [name(path) for path in page if path.stem in nameless] == []


def test_every_folder_of_the_package_is_a_package() -> None:
    folders = {path.parent for path in PACKAGE.rglob("*.py")}
    assert [name(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_licence_and_notices_are_shipped() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for work in ("all-MiniLM-L6-v2", "Atkinson Hyperlegible Next", "PostgreSQL"):
        assert work in notice
