"""Letters: handed to the carrier, and read by whom they are for while there is none."""

from typing import Any
from uuid import UUID

from cairn.mail import repository
from cairn.mail.errors import BadLetter, MailNotTaken, MailRefused, MailUnanswered
from cairn.mail.models import KeptLetter
from cairn.mail.provider import Letterbox, Mailer
from cairn.mail.schemas import Letter, LetterOut, SentMail
from cairn.platform.actor import Actor, Credential
from cairn.platform.http import Page, PageQuery
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork

__all__ = [
    "BadLetter",
    "MailNotTaken",
    "MailRefused",
    "MailUnanswered",
    "delivers_outside",
    "forget",
    "letter",
    "letters",
    "send",
]


def delivers_outside(runtime: Runtime) -> bool:
    """Whether a mail server is set, so that letters reach people outside of the page."""
    return runtime.provider(Mailer).outside


async def send(runtime: Runtime, letter: Letter) -> SentMail:
    """Hand a letter to the mail server, or keep it in the mail folder. Call it with no transaction open.

    Raises:
        BadLetter, MailRefused: it can't be sent, now or later.
        MailNotTaken: not now; nothing was handed over.
        MailUnanswered: it was handed over and the answer was lost; sent again it may arrive twice.
    """
    sent = await runtime.provider(Mailer).send(letter)
    if sent.kept and letter.user_id is not None:
        index = runtime.key_ring.blind_index(letter.to.lower(), "letters.to_index")
        async with runtime.work(Credential("person", str(letter.user_id))) as work:
            await repository.keep(work, KeptLetter(to_index=index, message_id=sent.message_id))
    return sent


async def forget(runtime: Runtime, address: str) -> None:
    """Remove every letter to an address from the mail folder, also those that no row names."""
    await runtime.provider(Letterbox).remove_to(address)


async def letters(actor: Actor, page: PageQuery) -> Page[LetterOut]:
    """The person's letters, newest first. Files are read with no transaction open."""
    async with actor.work() as work:
        rows, next_cursor = await repository.newest_first(work, page)
    found = await actor.runtime.provider(Letterbox).read([row.message_id for row in rows])
    return Page(items=[_shown(row, found) for row in rows], next_cursor=next_cursor)


async def letter(actor: Actor, letter_id: UUID) -> LetterOut:
    """One letter of this person.

    Raises:
        NotFound: there is none with this id.
    """
    async with actor.work() as work:
        row = await repository.get(work, letter_id)
    return _shown(row, await actor.runtime.provider(Letterbox).read([row.message_id]))


def _shown(row: KeptLetter, found: dict[str, tuple[str, str, str]]) -> LetterOut:
    # A letter that somebody took out of the folder is still named, so that the list tells the truth.
    to, subject, text = found.get(row.message_id, ("", "A letter that was taken out of the mail folder", ""))
    return LetterOut(id=row.id, to=to, subject=subject, text=text, sent_at=row.created_at)


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All letters of the person that wait in the folder."""
    rows = await repository.everything(work)
    found = await work.runtime.provider(Letterbox).read([row.message_id for row in rows])
    return {"letters": [_shown(row, found).model_dump(mode="json") for row in rows]}


async def erased(work: UnitOfWork) -> None:
    """Remove the person's letters, files first: a file that no row names would never be removed."""
    rows = await repository.everything(work)
    await work.runtime.provider(Letterbox).remove([row.message_id for row in rows])
    await repository.erase(work)
