"""Queries of the ladder: what is planned and due, and what becomes of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import text

from cairn.notify.models import Channel
from cairn.notify.rules import Due, Verdict
from cairn.notify.schemas import Notice
from cairn.platform.work import UnitOfWork

# One ticker climbs for one subject at a time, and not while an answer stops it: so nothing comes after the answer, and
# what was held up for long goes once. Whatever somebody holds is looked at again in half a second.
_CLAIM = text(
    "with due as materialized (select distinct user_id, kind, subject_id from (select user_id, kind, subject_id"
    " from deliveries where state = 'planned' and due_at <= :now order by due_at limit :most) as soonest),"
    " mine as materialized (select * from due where pg_try_advisory_xact_lock(20030, hashtext(subject_id::text)))"
    " select d.id, d.user_id, d.kind, d.subject_id, d.channel, d.rung, d.nag, d.nag_every, d.nag_more, d.urgent,"
    " d.planned_for, exists (select 1 from deliveries n where n.user_id = d.user_id and n.kind = d.kind"
    " and n.subject_id = d.subject_id and n.occurrence_at > d.occurrence_at) as superseded"
    " from deliveries d join mine using (user_id, kind, subject_id)"
    " where d.state = 'planned' and d.due_at <= :now order by d.due_at, d.id for update of d skip locked"
)
_ALONE = text("select pg_advisory_xact_lock(20030, hashtext(:subject))")
_GO = text(
    "update deliveries set state = 'queued', due_at = null, queued_at = :now"
    " where id = any(cast(:ids as uuid[])) and state = 'planned' returning id, user_id, kind, subject_id, channel,"
    " revived"
)
_WAIT = text(
    "update deliveries set due_at = d from unnest(cast(:ids as uuid[]), cast(:until as timestamptz[])) as w(i, d)"
    " where id = i and state = 'planned'"
)
_SKIP = text(
    "update deliveries set state = 'skipped', due_at = null, reason = r"
    " from unnest(cast(:ids as uuid[]), cast(:reasons as text[])) as s(i, r) where id = i and state = 'planned'"
)
_FOLLOW = text(
    "insert into deliveries (id, user_id, kind, subject_id, occurrence_at, channel, state, title, text, link,"
    " queued_at, attempts, possible_duplicates, revived, rung, nag, nag_every, nag_more, urgent, planned_for, due_at)"
    " select f, user_id, kind, subject_id, occurrence_at, channel, 'planned', title, text, link, :now, 0, 0, 0,"
    " rung, nag + 1, nag_every, nag_more - 1, urgent, p, p from deliveries"
    " join unnest(cast(:ids as uuid[]), cast(:new as uuid[]), cast(:planned as timestamptz[])) as n(i, f, p) on id = i"
    " on conflict on constraint uq_deliveries_once do nothing"
)
_SUPERSEDE = text(
    "update deliveries set state = 'skipped', due_at = null, reason = :reason"
    " from unnest(cast(:users as uuid[]), cast(:kinds as text[]), cast(:subjects as uuid[]),"
    " cast(:occurrences as timestamptz[])) as n(u, k, s, o)"
    " where user_id = u and kind = k and subject_id = s and occurrence_at < o and state = 'planned'"
)
_WAKE = text("update deliveries set due_at = planned_for where user_id = :me and state = 'planned'")
_UNPLAN = text(
    "delete from deliveries where user_id = :me and kind = :kind and subject_id = :subject"
    " and occurrence_at = :occurrence and state = 'planned' and planned_for > :now"
)
# What waits for a quiet time to end is owed: it goes once, in the new words, and nothing follows it.
_OWED = text(
    "update deliveries set nag_every = null, nag_more = null, title = :title, urgent = :urgent, due_at = planned_for"
    " where user_id = :me and kind = :kind and subject_id = :subject and occurrence_at = :occurrence"
    " and state = 'planned'"
)
_HIGHEST = text(
    "select coalesce(max(rung), 0) from deliveries where user_id = :me and kind = :kind and subject_id = :subject"
    " and occurrence_at = :occurrence"
)


class Gone(NamedTuple):
    """A delivery that is handed over now."""

    id: UUID
    user_id: UUID
    kind: str
    subject_id: UUID
    channel: str
    revived: int


async def claim(work: UnitOfWork, most: int) -> list[Due]:
    """Lock what is planned and due, whole subjects at a time. The system's work only."""
    rows = await work.session.execute(_CLAIM, {"now": work.now, "most": most})
    return [Due(**{**row._mapping, "channel": Channel(row.channel)}) for row in rows]


async def alone(work: UnitOfWork, subject_id: UUID) -> None:
    """Let no ticker climb for this subject until this unit of work ends: one that does now is waited for."""
    await work.session.execute(_ALONE, {"subject": str(subject_id)})


async def settle(work: UnitOfWork, verdicts: Sequence[Verdict]) -> list[Gone]:
    """Write what becomes of what was claimed, a statement for each kind of verdict.

    Returns:
        What is to be handed over.
    """
    going = [one for one in verdicts if one.goes]
    waiting = [one for one in verdicts if one.until is not None]
    skipped = [one for one in verdicts if one.reason is not None]
    following = [one for one in going if one.following is not None]
    if waiting:
        arguments = {"ids": [one.due.id for one in waiting], "until": [one.until for one in waiting]}
        await work.session.execute(_WAIT, arguments)
    if skipped:
        reasons = {"ids": [one.due.id for one in skipped], "reasons": [one.reason for one in skipped]}
        await work.session.execute(_SKIP, reasons)
    if following:
        nags = {
            "ids": [one.due.id for one in following],
            "new": [work.runtime.new_id() for _ in following],
            "planned": [one.following for one in following],
        }
        await work.session.execute(_FOLLOW, {**nags, "now": work.now})
    if not going:
        return []
    rows = await work.session.execute(_GO, {"ids": [one.due.id for one in going], "now": work.now})
    return [Gone(*row) for row in rows]


async def supersede(work: UnitOfWork, subjects: Sequence[tuple[UUID, str, UUID, datetime]], reason: str) -> None:
    """What is planned for an earlier moment of these subjects is passed over: they ring again."""
    users, kinds, ids, occurrences = zip(*subjects, strict=True)
    arguments = {"users": list(users), "kinds": list(kinds), "subjects": list(ids), "occurrences": list(occurrences)}
    await work.session.execute(_SUPERSEDE, {**arguments, "reason": reason})


async def wake(work: UnitOfWork) -> None:
    """Look at once at what waits for a quiet time to end: the person wishes otherwise, or lives by another clock."""
    await work.session.execute(_WAKE, {"me": work.user_id})


async def unplan(work: UnitOfWork, notice: Notice) -> int:
    """Take away what is still to come of a moment, but for what would have gone by now if it weren't quiet.

    Returns:
        The highest step that stays in the books.
    """
    about = {
        "me": work.user_id,
        "kind": notice.kind,
        "subject": notice.subject_id,
        "occurrence": notice.occurrence_at,
    }
    await work.session.execute(_UNPLAN, {**about, "now": work.now})
    await work.session.execute(_OWED, {**about, "title": notice.title, "urgent": notice.urgent})
    return int((await work.session.scalar(_HIGHEST, about)) or 0)
