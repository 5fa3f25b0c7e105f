"""Saying what a case says, and looking at what is there afterwards."""

from typing import Any

import httpx2

from cairn.assistant.usage import service as usage
from cairn.assistant.usage.rules import Tokens
from cairn.platform.actor import Actor
from tests.assistant.evaluation.judging import Case, Happened
from tests.assistant.openai_server import ModelServer, Reply, Script
from tests.assistant.test_with_a_model import V1, say, streamed
from tests.conftest import RunJobs


async def happened(client: httpx2.AsyncClient, actor: Actor, case: Case, model: ModelServer, run: RunJobs) -> Happened:
    """Say what the case says, as a person of its own, and look at what is there afterwards."""
    for words in case.before:
        await say(client, words)
    if case.before:
        await run()
    if case.used_up:
        await usage.begin(actor, Tokens(999_000), usage.Price())
    asked = len(model.asked)
    model.script = _script(case, model, asked)
    events = await streamed(client, case.say)
    told = events[-1][1]
    return Happened(
        reply=told["reply"]["text"],
        shown="".join(data["text"] for kind, data in events if kind == "text"),
        receipts=[one["kind"] for one in told["receipts"]],
        proposals=[one["tool"] for one in told["proposals"]],
        reminders=len((await client.get(f"{V1}/reminders")).json()["items"]),
        tasks=len((await client.get(f"{V1}/tasks")).json()["items"]),
        asked=len(model.asked) - asked,
    )


def _script(case: Case, model: ModelServer, asked: int) -> Script:
    def script(_: dict[str, Any]) -> Reply:
        if not case.script:
            return Reply("(This case wants no model to be asked.)")
        move = case.script[min(len(model.asked) - asked, len(case.script)) - 1]
        return Reply(move.text, calls=move.calls, status=move.status)

    return script
