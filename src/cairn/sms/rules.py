"""What a phone number looks like, when a text can be sent, and how a report is signed."""

import base64
import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from cairn.sms.errors import BadNumber, BadText
from cairn.sms.schemas import State, Text

LONGEST = 1600
"""Characters; what Twilio takes in one piece."""

TAKES_TEXTS = frozenset(
    {
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
        PhoneNumberType.VOIP,
        PhoneNumberType.PERSONAL_NUMBER,
    }
)
"""A text to a premium number would cost whoever runs Cairn, and earn whoever asked for it."""

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_RANK = {state: rank for rank, state in enumerate(State)}
_STATES = {
    "accepted": State.QUEUED,
    "scheduled": State.QUEUED,
    "queued": State.QUEUED,
    "sending": State.QUEUED,
    "sent": State.SENT,
    "delivered": State.DELIVERED,
    "read": State.DELIVERED,
    "undelivered": State.FAILED,
    "failed": State.FAILED,
    "canceled": State.FAILED,
}


def normal_number(text: str, region: str | None) -> str:
    """A number in E.164, the one form it is stored and found by.

    Args:
        region: Where a number without `+` is from, ISO 3166 such as `PT`.

    Raises:
        BadNumber: it isn't one, or none that takes texts.
    """
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException as error:
        raise BadNumber(field="number") from error
    if not phonenumbers.is_valid_number(number) or phonenumbers.number_type(number) not in TAKES_TEXTS:
        raise BadNumber(field="number")
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def masked(number: str) -> str:
    """A number for showing: its country and its last two digits, `+351 *** ** 12`."""
    country = phonenumbers.parse(number).country_code
    return f"+{country} *** ** {number[-2:]}"


def region_of(zone: str) -> str | None:
    """The country that a time zone lies in; `None` for one of many or of none, such as UTC."""
    return _regions().get(zone)


@cache
def _regions() -> Mapping[str, str]:
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


def sendable(text: Text) -> None:
    """Check what is about to be handed over.

    Raises:
        BadText: it can't be sent.
    """
    if not _E164.fullmatch(text.to) or not text.body.strip() or len(text.body) > LONGEST:
        raise BadText
    if not all(letter.isprintable() or letter == "\n" for letter in text.body):
        raise BadText


def signature(url: str, fields: Mapping[str, Sequence[str]], token: str) -> str:
    """How Twilio signs a report: HMAC-SHA1 over the whole address and the fields, sorted by name."""
    said = url + "".join(name + value for name in sorted(fields) for value in sorted(set(fields[name])))
    # SHA-1 is the protocol's; as an HMAC it stands.
    return base64.b64encode(hmac.digest(token.encode(), said.encode(), hashlib.sha1)).decode()


def state_named(word: str) -> State | None:
    """What Twilio calls a text's state, in our words."""
    return _STATES.get(word)


def before(state: State) -> list[State]:
    """The states that a text may come from into this one; what failed or arrived stays so."""
    return [one for one in State if _RANK[one] < _RANK[state] and one is not State.DELIVERED]


def file_name(user_id: str, key: str) -> str:
    """A file's name that follows from whose text it is and its key: written twice, a text is there once."""
    return f"{hashlib.sha256(f'{user_id}|{key}'.encode()).hexdigest()[:40]}.json"
