"""Preferences are the ones that there are, and change one by one."""

import httpx2
import pytest

ME = "/api/v1/me"


@pytest.mark.parametrize("wished", [{"theme": "pink"}, {"theme": None}, {"role": "administrator"}, {"anything": 1}, []])
async def test_preferences_that_there_are_not_are_refused(client: httpx2.AsyncClient, wished: object) -> None:
    assert (await client.patch(ME, json={"settings": wished})).status_code == 422
    assert (await client.get(ME)).json()["settings"] == {}


async def test_what_is_left_out_stays(client: httpx2.AsyncClient) -> None:
    await client.patch(ME, json={"settings": {"theme": "dark"}})
    changed = await client.patch(ME, json={"settings": {}, "name": "Rita"})
    assert (changed.json()["settings"], changed.json()["name"]) == ({"theme": "dark"}, "Rita")
