"""Entries of the audit trail: how one is written, and the keyed hashes that tell if it was changed.

Every hash is an HMAC-SHA256 with a key derived from the secrets beside the database: whoever holds the database alone
can neither write an entry that passes for Cairn's own, nor reckon the chain anew over what they changed.
"""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Literal, NoReturn, Protocol
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import text

from cairn.platform.crypto import Cell, DataKey, KeyRing, Unreadable

if TYPE_CHECKING:
    from cairn.platform.work import UnitOfWork

START = bytes(32)
"""What the first link is hashed over, in place of a link before it."""

Outcome = Literal["done", "refused"]
Json = dict[str, Any]

_INSERT = text(
    "insert into audit_entries (id, at, user_id, actor_id, action, subject_kind, subject_id, detail, request_id,"
    " outcome, times, credential, credential_id, address, agent, changes, before_cipher, after_cipher, origin_mac, mac)"
    " values (:id, :at, :user_id, :actor_id, :action, :subject_kind, :subject_id, cast(:detail as jsonb), :request_id,"
    " :outcome, :times, :credential, :credential_id, :address, :agent, cast(:changes as jsonb), :before_cipher,"
    " :after_cipher, :origin_mac, :mac)"
)


class PersonKeys(Protocol):
    """Opens people's data keys; accounts provides it."""

    async def key_of(self, work: "UnitOfWork", user_id: UUID) -> DataKey:
        """A person's key.

        Raises:
            NotFound: they are gone, and so is their key.
        """
        ...


@dataclass(frozen=True, slots=True)
class Change:
    """What one field was and is.

    Args:
        kept: `plain` (small words and ids), `sealed` (personal: with the person's key) or `masked` (secrets, and what
            can be forgotten: not at all, only that it changed).
    """

    kept: Literal["plain", "sealed", "masked"]
    before: Any = None
    after: Any = None


def plain(before: Any, after: Any) -> Change:
    """A small word, a number or an id, readable for administrators."""
    return Change("plain", before, after)


def personal(before: Any, after: Any) -> Change:
    """What only the person reads, and nobody once they are erased."""
    return Change("sealed", before, after)


def masked(before: Any, after: Any) -> Change:
    """What is to be gone once its person forgets it; the trail knows only that it changed."""
    return Change("masked", before, after)


SECRET = Change("masked")
"""Something that must not be kept anywhere else; the trail knows only that it changed."""


def changed(before: Mapping[str, Change], after: Mapping[str, Change]) -> dict[str, Change]:
    """Of fields as they were and as they are (each in `after`), those that differ."""
    found: dict[str, Change] = {}
    for name, now in after.items():
        then = before[name].after if name in before else None
        if then != now.after:
            found[name] = replace(now, before=then)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the trail, as it stands in its row.

    Args:
        user_id: Whose account it is about.
        actor_id: Who did it; nobody for the system, and for whoever is not signed in.
        times: How often within the same minute, for refusals that are counted together.
        credential: What was shown: see `Credential`; `system` for nobody's.
        credential_id: The session or the key.
        address, agent: From where; absent once the person is erased.
        changes: The changed fields: `{"before": …, "after": …}`, or `sealed`, or `masked`.
        before_cipher, after_cipher: The values of the sealed fields, as JSON objects sealed with the person's key.
        origin_mac: The hash of from where, so that erasing it leaves the rest provable.
        mac: The hash of all of it; absent in entries from before the trail had one.
    """

    id: UUID
    at: datetime
    user_id: UUID | None
    actor_id: UUID | None
    action: str
    subject_kind: str
    subject_id: UUID | None
    detail: Json
    request_id: str | None
    outcome: str
    times: int
    credential: str
    credential_id: UUID | None
    address: str | None
    agent: str | None
    changes: Json
    before_cipher: bytes | None = None
    after_cipher: bytes | None = None
    origin_mac: bytes | None = None
    mac: bytes | None = None


class TrailKey:
    """The key of the trail's hashes. It stays when the ring that wraps people's keys turns."""

    def __init__(self, ring: KeyRing) -> None:
        self._key = HKDF(SHA256(), 32, salt=None, info=b"cairn audit trail").derive(ring.index_key)

    def of_origin(self, entry: Entry) -> bytes:
        """From where the entry's work was asked."""
        return self._hash("origin", str(entry.id), entry.address, entry.agent)

    def of_entry(self, entry: Entry) -> bytes:
        """Everything that an entry says; from where by the hash of that."""
        return self._hash(
            "entry",
            str(entry.id),
            entry.at.astimezone(UTC).isoformat(),
            _text(entry.user_id),
            _text(entry.actor_id),
            entry.action,
            entry.subject_kind,
            _text(entry.subject_id),
            entry.detail,
            entry.request_id,
            entry.outcome,
            entry.times,
            entry.credential,
            _text(entry.credential_id),
            entry.changes,
            _hex(entry.before_cipher),
            _hex(entry.after_cipher),
            _hex(entry.origin_mac),
        )

    def of_link(self, before: bytes, position: int, entry: Entry) -> bytes:
        """One link of the chain: the one before it, its place, and its entry."""
        return self._hash("link", before.hex(), position, self.of_entry(entry).hex())

    def of_anchor(self, position: int, link: bytes) -> bytes:
        """Where the chain begins after its oldest links were removed by the rule."""
        return self._hash("anchor", position, link.hex())

    def _hash(self, *said: Any) -> bytes:
        return hmac.digest(self._key, json.dumps(said, sort_keys=True, separators=(",", ":")).encode(), sha256)


