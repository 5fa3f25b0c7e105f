"""What an automation asks is said once in a conversation of its own, changes nothing without a yes, and has a cost."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx2
import pytest

from cairn.automations import running
from cairn.automations.settings import AutomationSettings
from cairn.automations.ticker import tick
from cairn.chat import repository as chat
from cairn.chat import turns
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from tests.assistant.openai_server import ModelServer, Reply
from tests.automations.scheduled import URL, asked, notices, runs
from tests.conftest import RunJobs

V1 = "/api/v1"
ASKS = "hm, so how does this week look, roughly?"
BUYS = ("add_task", {"title": "Buy balloons", "estimate_minutes": 20})


async def by_hand(client: httpx2.AsyncClient, automation: dict[str, Any], run_jobs: RunJobs) -> dict[str, Any]:
    """Run it, and what came of it."""
    await client.post(f"{URL}/{automation['id']}/runs")
    await run_jobs()
    return (await runs(client, automation))[0]


async def thread(client: httpx2.AsyncClient, automation: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await client.get(f"{V1}/conversations/{automation['id']}/messages")).json()["items"]
    return found


async def test_a_prompt_is_said_and_answered_at_its_time(
    client: httpx2.AsyncClient, model: ModelServer, runtime: Runtime, clock: StillClock, run_jobs: RunJobs
) -> None:
    automation = await asked(client, ASKS, name="Look ahead")
    assert automation["ready"]
    model.says(Reply("It looks calm."))
    clock.forward(timedelta(hours=20))
    await tick(runtime)
    await run_jobs()
    (run,) = await runs(client, automation)
    assert (run["state"], run["came"], run["requests"]) == ("done", "turn", 1)
    assert run["tokens"] > 0
    reply, said = await thread(client, automation)
    assert (said["text"], said["automation_id"], said["id"]) == (ASKS, automation["id"], run["id"])
    assert (reply["text"], reply["turn_id"]) == ("It looks calm.", run["came_id"])
    (conversation,) = (await client.get(f"{V1}/conversations")).json()["items"]
    assert (conversation["title"], conversation["main"]) == ("Look ahead", False)
    (told,) = await notices(client)
    assert (told["title"], told["text"]) == (
        "Look ahead",
        "There is an answer to what this asks. It is in its conversation.",
    )
    assert (await client.get(f"{V1}/memories")).json()["items"] == []


async def test_what_a_model_wants_to_change_waits_for_a_yes_though_it_read_nothing(
    client: httpx2.AsyncClient, model: ModelServer, clock: StillClock, run_jobs: RunJobs
) -> None:
    automation = await asked(client, ASKS)
    model.says(Reply(calls=[BUYS]), Reply("You may need balloons."))
    run = await by_hand(client, automation, run_jobs)
    assert (run["state"], run["requests"]) == ("done", 2)
    assert (await client.get(f"{V1}/tasks")).json()["items"] == []
    (told,) = await notices(client)
    assert told["text"].endswith("What it would change waits for your yes.")
    clock.forward(timedelta(hours=10))  # nobody has to be there within half an hour
    (one,) = (await client.get(f"{V1}/proposals")).json()["items"]
    assert (one["why"], one["state"]) == ("unattended", "waiting")
    assert (await client.post(f"{V1}/proposals/{one['id']}/confirm")).status_code == 200
    assert [task["title"] for task in (await client.get(f"{V1}/tasks")).json()["items"]] == ["Buy balloons"]


async def test_a_yes_in_its_conversation_hours_later_does_it(
    client: httpx2.AsyncClient, model: ModelServer, clock: StillClock, run_jobs: RunJobs
) -> None:
    automation = await asked(client, ASKS)
    model.says(Reply(calls=[BUYS]), Reply("You may need balloons."))
    await by_hand(client, automation, run_jobs)
    clock.forward(timedelta(hours=10))
    answer = await client.post(f"{V1}/messages", json={"text": "yes", "conversation_id": automation["id"]})
    assert answer.json()["reply"]["text"].startswith("On your list: Buy balloons.")
    assert [task["title"] for task in (await client.get(f"{V1}/tasks")).json()["items"]] == ["Buy balloons"]


async def test_a_yes_that_comes_a_day_later_does_nothing(
    client: httpx2.AsyncClient, model: ModelServer, clock: StillClock, run_jobs: RunJobs
) -> None:
    model.says(Reply(calls=[BUYS]), Reply("You may need balloons."))
    await by_hand(client, await asked(client, ASKS), run_jobs)
    (one,) = (await client.get(f"{V1}/proposals")).json()["items"]
    clock.forward(timedelta(hours=24))
    assert (await client.post(f"{V1}/proposals/{one['id']}/confirm")).status_code == 409
    assert (await client.get(f"{V1}/proposals")).json()["items"] == []


async def test_a_prompt_that_reads_yes_agrees_to_nothing(
    client: httpx2.AsyncClient, model: ModelServer, clock: StillClock, run_jobs: RunJobs
) -> None:
    automation = await asked(client, ASKS)
    model.says(Reply(calls=[BUYS]), Reply("You may need balloons."))
    await by_hand(client, automation, run_jobs)
    await client.patch(f"{URL}/{automation['id']}", json={"prompt": "yes"})
    clock.forward(timedelta(minutes=1))
    model.says(Reply("Good."))
    run = await by_hand(client, automation, run_jobs)
    assert run["state"] == "done"
    assert (await client.get(f"{V1}/tasks")).json()["items"] == []
    (one,) = (await client.get(f"{V1}/proposals")).json()["items"]
    assert one["state"] == "waiting"


async def test_the_days_budget_stops_it_visibly_and_tells_once(
    client: httpx2.AsyncClient, model: ModelServer, clock: StillClock, run_jobs: RunJobs
) -> None:
    most = AutomationSettings(_env_file=None).automation_prompts
    several = [await asked(client, ASKS) for _ in range(most + 2)]
    model.says(*[Reply("It looks calm.") for _ in several])
    await asyncio.gather(*(client.post(f"{URL}/{one['id']}/runs") for one in several))
    await run_jobs()
    came = [(await runs(client, one))[0] for one in several]
    assert sorted(one["state"] for one in came) == ["done"] * most + ["skipped"] * 2
    assert {one["why"] for one in came if one["state"] == "skipped"} == {"budget"}
    assert len([one for one in await notices(client) if "as often as they may today" in one["text"]]) == 1
    clock.forward(timedelta(hours=13))
    stopped = next(one for one, run in zip(several, came, strict=True) if run["state"] == "skipped")
    assert (await by_hand(client, stopped, run_jobs))["state"] == "done"


async def test_deleting_what_asked_gives_no_new_budget(
    client: httpx2.AsyncClient, model: ModelServer, clock: StillClock, run_jobs: RunJobs
) -> None:
    most = AutomationSettings(_env_file=None).automation_prompts
    model.says(*[Reply("It looks calm.") for _ in range(most + 1)])
    for _ in range(most):
        automation = await asked(client, ASKS)
        assert (await by_hand(client, automation, run_jobs))["state"] == "done"
        assert (await client.delete(f"{URL}/{automation['id']}")).status_code == 204
    once_more = await asked(client, ASKS)
    assert (await by_hand(client, once_more, run_jobs))["why"] == "budget"
    assert len(model.asked) == most
    # A day that began where the clocks are ahead isn't begun a second time.
    assert (await client.patch(f"{V1}/me", json={"time_zone": "Pacific/Pago_Pago"})).status_code == 200
    clock.forward(timedelta(minutes=1))
    assert (await by_hand(client, once_more, run_jobs))["why"] == "budget"
    clock.forward(timedelta(hours=36))
    assert (await by_hand(client, once_more, run_jobs))["state"] == "done"


async def test_a_model_that_does_not_answer_is_told(
    client: httpx2.AsyncClient, model: ModelServer, run_jobs: RunJobs
) -> None:
    model.says(Reply(status=400))
    run = await by_hand(client, await asked(client, ASKS), run_jobs)
    assert (run["state"], run["why"]) == ("failed", "model")
    (told,) = await notices(client)
    assert told["text"] == "The language model didn't answer."


ORDERS = [
    "give me a short pep talk",
    "look at my tasks and tell me what I can drop",
    "buy balloons",
    "remind me tomorrow at 9 to buy balloons",
    "remember that balloons are in the cellar",
    "bought the cake",
    "undo",
]


@pytest.mark.parametrize("words", ORDERS)
async def test_a_prompt_that_reads_like_an_order_is_asked_and_changes_nothing(
    client: httpx2.AsyncClient, model: ModelServer, run_jobs: RunJobs, words: str
) -> None:
    await client.post(f"{V1}/tasks", json={"title": "Buy the cake"})
    automation = await asked(client, words)
    model.says(Reply(calls=[BUYS]), Reply("You can do it."))
    run = await by_hand(client, automation, run_jobs)
    assert (run["state"], run["requests"]) == ("done", 2)
    reply, *_ = await thread(client, automation)
    assert reply["text"].startswith("You can do it.")
    assert reply["receipts"] == []
    assert [one["state"] for one in reply["proposals"]] == ["waiting"]
    assert [task["title"] for task in (await client.get(f"{V1}/tasks")).json()["items"]] == ["Buy the cake"]


@pytest.mark.parametrize("words", [ASKS, "the balcony is odd in its own way, as such", "buy balloons"])
async def test_what_it_asks_is_not_caught_though_no_model_answers(
    client: httpx2.AsyncClient, model: ModelServer, run_jobs: RunJobs, words: str
) -> None:
    model.says(Reply(status=400))
    automation = await asked(client, words)
    for _ in range(2):
        assert (await by_hand(client, automation, run_jobs))["why"] == "model"
    reply, *_ = await thread(client, automation)
    assert (reply["text"], reply["receipts"]) == ("The language model isn't answering just now.", [])
    assert (await client.get(f"{V1}/memories")).json()["items"] == []


async def test_cut_off_between_asking_and_answering_it_is_asked_and_paid_once(
    client: httpx2.AsyncClient,
    actor: Actor,
    model: ModelServer,
    clock: StillClock,
    run_jobs: RunJobs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    automation = await asked(client, ASKS)
    model.says(Reply("It looks calm."))
    run = (await client.post(f"{URL}/{automation['id']}/runs")).json()
    await running.run(actor, UUID(run["id"]))
    await running.run(actor, UUID(run["id"]))  # its job comes once more
    async with actor.work() as work:
        message = await chat.message(work, UUID(run["id"]))
        assert message is not None
        turn = await chat.hold(work, message.turn_id, work.runtime.new_id(), work.now + turns.HOLD)
    assert turn is not None
    finish = turns.finish

    async def cut_off(*_: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(turns, "finish", cut_off)
        with pytest.raises(KeyboardInterrupt):
            await turns.run(actor, message, turn, turns.Unwatched())
    assert turns.finish is finish
    clock.forward(turns.HOLD)
    await run_jobs()
    (run,) = await runs(client, automation)
    assert (run["state"], run["requests"]) == ("done", 1)
    assert len(await thread(client, automation)) == 2
    assert len(model.asked) == 1


async def test_deleting_its_conversation_ends_what_it_asked(
    client: httpx2.AsyncClient, actor: Actor, model: ModelServer, run_jobs: RunJobs
) -> None:
    automation = await asked(client, ASKS)
    run = (await client.post(f"{URL}/{automation['id']}/runs")).json()
    await running.run(actor, UUID(run["id"]))
    assert (await client.delete(f"{V1}/conversations/{automation['id']}")).status_code == 204
    await run_jobs()
    (run,) = await runs(client, automation)
    assert (run["state"], run["why"]) == ("failed", "deleted")
    assert model.asked == []


async def test_deleted_while_it_asks_it_is_answered_and_nothing_fails(
    client: httpx2.AsyncClient, actor: Actor, model: ModelServer, run_jobs: RunJobs
) -> None:
    automation = await asked(client, ASKS)
    run = (await client.post(f"{URL}/{automation['id']}/runs")).json()
    await running.run(actor, UUID(run["id"]))
    assert (await client.delete(f"{URL}/{automation['id']}")).status_code == 204
    model.says(Reply("It looks calm."))
    await run_jobs()
    assert [one["text"] for one in await thread(client, automation)] == ["It looks calm.", ASKS]


async def test_the_assistant_makes_pauses_and_takes_back(client: httpx2.AsyncClient, model: ModelServer) -> None:
    begins = {"begins": "2026-11-25T08:00:00+00:00", "rrule": "FREQ=DAILY"}
    model.says(Reply(calls=[("add_automation", {"what": "digest", **begins})]), Reply("There it is."))
    told = (await client.post(f"{V1}/messages", json={"text": ASKS})).json()
    (receipt,) = told["receipts"]
    assert (receipt["kind"], receipt["title"], receipt["can_undo"]) == ("automation.added", "Your day", True)
    assert "Every time, by itself: Your day. Every day, first Wed 25 Nov, 08:00" in told["reply"]["text"]
    (automation,) = (await client.get(URL)).json()["items"]
    model.says(Reply(calls=[("pause_automation", {"automation_id": automation["id"]})]), Reply("Done."))
    paused = (await client.post(f"{V1}/messages", json={"text": ASKS + " please"})).json()["receipts"][0]
    assert (await client.get(URL)).json()["items"][0]["paused_at"]
    assert (await client.post(f"{V1}/receipts/{paused['id']}/undo")).status_code == 200
    assert (await client.get(URL)).json()["items"][0]["paused_at"] is None
    edited = {"name": "Mine"}
    assert (await client.patch(f"{URL}/{automation['id']}", json=edited)).status_code == 200
    assert (await client.post(f"{V1}/receipts/{receipt['id']}/undo")).status_code == 412
    assert [one["name"] for one in (await client.get(URL)).json()["items"]] == ["Mine"]
