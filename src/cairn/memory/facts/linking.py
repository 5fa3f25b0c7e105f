"""Which older memories a new one says otherwise. Soft: search shows the newer above the older, and hides nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from uuid import UUID
from zlib import crc32

import numpy as np

from cairn.memory.facts.clauses import Reading, read
from cairn.memory.facts.updates import Update, judge
from cairn.memory.models import Memory
from cairn.memory.ranking.bm25 import match
from cairn.memory.ranking.words import terms_of
from cairn.memory.retrieval import Words

NEAREST = 20
"""How many memories that share words are looked at for each new one."""

Pair = tuple[UUID, UUID, float]
"""The older, the newer, and how sure it is."""

Changed = tuple[Memory, Reading, Update]
"""An older memory, as it was read, with what a newer one changes of it."""

OVER = "ended"
"""The kind of an update that gives no other value."""


@dataclass(frozen=True, slots=True)
class Near:
    """A memory with those that share the most words with it."""

    memory: Memory
    others: Sequence[UUID]


def nearest(memories: Iterable[Memory], words: Words) -> list[Near]:
    """For each memory the others of which it may be an update, or they of it."""
    found = []
    for memory in memories:
        best = match(terms_of(memory.text), words.kept).best(NEAREST + 1)
        others = [other for other in (words.id_at(row) for row in best.tolist()) if other != memory.id]
        found.append(Near(memory, others[:NEAREST]))
    return found


def pairs(near: Iterable[Near], known: dict[UUID, Memory], words: Words) -> list[Pair]:
    """Those of which one updates the other, the older first. A person's words update their own only."""
    rarity = rarity_in(words)
    found: list[Pair] = []
    for one in near:
        mine = read(one.memory.text, one.memory.language)
        theirs = [(each, read(each.text, each.language)) for each in _comparable(one, known)]
        before: list[Changed] = []
        between: list[tuple[Memory, Reading]] = []
        for other, reading in theirs:
            if other.occurred_at > one.memory.occurred_at:
                update = judge(mine, reading, rarity=rarity)
                if update is not None:
                    found.append((one.memory.id, other.id, update.confidence))
                continue
            update = judge(reading, mine, rarity=rarity)
            if update is None:
                between.append((other, reading))
            else:
                found.append((other.id, one.memory.id, update.confidence))
                before.append((other, reading, update))
        found += [(other, one.memory.id, sure) for other, sure in _changed_before(before, between, rarity)]
    return found


def _comparable(one: Near, known: dict[UUID, Memory]) -> list[Memory]:
    others = (known[each] for each in one.others if each in known)
    mine = one.memory
    return [other for other in others if other.speaker == mine.speaker and other.occurred_at != mine.occurred_at]


def _changed_before(
    before: Sequence[Changed], between: Sequence[tuple[Memory, Reading]], rarity: Callable[[str], float]
) -> Iterator[tuple[UUID, float]]:
    """Of what was said between: what had changed the same of the same, so that the newer one changes it in turn."""
    for older, was, update in before:
        for other, reading in between:
            step = judge(was, reading, rarity=rarity) if other.occurred_at > older.occurred_at else None
            if step and step.was == update.was and (step.kind == update.kind or OVER in (step.kind, update.kind)):
                yield other.id, min(step.confidence, update.confidence)


def rarity_in(words: Words) -> Callable[[str], float]:
    """Of a stem: 1 when at most one memory has it, 0 when all do."""
    numbers, counts = np.unique(words.kept.hashes, return_counts=True)
    often = dict(zip(numbers.tolist(), counts.tolist(), strict=True))
    memories = len(words.kept.lengths)

    def rarity(stem: str) -> float:
        found = min(often.get(crc32(stem.encode()), 0), memories)
        return min(1.0, log((memories + 1) / (found + 1)) / log((memories + 1) / 2)) if memories > 1 else 1.0

    return rarity
