"""Letters about accounts, and the upkeep of keys and sessions."""

from collections.abc import Callable
from datetime import timedelta

from cairn.accounts import letters, repository, service
from cairn.accounts.forgotten import RESET
from cairn.accounts.keys import repository as keys_repository
from cairn.accounts.keys import service as keys
from cairn.accounts.keys.letters import made as key_made
from cairn.accounts.keys.messages import SendKeyMade
from cairn.accounts.messages import (
    NightFell,
    SendAlreadyRegistered,
    SendIdentityLinked,
    SendPasswordChanged,
    SendReset,
    SendVerification,
    TendPerson,
)
from cairn.accounts.openid import service as openid
from cairn.accounts.secrets import digest
from cairn.accounts.tokens import Tokens
from cairn.mail import service as mail
from cairn.mail.schemas import Letter
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs
from cairn.platform.runtime import Runtime

jobs = Jobs()

SESSIONS_STAY = timedelta(days=30)


@jobs.handles(SendVerification, attempts=8)
async def send_verification(actor: Actor, job: SendVerification) -> None:
    await _send_link(actor, "verify", letters.verification)


@jobs.handles(SendReset, attempts=8)
async def send_reset(actor: Actor, job: SendReset) -> None:
    await _send_link(actor, RESET, letters.reset)


async def _send_link(actor: Actor, purpose: str, written: Callable[[str, str, str, str], Letter]) -> None:
    """Send a fresh link to the page of the same name."""
    async with actor.work() as work:
        address = await service.address_of(work, work.user_id)
        secret = await service.new_link(work, purpose)
    link = f"{service.page_address(actor.runtime)}/{purpose}#{secret}"
    message_id = f"{purpose}-{digest(secret).hex()[:32]}"
    await mail.send(actor.runtime, written(address, link, actor.locale, message_id))


@jobs.handles(SendPasswordChanged, attempts=8)
async def send_password_changed(actor: Actor, job: SendPasswordChanged) -> None:
    async with actor.work() as work:
        address = await service.address_of(work, job.user_id)
    link = f"{service.page_address(actor.runtime)}/forgot"
    message_id = f"password-{actor.runtime.new_id()}"
    await mail.send(actor.runtime, letters.password_changed(address, link, actor.locale, message_id))


@jobs.handles(SendIdentityLinked, attempts=8)
async def send_identity_linked(actor: Actor, job: SendIdentityLinked) -> None:
    async with actor.work() as work:
        address = await service.address_of(work, job.user_id)
    link = f"{service.page_address(actor.runtime)}/you/security"
    message_id = f"identity-{actor.runtime.new_id()}"
    await mail.send(actor.runtime, letters.identity_linked(address, link, actor.locale, message_id))


@jobs.handles(SendAlreadyRegistered, attempts=8)
async def send_already_registered(actor: Actor, job: SendAlreadyRegistered) -> None:
    async with actor.work() as work:
        address = await service.address_of(work, job.user_id)
    message_id = f"registered-{actor.runtime.new_id()}"
    await mail.send(actor.runtime, letters.already_registered(address, actor.locale, message_id))


@jobs.handles(SendKeyMade, attempts=8)
async def send_key_made(actor: Actor, job: SendKeyMade) -> None:
    async with actor.work() as work:
        address = await service.address_of(work, job.user_id)
        name = await keys.name_of(work, job.key_id)
    if name is None:
        return
    link = f"{service.page_address(actor.runtime)}/you/keys"
    await mail.send(actor.runtime, key_made(address, name, link, actor.locale, f"key-{job.key_id}"))


@jobs.every("17 3 * * *", name="accounts.rotate_keys")
async def rotate_keys(runtime: Runtime) -> None:
    await runtime.provider(Tokens).rotate()


@jobs.every("41 3 * * *", name="accounts.forget_sessions")
async def forget_sessions(runtime: Runtime) -> None:
    async with runtime.system() as work:
        await repository.forget_ended_sessions(work, work.now - SESSIONS_STAY)
        await openid.forget_journeys(work)
        await keys_repository.forget_old(work, work.now - SESSIONS_STAY)


@jobs.every("23 2 * * *", name="accounts.tend_everybody")
async def tend_everybody(runtime: Runtime) -> None:
    async with runtime.system() as work:
        for user_id in await repository.everybody(work):
            work.enqueue(TendPerson(user_id=user_id))


@jobs.handles(TendPerson, attempts=3)
async def tend(actor: Actor, job: TendPerson) -> None:
    async with actor.work() as work:
        await work.publish(NightFell())
