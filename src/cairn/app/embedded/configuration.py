"""How the embedded server is set up."""

from pathlib import Path

import psutil

from cairn.app.system_user import SystemUser, acting_as

MEGABYTE = 2**20
BUFFERS_LEAST, BUFFERS_MOST = 128, 4096
"""Megabytes for pages held ready: an eighth of the memory within these. A million memories' vectors take some 900, and
their tokens twice that; what isn't needed is never touched."""

INCLUDE = "include_dir = 'conf.d'"

# Who may come in: only through the socket, only with a password. Backups replicate as the superuser.
ACCESS = """\
# Written by Cairn at every start.
local all all scram-sha-256
local replication postgres scram-sha-256
"""


def settings(socket: Path, logs: Path) -> dict[str, str]:
    """The settings that differ from PostgreSQL's own.

    A household's machine is small and its data precious: an eighth of the memory at most, full durability, no network.
    """
    return {
        "listen_addresses": "''",
        "port": "5432",
        "unix_socket_directories": quoted(socket),
        "unix_socket_permissions": "0700",
        "password_encryption": "'scram-sha-256'",  # nosec B105  # how passwords are kept, none itself
        "max_connections": "100",
        "shared_buffers": f"'{_buffers(psutil.virtual_memory().total)}MB'",
        "jit": "off",
        "fsync": "on",
        "synchronous_commit": "on",
        "full_page_writes": "on",
        "wal_compression": "'pglz'",
        "max_wal_size": "'1GB'",
        "timezone": "'UTC'",
        "log_timezone": "'UTC'",
        "logging_collector": "on",
        "log_directory": quoted(logs),
        # One file for each day of the week: a week of history, then it is written over.
        "log_filename": "'postgres-%a.log'",
        "log_file_mode": "0600",
        "log_rotation_age": "'1d'",
        "log_truncate_on_rotation": "on",
        # Neither details of an error nor its parameters: both would carry what people wrote.
        "log_error_verbosity": "terse",
        "log_parameter_max_length": "0",
        "log_parameter_max_length_on_error": "0",
        "log_min_error_statement": "'panic'",
    }


def _buffers(memory: int) -> int:
    """Megabytes of shared buffers for a machine with that many bytes of memory."""
    return max(BUFFERS_LEAST, min(memory // 8 // MEGABYTE, BUFFERS_MOST))


def quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def write(data: Path, socket: Path, logs: Path, user: SystemUser | None) -> None:
    """Bring the server's files in line with this release; a person's own lines in postgresql.conf stay."""
    folder = data / "conf.d"
    lines = (f"{name} = {value}\n" for name, value in settings(socket, logs).items())
    main = data / "postgresql.conf"
    with acting_as(user):
        folder.mkdir(exist_ok=True)
        text = main.read_text()
        written = {
            folder / "cairn.conf": "".join(lines),
            data / "pg_hba.conf": ACCESS,
            main: text if INCLUDE in text else f"{text}\n{INCLUDE}\n",
        }
        for file, content in written.items():
            file.write_text(content)
