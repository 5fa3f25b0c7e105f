"""Every case of the evaluation holds with a scripted model, and could fail.

`make eval MODEL=openai:NAME` runs those that a real model can be asked against one, and prints how it did.
"""

import json
import os
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from cairn.assistant.settings import AssistantSettings
from cairn.assistant.usage import service as usage
from cairn.assistant.usage.rules import Tokens
from cairn.platform.actor import Actor
from cairn.platform.settings import Settings
from tests.assistant.evaluation.judging import Case, Happened, cases, judge, table
from tests.assistant.openai_server import ModelServer, Reply, Script
from tests.assistant.test_with_a_model import V1, say, streamed
from tests.conftest import ClientFor, NewPerson, RunJobs

REAL = os.environ.get("CAIRN_EVAL_MODEL", "")
FEWEST = 120
ALL = cases()
GROUPS = list(dict.fromkeys(case.group for case in ALL))


@pytest.fixture
def settings(settings: Settings, model: ModelServer) -> Settings:
    """The real model that the evaluation was asked for, else the scripted one."""
    scripted = AssistantSettings(_env_file=None, model="openai:scripted", model_url=model.url, model_seconds=5)
    mine = AssistantSettings(_env_file=None, model=REAL, **_at()) if REAL else scripted
    return Settings([mine if isinstance(one, AssistantSettings) else one for one in settings.sections()])


def _at() -> dict[str, Any]:
    names = {"model_url": "CAIRN_EVAL_URL", "model_key": "CAIRN_EVAL_KEY"}
    return {name: os.environ[variable] for name, variable in names.items() if os.environ.get(variable)}


async def happened(client: httpx2.AsyncClient, actor: Actor, case: Case, model: ModelServer, run: RunJobs) -> Happened:
    """Say what the case says, as a person of its own, and look at what is there afterwards."""
    for words in case.before:
        await say(client, words)
    if case.before:
        await run()
    if case.used_up:
        await usage.begin(actor, Tokens(999_000), usage.Price())
    asked = len(model.asked)
    model.script = _script(case, model, asked)
    events = await streamed(client, case.say)
    told = events[-1][1]
    return Happened(
        reply=told["reply"]["text"],
        shown="".join(data["text"] for kind, data in events if kind == "text"),
        receipts=[one["kind"] for one in told["receipts"]],
        proposals=[one["tool"] for one in told["proposals"]],
        reminders=len((await client.get(f"{V1}/reminders")).json()["items"]),
        tasks=len((await client.get(f"{V1}/tasks")).json()["items"]),
        asked=len(model.asked) - asked,
    )


def _script(case: Case, model: ModelServer, asked: int) -> Script:
    def script(_: dict[str, Any]) -> Reply:
        if not case.script:
            return Reply("(This case wants no model to be asked.)")
        move = case.script[min(len(model.asked) - asked, len(case.script)) - 1]
        return Reply(move.text, calls=move.calls, status=move.status)

    return script


@pytest.mark.skipif(bool(REAL), reason="a real model is evaluated")
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


@pytest.mark.skipif(not REAL, reason="no real model was named")
async def test_a_real_model_is_told_how_it_did(
    person: NewPerson,
    client_for: ClientFor,
    model: ModelServer,
    run_jobs: RunJobs,
    capsys: pytest.CaptureFixture[str],
) -> None:
    results = []
    for case in ALL:
        if not case.scripted:
            actor = await person(locale=case.language)
            found = await happened(client_for(actor), actor, case, model, run_jobs)
            results.append((case, judge(case, found, real=True)))
    with capsys.disabled():
        print(f"\n{REAL}\n{table(results)}")  # noqa: T201  # the table is what was asked for


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
