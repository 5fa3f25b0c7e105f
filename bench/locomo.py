"""Does search find the turns that answer a question? Measured over the rules alone, then sign by sign.

One person per conversation, both speakers in their memory, as an import would bring it. Every parameter is the one
that Cairn ships with; the table also shows what each sign is worth by leaving it out.

Run: `python -m bench.locomo`, or `python -m bench.locomo FILE`. The data lies beside the repository.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from bench.conversations import DATA, KINDS, UNANSWERABLE, Asked, Talk, talks
from cairn.memory.embedder.minilm import MiniLM, Read
from cairn.memory.ranking import bm25, candidates, order
from cairn.memory.ranking.confidence import ANSWERED, confidence
from cairn.memory.ranking.context import context_of
from cairn.memory.ranking.order import RULES, Candidates, Placed, Rules
from cairn.memory.ranking.question import Question, ask
from cairn.memory.ranking.tokens import BYTES, signs
from cairn.memory.ranking.words import hashes_of, packed

Scores = NDArray[np.float64]
NAMES = ("recall@5", "recall@10", "recall@20", "recall@50", "nDCG@10", "MRR@10")


@dataclass(frozen=True, slots=True)
class Memory:
    """A talk as it is kept: a row per turn in each."""

    talk: Talk
    kept: bm25.Kept
    vectors: NDArray[np.float32]
    bits: Sequence[NDArray[np.uint8]]
    conversations: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Looked:
    """A question with what was looked at for it."""

    memory: int
    asked: Asked
    question: Question
    matches: bm25.Matches
    found: Candidates


def keep(model: MiniLM, talk: Talk, contexts: Callable[[Talk, int], str]) -> Memory:
    texts = [turn.text for turn in talk.turns]
    reads = model.read(texts, [contexts(talk, place) for place in range(len(texts))])
    return Memory(
        talk,
        bm25.Kept.of([packed(hashes_of(text)) for text in texts]),
        model.embed(texts),
        [signs(read.tokens) for read in reads],
        candidates.numbered([turn.conversation for turn in talk.turns]),
    )


def turns_before(talk: Talk, place: int) -> str:
    turn = talk.turns[place]
    before = [one.text for one in talk.turns[max(place - 9, 0) : place] if one.conversation == turn.conversation]
    return context_of(before, turn.text)


def alone(talk: Talk, place: int) -> str:
    return ""


def look(model: MiniLM, memories: Sequence[Memory]) -> list[Looked]:
    """Every question with its candidates."""
    return [
        look_for(number, memory, asked, _question(model, memory.talk, asked.question))
        for number, memory in enumerate(memories)
        for asked in memory.talk.asked
    ]


def _question(model: MiniLM, talk: Talk, text: str) -> Question:
    asked = ask(text, talk.speakers)
    read: Read = model.read([asked.text])[0]
    return Question.read(asked, read.vector, read.tokens, read.spans)


def look_for(number: int, memory: Memory, asked: Asked, question: Question) -> Looked:
    matches = bm25.match(question.asked.terms, memory.kept)
    assert question.vector is not None
    cosines = (memory.vectors @ question.vector).astype(np.float64)
    nearest = np.argsort(-cosines, kind="stable")[: candidates.FOUND]
    places = candidates.choose(matches.best(candidates.FOUND), nearest, memory.conversations)
    return Looked(number, asked, question, matches, _rows(memory, places, cosines))


def _rows(memory: Memory, places: candidates.Places, cosines: Scores) -> Candidates:
    turns = [memory.talk.turns[place] for place in places]
    bits = [memory.bits[place] for place in places]
    return Candidates(
        ids=[UUID(int=int(place)) for place in places],
        places=places,
        texts=[turn.text for turn in turns],
        speakers=[turn.speaker for turn in turns],
        conversations=memory.conversations[places],
        said=[turn.said.date() for turn in turns],
        cosines=cosines[places],
        bits=np.concatenate([*bits, np.empty((0, BYTES), np.uint8)]),
        token_counts=np.array([len(one) for one in bits], np.int64),
    )


def measures(ranked: Sequence[int], evidence: frozenset[int]) -> list[float]:
    """The figures of `NAMES` for one question."""
    hits = np.array([place in evidence for place in ranked[:50]] + [False] * 50, float)[:50]
    discounts = 1 / np.log2(np.arange(2, 12))
    ideal = float(discounts[: len(evidence)].sum())
    first = np.flatnonzero(hits[:10])
    recalls = [float(hits[:most].sum()) / len(evidence) for most in (5, 10, 20, 50)]
    return [*recalls, float(hits[:10] @ discounts) / ideal, 1 / (int(first[0]) + 1) if len(first) else 0.0]


Ranking = Callable[[Looked], list[Placed]]


def by_rules(rules: Rules, one: Looked) -> list[Placed]:
    return order.order(one.question, one.found, one.matches, rules)


def table(looked: Sequence[Looked], ranking: Ranking) -> Scores:
    """A row of figures for each question."""
    return np.array([measures([placed.place for placed in ranking(one)], one.asked.evidence) for one in looked])


def row(name: str, figures: Scores) -> str:
    return f"| {name} | {' | '.join(f'{value:.3f}' for value in figures.mean(axis=0))} |"


def report(looked: Sequence[Looked], memories: Sequence[Memory]) -> None:
    categories = np.array([one.asked.category for one in looked])
    answerable = categories != UNANSWERABLE
    figures = table(looked, partial(by_rules, RULES))
    print(f"| questions | {' | '.join(NAMES)} |\n|---|{'---|' * len(NAMES)}")
    print(row(f"all that can be answered ({answerable.sum()})", figures[answerable]))
    for category, kind in KINDS.items():
        print(row(f"{category}: {kind} ({(categories == category).sum()})", figures[categories == category]))
    owners = np.array([one.memory for one in looked])
    for number, memory in enumerate(memories):
        print(row(memory.talk.name, figures[answerable & (owners == number)]))

    print(f"\n| without | {' | '.join(NAMES)} |\n|---|{'---|' * len(NAMES)}")
    for field in fields(Rules):
        without = replace(RULES, **{field.name: 0.0})
        print(row(field.name, table(looked, partial(by_rules, without))[answerable]))
    sizes = [len(one.found.ids) for one in looked]
    print(f"\n{np.mean(sizes):.0f} candidates a question, {max(sizes)} at most")


def answered(looked: Sequence[Looked], memories: Sequence[Memory]) -> None:
    """How well the score tells questions that are answered from those that are not.

    The latter are about what the other speaker said (category 5), and what is asked about somebody else's life: each
    question once more, of the next talk, with its speakers put in the place of the other's.
    """
    sure = np.array([confidence(by_rules(RULES, one)) for one in looked])
    categories = np.array([one.asked.category for one in looked])
    known = sure[categories != UNANSWERABLE]
    elsewhere = [confidence(by_rules(RULES, _moved(one, memories))) for one in looked if one.asked.category != 5]
    print(f"\n| not answered | AUC | refused below {ANSWERED} |\n|---|---|---|")
    for name, strange in (
        ("said by the other", sure[categories == UNANSWERABLE]),
        ("another life", np.array(elsewhere)),
    ):
        above = (known[:, None] > strange).mean() + (known[:, None] == strange).mean() / 2
        print(f"| {name} ({len(strange)}) | {above:.3f} | {(strange < ANSWERED).mean():.2f} |")
    print(f"\nkept of those that are answered ({len(known)}): {(known >= ANSWERED).mean():.3f}")


def _moved(one: Looked, memories: Sequence[Memory]) -> Looked:
    number = (one.memory + 1) % len(memories)
    here, there = memories[one.memory].talk.speakers, memories[number].talk.speakers
    speakers = frozenset(there[here.index(name)] for name in one.question.asked.speakers)
    question = replace(one.question, asked=replace(one.question.asked, speakers=speakers))
    return look_for(number, memories[number], one.asked, question)


def speed(looked: Sequence[Looked], memories: Sequence[Memory]) -> None:
    """What the rules themselves take, in milliseconds of the processor, so that a busy machine changes little."""
    spent = []
    for one in looked[::5]:
        began = thread_time()
        bm25.match(one.question.asked.terms, memories[one.memory].kept)
        order.order(one.question, one.found, one.matches)
        spent.append(1000 * (thread_time() - began))
    print(f"match and order: p50 {np.percentile(spent, 50):.1f} ms, p95 {np.percentile(spent, 95):.1f} ms")


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    if not path.is_file():
        print("skipped: the conversations are not beside the repository (../shared/data/memory)")
        return
    model = MiniLM()
    began = perf_counter()
    memories = [keep(model, talk, turns_before) for talk in talks(path)]
    print(f"{sum(len(memory.talk.turns) for memory in memories)} turns read in {perf_counter() - began:.0f} s\n")
    looked = look(model, memories)
    report(looked, memories)
    answered(looked, memories)
    speed(looked, memories)


if __name__ == "__main__":
    main()
