"""Files to bring in that nobody's export was ever like."""

import io
import json
import zipfile
from typing import Any

import httpx2
import pytest

from cairn.platform.actor import Actor
from tests.conftest import ClientFor, NewPerson

URL = "/api/v1/memories"
PROBLEM = "application/problem+json"
DEEP = 100_000


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


NESTED = b"[" * DEEP + b"]" * DEEP
OBJECTS = b'{"a":' * DEEP + b"1" + b"}" * DEEP
BAD = {
    "nested lists": NESTED,
    "nested objects": OBJECTS,
    "nested in a memory": b'[{"memory": "x", "metadata": ' + NESTED + b"}]",
    "nested in a conversation": b'[{"mapping": {"a": ' + OBJECTS + b"}}]",
    "nested in an own record": b'{"format": "cairn.memory", "version": 1, "memories": [' + NESTED + b"]}",
    "nested in a zip": zipped({"conversations.json": NESTED}),
    "an endless number": b'{"format": "cairn.memory", "version": ' + b"1" * 100_000 + b"}",
    "a number as long in a memory": b'[{"memory": "x", "id": ' + b"1" * 100_000 + b"}]",
    "a bomb of notes": zipped({"a.md": b"a" * 20_000_000}),
    "a zip in a zip": zipped({"a.zip": zipped({"conversations.json": b"[]"})}),
    "a list of nothing": b"[null, 1, [], {}]",
    "a mapping of lists": b'[{"mapping": {"a": [], "b": 1, "c": null}}]',
    "a thread that goes round": b'[{"mapping": {"a": {"parent": "b"}, "b": {"parent": "a"}}, "current_node": "a"}]',
    "a version of another kind": b'{"format": "cairn.memory", "version": true}',
    "half of a file": b'{"format": "cairn.memory", "version": 1, "memories": [{"id": "',
}


@pytest.mark.parametrize("name", BAD)
async def test_what_no_export_is_like_is_refused_and_nothing_kept(client: httpx2.AsyncClient, name: str) -> None:
    answer = await client.post(f"{URL}/import", content=BAD[name])
    assert answer.status_code in (413, 422)
    assert answer.headers["content-type"] == PROBLEM
    assert (await client.get(f"{URL}/status")).json()["total"] == 0


ODD = {
    "chatgpt": [
        {
            "mapping": {
                "a": {"message": {"author": {"role": ["user"]}, "content": {"content_type": {}, "parts": [1, {}]}}},
                "b": {"parent": "a", "message": {"author": {"role": "user"}, "content": {"content_type": []}}},
                "c": {"parent": "b", "message": {"author": {"role": "user"}, "create_time": 1e308,
                      "content": {"content_type": "text", "parts": ["I live in Porto\u0000\ud800", None]}}},
            },
            "current_node": "c",
        }
    ],
    "claude": [
        {"uuid": 7, "chat_messages": [{"sender": {}, "text": "x"}, {"sender": [], "text": "y"}, 3,
         {"sender": "human", "text": "I live in Porto", "created_at": {}, "uuid": []}]}
    ],
    "mem0": [{"memory": "I live in Porto", "id": [], "created_at": [], "run_id": {}, "role": [], "metadata": []}],
}  # fmt: skip


@pytest.mark.parametrize("format_", ODD)
async def test_odd_shapes_around_what_can_be_read_cost_only_themselves(
    client: httpx2.AsyncClient, format_: str
) -> None:
    answer = await client.post(f"{URL}/import", content=json.dumps(ODD[format_]).encode())
    assert (answer.status_code, answer.json().get("created")) == (200, 1), answer.text
    (kept,) = (await client.get(URL)).json()["items"]
    assert kept["text"].startswith("I live in Porto")


async def test_an_export_that_names_what_is_anothers_takes_and_changes_nothing_of_it(
    person: NewPerson, client_for: ClientFor
) -> None:
    """Ids of another's memories and facts at every place that takes one, and records twice over."""
    ana: Actor = await person()
    hers, his = client_for(ana), client_for(await person())
    await hers.post(URL, json={"text": "The key is under the blue stone", "conversation": "c"})
    await hers.post("/api/v1/facts", json={"relation": "lives_in", "value": "Porto"})
    before: dict[str, Any] = json.loads((await hers.get(f"{URL}/export")).content)
    (memory,), (fact,) = before["memories"], before["facts"]

    at = "2026-01-01T00:00:00Z"
    telling = {"memory": memory["id"], "quote": "mine", "at": at, "said_at": at, "confidence": 1, "source": "grammar"}
    edited = {
        "format": before["format"],
        "version": before["version"],
        "memories": [
            {"id": fact["id"], "text": "x", "occurred_at": at, "follows": memory["id"], "same_as": memory["id"]},
            {"id": fact["id"], "text": "y", "occurred_at": at},
        ],
        "facts": [
            {**fact, "value": "Faro", "superseded_by": memory["id"], "tellings": [telling]},
            {**fact, "value": "Braga", "tellings": fact["tellings"]},
        ],
        "contradictions": [{"id": memory["id"], "fact": fact["id"], "other": fact["id"], "found_at": at}],
        "updates": [{"older": memory["id"], "newer": fact["id"], "confidence": 1}],
    }
    answer = await his.post(f"{URL}/import", content=json.dumps(edited).encode())
    assert answer.status_code in (200, 422), answer.text

    after = json.loads((await hers.get(f"{URL}/export")).content)
    assert {**after, "exported_at": ""} == {**before, "exported_at": ""}
    told = (await his.get(f"{URL}/export")).text
    assert "blue stone" not in told
    for path in (URL, "/api/v1/facts", "/api/v1/contradictions"):
        page = await his.get(path)
        assert page.status_code == 200
        assert "blue stone" not in page.text
    assert (await his.post(f"{URL}/search", json={"query": "the blue stone"})).status_code == 200
    assert (await his.get("/api/v1/profile")).status_code == 200
