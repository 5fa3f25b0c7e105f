"""`cairn keys`: the key ring and people's keys, made new while everything stays readable."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from cairn.accounts import service as accounts
from cairn.accounts.encryption import service as encryption
from cairn.app import assemble, environment, ring
from cairn.app.cli.serve import running_database
from cairn.app.errors import SetupError
from cairn.app.folders import Folders
from cairn.platform.clock import SystemClock
from cairn.platform.errors import CairnError
from cairn.platform.runtime import Runtime

R = TypeVar("R")


def keys(given: argparse.Namespace) -> int:
    folders = Folders(environment.read().data)
    with running_database():
        match given.action:
            case "rotate":
                _rotate(folders)
            case "retire":
                ring.retire(folders, given.version, _with(encryption.counts), SystemClock().now())
                print(
                    f"Version {given.version} is gone from the key ring. Keep older copies of the secrets for as long"
                )
                print("as you keep backups of the database from before: only they open those.")
            case "renew":
                people = _with(lambda runtime: _renew(runtime, given.email))
                print(f"{people} {'person gets a new key' if people == 1 else 'people get new keys'}, from the worker.")
            case "rewrap":
                print(f"Keys wrapped anew: {_with(encryption.rewrap)}.")
            case _:
                _show()
    return 0


def _rotate(folders: Folders) -> None:
    version = ring.rotate(folders, SystemClock().now())
    # From here on it doesn't matter whether this ends: a worker does the same every ten minutes.
    told = f"The key ring was turned to version {version}. Back up {folders.secrets} now: older copies don't have it."
    print(told, flush=True)
    print(f"Keys wrapped anew: {_with(encryption.rewrap)}.")


def _show() -> None:
    async def look(runtime: Runtime) -> None:
        needed = await encryption.counts(runtime)
        versions = runtime.key_ring.newest()
        for version in sorted({*versions.keys, *needed}):
            count = needed[version]
            says = "wraps" if version == versions.current else "opens" if version in versions.keys else "is missing"
            print(f"version {version} {says}, {count} stored {'key needs' if count == 1 else 'keys need'} it")

    _with(look)


async def _renew(runtime: Runtime, email: str | None) -> int:
    if email is None:
        return await encryption.ask_for_new_keys(runtime)
    async with runtime.system() as work:
        try:
            user_id = await accounts.by_address(work, email)
        except CairnError as fault:
            raise SetupError(str(fault)) from fault
        if user_id is None:
            raise SetupError("Nobody has an account with this address.")
        await encryption.ask_for_new_key(work, user_id)
    return 1


def _with(does: Callable[[Runtime], Awaitable[R]]) -> R:
    """Do something with a runtime of its own."""

    async def run() -> R:
        runtime = assemble.runtime(environment.read())
        await runtime.start()
        try:
            return await does(runtime)
        finally:
            await runtime.stop()

    return asyncio.run(run())
