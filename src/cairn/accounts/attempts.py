"""How often somebody may try to get in: counters in the database, so that they hold in every process and over restarts.

    attempt = await attempts.allowed(work, account, origin)   # before a password is hashed or a code is looked at
    ...
    await attempts.passed(work, attempt)                      # right, and another factor follows
    await attempts.succeeded(work, attempt)                   # right, and they are in

`allowed` takes a place in one conditional statement for each counter, so that fifty tries at once get no more places
than there are. A place that is never given back is a failed try: whoever is killed half way has failed. Wherever a
password is asked for counts as `SIGN_IN`. Codes are short, and whoever comes to guess one knows the password: they have
stricter counters of their own, in `factors.tries`.

Whose counter it is:

- A device that this account was signed in from before has a counter of its own, by the secret in its cookie. Nobody
  else can fill it, so a stranger can't keep the owner out.
- Everybody else shares a counter with their network. From networks where the account was never signed in from, tries
  also count against a much larger one of the account, against guessing from everywhere.
- All tries of a network count against the network, generously: many people live behind one address.

An account is a blind index, whether there is one or not, so that nothing tells them apart. Each counter is a leaky
bucket (GCRA): so many at once, then one every so many seconds. Who goes on failing waits longer and longer, up to a
limit; time alone softens it, and nothing is ever locked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final
from uuid import UUID

from sqlalchemy import text

from cairn.accounts.errors import BadAddress, TooManyTries
from cairn.accounts.rules import normal_address
from cairn.platform.clients import is_loopback, network_of
from cairn.platform.runtime import Runtime
from cairn.platform.secrets import digest
from cairn.platform.work import UnitOfWork

MOST_DEVICES: Final = 100
"""Of one person; those not seen for longest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Origin:
    """From where somebody tries.

    Args:
        address: The client's, as the server found it; empty for who doesn't come over a network.
        device: The secret of the browser's device cookie, if it showed one.
    """

    address: str = ""
    device: str | None = field(default=None, repr=False)

    @property
    def network(self) -> str:
        return network_of(self.address, v4=24, v6=48)


@dataclass(frozen=True, slots=True)
class Limit:
    """So many tries at once, then one every so many seconds.

    Args:
        patience: After so many failed tries the wait grows.
        doubles: It doubles with every so many more.
        longest: It grows up to so many seconds.
        memory: Failed tries fade with this time constant, in seconds.
    """

    at_once: int
    every: float
    patience: float = 1e9
    doubles: float = 1
    longest: float = 3600
    memory: float = 6 * 3600


@dataclass(frozen=True, slots=True)
class Way:
    """What is tried. Every limit is taken unless it is None."""

    name: str
    own: Limit | None
    account: Limit | None
    network: Limit


SIGN_IN: Final = Way(
    "sign-in",
    own=Limit(5, 12, patience=10, doubles=5, longest=600),
    account=Limit(50, 60, patience=100, doubles=20, longest=3600, memory=24 * 3600),
    network=Limit(60, 1),
)
"""Five a minute, then more slowly."""

LETTER: Final = Way("letter", own=Limit(3, 1200), account=Limit(10, 360), network=Limit(60, 60))
"""Letters to an address that somebody wrote down: three an hour."""

REGISTER: Final = Way("register", own=None, account=None, network=Limit(100, 36))
"""Where an account is made at once."""

LINK: Final = Way("link", own=None, account=None, network=Limit(60, 1))
"""Secrets of links: too long to be guessed, looked up before anything dear is done."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A place that was taken.

    Args:
        familiar: Whether the account was signed in from this device or network before.
    """

    origin: Origin
    familiar: bool
    _own: UUID | None
    _charges: Mapping[UUID, float]


