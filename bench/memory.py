"""Memory search at 10,000 memories for each of 100 people: by words and meaning, the question's embedding included.

One person's memories are embedded by the real model; the others have the same texts and vectors, written in turns
with theirs, as it happens over years. Beside it stands a plain scan of the same 10,000 rows. The server is the
embedded one as Cairn configures it, the caller is in the same process as the service, one question at a time.

Run: `python -m bench.memory`, or `python -m bench.memory 2000` for fewer memories of the 99 others.
"""

import asyncio
import random
import secrets
import shutil
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from uuid import UUID

import psycopg
from sqlalchemy import text

from cairn.accounts import service as accounts
from cairn.accounts.schemas import Register
from cairn.app import assemble, migrate
from cairn.app.embedded import EmbeddedPostgres
from cairn.app.features import FEATURES
from cairn.app.settings import sections_of
from cairn.memory import service
from cairn.memory.schemas import NewMemory, SearchQuery
from cairn.platform.actor import Actor
from cairn.platform.clock import SystemClock
from cairn.platform.place import Place
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings

MEMORIES, PEOPLE, QUESTIONS = 10_000, 100, 400

WHO = "Ana Rui Marta the_dentist the_landlord my_sister the_plumber Dr_Silva my_boss the_school grandma Tom"
DID = "called wrote_to met argued_with paid thanked waited_for forgot_about visited asked promised helped"
WHAT = (
    "the_rent a_leaking_tap the_birthday_cake my_passport the_car_insurance a_new_desk the_choir_practice my_back_pain"
    " the_garden_fence a_train_ticket the_tax_return my_winter_coat the_broken_oven a_surprise_party the_library_books"
    " my_blood_test the_school_trip a_loan the_holiday_in_Porto my_noisy_neighbours the_cat the_piano a_job_offer"
)
WHERE = "at_home in_the_office on_the_phone by_the_river at_the_market in_the_car after_lunch before_school"

PLAIN_SCAN = text("select count(*) from memories where user_id = :user_id and text ilike :word")


def sentence(rng: random.Random, number: int) -> str:
    parts = [
        rng.choice(DID.split()),
        rng.choice(WHO.split()),
        "about",
        rng.choice(WHAT.split()),
        rng.choice(WHERE.split()),
    ]
    return f"I {' '.join(parts)} and it took {number % 97} minutes, note {number}".replace("_", " ")


def question(rng: random.Random) -> str:
    ask = rng.choice(["what did I say about {}?", "when did I last see {}?", "where was that with {}?", "{}"])
    return ask.format(rng.choice([*WHO.split(), *WHAT.split()])).replace("_", " ")


def main() -> None:
    others = int(sys.argv[1]) if len(sys.argv) > 1 else MEMORIES
    place = Path(tempfile.mkdtemp(prefix="cairn-bench-"))
    place.chmod(0o755)  # the server's own system user must get through
    try:
        with EmbeddedPostgres(place / "data") as server:
            asyncio.run(measure(server, place, others))
    finally:
        shutil.rmtree(place, ignore_errors=True)


