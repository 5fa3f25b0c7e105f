"""A whole Cairn of a test's own: `cairn up` in a folder under /tmp, with a mail server on loopback."""

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import psutil
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

import cairn

PASSWORD = "correct horse battery"
SOURCE = str(Path(cairn.__file__).parent.parent)
TOKEN_LASTS = 600
COMMAND = [sys.executable, "-m", "cairn"]


@dataclass
class Postbox:
    """What a real SMTP server took, each letter with the moment it was handed over."""

    letters: list[tuple[float, bytes]] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd's name
        assert isinstance(envelope.content, bytes)
        self.letters.append((time.time(), envelope.content))
        return "250 taken"

    def mentioning(self, words: str) -> list[float]:
        """When each letter whose subject holds these words was handed over."""
        return [at for at, content in self.letters if words.encode() in content.split(b"\n\n", 1)[0]]


@contextlib.contextmanager
def postbox() -> Iterator[tuple[Postbox, int]]:
    box = Postbox()
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield box, port
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


class Installation:
    """Starts, kills and restarts one Cairn, and talks to it as a program of one person."""

    def __init__(self, folder: Path, *, mail_port: int | None = None, **environment: str) -> None:
        self.data = folder / "data"
        self.log = folder / "up.log"
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        mail = {"CAIRN_MAIL_URL": f"smtp://127.0.0.1:{mail_port}"} if mail_port else {}
        # One person does here in a minute what no person could.
        unlimited = {"CAIRN_RATE_LIMITS": "off"}
        self.environment = {**os.environ, "PYTHONPATH": SOURCE, **unlimited, **mail, **environment}
        self.up: subprocess.Popen[bytes] | None = None
        self.client = httpx2.Client(base_url=f"{self.url}/api/v1", timeout=10)
        self._signed_in: tuple[str, float] | None = None

    def start(self) -> None:
        """Start `cairn up` and wait until it says that it is ready."""
        with self.log.open("ab") as log:
            self.up = subprocess.Popen(
                [*COMMAND, "up", "--data", str(self.data), "--port", str(self.port)],
                stdout=subprocess.PIPE,
                stderr=log,
                env=self.environment,
            )
        assert self.up.stdout is not None
        with self.up.stdout as line:
            said = line.readline()
        assert self.url.encode() in said, self.log.read_text()[-3000:]

    def stop(self) -> float:
        """Ctrl-C; the seconds until everything ended."""
        if self.up is None:
            return 0.0
        began = time.monotonic()
        self.up.send_signal(signal.SIGINT)
        self.up.wait(30)
        return time.monotonic() - began

    def process(self, name: str) -> psutil.Process | None:
        """One of `up`, `api`, `worker` or `database`, if it runs just now."""
        assert self.up is not None
        if name == "up":
            return psutil.Process(self.up.pid) if self.up.poll() is None else None
        if name == "database":
            return self._postmaster()
        with contextlib.suppress(psutil.NoSuchProcess):
            for child in psutil.Process(self.up.pid).children():
                with contextlib.suppress(psutil.NoSuchProcess):
                    if name in child.cmdline():
                        return child
        return None

    def _postmaster(self) -> psutil.Process | None:
        with contextlib.suppress(FileNotFoundError, psutil.NoSuchProcess, IndexError, ValueError):
            return psutil.Process(int((self.data / "postgres/postmaster.pid").read_text().splitlines()[0]))
        return None

    def command(self, *words: str, says: bytes = b"") -> None:
        """What whoever has the machine may do."""
        subprocess.run(
            [*COMMAND, *words, "--data", str(self.data)],
            input=says,
            check=True,
            env=self.environment,
            capture_output=True,
        )

    def make_person(self) -> str:
        """A person who can sign in at once, whatever mail says; their address."""
        email = f"{secrets.token_hex(5)}@example.org"
        self.command("user", "create", "--email", email, "--zone", "Europe/Lisbon", says=PASSWORD.encode() + b"\n")
        return email

    def sign_in(self, email: str) -> None:
        self._signed_in = None
        answer = self.patiently("POST", "/auth/login", json={"email": email, "password": PASSWORD})
        self.client.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        self._signed_in = email, time.monotonic()

    def patiently(self, method: str, path: str, *, within: float = 60, **how: Any) -> httpx2.Response:
        """Ask until it is answered: a client whose server is killed comes again with the same key.

        A token that is soon over is renewed first, so that none is ever refused, whatever was killed.
        """
        if self._signed_in is not None and time.monotonic() - self._signed_in[1] > TOKEN_LASTS - within - 60:
            self.sign_in(self._signed_in[0])
        end = time.monotonic() + within
        while True:
            try:
                answer = self.client.request(method, path, **how)
                assert answer.status_code != 401 or self._signed_in is None, f"{method} {path}: {answer.text}"
                if answer.status_code < 500 and answer.status_code != 409:
                    return answer
                trouble: object = answer.text
            except httpx2.TransportError as error:
                trouble = error
            assert time.monotonic() < end, f"{method} {path}: {trouble}\n{self.log.read_text()[-2000:]}"
            time.sleep(0.1)


@contextlib.contextmanager
def installation(*, mail_port: int | None = None, **environment: str) -> Iterator[Installation]:
    """A Cairn that runs, and is gone with all its processes afterwards."""
    folder = Path("/tmp") / f"cairn-journey-{secrets.token_hex(6)}"
    folder.mkdir(mode=0o755)
    cairn_ = Installation(folder, mail_port=mail_port, **environment)
    try:
        cairn_.start()
        yield cairn_
    finally:
        cairn_.client.close()
        if cairn_.up is not None and cairn_.up.poll() is None:
            cairn_.stop()
        postmaster = cairn_._postmaster()
        if postmaster is not None and "postgres" in postmaster.name():
            postmaster.send_signal(signal.SIGQUIT)
            postmaster.wait(20)
        shutil.rmtree(folder, ignore_errors=True)
