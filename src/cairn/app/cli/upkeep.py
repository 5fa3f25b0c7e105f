"""`cairn migrate` and `cairn mail`."""

import mailbox
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from cairn.app import database, environment, secrets
from cairn.app.cli.serve import running_database
from cairn.app.folders import Folders


def migrate() -> int:
    """Make the roles and bring the tables to this version's shape."""
    here = environment.read()
    with running_database() as supervised:
        urls = database.locate(here, secrets.load(Folders(here.data)))
        database.prepare_roles(urls)
        from cairn.app.migrate import upgrade

        upgrade(urls.owner)
    if not supervised:
        print("The database has this version's shape.")
    return 0


def letters() -> int:
    """Print what the Maildir in the data folder holds, oldest first."""
    folder = Path(environment.variable("CAIRN_MAIL_FOLDER") or Folders(environment.read().data).mail)
    if not (folder / "new").is_dir():
        print(f"No letters: {folder} holds none yet.")
        return 0
    parse = BytesParser(policy=policy.default).parsebytes
    box = mailbox.Maildir(folder, create=False)
    kept = sorted(box.values(), key=lambda letter: letter.get_date())
    for letter in kept:
        _show(parse(letter.as_bytes()))
    print(f"{len(kept)} {'letter' if len(kept) == 1 else 'letters'} in {folder}.")
    return 0


def _show(letter: EmailMessage) -> None:
    for header in ("Date", "From", "To", "Subject"):
        print(f"{header}: {letter.get(header, '')}")
    body = letter.get_body(("plain", "html"))
    print(f"\n{body.get_content().strip() if body else ''}\n\n{'-' * 72}\n")
