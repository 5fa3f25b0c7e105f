"""Two providers: an honest one, and one that lies."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts.openid.settings import OpenIdSettings
from cairn.app.build import create_api
from cairn.app.features import FEATURES
from cairn.app.settings import sections_of
from cairn.platform.clock import StillClock
from cairn.platform.place import Place
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Section, Settings
from tests.accounts.openid import lying, real
from tests.accounts.openid.lying import LyingProvider
from tests.accounts.openid.real import RealProvider
from tests.accounts.openid.tab import Tab


@pytest.fixture(scope="module")
def google() -> Iterator[RealProvider]:
    with real.running() as provider:
        yield provider


@pytest.fixture(scope="module")
def microsoft() -> Iterator[LyingProvider]:
    with lying.running() as provider:
        yield provider


@pytest.fixture(autouse=True)
def honest_again(microsoft: LyingProvider) -> None:
    microsoft.token, microsoft.status, microsoft.issuer_said = microsoft.honest, 200, None
    microsoft.refusal = None
    microsoft.asked.clear()


@pytest.fixture
def clock() -> StillClock:
    """The provider's clock is the real one."""
    return StillClock(datetime.now(UTC))


@pytest.fixture
def own() -> list[Section]:
    """Sections that a test has otherwise than they are without any environment."""
    return []


@pytest.fixture
def settings(tmp_path: Any, google: RealProvider, microsoft: LyingProvider, own: list[Section]) -> Settings:
    mine: dict[type[Section], Section] = {
        Place: Place(data=tmp_path / "data", pool_size=5),
        OpenIdSettings: OpenIdSettings.model_validate(
            {
                "google_client_id": google.client_id,
                "google_client_secret": google.client_secret,
                "google_issuer": google.issuer,
                "microsoft_client_id": "cairn-at-microsoft",
                "microsoft_client_secret": "whatever",
                "microsoft_issuer": microsoft.issuer,
            }
        ),
        **{type(section): section for section in own},
    }
    return Settings(mine[section] if section in mine else section(_env_file=None) for section in sections_of(FEATURES))


@pytest.fixture
async def application(runtime: Runtime) -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(app=create_api(runtime))
    async with httpx2.AsyncClient(transport=transport, base_url="http://localhost:8000") as client:
        yield client


@pytest.fixture
def tab(application: httpx2.AsyncClient) -> Tab:
    return Tab(application)


@pytest.fixture
def another(application: httpx2.AsyncClient) -> Tab:
    return Tab(application)


@pytest.fixture(autouse=True)
async def nobody_is_known(runtime: Runtime) -> AsyncIterator[None]:
    """The provider's people are the same in every test; here they are new."""
    yield
    async with runtime.system() as work:
        await work.session.execute(text("delete from users"))
