"""Memory search at a million memories of 261 people, with the question's embedding and row-level security.

People hold from 1,000 to 10,000 memories each, spread evenly over the logarithm, written in turns as it happens over
years. Texts, vectors and token bits are real for a pool of sentences and dealt out at random, since search cannot tell;
so the time is that of the product, and the order of the answers means nothing here (`bench.locomo` measures that). The
server is the embedded one as Cairn configures it; server and caller share one core while questions are timed,
after each person has asked once. Beside
each search stands a plain scan (`ilike`) of the same person's rows in the same run.

Run: `python -m bench.memory`, or with other numbers: `python -m bench.memory 26 100000` (people, memories).
"""

import asyncio
import io
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from uuid import UUID

import numpy as np
import psutil
import psycopg
from sqlalchemy import text

from bench.people import embedded, person, quantile
from bench.sentences import question, sentence
from cairn.app.embedded import EmbeddedPostgres
from cairn.memory import service
from cairn.memory.making import as_text
from cairn.memory.provider import Embedders
from cairn.memory.ranking.words import hashes_of, packed
from cairn.memory.schemas import SearchQuery
from cairn.platform.actor import Actor
from cairn.platform.ids import new_id
from cairn.platform.runtime import Runtime

PEOPLE, MEMORIES, POOL = 261, 1_000_000, 5_000
LEAST, MOST = 1_000, 10_000
QUESTIONS, OF_FEW, FEW = 600, 200, 100_000
"""How many are asked; of fewer memories than that, so many."""

PLAIN_SCAN = text("select count(*) from memories where user_id = :user_id and text ilike :word")
SIZES = ("memories", "memory_words", "memory_vectors", "memory_tokens")


@dataclass(frozen=True, slots=True)
class Pool:
    """Sentences with all that is made of them."""

    texts: Sequence[str]
    stems: Sequence[bytes]
    vectors: Sequence[str]
    bits: Sequence[bytes]


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    memories = int(sys.argv[2]) if len(sys.argv) > 2 else MEMORIES
    place = Path(tempfile.mkdtemp(prefix="cairn-bench-"))
    place.chmod(0o755)  # the server's own system user must get through
    try:
        with EmbeddedPostgres(place / "data") as server:
            asyncio.run(measure(server, place, people, memories))
    finally:
        shutil.rmtree(place, ignore_errors=True)


