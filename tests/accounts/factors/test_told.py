"""Devices that aren't known, and what a person is told by letter."""

import re
from collections.abc import Sequence
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import httpx2
import pytest

from cairn.accounts.factors.letters import factor_changed
from cairn.accounts.factors.messages import Change
from cairn.accounts.factors.rules import device_of
from cairn.platform.clock import StillClock
from tests.accounts.people import Somebody, somebody
from tests.accounts.proofs import (
    PAGE,
    V1,
    code_in,
    half,
    second,
    with_app,
    with_key,
)
from tests.conftest import PASSWORD, ClientFor, NewPerson, RunJobs
from tests.mail.mail_server import MailServer

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0"


def kept(folder: Path, address: str) -> Sequence[EmailMessage]:
    """The letters to an address in the mail folder, oldest first."""
    files = sorted((folder / "data/mail/new").glob("*"), key=lambda file: file.stat().st_mtime_ns)
    found = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
    return [one for one in found if one["To"] == address]


def words_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


async def on_a_page(nobody: httpx2.AsyncClient, email: str, device: str | None = None) -> tuple[httpx2.Response, str]:
    """A sign-in by password on a page; the answer, and the secret by which its browser is known."""
    headers = {**PAGE, "User-Agent": FIREFOX, **({"Cookie": f"__Host-cairn-device={device}"} if device else {})}
    body = {"email": email, "password": PASSWORD, "as": "page"}
    answer = await nobody.post(f"{V1}/auth/login", json=body, headers=headers)
    found = re.search(r"__Host-cairn-device=([^;]+)", ";".join(answer.headers.get_list("set-cookie")))
    return answer, found[1] if found else ""


async def test_a_device_that_is_not_known_is_told_once_and_the_first_never(
    person: NewPerson,
    client_for: ClientFor,
    nobody: httpx2.AsyncClient,
    run_jobs: RunJobs,
    tmp_path: Path,
    clock: StillClock,
) -> None:
    rui = await somebody(person, client_for, locale="pt")
    _, device = await on_a_page(nobody, rui.email)
    await run_jobs()
    assert not kept(tmp_path, rui.email)

    _, same = await on_a_page(nobody, rui.email, device)
    await run_jobs()
    assert same == device
    assert not kept(tmp_path, rui.email)

    clock.forward(timedelta(minutes=5))
    await on_a_page(nobody, rui.email)
    await run_jobs()

    (letter,) = kept(tmp_path, rui.email)
    assert letter["Subject"] == "Entraste num dispositivo novo"
    assert "(Firefox, Linux, 127.0.0.1): ter. 24 nov., 12:05" in words_of(letter)
    assert "http://localhost:8000/forgot" in words_of(letter)


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (FIREFOX, "Firefox, Linux"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0 Safari/537.36 Edg/150.0", "Edge, Windows"),
        ("backup-script/2.1", "backup-script"),
        ("https://evil.example/look", "https"),
        ("Your bank: call 800", "Your"),
        ("", ""),
    ],
)
def test_a_device_is_named_by_known_words_only(agent: str, name: str) -> None:
    assert device_of(agent) == name


async def test_a_code_by_letter_is_needed_where_only_an_app_protects_on_a_device_that_is_not_known(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    token = (await half(nobody, ana.email, PASSWORD, **{"as": "page"}))["mfa_token"]
    early = await second(nobody, token, "letter", "123456", headers=PAGE)
    assert early.status_code == 401

    waiting = await second(nobody, token, "totp", app.code(clock.now()), headers=PAGE)
    assert (waiting.status_code, waiting.json()) == (200, {"mfa_token": token, "methods": ["letter"]})
    assert "set-cookie" not in waiting.headers
    await run_jobs()
    code = code_in(str(carrier.letters[-1]["Subject"]))

    clock.forward(timedelta(seconds=30))
    again = await second(nobody, token, "totp", app.code(clock.now()), headers=PAGE)
    assert again.status_code == 401
    assert (await second(nobody, token, "letter", f"{int(code) ^ 1:06}", headers=PAGE)).status_code == 401
    opened = await second(nobody, token, "letter", code, headers=PAGE)
    assert opened.status_code == 200, opened.text
    device = re.search(r"__Host-cairn-device=([^;]+)", ";".join(opened.headers.get_list("set-cookie")))
    assert device

    known = {**PAGE, "Cookie": f"__Host-cairn-device={device[1]}"}
    token = (await half(nobody, ana.email, PASSWORD, **{"as": "page"}))["mfa_token"]
    clock.forward(timedelta(seconds=30))
    assert "user" in (await second(nobody, token, "totp", app.code(clock.now()), headers=known)).json()


async def test_a_letter_can_be_asked_for_again_and_only_the_newest_works(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, carrier: MailServer, run_jobs: RunJobs
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    token = (await half(nobody, ana.email, PASSWORD))["mfa_token"]
    ask = {"mfa_token": token, "method": "letter"}
    too_soon = await nobody.post(f"{V1}/auth/login/second/begin", json=ask)
    assert (too_soon.status_code, too_soon.json()["type"]) == (409, "/problems/no-letter-now")
    await second(nobody, token, "totp", app.code(clock.now()))
    await run_jobs()
    first = code_in(str(carrier.letters[-1]["Subject"]))
    for _ in range(2):
        assert (await nobody.post(f"{V1}/auth/login/second/begin", json=ask)).status_code == 200
        await run_jobs()
    assert (await nobody.post(f"{V1}/auth/login/second/begin", json=ask)).status_code == 409
    newest = code_in(str(carrier.letters[-1]["Subject"]))

    if first != newest:
        assert (await second(nobody, token, "letter", first)).status_code == 401
    assert (await second(nobody, token, "letter", newest)).status_code == 200


async def test_a_passkey_needs_no_letter(
    ana: Somebody, nobody: httpx2.AsyncClient, clock: StillClock, carrier: MailServer
) -> None:
    app, _ = await with_app(ana.client, clock.now())
    await with_key(ana.client)
    token = (await half(nobody, ana.email, PASSWORD))["mfa_token"]

    assert "user" in (await second(nobody, token, "totp", app.code(clock.now()))).json()


@pytest.mark.parametrize("locale", ["en", "es", "fr", "pt"])
async def test_changes_are_told_by_letter_in_the_persons_language(
    person: NewPerson, client_for: ClientFor, clock: StillClock, run_jobs: RunJobs, tmp_path: Path, locale: str
) -> None:
    she = await somebody(person, client_for, locale=locale)
    await with_app(she.client, clock.now())
    await with_key(she.client)
    await she.client.post(f"{V1}/me/factors/recovery-codes")
    for factor in (await she.client.get(f"{V1}/me/factors")).json()["factors"]:
        await she.client.delete(f"{V1}/me/factors/{factor['id']}")
    await run_jobs()

    told = [words_of(letter).splitlines()[0] for letter in kept(tmp_path, she.email)]
    changes: list[Change] = ["app_added", "passkey_added", "codes_renewed", "app_removed", "passkey_removed"]
    expected = {factor_changed("ana@example.org", change, "", locale, "id").text.splitlines()[0] for change in changes}
    assert set(told) == expected
    assert len(told) == len(expected) == 5
