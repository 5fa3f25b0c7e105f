"""Browsers that somebody signed in with before, known by a cookie; a sign-in from another is told to the person."""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import text

from cairn.accounts.factors.messages import TellNewDevice
from cairn.accounts.factors.rules import DEVICE_LASTS, MOST_DEVICES
from cairn.accounts.models import Session, User
from cairn.accounts.secrets import digest, fresh
from cairn.platform.work import UnitOfWork

_KNOWN = text(
    "select exists (select from devices where user_id = :user_id and secret_hash = :secret_hash and seen_at > :since)"
)
_SEEN = text(
    "insert into devices (id, user_id, secret_hash, created_at, seen_at)"
    " values (:id, :user_id, :secret_hash, :now, :now)"
    " on conflict (user_id, secret_hash) do update set seen_at = excluded.seen_at"
)
_TRIM = text(
    "delete from devices where user_id = :user_id and id in ("
    " select id from devices where user_id = :user_id order by seen_at desc, id desc offset :most)"
)
_BEFORE = text(
    "select (exists (select from devices where user_id = :user_id)"
    " or exists (select from sessions where user_id = :user_id and id <> :session_id)) as at_all,"
    " exists (select from sessions where user_id = :user_id and id <> :session_id"
    "  and user_agent = :user_agent and address = :address) as alike"
)
_ISSUED = text("select exists (select from devices where secret_hash = :secret_hash)")
_FORGET = text("delete from devices where seen_at < :before")


@dataclass(frozen=True, slots=True)
class Met:
    """How a sign-in met a device: whether it was known, and the secret by which it is known from now on."""

    familiar: bool
    secret: str | None = field(repr=False)


async def is_familiar(work: UnitOfWork, user_id: UUID, secret: str | None) -> bool:
    """Whether somebody signed in with this browser within a year."""
    if not secret:
        return False
    arguments = {"user_id": user_id, "secret_hash": digest(secret), "since": work.now - DEVICE_LASTS}
    return bool(await work.session.scalar(_KNOWN, arguments))


async def meet(work: UnitOfWork, user: User, session: Session, secret: str | None) -> Met:
    """Know a browser from now on, in the system's unit of work; tell the person if it wasn't known before.

    The first sign-in after the account was made is told to nobody. A program keeps no cookie: it is like one before if
    it names itself the same and comes from the same address.
    """
    familiar = await is_familiar(work, user.id, secret)
    arguments = {
        "user_id": user.id,
        "session_id": session.id,
        "user_agent": session.user_agent,
        "address": session.address,
    }
    before = (await work.session.execute(_BEFORE, arguments)).one()
    known = familiar or (session.kind == "tokens" and before.alike)
    if not known and before.at_all:
        work.enqueue(TellNewDevice(user_id=user.id, session_id=session.id))
    if session.kind == "tokens":
        return Met(known, None)
    # A household shares browsers, so a secret that was given to one serves the next; a made-up one serves nobody.
    kept = secret if secret and await work.session.scalar(_ISSUED, {"secret_hash": digest(secret)}) else fresh()
    await work.session.execute(
        _SEEN, {"id": work.runtime.new_id(), "user_id": user.id, "secret_hash": digest(kept), "now": work.now}
    )
    await work.session.execute(_TRIM, {"user_id": user.id, "most": MOST_DEVICES})
    return Met(known, kept)


async def forget(work: UnitOfWork) -> None:
    """Forget browsers that nobody came back with for a year."""
    await work.session.execute(_FORGET, {"before": work.now - DEVICE_LASTS})
