"""What mem0 gives out: short statements about a person, distilled from what they said. Pure."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import Any, Final

from cairn.memory.imports.items import ASSISTANT, ME, Imported, Skipped, hashed, moment, said

_TIMES: Final = ("created_at", "updated_at")


def is_memory(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("memory"), str)


def items(value: dict[str, Any], zone: tzinfo) -> Iterator[Imported | Skipped]:
    """One statement. What its makers put beside it (categories, scores, hashes) is theirs and made anew here."""
    key, text = value.get("id"), value["memory"]
    ref = f"mem0:{key if isinstance(key, str | int) and key != '' else hashed(text, value.get('created_at'))}"
    at = next((found for name in _TIMES if (found := moment(value.get(name), zone))), None)
    run = value.get("run_id")
    thread = f"mem0:{run}" if isinstance(run, str) and run else None
    yield from said(text, at=at, speaker=_speaker(value), conversation=thread, ref=ref)


def _speaker(value: dict[str, Any]) -> str:
    metadata = value.get("metadata")
    role = value.get("role") or (metadata.get("role") if isinstance(metadata, dict) else None)
    return ASSISTANT if role == "assistant" else ME
