"""Push messages: to whichever push service a browser named."""

from cairn.platform.feature import Feature
from cairn.platform.runtime import Runtime
from cairn.push.provider import PushCarrier
from cairn.push.settings import PushSettings
from cairn.push.webpush import WebPush


def _provide(runtime: Runtime) -> dict[type, object]:
    return {PushCarrier: WebPush(runtime)}


feature = Feature(name="push", settings=[PushSettings], provide=_provide)
