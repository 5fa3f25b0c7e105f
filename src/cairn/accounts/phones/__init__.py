"""A person's phone number, and codes sent to it by text.

A second factor needs three of its functions. Each takes a unit of work of the person: a session's, or
`runtime.work(Credential("person", user_id))` while they are half signed in.

    phones.factor(work)                        the number that codes go to, masked, or None
    phones.send_code(work, Purpose.SIGN_IN)    text a code; answers with the masked number
    phones.check_code(work, Purpose.SIGN_IN, code)    whether it is right; it works once

`check_code` counts a wrong code in the caller's unit of work, so let that commit: raise after its block, not within,
and write there what was refused.
A listener on `PhoneChanged` hears, in the same transaction, that a number went or was replaced.
"""

from cairn.accounts.phones.errors import NoPhone, TooManyTexts
from cairn.accounts.phones.messages import PhoneChanged
from cairn.accounts.phones.rules import Purpose
from cairn.accounts.phones.service import check_code, factor, send_code

__all__ = ["NoPhone", "PhoneChanged", "Purpose", "TooManyTexts", "check_code", "factor", "send_code"]
