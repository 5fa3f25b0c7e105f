"""Codes by text, letters about numbers, and the upkeep of both."""

from datetime import timedelta

from cairn.accounts import service as accounts
from cairn.accounts.phones import letters, repository, service
from cairn.accounts.phones.messages import SendPhoneChanged, SendPhoneCode
from cairn.mail import service as mail
from cairn.platform.actor import Actor
from cairn.platform.queue import Jobs
from cairn.platform.runtime import Runtime
from cairn.sms import service as sms

jobs = Jobs()

CODES_STAY = timedelta(days=1)
"""As long as they count for a limit."""


@jobs.handles(SendPhoneCode, attempts=6)
async def send_phone_code(actor: Actor, job: SendPhoneCode) -> None:
    async with actor.work() as work:
        text = await service.text_of(work, job.code_id)
    if text is None:
        return
    try:
        await sms.send(actor.runtime, text)
    except (sms.SmsRefused, sms.BadText):
        return  # The page says so; there is nothing that anybody else could mend.
    async with actor.work() as work:
        await repository.blank(work, job.code_id)


@jobs.handles(SendPhoneChanged, attempts=8)
async def send_phone_changed(actor: Actor, job: SendPhoneChanged) -> None:
    async with actor.work() as work:
        address = await accounts.address_of(work, job.user_id)
    link = f"{accounts.page_address(actor.runtime)}/you/phone"
    letter = letters.phone_changed(address, job.what, link, actor.locale, f"phone-{job.change_id}", job.user_id)
    await mail.send(actor.runtime, letter)


@jobs.every("47 3 * * *", name="accounts.forget_phone_codes")
async def forget_phone_codes(runtime: Runtime) -> None:
    async with runtime.system() as work:
        await repository.forget_before(work, work.now - CODES_STAY)
