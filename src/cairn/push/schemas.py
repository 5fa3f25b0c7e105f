"""Where a message goes, the message, and what became of it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Urgency(StrEnum):
    """How much of a device's battery a message is worth (RFC 8030, 5.3)."""

    NORMAL = "normal"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Target:
    """A browser that subscribed, as it said it itself.

    Args:
        endpoint: Where its push service takes messages; who knows it and the keys can push to it.
        p256dh: Its public key, an uncompressed point on P-256 in base64url.
        auth: Sixteen random bytes in base64url.
    """

    endpoint: str = field(repr=False)
    p256dh: str = field(repr=False)
    auth: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Push:
    """A message to one browser.

    Args:
        content: What only that browser can read.
        topic: What it is about: while a device is away, a newer message takes the place of an older one about it.
        ttl: Seconds for which the push service keeps it for a device that is away.
        contact: Where whoever runs this Cairn is reached, a URL; used where no setting names it.
    """

    target: Target
    content: bytes = field(repr=False)
    topic: str
    ttl: int
    contact: str
    urgency: Urgency = Urgency.HIGH
