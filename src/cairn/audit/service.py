"""What administrators and people read of the trail."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from cairn.audit import chain, repository, rules, searching
from cairn.audit.models import AuditEntry
from cairn.audit.permissions import READ_TRAIL
from cairn.audit.schemas import About, By, EntryFilter, EntryOut, FieldChange, Format, HistoryEntryOut, Outcome
from cairn.platform import trail
from cairn.platform.actor import Actor
from cairn.platform.audit import PERSON_READ
from cairn.platform.crypto import DataKey
from cairn.platform.errors import Invalid
from cairn.platform.http import Page, PageQuery, paginate
from cairn.platform.http.schema import unstorable
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork

EXPORTED_AT_ONCE = 200


async def entries(work: UnitOfWork, wanted: EntryFilter, page: PageQuery) -> Page[EntryOut]:
    """Entries of the whole trail, newest first. The caller has checked that an administrator asks.

    Reading others' entries is itself an entry.

    Raises:
        Invalid: a filter holds what no entry can.
    """
    _checked(wanted)
    await work.audit("trail.read", kind="trail", detail=_told(wanted))
    return await _found(work.actor, wanted, page)


async def begin_export(actor: Actor, wanted: EntryFilter, form: Format) -> None:
    """Write down that the trail is taken out, before anything of it is. The caller has checked who asks.

    Raises:
        Invalid: a filter holds what no entry can.
    """
    _checked(wanted)
    async with actor.work() as work:
        await work.audit("trail.export", kind="trail", detail={"format": form, **_told(wanted)})


async def export(actor: Actor, wanted: EntryFilter, form: Format) -> AsyncIterator[str]:
    """The entries as a file, a few at a time. It breaks off when the session ends meanwhile, or the right is lost.

    Raises:
        NotSignedIn: the credential stands for nobody any more.
        NotAllowed: who asks may not see the trail any more.
    """
    yield rules.header(form)
    page = PageQuery(limit=EXPORTED_AT_ONCE)
    while True:
        (await actor.runtime.identify(actor.credential)).must(READ_TRAIL)
        found = await _found(actor, wanted, page)
        if found.items:
            yield rules.table(found.items, form)
        if found.next_cursor is None:
            return
        page = PageQuery(limit=EXPORTED_AT_ONCE, cursor=found.next_cursor)


async def history(work: UnitOfWork, about: About, page: PageQuery) -> Page[HistoryEntryOut]:
    """What happened to the account of this unit of work's person, newest first, their own values opened."""
    query = select(AuditEntry).where(AuditEntry.user_id == work.user_id)
    if about is About.ACCOUNT:
        query = query.where(AuditEntry.action.in_(work.runtime.vocabulary.of_accounts()))
    rows, following = await paginate(work.session, query, page, AuditEntry.at, AuditEntry.id, descending=True)
    key = await work.runtime.provider(trail.PersonKeys).key_of(work, work.user_id)
    return Page(items=[_to_the_person(work, row, key) for row in rows], next_cursor=following)


async def verify(runtime: Runtime, witness: tuple[int, bytes] | None = None) -> chain.Verdict:
    """Walk along the trail from its beginning to the first link that doesn't hold."""
    return await chain.verify(runtime, witness=witness)


@dataclass(frozen=True, slots=True)
class Lag:
    """How far the chain is behind."""

    entries: int
    seconds: float


async def lag(work: UnitOfWork) -> Lag:
    """Entries that wait for their link, counted up to 100,000, and how long the oldest does; the system's work only."""
    since = await repository.waits_since(work)
    waited = max(0.0, (work.now - since).total_seconds()) if since else 0.0
    return Lag(await repository.lag(work), waited)


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All that the trail has about the person, as they take it along."""
    query = select(AuditEntry).where(AuditEntry.user_id == work.user_id).order_by(AuditEntry.at, AuditEntry.id)
    key = await work.runtime.provider(trail.PersonKeys).key_of(work, work.user_id)
    rows = await work.session.stream_scalars(query)
    return {"audit_entries": [_to_the_person(work, row, key).model_dump(mode="json") async for row in rows]}


async def _found(actor: Actor, wanted: EntryFilter, page: PageQuery) -> Page[EntryOut]:
    async with actor.runtime.system() as system:
        rows, following = await searching.find(system, wanted, page)
    return Page(items=[_to_administrators(actor, row) for row in rows], next_cursor=following)


def _to_administrators(actor: Actor, row: AuditEntry) -> EntryOut:
    told = {name: getattr(row, name) for name in EntryOut.model_fields if name != "says"}
    return EntryOut(says=actor.runtime.vocabulary.says(row.action, actor.locale), **told)


def _to_the_person(work: UnitOfWork, row: AuditEntry, key: DataKey) -> HistoryEntryOut:
    by = _by(row)
    theirs = by not in (By.ADMINISTRATOR, By.READER)
    return HistoryEntryOut(
        id=row.id,
        at=row.at,
        action=row.action,
        says=work.runtime.vocabulary.says(row.action, work.actor.locale),
        outcome=Outcome(row.outcome),
        times=row.times,
        by=by,
        address=row.address if theirs else None,
        agent=row.agent if theirs else None,
        changes=_changes(row, key),
    )


def _by(row: AuditEntry) -> By:
    if row.actor_id is not None and row.actor_id != row.user_id:
        return By.READER if row.action == PERSON_READ else By.ADMINISTRATOR
    if row.actor_id is not None:
        return By.YOU
    return By.NOBODY_KNOWN if row.address else By.CAIRN


def _changes(row: AuditEntry, key: DataKey) -> list[FieldChange]:
    before = _opened(row, "before_cipher", key)
    after = _opened(row, "after_cipher", key)
    told: list[FieldChange] = []
    for field, kept in row.changes.items():
        if isinstance(kept, dict):
            told.append(FieldChange(field=field, **kept, shown=True))
        elif before is not None and after is not None and field in after:
            told.append(FieldChange(field=field, before=before.get(field), after=after[field], shown=True))
        else:
            told.append(FieldChange(field=field, shown=False))
    return told


def _opened(row: AuditEntry, column: str, key: DataKey) -> dict[str, Any] | None:
    """What was sealed in a column; nothing where it can't be opened."""
    sealed = getattr(row, column)
    if sealed is None or row.user_id is None:
        return None
    return trail.opened(key, sealed, column, row.id, row.user_id)


def _checked(wanted: EntryFilter) -> None:
    for field in ("action", "address", "q"):
        if unstorable(getattr(wanted, field)):
            raise Invalid("This text holds a character that can't be kept.", field=field)


def _told(wanted: EntryFilter) -> dict[str, Any]:
    """The filters as the trail keeps them: what was searched for may be somebody's words, so only that it was."""
    told = wanted.model_dump(mode="json", exclude_none=True)
    return {"filters": {name: "…" if name in ("q", "action", "address") else value for name, value in told.items()}}
