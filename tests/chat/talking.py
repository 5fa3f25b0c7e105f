"""What somebody says, and what is there afterwards, by HTTP."""

from typing import Any

import httpx2

V1 = "/api/v1"


async def say(client: httpx2.AsyncClient, text: str, **more: Any) -> dict[str, Any]:
    answer = await client.post(f"{V1}/messages", json={"text": text, **more})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def items(client: httpx2.AsyncClient, path: str) -> list[dict[str, Any]]:
    answer = await client.get(f"{V1}{path}")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found
