"""Field encryption: AES-256-GCM under a per-person key, itself wrapped by a versioned ring kept outside the database.

A sealed value reads `version byte | nonce (12) | ciphertext and tag`. The associated data names the place
(`table|column|row`), so that a value moved to another row or column doesn't open.
"""

import hashlib
import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12


@dataclass(frozen=True, slots=True)
class DataKey:
    """A person's own key."""

    key: bytes = field(repr=False)

    def seal(self, value: str, place: str) -> bytes:
        """Encrypt for one place, `table|column|row`."""
        nonce = os.urandom(NONCE)
        return b"\x01" + nonce + AESGCM(self.key).encrypt(nonce, value.encode(), place.encode())

    def open(self, sealed: bytes, place: str) -> str:
        """Decrypt.

        Raises:
            cryptography.exceptions.InvalidTag: another key, another place, or changed bytes.
        """
        nonce, body = sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
        return AESGCM(self.key).decrypt(nonce, body, place.encode()).decode()


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The keys that wrap people's keys, by version; the current one wraps, any opens.

    Args:
        keys: 32-byte keys by version, 1 to 255.
        current: The version that wraps new keys.
        index_key: The key of the blind indexes.
    """

    keys: Mapping[int, bytes] = field(repr=False)
    current: int
    index_key: bytes = field(repr=False)

    def new_data_key(self, place: str) -> tuple[DataKey, bytes]:
        """A fresh person's key, and the wrapped form that is stored."""
        key = os.urandom(32)
        nonce = os.urandom(NONCE)
        body = AESGCM(self.keys[self.current]).encrypt(nonce, key, place.encode())
        return DataKey(key), bytes([self.current]) + nonce + body

    def unwrap(self, wrapped: bytes, place: str) -> DataKey:
        version, nonce, body = wrapped[0], wrapped[1 : 1 + NONCE], wrapped[1 + NONCE :]
        return DataKey(AESGCM(self.keys[version]).decrypt(nonce, body, place.encode()))

    def blind_index(self, value: str, purpose: str) -> bytes:
        """A keyed fingerprint by which an encrypted value is found. The caller normalises the value."""
        return hmac.digest(self.index_key, f"{purpose}|{value}".encode(), hashlib.sha256)
