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


NIGHT_OWL = {"begins": "10:00:00", "ends": "02:00:00"}


async def test_the_day_that_is_said_is_the_day_and_goes_back_to_the_usual(client: httpx2.AsyncClient) -> None:
    await client.patch(ME, json={"settings": {"theme": "dark", "day": NIGHT_OWL}})
    assert (await client.get(ME)).json()["settings"] == {"theme": "dark", "day": NIGHT_OWL}

    await client.patch(ME, json={"settings": {"day": None}})
    assert (await client.get(ME)).json()["settings"] == {"theme": "dark", "day": None}


@pytest.mark.parametrize(
    "day",
    [
        {"begins": "10:00"},
        {"begins": "10:00", "ends": "10:00"},
        {"begins": "10:00", "ends": "13:59"},
        {"begins": "23:00", "ends": "02:00"},
        {"begins": "25:00", "ends": "02:00"},
        {"begins": "10:00Z", "ends": "02:00"},
        {"begins": "10:00", "ends": "22:00", "lunch": "13:00"},
        "10:00",
    ],
)
async def test_a_day_that_cannot_be_is_refused(client: httpx2.AsyncClient, day: object) -> None:
    assert (await client.patch(ME, json={"settings": {"day": day}})).status_code == 422
    assert (await client.get(ME)).json()["settings"] == {}