_FAMILIAR = text(
    "select coalesce(bool_or(k.kind = 'device'), false) as device,"
    " coalesce(bool_or(k.kind = 'network'), false) as network"
    " from known_devices k join users u on u.id = k.user_id"
    " where u.email_index = :account and k.mark = any(cast(:marks as bytea[]))"
)
_SINCE = "cast(greatest(0, extract(epoch from excluded.tried_at - a.tried_at)) as double precision)"
_STRIKES = f"a.strikes * exp(-least(99, {_SINCE} / :memory)) + 1"
_CHARGE = f"least(:longest, :every * power(2, least(30, greatest(0, {_STRIKES} - :patience) / :doubles)))"
# A clock that was put back must keep nobody out: what was tried in the future counts no more.
_AHEAD = "a.tried_at > excluded.tried_at + interval '30 seconds'"
_TAKE = text(
    f"""
insert into sign_in_attempts as a (id, free_at, tried_at, strikes, charge)
values (:id, cast(:now as timestamptz) + make_interval(secs => :every), :now, 1, :every)
on conflict (id) do update set strikes = {_STRIKES}, charge = {_CHARGE}, tried_at = excluded.tried_at,
    free_at = make_interval(secs => {_CHARGE})
        + case when {_AHEAD} then excluded.tried_at else greatest(a.free_at, excluded.tried_at) end
where a.free_at <= excluded.tried_at + make_interval(secs => :slack) or {_AHEAD}
returning charge
"""  # noqa: S608  # nosec B608  # made of this module's constants
)
_WAIT = text(
    "select extract(epoch from free_at - cast(:now as timestamptz)) - :slack from sign_in_attempts where id = :id"
)
_GIVE_BACK = text(
    "update sign_in_attempts set free_at = free_at - make_interval(secs => :charge),"
    " strikes = greatest(0, strikes - 1) where id = :id"
)
_CLEAR = text("delete from sign_in_attempts where id = :id")
_KNOW = text(
    "insert into known_devices (id, user_id, kind, mark, created_at, seen_at)"
    " values (:id, :user_id, :kind, :mark, :now, :now)"
    " on conflict (user_id, mark) do update set seen_at = excluded.seen_at"
)
_KNOWN_DEVICE = text(
    "select exists (select from known_devices where user_id = :user_id and mark = :mark and kind = 'device')"
)
_TRIM = text(
    "delete from known_devices where user_id = :user_id and id in ("
    " select id from known_devices where user_id = :user_id order by seen_at desc, id desc offset :most)"
)
_FADED = text("delete from sign_in_attempts where free_at < :before and tried_at < :before")
_UNSEEN = text("delete from known_devices where seen_at < :before")


def account_of(runtime: Runtime, email: str) -> bytes:
    """What an account is counted by, also when there is none or the text is no address."""
    try:
        return runtime.key_ring.blind_index(normal_address(email), "email")
    except BadAddress:
        return runtime.key_ring.blind_index(email.strip().lower(), "no address")


async def allowed(work: UnitOfWork, account: bytes | None, origin: Origin, way: Way = SIGN_IN) -> Attempt:
    """Take a place for one try, in the system's own work.

    Args:
        account: The blind index of the address; None where nobody is named.

    Raises:
        TooManyTries: there is none left; nothing was taken, and the error says when there will be.
    """
    device, network = await _familiar(work, account, origin)
    own = _key(work, way, "own", account, _mark(origin) if device else origin.network.encode()) if way.own else None
    taken: list[tuple[UUID, Limit]] = []
    if own is not None and way.own is not None:
        taken.append((own, way.own))
    if way.account is not None and not device and not network:
        taken.append((_key(work, way, "account", account), way.account))
    taken.append((_key(work, way, "network", None, network_of(origin.address).encode()), _roomy(way.network, origin)))
    return Attempt(origin, device or network, own, {key: await _take(work, way, key, limit) for key, limit in taken})


async def take(runtime: Runtime, account: bytes | None, origin: Origin, way: Way) -> Attempt:
    """The same in a unit of work of its own, for what is counted however it ends."""
    async with runtime.system() as work:
        return await allowed(work, account, origin, way)


