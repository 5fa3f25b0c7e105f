"""A life with something of every feature in it, each with a word by which it is found again."""

import io
import json
import zipfile
from dataclasses import dataclass
from typing import Any

import httpx2
from PIL import Image

from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from tests.accounts.people import Somebody, somebody
from tests.accounts.proofs import App, with_app
from tests.conftest import ClientFor, NewPerson, RunJobs

V1 = "/api/v1"
WORD = "zephyrine"
"""Stands in all that a person wrote, and nowhere else."""


@dataclass(frozen=True)
class Life:
    """Somebody with a lot, and what opens their account."""

    whose: Somebody
    app: App
    codes: list[str]
    key: str

    @property
    def client(self) -> httpx2.AsyncClient:
        return self.whose.client

    @property
    def actor(self) -> Actor:
        return self.whose.actor


async def post(client: httpx2.AsyncClient, path: str, body: Any, method: str = "POST") -> Any:
    answer = await client.request(method, V1 + path, json=body)
    assert answer.is_success, f"{path}: {answer.text}"
    return answer.json() if answer.content else None


async def lived(
    person: NewPerson, client_for: ClientFor, clock: StillClock, run_jobs: RunJobs, word: str = WORD
) -> Life:
    """Somebody who used everything there is."""
    whose = await somebody(person, client_for)
    client = whose.client
    await post(client, "/me", {"name": f"Ana {word}", "settings": {"theme": "dark"}}, "PATCH")
    app, codes = await with_app(client, clock.now())
    made = await post(client, "/me/keys", {"name": f"{word} cron", "scopes": ["tasks:read:own"]})
    await post(client, "/tasks", {"title": f"Call {word}", "steps": [f"Find {word}"], "notes": f"{word}"})
    await post(client, "/reminders", {"text": f"Ring {word}", "due_at": "2026-11-24T18:00:00Z"})
    await post(client, "/memories", {"text": f"My sister is called {word}"})
    await post(client, "/messages", {"text": f"the {word} key is in the blue tin"})
    await post(client, "/messages", {"text": f"remind me to write to {word} at 6pm"})
    await post(client, "/mood", {"mood": "good", "energy": "low", "note": f"{word}"})
    automation = await post(client, "/automations", {"what": "digest", "when": "every day at 8am"})
    await post(client, f"/automations/{automation['id']}/runs", None)
    for cue in ({"kind": "word", "word": f"{word} now"}, {"kind": "arrival", "place": f"{word}"}):
        await post(client, "/plans", {"cue": cue, "deed": f"Breathe with {word}"})
    review = await post(client, "/reviews", {"kind": "week"})
    await post(client, f"/reviews/{review['id']}/enough", None)
    await post(client, "/reviews/wishes", {"start_at": "08:30"}, "PUT")
    share = {"about": f"{word} my coach", "email": f"{word}@example.org", "kinds": ["tasks"]}
    await post(client, "/me/shares", share)
    picture = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(picture, "PNG")
    shown = await client.put(f"{V1}/me/avatar", content=picture.getvalue())
    assert shown.is_success, shown.text
    await run_jobs()
    return Life(whose, app, codes, made["key"])


def read(archive: bytes) -> dict[str, Any]:
    """What stands in an export: the manifest under its name, and each table's rows."""
    with zipfile.ZipFile(io.BytesIO(archive)) as found:
        assert found.testzip() is None
        manifest = json.loads(found.read("manifest.json"))
        tables = {table["name"]: json.loads(found.read(table["json"])) for table in manifest["tables"]}
        return {"manifest": manifest, "README": found.read("README.md").decode(), **tables}
