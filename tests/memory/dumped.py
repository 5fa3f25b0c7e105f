"""What stands in the database, as whoever takes its disk would read it."""

import base64
import os
import subprocess

from cairn.app.database import Urls
from cairn.app.embedded import EmbeddedPostgres


def dump(server: EmbeddedPostgres, database: Urls) -> str:
    """Every row of a database as `pg_dump` writes it, whoever it belongs to."""
    name = database.owner.split("@/", 1)[1].split("?", 1)[0]
    program = server.postmaster.binaries.path("pg_dump")
    # One row a line, bytes in hexadecimal.
    told = subprocess.run(
        [program, "--data-only", "--inserts", server.superuser_url(name)],
        check=False,
        capture_output=True,
        env={**os.environ},
    )
    assert told.returncode == 0, told.stderr.decode()
    return told.stdout.decode()


def holding(word: str, dumped: str) -> list[str]:
    """The rows that hold a word in any case: plain, in bytes, or in base64 at any offset."""
    plain = [word, word.lower(), word.upper(), word.capitalize()]
    wanted = {*plain, *(one.encode().hex() for one in plain)}
    for one in plain:
        for shift in range(3):
            # The characters at both ends depend on the neighbours.
            wanted.add(base64.b64encode(b" " * shift + one.encode()).decode()[4:-4])
    whole = dumped.casefold()
    found: list[str] = []
    for one in {one.casefold() for one in wanted}:
        place = whole.find(one)
        while place >= 0:
            start, end = whole.rfind("\n", 0, place) + 1, whole.find("\n", place)
            found.append(whole[start : min(end, start + 300)])
            place = whole.find(one, end)
    return found