async def take_own(runtime: Runtime, user_id: UUID, name: str, limit: Limit) -> float | None:
    """Take one of what a person may do so often, from wherever; the seconds to wait where there is none left."""
    way = Way(name, own=limit, account=None, network=limit)
    try:
        async with runtime.system() as work:
            await _take(work, way, _key(work, way, "person", user_id.bytes), limit)
    except TooManyTries as error:
        return error.retry_after
    return None


async def passed(work: UnitOfWork, attempt: Attempt) -> None:
    """This one was right: its place is given back. What failed before still counts."""
    for key, charge in attempt._charges.items():
        await work.session.execute(_GIVE_BACK, {"id": key, "charge": charge})


async def succeeded(work: UnitOfWork, attempt: Attempt) -> None:
    """They are in: their own counter begins anew. What others tried in vain still counts against the account."""
    for key, charge in attempt._charges.items():
        if key == attempt._own:
            await work.session.execute(_CLEAR, {"id": key})
        else:
            await work.session.execute(_GIVE_BACK, {"id": key, "charge": charge})


async def know(work: UnitOfWork, origin: Origin, user_id: UUID) -> None:
    """Somebody is signed in from a device and a network: both are known from now on."""
    if origin.device:
        await _know(work, user_id, "device", _mark(origin))
    if origin.network:
        await _know(work, user_id, "network", _network_mark(work, origin))
    await work.session.execute(_TRIM, {"user_id": user_id, "most": MOST_DEVICES})


async def is_known_device(work: UnitOfWork, origin: Origin, user_id: UUID) -> bool:
    """Whether somebody was signed in with this browser before."""
    return bool(origin.device) and bool(
        await work.session.scalar(_KNOWN_DEVICE, {"user_id": user_id, "mark": _mark(origin)})
    )


async def forget(work: UnitOfWork, *, attempts_before: Any, devices_before: Any) -> None:
    """Forget counters that have faded, and devices that nobody came back with."""
    await work.session.execute(_FADED, {"before": attempts_before})
    await work.session.execute(_UNSEEN, {"before": devices_before})


async def _familiar(work: UnitOfWork, account: bytes | None, origin: Origin) -> tuple[bool, bool]:
    if account is None:
        return False, False
    marks: Sequence[bytes] = [_mark(origin), _network_mark(work, origin)]
    found = (await work.session.execute(_FAMILIAR, {"account": account, "marks": marks})).one()
    return bool(found.device), bool(found.network)


async def _take(work: UnitOfWork, way: Way, key: UUID, limit: Limit) -> float:
    arguments = {
        "id": key,
        "now": work.now,
        "every": limit.every,
        "slack": limit.every * (limit.at_once - 1),
        "patience": limit.patience,
        "doubles": limit.doubles,
        "longest": max(limit.longest, limit.every),
        "memory": limit.memory,
    }
    charge = await work.session.scalar(_TAKE, arguments)
    if charge is None:
        wait = await work.session.scalar(_WAIT, arguments)
        raise TooManyTries(float(wait or limit.every), policy=way.name)
    return float(charge)


async def _know(work: UnitOfWork, user_id: UUID, kind: str, mark: bytes) -> None:
    arguments = {"id": work.runtime.new_id(), "user_id": user_id, "kind": kind, "mark": mark, "now": work.now}
    await work.session.execute(_KNOW, arguments)


def _roomy(limit: Limit, origin: Origin) -> Limit:
    """Ten times as much for this machine: programs of its owner, or everybody behind a proxy that isn't named yet."""
    if not is_loopback(origin.address):
        return limit
    return replace(limit, at_once=limit.at_once * 10, every=limit.every / 10)


def _key(work: UnitOfWork, way: Way, counter: str, account: bytes | None, place: bytes = b"") -> UUID:
    parts = (way.name, counter, (account or b"").hex(), place.hex())
    return UUID(bytes=work.runtime.key_ring.blind_index("|".join(parts), "attempts")[:16])


def _mark(origin: Origin) -> bytes:
    return digest(origin.device) if origin.device else b""


def _network_mark(work: UnitOfWork, origin: Origin) -> bytes:
    return work.runtime.key_ring.blind_index(origin.network, "network")
