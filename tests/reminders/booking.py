"""What the tests of reminders do again and again."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from uuid import UUID

from cairn.accounts import service as accounts
from cairn.platform.actor import Actor
from cairn.platform.http import PageQuery
from cairn.reminders import service
from cairn.reminders.models import Reminder
from cairn.reminders.schemas import NewReminder
from tests.mail.mail_server import MailServer

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
IN_AN_HOUR = NOON + timedelta(hours=1)


async def booked(
    actor: Actor,
    due_at: datetime = IN_AN_HOUR,
    *,
    rrule: str | None = None,
    floating: bool = True,
    task_id: UUID | None = None,
    text: str = "Call the dentist",
) -> UUID:
    """A reminder in a unit of work of its own."""
    new = NewReminder(text, due_at, actor.time_zone, rrule=rrule, floating=floating, task_id=task_id)
    async with actor.work() as work:
        return (await service.add(work, new)).id


async def row(actor: Actor, reminder_id: UUID) -> Reminder:
    async with actor.work() as work:
        return await service.get(work, reminder_id)


async def states(actor: Actor, reminder_id: UUID) -> dict[str, str]:
    """The state of each channel's newest delivery."""
    async with actor.work() as work:
        page = await service.deliveries(work, reminder_id, PageQuery())
    return {str(item.channel): str(item.state) for item in reversed(page.items)}


async def letters_to(actor: Actor, carrier: MailServer) -> list[EmailMessage]:
    """What the mail server took for one person: reminders of other tests ring, too."""
    async with actor.work() as work:
        address = await accounts.address_of(work, work.user_id)
    return [letter for letter in carrier.letters if letter["To"] == address]