async def measure(server: EmbeddedPostgres, place: Path, others: int) -> None:
    urls = server.urls()
    migrate.upgrade(urls.owner)
    sections = sections_of(FEATURES)
    settings = Settings(Place(data=place / "data") if one is Place else one(_env_file=None) for one in sections)
    runtime = assemble.build(settings, server.secrets, urls, clock=SystemClock())
    await runtime.start()
    try:
        people = [await person(runtime, number) for number in range(PEOPLE)]
        measured = people[PEOPLE // 2]
        embedding = await fill(measured)
        await asyncio.to_thread(copy_to_others, urls.owner, measured.user_id, others)
        await report(measured, others, embedding)
    finally:
        await runtime.stop()


async def person(runtime: Runtime, number: int) -> Actor:
    words = Register(email=f"bench{number}@example.org", password=secrets.token_hex(8), time_zone="Europe/Lisbon")
    user = await accounts.create(runtime, await accounts.checked(words))
    actor = await runtime.person(user.id)
    assert actor is not None
    return actor


async def fill(actor: Actor) -> float:
    """Keep 10,000 memories and embed them; how many a second."""
    rng = random.Random(7)
    for start in range(0, MEMORIES, 1000):
        items = [NewMemory(text=sentence(rng, number)) for number in range(start, start + 1000)]
        async with actor.work() as work:
            await service.remember_all(work, items)
    began = perf_counter()
    made = await service.embed_pending(actor)
    return made / (perf_counter() - began)


def copy_to_others(url: str, source: UUID, most: int) -> None:
    """Give everybody the same memories under ids of their own, a hundred of each person in turn."""
    with psycopg.connect(url, autocommit=True) as owner:
        owner.execute(
            "create temporary table copied as"
            " select p.id as user_id, m.id as old_id, case when p.id = m.user_id then m.id else uuidv7() end as new_id,"
            " m.number from (select *, row_number() over (order by id) as number from memories where user_id = %s) m"
            " cross join users p where m.number <= %s or p.id = m.user_id",
            (source, most),
        )
        owner.execute("create temporary table held as select * from memories where user_id = %s", (source,))
        owner.execute(
            "create temporary table held_vectors as select * from memory_vectors where user_id = %s", (source,)
        )
        owner.execute("create index on copied (number)")
        owner.execute("create index on held (id)")
        owner.execute("create index on held_vectors (memory_id)")
        owner.execute("delete from memories where user_id = %s", (source,))
        owner.execute("analyze copied, held, held_vectors")
        for start in range(1, MEMORIES + 1, 100):
            where = "where c.number >= %s and c.number < %s order by c.number / 100, c.user_id, c.number"
            owner.execute(
                "insert into memories (user_id, id, text, kind, speaker, language, occurred_at, recorded_at)"
                " select c.user_id, c.new_id, h.text, h.kind, h.speaker, h.language, h.occurred_at, h.recorded_at"
                f" from copied c join held h on h.id = c.old_id {where}",
                (start, start + 100),
            )
            owner.execute(
                "insert into memory_vectors (user_id, memory_id, model, vector)"
                " select c.user_id, c.new_id, v.model, v.vector"
                f" from copied c join held_vectors v on v.memory_id = c.old_id {where}",
                (start, start + 100),
            )
        owner.execute("vacuum analyze memories")
        owner.execute("vacuum analyze memory_vectors")


async def report(actor: Actor, others: int, embedding: float) -> None:
    rng = random.Random(11)
    asked = [question(rng) for _ in range(QUESTIONS)]
    searches: list[float] = []
    scans: list[float] = []
    for number, words in enumerate(asked):
        began = perf_counter()
        hits = await service.search(actor, SearchQuery(query=words))
        between = perf_counter()
        async with actor.work() as work:
            word = f"%{words.rstrip('?').split()[-1]}%"
            await work.session.scalar(PLAIN_SCAN, {"user_id": work.user_id, "word": word})
        ended = perf_counter()
        assert hits, words
        if number >= 20:  # the first ones load the model, compile and plan
            searches.append(between - began)
            scans.append(ended - between)
    async with actor.work() as work:
        status = await service.status(work)
    assert (status.total, status.pending) == (MEMORIES, 0)
    print(f"{MEMORIES} memories of one person, {others} of each of the {PEOPLE - 1} others")
    print(f"{embedding:.0f} embedded a second, in batches of {service.BATCH}\n")
    print("| what | p50 ms | p95 ms |\n|---|---|---|")
    print(
        f"| search by words and meaning, with the question's embedding | {at(searches, 0.5)} | {at(searches, 0.95)} |"
    )
    print(f"| plain scan of the same rows (`ilike`) | {at(scans, 0.5)} | {at(scans, 0.95)} |")
    ratio = [quantile(searches, q) / quantile(scans, q) for q in (0.5, 0.95)]
    print(f"| ratio | {ratio[0]:.2f} | {ratio[1]:.2f} |")


def quantile(values: list[float], q: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * q))]


def at(values: list[float], q: float) -> str:
    return f"{quantile(values, q) * 1000:.1f}"


if __name__ == "__main__":
    main()
