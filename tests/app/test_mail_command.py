import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from cairn.app.cli import main


def test_every_letter_of_the_maildir_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CAIRN_DATA", str(tmp_path))
    assert main(["mail"]) == 0
    assert "No letters" in capsys.readouterr().out

    box = mailbox.Maildir(tmp_path / "mail")
    for subject, text in (("Reminder", "Call the dentist – 15:00"), ("Olá", "Confirme o endereço")):
        letter = EmailMessage()
        letter["To"], letter["Subject"] = "ana@example.org", subject
        letter.set_content(text)
        letter.add_alternative(f"<p>{text}</p>", subtype="html")
        box.add(letter)

    assert main(["mail"]) == 0
    out = capsys.readouterr().out
    assert "Subject: Olá\n\nConfirme o endereço" in out
    assert "Call the dentist – 15:00" in out
    assert "<p>" not in out
    assert f"2 letters in {tmp_path}/mail." in out