async def measure(server: EmbeddedPostgres, place: Path, people: int, memories: int) -> None:
    async with embedded(server, place) as runtime:
        actors = [await person(runtime, number) for number in range(people)]
        held = sizes(people, memories)
        pool = await made(runtime, min(POOL, memories // 10))
        await asyncio.to_thread(fill, server.urls().owner, [actor.user_id for actor in actors], held, pool)
        on_one_core()
        await report(actors, held, server.urls().owner)


def sizes(people: int, memories: int) -> list[int]:
    """How many memories each has: log-uniform, brought to the total."""
    drawn = np.exp(np.linspace(np.log(LEAST), np.log(MOST), people))
    return [int(size) for size in drawn * memories / drawn.sum()]


async def made(runtime: Runtime, most: int) -> Pool:
    rng = random.Random(7)
    texts = [sentence(rng, number) for number in range(most)]
    local = runtime.provider(Embedders).local
    began = perf_counter()
    vectors = as_text(await local.embed(texts))
    print(f"{most / (perf_counter() - began):.0f} texts embedded a second")
    bits = await local.token_bits(texts, [""] * len(texts))
    return Pool(texts, [packed(hashes_of(one, "en")) for one in texts], vectors, bits)


def fill(url: str, people: Sequence[UUID], held: Sequence[int], pool: Pool) -> None:
    """Write everybody's memories in turns of 50, as the product's tables hold them."""
    with psycopg.connect(url, autocommit=True) as owner:
        model = owner.execute(
            "insert into embedding_models (name, dimensions) values ('all-MiniLM-L6-v2/int8', 384) returning id"
        ).fetchone()
        assert model is not None
        owner.execute(
            "insert into memory_indexes (user_id, model_id, revision, speakers)"
            " select id, %s, 1, '{me}' from users on conflict do nothing",
            (model[0],),
        )
        began = perf_counter()
        total = 0
        for batch in batches(people, held, pool):
            write(owner, batch, pool, model[0])
            total += len(batch)
        print(f"{total} memories written in {perf_counter() - began:.0f} s")
        owner.execute("vacuum analyze")


def batches(people: Sequence[UUID], held: Sequence[int], pool: Pool) -> Iterator[list[tuple[UUID, UUID, int]]]:
    rng = random.Random(11)
    turns = [(number, start) for number, most in enumerate(held) for start in range(0, most, 50)]
    turns.sort(key=lambda turn: turn[1] / held[turn[0]])
    batch: list[tuple[UUID, UUID, int]] = []
    for number, start in turns:
        rows = min(50, held[number] - start)
        batch += [(people[number], new_id(), rng.randrange(len(pool.texts))) for _ in range(rows)]
        if len(batch) >= 20_000:
            yield batch
            batch = []
    yield batch


def write(owner: psycopg.Connection, batch: Sequence[tuple[UUID, UUID, int]], pool: Pool, model: int) -> None:
    start = datetime(2024, 1, 1, tzinfo=UTC)
    columns = (
        "memories (id, user_id, text, kind, speaker, language, occurred_at, recorded_at)",
        "memory_words (user_id, memory_id, searched, conversation, stems)",
        "memory_vectors (user_id, memory_id, model_id, piece, searched, vector)",
        "memory_tokens (user_id, memory_id, piece, bits)",
    )
    with owner.transaction():
        for place, target in enumerate(columns):
            lines = io.StringIO()
            for user, memory, which in batch:
                told = start + timedelta(minutes=which)
                row = (
                    f"{memory}\t{user}\t{pool.texts[which]}\tepisode\tme\ten\t{told}\t{told}",
                    f"{user}\t{memory}\tt\t0\t\\\\x{pool.stems[which].hex()}",
                    f"{user}\t{memory}\t{model}\t0\tt\t{pool.vectors[which]}",
                    f"{user}\t{memory}\t0\t\\\\x{pool.bits[which].hex()}",
                )[place]
                lines.write(row + "\n")
            with owner.cursor().copy(f"copy {target} from stdin") as copy:
                copy.write(lines.getvalue())


def bytes_of(url: str, tables: Sequence[str]) -> int:
    """What tables take on the disk with their indexes and partitions."""
    with psycopg.connect(url) as owner:
        taken = owner.execute(
            "select sum(pg_total_relation_size(c.oid)) from pg_class c"
            " left join pg_inherits i on i.inhrelid = c.oid left join pg_class p on p.oid = i.inhparent"
            " where c.relkind = 'r' and coalesce(p.relname, c.relname) = any(%s)",
            (list(tables),),
        ).fetchone()
    assert taken is not None
    return int(taken[0])


def on_one_core() -> None:
    """This process and the server's share one core from here on."""
    core = [sorted(os.sched_getaffinity(0))[0]]
    for process in psutil.process_iter(["name"]):
        if process.pid == os.getpid() or "postgres" in (process.info["name"] or ""):
            process.cpu_affinity(core)


async def report(actors: Sequence[Actor], held: Sequence[int], url: str) -> None:
    rng = random.Random(13)
    searches: list[tuple[int, float]] = []
    scans: list[float] = []
    for actor in actors:  # warm: the model loaded, plans made, words held, rows read from the disk
        await service.search(actor, SearchQuery(query=question(rng)))
    for _ in range(OF_FEW if sum(held) < FEW else QUESTIONS):
        which = rng.randrange(len(actors))
        actor, words = actors[which], question(rng)
        began = perf_counter()
        found = await service.search(actor, SearchQuery(query=words))
        between = perf_counter()
        async with actor.work() as work:
            word = f"%{words.rstrip('?').split()[-1]}%"
            await work.session.scalar(PLAIN_SCAN, {"user_id": work.user_id, "word": word})
        ended = perf_counter()
        assert found.items, words
        searches.append((held[which], between - began))
        scans.append(ended - between)
    each = bytes_of(url, SIZES) / sum(held)
    print(f"{sum(held)} memories of {len(actors)} people, {each:.0f} bytes each with all indexes\n")
    print("| what | p50 ms | p95 ms |\n|---|---|---|")
    tell("search, the question's embedding included", [took for _, took in searches])
    for least, most in ((0, 2_000), (2_000, 5_000), (5_000, 10**9)):
        mine = [took for size, took in searches if least <= size < most]
        if mine:
            tell(f"… of people with {least:,}–{most:,} memories".replace("1,000,000,000", "10,000"), mine)
    tell("plain scan of the same person's rows (`ilike`)", scans)


def tell(what: str, took: Sequence[float]) -> None:
    print(f"| {what} | {quantile(took, 0.5) * 1000:.1f} | {quantile(took, 0.95) * 1000:.1f} |")


if __name__ == "__main__":
    main()
