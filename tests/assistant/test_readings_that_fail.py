"""A model that reads facts and fails, or costs too much: nothing is lost, nothing doubled, nobody waits."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from cairn.assistant.settings import AssistantSettings
from cairn.memory import index, service
from cairn.memory.errors import ModelSilent
from cairn.memory.facts import by_model, learning
from cairn.memory.facts import repository as facts
from cairn.memory.facts.rationing import LAID_ASIDE
from cairn.memory.schemas import MemoryPatch
from cairn.memory.service import Extractor, ToRead
from cairn.memory.settings import MemorySettings
from cairn.memory.upkeep import tend
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from cairn.platform.transactions import TransactionOpen
from tests.assistant.openai_server import ModelServer, Reply
from tests.assistant.reading import HOME, NOTHING, ODD, answers, found, home, known, make_due, shown, tell, unread, use
from tests.conftest import NOON, NewPerson, RunJobs


@pytest.fixture
def settings(settings: Settings, model: ModelServer, request: pytest.FixtureRequest) -> Settings:
    """The scripted model, waited for as long as a test asks for, and the day's tokens."""
    asked = {"seconds": 10.0, "tokens": 20_000} | getattr(request, "param", {})
    mine = {
        AssistantSettings: AssistantSettings(
            _env_file=None, model="openai:scripted", model_url=model.url, model_seconds=asked["seconds"]
        ),
        MemorySettings: MemorySettings(_env_file=None, memory_model_tokens=asked["tokens"]),
    }
    return Settings([mine.get(type(one), one) for one in settings.sections()])


@pytest.mark.parametrize(
    "reply",
    [
        Reply("I found that they live in Évora."),
        Reply(calls=[("final_result", {"facts": "Évora"})]),
        Reply(calls=[("final_result", {"facts": [{"memory": "one"}]})]),
        Reply(status=400),
    ],
)
async def test_junk_is_no_answer_and_is_asked_again(actor: Actor, model: ModelServer, reply: Reply) -> None:
    await tell(actor, ODD)
    model.says(reply)
    with pytest.raises(ModelSilent):
        await by_model.learn(actor)
    assert len(model.asked) == 1
    assert await unread(actor) == 1

    model.says(found(HOME))
    await by_model.learn(actor)
    assert await home(actor) == ["Évora"]


@pytest.mark.parametrize("settings", [{"seconds": 0.5}], indirect=True)
async def test_a_model_that_takes_too_long_is_left_and_paid_for(actor: Actor, model: ModelServer) -> None:
    await tell(actor, ODD)
    model.says(found(HOME, waits=1.5))
    with pytest.raises(ModelSilent):
        await by_model.learn(actor)
    assert await unread(actor) == 1
    tokens, requests = await use(actor)
    assert tokens >= by_model.WORDS_AROUND + by_model.ANSWER_TOKENS
    assert requests == 1


async def test_a_model_that_is_away_costs_nothing_and_the_job_comes_again(
    actor: Actor, model: ModelServer, run_jobs: RunJobs
) -> None:
    await tell(actor, ODD)
    model.says(Reply(status=403))
    await make_due(actor)
    await run_jobs()
    query = text(
        "select status::text, attempts from procrastinate_jobs"
        " where task_name = 'memory.learn_by_model' and args->>'user_id' = :person"
    )
    async with actor.runtime.system() as work:
        (job,) = (await work.session.execute(query, {"person": str(actor.user_id)})).all()
    assert (job.status, job.attempts) == ("todo", 1)
    assert await unread(actor) == 1
    assert (await use(actor))[0] == 0


async def test_one_that_cannot_be_read_is_not_in_the_way_of_others(actor: Actor, model: ModelServer) -> None:
    poison = "This one makes every model stumble"
    await tell(actor, *[f"Odd remark number {number} of many" for number in range(5)], poison, ODD)
    good = answers({ODD: HOME})

    def script(body: dict[str, Any]) -> Reply:
        return Reply("?") if any(one["words"] == poison for one in shown(body)) else good(body)

    model.script = script
    for _ in range(30):
        with suppress(ModelSilent):
            await by_model.learn(actor)
    assert await home(actor) == ["Évora"]
    assert await unread(actor) == 1  # it was read by nobody, and nobody says that there was nothing in it
    asked = len(model.asked)
    await by_model.learn(actor)
    assert len(model.asked) == asked <= LAID_ASIDE + 7


@pytest.mark.parametrize("settings", [{"tokens": 6_000}], indirect=True)
async def test_a_day_has_so_many_tokens_and_the_next_has_them_again(
    actor: Actor, model: ModelServer, clock: StillClock, runtime: Runtime
) -> None:
    model.says(NOTHING)
    long = "An odd remark that goes on and on and on. " * 150
    await tell(actor, *[f"{number} {long}" for number in range(3)])
    assert await by_model.learn(actor) is False
    assert await use(actor) == (360, 3)  # each fills a request of its own

    # A scripted answer counts as 120 tokens, so the rest of the day is spent by hand.
    async with actor.work() as work:
        await work.session.execute(text("update memory_model_use set tokens = 5000"))
    await tell(actor, ODD)
    asked = len(model.asked)
    assert await by_model.learn(actor) is False
    assert len(model.asked) == asked
    assert await unread(actor) == 1

    clock.forward(timedelta(hours=12, seconds=1))
    model.says(found(HOME))
    async with actor.work() as work:
        await tend(work)
    await by_model.learn(actor)
    assert await home(actor) == ["Évora"]
    assert (await use(actor)) == (120, 1)


