"""Reading with a language model, where one is configured, what the grammar found nothing in.

Many memories go in one request, of which a person's day has only so many tokens. Nothing of it is in anybody's way:
it is a job of its own, and a memory that couldn't be read yet waits and counts as unread.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import structlog

from cairn.memory import index, repository
from cairn.memory.errors import ModelSilent
from cairn.memory.facts import checking, rationing, service
from cairn.memory.facts import repository as facts
from cairn.memory.facts.extractor import Answer, Extractor, ToRead
from cairn.memory.facts.known import Source
from cairn.memory.facts.rationing import LAID_ASIDE, Asked
from cairn.memory.facts.repository import Evidence
from cairn.memory.facts.statement import Statement
from cairn.memory.messages import LearnByModel
from cairn.memory.models import Memory
from cairn.memory.settings import MemorySettings
from cairn.platform.actor import Actor
from cairn.platform.work import UnitOfWork

log = structlog.get_logger()

GATHER = timedelta(minutes=1)
"""How long what was said waits for more, so that one request reads it all."""

BATCH = 20
"""Memories in one request; half as many for each time that they were asked about in vain."""

TEXT_TOKENS = 3_000
ANSWER_TOKENS = 1_500
WORDS_AROUND = 1_500
"""Tokens of what the model is told about its task, generously."""

BYTES_PER_TOKEN = 3
AROUND_ONE = 30
"""Tokens of a memory's number, speaker and date."""

FEWEST_WORDS = 3
ROUNDS = 10
"""Requests of one job; then others get their turn."""

ALONE = 5
"""After so many times in vain a memory is asked about alone: a slow model lays nothing aside."""


def enabled(work: UnitOfWork) -> bool:
    """Whether there is a model, and anything to be spent on it."""
    settings = work.runtime.settings.of(MemorySettings)
    return settings.memory_model_tokens > 0 and work.runtime.provider(Extractor).configured


async def ask_for(work: UnitOfWork, memories: Sequence[Memory]) -> None:
    """Note what the grammar found nothing in, for the model to read. A word or two say nothing."""
    wanted = [one.id for one in memories if len(one.text.split()) >= FEWEST_WORDS]
    if wanted and enabled(work):
        await index.ask(work, wanted, "learn_by_model")
        work.enqueue(LearnByModel(user_id=work.user_id), at=work.now + GATHER)


async def tend(work: UnitOfWork) -> None:
    """By night: go on with what the day before had no tokens left for, or that failed."""
    if not enabled(work):
        await rationing.drop(work)
    elif await rationing.is_anything_left(work):
        work.enqueue(LearnByModel(user_id=work.user_id))


@dataclass(frozen=True, slots=True)
class Batch:
    """What goes into one request, and what was counted for it."""

    memories: Sequence[Memory]
    told: Sequence[ToRead]
    waiting: Sequence[index.Waiting]
    tokens: int

    @property
    def ids(self) -> list[UUID]:
        return [memory.id for memory in self.memories]


async def learn(actor: Actor) -> bool:
    """Read what waits, as far as the day allows. True when some is left that may be read now.

    Raises:
        ModelSilent: there was no answer; it is asked again later.
    """
    for _ in range(ROUNDS):
        async with actor.work() as work:
            batch = await _begin(work)
        if batch is None:
            return False
        answer = await actor.runtime.provider(Extractor).extract(actor, batch.told, ANSWER_TOKENS)
        read = checking.statements(batch.told, answer.facts)
        async with actor.work() as work:
            await _settle(work, batch, answer, read)
        if answer.trouble:
            raise ModelSilent
    return True


async def _begin(work: UnitOfWork) -> Batch | None:
    """Choose what to ask about and count it, unless nothing waits, somebody asks already, or the day is spent."""
    if not enabled(work):
        return None
    spent = await rationing.spent(work)
    if spent.busy_until is not None and spent.busy_until > work.now:
        work.enqueue(LearnByModel(user_id=work.user_id), at=spent.busy_until)
        return None
    left = work.runtime.settings.of(MemorySettings).memory_model_tokens - spent.tokens
    room = min(TEXT_TOKENS, left - WORDS_AROUND - ANSWER_TOKENS)
    waiting = _fitting(await rationing.waiting(work, BATCH), room)
    if not waiting:
        return None
    found = await repository.get_all(work, [one.id for one in waiting])
    memories = [found[one.id] for one in waiting]
    told = [
        ToRead(_cut(memory.text), memory.speaker, memory.occurred_at.astimezone(work.actor.zone)) for memory in memories
    ]
    tokens = WORDS_AROUND + ANSWER_TOKENS + sum(_tokens(one.text) for one in told)
    seconds = work.runtime.provider(Extractor).longest_seconds
    await rationing.begin(work, tokens, work.now + timedelta(seconds=seconds) + GATHER)
    return Batch(memories, told, waiting, tokens)


def _fitting(waiting: Sequence[Asked], room: int) -> list[index.Waiting]:
    """As many as may be asked about at once; in vain before, fewer."""
    chosen: list[index.Waiting] = []
    for one in waiting:
        room -= _tokens(_cut(one.memory.text))
        if room < 0 or len(chosen) >= max(BATCH >> one.tries, 1):
            break
        chosen.append(one.memory)
    return chosen


def _tokens(words: str) -> int:
    return len(words.encode()) // BYTES_PER_TOKEN + AROUND_ONE


def _cut(words: str) -> str:
    """A text as far as a request of its own can hold it."""
    most = (TEXT_TOKENS - AROUND_ONE) * BYTES_PER_TOKEN
    return words if len(words.encode()) <= most else words.encode()[:most].decode(errors="ignore")


async def _settle(work: UnitOfWork, batch: Batch, answer: Answer, read: Sequence[Sequence[Statement]]) -> None:
    await facts.lock(work)
    await rationing.end(work, 0 if answer.tokens is None else answer.tokens - batch.tokens)
    if answer.trouble:
        log.warning("memory.model_silent", trouble=answer.trouble, memories=len(batch.ids))
        if answer.trouble != "away":
            await rationing.in_vain(work, batch.ids, LAID_ASIDE if answer.trouble == "junk" else ALONE)
        return
    waits = await rationing.still(work, batch.ids)
    now = await repository.get_all(work, batch.ids)
    changed: list[UUID] = []
    for memory, statements in zip(batch.memories, read, strict=True):
        if memory.id not in waits or memory.id not in now or now[memory.id].version != memory.version:
            continue  # read by another meanwhile, forgotten or reworded
        if now[memory.id].set_aside_at is not None:
            continue
        for statement in statements:
            evidence = Evidence(memory.id, statement.quote)
            changed += await service.take(work, statement, memory.occurred_at, Source.MODEL, evidence)
    await service.announce(work, changed)
    await index.done(work, "learn_by_model", batch.waiting)
    kept = Counter(bool(statements) for statements in read)
    log.info("memory.model_read", memories=len(batch.ids), with_facts=kept[True], facts=sum(map(len, read)))
