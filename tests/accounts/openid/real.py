"""A certified OpenID provider on loopback, and a browser that signs in at its page."""

import json
import re
import secrets
import socket
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2

HERE = Path(__file__).parent
BACK_TO = "http://localhost:8000/sign-in/with"
PEOPLE: Mapping[str, Mapping[str, Any]] = {
    "ana": {"email": "Ana.Openid@example.org", "email_verified": True, "name": "Ana Openid"},
    "rui": {"email": "rui.openid@example.org", "email_verified": True, "name": "Rui"},
    "eva": {"email": "eva.openid@example.org", "email_verified": False, "name": "Eva"},
    "may": {"name": "May without an address"},
}


@dataclass(frozen=True, slots=True)
class RealProvider:
    """Where the provider is, and what it calls us."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)


@contextmanager
def running() -> Iterator[RealProvider]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    ours = RealProvider(f"http://127.0.0.1:{port}", "cairn", secrets.token_hex(16))
    command = ["node", "provider.mjs", str(port), ours.client_id, ours.client_secret, BACK_TO, json.dumps(PEOPLE)]
    with subprocess.Popen(command, cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            if not any(line.strip() == "ready" for line in process.stdout):
                raise RuntimeError("the provider didn't start: is `make packages` done?")
            yield ours
        finally:
            process.terminate()


async def agree(page: str, who: str) -> dict[str, str]:
    """Sign in at the provider's page and agree to what it asks, as a browser does; what it sends back to us."""
    async with httpx2.AsyncClient() as browser:
        answer = await browser.get(page)
        for _ in range(12):
            if answer.status_code in (302, 303):
                where = str(answer.url.join(answer.headers["location"]))
                if where.startswith(BACK_TO):
                    return {name: values[0] for name, values in parse_qs(urlsplit(where).query).items()}
                answer = await browser.get(where)
                continue
            form = re.search(r'<form[^>]*action="([^"]+)"', answer.text)
            prompt = re.search(r'name="prompt" value="(\w+)"', answer.text)
            assert form is not None, answer.text
            assert prompt is not None, answer.text
            typed = {"prompt": prompt[1], "login": who, "password": "any"}
            answer = await browser.post(str(answer.url.join(form[1])), data=typed)
    raise AssertionError("the provider went round in circles")