async def test_who_moves_to_and_fro_begins_no_new_day(
    actor: Actor, model: ModelServer, runtime: Runtime, clock: StillClock
) -> None:
    async def moved(zone: str) -> Actor:
        async with actor.work() as work:
            await work.session.execute(text("update users set time_zone = :zone"), {"zone": zone})
        found = await runtime.person(actor.user_id)
        assert found is not None
        return found

    model.says(NOTHING)
    for number, zone in enumerate(["Pacific/Auckland", "Pacific/Honolulu", "Pacific/Auckland", "Pacific/Honolulu"]):
        there = await moved(zone)
        await tell(there, f"An odd remark, number {number}")
        await by_model.learn(there)
    assert await use(actor) == (480, 4)


@pytest.mark.parametrize("settings", [{"tokens": 0}], indirect=True)
async def test_nothing_is_read_where_nothing_may_be_spent(actor: Actor, model: ModelServer) -> None:
    await tell(actor, ODD)
    assert await unread(actor) == 0
    await by_model.learn(actor)
    assert model.asked == []


def test_a_day_of_less_than_a_request_is_refused() -> None:
    with pytest.raises(ValueError, match="must be 0, or at least"):
        MemorySettings(_env_file=None, memory_model_tokens=100)
    assert by_model.TEXT_TOKENS + by_model.ANSWER_TOKENS + by_model.WORDS_AROUND == 6_000


async def test_what_waits_for_a_model_that_is_gone_waits_no_longer(
    actor: Actor, model: ModelServer, runtime: Runtime
) -> None:
    await tell(actor, ODD)
    runtime.provide(Extractor, type("Gone", (), {"configured": False})())
    async with actor.work() as work:
        await tend(work)
    assert await unread(actor) == 0


async def test_asked_twice_at_once_it_is_asked_and_settled_once(actor: Actor, model: ModelServer) -> None:
    await tell(actor, ODD)
    model.says(found(HOME, waits=0.2))
    await asyncio.gather(by_model.learn(actor), by_model.learn(actor))
    assert len(model.asked) == 1
    assert await known(actor) == [("me", "lives_in", "Évora", "model")]
    await by_model.learn(actor)
    assert len(model.asked) == 1


async def test_cut_off_before_it_is_settled_it_is_asked_again_and_settled_once(
    actor: Actor, model: ModelServer, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await tell(actor, ODD, f"{ODD} too")
    model.script = answers({ODD: HOME, f"{ODD} too": HOME})

    async def cut_off(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(index, "done", cut_off)
        with pytest.raises(KeyboardInterrupt):
            await by_model.learn(actor)
    assert await known(actor) == []
    assert (await use(actor))[0] >= by_model.WORDS_AROUND

    assert await by_model.learn(actor) is False
    assert len(model.asked) == 1  # by what the database says, somebody is still asking
    clock.forward(timedelta(minutes=2))
    await by_model.learn(actor)
    assert len(model.asked) == 2
    assert await known(actor) == [("me", "lives_in", "Évora", "model")]
    async with actor.work() as work:
        assert len((await facts.rows(work))["fact_tellings"]) == 2


async def test_what_is_reworded_while_it_is_read_is_read_anew(actor: Actor, model: ModelServer) -> None:
    (memory_id,) = await tell(actor, ODD)

    class Meanwhile:
        configured = True
        longest_seconds = 1.0

        def __init__(self, wrapped: Extractor) -> None:
            self._wrapped = wrapped

        async def extract(self, actor: Actor, memories: list[ToRead], answer_tokens: int) -> Any:
            answer = await self._wrapped.extract(actor, memories, answer_tokens)
            async with actor.work() as work:
                memory = await service.get(work, memory_id, lock=True)
                await service.edit(work, memory, MemoryPatch(text="Nobody gets my post, come to think of it"))
            actor.runtime.provide(Extractor, self._wrapped)
            return answer

    model.says(found(HOME), NOTHING)
    actor.runtime.provide(Extractor, Meanwhile(actor.runtime.provider(Extractor)))
    await by_model.learn(actor)
    await learning.learn(actor)
    await by_model.learn(actor)
    assert await known(actor) == []
    assert await unread(actor) == 0
    assert [[one["words"] for one in shown(body)] for body in model.asked][-1] == [
        "Nobody gets my post, come to think of it"
    ]


async def test_nobody_pays_for_another(person: NewPerson, model: ModelServer) -> None:
    ana, rui = await person(), await person(name="Rui")
    model.says(found(HOME))
    await tell(ana, ODD)
    await tell(rui, ODD)
    await by_model.learn(ana)
    assert await home(rui) == []
    async with rui.work() as work:
        assert (await facts.rows(work))["memory_model_use"] == []
    assert await use(ana) == (120, 1)


async def test_no_memory_is_read_with_a_transaction_open(actor: Actor, model: ModelServer) -> None:
    async with actor.work():
        with pytest.raises(TransactionOpen):
            await actor.runtime.provider(Extractor).extract(actor, [ToRead(ODD, "me", NOON)], 100)
