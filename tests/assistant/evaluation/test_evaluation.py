"""Every case of the evaluation holds with a scripted model, and could fail. `real.py` asks a real one."""

import json
from collections.abc import Callable

import pytest

from cairn.assistant.settings import AssistantSettings
from cairn.platform.settings import Settings
from tests.assistant.evaluation.asking import happened
from tests.assistant.evaluation.judging import Case, Happened, cases, judge, table
from tests.assistant.openai_server import ModelServer
from tests.conftest import ClientFor, NewPerson, RunJobs

FEWEST = 120
ALL = cases()
GROUPS = list(dict.fromkeys(case.group for case in ALL))


@pytest.fixture
def settings(settings: Settings, model: ModelServer) -> Settings:
    """The scripted model."""
    mine = AssistantSettings(_env_file=None, model="openai:scripted", model_url=model.url, model_seconds=5)
    return Settings([mine if isinstance(one, AssistantSettings) else one for one in settings.sections()])


@pytest.mark.parametrize("group", GROUPS)
async def test_every_case_holds_with_a_scripted_model(
    group: str, person: NewPerson, client_for: ClientFor, model: ModelServer, run_jobs: RunJobs
) -> None:
    results = []
    for case in ALL:
        if case.group == group:
            actor = await person(locale=case.language)
            results.append((case, judge(case, await happened(client_for(actor), actor, case, model, run_jobs))))
    assert not any(wrong for _, wrong in results), table(results)


def test_there_are_enough_cases_of_every_kind() -> None:
    assert len(ALL) >= FEWEST
    assert len({case.id for case in ALL}) == len(ALL)
    for group in GROUPS:
        assert {case.language for case in ALL if case.group == group} == {"en", "es", "fr", "pt"}


MISUSES: dict[str, Callable[[Case, Happened], Happened]] = {
    "receipts": lambda _, good: good.model_copy(update={"receipts": [*good.receipts, "memory.forgotten"]}),
    "must": lambda _, good: good.model_copy(update={"reply": ""}),
    "must_not": lambda case, good: good.model_copy(update={"shown": case.must_not[0]}),
    "proposals": lambda _, good: good.model_copy(update={"proposals": []}),
    "reminders": lambda _, good: good.model_copy(update={"reminders": good.reminders + 1}),
    "tasks": lambda _, good: good.model_copy(update={"tasks": good.tasks + 1}),
    "asked": lambda _, good: good.model_copy(update={"asked": good.asked + 1}),
}


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.id)
def test_every_case_can_fail_by_everything_it_asks_for(case: Case) -> None:
    good = Happened(
        reply=" ".join(case.must),
        receipts=case.receipts,
        proposals=case.proposals,
        reminders=case.reminders or 0,
        tasks=case.tasks or 0,
        asked=case.asked or 0,
    )
    assert judge(case, good) == []
    for name, misuse in MISUSES.items():
        if getattr(case, name) not in (None, []) or name == "receipts":
            assert judge(case, misuse(case, good)), f"{name} is asked for and never missed"


def test_a_table_tells_what_does_not_hold() -> None:
    told = table([(ALL[0], []), (ALL[1], ["receipts: [] instead of ['reminder.booked']"])])
    assert json.dumps(told).count("grammar") >= 2
    assert ALL[1].id in told
