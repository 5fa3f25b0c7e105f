"""Who reaches the address of the protocol, and in which form it answers."""

import subprocess
import sys
from datetime import timedelta
from typing import Any

import httpx2
import pytest

from cairn.accounts import service as accounts
from cairn.app.build import LARGEST_BODY, create_api
from cairn.mcp import server
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime
from cairn.tasks import service as tasks
from tests.conftest import PASSWORD, ClientFor, NewPerson
from tests.mcp.conftest import token_of

PROBLEM = "application/problem+json"
JSON = {"Accept": "application/json, text/event-stream", "Content-Type": "application/json"}
LISTING = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}


def calling(tool: str, **arguments: Any) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": "a", "method": "tools/call", "params": {"name": tool, "arguments": arguments}}


async def sent(
    client: httpx2.AsyncClient, message: Any = LISTING, token: str | None = None, **headers: str
) -> httpx2.Response:
    signed = {"Authorization": f"Bearer {token}"} if token else {}
    return await client.post("/mcp", json=message, headers={**JSON, **signed, **headers})


def assert_refused(answer: httpx2.Response) -> None:
    assert (answer.status_code, answer.headers["content-type"]) == (401, PROBLEM)
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert "tools" not in answer.text


async def test_without_a_token_it_answers_401(client_for: ClientFor) -> None:
    assert_refused(await sent(client_for(None)))
    assert_refused(await sent(client_for(None), token="not.a.token"))
    assert_refused(await sent(client_for(None), Authorization="Basic YTpi"))


async def test_an_expired_token_answers_401(client_for: ClientFor, actor: Actor, clock: StillClock) -> None:
    token = await token_of(actor)
    assert (await sent(client_for(None), token=token)).status_code == 200
    clock.forward(timedelta(minutes=11))
    assert_refused(await sent(client_for(None), token=token))


async def test_an_ended_session_answers_401_at_once(client_for: ClientFor, actor: Actor) -> None:
    client, token = client_for(None), await token_of(actor)
    assert (await sent(client, token=token)).status_code == 200
    answer = await client.post("/api/v1/auth/logout", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 204
    assert_refused(await sent(client, token=token))


async def test_a_page_session_is_no_way_in(client_for: ClientFor, actor: Actor) -> None:
    async with actor.work() as work:
        email = await accounts.address_of(work, work.user_id)
    login = {"email": email, "password": PASSWORD, "as": "page"}
    client = client_for(None)
    signed_in = await client.post("/api/v1/auth/login", json=login, headers={"X-Cairn": "1"})
    headers = {"Cookie": signed_in.headers["set-cookie"].split(";")[0], "X-Cairn": "1"}
    assert (await client.get("/api/v1/me", headers=headers)).status_code == 200
    assert_refused(await client.post("/mcp", json=LISTING, headers={**JSON, **headers}))


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost.evil.example", "http://[::1"])
async def test_a_foreign_page_is_refused_even_with_a_token(client: httpx2.AsyncClient, origin: str) -> None:
    answer = await sent(client, Origin=origin, Host=origin.partition("://")[2] or "localhost")
    assert (answer.status_code, answer.headers["content-type"]) == (403, PROBLEM)


@pytest.mark.parametrize("origin", ["http://localhost:8000", "http://127.0.0.1:6274", "http://[::1]:8000"])
async def test_a_page_of_this_machine_is_not_foreign(client: httpx2.AsyncClient, origin: str) -> None:
    assert (await sent(client, Origin=origin)).status_code == 200


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT"])
async def test_there_is_no_stream_and_no_session_to_end(client: httpx2.AsyncClient, method: str) -> None:
    answer = await client.request(method, "/mcp", headers={"Accept": "text/event-stream"})
    assert (answer.status_code, answer.headers["content-type"]) == (405, PROBLEM)


async def test_each_message_is_answered_by_itself_by_whichever_process_gets_it(
    runtime: Runtime, actor: Actor, client_for: ClientFor
) -> None:
    token = await token_of(actor)
    added = await sent(client_for(None), calling("add_task", title="Call the bank"), token)
    another = httpx2.ASGITransport(app=create_api(runtime))
    async with httpx2.AsyncClient(transport=another, base_url="http://localhost:8000") as elsewhere:
        listed = await sent(elsewhere, calling("list_tasks"), token)

    for answer in (added, listed):
        assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
        assert "mcp-session-id" not in answer.headers
        assert answer.headers["cache-control"] == "no-store"
    (task,) = listed.json()["result"]["structuredContent"]["items"]
    assert task["title"] == "Call the bank"


async def test_a_notification_is_taken_without_an_answer(client: httpx2.AsyncClient) -> None:
    answer = await sent(client, {"jsonrpc": "2.0", "method": "notifications/initialized"})
    assert (answer.status_code, answer.content) == (202, b"")


@pytest.mark.parametrize("named", [None, "", "text/plain", "application/x-www-form-urlencoded"])
async def test_what_is_not_called_json_is_refused_as_everywhere(client: httpx2.AsyncClient, named: str | None) -> None:
    headers = {} if named is None else {"Content-Type": named}
    answer = await client.post("/mcp", content=b"{}", headers={"Accept": JSON["Accept"], **headers})
    assert (answer.status_code, answer.headers["content-type"]) == (415, PROBLEM)


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"nonsense", b'{"jsonrpc": "2.0"}', b'{"jsonrpc":"2.0","id":1,"method":"\xff"}', b"[" * 9000],
)
async def test_what_is_no_message_is_refused_in_the_protocols_own_words(
    client: httpx2.AsyncClient, body: bytes
) -> None:
    answer = await client.post("/mcp", content=body, headers=JSON)
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/json")
    assert answer.json()["error"]["code"] in (-32700, -32600, -32602)
    assert "Traceback" not in answer.text


