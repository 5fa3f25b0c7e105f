"""How much may be asked in a while: by a person, from an address, of the whole installation (GCRA).

A policy lets so many requests through at once and then one every `seconds / quota`. The state of a key is one moment:
when all that was taken will be free again. Counters live in this process, or in Valkey or Redis where several processes
share them. When that doesn't answer, each process counts for itself: nobody is kept out because a counter is away.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol
from uuid import UUID

from prometheus_client import Counter

from cairn.platform.clients import is_loopback, network_of, parsed, within
from cairn.platform.errors import TooMany
from cairn.platform.permissions import Role
from cairn.platform.protection import Protection

if TYPE_CHECKING:
    from cairn.platform.actor import Actor
    from cairn.platform.clock import Clock

LIMITED = Counter("cairn_limited_total", "Requests refused because a limit was reached.", ["policy"])

MINUTE: Final = 60
DAY: Final = 24 * 3600
SLACK: Final = 0.001
"""What a sum of many moments may be off by, in seconds."""
LOOPBACK_ROOM: Final = 5
"""This machine may ask for so many times as much: its owner's programs, or everybody behind an unnamed proxy."""


class TooManyRequests(TooMany):
    """That was a lot in a short time. Please wait a moment, then go on; nothing of yours is lost."""


class DailyQuotaReached(TooMany):
    """That is as much as your plan allows in a day. A little more is free again every few seconds."""


@dataclass(frozen=True, slots=True)
class Policy:
    """So many requests in so many seconds."""

    name: str
    quota: int
    seconds: int

    @property
    def every(self) -> float:
        return self.seconds / self.quota


@dataclass(frozen=True, slots=True)
class Standing:
    """How a request stands with a policy.

    Args:
        left: How many more would be let through now.
        reset: Seconds until the whole quota is free again.
        wait: Seconds until this one would be let through; 0 when it is.
    """

    policy: Policy
    left: int
    reset: float
    wait: float = 0

    @classmethod
    def after(cls, policy: Policy, debt: float) -> Standing:
        """Once it was taken, and it lasts so many seconds until all is free again."""
        return cls(policy, max(0, math.floor((policy.seconds - debt) / policy.every + SLACK)), debt)

    @classmethod
    def before(cls, policy: Policy, debt: float) -> Standing:
        """Before it is taken."""
        wait = debt + policy.every - policy.seconds
        left = max(0, math.floor((policy.seconds - debt) / policy.every + SLACK))
        return cls(policy, left, debt, wait if wait > SLACK else 0.0)


Hit = tuple[str, Policy]


class Store(Protocol):
    """Where counters are."""

    async def hit(self, hits: Sequence[Hit], now: float) -> Sequence[Standing]:
        """Take one of each, or none when one of them has none left."""
        ...

    async def aclose(self) -> None: ...


