"""What the floors above use."""

from cairn.platform.runtime import Runtime
from cairn.push import rules
from cairn.push.encryption import LARGEST
from cairn.push.errors import BadSubscription, PushGone, PushNotTaken, PushRefused, PushUnanswered
from cairn.push.provider import PushCarrier
from cairn.push.rules import topic
from cairn.push.schemas import Push, Target
from cairn.push.vapid import VapidKey, new_secret

__all__ = [
    "LARGEST",
    "BadSubscription",
    "PushGone",
    "PushNotTaken",
    "PushRefused",
    "PushUnanswered",
    "VapidKey",
    "checked",
    "new_secret",
    "public_key",
    "send",
    "service_of",
    "topic",
]


def public_key(runtime: Runtime) -> str:
    """The key that browsers subscribe for, in base64url."""
    return runtime.provider(VapidKey).public


def checked(runtime: Runtime, target: Target) -> Target:
    """A subscription that can be pushed to.

    Raises:
        BadSubscription: its endpoint or one of its keys can't be used.
    """
    return rules.checked(target, runtime.provider(PushCarrier).inside)


def service_of(runtime: Runtime, endpoint: str) -> str:
    """The push service of an endpoint that was checked: its origin without the scheme."""
    return rules.origin_of(endpoint, runtime.provider(PushCarrier).inside).partition("://")[2]


async def send(runtime: Runtime, push: Push) -> str:
    """Hand a message over, with no transaction open. See `PushCarrier.send`."""
    return await runtime.provider(PushCarrier).send(push)
