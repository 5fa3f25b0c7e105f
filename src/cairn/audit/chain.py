"""Give new entries their links, and say whether the chain holds."""

import asyncio
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import structlog

from cairn.audit import repository
from cairn.audit.repository import Anchor, Linked
from cairn.platform import refusals
from cairn.platform.runtime import Runtime
from cairn.platform.trail import TrailKey
from cairn.platform.work import UnitOfWork

EVERY_SECONDS = 10
AT_ONCE = 1_000

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a walk along the trail found.

    Attributes:
        position: The last link that holds, or the first that is broken.
        hash: The newest link's hash, to be kept elsewhere: links cut off the end show only against it.
        waiting: Entries that have no link yet, and wait for it.
        fault: What is wrong; `None` when the whole trail holds.
    """

    position: int
    hash: bytes
    waiting: int = 0
    fault: str | None = None


async def chain_forever(runtime: Runtime) -> None:
    """Write what was refused in the minutes that are over, and give new entries their links, every ten seconds."""
    while True:
        await refusals.fold(runtime)
        await chain(runtime)
        await asyncio.sleep(EVERY_SECONDS)


async def chain(runtime: Runtime) -> int:
    """Give every committed entry a link. The place in the chain is the order in which this found them, so that
    entries that commit late come later and move nothing.

    Returns:
        How many were linked.
    """
    total = 0
    while added := await _chain_some(runtime):
        total += added
    return total


async def _chain_some(runtime: Runtime) -> int:
    async with runtime.system() as work:
        if not await repository.alone(work):
            return 0
        position, last = await repository.head(work)
        links: list[dict[str, Any]] = []
        for entry in await repository.waiting(work, AT_ONCE):
            position += 1
            last = runtime.trail_key.of_link(last, position, entry)
            links.append({"position": position, "entry_id": entry.id, "hash": last})
        if links:
            await repository.add(work, links)
    if links:
        # A witness outside of the database: whoever cuts the end off the chain can't take back what the log said.
        log.info("audit.chained", links=len(links), position=position, hash=last.hex())
    return len(links)


async def verify(runtime: Runtime, *, witness: tuple[int, bytes] | None = None) -> Verdict:
    """Walk along the trail from its beginning to the first link that doesn't hold.

    Args:
        witness: A link's place and hash, as the log told them once: the chain must still have it.
    """
    while True:
        async with runtime.system() as work:
            anchor = await repository.anchor(work)
        verdict = await _walked(runtime, anchor, witness)
        async with runtime.system() as work:
            # Its beginning may have been removed by the rule while this walked there.
            moved = verdict.fault is not None and await repository.anchor(work) != anchor
        if not moved:
            return verdict


async def fault_up_to(work: UnitOfWork, position: int) -> str | None:
    """What is wrong with the chain's beginning up to a link, in the work of whoever alone may change it."""
    anchor = await repository.anchor(work)
    key = work.runtime.trail_key
    if fault := _fault_of_anchor(key, anchor):
        return fault
    walk = _Walk(key, anchor.position, anchor.hash, witness=None)
    for link in await repository.links(work, anchor.position, position - anchor.position):
        if fault := walk.fault(link):
            return fault
        walk.position, walk.last = link.position, link.hash
    return None


def _fault_of_anchor(key: TrailKey, anchor: Anchor) -> str | None:
    if anchor.position and anchor.mac != key.of_anchor(anchor.position, anchor.hash):
        return "what stood before it was not removed by the rule"
    return None


async def _walked(runtime: Runtime, anchor: Anchor, witness: tuple[int, bytes] | None) -> Verdict:
    if fault := _fault_of_anchor(runtime.trail_key, anchor):
        return Verdict(anchor.position, anchor.hash, fault=fault)
    walk = _Walk(runtime.trail_key, anchor.position, anchor.hash, witness)
    while True:
        async with runtime.system() as work:
            links = await repository.links(work, walk.position, AT_ONCE)
        for link in links:
            if fault := walk.fault(link):
                return Verdict(walk.position + 1, walk.last, fault=fault)
            walk.position, walk.last = link.position, link.hash
        if not links:
            break
    if witness is not None and witness[0] > walk.position:
        return Verdict(walk.position + 1, walk.last, fault=f"the chain once reached link {witness[0]}")
    if stray := await _stray(runtime):
        return Verdict(walk.position + 1, walk.last, fault=f"entry {stray} was put in beside the chain")
    async with runtime.system() as work:
        return Verdict(walk.position, walk.last, waiting=await repository.lag(work))


async def _stray(runtime: Runtime) -> UUID | None:
    """An entry that neither has a link nor waits for one."""
    after: UUID | None = None
    while True:
        async with runtime.system() as work:
            stray, after = await repository.stray(work, after, AT_ONCE)
        if stray is not None or after is None:
            return stray


@dataclass(slots=True)
class _Walk:
    """Where the walk stands: the last link that holds."""

    key: TrailKey
    position: int
    last: bytes
    witness: tuple[int, bytes] | None
    keyed: bool = False

    def fault(self, link: Linked) -> str | None:
        expected = self.position + 1
        if link.position != expected:
            return "the link is gone"
        if link.entry is None:
            return f"entry {link.entry_id} is gone"
        if fault := self._fault_of(link):
            return f"entry {link.entry_id} {fault}"
        if self.key.of_link(self.last, expected, link.entry) != link.hash:
            return f"entry {link.entry_id} is not what was linked"
        if self.witness is not None and self.witness[0] == expected and self.witness[1] != link.hash:
            return "the chain was made anew since it was witnessed"
        return None

    def _fault_of(self, link: Linked) -> str | None:
        entry = link.entry
        assert entry is not None
        if entry.mac is None:
            # The oldest were written before entries had a hash. After one that has it, none is without.
            return "was not written by Cairn" if self.keyed else None
        self.keyed = True
        if entry.mac != self.key.of_entry(entry):
            return "is not what was written"
        if entry.address is None and entry.agent is None:
            return None if link.erased else "was robbed of where it came from"
        return None if entry.origin_mac == self.key.of_origin(entry) else "didn't come from there"
