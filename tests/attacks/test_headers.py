"""What every answer carries, and what other pages can do: nothing that wasn't allowed by name."""

import secrets

import httpx2
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.responses import Response
from starlette.routing import Route

from cairn.app.build import LARGEST_BODY, create_api
from cairn.platform.http.middleware import HEADERS
from cairn.platform.protection import Protection
from cairn.platform.runtime import Runtime
from tests.conftest import PASSWORD, ClientFor

APP = "https://app.example"
LOGIN = "/api/v1/auth/login"


@pytest.fixture
def protection() -> Protection:
    return Protection(_env_file=None, rate_limits="off", cors_origins=f"{APP}, http://localhost:5173")


def carries_all(answer: httpx2.Response) -> None:
    for name, value in HEADERS.items():
        assert answer.headers.get(name) == value, f"{name} of {answer.request.method} {answer.url}"
    assert "x-request-id" in answer.headers
    assert "server" not in answer.headers
    assert "x-powered-by" not in answer.headers


async def test_every_route_answers_with_every_header(runtime: Runtime, client_for: ClientFor) -> None:
    walked = 0
    for context in iter_route_contexts(create_api(runtime).routes):
        if not isinstance(context.route, APIRoute) or context.path is None or context.path == "/mcp":
            continue
        path = context.path.replace("{", "").replace("}", "")
        for method in context.route.methods or ():
            carries_all(await client_for(None).request(method, path))
            walked += 1
    assert walked > 50


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/health", 200),
        ("GET", "/api/docs", 200),
        ("GET", "/api/openapi.json", 200),
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/assets/nothing.js", 404),
        ("PUT", "/health", 405),
        ("OPTIONS", "/api/v1/me", 405),
        ("TRACE", "/api/v1/me", 405),
        ("GET", "/api/v1/me", 401),
        ("POST", "/mcp", 401),
        ("GET", "/..%2f..%2fetc/passwd", None),
    ],
)
async def test_every_kind_of_answer_carries_them(
    client_for: ClientFor, method: str, path: str, status: int | None
) -> None:
    answer = await client_for(None).request(method, path)
    assert status is None or answer.status_code == status
    carries_all(answer)


async def test_pages_refusals_and_failures_carry_them_too(runtime: Runtime, client: httpx2.AsyncClient) -> None:
    carries_all(await client.get("/"))
    carries_all(await client.get("/settings"))
    too_large = await client.post("/api/v1/tasks", content=b"a" * (LARGEST_BODY + 1))
    wrong_kind = await client.post("/api/v1/tasks", content=b"<a/>", headers={"Content-Type": "text/xml"})
    assert (too_large.status_code, wrong_kind.status_code) == (413, 415)
    carries_all(too_large)
    carries_all(wrong_kind)

    async def broken(_: object) -> Response:
        raise RuntimeError("as unforeseen as can be")

    app: FastAPI = create_api(runtime, lifespan=None)
    app.router.routes.insert(0, Route("/broken", broken))
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx2.AsyncClient(transport=transport, base_url="http://localhost:8000") as other:
        failed = await other.get("/broken")
    assert failed.status_code == 500
    assert "unforeseen as can be" not in failed.text
    carries_all(failed)


async def test_a_stream_carries_them(client: httpx2.AsyncClient) -> None:
    body = {"text": "help"}
    async with client.stream("POST", "/api/v1/messages", json=body, headers={"Accept": "text/event-stream"}) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        carries_all(answer)
        await answer.aread()


def test_the_policy_of_content_lets_nothing_inline_run() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert "frame-ancestors 'none'" in policy
    for unsafe in ("unsafe-inline", "unsafe-eval", "*", "http:", "https:", "blob:"):
        assert unsafe not in policy
    assert "data:" not in policy.split("img-src")[0]


async def test_a_connection_without_tls_is_not_told_to_use_it_for_ever(client: httpx2.AsyncClient) -> None:
    assert "strict-transport-security" not in (await client.get("/health")).headers


# Other pages.

SUFFIXES = [
    "null",
    "https://app.example.evil.example",
    "https://evil-app.example",
    "https://sub.app.example",
    "http://app.example",
    "https://app.example:8443",
    "https://APP.example",
    "https://app.example/",
    "https://app.example@evil.example",
    "file://",
    "*",
    "",
]


@pytest.mark.parametrize("origin", SUFFIXES)
async def test_no_origin_but_those_named_reads_anything(client: httpx2.AsyncClient, origin: str) -> None:
    answer = await client.get("/api/v1/me", headers={"Origin": origin})
    assert "access-control-allow-origin" not in answer.headers
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    before = await client.options("/api/v1/tasks", headers=asked)
    assert before.status_code == 400 or "access-control-allow-origin" not in before.headers
    assert "access-control-allow-origin" not in before.headers


async def test_an_origin_that_is_named_asks_with_a_token_and_never_with_a_cookie(client: httpx2.AsyncClient) -> None:
    asked = {
        "Origin": APP,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type, idempotency-key",
    }
    before = await client.options("/api/v1/tasks", headers=asked)
    assert (before.status_code, before.headers["access-control-allow-origin"]) == (200, APP)
    answer = await client.post("/api/v1/tasks", json={"title": "tea"}, headers={"Origin": APP})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (201, APP)
    assert "Origin" in answer.headers["vary"]
    for one in (before, answer):
        assert "access-control-allow-credentials" not in one.headers
        assert one.headers["access-control-allow-origin"] != "*"


