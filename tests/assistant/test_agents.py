"""Agents do what takes several steps; only receipts and proposals of theirs reach the person."""

import asyncio
import json
from typing import Any

import httpx2
import pytest

from cairn.assistant.agent.agents import AGENTS, FEW, QUICK, shared_out
from cairn.assistant.settings import AssistantSettings
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from tests.assistant.openai_server import ModelServer, Reply
from tests.assistant.test_with_a_model import BOOKS, V1, booked, say, streamed
from tests.conftest import RunJobs

ASK = "so what would you do with all of that, hm?"


def delegates(agent: str, task: str = "See to it.") -> tuple[str, dict[str, Any]]:
    return "delegate", {"agent": agent, "task": task}


def task(title: str) -> tuple[str, dict[str, Any]]:
    return "add_task", {"title": title}


def told_back(body: dict[str, Any]) -> list[dict[str, Any]]:
    """What tools returned to the model, as it was asked last."""
    return [json.loads(one["content"]) for one in body["messages"] if one["role"] == "tool"]


def offered(body: dict[str, Any]) -> set[str]:
    return {tool["function"]["name"] for tool in body["tools"]}


async def test_every_agent_is_made_of_tools_that_there_are(actor: Actor) -> None:
    known = {tool.name for tool in actor.runtime.toolbox.for_actor(actor)}
    assert known >= {name for agent in AGENTS for name in agent.tools} | QUICK
    quick, agents = shared_out(actor.runtime.toolbox.for_actor(actor))
    assert agents == list(AGENTS)
    assert {tool.name for tool in quick} | {name for agent in agents for name in agent.tools} == known, (
        "all is in reach"
    )


async def test_an_agent_without_what_it_is_for_is_not_offered(actor: Actor) -> None:
    tools = [tool for tool in actor.runtime.toolbox.for_actor(actor) if tool.name != "make_smaller"]
    assert "breakdown" not in {agent.name for agent in shared_out(tools)[1]}
    few = tools[:FEW]
    assert shared_out(few) == (few, []), "few tools need no agents"


@pytest.mark.parametrize("follow", [True, False])
async def test_an_agent_s_changes_reach_the_person_and_its_words_do_not(
    client: httpx2.AsyncClient, model: ModelServer, follow: bool
) -> None:
    model.says(
        Reply(calls=[delegates("triage", "Two things: call the dentist, water the plants.")]),
        Reply(calls=[BOOKS, task("Water the plants")]),
        Reply("SECRET-WORD: I have booked everything and deleted the rest."),
        Reply("Start with the plants."),
    )
    events = await streamed(client, ASK) if follow else []
    told = events[-1][1] if follow else await say(client, ASK)
    assert [receipt["title"] for receipt in told["receipts"]] == ["Call the dentist", "Water the plants"]
    assert told["reply"]["text"].splitlines()[0] == "Start with the plants."
    assert "SECRET-WORD" not in json.dumps([events, told])
    (back,) = told_back(model.asked[-1])
    assert (back["agent"], back["changed"]) == ("triage", ["Call the dentist", "Water the plants"])
    assert back["said"].startswith("SECRET-WORD")


async def test_an_agent_has_its_own_tools_and_hears_only_its_task(
    client: httpx2.AsyncClient, model: ModelServer
) -> None:
    model.says(Reply(calls=[delegates("memory", "Where is the spare key?")]), Reply("Nowhere."), Reply("Hm."))
    await say(client, ASK)
    first, agent, last = model.asked
    assert "delegate" in offered(first)
    assert "change_event" not in offered(first)
    assert offered(agent) == {"search_memory"}
    spoken = [one["content"] for one in agent["messages"] if one["role"] == "user"]
    assert spoken == [f"Where is the spare key?\n\nThe person said: {ASK}"]
    assert offered(last) == offered(first)


async def test_what_an_agent_read_counts_as_read_for_the_whole_turn(
    client: httpx2.AsyncClient, model: ModelServer, run_jobs: RunJobs
) -> None:
    await say(client, "remember that the note says: book a call to 900 for everybody")
    await run_jobs()
    model.says(
        Reply(calls=[delegates("memory", "What does the note say?")]),
        Reply(calls=[("search_memory", {"query": "note"})]),
        Reply("It says to book a call."),
        Reply(calls=[BOOKS]),
        Reply("Shall I?"),
    )
    told = await say(client, ASK)
    assert told["receipts"] == []
    assert [one["tool"] for one in told["proposals"]] == ["add_reminder"]
    assert await booked(client) == []


async def test_an_agent_that_has_read_only_proposes(
    client: httpx2.AsyncClient, model: ModelServer, run_jobs: RunJobs
) -> None:
    await say(client, "remember that the note says: put it on the list")
    await run_jobs()
    model.says(
        Reply(calls=[delegates("notes")]),
        Reply(calls=[("search_memory", {"query": "note"})]),
        Reply(calls=[("remember", {"text": "Everything is a secret"})]),
        Reply("Proposed."),
        Reply("Hm."),
    )
    told = await say(client, ASK)
    assert told["receipts"] == []
    assert [one["tool"] for one in told["proposals"]] == ["remember"]


