"""What holds for everything that comes in: nothing unknown is taken, and nothing grows without bound."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from cairn.app.build import describe
from cairn.app.features import FEATURES

LARGEST_PAGE = 200
SHORT_FORMATS = {"uuid", "date", "date-time", "time", "duration"}
OF_ONE_LENGTH = re.compile(r"\^\[[^\]]+\]\{\d+\}\$")
"""A pattern such as `^[0-9]{6}$`."""
ANOTHER_PROTOCOL = {"/mcp"}
"""Its messages are read by the protocol's own SDK; what its tools take is checked as below by their own tests."""
FILES = {"/api/v1/memories/import", "/api/v1/me/avatar"}
"""The body is a file, whose size is counted around the route."""

Schema = dict[str, Any]
DOCUMENT = describe(FEATURES)


def operations() -> Iterator[tuple[str, Schema]]:
    for path, item in DOCUMENT["paths"].items():
        if path not in ANOTHER_PROTOCOL:
            for method, operation in item.items():
                yield f"{method.upper()} {path}", operation


def resolved(schema: Schema) -> Schema:
    while "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


def faults(schema: Schema, place: str, seen: tuple[str, ...] = ()) -> Iterator[str]:
    """Every part of a schema that takes something unknown, or as much as anybody likes."""
    if schema.get("$ref") in seen:
        return
    seen = (*seen, schema["$ref"]) if "$ref" in schema else seen
    schema = resolved(schema)
    for many in ("anyOf", "oneOf", "allOf"):
        for part in schema.get(many, []):
            yield from faults(part, place, seen)
    kind = schema.get("type")
    if kind == "object":
        yield from faults_of_object(schema, place, seen)
    elif kind == "array":
        if "maxItems" not in schema:
            yield f"{place} takes any number of items"
        yield from faults(schema.get("items", {}), f"{place}[]", seen)
    elif kind == "string":
        bounded = set(schema) & {"maxLength", "enum", "const"} or OF_ONE_LENGTH.fullmatch(schema.get("pattern", ""))
        if not bounded and schema.get("format") not in SHORT_FORMATS:
            yield f"{place} takes text of any length"
    elif kind is None and not set(schema) & {"anyOf", "oneOf", "allOf", "enum", "const"}:
        yield f"{place} takes anything"


def faults_of_object(schema: Schema, place: str, seen: tuple[str, ...]) -> Iterator[str]:
    if schema.get("additionalProperties") is not False and "maxProperties" not in schema:
        yield f"{place} takes unknown fields"
    for name, part in schema.get("properties", {}).items():
        yield from faults(part, f"{place}.{name}", seen)
    if isinstance(schema.get("additionalProperties"), dict):
        yield from faults(schema["additionalProperties"], f"{place}.*", seen)


def test_every_body_refuses_unknown_fields_and_has_bounds() -> None:
    found = [
        fault
        for name, operation in operations()
        if name.split()[1] not in FILES
        for content in operation.get("requestBody", {}).get("content", {}).values()
        for fault in faults(content["schema"], name)
    ]
    assert found == []


def test_every_parameter_has_bounds() -> None:
    found = [
        fault
        for name, operation in operations()
        for parameter in operation.get("parameters", [])
        for fault in faults(parameter["schema"], f"{name} {parameter['in']} {parameter['name']}")
    ]
    assert found == []


def test_no_page_is_larger_than_others() -> None:
    limits = [
        (name, resolved(parameter["schema"]).get("maximum"))
        for name, operation in operations()
        for parameter in operation.get("parameters", [])
        if parameter["name"] == "limit"
    ]
    assert limits
    assert [name for name, most in limits if most is None or most > LARGEST_PAGE] == []


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object", "properties": {}},
        {"type": "object", "additionalProperties": False, "properties": {"a": {"type": "string"}}},
        {"anyOf": [{"type": "array", "items": {"type": "integer"}}, {"type": "null"}]},
        {"type": "array", "maxItems": 3, "items": {"type": "string"}},
        {"type": "string", "pattern": "^[0-9]+$"},
        {"type": "string", "pattern": "[0-9]{6}"},
        {},
    ],
)
def test_what_has_no_bound_is_found(schema: Schema) -> None:
    assert list(faults(schema, "body"))
