"""Keeping, finding and forgetting, on a real database and with the real model."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text

from cairn.memory import making, service
from cairn.memory.errors import NoEmbedder, NothingToChange
from cairn.memory.models import Memory, memory_vectors
from cairn.memory.provider import Embedders
from cairn.memory.schemas import Hit, MemoryPatch, NewMemory, SearchQuery
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.errors import Invalid, NotFound
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Call, Receipt
from tests.conftest import NewPerson, RunJobs

SAID = [
    "I need to call the dentist about the cracked tooth",
    "My sister is allergic to peanuts",
    "The spare keys are in the blue drawer",
    "We paid the rent for November",
    "Rui wants to go hiking on Saturday",
]


async def told(actor: Actor, *texts: str, **fields: object) -> list[UUID]:
    async with actor.work() as work:
        kept = [await service.remember(work, NewMemory.model_validate({"text": said, **fields})) for said in texts]
    return [memory.id for memory in kept]


async def found(actor: Actor, question: str, **fields: object) -> list[Hit]:
    return (await service.search(actor, SearchQuery.model_validate({"query": question, **fields}))).items


async def pending(actor: Actor) -> tuple[int, int]:
    async with actor.work() as work:
        status = await service.status(work)
    return status.total, status.pending


async def test_words_find_it_before_any_job_ran(actor: Actor) -> None:
    await told(actor, *SAID)

    hits = await found(actor, "what did I say about the dentist?")

    assert [hit.memory.text for hit in hits] == [SAID[0]]
    assert hits[0].evidence.words == ["dentist"]
    assert not hits[0].weak
    assert hits[0].why == "It has the word dentist; you said it on Tue 24 Nov."


async def test_what_was_told_just_now_answers_among_what_is_embedded(actor: Actor, run_jobs: RunJobs) -> None:
    await told(actor, "We paid the rent for November", "Rui wants to go hiking on Saturday")
    await run_jobs()
    await told(actor, "The spare keys are in the blue drawer")

    answer = await service.search(actor, SearchQuery(query="where are the spare keys?"))

    assert answer.items[0].memory.text == "The spare keys are in the blue drawer"
    assert answer.items[0].evidence.likeness is None
    assert not answer.items[0].weak


async def test_meaning_finds_it_once_the_job_ran(actor: Actor, run_jobs: RunJobs) -> None:
    await told(actor, *SAID)
    await run_jobs()

    hits = await found(actor, "who can't eat nuts in my family?")

    assert hits[0].memory.text == SAID[1]
    assert hits[0].evidence.likeness is not None
    assert hits[0].evidence.likeness > 0.3
    assert "close in meaning" in hits[0].why


async def test_words_and_meaning_together_come_first_and_say_both(actor: Actor, run_jobs: RunJobs) -> None:
    await told(actor, *SAID)
    await run_jobs()

    first, *others = await found(actor, "what about the dentist and my tooth?")

    assert first.memory.text == SAID[0]
    assert first.score > max(hit.score for hit in others)
    assert first.why == "It has the words dentist and tooth and is close in meaning; you said it on Tue 24 Nov."
    assert all(hit.weak for hit in others)


async def test_a_question_about_nothing_that_was_said_has_only_weak_answers(actor: Actor, run_jobs: RunJobs) -> None:
    await told(actor, *SAID)
    await run_jobs()

    hits = await found(actor, "what is the wifi password?")

    assert hits
    assert all(hit.weak for hit in hits)


@pytest.mark.parametrize(
    ("said", "question"),
    [
        ("Llamé a la peluquería ayer", "¿qué dije de la peluqueria?"),
        ("J'ai posé les clés à l'hôpital", "où est-ce que j'ai laissé ma clé, à l'HOPITAL ?"),
        ("Comprei pães na padaria", "o que disse sobre as padarias?"),
        ("The dentists were closed", "did I mention a dentist?"),
        ("Crème brûlée for Zoë", "zoe"),
    ],
)
async def test_accents_case_and_endings_do_not_count(actor: Actor, said: str, question: str) -> None:
    await told(actor, said, "Something else altogether")

    hits = await found(actor, question)

    assert [hit.memory.text for hit in hits] == [said]


async def test_a_memory_in_another_language_than_the_persons_is_found_by_its_words(person: NewPerson) -> None:
    actor = await person(locale="pt")
    await told(actor, "The gutters need cleaning")

    assert await found(actor, "gutter")


async def test_any_word_is_enough_and_a_rare_one_weighs_more(actor: Actor) -> None:
    await told(actor, *(f"Buy milk number {n}" for n in range(20)), "Buy a saddle")

    hits = await found(actor, "buy a saddle and oats")

    assert hits[0].memory.text == "Buy a saddle"
    assert len(hits) == 10
    assert hits[0].evidence.coverage > hits[1].evidence.coverage


@pytest.mark.parametrize(
    "question", ["what did I say?", "???", "🦷", "the and of", "'; drop table memories; --", "!& | :*"]
)
async def test_a_question_without_words_is_no_error(actor: Actor, run_jobs: RunJobs, question: str) -> None:
    await told(actor, *SAID)
    await run_jobs()

    hits = await found(actor, question)

    assert all(hit.evidence.words == [] for hit in hits)


async def test_a_question_is_kept_but_is_never_an_answer(actor: Actor, run_jobs: RunJobs) -> None:
    await told(actor, "What did I say about the dentist?", kind="question")
    await run_jobs()

    assert await found(actor, "what did I say about the dentist?") == []
    asked = await found(actor, "what did I say about the dentist?", kinds=["question"])
    assert len(asked) == 1


async def test_a_period_leaves_out_what_was_said_outside_of_it(actor: Actor, run_jobs: RunJobs) -> None:
    day = datetime(2026, 11, 1, 12, tzinfo=UTC)
    for n in range(3):
        await told(actor, f"Dentist on day {n}", occurred_at=day + timedelta(days=n))
    await run_jobs()

    hits = await found(actor, "dentist", **{"from": day + timedelta(days=1), "to": day + timedelta(days=2)})

    assert [hit.memory.text for hit in hits] == ["Dentist on day 1"]


async def test_the_day_is_told_in_the_persons_zone_and_language(person: NewPerson) -> None:
    actor = await person(time_zone="Pacific/Auckland", locale="es")
    await told(actor, "El dentista llamó", occurred_at=datetime(2024, 12, 31, 20, tzinfo=UTC), speaker="Rui")

    (hit,) = await found(actor, "dentista")

    assert hit.why == "Tiene la palabra dentista; Rui lo dijo el mié 1 ene 2025."


async def test_nobody_finds_what_somebody_else_said(person: NewPerson, run_jobs: RunJobs) -> None:
    ana, rui = await person(), await person()
    await told(ana, *SAID)
    await run_jobs()

    assert await found(rui, "dentist tooth peanuts keys rent") == []


async def test_a_query_without_a_filter_shows_nothing_of_others(person: NewPerson, run_jobs: RunJobs) -> None:
    ana, rui = await person(), await person()
    await told(ana, *SAID)
    mine = await told(rui, "Only mine")
    await run_jobs()

    async with rui.work() as work:
        assert list(await work.session.scalars(select(Memory.id))) == mine
        assert list(await work.session.scalars(select(memory_vectors.c.memory_id))) == mine


@pytest.mark.parametrize("table", ["memory_words", "memory_vectors", "memory_tokens"])
async def test_no_partition_can_be_read_directly(actor: Actor, table: str) -> None:
    async with actor.work() as work:
        parts = await work.session.scalars(
            text("select inhrelid::regclass::text from pg_inherits where inhparent = cast(:table as regclass)"),
            {"table": table},
        )
        names = list(parts)
        assert len(names) > 1
        for name in names:
            allowed = await work.session.scalar(text("select has_table_privilege(:name, 'select')"), {"name": name})
            assert not allowed


async def test_the_same_source_is_kept_once(actor: Actor) -> None:
    first = await told(actor, "Said once", source_ref="message:1")
    again = await told(actor, "Said once", source_ref="message:1")

    assert first == again


async def test_a_source_belongs_to_its_person(person: NewPerson) -> None:
    ana, rui = await person(), await person()

    assert await told(ana, "Mine", source_ref="message:1") != await told(rui, "Mine", source_ref="message:1")


async def test_the_job_may_run_twice_and_leaves_nothing_pending(actor: Actor, run_jobs: RunJobs) -> None:
    await told(actor, *(f"Thing {n}" for n in range(130)))
    assert await pending(actor) == (130, 130)

    await run_jobs()

    assert not await making.vectors(actor)
    assert await pending(actor) == (130, 0)


async def test_two_jobs_at_once_make_each_vector_once(actor: Actor) -> None:
    await told(actor, *(f"Thing {n}" for n in range(70)))

    await asyncio.gather(*(make(actor) for make in (making.vectors, making.tokens) for _ in range(3)))

    assert await pending(actor) == (70, 0)


async def test_forgetting_takes_text_and_vector(actor: Actor, run_jobs: RunJobs) -> None:
    (memory_id,) = await told(actor, SAID[0])
    await run_jobs()

    async with actor.work() as work:
        await service.forget(work, memory_id)

    assert await found(actor, "dentist") == []
    async with actor.work() as work:
        assert list(await work.session.scalars(select(memory_vectors.c.memory_id))) == []
        with pytest.raises(NotFound):
            await service.forget(work, memory_id)


async def test_what_is_forgotten_while_its_vector_is_made_gets_none(
    runtime: Runtime, actor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, forgotten = await told(actor, "Stays", "Goes")
    local = runtime.provider(Embedders).local

    class Slow:
        name = local.name

        async def embed(self, texts):  # type: ignore[no-untyped-def]  # the Protocol has the types
            async with actor.work() as work:
                await service.forget(work, forgotten)
            return await local.embed(texts)

    runtime.provide(Embedders, Embedders(local, Slow()))
    await making.vectors(actor)

    async with actor.work() as work:
        assert list(await work.session.scalars(select(memory_vectors.c.memory_id))) == [kept]


async def test_a_corrected_memory_is_found_by_its_new_words_and_meaning(actor: Actor, run_jobs: RunJobs) -> None:
    (memory_id,) = await told(actor, "The keys are in the blue drawer")
    await run_jobs()
    async with actor.work() as work:
        memory = await service.get(work, memory_id)
        await service.edit(work, memory, MemoryPatch(text="The passport is at my mother's"))

    assert await found(actor, "drawer") == []
    await run_jobs()
    hits = await found(actor, "where is my travel document?")
    assert hits[0].evidence.likeness is not None
    assert hits[0].evidence.likeness > 0.3


async def test_changing_nothing_is_told(actor: Actor) -> None:
    (memory_id,) = await told(actor, "Something")
    async with actor.work() as work:
        with pytest.raises(NothingToChange):
            await service.edit(work, await service.get(work, memory_id), MemoryPatch())


async def test_words_find_without_an_embedder(runtime: Runtime, actor: Actor) -> None:
    class Away:
        name = "away"

        async def embed(self, texts):  # type: ignore[no-untyped-def]  # the Protocol has the types
            raise NoEmbedder

    runtime.provide(Embedders, Embedders(runtime.provider(Embedders).local, Away()))
    await told(actor, *SAID)

    (hit,) = await found(actor, "dentist")

    assert hit.evidence.likeness is None


async def test_the_tools_keep_with_a_receipt_find_and_take_back(actor: Actor, runtime: Runtime) -> None:
    turn = uuid4()
    receipt = await runtime.toolbox.run(actor, Call(turn, "remember", {"text": "My shoe size is 42"}))
    assert isinstance(receipt, Receipt)
    assert receipt.read().kind == "memory.kept"

    answer = await runtime.toolbox.run(actor, Call(turn, "search_memory", {"query": "shoe size"}))
    assert [item["memory"]["text"] for item in answer.model_dump()["items"]] == ["My shoe size is 42"]  # type: ignore[union-attr]  # a reading tool returns a model

    async with actor.work() as work:
        await runtime.toolbox.undo(work, receipt.id)
    assert await found(actor, "shoe size") == []
    with pytest.raises(Invalid):
        await runtime.toolbox.run(actor, Call(turn, "forget_memory", {"memory_id": str(uuid4())}))


async def test_export_has_everything_and_erasure_leaves_nothing(
    runtime: Runtime, actor: Actor, run_jobs: RunJobs
) -> None:
    await told(actor, *SAID)
    await run_jobs()
    (feature,) = [feature for feature in runtime.features if feature.name == "memory"]
    assert feature.export is not None
    assert feature.erase is not None

    async with actor.work() as work:
        exported = await feature.export(work)
        assert sorted(row["text"] for row in exported["memories"]) == sorted(SAID)
        assert len(exported["memory_vectors"]) == len(SAID)
        await feature.erase(work)
    async with actor.work() as work:
        assert (await service.status(work)).total == 0


async def test_the_moment_kept_is_the_moment_said(actor: Actor, clock: StillClock) -> None:
    (now_id,) = await told(actor, "Said just now")
    (then_id,) = await told(actor, "Said yesterday", occurred_at=clock.now() - timedelta(days=1))

    async with actor.work() as work:
        now_memory, then_memory = await service.get(work, now_id), await service.get(work, then_id)
        assert now_memory.occurred_at == now_memory.recorded_at == clock.now()
        assert then_memory.occurred_at == clock.now() - timedelta(days=1)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who can't eat nuts?", "My sister is allergic to peanuts"),
        ("where did I put my keys?", "The spare keys are in the blue drawer"),
        ("did I pay the landlord?", "We paid the rent for November"),
        ("what are the plans for the weekend?", "Rui wants to go hiking on Saturday"),
        ("what is my blood type?", None),
        ("who won the football match?", None),
        ("what did I say about the elephant?", None),
        ("when is mum's birthday?", None),
    ],
)
async def test_only_what_was_said_is_strong_enough_to_be_told(
    actor: Actor, run_jobs: RunJobs, question: str, answer: str | None
) -> None:
    await told(actor, *SAID)
    await run_jobs()

    strong = [hit.memory.text for hit in await found(actor, question) if not hit.weak]

    assert (strong[0] if strong else None) == answer