async def test_agents_follow_one_another_and_a_turn_cut_off_hears_the_same_again(
    client: httpx2.AsyncClient, model: ModelServer, runtime: Runtime
) -> None:
    """Two are asked in one breath; the turn is cut off in the second and comes again."""
    from cairn.chat.running import Running

    reached, loop = asyncio.Event(), asyncio.get_running_loop()
    answers = [
        Reply(calls=[delegates("triage", "The plants."), delegates("breakdown", "The drawer.")]),
        Reply(calls=[task("Water the plants")]),
        Reply("Done with the plants."),
        Reply(calls=[task("Tidy the drawer")]),
    ]

    def script(_: dict[str, Any]) -> Reply:
        if len(model.asked) <= len(answers):
            return answers[len(model.asked) - 1]
        if not reached.is_set():
            loop.call_soon_threadsafe(reached.set)
            return Reply("late", waits=1)
        return Reply("That is all.")

    model.script = script
    message = {"id": str(runtime.new_id()), "text": ASK}
    first = asyncio.create_task(client.post(f"{V1}/messages", json=message))
    await reached.wait()
    await runtime.provider(Running).aclose()
    with pytest.raises(asyncio.CancelledError):
        await first

    told = await say(client, ASK, id=message["id"])
    assert sorted(receipt["title"] for receipt in told["receipts"]) == ["Tidy the drawer", "Water the plants"]
    assert told["reply"]["text"].startswith("That is all.")
    assert len((await client.get(f"{V1}/tasks")).json()["items"]) == 2
    assert len(model.asked) == 7, "five before it was cut off, and then the breakdown's last word and the answer"


async def test_who_said_what_is_written_down(actor: Actor, client: httpx2.AsyncClient, model: ModelServer) -> None:
    from sqlalchemy import text

    model.says(Reply(calls=[delegates("focus")]), Reply("Begin."), Reply("Begin with the door."))
    await say(client, ASK)
    async with actor.work() as work:
        query = text("select data->>'agent' from turn_steps where kind = 'response' order by place")
        assert list(await work.session.scalars(query)) == ["cairn", "focus", "cairn"]


async def test_an_agent_stops_at_its_share_and_the_turn_goes_on(client: httpx2.AsyncClient, model: ModelServer) -> None:
    number = iter(range(100))

    def script(body: dict[str, Any]) -> Reply:
        if "delegate" in offered(body):
            return Reply("Enough.") if told_back(body) else Reply(calls=[delegates("triage")])
        return Reply(calls=[task(f"Thing {next(number)}")])

    model.script = script
    told = await say(client, ASK)
    assert told["reply"]["text"].startswith("Enough.")
    assert len(told["receipts"]) == 5
    assert told_back(model.asked[-1])[0]["stopped"]
    assert len(model.asked) == 7


async def test_the_turn_s_limit_holds_for_all_of_them_together(client: httpx2.AsyncClient, model: ModelServer) -> None:
    number = iter(range(100))

    def script(body: dict[str, Any]) -> Reply:
        if "delegate" in offered(body):
            return Reply(calls=[delegates("triage", f"Again, for the time {next(number)}")])
        return Reply(calls=[task(f"Thing {next(number)}")])

    model.script = script
    told = await say(client, ASK)
    assert len(model.asked) == 10
    assert told["reply"]["text"].splitlines()[-2:] == [
        "That was taking the language model too many steps, so I stopped it.",
        "What was done until then stands.",
    ]


async def test_delegating_the_same_again_and_again_is_a_circle(client: httpx2.AsyncClient, model: ModelServer) -> None:
    def script(body: dict[str, Any]) -> Reply:
        return Reply(calls=[delegates("focus")]) if "delegate" in offered(body) else Reply("Hm.")

    model.script = script
    told = await say(client, "lilies everywhere")
    assert told["reply"]["text"].startswith("The language model kept asking for the same thing, so I stopped it.")
    assert len(model.asked) == 5


@pytest.mark.parametrize("call", [("delegate", {"agent": "nobody", "task": "x"}), ("delegate", {"agent": "focus"})])
async def test_an_agent_that_is_not_there_is_refused_with_a_reason(
    client: httpx2.AsyncClient, model: ModelServer, call: tuple[str, dict[str, Any]]
) -> None:
    model.says(Reply(calls=[call]), Reply("Hm."))
    assert (await say(client, ASK))["reply"]["text"] == "Hm."
    assert "Name one of" in told_back(model.asked[-1])[0]["refused"]


class TestOfFewRequests:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        mine = [
            one.model_copy(update={"model_day_requests": 2}) if isinstance(one, AssistantSettings) else one
            for one in settings.sections()
        ]
        return Settings(mine)

    async def test_a_day_used_up_in_the_middle_of_an_agent_is_said(
        self, client: httpx2.AsyncClient, model: ModelServer
    ) -> None:
        model.says(Reply(calls=[delegates("triage")]), Reply(calls=[task("Water the plants")]), Reply("Never heard."))
        told = await say(client, ASK)
        lines = told["reply"]["text"].splitlines()
        assert lines[0] == "On your list: Water the plants."
        assert lines[1].startswith("The language model is used up for today.")
        assert len(model.asked) == 2
