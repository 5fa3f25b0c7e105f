"""Going through a review over HTTP."""

from typing import Any

import httpx2

V1 = "/api/v1"
URL = f"{V1}/reviews"


async def call(client: httpx2.AsyncClient, method: str, path: str, body: Any = None, status: int = 0) -> Any:
    answer = await client.request(method, f"{V1}{path}", json=body)
    assert answer.status_code == status if status else answer.is_success, answer.text
    return answer.json() if answer.content else None


async def begin(client: httpx2.AsyncClient, kind: str) -> dict[str, Any]:
    return dict(await call(client, "POST", "/reviews", {"kind": kind}))


async def say(client: httpx2.AsyncClient, review: dict[str, Any], **given: Any) -> dict[str, Any]:
    """Answer the screen that it stands at."""
    return dict(await call(client, "POST", f"/reviews/{review['id']}/answer", {"step": review["step"], **given}))


async def decide(client: httpx2.AsyncClient, review: dict[str, Any], thing_id: str, what: str) -> dict[str, Any]:
    return dict(await call(client, "POST", f"/reviews/{review['id']}/decide", {"thing_id": thing_id, "what": what}))


async def task(client: httpx2.AsyncClient, title: str, **fields: Any) -> dict[str, Any]:
    return dict(await call(client, "POST", "/tasks", {"title": title, **fields}, 201))


async def until(client: httpx2.AsyncClient, review: dict[str, Any], step: str) -> dict[str, Any]:
    while review["step"] != step:
        review = await say(client, review)
    return review


def titles(review: dict[str, Any]) -> list[str]:
    return [thing["title"] for thing in review["screen"]["things"]]
