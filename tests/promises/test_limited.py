"""Limits count a person, whatever they show and at whatever door; another person's are their own."""

from datetime import timedelta

import pytest

from cairn.platform.http.work import PERSON
from cairn.platform.protection import Protection
from tests.promises.conftest import V1, Scene

BURST, DAY = 8, 30


@pytest.fixture
def protection() -> Protection:
    return Protection(_env_file=None, limit_person=BURST, quota_user=DAY)


async def statuses(scene: Scene, many: int) -> list[int]:
    return [(await scene.ask("GET", "/me")).status_code for _ in range(many)]


async def test_who_asked_for_a_lot_waits_at_every_door(scene: Scene) -> None:
    scene.clock.forward(timedelta(minutes=1))
    assert await statuses(scene, BURST + 1) == [200] * BURST + [429]

    assert await scene.knock_at(scene.doors) == dict.fromkeys(scene.doors, 429)
    refused = await scene.ask("GET", "/tasks", headers={PERSON: scene.others_id})
    assert refused.status_code in (404, 429)
    answer = await scene.ask("POST", "/tasks", json={"title": "tea"})
    assert (answer.status_code, answer.json()["type"]) == (429, "/problems/too-many-requests")
    assert int(answer.headers["retry-after"]) > 0
    # What else they hold doesn't help, and nobody else waits.
    assert (await scene.nobody.get(f"{V1}/me", headers=scene.signed_in)).status_code == 429
    assert (await scene.other.get(f"{V1}/me")).status_code == 200

    scene.clock.forward(timedelta(minutes=1))
    assert await scene.knock_at(scene.doors) == dict.fromkeys(scene.doors, 200)


async def test_a_days_quota_holds_at_every_door(scene: Scene) -> None:
    for _ in range(DAY):
        scene.clock.forward(timedelta(seconds=10))
        answer = await scene.ask("GET", "/me")
        if answer.status_code == 429:
            break
    scene.clock.forward(timedelta(minutes=1))  # and no burst keeps them waiting

    assert await scene.knock_at(scene.doors) == dict.fromkeys(scene.doors, 429)
    assert (await scene.ask("GET", "/me")).json()["type"] == "/problems/daily-quota-reached"
    assert (await scene.nobody.get(f"{V1}/me", headers=scene.signed_in)).status_code == 429
    assert (await scene.other.get(f"{V1}/me")).status_code == 200
