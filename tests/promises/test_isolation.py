"""Someone else's id, in every route and every tool, is an id that doesn't exist; a query without a filter shows
nothing of others."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import consents
from cairn.accounts.factors.models import Passkey
from cairn.app.build import create_api
from cairn.assistant.schemas import Proposal
from cairn.chat import repository as chat
from cairn.memory.facts import doubts
from cairn.platform.actor import Actor
from cairn.platform.clock import StillClock
from cairn.platform.errors import NotFound
from cairn.platform.http import PageQuery
from cairn.platform.permissions import Role
from cairn.platform.runtime import Runtime
from cairn.platform.tools import Receipt, Tool
from cairn.reminders import service as reminders
from cairn.reminders.models import State
from cairn.reminders.schemas import NewReminder, Schedule
from cairn.reminders.ticker import tick
from cairn.sms import service as sms
from cairn.sms.provider import SmsCarrier
from cairn.sms.schemas import Text
from cairn.spaces import support
from cairn.spaces.schemas import NewSupportRequest
from tests.conftest import NOON, ClientFor, NewPerson, RunJobs
from tests.promises.isolated import BODIES
from tests.push.push_server import Browser
from tests.sms.twilio_server import TwilioServer

V1 = "/api/v1"

FOR_ADMINISTRATORS = (f"{V1}/admin/", f"{V1}/operations/")
"""Where only administrators come, and behind whose ids nobody's things stand: the queue's, and people's own."""

NOBODYS = {"field_id"}
"""Names that are the same for everybody."""


async def anas_things(
    client: httpx2.AsyncClient, ana: Actor, asker: Actor, clock: StillClock, run_jobs: RunJobs
) -> dict[str, str]:
    """A little of everything, by the name its id has in paths and tools."""

    async def post(path: str, body: dict[str, Any] | None = None) -> Any:
        answer = await client.post(f"{V1}{path}", json=body)
        assert answer.status_code < 300, f"{path}: {answer.text}"
        return answer.json()

    said = await post("/messages", {"text": "remind me to call Rita in 5 minutes"})
    task = await post("/tasks", {"title": "Renew the passport"})
    task = await post(f"/tasks/{task['id']}/steps", {"text": "Find the old one"})
    event = await post("/calendar/events", {"title": "Dentist", "start": (NOON + timedelta(hours=3)).isoformat()})
    memory = await post("/memories", {"text": "The spare key is under the blue stone"})
    fact = await post("/facts", {"relation": "lives_in", "value": "Porto"})
    factor_id = await _passkey(ana)
    contradiction_id = await _contradiction(ana, UUID(fact["id"]))
    reminder_id = said["receipts"][0]["subject_id"]
    clock.forward(timedelta(minutes=6))
    await tick(ana.runtime)
    await run_jobs()
    deliveries = (await client.get(f"{V1}/reminders/{reminder_id}/deliveries")).json()["items"]
    letters = (await client.get(f"{V1}/mail/letters")).json()["items"]
    conversations = (await client.get(f"{V1}/conversations")).json()["items"]
    text_id = await _text(ana)
    share = await post("/me/shares", {"email": "rita@example.org", "kinds": ["tasks"], "about": "Rita"})
    space = await post("/spaces", {"name": "Study"})
    invitation = await post(f"/spaces/{space['id']}/invitations", {"email": f"{ana.user_id}@example.com"})
    agreed = {"document": consents.TERMS, "version": consents.TERMS_VERSION}
    focus = await post("/focus/sessions", {"task_id": task["id"]})
    thought = await post("/focus/parked", {"text": "Is the iron off?"})
    await post(f"/spaces/{space['id']}/room", {"name": "Ana"})
    daily = {"what": "digest", "when": "every day at 8am"}
    return {
        "automation_id": (await post("/automations", daily))["id"],
        "review_id": (await post("/reviews", {"kind": "shutdown"}))["id"],
        "thing_id": task["id"],
        "entry_id": (await post("/mood", {"mood": "flat"}))["id"],
        "share_id": share["id"],
        "focus_id": focus["session"]["id"],
        "thought_id": thought["id"],
        "support_request_id": await _support_request(ana, asker),
        "space_id": space["id"],
        "user_id": str(ana.user_id),
        "invitation_id": invitation["id"],
        "task_id": task["id"],
        "step_id": task["steps"][0]["id"],
        "event_id": event["id"],
        "memory_id": memory["id"],
        "fact_id": fact["id"],
        "contradiction_id": contradiction_id,
        "factor_id": factor_id,
        "reminder_id": reminder_id,
        "receipt_id": said["receipts"][0]["id"],
        "proposal_id": await _proposal(ana, UUID(said["message"]["turn_id"])),
        "message_id": said["message"]["id"],
        "conversation_id": conversations[0]["id"],
        "delivery_id": deliveries[0]["id"],
        "letter_id": letters[0]["id"],
        "identity_id": await _identity(ana),
        "text_id": text_id,
        "subscription_id": (await post("/push/subscriptions", _browser()))["id"],
        "session_id": (await client.get(f"{V1}/me/sessions")).json()["items"][0]["id"],
        "consent_id": (await post("/me/consents", agreed))["id"],
        **await _routine(post),
        **await _plan(post),
        "key_id": (await post("/me/keys", {"name": "Notes", "scopes": ["tasks:read:own"]}))["id"],
    }


