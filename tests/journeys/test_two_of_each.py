"""Two API processes and two workers on one database are one Cairn."""

import contextlib
import json
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx2

from tests.journeys.installation import COMMAND, Installation, free_port, installation, postbox


@contextlib.contextmanager
def second(cairn: Installation) -> Iterator[str]:
    """Another API process and another worker beside those of `cairn up`; the API's address."""
    port = free_port()
    environment = {**cairn.environment, "CAIRN_DATA": str(cairn.data)}
    with cairn.log.open("ab") as log:
        processes = [
            subprocess.Popen([*COMMAND, *words], stdout=log, stderr=log, env=environment)
            for words in (["api", "--port", str(port)], ["worker"])
        ]
    try:
        url = f"http://localhost:{port}"
        for _ in range(200):
            with contextlib.suppress(httpx2.TransportError):
                if httpx2.get(f"{url}/ready").status_code == 200:
                    break
            time.sleep(0.1)
        yield url
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(20)


def test_what_is_said_to_one_is_heard_at_the_other_and_rings_once() -> None:
    with postbox() as (box, mail_port), installation(mail_port=mail_port) as cairn, second(cairn) as other:
        cairn.sign_in(cairn.make_person())
        token = cairn.client.headers["Authorization"]
        there = httpx2.Client(base_url=f"{other}/api/v1", headers={"Authorization": token}, timeout=10)
        assert there.get("/me").status_code == 200
        heard: list[str] = []
        listening = threading.Event()
        listener = threading.Thread(
            target=listen, args=(f"{other}/api/v1/events", token, heard, listening), daemon=True
        )
        listener.start()
        assert listening.wait(20)

        due = datetime.now(UTC) + timedelta(seconds=3)
        texts = [f"Stretch {number:02d}" for number in range(30)]
        for text in texts:
            body = {"text": text, "due_at": due.isoformat()}
            assert cairn.client.post("/reminders", json=body).status_code == 201

        end = time.monotonic() + 60
        while any(not box.mentioning(text) for text in texts) or heard.count("reminder.due") < len(texts):
            assert time.monotonic() < end, (len(box.letters), heard.count("reminder.due"), os.getloadavg())
            time.sleep(0.1)
        assert [len(box.mentioning(text)) for text in texts] == [1] * len(texts)
        assert heard.count("reminder.booked") == heard.count("reminder.due") == len(texts)

        assert there.post("/auth/logout").status_code == 204
        assert cairn.client.get("/me").status_code == 401
        there.close()


def listen(url: str, token: str, heard: list[str], listening: threading.Event) -> None:
    """Note the kind of every event, until the stream ends."""
    with httpx2.stream("GET", url, headers={"Authorization": token}, timeout=60) as stream:
        for line in stream.iter_lines():
            if line.startswith("event: "):
                heard.append(line.removeprefix("event: "))
                listening.set()
            elif line.startswith("data: "):
                json.loads(line.removeprefix("data: "))
