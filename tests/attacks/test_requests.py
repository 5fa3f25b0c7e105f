"""Requests that no honest client sends: refused as problem documents, with nothing done and nothing broken."""

import base64
import json
from collections.abc import AsyncIterator

import httpx2
import pytest
from sqlalchemy.exc import SQLAlchemyError

from cairn.app.build import LARGEST_BODY
from cairn.operations.repository import _job_id as jobs_after
from cairn.platform.http.events import stream
from cairn.platform.http.page import BadCursor
from tests.conftest import ClientFor, NewPerson

PROBLEM = "application/problem+json"
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize("depth", [40, 450, 900, 5_000, 100_000])
@pytest.mark.parametrize(("path", "before"), [("/api/v1/tasks", '{"title":'), ("/api/v1/messages", '{"text":')])
async def test_a_body_nested_too_deeply_is_refused(
    client: httpx2.AsyncClient, path: str, before: str, depth: int
) -> None:
    body = before + "[" * depth + "]" * depth + "}"
    answer = await client.post(path, content=body, headers=JSON)
    assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)


@pytest.mark.parametrize(
    "body", [b'{"title": "\xff\xfe"}', b'{"title": "\\ud800"}', b'{"title": "\\u0000"}', b"[]", b""]
)
async def test_text_that_is_no_text_is_refused(client: httpx2.AsyncClient, body: bytes) -> None:
    answer = await client.post("/api/v1/tasks", content=body, headers=JSON)
    assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
async def test_a_form_that_holds_json_is_not_taken_for_json(client: httpx2.AsyncClient, kind: str) -> None:
    answer = await client.post("/api/v1/tasks", content=b'{"title": "tea"}', headers={"Content-Type": kind})
    assert (answer.status_code, answer.headers["content-type"]) == (415, PROBLEM)
    assert (await client.get("/api/v1/tasks")).json()["items"] == []


async def test_a_huge_body_is_refused_before_anything_is_done(client: httpx2.AsyncClient) -> None:
    task = (await client.post("/api/v1/tasks", json={"title": "tea"})).json()
    refused = await client.post(f"/api/v1/tasks/{task['id']}/done", content=b"a" * (LARGEST_BODY + 1))
    assert (refused.status_code, refused.headers["content-type"]) == (413, PROBLEM)
    assert (await client.get(f"/api/v1/tasks/{task['id']}")).json() == task


async def test_a_huge_body_of_unsaid_length_is_refused(client: httpx2.AsyncClient) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(LARGEST_BODY // 100_000 + 1):
            yield b"a" * 100_000

    refused = await client.post("/api/v1/tasks", content=endless(), headers=JSON)
    assert (refused.status_code, refused.headers["content-type"]) == (413, PROBLEM)
    assert refused.json()["type"] == "/problems/too-large"


@pytest.mark.parametrize("last", ["9" * 19, "9" * 30, "9" * 4301, "-1", "abc", "", "١"])
async def test_a_stream_survives_any_last_event_id(person: NewPerson, last: str) -> None:
    lines = stream(await person(), last)
    assert b"event: reset" in await anext(lines)
    await lines.aclose()


@pytest.mark.parametrize("zone", ["posixrules", "localtime", "Factory", "../../etc/passwd", "Europe", "CON"])
async def test_a_zone_that_a_message_could_not_be_said_in_is_refused(client: httpx2.AsyncClient, zone: str) -> None:
    assert (await client.patch("/api/v1/me", json={"time_zone": zone})).status_code == 422


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE", "PROPFIND"])
@pytest.mark.parametrize("path", ["/health", "/api/v1/today", "/settings"])
async def test_a_method_that_is_not_offered_is_refused_everywhere(
    client: httpx2.AsyncClient, method: str, path: str
) -> None:
    answer = await client.request(method, path)
    assert answer.status_code in (404, 405)
    assert answer.headers["content-type"] == PROBLEM


async def test_a_wrong_method_is_told_the_right_ones(client: httpx2.AsyncClient) -> None:
    answer = await client.put("/api/v1/today", json={})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")


async def test_an_unknown_address_of_the_api_is_missing_whatever_the_method(client: httpx2.AsyncClient) -> None:
    for method in ("GET", "HEAD", "POST", "DELETE"):
        assert (await client.request(method, "/api/v1/nothing")).status_code == 404


async def test_no_answer_sends_anybody_to_the_host_that_a_request_claims(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/api/v1/tasks/", headers={"Host": "evil.example"})
    assert answer.status_code == 404
    assert "location" not in answer.headers


async def test_made_up_methods_make_no_figures(client: httpx2.AsyncClient) -> None:
    await client.request("FROBNICATE", "/api/v1/today")
    assert "FROBNICATE" not in (await client.get("/metrics")).text


async def test_every_error_is_documented_as_the_problem_that_is_sent(client_for: ClientFor) -> None:
    document = (await client_for(None).get("/api/openapi.json")).json()
    assert "HTTPValidationError" not in json.dumps(document)
    for path, item in document["paths"].items():
        if path == "/mcp":  # it answers bad messages in its protocol's own words
            continue
        for method, operation in item.items():
            for status, told in operation["responses"].items():
                if int(status) >= 400 and path != "/ready":
                    assert set(told["content"]) == {PROBLEM}, f"{method} {path} {status}"
            if "requestBody" in operation:
                assert {"413", "422"} <= set(operation["responses"]), f"{method} {path}"


async def test_a_database_error_does_not_tell_what_was_written(person: NewPerson) -> None:
    from sqlalchemy import text

    actor = await person()
    with pytest.raises(SQLAlchemyError) as raised:
        async with actor.work() as work:
            await work.session.execute(text("select :words from nothing_of_that_name"), {"words": "my deepest secret"})
    assert "deepest" not in str(raised.value)


NONSENSE = [[True], ["x"], [None], [[]], [{}], [10**30], [-(10**30)], [1.5], [0.1, 0.2], ["\x00"], ["\ud800"]]


@pytest.mark.parametrize("after", [*(json.dumps(one) for one in NONSENSE), "[Infinity]", "[NaN]", "[1e400]", "{}"])
async def test_a_cursor_of_our_own_making_alone_is_followed(client: httpx2.AsyncClient, after: str) -> None:
    thread = (await client.post("/api/v1/conversations", json={})).json()["id"]
    cursor = base64.urlsafe_b64encode(after.encode()).decode().rstrip("=")
    for path in (f"/api/v1/conversations/{thread}/messages", "/api/v1/conversations", "/api/v1/tasks"):
        answer = await client.get(path, params={"cursor": cursor})
        assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM), path


@pytest.mark.parametrize("value", [True, "1", 1.0, None, 2**63, 0])
def test_a_job_is_followed_by_its_number_alone(value: object) -> None:
    with pytest.raises(BadCursor):
        jobs_after(value)


async def test_the_reference_is_shown(client_for: ClientFor) -> None:
    answer = await client_for(None).get("/api/docs")
    assert answer.status_code == 200
    assert "/api/v1/messages" in answer.text


@pytest.mark.parametrize("asked", ["memories?source=", "memories?conversation=", "facts?subject=", "facts?relation="])
async def test_a_nul_in_what_is_asked_for_is_told(client: httpx2.AsyncClient, asked: str) -> None:
    assert (await client.get(f"/api/v1/{asked}a%00b")).status_code == 422
