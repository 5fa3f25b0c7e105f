"""Where letters go."""

from email.headerregistry import Address
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pydantic import Field, SecretStr, field_validator

from cairn.platform.settings import Section


class MailSettings(Section):
    """The mail server, or the folder that stands in for one."""

    mail_url: SecretStr | None = Field(
        None,
        description="The mail server, `smtp://user:secret@host:587` or `smtps://…:465`. "
        "Without one, letters wait in the data folder.",
    )
    mail_from: str = Field("Cairn <cairn@localhost>", description="The sender of every letter.")
    mail_folder: Path | None = Field(
        None,
        description="Where letters wait without a mail server (a Maildir); `mail` in the data folder by default.",
    )
    mail_connections: int = Field(8, ge=1, le=64, description="Connections to the mail server at once.")
    mail_timeout_seconds: float = Field(30, gt=0, description="How long the mail server may take to answer.")
    mail_check_certificate: bool = Field(
        True, description="Whether the mail server's certificate must be one that this machine trusts."
    )

    @field_validator("mail_url")
    @classmethod
    def _readable(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None or not value.get_secret_value():
            return None
        parts = urlsplit(value.get_secret_value())
        if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
            raise ValueError("must read smtp://user:secret@host:port or smtps://…")
        try:
            parts.port  # noqa: B018  # reading it checks it
        except ValueError as error:
            raise ValueError("the port must be a number up to 65535") from error
        return value

    @field_validator("mail_from")
    @classmethod
    def _an_address(cls, value: str) -> str:
        sender_of(value)
        return value

    @property
    def sender(self) -> Address:
        return sender_of(self.mail_from)


def sender_of(text: str) -> Address:
    """`Name <box@host>` or `box@host`, taken apart."""
    name, address = parseaddr(text)
    if "@" not in address or not text.isprintable():
        raise ValueError("must read `Name <box@example.org>` or `box@example.org`")
    return Address(display_name=name, addr_spec=address)


class Server:
    """The parts of a mail server's address."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.host = parts.hostname or ""
        self.encrypted = parts.scheme == "smtps"
        self.port = parts.port or (465 if self.encrypted else 587)
        self.user = unquote(parts.username) if parts.username else None
        self.password = unquote(parts.password) if parts.password else None
