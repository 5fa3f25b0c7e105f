"""Which older memories a new one says otherwise. Soft: search shows the newer above the older, and hides nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
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

Changes = tuple[Memory, Update]
"""A newer memory, with what it changes of an older one."""

OVER = "ended"
"""The kind of an update that gives no other value."""


@dataclass(frozen=True, slots=True)
class Near:
    """A memory with those that share the most words with it, and what is known to be updates of these."""

    memory: Memory
    others: Sequence[UUID]

    def with_updates(self, since: Mapping[UUID, Sequence[UUID]]) -> "Near":
        """Beside each what is known to update it: it may be changed in turn, in words that it doesn't share."""
        more = dict.fromkeys(newer for other in self.others for newer in since.get(other, ()))
        others = dict.fromkeys(self.others) | more
        return Near(self.memory, [other for other in others if other != self.memory.id])


def nearest(memories: Iterable[Memory], words: Words) -> list[Near]:
    """For each memory the others of which it may be an update, or they of it."""
    found = []
    for memory in memories:
        best = match(terms_of(_said(memory)), words.kept).best(NEAREST + 1)
        others = [other for other in (words.id_at(row) for row in best.tolist()) if other != memory.id]
        found.append(Near(memory, others[:NEAREST]))
    return found


def _said(memory: Memory) -> str:
    """What a memory says, without what it asks or what only may be: others ask with the same words."""
    clauses = read(memory.text, memory.language).clauses
    return " ".join(one.text for one in clauses if not (one.asks or one.is_maybe)) or memory.text


def pairs(near: Iterable[Near], known: dict[UUID, Memory], words: Words) -> list[Pair]:
    """Those of which one updates the other, the older first. A person's words update their own only."""
    rarity = rarity_in(words)
    found: list[Pair] = []
    for one in near:
        mine = read(one.memory.text, one.memory.language)
        theirs = [(each, read(each.text, each.language)) for each in _comparable(one, known)]
        before: list[Changed] = []
        between: list[tuple[Memory, Reading]] = []
        after: list[Changes] = []
        for other, reading in theirs:
            if other.occurred_at > one.memory.occurred_at:
                update = judge(mine, reading, rarity=rarity)
                if update is not None:
                    found.append((one.memory.id, other.id, update.confidence))
                    after.append((other, update))
                continue
            update = judge(reading, mine, rarity=rarity)
            if update is None:
                between.append((other, reading))
            else:
                found.append((other.id, one.memory.id, update.confidence))
                before.append((other, reading, update))
        found += [(other, one.memory.id, sure) for other, sure in _changed_before(before, between, rarity)]
        found += _one_after_another(after)
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
            if step and _change_the_same(step, update):
                yield other.id, min(step.confidence, update.confidence)


def _one_after_another(after: Sequence[Changes]) -> Iterator[Pair]:
    """Of what changes the same of one older memory, the later changes the earlier in turn."""
    for (older, was), (newer, now) in combinations(sorted(after, key=lambda pair: pair[0].occurred_at), 2):
        if _change_the_same(was, now) and older.occurred_at != newer.occurred_at:
            yield older.id, newer.id, min(was.confidence, now.confidence)


def _change_the_same(one: Update, other: Update) -> bool:
    return one.was == other.was and (one.kind == other.kind or OVER in (one.kind, other.kind))


def rarity_in(words: Words) -> Callable[[str], float]:
    """Of a stem: 1 when at most one memory has it, 0 when all do."""
    numbers, counts = np.unique(words.kept.hashes, return_counts=True)
    often = dict(zip(numbers.tolist(), counts.tolist(), strict=True))
    memories = len(words.kept.lengths)

    def rarity(stem: str) -> float:
        found = min(often.get(crc32(stem.encode()), 0), memories)
        return min(1.0, log((memories + 1) / (found + 1)) / log((memories + 1) / 2)) if memories > 1 else 1.0

    return rarity