async def test_what_the_protocol_does_not_offer_is_refused_in_its_own_words(client: httpx2.AsyncClient) -> None:
    message = {"jsonrpc": "2.0", "id": 1, "method": "resources/list"}
    unknown = await sent(client, message)
    unread = await sent(client, Accept="text/html")

    assert unknown.json()["error"]["code"] == -32601
    assert (unread.status_code, "error" in unread.json()) == (406, True)


async def test_a_huge_message_is_refused(client: httpx2.AsyncClient) -> None:
    async def endless() -> Any:
        for _ in range(LARGEST_BODY // 100_000 + 1):
            yield b"a" * 100_000

    for body in (b"a" * (LARGEST_BODY + 1), endless()):
        answer = await client.post("/mcp", content=body, headers=JSON)
        assert (answer.status_code, answer.headers["content-type"]) == (413, PROBLEM)


def test_a_process_that_nobody_asks_does_not_load_the_protocol() -> None:
    asks = "import sys, cairn.app.cli, cairn.app.build, cairn.app.processes; sys.exit('mcp' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asks], check=False).returncode == 0


async def test_a_call_by_someone_whose_session_ends_meanwhile_changes_nothing(
    person: NewPerson, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = await person()
    token = await token_of(actor)
    client = client_for(None)
    run = server._TOOLBOX.run

    async def ended_first(*arguments: Any) -> Any:
        await client.post("/api/v1/auth/logout", headers={"Authorization": f"Bearer {token}"})
        return await run(*arguments)

    monkeypatch.setattr(server._TOOLBOX, "run", ended_first)
    answer = await sent(client, calling("add_task", title="Too late"), token)
    assert answer.json()["result"]["isError"] is True
    assert answer.json()["result"]["content"][0]["text"] == "Please sign in."
    async with actor.work() as work:
        assert await tasks.next_one(work) is None


NOW = {"MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "search"}
ENVELOPE = (
    '"_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28",'
    ' "io.modelcontextprotocol/clientCapabilities": {}}'
)


@pytest.mark.parametrize("headers", [{}, NOW], ids=["earlier versions", "this version"])
@pytest.mark.parametrize(
    "arguments",
    [
        r'{"query": "\ud800"}',
        r'{"query": "a", "\ud800": 1}',
        r'{"query": "a\u0000"}',
        '{"query": "a", "limit": NaN}',
        '{"query": "a", "limit": 1e400}',
        f'{{"query": "a", "limit": {"9" * 5000}}}',
        f'{{"query": {"[" * 150}{"]" * 150}}}',
        f'{{"query": {"[" * 50_000}{"]" * 50_000}}}',
        '["a"]',
    ],
    ids=["surrogate", "surrogate name", "nul", "nan", "infinite", "huge number", "deep", "deeper", "list"],
)
async def test_arguments_that_no_honest_client_sends_break_nothing(
    client: httpx2.AsyncClient, headers: dict[str, str], arguments: str
) -> None:
    body = (
        '{"jsonrpc": "2.0", "id": 1, "method": "tools/call",'
        f' "params": {{"name": "search", "arguments": {arguments}, {ENVELOPE}}}}}'
    )
    answer = await client.post("/mcp", content=body, headers={**JSON, **headers})

    assert answer.status_code in (200, 400), answer.text
    told = answer.json()
    assert "error" in told or told["result"]["isError"] is True
    assert "Traceback" not in answer.text
