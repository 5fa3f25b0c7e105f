"""Mood and energy over HTTP."""

import asyncio
import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from cairn.platform.clock import StillClock
from tests.conftest import NOON, ClientFor, NewPerson
from tests.privacy.life import read

URL = "/api/v1/mood"


async def say(client: httpx2.AsyncClient, **fields: Any) -> dict[str, Any]:
    answer = await client.post(URL, json=fields)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def test_how_somebody_is_can_be_said_changed_and_taken_away(client: httpx2.AsyncClient) -> None:
    entry = await say(client, mood="flat", energy="low", note="Slept badly")
    assert (entry["mood"], entry["energy"], entry["note"]) == ("flat", "low", "Slept badly")

    changed = await client.patch(f"{URL}/{entry['id']}", json={"mood": "okay"}, headers={"If-Match": '"1"'})
    assert changed.json()["mood"] == "okay"
    stale = await client.patch(f"{URL}/{entry['id']}", json={"mood": "good"}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412

    assert (await client.delete(f"{URL}/{entry['id']}")).status_code == 204
    assert (await client.delete(f"{URL}/{entry['id']}")).status_code == 404
    assert (await client.get(URL)).json()["items"] == []


@pytest.mark.parametrize(
    "body",
    [{}, {"note": "only words"}, {"mood": "7"}, {"energy": "none"}, {"mood": "flat", "score": 3}],
)
async def test_what_says_nothing_or_no_word_of_ours_is_refused(
    client: httpx2.AsyncClient, body: dict[str, Any]
) -> None:
    assert (await client.post(URL, json=body)).status_code == 422


async def test_an_entry_keeps_one_of_the_two(client: httpx2.AsyncClient) -> None:
    entry = await say(client, mood="flat", energy="low")
    assert (await client.patch(f"{URL}/{entry['id']}", json={"energy": None})).status_code == 200
    emptied = await client.patch(f"{URL}/{entry['id']}", json={"mood": None})
    assert emptied.status_code == 422
    assert (await client.get(f"{URL}/{entry['id']}")).json()["mood"] == "flat"


async def test_nobody_knows_how_they_will_be(client: httpx2.AsyncClient) -> None:
    later = (NOON + timedelta(hours=1)).isoformat()
    answer = await client.post(URL, json={"mood": "good", "at": later})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "at")


async def test_the_list_comes_in_pages_the_latest_first(client: httpx2.AsyncClient, clock: StillClock) -> None:
    for minutes, mood in ((30, "good"), (10, "rough"), (20, "flat")):
        await say(client, mood=mood, at=(NOON - timedelta(minutes=minutes)).isoformat())
    first = (await client.get(URL, params={"limit": 2})).json()
    second = (await client.get(URL, params={"limit": 2, "cursor": first["next_cursor"]})).json()
    assert [one["mood"] for one in first["items"] + second["items"]] == ["rough", "flat", "good"]
    assert second["next_cursor"] is None


async def test_someone_elses_is_not_there(person: NewPerson, client_for: ClientFor) -> None:
    ana, rui = client_for(await person()), client_for(await person())
    entry = await say(ana, mood="rough", energy="low")
    one = f"{URL}/{entry['id']}"
    answers = [await rui.get(one), await rui.patch(one, json={"mood": "good"}), await rui.delete(one)]
    assert {answer.status_code for answer in answers} == {404}
    assert (await rui.get(f"{URL}/lately")).json()["energy"] is None
    assert (await rui.get(URL)).json()["items"] == []
    nobody = client_for(None)
    assert {(await nobody.get(path)).status_code for path in (URL, one, f"{URL}/lately", f"{URL}/picture")} == {401}


async def test_it_cant_be_shared(client: httpx2.AsyncClient) -> None:
    share = {"email": "coach@example.org", "kinds": ["mood"], "about": "My coach"}
    assert (await client.post("/api/v1/me/shares", json=share)).status_code == 422


async def test_the_energy_said_last_is_what_the_next_thing_goes_by(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    await client.post("/api/v1/tasks", json={"title": "Write the report", "energy": "high", "important": True})
    await client.post("/api/v1/tasks", json={"title": "Water the plants", "energy": "low"})

    async def next_title(**given: str) -> str:
        return str((await client.get("/api/v1/tasks/next", params=given)).json()["task"]["title"])

    assert await next_title() == "Write the report"
    await say(client, energy="low")
    assert await next_title() == "Water the plants"
    assert await next_title(energy="high") == "Write the report"
    lately = (await client.get(f"{URL}/lately")).json()
    assert lately["energy"] == "low"
    clock.forward(timedelta(hours=4, seconds=1))
    assert await next_title() == "Write the report"
    assert (await client.get(f"{URL}/lately")).json()["until"] is None


async def test_a_mood_alone_leaves_the_energy_as_it_was(client: httpx2.AsyncClient, clock: StillClock) -> None:
    await say(client, energy="high")
    clock.forward(timedelta(minutes=5))
    await say(client, mood="good")
    assert (await client.get(f"{URL}/lately")).json()["energy"] == "high"


async def test_the_picture_is_drawn_in_the_persons_zone_and_language(person: NewPerson, client_for: ClientFor) -> None:
    client = client_for(await person(time_zone="America/New_York", locale="es"))
    for day in range(1, 9):
        morning = NOON.replace(hour=14) - timedelta(days=day)  # nine in New York
        await say(client, energy="high", at=morning.isoformat())
        await say(client, energy="low", at=(morning + timedelta(hours=10)).isoformat())
    drawn = (await client.get(f"{URL}/picture")).json()
    assert (drawn["good_time"], drawn["slow_time"]) == ("morning", "evening")
    assert drawn["sentence"].startswith("Las mañanas son tu buen momento.")
    assert not any(isinstance(value, int) and not isinstance(value, bool) for value in drawn.values())


async def test_changed_at_once_nothing_is_lost_silently(client: httpx2.AsyncClient) -> None:
    entry = await say(client, mood="flat", energy="low")
    one = f"{URL}/{entry['id']}"
    answers = await asyncio.gather(
        *(client.patch(one, json={"mood": mood}, headers={"If-Match": '"1"'}) for mood in ("good", "okay", "rough"))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412]


async def test_it_is_in_the_export(client: httpx2.AsyncClient) -> None:
    await say(client, mood="rough", note="quixotic")
    (row,) = read((await client.post("/api/v1/me/export")).content)["mood_entries"]
    assert (row["mood"], row["note"]) == ("rough", "quixotic")


async def test_it_is_in_no_log(client: httpx2.AsyncClient, capsys: pytest.CaptureFixture[str]) -> None:
    await say(client, mood="rough", note="quixotic")
    await client.post(URL, json={"mood": "quixotic"})
    logged = capsys.readouterr().out
    assert "/mood" in logged
    assert "quixotic" not in logged
    assert "rough" not in logged


async def test_the_trail_says_that_something_was_noted_and_not_what(client: httpx2.AsyncClient) -> None:
    entry = await say(client, mood="rough", note="quixotic")
    await client.patch(f"{URL}/{entry['id']}", json={"note": "windmills"})
    trail = (await client.get("/api/v1/me/history", params={"about": "everything"})).json()
    told = json.dumps(trail)
    assert "Mood or energy noted" in told
    assert "quixotic" not in told
    assert "windmills" not in told


async def test_an_id_that_is_none_is_not_found(client: httpx2.AsyncClient) -> None:
    assert (await client.get(f"{URL}/{uuid4()}")).status_code == 404
