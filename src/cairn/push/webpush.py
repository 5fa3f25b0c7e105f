"""Web Push by its standards: RFC 8030, with encryption of RFC 8291 and the sender's key of RFC 8292."""

import asyncio
import ssl
from urllib.parse import urlsplit

import httpcore2
import httpx2

from cairn.platform.runtime import Runtime
from cairn.platform.transactions import outside
from cairn.push import rules
from cairn.push.connections import LeadsInside, Outward
from cairn.push.encryption import TooLong, encrypt
from cairn.push.errors import PushGone, PushNotTaken, PushRefused, PushUnanswered
from cairn.push.schemas import Push
from cairn.push.settings import PushSettings
from cairn.push.vapid import VapidKey

MOST_READ = 4096
"""Bytes of an answer: nothing in it is shown to anybody, so more than that isn't waited for."""

REFUSED_FOR_GOOD = frozenset({400, 413})
"""Malformed, or too large. Who isn't let in (401, 403) may have a wrong clock, which somebody can set right."""


class WebPush:
    """Speaks to whichever push service a browser named, as long as it is one outside."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._settings = runtime.settings.of(PushSettings)
        self.inside = self._settings.inside
        self._pool: httpcore2.AsyncConnectionPool | None = None

    async def send(self, push: Push) -> str:
        outside()
        origin = rules.origin_of(push.target.endpoint, self.inside)
        try:
            async with asyncio.timeout(self._settings.push_timeout_seconds):  # for the whole answer
                status, headers = await self._post(push, origin)
        except LeadsInside as error:
            raise PushRefused("Its push service isn't one of the outside.") from error
        except (httpcore2.ConnectError, httpcore2.ConnectTimeout, httpcore2.PoolTimeout) as error:
            raise PushNotTaken(f"The push service can't be reached ({type(error).__name__}).") from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.TimeoutException, TimeoutError) as error:
            raise PushUnanswered from error
        if 200 <= status < 300:
            return headers.get("location", "")[:300]
        raise self._refusal(status, headers)

    async def aclose(self) -> None:
        if self._pool is not None:
            await self._pool.aclose()

    async def _post(self, push: Push, origin: str) -> tuple[int, dict[str, str]]:
        target = push.target
        try:
            body = encrypt(push.content, rules.unpacked(target.p256dh, "p256dh"), rules.unpacked(target.auth, "auth"))
        except TooLong as error:
            raise PushRefused("It is longer than a push message may be.") from error
        contact = self._settings.push_contact or push.contact
        key = self._runtime.provider(VapidKey)
        headers = {
            "Host": urlsplit(origin).netloc,
            "Authorization": key.authorization(origin, contact, self._runtime.clock.now()),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "Content-Length": str(len(body)),
            "TTL": str(push.ttl),
            "Urgency": push.urgency.value,
            "Topic": push.topic,
        }
        seconds = self._settings.push_timeout_seconds
        wait = {"connect": seconds, "read": seconds, "write": seconds, "pool": seconds}
        asked = self._connected().stream(
            "POST", target.endpoint, headers=list(headers.items()), content=body, extensions={"timeout": wait}
        )
        # It follows no redirect: where one leads, nobody subscribed.
        async with asked as answer:
            read = 0
            async for piece in answer.aiter_stream():
                read += len(piece)
                if read > MOST_READ:
                    break
            return answer.status, {name.decode().lower(): value.decode("latin-1") for name, value in answer.headers}

    def _connected(self) -> httpcore2.AsyncConnectionPool:
        if self._pool is None:
            context: ssl.SSLContext = httpx2.create_ssl_context()
            reached = [(parts.hostname or "", parts.port or 443) for parts in map(urlsplit, self.inside)]
            self._pool = httpcore2.AsyncConnectionPool(
                ssl_context=context, max_connections=40, keepalive_expiry=30, network_backend=Outward(reached)
            )
        return self._pool

    def _refusal(self, status: int, headers: dict[str, str]) -> PushGone | PushRefused | PushNotTaken:
        if status in (404, 410):
            return PushGone()
        if status in REFUSED_FOR_GOOD:
            return PushRefused(f"The push service refused it ({status}).")
        wait = rules.wait_asked(headers.get("retry-after", ""), self._runtime.clock.now())
        return PushNotTaken(f"The push service won't take it now ({status}).", retry_after=wait)
