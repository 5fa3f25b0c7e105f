"""Letters about roles and standings."""

from cairn.accounts import service as accounts
from cairn.accounts.people import letters, repository
from cairn.accounts.people.messages import SendStanding, Standing
from cairn.mail import service as mail
from cairn.platform.actor import Actor
from cairn.platform.errors import NotFound
from cairn.platform.queue import Jobs

jobs = Jobs()


@jobs.handles(SendStanding, attempts=8)
async def send_standing(actor: Actor, job: SendStanding) -> None:
    async with actor.runtime.system() as work:
        try:
            person = await repository.one(work, job.person_id)
        except NotFound:
            return  # erased since
        address = await accounts.address_of(work, job.person_id)
    suspended = person.disabled_at is not None
    if suspended != (job.what is Standing.SUSPENDED):
        return  # it changed again, and that is told by a letter of its own
    told = letters.Told(
        to=address,
        locale=person.locale,
        # Who is locked out reads no letters in the page.
        user_id=None if suspended else job.person_id,
        message_id=f"standing-{actor.runtime.new_id()}",
    )
    if job.what is Standing.SUSPENDED:
        letter = letters.suspended(told, person.suspended_why or "")
    elif job.what is Standing.RESTORED:
        letter = letters.restored(told, f"{accounts.page_address(actor.runtime)}/sign-in")
    else:
        letter = letters.role_changed(told, job.role or person.role)
    await mail.send(actor.runtime, letter)