def _browser() -> dict[str, Any]:
    browser = Browser("https://push.example.org/1")
    return {"endpoint": browser.endpoint, **browser.subscription["keys"]}


async def _plan(post: Any) -> dict[str, str]:
    plan = await post("/plans", {"cue": {"kind": "time", "at": "21:00"}, "deed": "Brush my teeth"})
    return {"plan_id": plan["id"], "beginning_id": (await post(f"/plans/{plan['id']}/beginnings"))["id"]}


async def _routine(post: Any) -> dict[str, str]:
    routine = await post("/routines", {"name": "Morning", "steps": [{"text": "Drink water"}]})
    run = await post(f"/routines/{routine['id']}/runs")
    medication = await post("/medications", {"name": "Iron", "times": ["20:00"]})
    dose = await post(f"/medications/{medication['id']}/taken")
    return {
        "routine_id": routine["id"],
        "run_id": run["id"],
        "medication_id": medication["id"],
        "dose_id": dose["id"],
    }


async def _text(ana: Actor) -> str:
    with TwilioServer().running() as twilio:
        carrier = twilio.carrier()
        ana.runtime.provide(SmsCarrier, carrier)
        await sms.send(ana.runtime, Text("+351912345678", "Hello", "one", ana.user_id))
        await carrier.aclose()
    async with ana.work() as work:
        return str(await work.session.scalar(text("select id from texts where user_id = :me"), {"me": work.user_id}))


async def _passkey(ana: Actor) -> str:
    """One that nobody could sign in with: it is only to be there."""
    key = Passkey(
        user_id=ana.user_id,
        name_cipher=b"sealed",
        created_at=NOON,
        confirmed_at=NOON,
        credential_id=ana.user_id.bytes,
        public_key=b"none",
        sign_count=0,
        transports=[],
    )
    async with ana.work() as work:
        work.session.add(key)
        await work.session.flush()
        return str(key.id)


async def _support_request(ana: Actor, asker: Actor) -> str:
    asked = await support.ask(asker, ana.user_id, NewSupportRequest(reason="To help.", hours=1, kinds=["tasks"]))
    return str(asked.id)


async def _contradiction(ana: Actor, fact_id: UUID) -> str:
    async with ana.work() as work:
        await doubts.contradict(work, fact_id, fact_id)
        rows, _ = await doubts.contradictions(work, PageQuery())
    return str(rows[0].id)


async def _proposal(ana: Actor, turn_id: UUID) -> str:
    proposal = Proposal(tool="add_task", arguments={"title": "Buy balloons"}, why="read")
    async with ana.work() as work:
        await chat.add_step(work, turn_id, "proposal", 0, proposal.model_dump())
        return str((await chat.proposals(work, [turn_id]))[0].id)


async def _identity(ana: Actor) -> str:
    identity_id = str(ana.runtime.new_id())
    row = {"id": identity_id, "user_id": ana.user_id, "subject": identity_id.encode(), "now": ana.runtime.clock.now()}
    async with ana.runtime.system() as work:
        await work.session.execute(
            text(
                "insert into identities (id, user_id, provider, subject_index, email_cipher, created_at, last_used_at)"
                " values (:id, :user_id, 'google', :subject, '', :now, :now)"
            ),
            row,
        )
    return identity_id


@pytest.fixture
async def ana(person: NewPerson) -> Actor:
    return await person(name="Ana")


@pytest.fixture
async def rui(person: NewPerson) -> Actor:
    return await person(name="Rui")


@pytest.fixture
async def things(
    ana: Actor, person: NewPerson, client_for: ClientFor, clock: StillClock, run_jobs: RunJobs
) -> dict[str, str]:
    asker = await person(name="Eva", role=Role.ADMINISTRATOR)
    return await anas_things(client_for(ana), ana, asker, clock, run_jobs)


async def test_every_route_answers_to_someone_elses_id_as_to_none(
    runtime: Runtime, rui: Actor, client_for: ClientFor, things: dict[str, str]
) -> None:
    stranger = client_for(rui)
    document = create_api(runtime).openapi()
    tried = 0
    for path, item in document["paths"].items():
        names = re.findall(r"{(\w+)}", path)
        if not names or path.startswith(FOR_ADMINISTRATORS) or NOBODYS & set(names):
            continue
        for method in item:
            route = f"{method.upper()} {path}"
            body = BODIES.get(route, {} if method in ("post", "patch", "put") else None)
            answers = []
            for ids in (things, {name: str(runtime.new_id()) for name in names}):
                answer = await stranger.request(method, path.format(**{n: ids[n] for n in names}), json=body)
                answers.append({**answer.json(), "request_id": ""} if answer.content else {})
                assert answer.status_code == 404, f"{route}: {answer.status_code} {answer.text}"
            assert answers[0] == answers[1], route
            tried += 1
    assert tried > 20


