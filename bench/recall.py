"""Does the product find the turns that answer a question? `bench.locomo` once more, through service and database.

A person per conversation, whose turns are kept in batches; then vectors, token bits and facts are made by the jobs to
the end, and every question is a search for 50. What facts close and what updates link has its say here, too.

Run: `python -m bench.recall`, or `python -m bench.recall [FILE] 1` for the first conversation only. The data lies
beside the repository.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import text

from bench.conversations import KINDS, UNANSWERABLE, Asked, Talk, named
from bench.locomo import NAMES, measures, row
from bench.people import on_a_server, person, quantile, remember, run_jobs
from cairn.app.embedded import EmbeddedPostgres
from cairn.memory import service
from cairn.memory.ranking.confidence import ANSWERED
from cairn.memory.schemas import NewMemory, SearchQuery
from cairn.memory.searching import DOUBTFUL
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime

SETTLED = (
    ("closed by facts", text("select count(*) from memories where user_id = :user_id and closed_at is not null")),
    ("told to be updates", text("select count(*) from memory_updates where user_id = :user_id")),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A question with what the product said to it."""

    asked: Asked
    ranked: Sequence[int]
    answered: float
    strange: float
    took: float

    @property
    def is_answerable(self) -> bool:
        return self.asked.category != UNANSWERABLE


async def keep(actor: Actor, talk: Talk) -> None:
    """A conversation as somebody's memory, with all that is made of it."""
    await remember(
        actor,
        [
            NewMemory(
                text=turn.text,
                occurred_at=turn.said,
                speaker=turn.speaker,
                conversation=turn.conversation,
                source_ref=turn.source,
            )
            for turn in talk.turns
        ],
    )
    await run_jobs(actor)


async def answers(actors: Sequence[Actor], every: Sequence[Talk]) -> list[Told]:
    """Every question asked of the talk it is about, and of the next one, with the names of its speakers."""
    told = []
    for number, talk in enumerate(every):
        places = {turn.source: place for place, turn in enumerate(talk.turns)}
        other = (number + 1) % len(every)
        for asked in talk.asked:
            began = perf_counter()
            found = await service.search(actors[number], SearchQuery(query=asked.question, limit=50))
            took = perf_counter() - began
            strange = 0.0
            if other != number:
                moved = _renamed(asked.question, talk.speakers, every[other].speakers)
                strange = (await service.search(actors[other], SearchQuery(query=moved))).answered
            ranked = [places[hit.memory.source_ref or ""] for hit in found.items]
            told.append(Told(asked, ranked, found.answered, strange, took))
    return told


def _renamed(question: str, here: Sequence[str], there: Sequence[str]) -> str:
    for number, name in enumerate(here):
        question = question.replace(name, f"{{{number}}}")
    for number, name in enumerate(there):
        question = question.replace(f"{{{number}}}", name)
    return question


def figures(told: Sequence[Told]) -> NDArray[np.float64]:
    return np.array([measures(one.ranked, one.asked.evidence) for one in told])


def report(told: Sequence[Told], *, several: bool) -> None:
    print(f"| questions | {' | '.join(NAMES)} |\n|---|{'---|' * len(NAMES)}")
    known = [one for one in told if one.is_answerable]
    print(row(f"all that can be answered ({len(known)})", figures(known)))
    for category, kind in KINDS.items():
        some = [one for one in told if one.asked.category == category]
        print(row(f"{category}: {kind} ({len(some)})", figures(some)))

    sure = np.array([one.answered for one in known])
    print(f"\n| not answered | AUC | refused below {ANSWERED} | below {DOUBTFUL} |\n|---|---|---|---|")
    unknown = {"said by the other": np.array([one.answered for one in told if not one.is_answerable])}
    if several:
        unknown["another life"] = np.array([one.strange for one in known])
    for name, strange in unknown.items():
        above = (sure[:, None] > strange).mean() + (sure[:, None] == strange).mean() / 2
        refused = " | ".join(f"{(strange < least).mean():.2f}" for least in (ANSWERED, DOUBTFUL))
        print(f"| {name} ({len(strange)}) | {above:.3f} | {refused} |")
    kept = ", ".join(f"{(sure >= least).mean():.3f} at {least}" for least in (ANSWERED, DOUBTFUL))
    print(f"\nkept of those that are answered ({len(sure)}): {kept}")
    took = [one.took for one in told]
    print(f"a search for 50: p50 {quantile(took, 0.5) * 1000:.1f} ms, p95 {quantile(took, 0.95) * 1000:.1f} ms")


async def measure(every: Sequence[Talk], runtime: Runtime, server: EmbeddedPostgres) -> None:
    actors = [await person(runtime, number) for number in range(len(every))]
    began = perf_counter()
    for actor, talk in zip(actors, every, strict=True):
        await keep(actor, talk)
    turns = sum(len(talk.turns) for talk in every)
    print(f"{turns} turns kept, embedded and read in {perf_counter() - began:.0f} s")
    for name, query in SETTLED:
        count = 0
        for actor in actors:
            async with actor.work() as work:
                count += await work.session.scalar(query, {"user_id": work.user_id}) or 0
        print(f"{name}: {count} ({count / turns:.2%})")
    print()
    report(await answers(actors, every), several=len(every) > 1)


def main() -> None:
    every = named(sys.argv[1:])
    if every:
        on_a_server(partial(measure, every))


if __name__ == "__main__":
    main()
