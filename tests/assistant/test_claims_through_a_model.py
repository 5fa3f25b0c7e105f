"""Over a thousand claims, as a real model would send them over the wire: none reaches a person."""

import json
import re
from collections.abc import Sequence

import httpx2
import pytest

from tests.assistant.claims import claims
from tests.assistant.openai_server import ModelServer, Reply

TOGETHER = 8
"""Claims in one answer, each in a paragraph of its own."""

CLAIMS = list(claims())
ANSWERS = [CLAIMS[start : start + TOGETHER] for start in range(0, len(CLAIMS), TOGETHER)]


async def _told(client: httpx2.AsyncClient, *, follow: bool) -> str:
    """Everything a person could have read of one answer."""
    headers = {"Accept": "text/event-stream"} if follow else {}
    answer = await client.post("/api/v1/messages", json={"text": "and what do you think of that?"}, headers=headers)
    assert answer.status_code == 200
    if follow:
        return "\n".join(line for line in answer.text.splitlines() if line.startswith("data: "))
    return json.dumps(answer.json())


def _standing(told: str, answer: Sequence[tuple[str, str, str]]) -> list[str]:
    shown = json.dumps(told.casefold())
    return [claim for _, claim, dressed in answer if json.dumps(dressed.casefold())[1:-1] in shown]


@pytest.mark.parametrize("follow", [True, False])
async def test_no_claim_of_a_scripted_model_stands(
    client: httpx2.AsyncClient, model: ModelServer, follow: bool
) -> None:
    for answer in ANSWERS:
        model.says(Reply("\n\n".join(dressed for _, _, dressed in answer), piece=40))
        told = await _told(client, follow=follow)
        assert _standing(told, answer) == []
        assert "I haven't booked or changed anything." in told
        assert set(re.findall(r'"kind": ?"(\w+\.\w+)"', told)) <= {"thought.kept"}, "only the question was caught"
