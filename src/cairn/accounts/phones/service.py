"""A person's phone number: given, confirmed by a code, replaced, removed. And codes for a second factor."""

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

from cairn.accounts import service as accounts
from cairn.accounts.phones import repository
from cairn.accounts.phones.errors import NoPhone, TooManyTexts, TooManyToNumber, WrongCode
from cairn.accounts.phones.messages import Change, PhoneChanged, SendPhoneChanged, SendPhoneCode
from cairn.accounts.phones.models import CODE, NUMBER, Phone, PhoneCode
from cairn.accounts.phones.rules import CODE_LASTS, TEXTS_A_DAY, TEXTS_AN_HOUR, Purpose, fresh_code, told
from cairn.accounts.phones.schemas import GivePhone, PhoneOut, WaitingPhone
from cairn.platform.actor import Actor
from cairn.platform.trail import personal
from cairn.platform.work import UnitOfWork
from cairn.sms import service as sms
from cairn.sms.schemas import Text


async def factor(work: UnitOfWork) -> str | None:
    """The confirmed number that codes can go to, masked; `None` if there is none, or no carrier."""
    verified, _ = await repository.phones(work)
    return await _masked(work, verified) if verified is not None and sms.can_send(work.runtime) else None


async def send_code(work: UnitOfWork, purpose: Purpose) -> str:
    """Text a fresh code once this work has committed; codes sent before for the same purpose stop working.

    It goes to the confirmed number, or to the one that waits to be confirmed if that is its purpose.

    Returns:
        Where it goes, masked, for showing.

    Raises:
        NoPhone: there is no such number.
        NoCarrier: this Cairn can't send texts.
        TooManyTexts: three went to this account within an hour, or ten to this number within a day, for anybody if it
            isn't confirmed, for this person if it is.
    """
    if not sms.can_send(work.runtime):
        raise sms.NoCarrier
    await repository.in_turn(work)
    verified, waiting = await repository.phones(work)
    phone = waiting if purpose is Purpose.VERIFY else verified
    if phone is None:
        raise NoPhone
    if await repository.codes_since(work, work.now - timedelta(hours=1)) >= TEXTS_AN_HOUR:
        raise TooManyTexts
    if not await _counted(work, phone):
        raise TooManyToNumber
    await repository.end_codes(work, purpose)
    code = await _new_code(work, phone, purpose)
    work.enqueue(SendPhoneCode(user_id=work.user_id, code_id=code.id))
    await work.audit("phone.code_sent", phone.id, kind="phone", detail={"purpose": purpose})
    return await _masked(work, phone)


async def check_code(work: UnitOfWork, purpose: Purpose, code: str) -> bool:
    """Whether this is the newest code for a purpose. It works once, for ten minutes, and five times are tried.

    A wrong one is counted in this work: let it commit, refuse afterwards, and note there that you did.
    """
    return await _used(work, purpose, code) is not None


async def give(work: UnitOfWork, new: GivePhone) -> PhoneOut:
    """Take a number and text it a code. The confirmed one stays until the new one is confirmed.

    Giving the number that waits already sends it another code; giving the confirmed one drops what waits.

    Raises:
        BadNumber: it isn't one that takes texts.
        NoCarrier, TooManyTexts: nothing changes.
    """
    number = sms.normal_number(new.number, new.region or sms.region_of(work.actor.time_zone))
    index = work.runtime.key_ring.blind_index(number, "phones.number_index")
    await repository.in_turn(work)
    verified, waiting = await repository.phones(work)
    if waiting is not None and waiting.number_index != index:
        await repository.remove(work, waiting)
        await repository.end_codes(work, Purpose.VERIFY)
        waiting = None
    if verified is not None and verified.number_index == index:
        return await shown(work)
    if waiting is None:
        await _add(work, number, index)
    await send_code(work, Purpose.VERIFY)
    return await shown(work)


async def confirm(actor: Actor, code: str) -> PhoneOut:
    """Confirm the waiting number by the code that it was sent; the one before goes.

    Raises:
        WrongCode: the code isn't right, or not any more. The try is counted.
    """
    async with actor.work() as work:
        right = await _confirmed(work, code)
        now = await shown(work)
    if not right:  # Not within: a try that is rolled back isn't counted.
        await actor.runtime.refused("phone.code_refused", kind="phone", by=actor, detail={"purpose": Purpose.VERIFY})
        raise WrongCode(field="code")
    return now


async def _confirmed(work: UnitOfWork, code: str) -> bool:
    """Whether the code was right; let the work commit either way."""
    await repository.in_turn(work)
    verified, waiting = await repository.phones(work)
    phone_id = await _used(work, Purpose.VERIFY, code)
    if phone_id is None or waiting is None:
        return False
    before = await _masked(work, verified) if verified is not None else None
    changes = {"phone": personal(before, await _masked(work, waiting))}
    if verified is not None:
        await repository.remove(work, verified)
    await repository.verify(work, phone_id)
    await work.audit("phone.added" if verified is None else "phone.replaced", phone_id, kind="phone", changes=changes)
    await _changed(work, "replaced" if verified is not None else "added")
    return True


async def remove(work: UnitOfWork) -> None:
    """Take the number away, and one that waits. Without any, nothing happens."""
    await repository.in_turn(work)
    verified, waiting = await repository.phones(work)
    for phone in (verified, waiting):
        if phone is not None:
            await repository.remove(work, phone)
    if verified is not None:
        changes = {"phone": personal(await _masked(work, verified), None)}
        await work.audit("phone.removed", verified.id, kind="phone", changes=changes)
        await _changed(work, "removed")
    elif waiting is not None:
        await repository.end_codes(work)
        await work.audit("phone.withdrawn", waiting.id, kind="phone")


