"""How letters are written: nothing in them can become a header, and every reader shows them right."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.headerregistry import Address
from email.policy import default

import pytest

from cairn.mail import rules
from cairn.mail.errors import BadLetter
from cairn.mail.schemas import Letter
from cairn.mail.settings import MailSettings

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SENDER = Address("Cairn", addr_spec="cairn@example.org")


def letter(**changed: object) -> Letter:
    fields: dict[str, object] = {
        "to": "ana@example.org",
        "subject": "Call the dentist",
        "text": "Call the dentist\n",
        "html": "<p>Call the dentist</p>",
        "message_id": "0193-abc",
    }
    return Letter(**{**fields, **changed})  # type: ignore[arg-type]  # the changes are fields of a letter


@pytest.mark.parametrize(
    "changed",
    [
        {"to": "ana@example.org\r\nBcc: all@example.org"},
        {"to": "ana@example.org, bob@example.org"},
        {"to": "Ana <ana@example.org>"},
        {"to": "nobody"},
        {"subject": "Hello\r\nBcc: all@example.org"},
        {"subject": "Hello\nthere"},
        {"subject": "Hello\u2028there"},
        {"headers": {"X-One": "1\r\nX-Two: 2"}},
        {"headers": {"X-One\r\nX-Two": "2"}},
        {"headers": {"Bcc": "all@example.org"}},
        {"message_id": "1>\r\nBcc: all@example.org"},
        {"message_id": ""},
    ],
)
def test_nothing_written_becomes_a_header_or_another_addressee(changed: dict[str, object]) -> None:
    with pytest.raises(BadLetter):
        rules.written(letter(**changed), SENDER, NOW)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Ligar à avó 👵🏽 às 15h", "Ligar à avó 👵🏽\n"),
        ("🦷" * 40, "🦷" * 400 + "\n"),
        ("Zahnarzt anrufen, größte Mühe; 中文 и кириллица", "x" * 5000 + "\n"),
        ("x" * 150, "From here on\n.\n..\nFrom there\n"),
    ],
)
def test_every_script_length_and_emoji_comes_out_as_it_went_in(subject: str, text: str) -> None:
    raw = rules.written(letter(subject=subject, text=text), SENDER, NOW).as_bytes()

    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert raw.isascii()
    read = message_from_bytes(raw, policy=default)
    body = read.get_body(("plain",))
    assert body is not None
    assert str(read["Subject"]) == subject
    assert body.get_content().replace("\r\n", "\n") == text


def test_a_letter_says_that_a_program_wrote_it() -> None:
    written = rules.written(letter(headers={"X-Cairn-Delivery": "42"}), SENDER, NOW)

    assert written["Auto-Submitted"] == "auto-generated"
    assert written["X-Cairn-Delivery"] == "42"
    assert written["Message-ID"] == "<0193-abc@example.org>"
    assert [part.get_content_type() for part in written.iter_parts()] == ["text/plain", "text/html"]


@pytest.mark.parametrize("url", ["http://mail.example.org", "smtp://", "smtp://host:99999", "mail.example.org"])
def test_a_mail_server_that_cannot_be_read_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(ValueError, match="mail_url"):
        MailSettings(_env_file=None, mail_url=url)  # type: ignore[arg-type]  # as the environment gives it
