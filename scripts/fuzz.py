"""Schemathesis against a running Cairn of its own, with three people: two who try everything, one who must not notice.

`make security` runs it. The two are peers of Schemathesis' own check of object-level authorisation: what one made is
asked for as the other. The third person's ids are put into every path, and her things must be the same afterwards.
Seconds and the place of Schemathesis are arguments: `python -m scripts.fuzz .venv-security/bin/schemathesis 150`.
"""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx2

from tests.journeys.installation import PASSWORD, Installation, installation

ROOT = Path(__file__).resolve().parent.parent
HOOKS = "scripts.fuzz_hooks"

# The first three end the sign-in that all else needs, and the last never ends. Tests of their own are about them.
LEFT_OUT = ["/api/v1/auth/logout", "/api/v1/me/sessions/{session_id}", "/api/v1/me/erasure", "/api/v1/events"]

CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "use_after_free",
    "object_level_authorization",
    "nothing_of_others",
]

THINGS = {
    "task_id": "/tasks/{}",
    "reminder_id": "/reminders/{}",
    "memory_id": "/memories/{}",
    "fact_id": "/facts/{}",
    "conversation_id": "/conversations/{}/messages",
}
"""Where each of them is read. Lists also hold what is learnt from them meanwhile."""


def main(schemathesis: str, seconds: int) -> int:
    with installation(CAIRN_RATE_LIMITS="off") as cairn:
        word = f"quiet{secrets.token_hex(6)}"
        rosa = _signed_in(cairn)
        ids = _things(rosa, word)
        before = _seen(rosa, ids)
        folder = cairn.data.parent
        theirs = folder / "theirs.json"
        theirs.write_text(json.dumps({"word": word, "ids": ids}), encoding="utf-8")
        peers = {name: _signed_in(cairn) for name in ("ana", "ben")}
        _write_config(folder, peers)
        found = subprocess.run(  # nosec B603  # Schemathesis, with words written here
            _command(schemathesis, cairn, folder, seconds),
            cwd=folder,  # it keeps a cache where it runs
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "SCHEMATHESIS_HOOKS": HOOKS,
                "CAIRN_FUZZ_THEIRS": str(theirs),
            },
            check=False,
        ).returncode
        for name, client in peers.items():
            if client.get("/me").status_code != 200:
                print(f"{name} was signed out on the way: what came after that was tried by nobody.")
                found = 1
        after = _seen(rosa, ids)
        for name in THINGS:
            if after[name] != before[name]:
                print(f"The third person's {name} is not as it was:\n{before[name]}\n{after[name]}")
                found = 1
        if found:
            print(_told_of_trouble(cairn.log.read_text()))
    return found


def _told_of_trouble(log: str) -> str:
    """What the log says that isn't a request answered as it should be, and what it said last."""
    lines = log.splitlines()
    return "\n".join([line for line in lines if '"level": "info"' not in line][-40:] + lines[-5:])


def _signed_in(cairn: Installation) -> httpx2.Client:
    """A client of a new person's."""
    client = httpx2.Client(base_url=cairn.client.base_url, timeout=30)
    login = client.post("/auth/login", json={"email": cairn.make_person(), "password": PASSWORD})
    client.headers["Authorization"] = f"Bearer {login.raise_for_status().json()['access_token']}"
    return client


def _things(client: httpx2.Client, word: str) -> dict[str, str]:
    """A little of everything, each with a word that nobody else has; ids by the name that they have in paths."""

    def post(path: str, body: dict[str, Any]) -> Any:
        return client.post(path, json=body).raise_for_status().json()

    said = post("/messages", {"text": f"remind me to feed {word} in 5 days"})
    task = post("/tasks", {"title": f"Brush {word}"})
    task = post(f"/tasks/{task['id']}/steps", {"text": f"Find {word}"})
    memory = post("/memories", {"text": f"The key is under {word}"})
    fact = post("/facts", {"relation": "lives_in", "value": word})
    conversation = post("/conversations", {"title": word})
    return {
        "task_id": task["id"],
        "step_id": task["steps"][0]["id"],
        "memory_id": memory["id"],
        "fact_id": fact["id"],
        "reminder_id": said["receipts"][0]["subject_id"],
        "receipt_id": said["receipts"][0]["id"],
        "conversation_id": conversation["id"],
    }


def _seen(client: httpx2.Client, ids: dict[str, str]) -> dict[str, Any]:
    return {name: client.get(path.format(ids[name])).json() for name, path in THINGS.items()}


def _write_config(folder: Path, peers: dict[str, httpx2.Client]) -> None:
    people = [
        {"name": name, "fixedHeaders": [{"name": "Authorization", "value": client.headers["Authorization"]}]}
        for name, client in peers.items()
    ]
    (folder / "people.json").write_text(json.dumps({"auth": people}), encoding="utf-8")
    (folder / "schemathesis.toml").write_text(
        f'[auth.wfc]\npath = "{folder / "people.json"}"\npeers = {json.dumps(list(peers))}\n', encoding="utf-8"
    )


def _command(schemathesis: str, cairn: Installation, folder: Path, seconds: int) -> list[str]:
    left_out = [option for path in LEFT_OUT for option in ("--exclude-path", path)]
    return [
        schemathesis,
        "--config-file",
        str(folder / "schemathesis.toml"),
        "run",
        str(ROOT / "web/openapi.json"),
        "--url",
        cairn.url,
        "--checks",
        ",".join(CHECKS),
        # Python 3.11 compiles no code in two threads at once when it is deeply nested, as what Hypothesis compiles is.
        "--workers",
        "1",
        "--max-time",
        str(seconds),
        "--request-timeout",
        "30",
        "--continue-on-failure",
        *left_out,
    ]


if __name__ == "__main__":
    sys.exit(main(str(Path(sys.argv[1]).absolute()), int(sys.argv[2])))
