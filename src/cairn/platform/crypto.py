"""Field encryption: AES-256-GCM under a per-person key, itself wrapped by a versioned ring kept outside the database.

A sealed value reads `format (1) | generation of the key (2) | nonce (12) | ciphertext and tag`, with format 2. The
associated data names the cell (`table|column|row|person`), so that a value moved to another row, column or person
doesn't open. Format 1, which only the first release wrote, has no generation (it is always the first) and no person.

A wrapped key reads `version of the ring (1) | nonce (12) | ciphertext and tag`. What is wrapped are the generations of
the key that are still needed, each as `generation (2) | key (32)`; or, in the first release, the key alone.
"""

import hashlib
import hmac
import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY = 32
NONCE = 12
TAG = 16

WITHOUT_PERSON = 1
WITH_PERSON = 2

# The first release made these three with the index key itself; everything since has a key of its own, derived from it.
_UNDERIVED = frozenset({"email", "fact", "instance"})


class Unreadable(Exception):
    """This can't be opened: it was sealed with another key or for another place, or it was changed."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The one place where a sealed value may stand.

    Args:
        row: The row's id, as its table knows it.
        person: Whose value it is; empty for what is nobody's.
    """

    table: str
    column: str
    row: str
    person: str

    def __post_init__(self) -> None:
        if "|" in f"{self.table}{self.column}{self.row}{self.person}":
            raise ValueError("A bar stands between the parts of a cell's name, so none may hold one.")

    def named(self, form: int) -> bytes:
        """The associated data, as a format binds it."""
        parts = [self.table, self.column, self.row]
        return "|".join(parts if form == WITHOUT_PERSON else [*parts, self.person]).encode()


@dataclass(frozen=True, slots=True)
class DataKey:
    """A person's own key: the generation that seals, and older ones while something still needs them.

    Args:
        generations: 32-byte keys by generation, from 1; the highest seals.
    """

    generations: Mapping[int, bytes] = field(repr=False)

    @classmethod
    def fresh(cls) -> "DataKey":
        return cls({1: os.urandom(KEY)})

    @property
    def generation(self) -> int:
        """The one that seals."""
        return max(self.generations)

    def renewed(self) -> "DataKey":
        """With one more generation, which seals from now on."""
        return replace(self, generations={**self.generations, self.generation + 1: os.urandom(KEY)})

    def without_before(self, generation: int, *, but: Collection[int] = ()) -> "DataKey":
        """Without older generations, but some: what the others sealed is lost."""
        kept = {n: key for n, key in self.generations.items() if n >= generation or n in but}
        return replace(self, generations=kept)

    def seal(self, value: str, cell: Cell) -> bytes:
        """Encrypt for one cell."""
        head = bytes([WITH_PERSON]) + self.generation.to_bytes(2, "big")
        return head + _encrypt(self.generations[self.generation], value.encode(), cell.named(WITH_PERSON))

    def open(self, sealed: bytes, cell: Cell) -> str:
        """Decrypt.

        Raises:
            Unreadable: another key, another cell, changed bytes, or a format that nobody wrote.
        """
        form, generation, body = _parts(sealed)
        key = self.generations.get(generation)
        if key is None:
            raise Unreadable(f"generation {generation} of the key is not there")
        return _decrypt(key, body, cell.named(form)).decode()

    def __bytes__(self) -> bytes:
        return b"".join(number.to_bytes(2, "big") + key for number, key in sorted(self.generations.items()))


@dataclass(frozen=True, slots=True)
class Versions:
    """The ring's keys at one moment.

    Args:
        keys: 32-byte keys by version, 1 to 255.
        current: The version that wraps.
    """

    keys: Mapping[int, bytes] = field(repr=False)
    current: int


class KeyRing:
    """The keys that wrap people's keys, by version; the current one wraps, any opens.

    Another process may turn the ring at any time. This one looks again whenever it is about to wrap, and when it meets
    a version that it doesn't know.

    Args:
        index_key: The key of the blind indexes.
        look: Tells the newest versions; quick when nothing changed.
    """

    def __init__(self, versions: Versions, *, index_key: bytes, look: Callable[[], Versions] | None = None) -> None:
        self._versions = versions
        self._look = look
        self.index_key = index_key
        self._index_keys: dict[str, bytes] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KeyRing) and (self._versions, self.index_key) == (other._versions, other.index_key)

    __hash__ = None  # type: ignore[assignment]  # its keys change

    @property
    def keys(self) -> Mapping[int, bytes]:
        return self._versions.keys

    @property
    def current(self) -> int:
        return self._versions.current

    def newest(self) -> Versions:
        """The versions as they are now, whoever changed them."""
        if self._look is not None:
            self._versions = self._look()
        return self._versions

    def new_data_key(self, place: str) -> tuple[DataKey, bytes]:
        """A fresh person's key, and the wrapped form that is stored."""
        key = DataKey.fresh()
        return key, self.wrap(key, place)

    def wrap(self, key: DataKey, place: str) -> bytes:
        """A key as it is stored in one place, `table|column|row`."""
        versions = self.newest()
        return bytes([versions.current]) + _encrypt(versions.keys[versions.current], bytes(key), place.encode())

    def unwrap(self, wrapped: bytes, place: str) -> DataKey:
        """A stored key, opened.

        Raises:
            Unreadable: another place, changed bytes, or a version that is gone from the ring.
        """
        if len(wrapped) <= 1 + NONCE + TAG:
            raise Unreadable("too short for a wrapped key")
        version = wrapped[0]
        key = self.keys.get(version) or self.newest().keys.get(version)
        if key is None:
            raise Unreadable(f"version {version} of the key ring is not there")
        found = _decrypt(key, wrapped[1:], place.encode())
        if len(found) == KEY:
            return DataKey({1: found})
        step = 2 + KEY
        parts = [found[start : start + step] for start in range(0, len(found), step)]
        return DataKey({int.from_bytes(part[:2], "big"): part[2:] for part in parts})

    def blind_index(self, value: str, purpose: str) -> bytes:
        """A keyed fingerprint by which an encrypted value is found. The caller normalises the value.

        Args:
            purpose: The index's own column, `table.column`: the same value has unlike fingerprints in two of them.
        """
        return hmac.digest(self._index_key(purpose), f"{purpose}|{value}".encode(), hashlib.sha256)

    def _index_key(self, purpose: str) -> bytes:
        if purpose in _UNDERIVED:
            return self.index_key
        if purpose not in self._index_keys:
            derive = HKDF(SHA256(), KEY, salt=None, info=f"cairn blind index|{purpose}".encode())
            self._index_keys[purpose] = derive.derive(self.index_key)
        return self._index_keys[purpose]


def _encrypt(key: bytes, plain: bytes, bound: bytes) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound)


def _decrypt(key: bytes, body: bytes, bound: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(body[:NONCE], body[NONCE:], bound)
    except InvalidTag as error:
        raise Unreadable("another key or place, or changed bytes") from error


def _parts(sealed: bytes) -> tuple[int, int, bytes]:
    """Format, generation of the key, and the rest."""
    match sealed[:1]:
        case b"\x01":
            form, generation, body = WITHOUT_PERSON, 1, sealed[1:]
        case b"\x02":
            form, generation, body = WITH_PERSON, int.from_bytes(sealed[1:3], "big"), sealed[3:]
        case _:
            raise Unreadable("no known format")
    if len(body) < NONCE + TAG:
        raise Unreadable("too short for a sealed value")
    return form, generation, body
