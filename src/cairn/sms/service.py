"""Texts: handed to the carrier once, and followed until they arrive."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from cairn.platform.actor import Actor, Credential
from cairn.platform.errors import CairnError
from cairn.platform.http import Page, PageQuery
from cairn.platform.runtime import Runtime
from cairn.platform.work import UnitOfWork
from cairn.sms import repository
from cairn.sms.errors import (
    BadNumber,
    BadText,
    NoCarrier,
    NotTheCarrier,
    SmsNotTaken,
    SmsRefused,
    SmsUnanswered,
)
from cairn.sms.messages import TextChanged
from cairn.sms.models import TrackedText
from cairn.sms.provider import KeptTexts, SmsCarrier
from cairn.sms.rules import masked, normal_number, region_of
from cairn.sms.schemas import SentText, State, Text, TextOut
from cairn.sms.settings import SmsSettings

GRACE = timedelta(seconds=15)
"""How much longer than the carrier may take a text stays claimed."""

__all__ = [
    "BadNumber",
    "BadText",
    "NoCarrier",
    "NotTheCarrier",
    "SmsNotTaken",
    "SmsRefused",
    "SmsUnanswered",
    "can_send",
    "delivers_outside",
    "masked",
    "normal_number",
    "region_of",
    "send",
    "state_of",
]


def can_send(runtime: Runtime) -> bool:
    """Whether a carrier is set."""
    return runtime.provider(SmsCarrier).ready


def delivers_outside(runtime: Runtime) -> bool:
    """Whether texts reach phones, rather than a log."""
    return runtime.provider(SmsCarrier).outside


async def send(runtime: Runtime, text: Text) -> SentText:
    """Hand a text to the carrier, unless it is known to have taken it. Call it with no transaction open.

    Carriers know no keys, so the carrier's answer is kept under ours: whoever hands the same text over again gets that
    answer. Where the answer was lost, a report that came meanwhile tells that it was taken; without one it is handed
    over again and may arrive twice, since a text that doesn't arrive is worse. Two who hand it over at once are kept
    apart by a claim, which ends by itself if its holder is killed.

    Raises:
        BadText, SmsRefused: it can't be sent, now or later.
        NoCarrier: none is set.
        SmsNotTaken: not now; nothing was taken.
        SmsUnanswered: it was handed over and the answer was lost; handed over again it may arrive twice.
    """
    credential = Credential("person", str(text.user_id))
    lease = timedelta(seconds=runtime.settings.of(SmsSettings).sms_timeout_seconds) + GRACE
    async with runtime.work(credential) as work:
        row = await repository.begin(work, text.key)
        mine = await repository.claim(work, row.id, work.now + lease)
    if row.carrier_id is not None:
        return SentText(row.carrier_id, State(row.state), row.kept)
    if row.state == State.FAILED:
        raise SmsRefused(row.reason or None)
    if not mine:
        raise SmsNotTaken("This text is being handed over just now.")
    try:
        sent = await runtime.provider(SmsCarrier).send(text, row.id)
    except SmsRefused as error:
        async with runtime.work(credential) as work:
            await _step(work, row.id, State.FAILED, None, reason=error.detail)
        raise
    except CairnError:
        async with runtime.work(credential) as work:
            await repository.release(work, row.id)
        raise
    async with runtime.work(credential) as work:
        await _step(work, row.id, sent.state, sent.carrier_id, kept=sent.kept)
    return sent


async def reported(runtime: Runtime, text_id: str, fields: Mapping[str, Sequence[str]], signature: str) -> None:
    """Take in what the carrier says became of a text. Said again, or late, it changes nothing.

    Raises:
        NotTheCarrier: the carrier didn't sign it.
    """
    report = runtime.provider(SmsCarrier).report(text_id, fields, signature)
    if report is None:
        return
    async with runtime.system() as work:
        await _step(work, UUID(text_id), report.state, report.carrier_id, reason=report.reason)


async def _step(
    work: UnitOfWork, text_id: UUID, state: State, carrier_id: str | None, *, reason: str = "", kept: bool = False
) -> None:
    row = await repository.step(work, text_id, state, carrier_id, reason=reason, kept=kept)
    if row is not None:
        await work.publish(TextChanged(text_id=row.id, key=row.key, state=row.state), to=row.user_id)


async def state_of(work: UnitOfWork, key: str) -> State | None:
    """How far the text with this key is; `None` if it wasn't handed over yet."""
    row = await repository.by_key(work, key)
    return State(row.state) if row is not None else None


async def texts(actor: Actor, page: PageQuery) -> Page[TextOut]:
    """The person's texts, newest first. Files are read with no transaction open."""
    async with actor.work() as work:
        rows, next_cursor = await repository.newest_first(work, page)
    found = await actor.runtime.provider(KeptTexts).read(_files(rows))
    return Page(items=[_shown(row, found) for row in rows], next_cursor=next_cursor)


async def text(actor: Actor, text_id: UUID) -> TextOut:
    """One text of this person.

    Raises:
        NotFound: there is none with this id.
    """
    async with actor.work() as work:
        row = await repository.get(work, text_id)
    return _shown(row, await actor.runtime.provider(KeptTexts).read(_files([row])))


def _files(rows: Sequence[TrackedText]) -> list[str]:
    """A kept text's carrier is the folder, and its id the file's name."""
    return [row.carrier_id for row in rows if row.kept and row.carrier_id]


def _shown(row: TrackedText, found: Mapping[str, tuple[str, str]]) -> TextOut:
    to, words = found.get(row.carrier_id or "", ("", ""))
    return TextOut(
        id=row.id,
        state=State(row.state),
        reason=row.reason,
        kept=row.kept,
        to=to,
        text=words,
        sent_at=row.created_at,
    )


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """All texts of the person, with the words of those that are kept."""
    rows = await repository.everything(work)
    found = await work.runtime.provider(KeptTexts).read(_files(rows))
    return {"texts": [_shown(row, found).model_dump(mode="json") for row in rows]}


async def erased(work: UnitOfWork) -> None:
    """Remove the person's texts, files first: a file that no row names would never be removed."""
    rows = await repository.everything(work)
    await work.runtime.provider(KeptTexts).remove(_files(rows))
    await repository.erase(work)
