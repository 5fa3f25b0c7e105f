"""Long conversations with questions whose answers are known to lie in certain turns (LoCoMo, Maharana et al. 2024)."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "memory" / "locomo_dev.json"

UNANSWERABLE = 5
KINDS = {1: "several places", 2: "time", 3: "inference", 4: "one place", UNANSWERABLE: "never said so"}


@dataclass(frozen=True, slots=True)
class Turn:
    source: str
    speaker: str
    text: str
    conversation: str
    said: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the places of the turns that answer it."""

    question: str
    evidence: frozenset[int]
    category: int


@dataclass(frozen=True, slots=True)
class Talk:
    """What two people said to each other over months."""

    name: str
    speakers: tuple[str, str]
    turns: list[Turn]
    asked: list[Asked]


def talks(path: Path = DATA) -> list[Talk]:
    """All of a file; questions without evidence are left out."""
    return [_talk(sample) for sample in json.loads(path.read_text(encoding="utf-8"))]


def named(arguments: Sequence[str]) -> list[Talk]:
    """The talks that a command line names: by a file, and by how many of it; none where the file isn't there."""
    files = [Path(one) for one in arguments if not one.isdigit()]
    most = next((int(one) for one in arguments if one.isdigit()), None)
    path = files[0] if files else DATA
    if not path.is_file():
        print("skipped: the conversations are not beside the repository (../shared/data/memory)")
        return []
    return talks(path)[:most]


def _talk(sample: dict[str, Any]) -> Talk:
    told = sample["conversation"]
    turns: list[Turn] = []
    number = 1
    while f"session_{number}_date_time" in told:
        said = datetime.strptime(told[f"session_{number}_date_time"], "%I:%M %p on %d %B, %Y").replace(tzinfo=UTC)
        for turn in told.get(f"session_{number}", []):
            shown = f" [photo: {turn['blip_caption']}]" if turn.get("blip_caption") else ""
            turns.append(Turn(turn["dia_id"], turn["speaker"], f"{turn['text']}{shown}", f"session {number}", said))
        number += 1
    places = {turn.source: place for place, turn in enumerate(turns)}
    asked = [
        Asked(one["question"], evidence, one["category"])
        for one in sample["qa"]
        if (evidence := _evidence(one["evidence"], places))
    ]
    return Talk(sample["sample_id"], (told["speaker_a"], told["speaker_b"]), turns, asked)


def _evidence(written: list[str], places: dict[str, int]) -> frozenset[int]:
    """The places of evidence, which is written by hand: `D8:6; D9:17`, `D:11:26`, `D30:05`."""
    found = re.findall(r"D:?(\d+):0*(\d+)", " ".join(written))
    sources = {f"D{session}:{turn}" for session, turn in found}
    return frozenset(places[source] for source in sources if source in places)
