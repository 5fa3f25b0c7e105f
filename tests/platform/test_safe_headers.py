"""What every answer tells a browser, whatever it is an answer to."""

import pytest

from tests.conftest import ClientFor

EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
DIRECTIVES = {"script-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"}

ASKED = [
    ("GET", "/health"),
    ("GET", "/"),
    ("GET", "/api/v1/me"),
    ("GET", "/api/v1/nowhere"),
    ("TRACE", "/api/v1/me"),
    ("POST", "/api/v1/auth/login"),
    ("GET", "/api/docs"),
]


@pytest.mark.parametrize(("method", "path"), ASKED)
async def test_every_answer_has_them(client_for: ClientFor, method: str, path: str) -> None:
    answer = await client_for(None).request(method, path)
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    policy = {directive.strip() for directive in answer.headers["content-security-policy"].split(";")}
    assert policy >= DIRECTIVES
    assert not any("unsafe" in directive for directive in policy)
    if path.startswith("/api/v1/"):
        assert answer.headers["cache-control"] == "no-store"


async def test_no_other_origin_may_read(client_for: ClientFor) -> None:
    for origin in ("null", "https://localhost.example.org", "http://localhost:8000.example.org"):
        asked = {"Origin": origin, "Access-Control-Request-Method": "GET"}
        answer = await client_for(None).request("OPTIONS", "/api/v1/me", headers=asked)
        assert [name for name in answer.headers if name.startswith("access-control-")] == []