class MemoryStore:
    """Counters of this process alone."""

    def __init__(self, most: int = 100_000) -> None:
        self._free_at: dict[str, float] = {}
        self._most = most

    async def hit(self, hits: Sequence[Hit], now: float) -> Sequence[Standing]:
        return self.count(hits, now)

    def count(self, hits: Sequence[Hit], now: float) -> Sequence[Standing]:
        # A clock that was put back leaves nobody waiting for longer than a whole window.
        debts = [min(max(0.0, self._free_at.get(key, 0.0) - now), policy.seconds) for key, policy in hits]
        found = [Standing.before(policy, debt) for debt, (_, policy) in zip(debts, hits, strict=True)]
        if any(one.wait for one in found):
            return found
        if len(self._free_at) > self._most:
            self._sweep(now)
        for number, (key, policy) in enumerate(hits):
            debts[number] += policy.every
            self._free_at[key] = now + debts[number]
        return [Standing.after(policy, debt) for debt, (_, policy) in zip(debts, hits, strict=True)]

    def _sweep(self, now: float) -> None:
        """Drop what is free again; if that isn't half of it, the oldest, too."""
        self._free_at = {key: at for key, at in self._free_at.items() if at > now}
        for key in list(self._free_at)[: max(0, len(self._free_at) - self._most // 2)]:
            del self._free_at[key]

    async def aclose(self) -> None:
        self._free_at.clear()


class Violations(Protocol):
    """Where it is written down that a limit was reached."""

    def note(self, policy: str, user_id: UUID | None, network: str) -> None: ...


class Limiter:
    """The limits of an installation, as they are set.

    Args:
        store: Where counters are; in this process by default.
    """

    def __init__(
        self, protection: Protection, clock: Clock, store: Store | None = None, violations: Violations | None = None
    ) -> None:
        self._clock = clock
        self._store = store or MemoryStore()
        self._violations = violations
        self._off = protection.rate_limits == "off"
        self._unlimited = protection.unlimited_networks
        self._people = protection.unlimited_people
        self.address = _policy("address", protection.limit_address, MINUTE)
        self.here = _policy("address", protection.limit_address * LOOPBACK_ROOM, MINUTE)
        self.everybody = _policy("everybody", protection.limit_everybody, MINUTE)
        self.burst = _policy("burst", protection.limit_person, MINUTE)
        self.days = {
            role: _policy("day", protection.quota_user if role is Role.USER else protection.quota_premium, DAY)
            for role in Role
        }

    @property
    def policies(self) -> Sequence[tuple[Policy, Role | None]]:
        """All that are set, and of which plan one is, if the plans differ in it."""
        days = [(self.days[plan], plan) for plan in (Role.USER, Role.PREMIUM)]
        found = [(self.burst, None), *days, (self.address, None), (self.everybody, None)]
        return [(policy, plan) for policy, plan in found if policy is not None]

    async def arrived(self, address: str) -> Sequence[Standing]:
        """Count a request by where it comes from, before anything is done for it.

        Raises:
            TooManyRequests: it has to wait.
        """
        if self._off or within(parsed(address), self._unlimited):
            return ()
        near = self.here if is_loopback(address) else self.address
        return await self._hit((f"address|{network_of(address)}", near), ("everybody", self.everybody))

    async def known(self, actor: Actor) -> Sequence[Standing]:
        """Count it for whoever asks, by whatever credential.

        Raises:
            TooManyRequests: they have to wait.
            DailyQuotaReached: their plan has no more for today.
        """
        who = actor.acting_id  # a reader asks on their own account, not on that of whose things they read
        if self._off or str(who) in self._people:
            return ()
        return await self._hit((f"person|{who}", self.burst), (f"day|{who}", self.days[actor.role]))

    def refused(self, policy: str, user_id: UUID | None, address: str) -> None:
        """Write down that a limit was reached, whoever's."""
        LIMITED.labels(policy).inc()
        if self._violations is not None:
            self._violations.note(policy, user_id, network_of(address))

    async def _hit(self, *hits: tuple[str, Policy | None]) -> Sequence[Standing]:
        counted = [(key, policy) for key, policy in hits if policy is not None]
        standings = await self._store.hit(counted, self._clock.now().timestamp())
        short = max(standings, key=lambda one: one.wait, default=None)
        if short is not None and short.wait:
            kind = DailyQuotaReached if short.policy.name == "day" else TooManyRequests
            raise kind(short.wait, policy=short.policy.name, standings=standings)
        return standings

    async def aclose(self) -> None:
        await self._store.aclose()


def _policy(name: str, quota: int, seconds: int) -> Policy | None:
    return Policy(name, quota, seconds) if quota else None


def _seconds(exact: float) -> int:
    return max(0, math.ceil(exact - SLACK))


def headers(standings: Sequence[Standing]) -> dict[str, str]:
    """What a client is told, as the RateLimit header fields say it (draft 11)."""
    if not standings:
        return {}
    policies = (f'"{one.policy.name}";q={one.policy.quota};w={one.policy.seconds}' for one in standings)
    states = (f'"{one.policy.name}";r={one.left};t={_seconds(one.wait or one.reset)}' for one in standings)
    return {"RateLimit-Policy": ", ".join(policies), "RateLimit": ", ".join(states)}
