"""Letters as others hand them over, and as people read them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from pydantic import AwareDatetime, BaseModel


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter to one person.

    Args:
        to: The address, without a name.
        subject: One line.
        text: The whole message as plain text.
        html: The same for readers that show HTML; nothing in it is loaded from elsewhere.
        message_id: What makes it this letter and no other, such as a delivery's id: letters, digits, `.`, `_`
            and `-`. Sent again with the same, it is the same letter to every mail reader.
        headers: Further headers.
        user_id: Whose letter it is. Without a mail server they read it in the page.
    """

    to: str
    subject: str
    text: str
    html: str | None
    message_id: str
    headers: Mapping[str, str] = field(default_factory=dict)
    user_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SentMail:
    """The carrier took the letter.

    Args:
        message_id: The whole Message-ID header, with its angle brackets.
        answer: The server's own words, or where the letter lies.
        kept: Whether it lies in the data folder instead of being on its way.
    """

    message_id: str
    answer: str
    kept: bool = False


class LetterOut(BaseModel):
    """A letter that waits in the data folder, as its addressee reads it."""

    id: UUID
    to: str
    subject: str
    text: str
    sent_at: AwareDatetime
