"""Fail on a locked package, Python or Node, whose licence is not in `requirements/licences.toml`."""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("run", "build", "dev")

SPELLINGS = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache 2.0": "Apache-2.0",
    "apache license": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd 2-clause license": "BSD-2-Clause",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "the unlicense (unlicense)": "Unlicense",
}
"""How packages without an SPDX expression write the licences that are allowed here."""


def locked(name: str) -> Iterator[str]:
    lock = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    yield from re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock, re.MULTILINE)


def licence_of(package: metadata.Distribution) -> str:
    """The SPDX expression, or what the older fields say, in SPDX spelling where it is known."""

    def field(name: str) -> list[str]:
        return [str(value) for value in package.metadata.get_all(name) or []]

    if expression := field("License-Expression"):
        return expression[0]
    # The field sometimes holds the whole text, whose first line is its name.
    if written := "".join(field("License")).strip().split("\n")[0].strip():
        return SPELLINGS.get(written.lower(), written)
    classified = [line.rsplit("::", 1)[1].strip() for line in field("Classifier") if line.startswith("License ::")]
    return " AND ".join(SPELLINGS.get(name.lower(), name) for name in classified) or "none"


def python_licences() -> Iterator[tuple[str, str]]:
    for name in sorted({name for lock in LOCKS for name in locked(lock)}):
        try:
            yield name, licence_of(metadata.distribution(name))
        except metadata.PackageNotFoundError:
            continue  # Locked for another system than this one.


def node_licences() -> Iterator[tuple[str, str]]:
    lock = json.loads((ROOT / "web/package-lock.json").read_text(encoding="utf-8"))
    for path, package in sorted(lock["packages"].items()):
        if path:
            yield path.rsplit("node_modules/", 1)[-1], str(package.get("license", "none"))


def is_allowed(expression: str, allowed: set[str]) -> bool:
    """Any of what OR joins, all of what AND joins; a nested expression must be allowed in every part."""
    plain = expression.strip()
    if plain.startswith("(") and plain.find(")") == len(plain) - 1:
        plain = plain[1:-1]
    if "(" in plain:
        return all(part in allowed for part in re.split(r"[()\s]+|\bAND\b|\bOR\b", plain) if part)
    return any(all(part.strip() in allowed for part in side.split(" AND ")) for side in plain.split(" OR "))


def main() -> int:
    listed = tomllib.loads((ROOT / "requirements/licences.toml").read_text(encoding="utf-8"))
    allowed, exceptions = set(listed["allowed"]), listed["exceptions"]
    found = {"Python": dict(python_licences()), "Node": dict(node_licences())}
    refused = [
        f"{kind} package {name}: {licence}"
        for kind, packages in found.items()
        for name, licence in packages.items()
        if name not in exceptions and not is_allowed(licence, allowed)
    ]
    unused = set(exceptions) - {name for packages in found.values() for name in packages}
    for line in refused:
        print(f"{line} is not in requirements/licences.toml")
    for name in sorted(unused):
        print(f"requirements/licences.toml excuses {name}, which is locked no more")
    if not refused and not unused:
        print(f"licences: {sum(map(len, found.values()))} packages, each under a listed licence")
    return 1 if refused or unused else 0


if __name__ == "__main__":
    sys.exit(main())
