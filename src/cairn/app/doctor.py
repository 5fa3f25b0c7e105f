"""`cairn doctor`: looks at everything Cairn depends on, and says what to do where something is amiss."""

import os
import shutil
import socket
import stat
import sys
import zoneinfo
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from cairn.app import copies, database, environment, program, secrets, system_user
from cairn.app.database import Urls
from cairn.app.environment import Environment
from cairn.app.errors import SetupError
from cairn.app.folders import Folders
from cairn.platform.clock import SystemClock

OLDEST_PYTHON = (3, 11)
ENOUGH_DISK = 1_000_000_000
# A moment before this program was written can only be a clock that was never set.
WRITTEN = datetime(2026, 11, 1, tzinfo=UTC)
MODELS = Path(__file__).parents[1] / "memory" / "embedder" / "model"
MODEL_HOSTS = {
    "openai": ("api.openai.com", 443),
    "anthropic": ("api.anthropic.com", 443),
    "ollama": ("localhost", 11434),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `says` tells what was found, and what to do unless all is well."""

    name: str
    ok: bool
    says: str


def examine() -> int:
    """Print every finding; returns 0 if all is well, else 1."""
    findings = []
    for finding in look():
        findings.append(finding)
        sys.stdout.write(f"{'ok     ' if finding.ok else 'amiss  '} {finding.name}: {finding.says}\n")
        sys.stdout.flush()
    amiss = sum(not finding.ok for finding in findings)
    sys.stdout.write("All is well.\n" if not amiss else f"{amiss} of {len(findings)} need a look.\n")
    return 1 if amiss else 0


def look() -> Iterator[Finding]:
    """Look at one thing after another; what depends on something amiss is left out."""
    try:
        here = environment.read()
    except SetupError as fault:
        yield Finding("environment", False, str(fault))
        return
    yield _python()
    yield _checked("settings", _settings, here)
    yield (folder := _data_folder(here))
    yield _disk(here)
    if folder.ok:
        yield _checked("secrets", _secrets, here)
        yield from _database(here)
    if os.geteuid() == 0:
        yield _checked("processes", _processes, here)
    yield _checked("port", _port, here)
    yield _checked("mail", _mail)
    yield _checked("model", _model)
    yield _checked("embeddings", _embeddings)
    yield _page()
    yield _time()


def _checked(name: str, check: Callable[..., str], *arguments: object) -> Finding:
    try:
        return Finding(name, True, check(*arguments))
    except SetupError as fault:
        return Finding(name, False, str(fault))


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        return Finding("Python", False, f"{version} is too old. Install 3.11 or newer.")
    return Finding("Python", True, version)


def _settings(here: Environment) -> str:
    from cairn.app.features import FEATURES
    from cairn.app.settings import load

    load(here, FEATURES)
    return "every setting can be used"


def _data_folder(here: Environment) -> Finding:
    name = "data folder"
    # Unlike Path.exists, this is no error where we may not look.
    if not os.path.exists(here.data):
        parent = _nearest(here.data)
        if os.access(parent, os.W_OK | os.X_OK):
            return Finding(name, True, f"{here.data} is not there yet; `cairn up` makes it")
        return Finding(name, False, f"{here.data} cannot be made in {parent}. Choose another with --data.")
    if not os.access(here.data, os.W_OK | os.X_OK):
        return Finding(name, False, f"{here.data} cannot be written to. Give it to this user, or choose another.")
    folders = Folders(here.data)
    inside = (folders.postgres, folders.mail, folders.sms, folders.logs)
    if open_ones := [folder for folder in inside if folder.exists() and folder.stat().st_mode & 0o077]:
        which = " ".join(map(str, open_ones))
        return Finding(name, False, f"Others may look into {which}. Close with `chmod 700 {which}`.")
    return Finding(name, True, f"{here.data} can be written to, and what it holds is closed to others")


def _disk(here: Environment) -> Finding:
    free = shutil.disk_usage(_nearest(here.data)).free
    gigabytes = f"{free / 1e9:.1f} GB free"
    if free < ENOUGH_DISK:
        return Finding("disk", False, f"only {gigabytes} at {here.data}. Make room, at least 1 GB.")
    return Finding("disk", True, gigabytes)


def _nearest(path: Path) -> Path:
    return next(folder for folder in (path, *path.parents) if os.path.exists(folder))


def _secrets(here: Environment) -> str:
    folders = Folders(here.data)
    if not folders.secrets.exists() and not folders.postgres.exists():
        return f"none yet; `cairn up` makes them in {folders.secrets}"
    secrets.load(folders)
    mode = stat.S_IMODE(folders.secrets.stat().st_mode) if folders.secrets.exists() else 0o600
    return f"complete, mode {mode:o}"


def _database(here: Environment) -> Iterator[Finding]:
    if not here.database_url and not (Folders(here.data).postgres / "PG_VERSION").exists():
        yield _checked("PostgreSQL", _programs)
        return
    try:
        with _running(here) as urls:
            yield _checked("PostgreSQL", database.check_server, urls.owner)
            yield _checked("roles", _roles, urls)
            yield _checked("tables", _tables, urls)
    except SetupError as fault:
        yield Finding("PostgreSQL", False, str(fault))


def _programs() -> str:
    from cairn.app.embedded import binaries

    return f"embedded {binaries.find().version()}; `cairn up` makes the database"


@contextmanager
def _running(here: Environment) -> Iterator[Urls]:
    if here.database_url:
        yield database.locate(here, secrets.load(Folders(here.data)))
        return
    from cairn.app.embedded import EmbeddedPostgres

    with EmbeddedPostgres(here.data) as server:
        yield server.urls()


def _roles(urls: Urls) -> str:
    for role, url in ((database.APP, urls.app), (database.SYSTEM, urls.system)):
        database.check_role(role, url)
    return "both can sign in and have no more rights than they need"


def _tables(urls: Urls) -> str:
    from cairn.app import migrate

    found, expected = migrate.current(urls.owner), migrate.newest()
    if found != expected:
        raise SetupError(f"the database is at {found or 'nothing'}, this version at {expected}. Run `cairn migrate`.")
    return f"at this version's shape, {found}"


def _processes(here: Environment) -> str:
    user = system_user.find(Folders(here.data).postgres)
    if user is None:
        return f"they will run as the system user {system_user.NAME!r}; `cairn up` makes it"
    try:
        program.readable_by(user)
    except SetupError as fault:
        raise SetupError(f"they run as root, since {user.name!r} cannot start them: {fault}") from fault
    closed = " ".join(map(str, program.closed_to(user)))
    copied = f", from copies in {copies.HOME} of what is closed to it: {closed}" if closed else ""
    return f"they run as the system user {user.name!r}{copied}"


def _port(here: Environment) -> str:
    from cairn.app.cli.up import answers, port_fault

    if (fault := port_fault(here)) is None:
        return f"{here.port} on {here.host} is free"
    if answers(here):
        return f"Cairn answers at {here.address}"
    raise SetupError(fault)


def _mail() -> str:
    url = environment.variable("CAIRN_MAIL_URL")
    if not url:
        return "no mail server is set; letters wait in the data folder, `cairn mail` shows them"
    parts = urlsplit(url)
    _expect_reachable(parts.hostname or "", parts.port or (465 if parts.scheme == "smtps" else 587), "CAIRN_MAIL_URL")
    return f"{parts.hostname} can be reached"


def _model() -> str:
    model = environment.variable("CAIRN_MODEL")
    if not model:
        return "none is set; Cairn answers by its own grammar"
    address = environment.variable("CAIRN_MODEL_URL")
    if address:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    elif known := MODEL_HOSTS.get(model.partition(":")[0]):
        host, port = known
    else:
        return f"{model} is set"
    _expect_reachable(host, port, "CAIRN_MODEL_URL")
    return f"{model} at {host} can be reached"


def _expect_reachable(host: str, port: int, setting: str) -> None:
    try:
        socket.create_connection((host, port), timeout=5).close()
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise SetupError(f"{host}:{port} cannot be reached: {reason}. Check {setting} and the network.") from None


def _embeddings() -> str:
    import onnxruntime

    found = sorted(MODELS.glob("*.onnx"))
    if not found:
        raise SetupError(f"the model is not built in {MODELS}. Run `make build`, or install Cairn from its wheel.")
    try:
        onnxruntime.InferenceSession(found[0], providers=["CPUExecutionProvider"])
    except RuntimeError as fault:
        raise SetupError(f"{found[0]} does not load: {fault}. Remove it and run `make build`.") from fault
    return f"{found[0].name} loads"


def _page() -> Finding:
    from cairn.app import page_folder

    found = page_folder.find()
    if found is None:
        return Finding("page", False, "it is not built here. Run `make build`, or install Cairn from its wheel.")
    return Finding("page", True, f"built, in {found}")


def _time() -> Finding:
    with suppress(zoneinfo.ZoneInfoNotFoundError):
        zoneinfo.ZoneInfo("Europe/Lisbon")
        if SystemClock().now() < WRITTEN:
            return Finding("clock", False, "the clock of this machine is years behind. Set it, or turn NTP on.")
        return Finding("clock", True, "set, and time zones are known")
    return Finding("clock", False, "time zones are unknown here. Install the package tzdata.")
