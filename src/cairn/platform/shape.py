"""The shape of the database that this program expects, known without what runs migrations, which is slow to load."""

import re
from functools import cache
from pathlib import Path

import cairn

_LINKS = re.compile(r'^(revision|down_revision) = "(\w+)"$', re.MULTILINE)


@cache
def newest_migration() -> str:
    """The last migration of the chain: the one that no other follows, whatever the files are named."""
    versions = Path(cairn.__file__).parent / "migrations" / "versions"
    links: list[dict[str, str]] = [dict(_LINKS.findall(path.read_text())) for path in versions.glob("[0-9]*.py")]
    (last,) = {link["revision"] for link in links} - {link.get("down_revision") for link in links}
    return last
