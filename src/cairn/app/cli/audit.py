"""`cairn audit verify`: whether the audit trail is as it was written."""

import argparse
import asyncio

from cairn.app import assemble, environment
from cairn.app.cli.serve import running_database
from cairn.audit import service


def verify(given: argparse.Namespace) -> int:
    """Walk along the trail; the exit code is 1 when a link is broken."""
    with running_database():
        return asyncio.run(_verify(given.witness))


async def _verify(witness: tuple[int, bytes] | None) -> int:
    runtime = assemble.runtime(environment.read())
    await runtime.start()
    try:
        verdict = await service.verify(runtime, witness)
    finally:
        await runtime.stop()
    if verdict.fault:
        print(f"Link {verdict.position} is broken: {verdict.fault}.")
        return 1
    waiting = f" Waiting for a link: {verdict.waiting}." if verdict.waiting else ""
    print(f"The trail holds.{waiting} Newest link: {verdict.position}:{verdict.hash.hex()}")
    return 0
