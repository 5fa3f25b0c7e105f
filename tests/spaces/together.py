"""What the tests of spaces that several share do again and again."""

import secrets
from pathlib import Path
from typing import Any

import httpx2

from tests.accounts.letters import letters_in, secret_in
from tests.accounts.people import Somebody
from tests.conftest import RunJobs

SPACES = "/api/v1/spaces"


def nobodys_address() -> str:
    """One that nobody has an account with, and that no other test writes to: letters to each are counted."""
    return f"{secrets.token_hex(6)}@example.org"


async def made(client: httpx2.AsyncClient, name: str = "Study") -> str:
    """The id of a new space."""
    answer = await client.post(SPACES, json={"name": name})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def personal(client: httpx2.AsyncClient) -> str:
    (mine,) = [one["id"] for one in (await client.get(SPACES)).json()["items"] if one["kind"] == "personal"]
    return str(mine)


async def invited(client: httpx2.AsyncClient, space_id: str, email: str, role: str = "member") -> dict[str, Any]:
    answer = await client.post(f"{SPACES}/{space_id}/invitations", json={"email": email, "role": role})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def link(run_jobs: RunJobs, data: Path, email: str) -> str:
    """The secret of the newest invitation that an address got."""
    await run_jobs()
    return secret_in(letters_in(data / "data/mail")(email)[-1], "join")


async def accepted(client: httpx2.AsyncClient, token: str) -> httpx2.Response:
    return await client.post(f"{SPACES}/invitations/accept", json={"token": token})


async def names(client: httpx2.AsyncClient, space_id: str) -> list[tuple[str, str]]:
    answer = await client.get(f"{SPACES}/{space_id}/members")
    assert answer.status_code == 200, answer.text
    return [(one["name"], one["role"]) for one in answer.json()["items"]]


async def joined(
    who: Somebody, by: Somebody, space_id: str, run_jobs: RunJobs, data: Path, role: str = "member"
) -> None:
    """Let somebody join by the letter that somebody else lets be sent."""
    await invited(by.client, space_id, who.email, role)
    answer = await accepted(who.client, await link(run_jobs, data, who.email))
    assert answer.status_code == 200, answer.text


def problem(answer: httpx2.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")
