"""Refused actions in the audit trail: each in a unit of work of its own, and few rows however many there are.

The first of a kind within a minute is written at once. Those after it, of the same actor, action and address, are
counted, and written as one entry when the minute is over. Of unlike kinds only so many are told apart within a minute;
all further ones are counted together without saying whose they were.
"""

import asyncio
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import text

from cairn.platform import trail
from cairn.platform.trail import Entry

if TYPE_CHECKING:
    from cairn.platform.runtime import Runtime
    from cairn.platform.work import UnitOfWork

MINUTE = timedelta(minutes=1)
MOST = 100
"""Kinds of refusals that are told apart within a minute."""

FOLDED_AT_ONCE = 500

_KNOWN = text("select key from audit_refusals where minute = :minute")
# `old` is the row before; there is none for the first of its kind, which is written at once and so not counted.
_COUNT = text(
    "insert into audit_refusals (minute, key, refusal, times, last_at)"
    " values (:minute, :key, cast(:refusal as jsonb), :times - 1, :now)"
    " on conflict (minute, key) do update set times = audit_refusals.times + :times, last_at = excluded.last_at"
    " returning old.key is null"
)
_OVER = text(
    "delete from audit_refusals where (minute, key) in"
    " (select minute, key from audit_refusals where minute <= :before order by minute, key limit :most"
    "  for update skip locked) returning refusal, times, last_at"
)
_IDS = ("user_id", "actor_id", "subject_id", "credential_id")


@dataclass(frozen=True, slots=True)
class Refusal:
    """One kind of refusal: who was refused what, from where."""

    action: str
    subject_kind: str
    subject_id: UUID | None
    user_id: UUID | None
    actor_id: UUID | None
    credential: str
    credential_id: UUID | None
    address: str
    agent: str
    request_id: str | None
    detail: Mapping[str, Any]

    @property
    def key(self) -> str:
        """What makes two of them the same kind. Neither program nor request, which the caller may name as they like."""
        told = [self.action, self.user_id, self.actor_id, self.subject_id, self.address, self.detail]
        return hashlib.sha256(json.dumps(told, default=str, sort_keys=True).encode()).hexdigest()

    def without_whose(self) -> "Refusal":
        """The kind of all that are too many to be told apart."""
        detail = {"many": True}
        return Refusal(self.action, "", None, None, None, "system", None, "", "", None, detail)

    def entry(self, entry_id: UUID, at: datetime, times: int) -> Entry:
        told = asdict(self) | {"detail": trail.as_kept(self.detail)}
        return Entry(id=entry_id, at=at, outcome="refused", times=times, changes={}, **told)


class Refusals:
    """The refusals of one process. Whoever comes while another writes is written by the next, together with all
    that wait: a flood takes one connection."""

    def __init__(self, runtime: "Runtime") -> None:
        self._runtime = runtime
        self._waiting: dict[str, tuple[Refusal, int]] = {}
        self._writing = asyncio.Lock()

    async def note(self, refusal: Refusal) -> None:
        """Write it before the answer is given."""
        self._add(refusal, 1)
        async with self._writing:
            taken, self._waiting = self._waiting, {}
            if not taken:
                return
            try:
                async with self._runtime.system() as work:
                    await _write(work, taken)
            except BaseException:
                for one, times in taken.values():
                    self._add(one, times)
                raise

    def _add(self, refusal: Refusal, times: int) -> None:
        if refusal.key not in self._waiting and len(self._waiting) >= MOST:
            refusal = refusal.without_whose()
        _, before = self._waiting.get(refusal.key, (refusal, 0))
        self._waiting[refusal.key] = (refusal, before + times)


async def _write(work: "UnitOfWork", taken: Mapping[str, tuple[Refusal, int]]) -> None:
    minute = work.now.replace(second=0, microsecond=0)
    known = set((await work.session.scalars(_KNOWN, {"minute": minute})).all())
    counted: dict[str, tuple[Refusal, int]] = {}
    for refusal, times in taken.values():
        told = refusal if refusal.key in known or len(known) < MOST else refusal.without_whose()
        known.add(told.key)
        counted[told.key] = (told, counted.get(told.key, (told, 0))[1] + times)
    for key in sorted(counted):  # in one order, so that two processes don't wait for each other
        refusal, times = counted[key]
        arguments = {
            "minute": minute,
            "key": key,
            "refusal": work.runtime.dump(asdict(refusal)),
            "times": times,
            "now": work.now,
        }
        if await work.session.scalar(_COUNT, arguments):
            await trail.write(work, refusal.entry(work.runtime.new_id(), work.now, 1))


async def fold(runtime: "Runtime") -> int:
    """Write what was counted in minutes that are over; how many entries that made."""
    written = 0
    while True:
        async with runtime.system() as work:
            rows = (await work.session.execute(_OVER, {"before": work.now - MINUTE, "most": FOLDED_AT_ONCE})).all()
            for row in rows:
                if row.times:
                    refusal = _read(row.refusal)
                    await trail.write(work, refusal.entry(runtime.new_id(), row.last_at, row.times))
                    written += 1
        if len(rows) < FOLDED_AT_ONCE:
            return written


def _read(kept: Mapping[str, Any]) -> Refusal:
    ids = {name: UUID(kept[name]) if kept[name] else None for name in _IDS}
    return Refusal(**{**kept, **ids})
