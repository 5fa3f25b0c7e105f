"""A day with everything going wrong leaves no address, number or word of a person in the log."""

import contextlib
import json
import threading
from collections.abc import Iterator

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.journeys.installation import PASSWORD, free_port, installation

ADDRESS = "rosalind.quiet@example.org"
NUMBER = "+351 912 345 678"
WORDS = "my divorce lawyer"


class Refusing:
    """A mail server that says the address aloud, as real ones do."""

    def __init__(self) -> None:
        self.asked = threading.Event()

    async def handle_RCPT(  # noqa: N802  # aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.asked.set()
        return f"550 5.1.1 <{address}>: {address} is nobody here, ring {NUMBER}"


@contextlib.contextmanager
def refusing_server() -> Iterator[tuple[Refusing, int]]:
    handler, port = Refusing(), free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield handler, port
    finally:
        controller.stop()


def test_no_line_of_the_log_tells_who_or_what() -> None:
    with refusing_server() as (mail, port), installation(mail_port=port, CAIRN_LOG_LEVEL="debug") as cairn:
        person = {"email": ADDRESS, "password": PASSWORD, "name": "Rosalind", "time_zone": "Europe/Lisbon"}
        assert cairn.patiently("POST", "/auth/register", json=person).status_code == 202
        assert mail.asked.wait(60)
        for path, body in (
            ("/auth/login", {"email": ADDRESS, "password": f"not {PASSWORD}"}),
            ("/auth/login", {"email": ADDRESS, "password": PASSWORD, "as": ADDRESS}),
            ("/auth/forgot", {"email": ADDRESS}),
            (f"/auth/{ADDRESS}?email={ADDRESS}", {"number": NUMBER}),
            ("/auth/register", {**person, "time_zone": ADDRESS}),
        ):
            cairn.patiently("POST", path, json=body)
        cairn.patiently("POST", "/auth/login", content=f"{ADDRESS} {NUMBER}".encode())
        cairn.sign_in(cairn.make_person())
        said = {"text": f"write to {ADDRESS} or {NUMBER} about {WORDS} tomorrow at 9"}
        assert cairn.patiently("POST", "/messages", json=said).status_code == 200
        cairn.stop()
        log = cairn.log.read_text()

    assert "(address)" in log, "what the mail server said was not logged, so nothing was shown"
    assert any(json.loads(line).get("level") == "debug" for line in log.splitlines() if line.startswith("{"))
    for secret in ("rosalind", "example.org", "912 345", "912%20345", "divorce", PASSWORD, "battery"):
        lines = [line for line in log.lower().splitlines() if secret in line]
        assert lines == [], f"{secret!r} is in the log"
