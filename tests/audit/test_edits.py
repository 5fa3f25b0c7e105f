"""Of an edit the trail knows what was and what is: its person reads both, an administrator none of their words."""

import json
from typing import Any

import httpx2
import pytest

from cairn.platform.permissions import Role
from tests.conftest import ClientFor, NewPerson

V1 = "/api/v1"
OLD, NEW = "Wolverhampton", "Quixeramobim"
"""Words that stand nowhere else."""


@pytest.fixture
async def ana(person: NewPerson, client_for: ClientFor) -> httpx2.AsyncClient:
    return client_for(await person())


@pytest.fixture
async def admin(person: NewPerson, client_for: ClientFor) -> httpx2.AsyncClient:
    return client_for(await person(role=Role.ADMINISTRATOR), factors=2)


async def sent(client: httpx2.AsyncClient, method: str, path: str, body: Any = None) -> Any:
    answer = await client.request(method, V1 + path, json=body)
    assert answer.is_success, answer.text
    return answer.json() if answer.content else None


async def told(client: httpx2.AsyncClient, action: str) -> dict[str, tuple[Any, Any, bool]]:
    """What the newest entry of an action tells its person: before, after, and whether they are shown."""
    page = await sent(client, "GET", "/me/history?about=everything")
    changes = next(one["changes"] for one in page["items"] if one["action"] == action)
    return {one["field"]: (one["before"], one["after"], one["shown"]) for one in changes}


async def seen(admin: httpx2.AsyncClient, action: str, subject: str) -> dict[str, Any]:
    """What administrators find of it; neither there nor in the file they take along are any words."""
    filters = {"action": action, "subject": subject}
    found = await admin.get(f"{V1}/audit/entries", params=filters)
    exports = [await admin.get(f"{V1}/audit/entries/export", params={**filters, "format": form}) for form in FORMS]
    for answer in (found, *exports):
        assert answer.status_code == 200
        assert action in answer.text
        assert OLD not in answer.text
        assert NEW not in answer.text
    for word in (OLD, NEW):
        assert (await sent(admin, "GET", f"/audit/entries?q={word}"))["items"] == []
    changes: dict[str, Any] = found.json()["items"][0]["changes"]
    return changes


FORMS = ("csv", "jsonl")


async def test_an_edit_of_a_task_and_of_a_step(ana: httpx2.AsyncClient, admin: httpx2.AsyncClient) -> None:
    task = await sent(ana, "POST", "/tasks", {"title": f"Call {OLD}", "notes": OLD, "steps": [OLD]})
    path = f"/tasks/{task['id']}"
    due = "2026-12-01T09:00:00+00:00"

    await sent(ana, "PATCH", path, {"title": f"Call {NEW}", "due_at": due, "energy": "high", "notes": NEW})
    assert await told(ana, "task.edit") == {
        "title": (f"Call {OLD}", f"Call {NEW}", True),
        "notes": (None, None, False),
        "due_at": (None, due, True),
        "energy": ("low", "high", True),
    }
    assert await seen(admin, "task.edit", task["id"]) == {
        "title": "sealed",
        "notes": "masked",
        "due_at": "sealed",
        "energy": "sealed",
    }

    await sent(ana, "PATCH", f"{path}/steps/{task['steps'][0]['id']}", {"text": NEW, "done": True})
    assert await told(ana, "task.edit_step") == {"step": (OLD, NEW, True), "state": ("open", "done", True)}
    assert (await seen(admin, "task.edit_step", task["id"]))["step"] == "sealed"

    await sent(ana, "POST", f"{path}/done")
    assert await told(ana, "task.finish") == {"state": ("open", "done", True)}
    await sent(ana, "POST", f"{path}/reopen")
    assert await seen(admin, "task.reopen", task["id"]) == {"state": {"before": "done", "after": "open"}}


async def test_an_edit_of_a_reminder(ana: httpx2.AsyncClient, admin: httpx2.AsyncClient) -> None:
    first, second = "2027-01-05T09:00:00+00:00", "2027-01-06T09:00:00+00:00"
    booked = await sent(ana, "POST", "/reminders", {"text": OLD, "due_at": first})
    path = f"/reminders/{booked['id']}"

    await sent(ana, "PATCH", path, {"text": NEW, "due_at": second})
    assert await told(ana, "reminder.changed") == {"text": (OLD, NEW, True), "due_at": (first, second, True)}
    assert await seen(admin, "reminder.changed", booked["id"]) == {"text": "sealed", "due_at": "sealed"}

    await sent(ana, "POST", f"{path}/snooze", {"until": first})
    assert await told(ana, "reminder.snoozed") == {"due_at": (second, first, True)}
    await sent(ana, "POST", f"{path}/done")
    assert await seen(admin, "reminder.done", booked["id"]) == {"state": {"before": "waiting", "after": "done"}}


async def test_an_edit_of_a_thread(ana: httpx2.AsyncClient, admin: httpx2.AsyncClient) -> None:
    thread = await sent(ana, "POST", "/conversations", {"title": OLD})
    await sent(ana, "PATCH", f"/conversations/{thread['id']}", {"title": NEW, "archived": True})
    assert await told(ana, "conversation.edit") == {"title": (OLD, NEW, True), "archived": (False, True, True)}
    assert await seen(admin, "conversation.edit", thread["id"]) == {
        "title": "sealed",
        "archived": {"before": False, "after": True},
    }


async def test_what_can_be_forgotten_is_not_to_be_found_in_the_trail(
    ana: httpx2.AsyncClient, admin: httpx2.AsyncClient
) -> None:
    memory = await sent(ana, "POST", "/memories", {"text": f"The key is in {OLD}."})
    await sent(ana, "PATCH", f"/memories/{memory['id']}", {"text": f"The key is in {NEW}.", "pinned": True})
    assert await told(ana, "memory.edit") == {"text": (None, None, False), "pinned": (False, True, True)}
    assert await seen(admin, "memory.edit", memory["id"]) == {
        "text": "masked",
        "pinned": {"before": False, "after": True},
    }

    fact = await sent(ana, "POST", "/facts", {"relation": "lives_in", "value": OLD})
    await sent(ana, "PATCH", f"/facts/{fact['id']}", {"value": NEW, "pinned": True})
    assert await told(ana, "fact.edit") == {"value": (None, None, False), "pinned": (False, True, True)}
    assert (await seen(admin, "fact.edit", fact["id"]))["value"] == "masked"

    await sent(ana, "POST", "/memories/forget", {"everything": True})
    history = json.dumps(await sent(ana, "GET", "/me/history?about=everything&limit=100"))
    assert OLD not in history
    assert NEW not in history


async def test_an_edit_that_changes_nothing_says_so(ana: httpx2.AsyncClient) -> None:
    task = await sent(ana, "POST", "/tasks", {"title": OLD})
    await sent(ana, "PATCH", f"/tasks/{task['id']}", {"title": OLD})
    assert await told(ana, "task.edit") == {}


async def test_a_removed_thing_leaves_no_words_of_its_own(ana: httpx2.AsyncClient) -> None:
    """Adding and removing are no edits: the trail never has what a person wrote once and left as it was."""
    task = await sent(ana, "POST", "/tasks", {"title": OLD})
    await sent(ana, "DELETE", f"/tasks/{task['id']}")
    assert OLD not in json.dumps(await sent(ana, "GET", "/me/history?about=everything"))
