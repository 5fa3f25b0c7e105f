"""How a letter is written down (RFC 5322)."""

import hashlib
import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime

from cairn.mail.errors import BadLetter
from cairn.mail.schemas import Letter

_TOKEN = re.compile(r"[A-Za-z0-9._-]{1,128}")
_HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,63}")
_OWN = frozenset({"from", "to", "subject", "date", "message-id", "mime-version", "content-type", "bcc", "cc"})


def full_message_id(letter: Letter, sender: Address) -> str:
    """The Message-ID header: the same for the same letter, however often it is sent."""
    left = letter.message_id.strip("<>").partition("@")[0]
    if not _TOKEN.fullmatch(left):
        raise BadLetter
    return f"<{left}@{sender.domain}>"


def written(letter: Letter, sender: Address, now: datetime) -> EmailMessage:
    """The letter as a message of text and, if it has that, HTML.

    Raises:
        BadLetter: something in it could end a header and begin another.
    """
    _refuse_injection(letter)
    message = EmailMessage(policy=SMTP if letter.to.isascii() else SMTPUTF8)
    box, _, domain = letter.to.rpartition("@")
    message["From"] = sender
    message["To"] = Address(username=box, domain=domain)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = full_message_id(letter, sender)
    message["Auto-Submitted"] = "auto-generated"
    for name, value in letter.headers.items():
        message[name] = value
    # Base64 for the text too: no line of it is ever too long for a server, nor changed on the way.
    message.set_content(letter.text, cte="quoted-printable" if letter.text.isascii() else "base64")
    if letter.html is not None:
        message.add_alternative(letter.html, subtype="html", cte="base64")
    return message


def _refuse_injection(letter: Letter) -> None:
    box, at, domain = letter.to.rpartition("@")
    if not (box and at and domain) or any(c in letter.to for c in ' <>,;"\\'):
        raise BadLetter
    if not letter.to.isprintable() or not letter.subject.isprintable():
        raise BadLetter
    for name, value in letter.headers.items():
        if not _HEADER_NAME.fullmatch(name) or name.lower() in _OWN or not value.isprintable():
            raise BadLetter


def file_name(message_id: str) -> str:
    """A Maildir name that follows from the Message-ID: written twice, a letter is there once."""
    return f"{hashlib.sha256(message_id.encode()).hexdigest()[:40]}.cairn"
