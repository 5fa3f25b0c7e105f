"""What a model has kept in words of its own is kept as its words: nobody is told that they said it.

Nothing is learnt from it about them, and what they said themselves is kept beside it.
"""

from typing import Any

import httpx2
import pytest

from tests.assistant.openai_server import ModelServer, Reply, Script
from tests.conftest import RunJobs

V1 = "/api/v1"
OWN = "I love brussels sprouts"


def keeps(tool: str, text: str, *, reads: bool) -> Script:
    """A model that keeps these words, after it looked something up or at once."""

    def answers(request: dict[str, Any]) -> Reply:
        heard = sum(one["role"] == "tool" for one in request["messages"])
        if "remember" not in str(request.get("tools")):
            return Reply("")
        steps = [*([Reply(calls=[("list_today", {})])] if reads else []), Reply(calls=[(tool, {"text": text})])]
        return steps[heard] if heard < len(steps) else Reply("")

    return answers


async def said(client: httpx2.AsyncClient, text: str) -> dict[str, Any]:
    answer = await client.post(f"{V1}/messages", json={"text": text})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def kept(client: httpx2.AsyncClient) -> dict[str, str]:
    """Who said what memory holds."""
    return {one["text"]: one["speaker"] for one in (await client.get(f"{V1}/memories")).json()["items"]}


@pytest.mark.parametrize("tool", ["remember", "keep_thought"])
@pytest.mark.parametrize("reads", [True, False])
async def test_what_a_model_puts_in_its_own_words_is_not_told_as_said(
    client: httpx2.AsyncClient, model: ModelServer, run_jobs: RunJobs, tool: str, reads: bool
) -> None:
    model.script = keeps(tool, OWN, reads=reads)
    told = await said(client, "hm, and the market, roughly?")
    for one in told["proposals"]:
        assert (await client.post(f"{V1}/proposals/{one['id']}/confirm")).status_code == 200
    await run_jobs()
    assert await kept(client) == {OWN: "cairn", "hm, and the market, roughly?": "me"}
    assert (await client.get(f"{V1}/facts")).json()["items"] == []
    found = await said(client, "what did I say about brussels sprouts?")
    assert [(one["text"], one["speaker"]) for one in found["reply"]["quotes"]] == [(OWN, "cairn")]
    assert found["reply"]["text"] == "This is what I have about it:"


async def test_what_the_person_said_is_kept_as_theirs(
    client: httpx2.AsyncClient, model: ModelServer, run_jobs: RunJobs
) -> None:
    model.script = keeps("remember", OWN, reads=False)
    await said(client, "hm, well, I love brussels sprouts, don't I?")
    await run_jobs()
    assert (await kept(client))[OWN] == "me"
