"""Letters about second factors and new devices, and forgetting what is over."""

from datetime import timedelta

from cairn.accounts import address_change, links
from cairn.accounts import service as accounts
from cairn.accounts.factors import letters, repository
from cairn.accounts.factors.messages import SendSignInCode, TellFactorChanged, TellNewDevice
from cairn.accounts.factors.proving import letter_hash
from cairn.accounts.factors.rules import SETUP_LASTS, device_of, fresh_digits
from cairn.accounts.models import Session
from cairn.mail import service as mail
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs
from cairn.platform.runtime import Runtime
from cairn.when.saying import say_in_full

jobs = Jobs()

SIGN_INS_STAY = timedelta(days=30)
"""As long as sessions that ended: what happened to an account can be looked up."""


@jobs.handles(TellFactorChanged, attempts=8)
async def tell_factor_changed(actor: Actor, job: TellFactorChanged) -> None:
    page = accounts.page_address(actor.runtime)
    message_id = f"factor-{job.change_id}"
    if job.link_id is not None:
        async with actor.runtime.system() as work:
            made = await links.renewed(work, job.link_id)
            if made is None:  # taken back already
                return
            address = await address_change.opened(work, made[0])
        link = f"{page}/not-me#{made[1]}"
        await mail.send(actor.runtime, letters.factor_added(address, job.what, link, actor.locale, message_id))
        return
    async with actor.work() as work:
        address = await accounts.address_of(work, work.user_id)
    link = f"{page}/you/second-factor"
    await mail.send(actor.runtime, letters.factor_changed(address, job.what, link, actor.locale, message_id))


@jobs.handles(SendSignInCode, attempts=3)
async def send_sign_in_code(actor: Actor, job: SendSignInCode) -> None:
    """Run twice, it sends two letters, of which the newer holds."""
    code = fresh_digits()
    async with actor.work() as work:
        sign_in = await repository.own_sign_in(work, job.sign_in_id)
        if sign_in is None or sign_in.proven_at is None:
            return
        hashed = letter_hash(work, sign_in.id, code)
        await repository.set_letter(work, sign_in.id, hashed)
        address = await accounts.address_of(work, work.user_id)
    message_id = f"sign-in-{hashed.hex()[:32]}"
    device = device_of(sign_in.user_agent)
    letter = letters.sign_in_code(address, code, device, sign_in.address, actor.locale, message_id)
    await mail.send(actor.runtime, letter)


@jobs.handles(TellNewDevice, attempts=8)
async def tell_new_device(actor: Actor, job: TellNewDevice) -> None:
    async with actor.work() as work:
        session = await work.session.get(Session, job.session_id)
        if session is None:
            return
        address = await accounts.address_of(work, work.user_id)
        when = say_in_full(session.created_at, work.now, zone=actor.zone, locale=actor.locale)
    link = f"{accounts.page_address(actor.runtime)}/forgot"
    seen = letters.Seen(device_of(session.user_agent), when, session.address)
    await mail.send(actor.runtime, letters.new_device(address, seen, link, actor.locale, f"device-{session.id}"))


@jobs.every("47 3 * * *", name="accounts.forget_half_done")
async def forget_half_done(runtime: Runtime) -> None:
    async with runtime.system() as work:
        await repository.forget_sign_ins(work, work.now - SIGN_INS_STAY)
        await repository.forget_unfinished(work, work.now - SETUP_LASTS)
        await repository.forget_challenges(work)
