"""How often proofs of a person may be tried: counters in the database, over all ways and every process.

A place is taken before a code is looked at, by one conditional statement, and is lost unless the code was right: fifty
at once get no more than five. After five wrong ones the wait doubles up to an hour; time softens it, and nothing is
ever locked. Beginning the sign-in anew gives nothing back. Only who knows the password gets this far, and what they
try from devices that were never signed in doesn't count on those that were.
"""

from uuid import UUID

from sqlalchemy import text

from cairn.accounts.factors.errors import TooManyProofs
from cairn.accounts.factors.messages import TellFactorChanged
from cairn.platform.actor import Credential
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork

FREE = 5
"""Wrong ones that cost no wait: people mistype."""

FIRST_WAIT = 15
LONGEST_WAIT = 3600
FORGIVEN_EVERY = 2 * 3600
"""Seconds after which one wrong try is forgotten."""

_STRIKES = (
    "greatest(0, t.strikes - greatest(0, extract(epoch from excluded.tried_at - t.tried_at)) / :forgiven_every) + 1"
)
_TAKE = text(
    f"""
insert into factor_tries as t (id, user_id, familiar, strikes, tried_at, free_at)
values (:id, :user_id, :familiar, 1, :now, :now)
on conflict (user_id, familiar) do update set strikes = {_STRIKES}, tried_at = excluded.tried_at,
    free_at = excluded.tried_at + make_interval(secs => case when {_STRIKES} < :free then 0
        else least(:longest, :first * power(2, least(30, {_STRIKES} - :free))) end)
where t.free_at <= excluded.tried_at
returning strikes
"""  # noqa: S608  # nosec B608  # made of this module's constants
)
_WAIT = text(
    "select extract(epoch from free_at - cast(:now as timestamptz)) from factor_tries"
    " where user_id = :user_id and familiar = :familiar"
)
_CLEAR = text("delete from factor_tries where user_id = :user_id and familiar = :familiar")


async def take(runtime: Runtime, user_id: UUID, *, familiar: bool) -> None:
    """Take a place for one try, in a unit of work of its own: it is counted however the try ends.

    Raises:
        TooManyProofs: there is none now; nothing was taken.
        NotSignedIn: there is no such person, or no longer.
    """
    async with runtime.work(Credential("person", str(user_id))) as work:
        wait = await _take(work, familiar=familiar)
    if wait is not None:
        raise TooManyProofs(wait)


async def _take(work: UnitOfWork, *, familiar: bool) -> float | None:
    arguments = {
        "id": work.runtime.new_id(),
        "user_id": work.user_id,
        "familiar": familiar,
        "now": work.now,
        "free": FREE,
        "first": FIRST_WAIT,
        "longest": LONGEST_WAIT,
        "forgiven_every": FORGIVEN_EVERY,
    }
    strikes = await work.session.scalar(_TAKE, arguments)
    if strikes is None:
        return float(await work.session.scalar(_WAIT, arguments) or FIRST_WAIT)
    if FREE <= strikes < FREE + 1:
        work.enqueue(TellFactorChanged(user_id=work.user_id, change_id=work.runtime.new_id(), what="codes_tried"))
    return None


async def clear(work: UnitOfWork, *, familiar: bool) -> None:
    """This one was right: what was mistyped before counts no more."""
    await work.session.execute(_CLEAR, {"user_id": work.user_id, "familiar": familiar})
