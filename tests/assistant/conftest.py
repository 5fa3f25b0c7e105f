"""A scripted model for the tests that ask for one."""

from collections.abc import Iterator

import pytest

from cairn.assistant.settings import AssistantSettings
from cairn.platform.settings import Settings
from tests.assistant.openai_server import ModelServer


@pytest.fixture
def model() -> Iterator[ModelServer]:
    with ModelServer().running() as server:
        yield server


@pytest.fixture
def settings(settings: Settings, request: pytest.FixtureRequest) -> Settings:
    """With the scripted model where a test asks for `model`, else without any."""
    if "model" not in request.fixturenames:
        return settings
    server: ModelServer = request.getfixturevalue("model")
    mine = AssistantSettings(_env_file=None, model="openai:scripted", model_url=server.url, model_seconds=5)
    return Settings([mine if isinstance(one, AssistantSettings) else one for one in settings.sections()])
