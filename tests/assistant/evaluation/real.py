"""How a real model does: `make eval MODEL=openai:NAME` asks it every case that isn't about a misbehaving one.

It prints a table, and fails when a case doesn't hold. No other run collects this file.
"""

import os
from typing import Any

import pytest

from cairn.assistant.settings import AssistantSettings
from cairn.platform.settings import Settings
from tests.assistant.evaluation.asking import happened
from tests.assistant.evaluation.judging import cases, judge, table
from tests.assistant.openai_server import ModelServer
from tests.conftest import ClientFor, NewPerson, RunJobs

MODEL = os.environ.get("CAIRN_EVAL_MODEL", "")
WHERE = {"model_url": "CAIRN_EVAL_URL", "model_key": "CAIRN_EVAL_KEY"}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """With the model that was named."""
    at: dict[str, Any] = {name: os.environ[variable] for name, variable in WHERE.items() if os.environ.get(variable)}
    mine = AssistantSettings(_env_file=None, model=MODEL, **at)
    return Settings([mine if isinstance(one, AssistantSettings) else one for one in settings.sections()])


async def test_the_named_model(
    person: NewPerson, client_for: ClientFor, model: ModelServer, run_jobs: RunJobs, capsys: pytest.CaptureFixture[str]
) -> None:
    results = []
    for case in cases():
        if not case.scripted:
            actor = await person(locale=case.language)
            found = await happened(client_for(actor), actor, case, model, run_jobs)
            results.append((case, judge(case, found, real=True)))
    told = f"{MODEL}\n{table(results)}"
    with capsys.disabled():
        print(f"\n{told}")  # noqa: T201  # the table is what was asked for
    assert not any(wrong for _, wrong in results), told