async def shown(work: UnitOfWork) -> PhoneOut:
    """The person's number as they see it."""
    verified, waiting = await repository.phones(work)
    return PhoneOut(
        can_text=sms.can_send(work.runtime),
        kept=sms.can_send(work.runtime) and not sms.delivers_outside(work.runtime),
        number=await _masked(work, verified) if verified is not None else None,
        verified_at=verified.verified_at if verified is not None else None,
        waiting=await _waiting(work, waiting) if waiting is not None else None,
    )


async def text_of(work: UnitOfWork, code_id: UUID) -> Text | None:
    """The text that brings a code; `None` if the code was handed over, ended or replaced meanwhile."""
    code = await repository.code(work, code_id)
    if code is None or code.code_cipher is None or code.phone_id is None:
        return None
    phone = next(phone for phone in await repository.phones(work) if phone is not None and phone.id == code.phone_id)
    key = await accounts.data_key(work, work.user_id)
    page = accounts.page_address(work.runtime)
    words = told(
        key.open(code.code_cipher, CODE.of(code.user_id, code.id)), Purpose(code.purpose), work.actor.locale, page
    )
    return Text(
        key.open(phone.number_cipher, NUMBER.of(phone.user_id, phone.id)), words, _text_key(code.id), work.user_id
    )


async def exported(work: UnitOfWork) -> dict[str, list[dict[str, Any]]]:
    """Numbers in full, and when codes were sent for what."""
    numbers, codes = await repository.everything(work)
    key = await accounts.data_key(work, work.user_id)
    return {
        "phones": [
            {
                "number": key.open(row.number_cipher, NUMBER.of(row.user_id, row.id)),
                "created_at": row.created_at.isoformat(),
                "verified_at": row.verified_at.isoformat() if row.verified_at else None,
            }
            for row in numbers
        ],
        "phone_codes": [{"purpose": row.purpose, "created_at": row.created_at.isoformat()} for row in codes],
    }


async def _used(work: UnitOfWork, purpose: Purpose, code: str) -> UUID | None:
    """Use a code up; the number it went to, if it was right."""
    # The digits of other scripts are digits to Python, too.
    phone_id = await repository.use_code(work, purpose, _hash(work, purpose, code)) if _FORM.fullmatch(code) else None
    if phone_id is not None:
        await work.audit("phone.code_used", phone_id, kind="phone", detail={"purpose": purpose})
    return phone_id


_FORM = re.compile(r"[0-9]{6}")


def _hash(work: UnitOfWork, purpose: Purpose, code: str) -> bytes:
    return work.runtime.key_ring.blind_index(f"{work.user_id}|{purpose}|{code}", "phone_codes.code_hash")


async def _counted(work: UnitOfWork, phone: Phone) -> bool:
    """Count a text to a number, if it may have one more today.

    Whoever confirmed a number is held to their own texts alone: else a stranger could use up its day by giving it as
    theirs, and keep its owner from signing in.
    """
    if phone.verified_at is None:
        return await repository.count_to(work, phone.number_index, TEXTS_A_DAY)
    if await repository.codes_since(work, work.now - timedelta(days=1), phone.id) >= TEXTS_A_DAY:
        return False
    return await repository.count_to(work, phone.number_index, None)


async def _new_code(work: UnitOfWork, phone: Phone, purpose: Purpose) -> PhoneCode:
    words = fresh_code()
    code = PhoneCode(id=work.runtime.new_id(), user_id=work.user_id, phone_id=phone.id, purpose=purpose)
    code.code_hash = _hash(work, purpose, words)
    code.code_cipher = (await accounts.data_key(work, work.user_id)).seal(words, CODE.of(code.user_id, code.id))
    code.created_at, code.expires_at = work.now, work.now + CODE_LASTS
    work.session.add(code)
    await work.session.flush()
    return code


async def _add(work: UnitOfWork, number: str, index: bytes) -> None:
    phone = Phone(id=work.runtime.new_id(), user_id=work.user_id, number_index=index, created_at=work.now)
    phone.number_cipher = (await accounts.data_key(work, work.user_id)).seal(number, NUMBER.of(phone.user_id, phone.id))
    work.session.add(phone)
    await work.session.flush()


async def _changed(work: UnitOfWork, what: Change) -> None:
    """What every change of a confirmed number brings: older codes end, and the person is told."""
    await repository.end_codes(work)
    await work.publish(PhoneChanged(what=what))
    work.enqueue(SendPhoneChanged(user_id=work.user_id, change_id=work.runtime.new_id(), what=what))


async def _masked(work: UnitOfWork, phone: Phone) -> str:
    key = await accounts.data_key(work, work.user_id)
    return sms.masked(key.open(phone.number_cipher, NUMBER.of(phone.user_id, phone.id)))


async def _waiting(work: UnitOfWork, phone: Phone) -> WaitingPhone:
    code = await repository.newest_code(work, phone.id)
    assert code is not None, "a number that waits was sent a code in the transaction that took it"
    state = await sms.state_of(work, _text_key(code.id))
    return WaitingPhone(number=await _masked(work, phone), text=state, until=code.expires_at)


def _text_key(code_id: UUID) -> str:
    return f"code-{code_id}"
