"""Our own export, written and read."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.imports import own
from cairn.memory.imports.errors import BadRecord
from cairn.memory.imports.json_text import JsonText
from cairn.memory.imports.records import MemoryRecord, TellingRecord
from cairn.memory.imports.schemas import ExportOut
from cairn.platform.ids import new_id
from tests.memory.imports.made_up import as_json

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
PAGE = Path(__file__).parents[3] / "docs" / "memory-export.md"


def example() -> dict[str, Any]:
    found = re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return dict(json.loads(found[1]))


def document(**fields: Any) -> bytes:
    return as_json({"format": "cairn.memory", "version": 1, "exported_at": AT.isoformat(), "memories": [], **fields})


def record(**fields: Any) -> dict[str, Any]:
    return {"id": str(new_id()), "text": "Rui is my brother", "occurred_at": AT.isoformat(), **fields}


STONE = {"subject": "me", "relation": "lives_in", "created_at": AT.isoformat()}


def fact(**fields: Any) -> dict[str, Any]:
    told = {"at": AT.isoformat(), "said_at": AT.isoformat(), "confidence": 0.9, "source": "hand"}
    return {
        "id": str(new_id()),
        "subject": "me",
        "relation": "lives_in",
        "value": "Porto",
        "kind": "place",
        "importance": 0.8,
        "confidence": 1,
        "source": "hand",
        "valid_from": AT.isoformat(),
        "recorded_at": AT.isoformat(),
        "tellings": [told],
        **fields,
    }


RECORDS = st.builds(
    record,
    text=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60).map(lambda words: f"x{words}x"),
    speaker=st.sampled_from(["me", "assistant", "Zé"]),
    kind=st.sampled_from(["episode", "thought", "note", "question"]),
    language=st.none() | st.sampled_from(["en", "pt"]),
    importance=st.none() | st.floats(0, 1),
    occurred_at=st.timedeltas(timedelta(-40_000), timedelta(60_000)).map(lambda gap: AT + gap),
    pinned_at=st.none() | st.just(AT),
)


@given(st.lists(RECORDS, max_size=6))
def test_what_is_written_is_read_back_and_written_the_same(rows: list[dict[str, Any]]) -> None:
    text = "".join(own.written(AT, {"memories": rows}))

    read = [one.model_dump() for one in own.records(JsonText(text.encode()))]
    again = "".join(own.written(AT, {"memories": read}))

    assert [one.model_dump() for one in own.records(JsonText(again.encode()))] == read
    assert len(read) == len(rows)
    for one, row in zip(read, rows, strict=True):
        assert {name: value for name, value in one.items() if value is not None} == {
            **{name: value for name, value in row.items() if value is not None},
            "id": one["id"],
        }


def test_a_record_is_a_line_and_the_whole_is_json() -> None:
    text = "".join(own.written(AT, {"memories": [record(), record(kind="note")]}))

    assert [line[:8] for line in text.splitlines()] == [
        '{"format',
        '"memorie',
        '{"id": "',
        '{"id": "',
        "],",
        '"facts":',
        '"tombsto',
        '"contrad',
        '"updates',
        "}",
    ]
    assert list(json.loads(text)) == ["format", "version", "exported_at", *own.SECTIONS]
    assert ExportOut.model_validate_json(text).memories[1].kind == "note"


def test_an_empty_export_is_whole_too() -> None:
    writer = own.Writer()
    text = writer.begin(AT) + writer.end()
    assert json.loads(text) == {
        "format": "cairn.memory",
        "version": 1,
        "exported_at": "2026-11-24T12:00:00+00:00",
        "memories": [],
        "facts": [],
        "tombstones": [],
        "contradictions": [],
        "updates": [],
    }


def test_the_example_in_the_documents_can_be_read() -> None:
    told = example()
    records = list(own.records(JsonText(as_json(told))))
    assert len(records) == sum(len(told[name]) for name in own.SECTIONS)
    for name, form in own.SECTIONS.items():
        assert told[name], name
        assert {field for row in told[name] for field in row} <= set(form.model_fields)


def test_every_field_stands_in_the_documents() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for form in (*own.SECTIONS.values(), TellingRecord):
        assert [name for name in form.model_fields if f"| `{name}` |" not in page] == []


def test_what_is_left_out_has_a_default() -> None:
    (one,) = own.records(JsonText(document(memories=[record()])))
    assert isinstance(one, MemoryRecord)
    assert (one.kind, one.speaker, one.conversation, one.language) == ("episode", "me", None, None)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (document(version=2), "version 1"),
        (document(version=True), "version 1"),
        (document(version="1"), "version 1"),
        (document(colours=[]), "'colours'"),
        (document(memories={}), "memories has to be a list"),
        (document(memories=[record(), record(colour="red")]), "memories, number 2: 'colour'"),
        (document(memories=[record(text=" ")]), "memories, number 1: 'text'"),
        (document(memories=[record(text="x" * 10_001)]), "'text'"),
        (document(memories=[record(text="a\x00b")]), "a character that can't be kept"),
        (document(memories=[record(id="0f8fad5b-d9cb-469f-a165-70867728950e")]), "'id'"),
        (document(memories=[record(id="7")]), "'id'"),
        (document(memories=[record(occurred_at="2024-01-01T10:00:00")]), "'occurred_at'"),
        (document(memories=[record(occurred_at="1700-01-01T10:00:00Z")]), "between the years 1900 and 2200"),
        (document(memories=[record(importance=2)]), "'importance'"),
        (document(memories=[record(kind="song")]), "'kind'"),
        (document(memories=[7]), "memories, number 1"),
        (document(facts=[{"id": "x"}]), "facts, number 1: 'id'"),
        (document(facts=[fact(tellings=[])]), "facts, number 1: 'tellings'"),
        (document(facts=[fact(valid_to="2020-01-01T00:00:00Z")]), "valid_to lies before valid_from"),
        (document(facts=[fact(source="rumour")]), "facts, number 1: 'source'"),
        (document(facts=[fact(closed="shut")]), "facts, number 1: 'closed'"),
        (document(tombstones=[{**STONE, "fingerprint": "a" * 64}]), "with its instance"),
        (document(tombstones=[{**STONE, "value": "x", "fingerprint": "a" * 64, "instance": "a" * 16}]), "or neither"),
        (document(tombstones=[{**STONE, "fingerprint": "Porto", "instance": "a" * 16}]), "'fingerprint'"),
        (document(updates=[{"older": str(new_id())}]), "updates, number 1: 'newer'"),
    ],
)
def test_what_does_not_belong_is_refused_by_name(data: bytes, told: str) -> None:
    with pytest.raises(BadRecord, match=re.escape(told)) as refused:
        list(own.records(JsonText(data)))
    assert refused.value.detail.endswith("Nothing was imported.")
    assert "xxxx" not in refused.value.detail
