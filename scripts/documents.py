"""Makes the documents that say what the code says: settings, the data model, the API.

`python scripts/documents.py` writes them; `--check` only tells whether they are true, and fails where they aren't.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from pydantic.fields import FieldInfo
from sqlalchemy import Table as SqlTable

from cairn.app.features import FEATURES
from cairn.app.settings import sections_of
from cairn.platform.db import Table
from cairn.platform.settings import Section

ROOT = Path(__file__).parents[1]

# Read before the settings are, by the process that only supervises.
EARLY = [
    ("CAIRN_DATA", "the platform's own place", "The data folder; as root `/var/lib/cairn`. Also `--data`."),
    ("CAIRN_HOST", "127.0.0.1", "The address to listen on. Also `--host`."),
    ("CAIRN_PORT", "8000", "The port. Also `--port`."),
    ("CAIRN_DATABASE_URL", "", "A PostgreSQL 18 with pgvector, as its owner; without one Cairn runs its own."),
    ("CAIRN_DATABASE_APP_URL", "", "The same database as the role `cairn_app`, where Cairn can't make it."),
    ("CAIRN_DATABASE_SYSTEM_URL", "", "The same database as the role `cairn_system`, where Cairn can't make it."),
    ("CAIRN_SECRETS", "", "A JSON file (mode 600) with secrets that go before those in the data folder."),
    ("CAIRN_WEB", "", "The folder of the built page, if not the one that came along."),
]


def configuration() -> str:
    """The table of settings."""
    lines = [
        "# Configuration",
        "",
        "Cairn reads its settings from the environment, then from `.env` in the folder it is started in. All are",
        "checked at the start; each fault is told in one line. This page is made from the code (`make docs`).",
        "",
        "| setting | default | what it does |",
        "|---|---|---|",
    ]
    lines += [f"| `{name}` | {_code(default)} | {about} |" for name, default, about in settings()]
    return "\n".join(lines) + "\n"


def example() -> str:
    """`.env.example`: every setting, commented out, with its default."""
    lines = ["# Copy to .env and uncomment what you change. Everything has a default that works."]
    for name, default, about in settings():
        lines += ["", f"# {about}", f"# {name}={default}"]
    return "\n".join(lines) + "\n"


def settings() -> Iterator[tuple[str, str, str]]:
    """Name, default and meaning of every setting."""
    yield from EARLY
    early = {name for name, _, _ in EARLY}
    for section in sections_of(FEATURES):
        for name, field in section.model_fields.items():
            setting = f"CAIRN_{name.upper()}"
            if setting not in early:
                yield setting, _default(field), field.description or _about(section, name)


def _about(section: type[Section], name: str) -> str:
    raise SystemExit(f"{section.__name__}.{name} has no description")


def _default(field: FieldInfo) -> str:
    value = field.get_default(call_default_factory=False)
    if value is None or field.is_required():
        return ""
    choices = [str(choice) for choice in get_args(field.annotation) if isinstance(choice, str)]
    return f"{value}" if str(value) not in choices else str(value)


def _code(text: str) -> str:
    return f"`{text}`" if text and " " not in text else text


def data_model() -> str:
    """A diagram of every table, in Mermaid."""
    lines = [
        "# Data model",
        "",
        "Made from the models (`make docs`). Every table with a `user_id` is guarded by row-level security.",
        "",
        "```mermaid",
        "erDiagram",
    ]
    tables = sorted(Table.metadata.tables.values(), key=lambda table: table.name)
    for table in tables:
        lines += _entity(table)
    for table in tables:
        for parent in sorted({key.column.table.name for key in table.foreign_keys}):
            lines.append(f"    {parent} ||--o{{ {table.name} : has")
    return "\n".join([*lines, "```"]) + "\n"


def _entity(table: SqlTable) -> list[str]:
    lines = [f"    {table.name} {{"]
    for column in table.columns:
        kind = str(column.type.compile(dialect=_dialect())).split("(")[0].replace(" ", "_").lower()
        marks = [mark for mark, on in (("PK", column.primary_key), ("FK", bool(column.foreign_keys))) if on]
        lines.append(f"        {kind} {column.name} {','.join(marks)}".rstrip())
    return [*lines, "    }"]


def _dialect() -> object:
    from sqlalchemy.dialects import postgresql

    return postgresql.dialect()


def openapi() -> str:
    """The OpenAPI document, for the page's generated client."""
    from cairn.app.build import describe

    return json.dumps(describe(FEATURES), indent=1, ensure_ascii=False) + "\n"


DOCUMENTS = {
    "docs/configuration.md": configuration,
    "docs/data-model.md": data_model,
    ".env.example": example,
    "web/openapi.json": openapi,
}


def main() -> int:
    check = "--check" in sys.argv
    stale = 0
    for name, make in DOCUMENTS.items():
        path, text = ROOT / name, make()
        if path.is_file() and path.read_text() == text:
            continue
        stale += 1
        print(f"{name} {'is out of date: run `make docs`' if check else 'written'}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    return 1 if check and stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
