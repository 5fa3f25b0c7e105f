"""What ChatGPT's data export holds: conversations as trees of messages, read along one path. Pure."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cairn.memory.imports.items import ASSISTANT, ME, Imported, Skipped, hashed, moment, said

_SPEAKERS: Final = {"user": ME, "assistant": ASSISTANT}
_WORDS: Final = {"text", "multimodal_text"}
# References to search results, between characters that no keyboard has.
_CITATION: Final = re.compile("\ue200[^\ue200\ue201]*\ue201")


def is_conversation(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("mapping"), dict)


def items(conversation: dict[str, Any]) -> Iterator[Imported | Skipped]:
    """What was said in one conversation, along the path that was read last: an answer that was made again, or a
    question that was put again, counts once.
    """
    mapping: dict[str, Any] = conversation["mapping"]
    name = conversation.get("conversation_id") or conversation.get("id")
    thread = f"chatgpt:{name if isinstance(name, str) else hashed(*sorted(mapping))}"
    at = moment(conversation.get("create_time"))
    for key in _path(mapping, conversation.get("current_node")):
        message = mapping[key].get("message")
        if message is None:
            continue
        ref = f"{thread}:{key}"
        if not isinstance(message, dict) or not isinstance(message.get("author"), dict):
            yield Skipped(ref)
            continue
        speaker = _SPEAKERS.get(str(message["author"].get("role")))
        if speaker is None or _is_hidden(message):
            continue
        at = moment(message.get("create_time")) or at
        yield from said(_text(message["content"]), at=at, speaker=speaker, conversation=thread, ref=ref)


def _path(mapping: Mapping[str, Any], current: Any) -> list[str]:
    """The nodes from the root to the one that was read last; to the newest end if none is named."""
    node = current if isinstance(current, str) and current in mapping else _newest_end(mapping)
    path: dict[str, None] = {}
    while isinstance(node, str) and node not in path and isinstance(mapping.get(node), dict):
        path[node] = None
        node = mapping[node].get("parent")
    return list(reversed(path))


def _newest_end(mapping: Mapping[str, Any]) -> str | None:
    nodes = {key: node for key, node in mapping.items() if isinstance(node, dict)}
    parents = {parent for node in nodes.values() if isinstance(parent := node.get("parent"), str)}
    ends = [key for key in nodes if key not in parents]
    return max(ends, key=lambda key: _seconds(nodes[key].get("message")), default=None)


def _seconds(message: Any) -> float:
    at = moment(message.get("create_time")) if isinstance(message, dict) else None
    return at.timestamp() if at else float("-inf")


def _is_hidden(message: dict[str, Any]) -> bool:
    """Whether nobody read it as a message: instructions, calls of tools, thinking aloud."""
    metadata, content = message.get("metadata"), message.get("content")
    if isinstance(metadata, dict) and metadata.get("is_visually_hidden_from_conversation"):
        return True
    if message.get("weight") == 0 or message.get("recipient") not in (None, "all"):
        return True
    return not isinstance(content, dict) or str(content.get("content_type")) not in _WORDS


def _text(content: dict[str, Any]) -> str:
    parts = content.get("parts")
    words = [_words(part) for part in parts] if isinstance(parts, list) else []
    return _CITATION.sub("", "\n\n".join(word for word in words if word.strip()))


def _words(part: Any) -> str:
    """A part's words: written, or spoken and transcribed. A picture has none."""
    if isinstance(part, dict) and part.get("content_type") == "audio_transcription":
        part = part.get("text")
    return part if isinstance(part, str) else ""
