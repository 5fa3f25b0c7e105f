"""What a request says about itself: believed only of a trusted proxy."""

from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from cairn.app.build import create_api
from cairn.app.environment import Environment
from cairn.app.processes import server_config
from cairn.platform.protection import Protection
from cairn.platform.runtime import Runtime
from tests.conftest import PASSWORD, NewPerson

PROXY = "10.0.0.2"
ORIGIN = "https://cairn.example"


@pytest.fixture
def protection() -> Protection:
    return Protection(_env_file=None, trusted_proxies=PROXY)


def coming_from(runtime: Runtime, peer: str) -> httpx2.AsyncClient:
    transport = httpx2.ASGITransport(app=create_api(runtime, lifespan=None), client=(peer, 40000))
    return httpx2.AsyncClient(transport=transport, base_url="http://cairn.example")


async def signed_in(client: httpx2.AsyncClient, email: str) -> httpx2.Response:
    body = {"email": email, "password": PASSWORD, "as": "page"}
    headers = {"X-Cairn": "1", "Origin": ORIGIN, "X-Forwarded-Proto": "https"}
    return await client.post("/api/v1/auth/login", json=body, headers=headers)


async def test_behind_a_trusted_proxy_with_tls_the_page_signs_in(runtime: Runtime) -> None:
    async with coming_from(runtime, PROXY) as client:
        email = "proxied@example.org"
        assert (
            await client.post("/api/v1/auth/register", json={"email": email, "password": PASSWORD})
        ).status_code == 201
        answer = await signed_in(client, email)
    assert answer.status_code == 200
    assert answer.headers["strict-transport-security"] == "max-age=63072000"


async def test_nobody_else_makes_a_plain_connection_look_safe(runtime: Runtime, person: NewPerson) -> None:
    await person()
    async with coming_from(runtime, "203.0.113.9") as client:
        answer = await signed_in(client, "proxied@example.org")
        page = await client.get("/", headers={"X-Forwarded-Proto": "https"})
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/foreign-page")
    assert "strict-transport-security" not in answer.headers
    assert page.status_code in (403, 404)  # 404 where no page is built
    if page.status_code == 403:
        assert "CAIRN_TRUSTED_PROXIES" in page.text


@pytest.mark.parametrize("claim", ["127.0.0.1", "::1", "10.0.0.2, 127.0.0.1"])
async def test_figures_are_not_read_by_a_claim_to_be_this_machine(runtime: Runtime, claim: str) -> None:
    for peer in (PROXY, "203.0.113.9"):
        async with coming_from(runtime, peer) as client:
            assert (await client.get("/metrics", headers={"X-Forwarded-For": claim})).status_code == 403


def test_a_network_that_is_none_is_told() -> None:
    with pytest.raises(ValueError, match="must be addresses or networks"):
        Protection(_env_file=None, trusted_proxies="10.0.0.0/8, proxy.local")


def test_the_server_library_believes_no_header_by_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    config = server_config(Environment(tmp_path, "127.0.0.1", 8000, None, None, None), FastAPI())
    config.load()
    assert not isinstance(config.loaded_app, ProxyHeadersMiddleware)
