"""What is read out of each export."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.memory.imports import markdown
from cairn.memory.imports.errors import NotAnExport, Unreadable
from cairn.memory.imports.items import Imported, Skipped, moment, named, said
from cairn.memory.imports.json_text import JsonText
from cairn.memory.imports.reading import read
from cairn.memory.schemas import EARLIEST, LATEST
from tests.memory.imports.made_up import ASKED, NOTES, as_json, chatgpt, claude, mem0, node, zipped

LISBON = ZoneInfo("Europe/Lisbon")


def of(data: bytes) -> tuple[set[str], list[Any]]:
    found = list(read(data, LISBON))
    return {format_ for format_, _ in found}, [item for _, item in found]


def words(data: bytes) -> list[str]:
    return [item.text for item in of(data)[1]]


def test_chatgpt_is_read_along_the_path_that_was_read_last() -> None:
    formats, items = of(as_json(chatgpt()))

    assert formats == {"chatgpt"}
    assert [(item.speaker, item.text) for item in items] == [
        ("me", "Is this a thistle? 🌵"),
        ("assistant", "Yes, a thistle."),
        ("me", "Thanks, Zé"),
    ]
    assert [item.source_ref for item in items] == ["chatgpt:c-1:q", "chatgpt:c-1:new", "chatgpt:c-1:voice"]
    assert {item.conversation for item in items} == {"chatgpt:c-1"}
    assert {item.kind for item in items} == {"episode"}
    asked = datetime.fromtimestamp(ASKED, UTC)
    # What has no time of its own was said when the last thing before it was.
    assert [(item.occurred_at - asked).seconds for item in items] == [0, 9, 9]


@pytest.mark.parametrize("current", [None, "nowhere", 7])
def test_without_a_last_place_the_newest_end_is_it(current: object) -> None:
    conversation = {**chatgpt()[0], "current_node": current}
    conversation["mapping"].pop("voice")
    assert words(as_json([conversation])) == ["Is this a thistle? 🌵", "Yes, a thistle."]


def test_a_tree_that_bites_its_tail_comes_to_an_end() -> None:
    mapping = {"a": node("a", "b", "user", "Hello"), "b": node("b", "a", "assistant", "Hi")}
    assert words(as_json([{"mapping": mapping, "current_node": "b", "id": "c"}])) == ["Hello", "Hi"]


def test_what_is_no_message_is_skipped_and_the_rest_is_read() -> None:
    conversation = chatgpt()[0]
    conversation["mapping"]["new"]["message"] = ["?"]
    items = of(as_json([conversation, 7]))[1]
    assert [item.source_ref for item in items if isinstance(item, Skipped)] == ["chatgpt:c-1:new", "chatgpt:2"]
    assert [item.text for item in items if isinstance(item, Imported)] == ["Is this a thistle? 🌵", "Thanks, Zé"]


def test_claude_is_read_without_thinking_tools_and_what_is_empty() -> None:
    formats, items = of(as_json(claude()))

    assert formats == {"claude"}
    assert [(item.speaker, item.text, item.source_ref) for item in items] == [
        ("me", "I moved to Porto.", "claude:c-2:m1"),
        ("assistant", "How nice.", "claude:c-2:m2"),
    ]
    assert items[0].occurred_at == datetime(2024, 3, 5, 10, 0, 0, 123456, UTC)
    assert items[0].conversation == "claude:c-2"


def test_mem0_is_read_as_a_list_and_as_results() -> None:
    formats, items = of(as_json(mem0()))

    assert formats == {"mem0"}
    assert [(item.text, item.speaker, item.source_ref) for item in items] == [
        ("Is allergic to peanuts", "me", "mem0:a1"),
        ("Plays the oboe", "me", "mem0:a2"),
    ]
    assert items[0].occurred_at == datetime(2024, 7, 1, 17, 0, 0, 500_000, UTC)
    assert items[1].occurred_at is None
    assert of(as_json(mem0()["results"]))[1] == items


def test_one_conversation_saved_alone_is_read_too() -> None:
    assert words(as_json(chatgpt()[0])) == words(as_json(chatgpt()))
    assert words(as_json(claude()[0])) == words(as_json(claude()))


def test_a_folder_of_markdown_is_read_in_sections() -> None:
    formats, items = of(zipped(NOTES))

    assert formats == {"markdown"}
    told = {item.source_ref: item for item in items}
    assert {ref: item.text for ref, item in told.items()} == {
        "markdown:Notes/Boiler.md#1": "Boiler\n\n#home #repairs\n\n# Service\n\nRui comes every March.",
        "markdown:Notes/Boiler.md#2": "## Codes\n\n```\n# not a heading\nF28\n```",
        "markdown:Notes/2023-05-06 Walk.md#1": "Saw a heron.",
        "markdown:Notes/café.md#1": "A tarte de Tânia",
    }
    assert {item.kind for item in items} == {"note"}
    assert told["markdown:Notes/Boiler.md#2"].occurred_at == datetime(2024, 2, 3, 12, tzinfo=UTC)
    assert told["markdown:Notes/2023-05-06 Walk.md#1"].occurred_at == datetime(2023, 5, 6, 11, tzinfo=UTC)
    assert told["markdown:Notes/café.md#1"].occurred_at is None


@given(st.text(st.sampled_from("a#-`: \n\u00e9"), max_size=300))
def test_no_word_of_a_note_without_a_head_is_lost(text: str) -> None:
    items = list(markdown.items("n.md", f"x{text}".encode(), LISBON))
    told = "".join(item.text for item in items if isinstance(item, Imported))
    assert "".join(told.split()) == "".join(f"x{text}".split())


def test_a_rule_above_a_text_is_no_head() -> None:
    items = list(markdown.items("n.md", b"---\nDear diary, it rained\n---\nAll day.", LISBON))
    assert [item.text for item in items if isinstance(item, Imported)] == ["---\nDear diary, it rained\n---\nAll day."]


def test_a_long_note_is_cut_by_its_paragraphs() -> None:
    paragraphs = [f"{number} " + "word " * 100 for number in range(9)]
    items = list(markdown.items("n.md", "\n\n".join(paragraphs).encode(), LISBON))
    assert [item.text[0] for item in items if isinstance(item, Imported)] == ["0", "2", "4", "6", "8"]
    assert items == list(markdown.items("n.md", "\n\n".join(paragraphs).encode(), LISBON))


@pytest.mark.parametrize("data", [b"a\x00b", b"\x81\x8d\x8f", b"\xff\xfea"])
def test_a_note_that_is_no_text_is_skipped(data: bytes) -> None:
    assert list(markdown.items("n.md", data, LISBON)) == [Skipped("markdown:n.md")]


def test_a_long_message_comes_in_numbered_pieces() -> None:
    conversation = claude()[0]
    conversation["chat_messages"][0]["text"] = "A sentence. " * 2_000
    items = of(as_json([conversation]))[1]
    assert [item.source_ref for item in items] == [
        "claude:c-2:m1#1",
        "claude:c-2:m1#2",
        "claude:c-2:m1#3",
        "claude:c-2:m2",
    ]
    assert all(len(item.text) <= 10_000 for item in items)
    assert sum(item.text.count("A sentence.") for item in items) == 2_000


def test_characters_that_cannot_be_kept_are_replaced() -> None:
    conversation = (
        b'[{"uuid": "c", "chat_messages": [{"uuid": "m", "sender": "human", "text": "a\\u0000b \\ud800 \\n"}]}]'
    )
    assert words(conversation) == ["a\ufffdb \ufffd"]


@given(st.text(max_size=400))
def test_a_name_is_short_stable_and_keeps_apart(name: str) -> None:
    short = named(f"markdown:{name}")
    assert 0 < len(short) <= 200
    assert short == named(f"markdown:{name}") != named(f"markdown:{name}x")
    short.encode()


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        0,
        "",
        "soon",
        "1899-12-31",
        "2200-01-02",
        1e30,
        float("nan"),
        float("inf"),
        10**400,
        -1e13,
        [],
        {},
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "2024-02-31",
    ],
)
def test_what_is_no_moment_within_reach_is_none(value: object) -> None:
    assert moment(value) is None


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        (1_700_000_000, "2023-11-14T22:13:20+00:00"),
        (1_700_000_000_000, "2023-11-14T22:13:20+00:00"),
        ("2024-03-05", "2024-03-05T12:00:00+00:00"),
        ("2024-07-05T10:00", "2024-07-05T09:00:00+00:00"),
        ("2024-07-05 10:00:00 UTC", "2024-07-05T10:00:00+00:00"),
        ("2024-03-05T10:00:00Z", "2024-03-05T10:00:00+00:00"),
    ],
)
def test_moments_are_read_as_exports_write_them(value: object, iso: str) -> None:
    found = moment(value, LISBON)
    assert found is not None
    assert found.isoformat() == iso


@given(st.integers() | st.floats() | st.text(max_size=40))
def test_any_value_is_a_moment_within_reach_or_none(value: object) -> None:
    found = moment(value)
    assert found is None or EARLIEST <= found <= LATEST


def test_blank_words_are_nothing() -> None:
    assert list(said(" \n\t", at=None, speaker="me", conversation=None, ref="r")) == []


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(st.lists(VALUES, max_size=5), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_a_list_is_read_element_by_element_as_it_is(values: list[Any], encoding: str) -> None:
    data = f" {as_json(values).decode()}\n".encode(encoding)
    assert list(JsonText(data).elements()) == values


@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=5))
def test_an_object_is_read_member_by_member_as_it_is(values: dict[str, Any]) -> None:
    document = JsonText(as_json(values))
    assert {name: document.member(name) for name in document.members} == values
    for name, value in values.items():
        assert list(document.elements(name)) == (value if isinstance(value, list) else [])


@pytest.mark.parametrize(
    "data",
    [b"[1", b"[1,]", b"[1 2]", b"[1] x", b"[", b'["\xe9"]', b"[\xff]", b"[" * 100_000, b"[1" + b"0" * 5_000 + b"]"],
)
def test_a_list_that_breaks_off_is_told(data: bytes) -> None:
    document = JsonText(data)
    with pytest.raises(Unreadable):
        list(document.elements())


@pytest.mark.parametrize(
    "data", [b"{", b'{"a"', b'{"a":', b'{"a":1,}', b"{1:2}", b'{"a":[1}', b'{"a":1} x', b'{"a" 1}']
)
def test_an_object_that_breaks_off_is_told(data: bytes) -> None:
    with pytest.raises(Unreadable):
        JsonText(data)


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"\x89PNG\r\n", b"7", b'"x"', b"[]", b"{}", b"[[[]]]", b'[{"a": 1}]', b'{"results": []}']
)
def test_what_is_no_export_is_refused(data: bytes) -> None:
    with pytest.raises(NotAnExport, match="Cairn reads the exports of"):
        list(read(data))
