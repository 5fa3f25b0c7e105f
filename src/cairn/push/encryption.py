"""Messages that only one browser can read: RFC 8291, which is RFC 8188's `aes128gcm` with one record.

Why these lines are our own: docs/decisions/0031-our-own-lines-for-web-push.md.
"""

import os
import struct

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

RECORD = 4096
TAG = 16
HEADER = 16 + 4 + 1 + 65
LARGEST = RECORD - HEADER - TAG - 1
"""Bytes of content: push services take bodies of 4,096, and the last byte of the plain text ends it."""

SIZES = (1024, LARGEST)
"""Content is filled up to one of these, so that a push service learns little from its length."""


class TooLong(ValueError):
    """More content than one push message holds."""


def encrypt(content: bytes, point: bytes, auth: bytes) -> bytes:
    """The body of a push message.

    Args:
        point: The browser's public key, uncompressed.
        auth: Its authentication secret.

    Raises:
        TooLong: the content doesn't fit.
    """
    size = next((size for size in SIZES if len(content) <= size), None)
    if size is None:
        raise TooLong
    padding = b"\x00" * (size - len(content))
    return sealed(content + b"\x02" + padding, point, auth, generate_private_key(SECP256R1()), os.urandom(16))


def sealed(plain: bytes, point: bytes, auth: bytes, ours: EllipticCurvePrivateKey, salt: bytes) -> bytes:
    """One record, last of its message, by a key pair and a salt that are used this once.

    Args:
        plain: Content, its end (2) and padding.
    """
    theirs = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point)
    mine = ours.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = ours.exchange(ECDH(), theirs)
    keying = _derive(shared, auth, b"WebPush: info\x00" + point + mine, 32)
    key = _derive(keying, salt, b"Content-Encoding: aes128gcm\x00", 16)
    nonce = _derive(keying, salt, b"Content-Encoding: nonce\x00", 12)
    header = salt + struct.pack("!IB", RECORD, len(mine)) + mine
    return header + AESGCM(key).encrypt(nonce, plain, None)


def _derive(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, salt, info).derive(secret)