async def test_an_origin_that_is_named_signs_nobody_in_as_a_page(client_for: ClientFor) -> None:
    """Login CSRF: a page of theirs must not put its own session into somebody's browser."""
    nobody = client_for(None)
    body = {"email": f"{secrets.token_hex(6)}@example.org", "password": PASSWORD}
    await nobody.post("/api/v1/auth/register", json=body)
    for headers in (
        {"Origin": APP, "X-Cairn": "1"},
        {"Origin": "null", "X-Cairn": "1"},
        {"Sec-Fetch-Site": "cross-site", "X-Cairn": "1"},
        {"Sec-Fetch-Site": "same-site", "X-Cairn": "1"},
        {},
    ):
        refused = await nobody.post(LOGIN, json={**body, "as": "page"}, headers=headers)
        assert (refused.status_code, refused.headers.get("set-cookie")) == (403, None)
    form = await nobody.post(LOGIN, data={**body, "as": "page"}, headers={"X-Cairn": "1"})
    assert (form.status_code, form.headers.get("set-cookie")) == (415, None)


async def test_a_cookie_that_was_tossed_or_doubled_signs_nobody_in(client_for: ClientFor) -> None:
    nobody = client_for(None)
    body = {"email": f"{secrets.token_hex(6)}@example.org", "password": PASSWORD}
    await nobody.post("/api/v1/auth/register", json=body)
    opened = await nobody.post(LOGIN, json={**body, "as": "page"}, headers={"X-Cairn": "1"})
    mine = opened.headers["set-cookie"].split(";")[0]
    value = mine.partition("=")[2]
    for tossed in (f"__host-cairn={value}", f"cairn={value}", f" __Host-cairn ={value}x", f"__Host-cairn=; {value}"):
        assert (await nobody.get("/api/v1/me", headers={"Cookie": tossed})).status_code == 401
    assert (await nobody.get("/api/v1/me", headers={"Cookie": mine})).status_code == 200


@pytest.mark.parametrize(
    "origins",
    [
        "*",
        "null",
        "https://*.example.org",
        "app.example.org",
        "http://app.example.org",
        "https://app.example.org/",
        "https://app.example.org/page",
        "https://user@app.example.org",
        "https://app.example.org:443",
        "https://App.example.org",
        "javascript://x",
        "https://",
    ],
)
def test_an_origin_that_means_more_than_one_page_is_refused_at_the_start(origins: str) -> None:
    with pytest.raises(ValueError, match="must be whole origins"):
        Protection(_env_file=None, cors_origins=f"{APP}, {origins}")


# What a request claims, and what it smuggles.


@pytest.mark.parametrize("host", ["evil.example", "localhost:8000@evil.example", "localhost:8000, evil.example", ""])
async def test_a_forged_host_is_repeated_nowhere(client_for: ClientFor, host: str) -> None:
    nobody = client_for(None)
    for method, path in (("GET", "/api/docs"), ("GET", "/api/openapi.json"), ("GET", "/api/v1/me/"), ("GET", "/x")):
        for name in ("Host", "X-Forwarded-Host", "X-Original-Host", "Forwarded"):
            answer = await nobody.request(method, path, headers={name: host})
            assert "evil.example" not in answer.text
            assert "evil.example" not in str(answer.headers)


@pytest.mark.parametrize(
    "request_id", ["ab\tcd12345", "a" * 65, "12345678<script>", "../../etc/passwd", "id\x1b[31mred", "12345678 b"]
)
async def test_a_request_id_of_nobodys_making_is_replaced(client: httpx2.AsyncClient, request_id: str) -> None:
    answer = await client.get("/health", headers=[(b"x-request-id", request_id.encode())])
    assert answer.headers["x-request-id"] != request_id
    assert len(answer.headers["x-request-id"]) == 36


@pytest.mark.parametrize("words", ["x\r\nSet-Cookie: a=b", 'x"; filename="y', "x\n\n<script>", "x\u2028y"])
async def test_words_that_somebody_wrote_reach_no_header(client: httpx2.AsyncClient, words: str) -> None:
    made = await client.post("/api/v1/tasks", json={"title": words})
    name = await client.patch("/api/v1/me", json={"name": words})
    export = await client.get("/api/v1/memories/export")
    for answer in (made, name, export):
        assert "set-cookie" not in answer.headers
        assert "<script>" not in str(answer.headers)


async def test_lines_of_the_log_can_not_be_forged(
    client: httpx2.AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    forged = "2026-01-01 [info] session.opened user_id=somebody"
    await client.get("/api/v1/tasks", params={"cursor": f"x\n{forged}"})
    await client.get(f"/api/v1/x%0a{forged.replace(' ', '%20')}")
    await client.get("/api/v1/me", headers={"User-Agent": f"x\t{forged}", "X-Forwarded-For": forged})
    said = capsys.readouterr()
    assert not [line for line in (said.out + said.err).splitlines() if line.startswith(forged)]
