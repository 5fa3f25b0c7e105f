"""What the language model takes of a person's day: counted before, put right after, limited, and told."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cairn.assistant.settings import AssistantSettings
from cairn.assistant.usage import service as usage
from cairn.assistant.usage.rules import Limits, Tokens
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.permissions import Role
from cairn.platform.settings import Settings
from cairn.tasks.breakdown.service import Grain, Splitter, ToSplit
from tests.assistant.openai_server import ModelServer, Reply
from tests.assistant.reading import NOTHING, ODD, tell
from tests.assistant.test_with_a_model import BOOKS, say, streamed
from tests.conftest import ClientFor, NewPerson

USAGE = "/api/v1/assistant/usage"
ASK = "so what would you say to that, hm?"


@pytest.fixture
def settings(settings: Settings, model: ModelServer, request: pytest.FixtureRequest) -> Settings:
    """The scripted model at two and eight for a million tokens, with the limits that a test asks for."""
    limits: dict[str, Any] = getattr(request, "param", {})
    mine = AssistantSettings(
        _env_file=None,
        model="openai:scripted",
        model_url=model.url,
        model_seconds=5,
        model_price_read=2,
        model_price_written=8,
        **limits,
    )
    return Settings([mine if isinstance(one, AssistantSettings) else one for one in settings.sections()])


async def today(client: httpx2.AsyncClient) -> dict[str, Any]:
    answer = await client.get(USAGE)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def taken(told: dict[str, Any]) -> tuple[int, int, int, int]:
    day = told["today"]
    return day["requests"], day["tokens_read"], day["tokens_written"], day["cost_micros"]


@pytest.mark.parametrize("follow", [True, False])
async def test_a_request_is_counted_as_it_was(client: httpx2.AsyncClient, model: ModelServer, follow: bool) -> None:
    model.says(Reply(calls=[BOOKS]), Reply("There."))
    await (streamed(client, ASK) if follow else say(client, ASK))
    told = await today(client)
    assert taken(told) == (2, 200, 40, 2 * (100 * 2 + 20 * 8))
    assert told["configured"]
    assert told["again_at"] is None
    assert (await client.get(f"{USAGE}/days")).json()["items"] == [told["today"]]


async def test_what_the_grammar_answers_takes_nothing(client: httpx2.AsyncClient, model: ModelServer) -> None:
    await say(client, "remind me to call the dentist tomorrow at 3pm")
    assert taken(await today(client)) == (0, 0, 0, 0)
    assert (await client.get(f"{USAGE}/days")).json()["items"] == []


async def test_one_that_nobody_answered_costs_nothing(client: httpx2.AsyncClient, model: ModelServer) -> None:
    model.says(Reply(status=403))
    await say(client, ASK)
    assert taken(await today(client)) == (1, 0, 0, 0)


async def test_who_is_cut_off_has_paid(client: httpx2.AsyncClient, model: ModelServer) -> None:
    model.says(Reply("late", waits=6))
    await say(client, ASK)
    requests, read_, written, cost = taken(await today(client))
    assert requests == 1
    assert read_ > 500, "the instructions and the tools alone are longer"
    assert written > 0
    assert cost == read_ * 2 + written * 8


@pytest.mark.parametrize("settings", [{"model_day_requests": 2}], indirect=True)
async def test_over_the_limit_the_words_are_kept_and_it_is_said_until_when(
    client: httpx2.AsyncClient, model: ModelServer, clock: StillClock
) -> None:
    model.says(Reply("Slowly."))
    assert (await say(client, ASK))["reply"]["text"] == "Slowly."
    assert (await say(client, ASK))["reply"]["text"] == "Slowly."
    told = await say(client, "lilies everywhere")
    assert told["reply"]["text"].splitlines()[0] == (
        "The language model is used up for today. It is there again Wed 25 Nov, 00:00 (in 12 h)."
    )
    assert [receipt["title"] for receipt in told["receipts"]] == ["lilies everywhere"]
    assert len(model.asked) == 2
    assert (await today(client))["again_at"].startswith("2026-11-25T00:00:00")

    clock.forward(timedelta(hours=12, seconds=1))
    assert (await say(client, ASK))["reply"]["text"] == "Slowly."
    assert taken(await today(client))[0] == 1
    assert len((await client.get(f"{USAGE}/days")).json()["items"]) == 2


@pytest.mark.parametrize("settings", [{"model_day_requests": 1}], indirect=True)
async def test_what_was_done_before_the_limit_stands(client: httpx2.AsyncClient, model: ModelServer) -> None:
    model.says(Reply(calls=[BOOKS]), Reply("There."))
    told = await say(client, ASK)
    assert told["reply"]["text"].splitlines() == [
        "Booked: Call the dentist. Wed 25 Nov, 15:00 (in 1 day 3 h).",
        "The language model is used up for today. It is there again Wed 25 Nov, 00:00 (in 12 h).",
        "What was done until then stands.",
    ]


@pytest.mark.parametrize("settings", [{"model_day_requests": 1}], indirect=True)
async def test_of_two_turns_at_once_one_takes_the_last(client: httpx2.AsyncClient, model: ModelServer) -> None:
    model.says(Reply("Slowly.", waits=0.3))
    told = await asyncio.gather(*(say(client, f"{ASK} {number}") for number in range(3)))
    assert sorted(one["reply"]["text"] == "Slowly." for one in told) == [False, False, True]
    assert len(model.asked) == 1


@pytest.mark.parametrize(
    "settings", [{"model_day_tokens": 20_000}, {"model_day_cost": 0.05}, {"model_day_seconds": 60}], indirect=True
)
async def test_tokens_money_and_time_are_limited_too(
    actor: Actor, client: httpx2.AsyncClient, model: ModelServer
) -> None:
    model.says(Reply("Slowly."))
    assert (await say(client, ASK))["reply"]["text"] == "Slowly."
    price = usage.Price(2, 8)
    begun = await usage.begin(actor, Tokens(1_000, 0), price)
    await usage.end(actor, begun, Tokens(19_000, 1_400), price, 60_000)
    told = await say(client, "lilies everywhere")
    assert told["reply"]["text"].startswith("The language model is used up for today.")
    assert len(model.asked) == 1


@pytest.mark.parametrize("settings", [{"model_day_requests": 1}], indirect=True)
async def test_nobody_uses_up_another_s_day(
    actor: Actor, person: NewPerson, client_for: ClientFor, model: ModelServer
) -> None:
    model.says(Reply("Slowly."))
    mine, theirs = client_for(actor), client_for(await person())
    await say(mine, ASK)
    assert taken(await today(theirs)) == (0, 0, 0, 0)
    assert (await say(theirs, ASK))["reply"]["text"] == "Slowly."


@pytest.mark.parametrize("settings", [{"model_day_requests": 1, "model_premium_requests": 3}], indirect=True)
async def test_another_plan_has_another_day(
    client_for: ClientFor, person: NewPerson, client: httpx2.AsyncClient, model: ModelServer
) -> None:
    premium = client_for(await person(role=Role.PREMIUM))
    assert [(await today(one))["limits"]["requests"] for one in (client, premium)] == [1, 3]
    model.says(*[Reply("There.") for _ in range(4)])
    for one in (client, premium):
        for _ in range(4):
            await say(one, ASK)
    assert [taken(await today(one))[0] for one in (client, premium)] == [1, 3]


async def test_reading_facts_and_dividing_tasks_count_too(actor: Actor, model: ModelServer) -> None:
    from cairn.memory.facts import by_model

    await tell(actor, ODD)
    model.says(NOTHING)
    await by_model.learn(actor)
    model.says(Reply(calls=[("final_result", {"steps": [{"text": "Open the drawer", "minutes": 2}]})]))
    assert await actor.runtime.provider(Splitter).split(actor, ToSplit("The drawer", "", Grain.START, "en"))
    async with actor.work() as work:
        told = await usage.today(work)
    assert (told.today.requests, told.today.tokens_read) == (2, 200)


@pytest.mark.parametrize("settings", [{"model_day_requests": 1}], indirect=True)
async def test_a_task_is_divided_by_the_library_once_the_day_is_used_up(actor: Actor, model: ModelServer) -> None:
    begun = await usage.begin(actor, Tokens(), usage.Price())
    await usage.end(actor, begun, Tokens(), usage.Price(), 1)
    assert await actor.runtime.provider(Splitter).split(actor, ToSplit("The drawer", "", Grain.START, "en")) == []
    assert model.asked == []


@pytest.mark.parametrize("settings", [{"model_day_requests": 2}], indirect=True)
async def test_who_moves_to_and_fro_begins_no_new_day(client: httpx2.AsyncClient, model: ModelServer) -> None:
    model.says(Reply("Slowly."))
    for zone in ("Pacific/Auckland", "Pacific/Honolulu", "Pacific/Auckland"):
        assert (await client.patch("/api/v1/me", json={"time_zone": zone})).status_code == 200
        await say(client, ASK)
    assert len(model.asked) == 2


async def test_days_come_in_pages_and_in_the_export_and_go_with_the_account(
    actor: Actor, client: httpx2.AsyncClient, clock: StillClock
) -> None:
    for _ in range(3):
        begun = await usage.begin(actor, Tokens(10, 5), usage.Price(1, 1))
        await usage.end(actor, begun, None, usage.Price(1, 1), 7)
        clock.forward(timedelta(days=1))
    first = (await client.get(f"{USAGE}/days", params={"limit": 2})).json()
    assert [one["day"] for one in first["items"]] == ["2026-11-26", "2026-11-25"]
    rest = (await client.get(f"{USAGE}/days", params={"limit": 2, "cursor": first["next_cursor"]})).json()
    assert [(one["day"], one["cost_micros"], one["millis"]) for one in rest["items"]] == [("2026-11-24", 15, 7)]
    assert rest["next_cursor"] is None

    async with actor.work() as work:
        from cairn.assistant.feature import feature

        assert feature.export is not None
        assert feature.erase is not None
        assert len((await feature.export(work))["model_use"]) == 3
        await feature.erase(work)
        assert (await feature.export(work))["model_use"] == []


def test_a_limit_of_money_needs_a_price() -> None:
    with pytest.raises(ValueError, match="needs a price"):
        AssistantSettings(_env_file=None, model="openai:x", model_day_cost=1)


@given(read_=st.integers(0, 10**7), written=st.integers(0, 10**7), price=st.floats(0.001, 100))
def test_nothing_is_for_nothing_and_more_costs_more(read_: int, written: int, price: float) -> None:
    cost = Tokens(read_, written).cost(price, price)
    assert (cost > 0) == (read_ + written > 0)
    assert cost <= Tokens(read_ + 1, written).cost(price, price)


@given(st.integers(0, 100), st.integers(0, 100))
def test_no_limit_holds_whatever_was_taken(limit: int, requests: int) -> None:
    assert Limits().hold(requests, requests, requests, requests)
    assert Limits(requests=limit).hold(requests, 10**9, 10**9, 10**9) == (limit == 0 or requests <= limit)
