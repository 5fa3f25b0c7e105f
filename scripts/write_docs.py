"""Write the parts of the documents that the code already knows: settings, tables, routes.

`docs/configuration.md` and `.env.example` come from the settings, `docs/data-model.md` from the models; of
`docs/memory.md` what stands between `<!-- made: … -->` and `<!-- end -->`. `--check` changes nothing and fails when a
file is behind the code.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import SecretStr
from pydantic.fields import FieldInfo
from sqlalchemy import Table as Rows
from sqlalchemy.types import TypeEngine

from cairn.app.features import FEATURES
from cairn.app.settings import sections_of
from cairn.memory.facts.profile import PROFILE, Field
from cairn.memory.feature import feature as memory_feature
from cairn.memory.ranking.order import RULES
from cairn.memory.rules import FINER
from cairn.platform.db import Table
from cairn.platform.settings import Section

ROOT = Path(__file__).resolve().parents[1]

BEFORE_ANYTHING = [
    ("CAIRN_HOST", "127.0.0.1", "The address to listen on. Anything else than this machine needs TLS in front."),
    ("CAIRN_PORT", "8000", "The port to listen on."),
    ("CAIRN_DATABASE_URL", "", "A PostgreSQL 18 with pgvector, as its owner. Empty: the embedded one."),
    ("CAIRN_DATABASE_APP_URL", "", "The same database as cairn_app, where Cairn may not make roles itself."),
    ("CAIRN_DATABASE_SYSTEM_URL", "", "The same database as cairn_system, likewise."),
    ("CAIRN_SECRETS", "", "A JSON file whose secrets go before those in the data folder."),
    ("CAIRN_WEB", "", "A folder with a built page, in place of the one that comes with Cairn."),
]
"""Read before the settings are loaded, by the process that only supervises."""


def settings() -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Every section's title with its variables: name, default, description."""
    yield "Starting", BEFORE_ANYTHING
    for section in sections_of(FEATURES):
        title = (section.__doc__ or section.__name__).strip().split("\n")[0].rstrip(".")
        yield title, [variable(section, name, field) for name, field in section.model_fields.items()]


def variable(section: type[Section], name: str, field: FieldInfo) -> tuple[str, str, str]:
    prefix = str(section.model_config.get("env_prefix", ""))
    about = (field.description or "").strip()
    if choices := ", ".join(f"`{choice}`" for choice in choices_of(field.annotation)):
        about += f" One of {choices}."
    return f"{prefix}{name}".upper(), shown(field), about


def shown(field: FieldInfo) -> str:
    value = field.get_default(call_default_factory=True, validated_data={})
    # Folders are found when Cairn starts, each platform having its own place for them.
    if value is None or field.is_required() or isinstance(value, SecretStr | Path):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value.value if isinstance(value, Enum) else value)


