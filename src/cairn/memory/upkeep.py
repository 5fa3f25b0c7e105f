"""What is done to memories by night: repeats become one, trifles fade, everybody comes to the chosen model, and what
was given up is taken up again.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import text

from cairn.memory import index, making
from cairn.memory.facts import by_model
from cairn.memory.facts import repository as facts
from cairn.memory.index import Chore
from cairn.memory.messages import EmbedMemories, ForgetCondemned, LearnFacts
from cairn.memory.rules import IMPORTANCE
from cairn.platform.messages import Job
from cairn.platform.work import UnitOfWork

HALF_LIFE = timedelta(days=180)
"""After which something said in passing matters half as much."""

LEAST = 0.1
SHORTEST_REPEAT = 12
"""Bytes of stems, three words, from which a memory can be a repeat: "yes please" is said about many things."""

DOES: dict[Chore, type[Job]] = {
    "words": EmbedMemories,
    "vector": EmbedMemories,
    "tokens": EmbedMemories,
    "learn": LearnFacts,
    "forget": ForgetCondemned,
}
"""Which job does a chore. One that a language model does has its days, and is asked for by its own rules."""

# The same words by the same person: the latest stays, and points at nothing; the others point at it.
_REPEATS = text(
    """
with said as (
    select m.id, first_value(m.id) over (
        partition by w.stems, m.speaker, m.kind order by m.pinned_at nulls last, m.occurred_at desc, m.id desc
    ) as latest
    from memory_words w join memories m on m.user_id = w.user_id and m.id = w.memory_id
    where w.user_id = :user_id and w.searched and octet_length(w.stems) >= :shortest
)
update memories m set same_as = said.latest from said
where m.user_id = :user_id and m.id = said.id and said.id <> said.latest
returning m.id
"""
)
_REOPEN = text(
    "update memories set same_as = null where user_id = :user_id and same_as = any(cast(:ids as uuid[])) returning id"
)
# What it matters now follows from its age alone, so that a night that is missed or doubled changes nothing.
_FADE = text(
    """
update memories m set importance = e.importance
from (
    select id, greatest(:least, :base * power(0.5, extract(epoch from :now - occurred_at) / :half_life)) as importance
    from memories
    where user_id = :user_id and kind = any(cast(:kinds as text[])) and pinned_at is null and occurred_at < :now
        and not exists (select from fact_tellings t where t.user_id = :user_id and t.memory_id = memories.id)
) e
where m.user_id = :user_id and m.id = e.id and abs(m.importance - e.importance) > 0.02
returning m.id
"""
)


async def tend(work: UnitOfWork) -> None:
    """A person's memories, once a night; doing it twice changes nothing.

    What still waits is asked for again: the job that was to do it may have been tried too often and laid aside.
    """
    await facts.lock(work)
    if await merge_repeats(work) + await fade(work):
        await index.changed(work)
    jobs = {DOES[chore] for chore in await index.asked(work) if chore in DOES}
    if await making.bring_over(work):
        jobs.add(EmbedMemories)
    for job in sorted(jobs, key=lambda job: job.name):
        work.enqueue(job(user_id=work.user_id))
    await by_model.tend(work)


async def merge_repeats(work: UnitOfWork) -> int:
    """Let what was said again in the same words be found once, under its latest date. Nothing is lost by it."""
    repeats = list(await work.session.scalars(_REPEATS, {"user_id": work.user_id, "shortest": SHORTEST_REPEAT}))
    await index.refresh(work, repeats)
    return len(repeats)


async def stand_again(work: UnitOfWork, gone: Sequence[UUID]) -> None:
    """What was a repeat of memories that go stands for itself again."""
    freed = list(await work.session.scalars(_REOPEN, {"user_id": work.user_id, "ids": list(gone)}))
    if freed:
        await index.refresh(work, freed)


async def fade(work: UnitOfWork) -> int:
    """Let what was said in passing, and is no fact, matter less as it grows old."""
    arguments = {
        "user_id": work.user_id,
        "kinds": ["episode", "thought"],
        "base": IMPORTANCE["episode"],
        "least": LEAST,
        "now": work.now,
        "half_life": HALF_LIFE.total_seconds(),
    }
    return len((await work.session.execute(_FADE, arguments)).all())
