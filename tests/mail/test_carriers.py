"""What becomes of a letter is told apart: taken, refused, not taken yet, unknown."""

import mailbox
from pathlib import Path

import pytest

from cairn.mail.errors import MailNotTaken, MailRefused, MailUnanswered
from cairn.mail.maildir import Maildir
from cairn.mail.schemas import Letter
from cairn.mail.settings import MailSettings
from cairn.mail.smtp import SmtpMailer
from cairn.platform.clock import StillClock
from tests.mail.mail_server import MailServer, mailer_for


def letter(number: int = 1, to: str = "ana@example.org") -> Letter:
    return Letter(to=to, subject="Open the post", text="Open the post\n", html=None, message_id=f"letter-{number}")


async def test_letters_share_connections(carrier: MailServer, clock: StillClock) -> None:
    mailer = mailer_for(carrier, clock)
    sent = await mailer.send(letter(0))
    for number in range(1, 5):
        await mailer.send(letter(number))
    await mailer.aclose()

    assert len(carrier.letters) == 5
    assert carrier.connections == 1
    assert sent.answer == "250 2.0.0 kept as 1"
    assert not sent.kept


@pytest.mark.parametrize(
    ("answer", "becomes"),
    [("451 4.7.1 try later", MailNotTaken), ("550 5.1.1 nobody here", MailRefused), ("cut", MailUnanswered)],
)
async def test_an_answer_is_understood(
    carrier: MailServer, clock: StillClock, answer: str, becomes: type[Exception]
) -> None:
    carrier.answers = [answer]
    mailer = mailer_for(carrier, clock)

    with pytest.raises(becomes):
        await mailer.send(letter())
    await mailer.send(letter())
    await mailer.aclose()


async def test_a_refused_sender_can_be_set_right_so_nothing_is_given_up(carrier: MailServer, clock: StillClock) -> None:
    carrier.to_senders = ["530 5.7.0 sign in first"]
    mailer = mailer_for(carrier, clock)

    with pytest.raises(MailNotTaken, match="sign in first"):
        await mailer.send(letter())


async def test_a_server_that_is_away_has_taken_nothing(clock: StillClock) -> None:
    mailer = SmtpMailer("smtp://127.0.0.1:9", MailSettings(_env_file=None), clock)

    with pytest.raises(MailNotTaken):
        await mailer.send(letter())


async def test_an_address_outside_of_ascii_is_served(carrier: MailServer, clock: StillClock) -> None:
    mailer = mailer_for(carrier, clock)
    await mailer.send(letter(to="zoë@example.org"))
    await mailer.aclose()

    assert str(carrier.letters[0]["To"]) == "zoë@example.org"


async def test_a_letter_kept_twice_is_there_once_for_any_mail_program(tmp_path: Path, clock: StillClock) -> None:
    box = Maildir(tmp_path / "mail", MailSettings(_env_file=None), clock)
    first = await box.send(letter(1))
    await box.send(letter(1))
    await box.send(letter(2))

    kept = mailbox.Maildir(tmp_path / "mail", create=False)
    assert sorted(str(message["Message-ID"]) for message in kept) == ["<letter-1@localhost>", "<letter-2@localhost>"]
    assert first.kept
    assert list((tmp_path / "mail" / "tmp").iterdir()) == []

    opened = next((tmp_path / "mail" / "new").iterdir())
    opened.rename(tmp_path / "mail" / "cur" / f"{opened.name}:2,S")
    assert set(await box.read([f"<letter-{n}@localhost>" for n in (1, 2, 3)])) == {
        "<letter-1@localhost>",
        "<letter-2@localhost>",
    }


async def test_a_folder_that_cannot_be_written_is_tried_again(tmp_path: Path, clock: StillClock) -> None:
    (tmp_path / "mail").write_text("in the way")
    box = Maildir(tmp_path / "mail", MailSettings(_env_file=None), clock)

    with pytest.raises(MailNotTaken):
        await box.send(letter())