def place(column: str, entry_id: UUID, person: UUID) -> Cell:
    """Where a sealed value stands, so that it opens nowhere else."""
    return Cell("audit_entries", column, str(entry_id), str(person))


def opened(key: DataKey, sealed: bytes, column: str, entry_id: UUID, person: UUID) -> Json | None:
    """What was sealed in a column of an entry; nothing if this key doesn't open it, or it was moved there."""
    try:
        values = json.loads(key.open(sealed, place(column, entry_id, person)))
    except Unreadable:
        return None
    assert isinstance(values, dict)
    return values


async def seal(work: "UnitOfWork", entry: Entry, changes: Mapping[str, Change]) -> Entry:
    """The entry with what changed: plain, sealed with the key of the person it is about, or masked."""
    told = {
        name: {"before": change.before, "after": change.after} if change.kept == "plain" else change.kept
        for name, change in changes.items()
    }
    entry = replace(entry, changes=as_kept(told))
    sealed = {name: change for name, change in changes.items() if change.kept == "sealed"}
    if not sealed:
        return entry
    assert entry.user_id is not None, "personal values belong to a person"
    key = await work.runtime.provider(PersonKeys).key_of(work, entry.user_id)
    before = json.dumps({name: change.before for name, change in sealed.items()}, default=str)
    after = json.dumps({name: change.after for name, change in sealed.items()}, default=str)
    return replace(
        entry,
        before_cipher=key.seal(before, place("before_cipher", entry.id, entry.user_id)),
        after_cipher=key.seal(after, place("after_cipher", entry.id, entry.user_id)),
    )


async def write(work: "UnitOfWork", entry: Entry) -> None:
    """Hash an entry and insert it in the work's transaction."""
    key = work.runtime.trail_key
    entry = replace(entry, origin_mac=key.of_origin(entry))
    entry = replace(entry, mac=key.of_entry(entry))
    values = {name: getattr(entry, name) for name in Entry.__slots__}
    dump = work.runtime.dump
    await work.session.execute(_INSERT, {**values, "detail": dump(entry.detail), "changes": dump(entry.changes)})


def as_kept(value: Mapping[str, Any]) -> Json:
    """A detail as it will be read back: its hash must be the same then, so numbers with a fraction are refused."""
    kept = json.loads(json.dumps(value, default=str), parse_float=_no_fractions, parse_constant=_no_fractions)
    assert isinstance(kept, dict)
    return kept


def _no_fractions(number: str) -> NoReturn:
    raise ValueError(f"{number}: a detail of the trail holds ids, small words and whole numbers")


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)


def _hex(value: bytes | None) -> str | None:
    return None if value is None else bytes(value).hex()