def choices_of(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from map(str, get_args(annotation))
    elif get_origin(annotation) in (Union, UnionType):
        for part in get_args(annotation):
            yield from choices_of(part)
    elif isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from (str(member.value) for member in annotation)


def configuration() -> str:
    lines = [
        "# Settings",
        "",
        "Environment variables, or lines in a file `.env` in the folder where Cairn is started. `cairn doctor` checks",
        "them. This page is made from the code by `make docs`.",
    ]
    for title, variables in settings():
        lines += ["", f"## {title}", "", "| variable | default | what it does |", "|---|---|---|"]
        lines += [f"| `{name}` | {f'`{value}`' if value else ''} | {about} |" for name, value, about in variables]
    return "\n".join(lines) + "\n"


def env_example() -> str:
    lines = ["# Every setting, as it is when nothing is set. Made from the code by `make docs`."]
    for title, variables in settings():
        lines += ["", f"# {title}"]
        for name, value, about in variables:
            lines += [f"# {about}", f"# {name}={value}"]
    return "\n".join(lines) + "\n"


def data_model() -> str:
    tables = Table.metadata.sorted_tables
    lines = [
        "# The tables",
        "",
        "Made from the models by `make docs`. `PK` is the primary key, `FK` names another table's row. Every table",
        "with `user_id` has a row-level policy: a unit of work sees only its own person's rows.",
        "",
        "```mermaid",
        "erDiagram",
    ]
    lines += [line for table in tables for line in relations(table)]
    lines += [line for table in tables for line in entity(table)]
    return "\n".join([*lines, "```"]) + "\n"


def relations(table: Rows) -> Iterator[str]:
    """One line for each table that rows of this one refer to."""
    for other in sorted({key.column.table.name for key in table.foreign_keys}):
        yield f"    {other} ||--o{{ {table.name} : has"


def entity(table: Rows) -> Iterator[str]:
    yield f"    {table.name} {{"
    for column in table.columns:
        marks = ["PK"] * column.primary_key + ["FK"] * bool(column.foreign_keys)
        yield f"        {kind(column.type)} {column.name} {', '.join(marks)}".rstrip()
    yield "    }"


def kind(column: TypeEngine[Any]) -> str:
    return type(column).__name__.lower()


def memory() -> str:
    """`docs/memory.md` as it is written, with its made parts as the code is."""
    path = ROOT / "docs" / "memory.md"
    return _PART.sub(lambda part: f"{part[1]}\n{chr(10).join(MEMORY[part[2]]())}\n{part[3]}", path.read_text("utf-8"))


_PART = re.compile(r"(<!-- made: (\w+) -->)\n.*?(<!-- end -->)", re.DOTALL)


def memory_tables() -> Iterator[str]:
    names = {"embedding_models", *memory_feature.tables}
    tables = [table for table in Table.metadata.sorted_tables if table.name in names]
    yield from ("```mermaid", "erDiagram")
    for table in tables:
        yield from links(table, names)
    for table in tables:
        yield from entity(table)
    yield "```"


def links(table: Rows, names: Iterable[str]) -> Iterator[str]:
    """One line for each row of these tables that a row of this one names, with the column that names it."""
    keys = [(key.referred_table.name, key.column_keys[-1]) for key in table.foreign_key_constraints]
    for other, column in sorted(keys):
        if other in names:
            yield f"    {other} ||--o{{ {table.name} : {column}"


def profile_fields() -> Iterator[str]:
    yield from ("| field | how it is told | values | filled by |", "|---|---|---|---|")
    for field in PROFILE:
        values = "several" if field.many else "one"
        yield f"| `{field.id}` | {field.sentence('en', '…').removesuffix('.')} | {values} | {fillers(field)} |"


def fillers(field: Field) -> str:
    if field.origin == "account":
        return "your account"
    return ", ".join(f"`{name}`" for name in field.relations)


SIGNS = {
    "words": "the base: BM25 of the question's words",
    "meaning": "the base: cosine of the two texts as a whole",
    "tokens": "the base: late interaction, token by token",
    "conversation": "a share of the best base in the same thread",
    "near": "a share of the best base of what was said shortly before or after it there, the less the further away",
    "answer": "a share of the base of the turn just before, when that one ends by asking",
    "speaker": "said by one whom the question names",
    "date": "said in the time that the question names, or within two weeks after a day (1) or a month (0.5)",
    "time": "says a time, when the question asks for one",
    "importance": "times importance less 0.5",
    "recency": "halved for each 180 days since it was said",
    "confidence": "times confidence less 1",
    "pinned": "pinned by hand",
}


def signs() -> Iterator[str]:
    yield from ("| sign | weight | what it is |", "|---|---|---|")
    for name, weight in (asdict(RULES) | FINER).items():
        yield f"| `{name}` | {weight} | {SIGNS[name]} |"


MEMORY = {"tables": memory_tables, "fields": profile_fields, "signs": signs}

DOCUMENTS = {
    "docs/configuration.md": configuration,
    "docs/data-model.md": data_model,
    "docs/memory.md": memory,
    ".env.example": env_example,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check: bool = parser.parse_args().check
    behind = []
    for name, write in DOCUMENTS.items():
        path, made = ROOT / name, write()
        if path.is_file() and path.read_text(encoding="utf-8") == made:
            continue
        behind.append(name)
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(made, encoding="utf-8")
    if behind and check:
        print(f"Behind the code: {', '.join(behind)}. Run `make docs`.")
    return 1 if behind and check else 0


if __name__ == "__main__":
    sys.exit(main())
