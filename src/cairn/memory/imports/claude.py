"""What Claude's data export holds: conversations as lists of messages. Pure."""

from collections.abc import Iterator
from typing import Any, Final

from cairn.memory.imports.items import ASSISTANT, ME, Imported, Skipped, hashed, moment, said

_SPEAKERS: Final = {"human": ME, "assistant": ASSISTANT}


def is_conversation(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("chat_messages"), list)


def items(conversation: dict[str, Any]) -> Iterator[Imported | Skipped]:
    """What was said in one conversation."""
    messages: list[Any] = conversation["chat_messages"]
    name = conversation.get("uuid")
    thread = f"claude:{name if isinstance(name, str) else hashed(conversation.get('created_at'), messages[:1])}"
    at = moment(conversation.get("created_at"))
    for place, message in enumerate(messages):
        speaker = _SPEAKERS.get(str(message.get("sender"))) if isinstance(message, dict) else None
        if speaker is None:
            yield Skipped(f"{thread}:{place}")
            continue
        at = moment(message.get("created_at")) or at
        key = message.get("uuid")
        ref = f"{thread}:{key if isinstance(key, str) else place}"
        yield from said(_text(message), at=at, speaker=speaker, conversation=thread, ref=ref)


def _text(message: dict[str, Any]) -> str:
    """The blocks of text; older exports have the text alone. Thinking and calls of tools are nobody's words."""
    content = message.get("content")
    blocks = content if isinstance(content, list) else []
    words = [block["text"] for block in blocks if _is_text(block)]
    text = message.get("text")
    return "\n\n".join(words) or (text if isinstance(text, str) and not blocks else "")


def _is_text(block: Any) -> bool:
    return (
        isinstance(block, dict)
        and block.get("type") == "text"
        and isinstance(block.get("text"), str)
        and bool(block["text"].strip())
    )
