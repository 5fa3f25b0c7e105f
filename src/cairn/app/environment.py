"""The few settings needed before anything else: where data lives, where to listen, which database.

They are read without the libraries that read all others, because those would cost the process that only
supervises half a second at every start and tens of megabytes for as long as it runs.
"""

import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from cairn.app import folders
from cairn.app.errors import SetupError

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = "8000"


@dataclass(frozen=True, slots=True)
class Environment:
    """Where this Cairn lives. Without a `database_url` the database is the embedded one."""

    data: Path
    host: str
    port: int
    database_url: str | None = field(repr=False)
    app_url: str | None = field(repr=False)
    system_url: str | None = field(repr=False)

    @property
    def address(self) -> str:
        """What to type into a browser on this machine; localhost, where a page may use all a browser has."""
        here = self.host in ("127.0.0.1", "0.0.0.0", "::", "::1", "localhost")  # noqa: S104  # nosec B104  # only compared
        return f"http://{'localhost' if here else self.host}:{self.port}"


def read() -> Environment:
    """Read the process's variables, and `.env` for those it lacks.

    Raises:
        SetupError: one of them makes no sense.
    """
    return Environment(
        data=folders.choose(variable("CAIRN_DATA")),
        host=variable("CAIRN_HOST") or DEFAULT_HOST,
        port=_port(variable("CAIRN_PORT") or DEFAULT_PORT),
        database_url=variable("CAIRN_DATABASE_URL"),
        app_url=variable("CAIRN_DATABASE_APP_URL"),
        system_url=variable("CAIRN_DATABASE_SYSTEM_URL"),
    )


def variable(name: str) -> str | None:
    """A setting by its name; an empty one counts as none."""
    return os.environ.get(name) or env_file().get(name) or None


@cache
def env_file() -> dict[str, str | None]:
    """What the file `.env` of this folder says."""
    file = Path(".env")
    if not file.exists():
        return {}
    from dotenv import dotenv_values

    return dotenv_values(file)


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise SetupError(f"The port must be a number from 1 to 65535, not {text!r}. Set --port or CAIRN_PORT.")
