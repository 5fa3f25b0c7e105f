"""Attacks on who has an account here, and on the letters that open one."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from cairn.platform.runtime import Runtime
from tests.accounts.letters import Letters, letters_in, secret_in, text_of, with_mail
from tests.accounts.test_way_in import ANA, V1
from tests.conftest import PASSWORD, ClientFor, RunJobs

CROWD = 50


@pytest.fixture
def nobody(client_for: ClientFor, runtime: Runtime) -> httpx2.AsyncClient:
    with_mail(runtime)
    return client_for(None)


@pytest.fixture
def letters(tmp_path: Path) -> Letters:
    return letters_in(tmp_path / "data/mail")


async def post(nobody: httpx2.AsyncClient, path: str, body: Mapping[str, Any], **headers: str) -> httpx2.Response:
    return await nobody.post(f"{V1}{path}", json=dict(body), headers=headers)


async def confirmed(nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters, name: str) -> dict[str, str]:
    """Somebody with an account that they confirmed."""
    body = {**ANA, "email": f"{name}@attacked.example"}
    assert (await post(nobody, "/auth/register", body)).status_code == 202
    await run_jobs()
    token = secret_in(letters(body["email"])[-1], "verify")
    assert (await post(nobody, "/auth/verify", {"token": token})).status_code == 204
    return body


async def signed_in(nobody: httpx2.AsyncClient, body: Mapping[str, str]) -> dict[str, str]:
    answer = await post(nobody, "/auth/login", {"email": body["email"], "password": body["password"]})
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


def told(answer: httpx2.Response) -> tuple[int, Any, frozenset[str]]:
    """All that a stranger can read from an answer, but for what is another each time."""
    body = {**answer.json(), "request_id": ""} if answer.content else None
    return answer.status_code, body, frozenset(answer.headers)


@pytest.mark.parametrize("path", ["/auth/register", "/auth/login", "/auth/forgot", "/auth/verify/resend", "/me/email"])
async def test_no_answer_tells_who_has_an_account(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters, runtime: Runtime, path: str
) -> None:
    known = await confirmed(nobody, run_jobs, letters, f"known{len(path)}")
    asking = await confirmed(nobody, run_jobs, letters, f"asking{len(path)}")
    gone = await confirmed(nobody, run_jobs, letters, f"gone{len(path)}")
    waiting = {**ANA, "email": f"waiting{len(path)}@attacked.example"}
    assert (await post(nobody, "/auth/register", waiting)).status_code == 202
    async with runtime.system() as work:
        index = runtime.key_ring.blind_index(gone["email"], "email")
        await work.session.execute(
            text("update users set disabled_at = now() where email_index = :index"), {"index": index}
        )
    headers = await signed_in(nobody, asking) if path == "/me/email" else {}
    answers = []
    for number, email in enumerate((known["email"], gone["email"], waiting["email"], "free@attacked.example")):
        body: dict[str, Any] = {"email": email}
        if path == "/auth/register":
            body = {**ANA, "email": email, "password": f"another quiet word {number}"}
        elif path == "/auth/login":
            # For the account that waits, with its very own password: a stranger may have chosen it.
            body["password"] = PASSWORD if email == waiting["email"] else "not this one at all"
        elif path == "/me/email":
            body["password"] = asking["password"]
        answers.append(told(await post(nobody, path, body, **headers)))

    assert answers == [answers[0]] * 4


async def test_a_forged_host_is_in_no_letter(nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters) -> None:
    forged = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}
    body = {**ANA, "email": "forged-host@attacked.example"}
    assert (await post(nobody, "/auth/register", body, **forged)).status_code == 202
    await run_jobs()
    assert (await post(nobody, "/auth/verify/resend", {"email": body["email"]}, **forged)).status_code == 204
    assert (await post(nobody, "/auth/forgot", {"email": body["email"]}, **forged)).status_code == 204
    await run_jobs()

    written = letters(body["email"])
    assert len(written) == 3
    for letter in written:
        assert "evil" not in letter.as_string()
        assert "http://localhost:8000/" in text_of(letter)


@pytest.mark.parametrize("path", ["/auth/verify", "/auth/confirm-address", "/auth/not-me"])
async def test_a_link_works_once_however_many_use_it_at_once(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters, path: str
) -> None:
    if path == "/auth/verify":
        body = {**ANA, "email": "crowd-verify@attacked.example"}
        assert (await post(nobody, "/auth/register", body)).status_code == 202
        await run_jobs()
        link = secret_in(letters(body["email"])[-1], "verify")
    else:
        name = path.rpartition("/")[2]
        ana = await confirmed(nobody, run_jobs, letters, f"crowd-{name}")
        change = {"email": f"to-{name}@attacked.example", "password": ana["password"]}
        assert (await post(nobody, "/me/email", change, **await signed_in(nobody, ana))).status_code == 204
        await run_jobs()
        address = change["email"] if path == "/auth/confirm-address" else ana["email"]
        link = secret_in(letters(address)[-1], name)

    answers = await asyncio.gather(*(post(nobody, path, {"token": link}) for _ in range(CROWD)))

    assert sorted(answer.status_code for answer in answers) == [204] + [422] * (CROWD - 1)


@pytest.mark.parametrize(
    "email",
    [
        "a@attacked.example\r\nBcc: all@attacked.example",
        "a@attacked.example\nSubject: free stones",
        "a@attacked.example, b@attacked.example",
        '"a\r\nBcc: b"@attacked.example',
        "a%0d%0aBcc:b@attacked.example\r\n",
        "<a@attacked.example> b@attacked.example",
        "a@attacked.example\u2028Bcc: all@attacked.example",
    ],
)
async def test_an_address_carries_no_header_into_a_letter(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, tmp_path: Path, email: str
) -> None:
    for path, body in (
        ("/auth/register", {**ANA, "email": email}),
        ("/auth/forgot", {"email": email}),
        ("/auth/verify/resend", {"email": email}),
    ):
        assert (await post(nobody, path, body)).status_code in (202, 204, 422)
    await run_jobs()

    for file in (tmp_path / "data/mail/new").glob("*"):
        head = file.read_bytes().partition(b"\n\n")[0].lower()
        assert b"bcc" not in head.replace(b"%0d%0abcc", b"")
        assert b"free stones" not in head


async def test_a_name_carries_nothing_into_a_letter(
    nobody: httpx2.AsyncClient, run_jobs: RunJobs, letters: Letters
) -> None:
    """Letters of strangers' making would else go to any address, from this server."""
    for number, name in enumerate(("Ana\r\nBcc: all@attacked.example", "Win a stone: https://evil.example")):
        body = {**ANA, "email": f"named{number}@attacked.example", "name": name}
        assert (await post(nobody, "/auth/register", body)).status_code == 202
    await run_jobs()

    for number in range(2):
        (letter,) = letters(f"named{number}@attacked.example")
        assert "bcc" not in {header.lower() for header in letter}
        assert "evil" not in letter.as_string()
        assert "all@" not in letter.as_string()
