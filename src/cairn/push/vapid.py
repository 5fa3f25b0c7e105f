"""Who pushes: the key pair by which push services know this Cairn (VAPID, RFC 8292)."""

from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from joserfc import jwt
from joserfc.jwk import ECKey

from cairn.push.rules import packed

SECRET = 32
LASTS = timedelta(hours=12)
"""A token may last a day at most; half of it leaves room for clocks that differ."""


def new_secret() -> bytes:
    """The private key of a fresh pair."""
    return generate_private_key(SECP256R1()).private_numbers().private_value.to_bytes(SECRET, "big")


class VapidKey:
    """This Cairn's key pair. Subscriptions are made for it: with another, push services refuse their messages.

    Args:
        secret: The private key, 32 bytes.

    Raises:
        ValueError: it isn't one.
    """

    def __init__(self, secret: bytes) -> None:
        pair = derive_private_key(int.from_bytes(secret, "big"), SECP256R1())
        point = pair.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.public = packed(point)
        """The public key as browsers take it: `applicationServerKey`."""
        pem = pair.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        self._key = ECKey.import_key(pem)

    def authorization(self, audience: str, contact: str, now: datetime) -> str:
        """The header that shows a push service who pushes.

        Args:
            audience: The push service's origin.
            contact: Where whoever runs this Cairn is reached: a `mailto:` or `https:` URL.
        """
        claims = {"aud": audience, "exp": int((now + LASTS).timestamp()), "sub": contact}
        token = jwt.encode({"typ": "JWT", "alg": "ES256"}, claims, self._key)
        return f"vapid t={token}, k={self.public}"
