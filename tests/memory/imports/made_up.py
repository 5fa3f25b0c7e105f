"""Exports as other programs write them, of conversations that nobody had."""

import io
import json
import zipfile
from typing import Any

ASKED = 1_700_000_000.25
"""14 November 2023, 22:13:20.25 UTC."""


def node(
    key: str, parent: str | None, role: str, *parts: Any, at: float | None = ASKED, **message: Any
) -> dict[str, Any]:
    """A node of ChatGPT's tree."""
    kind = "text" if all(isinstance(part, str) for part in parts) else "multimodal_text"
    content = {"content_type": kind, "parts": list(parts)}
    said = {"id": key, "author": {"role": role}, "create_time": at, "content": content, "weight": 1.0, **message}
    return {"id": key, "message": said, "parent": parent, "children": []}


def chatgpt() -> list[dict[str, Any]]:
    """One conversation: hidden and system nodes, a picture, a call of a tool, an answer made twice."""
    nodes = [
        {"id": "root", "message": None, "parent": None, "children": ["s"]},
        node("s", "root", "system", "", at=None),
        node("h", "s", "user", "About me: x", metadata={"is_visually_hidden_from_conversation": True}),
        node("q", "h", "user", {"content_type": "image_asset_pointer", "asset_pointer": "x"}, "Is this a thistle? 🌵"),
        node("old", "q", "assistant", "No, a rose.", at=ASKED + 5),
        node("call", "q", "assistant", "search('thistle')", recipient="browser"),
        node("tool", "call", "tool", "ten results"),
        node("new", "tool", "assistant", "Yes, a thistle\ue200cite\ue202turn0search1\ue201.", at=ASKED + 9),
        node("voice", "new", "user", {"content_type": "audio_transcription", "text": "Thanks, Zé"}, at=None),
    ]
    tree = {one["id"]: one for one in nodes}
    return [
        {"title": "Plants", "create_time": ASKED, "mapping": tree, "current_node": "voice", "conversation_id": "c-1"}
    ]


def claude() -> list[dict[str, Any]]:
    at = "2024-03-05T10:00:00.123456Z"
    messages = [
        {"uuid": "m1", "sender": "human", "text": "I moved to Porto.", "content": [], "created_at": at},
        {
            "uuid": "m2",
            "sender": "assistant",
            "text": "Hmm.\n\nHow nice.",
            "content": [
                {"type": "thinking", "thinking": "Hmm."},
                {"type": "text", "text": "How nice."},
                {"type": "tool_use", "name": "x", "input": {}},
            ],
            "created_at": "2024-03-05T10:00:05Z",
        },
        {"uuid": "m3", "sender": "human", "text": "", "content": [{"type": "text", "text": "  "}], "created_at": at},
    ]
    return [{"uuid": "c-2", "name": "Moving", "created_at": at, "chat_messages": messages}]


def mem0() -> dict[str, Any]:
    return {
        "results": [
            {
                "id": "a1",
                "memory": "Is allergic to peanuts",
                "hash": "0f",
                "metadata": {"source": "chat"},
                "categories": ["health"],
                "created_at": "2024-07-01T10:00:00.5-07:00",
                "updated_at": None,
                "user_id": "ana",
            },
            {"id": "a2", "memory": "Plays the oboe", "created_at": "0001-01-01T00:00:00Z"},
        ],
        "relations": [],
    }


NOTE = """---
title: Boiler
date: 2024-02-03
tags: [home, repairs]
---

# Service

Rui comes every March.

## Codes

```
# not a heading
F28
```
"""

NOTES = {
    "Notes/Boiler.md": NOTE.encode(),
    "Notes/2023-05-06 Walk.md": b"Saw a heron.\r\n",
    "Notes/caf\u00e9.md": "A tarte de Tânia".encode("cp1252"),
    "Notes/.obsidian/workspace.json": b'{"main": {}}',
    "Notes/photo.png": b"\x89PNG",
}


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
