"""Letters about accounts, and the upkeep of keys and sessions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from cairn.accounts import address_change, attempts, letters, links, registration, repository, service
from cairn.accounts.encryption import service as encryption
from cairn.accounts.keys import repository as keys_repository
from cairn.accounts.keys import service as keys
from cairn.accounts.keys.letters import made as key_made
from cairn.accounts.keys.messages import SendKeyMade
from cairn.accounts.links import Link
from cairn.accounts.messages import (
    DropOldKeys,
    ForgetUnconfirmed,
    NightFell,
    RenewKey,
    SendAddressChange,
    SendAddressWarning,
    SendAlreadyRegistered,
    SendIdentityLinked,
    SendIdentityParted,
    SendPasswordChanged,
    SendReset,
    SendVerification,
    TendPerson,
)
from cairn.accounts.openid import service as openid
from cairn.accounts.tokens import Tokens
from cairn.mail import service as mail
from cairn.mail.schemas import Letter
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs
from cairn.platform.runtime import Runtime
from cairn.platform.secrets import digest

jobs = Jobs()

SESSIONS_STAY = timedelta(days=30)
ATTEMPTS_STAY = timedelta(days=3)
"""By then what failed has faded to nothing."""
DEVICES_STAY = timedelta(days=400)


@jobs.handles(SendVerification, attempts=8)
async def send_verification(actor: Actor, job: SendVerification) -> None:
    await _send_link(actor, Link.VERIFY, letters.verification)


@jobs.handles(SendReset, attempts=8)
async def send_reset(actor: Actor, job: SendReset) -> None:
    await _send_link(actor, Link.RESET, letters.reset)


async def _send_link(actor: Actor, purpose: Link, written: Callable[[str, str, str, str], Letter]) -> None:
    """Send a fresh link to the page of the same name."""
    async with actor.work() as work:
        address = await service.address_of(work, work.user_id)
        secret = await links.new(work, purpose)
    link = f"{service.page_address(actor.runtime)}/{purpose}#{secret}"
    message_id = f"{purpose}-{digest(secret).hex()[:32]}"
    await mail.send(actor.runtime, written(address, link, actor.locale, message_id))


@jobs.handles(SendAddressChange, attempts=8)
async def send_address_change(actor: Actor, job: SendAddressChange) -> None:
    """Send the link to the new address, or tell its mailbox that it has an account of its own."""
    runtime = actor.runtime
    async with runtime.system() as work:
        made = await links.renewed(work, job.link_id, links.LIFETIME)
        if made is None:
            return
        link, secret = made
        address = await address_change.opened(work, link)
        taken = await address_change.is_taken(work, link)
    message_id = f"change-{digest(secret).hex()[:32]}"
    if taken:
        await mail.send(runtime, letters.address_taken(address, actor.locale, message_id))
        return
    page = f"{service.page_address(runtime)}/confirm-address#{secret}"
    letter = letters.address_change(address, page, actor.locale, message_id)
    # Where no mail server is set up, the person finds it on the page.
    await mail.send(runtime, replace(letter, user_id=actor.user_id))


@jobs.handles(SendAddressWarning, attempts=8)
async def send_address_warning(actor: Actor, job: SendAddressWarning) -> None:
    """Tell the present address, with a link that keeps it."""
    runtime = actor.runtime
    async with runtime.system() as work:
        made = await links.renewed(work, job.link_id)
        if made is None:
            return
        link, secret = made
        address = await address_change.opened(work, link)
    page = f"{service.page_address(runtime)}/not-me#{secret}"
    message_id = f"undo-{digest(secret).hex()[:32]}"
    await mail.send(runtime, letters.address_warning(address, page, actor.locale, message_id))


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
    link = f"{service.page_address(actor.runtime)}/you/services"
    message_id = f"identity-{actor.runtime.new_id()}"
    await mail.send(actor.runtime, letters.identity_linked(address, link, actor.locale, message_id))


@jobs.handles(SendIdentityParted, attempts=8)
async def send_identity_parted(actor: Actor, job: SendIdentityParted) -> None:
    async with actor.work() as work:
        address = await service.address_of(work, job.user_id)
    link = f"{service.page_address(actor.runtime)}/you/services"
    message_id = f"parted-{job.identity_id}"
    await mail.send(actor.runtime, letters.identity_parted(address, link, actor.locale, message_id))


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
        await links.forget(work, SESSIONS_STAY)
        await keys_repository.forget_old(work, work.now - SESSIONS_STAY)


@jobs.every("11 4 * * *", name="accounts.forget_all_unconfirmed")
async def forget_all_unconfirmed(runtime: Runtime) -> None:
    await registration.forget_unconfirmed(runtime)


@jobs.handles(ForgetUnconfirmed, attempts=5)
async def forget_unconfirmed(actor: Actor, job: ForgetUnconfirmed) -> None:
    async with actor.work() as work:
        await registration.forget(work, job.user_id)


@jobs.every("29 * * * *", name="accounts.forget_attempts")
async def forget_attempts(runtime: Runtime) -> None:
    async with runtime.system() as work:
        await attempts.forget(work, attempts_before=work.now - ATTEMPTS_STAY, devices_before=work.now - DEVICES_STAY)


@jobs.every("23 2 * * *", name="accounts.tend_everybody")
async def tend_everybody(runtime: Runtime) -> None:
    async with runtime.system() as work:
        for user_id in await repository.everybody(work):
            work.enqueue(TendPerson(user_id=user_id))


@jobs.handles(TendPerson, attempts=3)
async def tend(actor: Actor, job: TendPerson) -> None:
    async with actor.work() as work:
        await work.publish(NightFell())


@jobs.every("*/10 * * * *", name="accounts.rewrap_keys")
async def rewrap_keys(runtime: Runtime) -> None:
    await encryption.rewrap(runtime)


@jobs.handles(RenewKey, attempts=8)
async def renew_key(actor: Actor, job: RenewKey) -> None:
    await encryption.renew(actor.runtime, job.user_id, job.generation)


@jobs.handles(DropOldKeys, attempts=8)
async def drop_old_keys(actor: Actor, job: DropOldKeys) -> None:
    await encryption.drop_old(actor.runtime, job.user_id, job.generation)
