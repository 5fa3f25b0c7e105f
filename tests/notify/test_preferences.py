"""How a person wishes to be reached, over HTTP and by the assistant's tools."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from sqlalchemy import text

from cairn.notify import preferences
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Call, Receipt
from tests.conftest import NOON, ClientFor, NewPerson
from tests.mail.mail_server import MailServer
from tests.reminders.booking import booked

V1 = "/api/v1"
PREFERENCES = f"{V1}/notifications/preferences"
QUIET = f"{V1}/notifications/do-not-disturb"
OWN = {"rungs": [{"channels": ["page"], "after_minutes": 0}, {"channels": ["email"], "after_minutes": 30}], "nag": None}


@pytest.fixture
def client(actor: Actor, client_for: ClientFor) -> httpx2.AsyncClient:
    return client_for(actor)


async def test_without_any_setting_it_is_as_usual(client: httpx2.AsyncClient) -> None:
    told = (await client.get(PREFERENCES)).json()

    assert told["preset"] == "usual"
    assert told["ladder"] == told["presets"]["usual"]
    assert (told["quiet_hours"], told["off"], told["do_not_disturb_until"]) == (None, [], None)
    assert told["ladder"]["rungs"] == [{"channels": told["channels"], "after_minutes": 0}]


async def test_without_a_mail_server_mail_stays_here(client: httpx2.AsyncClient) -> None:
    assert (await client.get(PREFERENCES)).json()["mail_stays_here"]


async def test_with_a_mail_server_mail_goes_out(carrier: MailServer, client: httpx2.AsyncClient) -> None:
    assert carrier.letters == []
    assert not (await client.get(PREFERENCES)).json()["mail_stays_here"]


async def test_what_is_put_is_what_is_there(client: httpx2.AsyncClient) -> None:
    hours = {"start": "22:00:00", "end": "07:30:00", "channels": ["email"]}
    body = {"preset": "own", "ladder": OWN, "quiet_hours": hours, "off": ["email"]}

    for _ in range(2):
        answer = await client.put(PREFERENCES, json=body)
        assert answer.status_code == 200, answer.text
    told = (await client.get(PREFERENCES)).json()

    assert {name: told[name] for name in body} == body
    assert told["nothing_but_the_page"] == (set(told["channels"]) == {"page", "email"})


@pytest.mark.parametrize(
    "body",
    [
        {"preset": "loud"},
        {"off": ["page"]},
        {"off": ["pigeon"]},
        {"preset": "own"},
        {"preset": "own", "ladder": {"rungs": [{"channels": ["pigeon"]}]}},
        {"quiet_hours": {"start": "25:00", "end": "07:00"}},
        {"quiet_hours": {"start": "07:00", "end": "07:00"}},
        {"more": True},
    ],
)
async def test_what_cannot_be_is_refused(client: httpx2.AsyncClient, body: dict[str, Any]) -> None:
    answer = await client.put(PREFERENCES, json=body)

    assert answer.status_code == 422
    assert (await client.get(PREFERENCES)).json()["preset"] == "usual"


async def test_do_not_disturb_begins_and_ends_and_is_over_by_itself(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    until = (NOON + timedelta(minutes=10)).isoformat()
    begun = await client.put(QUIET, json={"until": until})
    ended = await client.delete(QUIET)
    again = await client.delete(QUIET)
    await client.put(QUIET, json={"until": until})
    clock.forward(timedelta(minutes=10))

    assert begun.json()["do_not_disturb_until"] is not None
    assert ended.json()["do_not_disturb_until"] is None
    assert again.status_code == 200
    assert (await client.get(PREFERENCES)).json()["do_not_disturb_until"] is None


@pytest.mark.parametrize("away", [timedelta(0), timedelta(minutes=-1), timedelta(days=31)])
async def test_do_not_disturb_ends_some_day_and_not_before_it_began(
    client: httpx2.AsyncClient, away: timedelta
) -> None:
    assert (await client.put(QUIET, json={"until": (NOON + away).isoformat()})).status_code == 422


async def test_first_changes_at_once_are_one_row(actor: Actor) -> None:
    async def once(minutes: int) -> None:
        async with actor.work() as work:
            await preferences.do_not_disturb(work, NOON + timedelta(minutes=minutes))

    await asyncio.gather(*(once(minutes) for minutes in range(1, 6)))
    async with actor.work() as work:
        assert await work.session.scalar(text("select count(*) from notification_preferences")) == 1


async def test_a_change_is_audited_and_one_that_changes_nothing_is_not(
    actor: Actor, client: httpx2.AsyncClient
) -> None:
    for _ in range(2):
        await client.put(PREFERENCES, json={"preset": "gentle"})
    history = (await client.get(f"{V1}/me/history?about=everything")).json()["items"]

    assert [row["action"] for row in history].count("notifications.changed") == 1


async def test_a_reminder_has_a_ladder_of_its_own_and_tells_it(actor: Actor, client: httpx2.AsyncClient) -> None:
    path = f"{V1}/reminders/{await booked(actor)}"

    changed = await client.patch(path, json={"ladder": OWN, "urgent": True})
    assert changed.status_code == 200, changed.text
    assert (changed.json()["ladder"], changed.json()["urgent"]) == (OWN, True)
    refused = await client.patch(path, json={"ladder": {"rungs": [{"channels": ["pigeon"]}]}})
    assert refused.status_code == 422
    back = await client.patch(path, json={"ladder": None, "urgent": False})
    assert (back.json()["ladder"], back.json()["urgent"]) == (None, False)


async def test_someone_elses_wishes_and_reminders_stay_theirs(
    actor: Actor, person: NewPerson, client_for: ClientFor
) -> None:
    other = client_for(await person(name="Rui"))
    await other.put(PREFERENCES, json={"preset": "insistent"})
    answer = await other.patch(f"{V1}/reminders/{await booked(actor)}", json={"ladder": OWN})

    assert answer.status_code == 404
    assert (await client_for(actor).get(PREFERENCES)).json()["preset"] == "usual"


async def _called(actor: Actor, tool: str, **arguments: Any) -> Receipt:
    receipt = await actor.runtime.toolbox.run(actor, Call(uuid4(), tool, arguments))
    assert isinstance(receipt, Receipt)
    return receipt


async def _undone(actor: Actor, receipt: Receipt) -> None:
    async with actor.work() as work:
        await actor.runtime.toolbox.undo(work, receipt.id)


async def test_the_tools_of_quiet_can_be_taken_back(runtime: Runtime, actor: Actor, client: httpx2.AsyncClient) -> None:
    before = (await client.get(PREFERENCES)).json()
    until = NOON + timedelta(hours=2)
    quiet = await _called(actor, "do_not_disturb", until=until.isoformat())
    hours = await _called(actor, "set_quiet_hours", start="22:00", end="07:00")
    told = (await client.get(PREFERENCES)).json()
    assert told["do_not_disturb_until"] is not None
    assert (told["quiet_hours"]["start"], told["quiet_hours"]["end"]) == ("22:00:00", "07:00:00")
    assert (quiet.read().when, hours.read().title) == (until, "22:00–07:00")

    dropped = await _called(actor, "drop_quiet_hours")
    ended = await _called(actor, "end_do_not_disturb")
    assert (await client.get(PREFERENCES)).json()["quiet_hours"] is None
    for receipt in (ended, dropped):
        await _undone(actor, receipt)
    assert (await client.get(PREFERENCES)).json() == told
    for receipt in (hours, quiet):
        await _undone(actor, receipt)
    assert (await client.get(PREFERENCES)).json() == before


async def test_nagging_by_a_tool_can_be_taken_back(actor: Actor, client: httpx2.AsyncClient) -> None:
    reminder = await booked(actor)
    path = f"{V1}/reminders/{reminder}"
    receipt = await _called(actor, "nag_reminder", reminder_id=str(reminder), every_minutes=15)
    assert (await client.get(path)).json()["ladder"]["nag"] == {"every_minutes": 15, "times": None}
    stopped = await _called(actor, "stop_nagging", reminder_id=str(reminder))
    assert (await client.get(path)).json()["ladder"]["nag"] is None
    await _undone(actor, stopped)
    assert (await client.get(path)).json()["ladder"]["nag"] == {"every_minutes": 15, "times": None}
    await _undone(actor, receipt)
    assert (await client.get(path)).json()["ladder"] is None
