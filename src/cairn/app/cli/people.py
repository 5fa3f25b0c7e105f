"""`cairn user`: accounts, looked after by whoever may use this terminal."""

import argparse
import asyncio
import getpass
import sys

from pydantic import ValidationError

from cairn.accounts import service
from cairn.accounts.people import service as looking_after
from cairn.accounts.schemas import Register, UserOut
from cairn.app import assemble, environment
from cairn.app.cli.serve import running_database
from cairn.app.errors import SetupError
from cairn.platform.errors import CairnError
from cairn.platform.permissions import Role


def create(given: argparse.Namespace) -> int:
    """Make one account; the first of all is an administrator's in any case."""
    password = _password()
    try:
        new = Register(email=given.email, password=password, name=given.name, time_zone=given.zone)
    except ValidationError as fault:
        told = "; ".join(f"{error['loc'][-1]}: {error['msg']}" for error in fault.errors(include_input=False))
        raise SetupError(told) from None
    with running_database():
        user = asyncio.run(_create(new, Role.ADMINISTRATOR if given.admin else None))
    print(f"{user.email} can sign in now, as {user.role}.")
    return 0


async def _create(new: Register, role: Role | None) -> UserOut:
    runtime = assemble.runtime(environment.read())
    await runtime.start()
    try:
        return await service.create(runtime, await service.checked(new, role=role))
    except CairnError as fault:
        raise SetupError(str(fault)) from fault
    finally:
        await runtime.stop()


def give_role(given: argparse.Namespace) -> int:
    """Give an account a role: what nobody else can, when all administrators are gone or none is high enough."""
    with running_database():
        asyncio.run(_give_role(given.email, Role(given.role)))
    print(f"{given.email} is {given.role} now, and signs in anew.")
    return 0


async def _give_role(email: str, role: Role) -> None:
    runtime = assemble.runtime(environment.read())
    await runtime.start()
    try:
        await looking_after.set_role(runtime, email, role)
    except CairnError as fault:
        raise SetupError(str(fault)) from fault
    finally:
        await runtime.stop()


def remove_factors(given: argparse.Namespace) -> int:
    """Take an account's second factors away: the way back for who lost them and the recovery codes too."""
    with running_database():
        asyncio.run(_remove_factors(given.email))
    print(f"{given.email} signs in by the password alone now. A letter tells them.")
    return 0


async def _remove_factors(email: str) -> None:
    runtime = assemble.runtime(environment.read())
    await runtime.start()
    try:
        await looking_after.remove_factors(runtime, email)
    except CairnError as fault:
        raise SetupError(str(fault)) from fault
    finally:
        await runtime.stop()


def _password() -> str:
    """From the terminal, unseen and twice, or as the first line of what is piped in."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != password:
        raise SetupError("The two passwords differ.")
    return password
