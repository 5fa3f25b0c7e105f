"""Text released sentence by sentence, once it is known to claim nothing."""

import re
from dataclasses import dataclass

from cairn.assistant.guard.judge import claims

_END = re.compile(r"[.!?…;。！？؛]+[\"'”’»)\]*_]*(?=\s)|\n")
_NUMBERED = re.compile(r"(?:^|\n)\s*\d{1,2}\.$")
_BULLET = re.compile(r"\s*(?:[-*•●▪◦‣–—]|\d{1,2}[.)])\s+\S")
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Passed:
    """What of a text may be shown, and how many sentences may not."""

    text: str
    held_back: int


class Guard:
    """Takes text as a model writes it and hands back what may be shown.

    Attributes:
        held_back: How many sentences were held back so far.
    """

    def __init__(self) -> None:
        self.held_back = 0
        self._waiting = ""
        self._before = ""
        self._listing = False

    def feed(self, words: str) -> str:
        """Take the next words; returns the sentences that are whole and claim nothing."""
        self._waiting += words
        released = ""
        while (cut := self._cut()) is not None:
            sentence, self._waiting = self._waiting[:cut], self._waiting[cut:]
            released += self._judge(sentence)
        return released

    def close(self) -> str:
        """The last sentence, if it may be shown."""
        sentence, self._waiting = self._waiting, ""
        return self._judge(sentence)

    def _cut(self) -> int | None:
        for end in _END.finditer(self._waiting):
            if not _NUMBERED.search(self._waiting[: end.end()]):
                return end.end()
        return LONGEST if len(self._waiting) > LONGEST else None

    def _judge(self, sentence: str) -> str:
        if not sentence.strip():
            return sentence
        # What was listed under a claim ("Here is what I did:") is part of it.
        if self._listing and _BULLET.match(sentence):
            self.held_back += 1
            return ""
        before, self._before = self._before, sentence
        self._listing = False
        if claims(sentence) or _across(before, sentence):
            self.held_back += 1
            self._listing = sentence.rstrip().endswith(":")
            self._before = ""
            return ""
        return sentence


def _across(before: str, sentence: str) -> bool:
    """Whether a claim was cut in two: "I've… set that up"."""
    start = before.strip().rstrip(".!…; \n")
    if not start or before.rstrip().endswith("?") or len(start.split()) > 4 or claims(start):
        return False
    return claims(f"{start} {sentence.strip()}")


def passed(text: str) -> Passed:
    """A whole text, judged at once."""
    guard = Guard()
    shown = guard.feed(text) + guard.close()
    return Passed(re.sub(r"[ \t]{2,}", " ", re.sub(r"\n{3,}", "\n\n", shown)).strip(), guard.held_back)