async def test_every_body_that_names_an_id_refuses_someone_elses(
    rui: Actor, client_for: ClientFor, things: dict[str, str]
) -> None:
    stranger = client_for(rui)
    body = {"text": "hello", "conversation_id": things["conversation_id"]}

    assert (await stranger.post(f"{V1}/messages", json=body)).status_code == 404


async def test_a_reminder_never_names_someone_elses_task(rui: Actor, things: dict[str, str]) -> None:
    new = NewReminder("x", NOON + timedelta(days=1), rui.time_zone, task_id=UUID(things["task_id"]))

    with pytest.raises(NotFound):
        await _booked(rui, new)


async def _booked(actor: Actor, new: NewReminder) -> None:
    async with actor.work() as work:
        await reminders.add(work, new)


async def test_a_message_id_of_someone_else_is_free_to_use_and_shows_nothing(
    rui: Actor, client_for: ClientFor, things: dict[str, str]
) -> None:
    answer = await client_for(rui).post(f"{V1}/messages", json={"id": things["message_id"], "text": "buy milk"})

    assert answer.status_code == 200
    assert "Rita" not in answer.text


async def test_every_tool_refuses_someone_elses_id(runtime: Runtime, rui: Actor, things: dict[str, str]) -> None:
    tried = 0
    for tool in runtime.toolbox.every():
        arguments = _with_ids(tool, things)
        if arguments is None:
            continue
        with pytest.raises(NotFound):
            await _called(rui, tool, arguments)
        tried += 1
    assert tried >= 10


async def _called(actor: Actor, tool: Tool, arguments: dict[str, Any]) -> None:
    async with actor.work() as work:
        await tool.function(work, **arguments)


def _with_ids(tool: Tool, things: dict[str, str]) -> dict[str, Any] | None:
    """Arguments that pass a tool's form, with someone's ids; `None` for a tool that takes none."""
    fields = tool.arguments.model_fields
    ids = {name: UUID(things[name]) for name in fields if name in things}
    if not ids:
        return None
    values: dict[str, Any] = dict(ids)
    for name, field in fields.items():
        if name not in ids and field.is_required():
            values[name] = SAMPLES[name]
    return values


_SCHEDULE = Schedule(
    state=State.WAITING,
    due_at=NOON,
    armed=True,
    local_time=NOON.replace(tzinfo=None),
    snoozed_until=None,
    last_rung_at=None,
    rang_for=None,
    done_at=None,
)
SAMPLES: dict[str, Any] = {
    "value": "Porto",
    **dict.fromkeys(("when", "start", "until", "at", "due_at"), NOON + timedelta(days=2)),
    "text": "Water the plants",
    "time_id": UUID(int=1),
    "before": _SCHEDULE,
    "after": _SCHEDULE,
    "steps": [],
    "ladder": None,
    "minutes": 10,
    "outcome": "done",
    "version": 1,
}
"""Further arguments that tools with ids require, by name."""


async def test_a_query_without_a_filter_shows_nothing_of_others(
    database: Any, ana: Actor, rui: Actor, things: dict[str, str], runtime: Runtime
) -> None:
    async with ana.work() as work:
        tables = (
            await work.session.scalars(
                text(
                    "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
                    " where a.attname = 'user_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace"
                    " and has_table_privilege(c.oid, 'select')"
                )
            )
        ).all()
        hers = {table: await work.session.scalar(text(f"select count(*) from {table}")) for table in tables}
    assert {"tasks", "reminders", "memories", "messages", "receipts", "deliveries", "letters", "texts"} <= {
        table for table, count in hers.items() if count
    }
    async with rui.work() as work:
        for table in tables:
            others = await work.session.scalar(
                text(f"select count(*) from {table} where user_id <> :me"), {"me": work.user_id}
            )
            assert others == 0, table
        assert await work.session.scalar(text("select count(*) from users where id <> :me"), {"me": work.user_id}) == 0


async def test_nobody_can_undo_what_someone_else_did(
    runtime: Runtime, rui: Actor, ana: Actor, things: dict[str, str]
) -> None:
    with pytest.raises(NotFound):
        await _undone(runtime, rui, UUID(things["receipt_id"]))
    async with ana.work() as work:
        receipt = await work.session.get(Receipt, UUID(things["receipt_id"]))
    assert receipt is not None
    assert receipt.undone_at is None


async def _undone(runtime: Runtime, actor: Actor, receipt_id: UUID) -> None:
    async with actor.work() as work:
        await runtime.toolbox.undo(work, receipt_id)
