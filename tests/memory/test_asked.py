"""A search for a fact: the memory that tells it stands first, whatever words and meaning say."""

from datetime import UTC, datetime

import pytest

from cairn.memory import service
from cairn.memory.schemas import Hit, NewMemory, SearchQuery
from cairn.platform.actor import Actor
from tests.conftest import RunJobs

TOLD = [
    ("I live in Porto", datetime(2023, 1, 1, tzinfo=UTC)),
    ("My boss is Carla", datetime(2025, 2, 1, tzinfo=UTC)),
    ("I moved to Lisbon", datetime(2026, 3, 1, tzinfo=UTC)),
    ("Maybe I live in Faro", datetime(2026, 4, 1, tzinfo=UTC)),
    ("My sister is called Marta", datetime(2026, 5, 1, tzinfo=UTC)),
]


@pytest.fixture
async def teller(actor: Actor, run_jobs: RunJobs) -> Actor:
    async with actor.work() as work:
        for words, said_at in TOLD:
            await service.remember(work, NewMemory(text=words, occurred_at=said_at))
    await run_jobs()
    return actor


async def hits(actor: Actor, question: str, **asked: object) -> list[Hit]:
    return (await service.search(actor, SearchQuery.model_validate({"query": question, **asked}))).items


@pytest.mark.parametrize(
    ("question", "as_of", "text"),
    [
        ("where do I live?", None, "I moved to Lisbon"),
        ("where do I live?", "2024-06-01T00:00:00Z", "I live in Porto"),
        ("where did I live in 2023?", None, "I live in Porto"),
        ("where did I live before I moved?", None, "I live in Porto"),
        ("who is my boss?", None, "My boss is Carla"),
    ],
)
async def test_what_tells_the_fact_comes_first(teller: Actor, question: str, as_of: str | None, text: str) -> None:
    found = (await hits(teller, question, as_of=as_of))[0]

    assert (found.memory.text, found.weak) == (text, False)
    assert found.evidence.parts["fact"] == 0.9


async def test_what_was_asked_about_otherwise_is_left_out_all_the_same(teller: Actor) -> None:
    later = await hits(teller, "where do I live?", **{"from": "2026-03-15T00:00:00Z"})
    assert all(hit.memory.text != "I moved to Lisbon" for hit in later)
    assert await hits(teller, "who is my boss?", kinds=["note"]) == []

    before = await hits(teller, "who is my boss?", as_of="2024-06-01T00:00:00Z")
    assert all("fact" not in hit.evidence.parts for hit in before)


async def test_the_order_of_the_scores_is_that_of_the_hits(teller: Actor) -> None:
    scores = [hit.score for hit in await hits(teller, "where do I live?")]
    assert scores == sorted(scores, reverse=True)


async def test_another_fact_is_no_answer_to_what_nobody_told(teller: Actor) -> None:
    assert all(hit.weak for hit in await hits(teller, "what is my dog called?"))


async def test_a_forgotten_fact_lifts_nothing(teller: Actor) -> None:
    (found, *_) = await hits(teller, "who is my boss?")
    async with teller.work() as work:
        await service.forget(work, found.memory.id)
    assert all(hit.memory.text != "My boss is Carla" for hit in await hits(teller, "who is my boss?"))
