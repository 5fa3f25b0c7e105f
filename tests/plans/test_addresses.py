"""The address that a phone calls is shown once, and stands nowhere."""

from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from cairn.platform.actor import Actor

URL = "/api/v1/plans"
HOME = {"cue": {"kind": "arrival", "place": "Home"}, "deed": "Put the keys in the bowl"}
TOLD_ONCE = {"Idempotency-Key": "plan-1"}


async def _asked(client: httpx2.AsyncClient, how: str) -> dict[str, Any]:
    """Ask for an address, the same each time."""
    if how == "made":
        answer = await client.post(URL, json=HOME, headers=TOLD_ONCE)
    else:
        (plan,) = (await client.get(URL)).json()["items"]
        at = f"{URL}/{plan['id']}"
        if how == "new":
            answer = await client.post(f"{at}/address", headers=TOLD_ONCE)
        else:
            answer = await client.patch(at, json={"cue": HOME["cue"]}, headers=TOLD_ONCE)
    return dict(answer.raise_for_status().json())


@pytest.mark.parametrize("how", ["made", "new", "changed"])
async def test_an_idempotency_key_brings_no_secret_back_and_does_nothing_twice(
    client: httpx2.AsyncClient, actor: Actor, how: str
) -> None:
    if how == "new":
        await client.post(URL, json=HOME)
    if how == "changed":
        await client.post(URL, json={**HOME, "cue": {"kind": "time", "at": "18:00"}})
    first = await _asked(client, how)
    secret = first["hook_url"].partition("?key=")[2]
    async with actor.work() as work:
        (kept,) = (await work.session.scalars(text("select body from idempotent_answers"))).all()
    assert secret
    assert secret.encode() not in bytes(kept)

    again = await _asked(client, how)
    assert again == {**first, "hook_url": None}
    assert len((await client.get(URL)).json()["items"]) == 1
    called = await client.post(f"/api/v1/hooks/plans/{first['id']}", params={"key": secret})
    assert called.status_code == 204
