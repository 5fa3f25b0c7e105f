"""Counters of limits that several processes share, in Valkey or Redis.

Imported only where an address is set: the client library costs a process 20 ms and some megabytes.
"""

from collections.abc import Sequence
from time import monotonic
from typing import Any, Final

import structlog
from prometheus_client import Counter
from redis.asyncio import Redis
from redis.exceptions import RedisError

from cairn.platform.limits import Hit, MemoryStore, Standing

log = structlog.get_logger()

AWAY = Counter("cairn_limits_away_total", "Times that the shared counters of limits didn't answer.")

PATIENCE_SECONDS: Final = 0.5
"""An answer takes a fraction of a millisecond; nobody waits longer than this for a server that hangs."""
TRY_AGAIN_SECONDS: Final = 5.0

# One round trip, by the server's clock, so that processes whose clocks differ count the same. It takes one of each key,
# or none; what comes back is how long each lasts until all of it is free again.
_TAKE: Final = """
local time = redis.call('TIME')
local now = tonumber(time[1]) + tonumber(time[2]) / 1000000
local debts, refused = {}, 0
for i, key in ipairs(KEYS) do
    local every, window = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
    local free_at = tonumber(redis.call('GET', key) or now)
    debts[i] = math.min(math.max(0, free_at - now), window)
    if debts[i] + every - window > 0.001 then refused = 1 end
end
for i, key in ipairs(KEYS) do
    if refused == 0 then
        debts[i] = debts[i] + tonumber(ARGV[2 * i - 1])
        redis.call('SET', key, string.format('%.6f', now + debts[i]), 'PX', math.ceil(debts[i] * 1000))
    end
    debts[i] = string.format('%.6f', debts[i])
end
return {refused, debts}
"""


class SharedStore:
    """Counters in Valkey or Redis; while it is away each process counts for itself.

    Args:
        url: Its address, `redis://` or `valkey://`, with `s` for TLS.
    """

    def __init__(self, url: str) -> None:
        scheme, _, place = url.partition("://")
        self._redis: Any = Redis.from_url(
            f"{scheme.replace('valkey', 'redis')}://{place}",
            socket_timeout=PATIENCE_SECONDS,
            socket_connect_timeout=PATIENCE_SECONDS,
            retry=None,
            decode_responses=True,
        )
        self._take: Any = self._redis.register_script(_TAKE)
        self._alone = MemoryStore()
        self._away_until = 0.0

    async def hit(self, hits: Sequence[Hit], now: float) -> Sequence[Standing]:
        if monotonic() < self._away_until:
            return self._alone.count(hits, now)
        keys = [f"cairn|{key}" for key, _ in hits]
        rates = [number for _, policy in hits for number in (policy.every, policy.seconds)]
        try:
            refused, debts = await self._take(keys=keys, args=rates)
        except (RedisError, OSError, TimeoutError) as error:
            self._away_until = monotonic() + TRY_AGAIN_SECONDS
            AWAY.inc()
            log.warning("limits.store_away", reason=type(error).__name__)
            return self._alone.count(hits, now)
        made = Standing.before if refused else Standing.after
        return [made(policy, float(debt)) for (_, policy), debt in zip(hits, debts, strict=True)]

    async def aclose(self) -> None:
        await self._redis.aclose()
