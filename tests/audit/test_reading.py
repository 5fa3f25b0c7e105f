"""Administrators find who did what, without personal values; a person reads what happened to their own account."""

import csv
import io
import json
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from cairn.accounts import repository, sessions
from cairn.accounts import service as accounts
from cairn.app.database import Urls
from cairn.audit import searching, service
from cairn.audit.schemas import EntryFilter, Format
from cairn.platform.actor import Actor, Credential
from cairn.platform.clock import StillClock
from cairn.platform.errors import CairnError, NotAllowed, NotSignedIn
from cairn.platform.http.work import PERSON
from cairn.platform.origin import Origin, coming_from
from cairn.platform.permissions import Role
from cairn.platform.runtime import Runtime
from cairn.platform.trail import SECRET, personal, plain
from cairn.spaces import sharing
from cairn.spaces.schemas import NewShare
from tests.audit.trail import by_sql, tamper
from tests.conftest import NOON, ClientFor, NewPerson

ENTRIES = "/api/v1/audit/entries"
EXPORT = f"{ENTRIES}/export"
HISTORY = "/api/v1/me/history"


@pytest.fixture
async def administrator(person: NewPerson) -> Actor:
    return await person(role=Role.ADMINISTRATOR)


@pytest.fixture
async def admin(administrator: Actor, client_for: ClientFor, trail: Urls) -> httpx2.AsyncClient:
    client = client_for(administrator, factors=2)
    assert (await client.get("/api/v1/me")).status_code == 200
    tamper(trail, ("truncate audit_entries, audit_waiting, audit_refusals",))
    return client


async def told(client: httpx2.AsyncClient, **wanted: Any) -> list[str]:
    answer = await client.get(ENTRIES, params=wanted)
    assert answer.status_code == 200, answer.text
    return [one["action"] for one in answer.json()["items"] if one["action"] != "trail.read"]


async def write(actor: Actor, action: str, origin: Origin | None = None, **said: Any) -> None:
    with coming_from(origin or Origin()):
        async with actor.work() as work:
            await work.audit(action, **said)


async def test_entries_are_found_by_each_of_what_they_say(
    admin: httpx2.AsyncClient, person: NewPerson, clock: StillClock, runtime: Runtime
) -> None:
    ana, rui = await person(), await person()
    tamper_free = runtime.new_id()
    await write(ana, "task.add", Origin("198.51.100.7", "A phone"), subject=tamper_free, kind="task")
    clock.forward(timedelta(minutes=4))
    await write(rui, "task.finish", Origin("198.51.100.8"), detail={"list": "100%_done"})
    await runtime.refused("session.refused", whose=rui.user_id)

    assert await told(admin, action="task.add") == ["task.add"]
    assert await told(admin, actor=str(rui.user_id)) == ["task.finish"]
    assert await told(admin, person=str(rui.user_id)) == ["session.refused", "task.finish", "account.created"]
    assert await told(admin, subject=str(tamper_free)) == ["task.add"]
    assert await told(admin, outcome="refused") == ["session.refused"]
    assert await told(admin, address="198.51.100.7") == ["task.add"]
    later = (NOON + timedelta(minutes=2)).isoformat()
    assert await told(admin, since=later) == ["session.refused", "task.finish"]
    assert await told(admin, until=later, q="task.") == ["task.add"]
    assert await told(admin, q="TASK finish") == ["task.finish"]
    assert await told(admin, q="100%_done") == ["task.finish"]
    for pattern in ("100__done", "t%k", "%", "_", "\\"):
        found = await told(admin, q=pattern)
        assert found in ([], ["task.finish"]), pattern
        assert ("task.finish" in found) == (pattern in "100%_done")


async def test_an_entry_tells_administrators_all_but_personal_values(
    admin: httpx2.AsyncClient, administrator: Actor, person: NewPerson
) -> None:
    ana = await person()
    changes = {"name": personal("Ana", "Beatriz"), "zone": plain("a", "b"), "password": SECRET}
    await write(ana, "account.changed", Origin("198.51.100.7", "A phone", "request-1"), changes=changes)

    answer = await admin.get(ENTRIES, params={"action": "account.changed"})

    (entry,) = answer.json()["items"]
    assert entry == {
        "id": entry["id"],
        "at": "2026-11-24T12:00:00Z",
        "action": "account.changed",
        "says": "Account details changed",
        "outcome": "done",
        "times": 1,
        "user_id": str(ana.user_id),
        "actor_id": str(ana.user_id),
        "credential": "person",
        "credential_id": None,
        "subject_kind": "",
        "subject_id": None,
        "address": "198.51.100.7",
        "agent": "A phone",
        "request_id": "request-1",
        "detail": {},
        "changes": {"name": "sealed", "zone": {"before": "a", "after": "b"}, "password": "masked"},
    }
    assert "Beatriz" not in answer.text


