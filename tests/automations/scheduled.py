"""Automations over HTTP, and what the ticker and the queue make of them."""

from typing import Any

import httpx2

URL = "/api/v1/automations"
DAILY = {"begins": "2026-11-25T08:00:00Z", "rrule": "FREQ=DAILY"}


async def made(client: httpx2.AsyncClient, **fields: Any) -> dict[str, Any]:
    body = {"what": "digest", **({} if "when" in fields else DAILY), **fields}
    answer = await client.post(URL, json=body)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def asked(client: httpx2.AsyncClient, text: str, **fields: Any) -> dict[str, Any]:
    return await made(client, what="prompt", prompt=text, **fields)


async def got(client: httpx2.AsyncClient, automation: dict[str, Any]) -> dict[str, Any]:
    return dict((await client.get(f"{URL}/{automation['id']}")).json())


async def runs(client: httpx2.AsyncClient, automation: dict[str, Any]) -> list[dict[str, Any]]:
    """What came of it, the latest first."""
    found: list[dict[str, Any]] = (await client.get(f"{URL}/{automation['id']}/runs")).json()["items"]
    return found


async def notices(client: httpx2.AsyncClient, channel: str = "page") -> list[dict[str, Any]]:
    """What the person was told by automations, the latest first."""
    found = (await client.get("/api/v1/deliveries", params={"channel": channel})).json()["items"]
    return [one for one in found if one["kind"] == "automation"]
