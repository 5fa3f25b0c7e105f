"""Which older memories a new one says otherwise. Soft: search shows the newer above the older, and hides nothing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log
from uuid import UUID
from zlib import crc32

import numpy as np

from cairn.memory.facts.clauses import read
from cairn.memory.facts.updates import judge
from cairn.memory.models import Memory
from cairn.memory.ranking.bm25 import match
from cairn.memory.ranking.words import terms_of
from cairn.memory.retrieval import Words

NEAREST = 20
"""How many memories that share words are looked at for each new one."""

Pair = tuple[UUID, UUID, float]
"""The older, the newer, and how sure it is."""


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
        for other in (known[each] for each in one.others if each in known):
            if other.speaker != one.memory.speaker or other.occurred_at == one.memory.occurred_at:
                continue
            theirs = read(other.text, other.language)
            newer_first = other.occurred_at > one.memory.occurred_at
            older, newer = (mine, theirs) if newer_first else (theirs, mine)
            update = judge(older, newer, rarity=rarity)
            if update is not None:
                ids = (one.memory.id, other.id) if newer_first else (other.id, one.memory.id)
                found.append((*ids, update.confidence))
    return found


def rarity_in(words: Words) -> Callable[[str], float]:
    """Of a stem: 1 when at most one memory has it, 0 when all do."""
    numbers, counts = np.unique(words.kept.hashes, return_counts=True)
    often = dict(zip(numbers.tolist(), counts.tolist(), strict=True))
    memories = len(words.kept.lengths)

    def rarity(stem: str) -> float:
        found = min(often.get(crc32(stem.encode()), 0), memories)
        return min(1.0, log((memories + 1) / (found + 1)) / log((memories + 1) / 2)) if memories > 1 else 1.0

    return rarity