async def test_pages_lead_through_all_entries_once(
    admin: httpx2.AsyncClient, person: NewPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = await person()
    for number in range(12):
        await write(ana, "task.add" if number % 4 else "task.remove", detail={"number": number})
    for look, limit in ((50_000, 5), (4, 50), (4, 3), (1, 1)):
        monkeypatch.setattr(searching, "LOOK_THROUGH", look)
        found, cursor, pages = [], "", 0
        while True:
            wanted = {"person": str(ana.user_id), "action": "task.remove", "limit": str(limit)}
            page = (await admin.get(ENTRIES, params=wanted | ({"cursor": cursor} if cursor else {}))).json()
            found += [entry["detail"]["number"] for entry in page["items"]]
            cursor, pages = page.get("next_cursor"), pages + 1
            assert pages < 40
            if not cursor:
                break
        assert found == [8, 4, 0], look


@pytest.mark.parametrize("cursor", ["x", "W10", "WzEsMl0", "WyJ4IiwieSJd", "WyIyMDI2LTExLTI0IiwieSJd"])
async def test_a_cursor_that_is_none_of_ours_is_refused(admin: httpx2.AsyncClient, cursor: str) -> None:
    for path in (ENTRIES, HISTORY):
        assert (await admin.get(path, params={"cursor": cursor})).status_code == 422


@pytest.mark.parametrize(
    "wanted",
    [
        {"q": "a\x00b"},
        {"q": "x" * 201},
        {"actor": "me"},
        {"since": "yesterday"},
        {"since": "2026-11-24T12:00:00"},
        {"outcome": "maybe"},
        {"limit": 10**9},
        {"address": "\x00"},
    ],
)
async def test_a_filter_that_can_not_be_used_is_refused(admin: httpx2.AsyncClient, wanted: dict[str, Any]) -> None:
    assert (await admin.get(ENTRIES, params=wanted)).status_code == 422
    if "limit" not in wanted:
        assert (await admin.get(EXPORT, params=wanted)).status_code == 422


async def test_only_administrators_read_the_trail(admin: httpx2.AsyncClient, client: httpx2.AsyncClient) -> None:
    for path in (ENTRIES, EXPORT):
        assert (await client.get(path)).status_code == 403
    assert (await client.get(HISTORY)).status_code == 200
    assert await told(admin, outcome="refused") == ["access.refused", "access.refused"]


async def test_reading_the_trail_is_written_and_words_that_were_searched_for_are_not(
    admin: httpx2.AsyncClient, administrator: Actor
) -> None:
    await admin.get(ENTRIES, params={"q": "beatriz", "outcome": "done"})
    await admin.get(EXPORT, params={"format": "jsonl"})

    answer = await admin.get(ENTRIES, params={"actor": str(administrator.user_id)})

    assert [(one["action"], one["detail"]) for one in answer.json()["items"]] == [
        ("trail.export", {"format": "jsonl", "filters": {}}),
        ("trail.read", {"filters": {"q": "…", "outcome": "done"}}),
    ]


async def test_no_cell_of_a_table_is_a_formula(admin: httpx2.AsyncClient, person: NewPerson) -> None:
    ana = await person()
    evil = ["=HYPERLINK(0)", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", 'a,"b\n=1']
    for agent in evil:
        await write(ana, "task.add", Origin(agent, agent, agent))

    answer = await admin.get(EXPORT, params={"action": "task.add"})

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="cairn-audit.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert [row["agent"] for row in reversed(rows)] == [f"'{one}" for one in evil[:-1]] + [evil[-1]]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())


async def test_an_export_is_taken_in_small_parts_and_holds_all(
    admin: httpx2.AsyncClient, person: NewPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = await person()
    for number in range(9):
        await write(ana, "task.add", detail={"number": number})
    monkeypatch.setattr(service, "EXPORTED_AT_ONCE", 2)

    answer = await admin.get(EXPORT, params={"format": "jsonl", "action": "task.add"})

    told = [json.loads(line)["detail"]["number"] for line in answer.text.splitlines()]
    assert told == list(reversed(range(9)))


@pytest.mark.parametrize(
    ("what_happens", "why"),
    [("disabled_at = now()", NotSignedIn), ("role = 'user'", NotAllowed)],
    ids=["session", "right"],
)
async def test_an_export_breaks_off_when_its_session_or_its_right_ends(
    administrator: Actor,
    runtime: Runtime,
    trail: Urls,
    monkeypatch: pytest.MonkeyPatch,
    what_happens: str,
    why: type[CairnError],
) -> None:
    asking = await _in_a_session(administrator)
    for _ in range(4):
        await write(asking, "task.add")
    monkeypatch.setattr(service, "EXPORTED_AT_ONCE", 2)
    lines = service.export(asking, EntryFilter(), Format.JSONL)
    assert await anext(lines) == ""
    await anext(lines)
    async with runtime.system() as work:
        change = text(f"update users set {what_happens} where id = :id")
        await work.session.execute(change, {"id": administrator.user_id})

    with pytest.raises(why):
        await anext(lines)


async def _in_a_session(actor: Actor) -> Actor:
    """The same person, signed in by two factors."""
    async with actor.runtime.system() as work:
        user = await repository.get(work, actor.user_id)
        begun = await sessions.begin(work, user, sessions.Wished(page=False, remember=False), factors=2)
    return await actor.runtime.identify(Credential("session", str(begun.session.id)))


async def test_a_reader_is_told_as_one_without_from_where(
    runtime: Runtime, person: NewPerson, client_for: ClientFor
) -> None:
    ana, rita = await person(), await person()
    async with rita.work() as work:
        address = await accounts.address_of(work, rita.user_id)
    async with ana.work() as work:
        await sharing.share(work, NewShare(email=address, kinds=["tasks"], about="Rita"))
    assert (await client_for(rita).get("/api/v1/tasks", headers={PERSON: str(ana.user_id)})).status_code == 200

    items = (await client_for(ana).get(HISTORY)).json()["items"]

    told = [(one["says"], one["by"], one["address"]) for one in items if one["action"] == "person.read"]
    assert told == [("Something shared was looked at", "reader", None)]


async def test_what_waits_for_a_second_factor_is_refused_and_written(
    trail: Urls, administrator: Actor, client_for: ClientFor
) -> None:
    answer = await client_for(administrator).get(ENTRIES)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/second-factor-needed")
    written = by_sql(
        trail.owner, "select actor_id, detail ->> 'permission' from audit_entries where outcome = 'refused'"
    )
    assert written == [(administrator.user_id, "audit:read:all")]


async def test_a_person_reads_what_happened_to_their_account_in_their_language(
    runtime: Runtime, person: NewPerson, administrator: Actor, client_for: ClientFor
) -> None:
    eva = await person(locale="pt")
    changes = {"name": personal("Ana", "Eva"), "zone": plain("a", "b"), "password": SECRET}
    await write(eva, "account.changed", Origin("198.51.100.7", "A phone"), changes=changes)
    await write(eva, "task.add")
    with coming_from(Origin("198.51.100.66", "curl")):
        await runtime.refused("session.refused", whose=eva.user_id)
    with coming_from(Origin("10.0.0.1", "A desk")):
        async with runtime.system(by=administrator) as work:
            await work.audit("account.verified", whose=eva.user_id)

    client = client_for(eva)
    items = (await client.get(HISTORY)).json()["items"]

    told = [(one["says"], one["by"], one["address"], one["outcome"]) for one in items]
    assert ("Endereço de e-mail confirmado", "administrator", None, "done") in told
    assert ("Foi recusada uma tentativa de iniciar sessão", "nobody_known", "198.51.100.66", "refused") in told
    assert ("Conta criada", "cairn", "", "done") in told
    assert ("Dados da conta alterados", "you", "198.51.100.7", "done") in told
    assert "Tarefa adicionada" not in {says for says, *_ in told}
    (changed,) = (one["changes"] for one in items if one["action"] == "account.changed")
    assert changed == [
        {"field": "name", "before": "Ana", "after": "Eva", "shown": True},
        {"field": "zone", "before": "a", "after": "b", "shown": True},
        {"field": "password", "before": None, "after": None, "shown": False},
    ]
    everything = (await client.get(HISTORY, params={"about": "everything"})).json()["items"]
    assert "Tarefa adicionada" in {one["says"] for one in everything}


async def test_history_is_read_in_pages(person: NewPerson, client_for: ClientFor, clock: StillClock) -> None:
    eva = await person()
    for _ in range(5):
        await write(eva, "account.changed")
        clock.forward(timedelta(minutes=1))
    client = client_for(eva)
    found: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = (await client.get(HISTORY, params={"limit": 2, **cursor})).json()
        found += [one["id"] for one in page["items"]]
        if not page["next_cursor"]:
            break
        cursor = {"cursor": page["next_cursor"]}

    assert len(found) == len(set(found)) == 7


async def test_a_value_moved_from_another_entry_is_not_shown(
    trail: Urls, person: NewPerson, client_for: ClientFor
) -> None:
    eva = await person()
    await write(eva, "account.changed", changes={"name": personal("Ana", "Bea")})
    await write(eva, "account.changed", changes={"name": personal("Ana", "Carla")})
    tamper(
        trail,
        (
            "update audit_entries set after_cipher = (select after_cipher from audit_entries where user_id = %s"
            " and after_cipher is not null order by id limit 1) where user_id = %s",
            eva.user_id,
            eva.user_id,
        ),
    )

    answer = await client_for(eva).get(HISTORY)

    shown = [one["changes"][0] for one in answer.json()["items"] if one["changes"]]
    assert [(one["shown"], one["after"]) for one in shown] == [(False, None), (True, "Bea")]


async def test_the_history_is_part_of_what_a_person_takes_along(person: NewPerson, runtime: Runtime) -> None:
    eva, other = await person(), await person()
    await write(eva, "account.changed", changes={"name": personal("Ana", "Bea")})
    await write(other, "account.changed", changes={"name": personal("Ana", "Carla")})
    (feature,) = (one for one in runtime.features if one.name == "audit")
    assert feature.export is not None
    async with eva.work() as work:
        taken = (await feature.export(work))["audit_entries"]

    assert [one["action"] for one in taken] == ["account.created", "account.changed"]
    assert taken[1]["changes"] == [{"field": "name", "before": "Ana", "after": "Bea", "shown": True}]
