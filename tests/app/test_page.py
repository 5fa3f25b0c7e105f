"""The built page's files: which copy a browser gets, and for how long it may keep it."""

from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI

from cairn.app import page

SCRIPT = "export const word = 'cairn';"
PACKED = b"\x8b\x0d\x80 packed by the build"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> httpx2.AsyncClient:
    assets = tmp_path / "assets"
    assets.mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>Cairn</title>")
    (assets / "app-1.js").write_text(SCRIPT)
    (assets / "app-1.js.br").write_bytes(PACKED)
    (assets / "lone-1.js").write_text(SCRIPT)
    monkeypatch.setattr("cairn.app.page_folder.find", lambda: tmp_path)
    app = FastAPI()
    page.mount(app)
    return httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url="http://localhost")


async def raw(site: httpx2.AsyncClient, path: str, accepts: str) -> tuple[httpx2.Headers, bytes]:
    async with site.stream("GET", path, headers={"Accept-Encoding": accepts}) as answer:
        assert answer.status_code == 200
        return answer.headers, b"".join([part async for part in answer.aiter_raw()])


@pytest.mark.parametrize("accepts", ["br", "gzip, deflate, br, zstd", "BR", "gzip, br;q=0.5"])
async def test_who_takes_brotli_gets_the_copy_the_build_packed(site: httpx2.AsyncClient, accepts: str) -> None:
    headers, body = await raw(site, "/assets/app-1.js", accepts)
    assert body == PACKED
    assert headers["Content-Encoding"] == "br"
    assert headers["Content-Type"].startswith("text/javascript")
    assert "immutable" in headers["Cache-Control"]
    assert headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepts", ["", "gzip", "br;q=0", "gzip, br;q=0.0", "*;q=0", "brotli"])
async def test_who_does_not_gets_the_file_as_it_is(site: httpx2.AsyncClient, accepts: str) -> None:
    headers, body = await raw(site, "/assets/app-1.js", accepts)
    assert body == SCRIPT.encode()
    assert "Content-Encoding" not in headers
    assert headers["Vary"] == "Accept-Encoding"


async def test_a_file_without_a_copy_is_served_all_the_same(site: httpx2.AsyncClient) -> None:
    headers, body = await raw(site, "/assets/lone-1.js", "br")
    assert body == SCRIPT.encode()
    assert "Content-Encoding" not in headers


async def test_a_missing_file_is_missing_and_a_page_is_the_shell(site: httpx2.AsyncClient) -> None:
    missing = await site.get("/assets/gone-1.js", headers={"Accept-Encoding": "br"})
    assert missing.status_code == 404
    shell = await site.get("/now", headers={"Accept-Encoding": "br"})
    assert "<title>Cairn</title>" in shell.text
    assert shell.headers["Cache-Control"] == "no-cache"
