"""What may be a password, and how hashing them is kept from stalling the server."""

import asyncio
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import bcrypt
import httpx2
import pytest
from pwdlib import PasswordHash
from sqlalchemy import text

from cairn.accounts import passwords, strength
from cairn.accounts.errors import (
    PasswordTooCommon,
    PasswordTooEasy,
    PasswordTooLong,
    PasswordTooPersonal,
    PasswordTooShort,
    TooBusy,
)
from cairn.platform.runtime import Runtime
from tests.accounts.test_way_in import ANA, V1, register
from tests.conftest import PASSWORD

ABOUT = ("ana.reis@example.org", "Ana Reis")


@pytest.fixture(autouse=True)
def _hashed_as_everywhere(costly_hash: PasswordHash, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hash", costly_hash)
    monkeypatch.setattr(passwords, "_nobody", None)  # it may have been made cheaply by another test


async def set_hash(runtime: Runtime, email: str, hashed: str) -> None:
    async with runtime.system() as work:
        index = runtime.key_ring.blind_index(email, "email")
        await work.session.execute(
            text("update users set password_hash = :hashed where email_index = :index"),
            {"hashed": hashed, "index": index},
        )


async def hash_of(runtime: Runtime, email: str) -> str:
    async with runtime.system() as work:
        index = runtime.key_ring.blind_index(email, "email")
        found = await work.session.scalar(
            text("select password_hash from users where email_index = :index"), {"index": index}
        )
    assert isinstance(found, str)
    return found


async def log_in(nobody: httpx2.AsyncClient, email: str, password: str) -> int:
    answer = await nobody.post(f"{V1}/auth/login", json={"email": email, "password": password})
    return answer.status_code


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple 1",
        "Str0ng-Passw0rd!42",
        "a-long-passphrase-here",
        "pebbles and moss",
        "   violet   sky   ",
        "mão-de-vaca azul",
        "рыжий кот на крыше",
        "月曜日の朝、静かな台所",
        "🦊🐢🌵🍋🚲🎈🪁🧭",
        "xkqzwvjp",
        "[{(<@!|$+%#^&*;:",
        "correct horse " * 18,
    ],
)
def test_anything_that_is_hard_to_guess_may_be_a_password(password: str) -> None:
    strength.check(strength.normalised(password), ABOUT, "password")


@pytest.mark.parametrize(
    ("password", "refusal"),
    [
        ("seven77", PasswordTooShort),
        ("e\u0301" * 7, PasswordTooShort),
        ("correct horse" * 20, PasswordTooLong),
        ("password", PasswordTooCommon),
        ("PASSWORD", PasswordTooCommon),
        ("qwertyuiop", PasswordTooCommon),
        ("Passw0rd!", PasswordTooEasy),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaa", PasswordTooEasy),
        ("abcdefghijklmnopqrstuvwxyz", PasswordTooEasy),
        ("password123456789", PasswordTooEasy),
        ("motdepasse", PasswordTooCommon),
        ("11.03.1987", PasswordTooEasy),
        ("ana.reis@example.org", PasswordTooPersonal),
        ("Example.org-Reis", PasswordTooPersonal),
        ("Cairn cairn 42", PasswordTooPersonal),
    ],
)
def test_what_is_tried_first_is_refused_with_the_reason(password: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        strength.check(strength.normalised(password), ABOUT, "password")


def test_a_password_made_to_be_slow_to_judge_is_read_in_few_ways() -> None:
    slow = "4@8({[<369&#!1|70$5+79%2" * 10

    read = strength.readable(slow)

    assert len(read) == strength.READ
    assert not set(read) & set("@({[<!|$+%")
    assert strength.readable("Tr0ub4dour&3!") == "Tr0ub4dour&3!"


@pytest.mark.parametrize(
    ("password", "kind"),
    [
        ("short", "password-too-short"),
        ("x" * 300, "password-too-long"),
        ("password1", "password-too-common"),
        ("ana.reis.example", "password-too-personal"),
        ("Welcome2019", "password-too-easy"),
    ],
)
async def test_a_refused_password_is_named_with_its_reason_and_nothing_is_made(
    nobody: httpx2.AsyncClient, password: str, kind: str
) -> None:
    body = {**ANA, "email": "ana.reis@elsewhere.example", "password": password}
    answer = await nobody.post(f"{V1}/auth/register", json=body)

    assert answer.status_code == 422
    assert answer.json()["type"] == f"/problems/{kind}"
    assert answer.json()["errors"] == [{"field": "password", "message": answer.json()["detail"]}]
    assert await log_in(nobody, body["email"], password) == 401


async def test_a_password_is_hashed_as_costly_as_owasp_asks(nobody: httpx2.AsyncClient, runtime: Runtime) -> None:
    ana = await register(nobody, "costly")

    assert (await hash_of(runtime, ana["email"])).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


async def test_a_password_is_the_same_however_the_keyboard_writes_it(nobody: httpx2.AsyncClient) -> None:
    composed, apart = (unicodedata.normalize(form, "crème brûlée à deux") for form in ("NFC", "NFD"))
    body = {**ANA, "email": "accents@example.org", "password": apart}
    assert (await nobody.post(f"{V1}/auth/register", json=body)).status_code == 201

    assert await log_in(nobody, body["email"], composed) == 200
    assert await log_in(nobody, body["email"], apart) == 200
    assert await log_in(nobody, body["email"], "creme brulee a deux") == 401


async def test_a_hash_of_what_was_typed_before_it_was_normalised_still_opens_and_is_made_anew(
    nobody: httpx2.AsyncClient, runtime: Runtime
) -> None:
    ana = await register(nobody, "before-nfkc")
    apart = unicodedata.normalize("NFD", "crème brûlée à deux")
    older = passwords._hash.hash(apart)
    await set_hash(runtime, ana["email"], older)

    assert await log_in(nobody, ana["email"], apart) == 200

    assert await hash_of(runtime, ana["email"]) != older
    assert await log_in(nobody, ana["email"], unicodedata.normalize("NFC", apart)) == 200


@pytest.mark.parametrize("password", [PASSWORD, "sentence after sentence " * 6, "ação " * 16])
async def test_an_account_from_elsewhere_opens_with_its_bcrypt_hash_which_becomes_argon2id(
    nobody: httpx2.AsyncClient, runtime: Runtime, password: str
) -> None:
    ana = await register(nobody, f"bcrypt-{len(password)}")
    # As libraries made it that dropped what bcrypt doesn't read.
    await set_hash(runtime, ana["email"], bcrypt.hashpw(password.encode()[:72], bcrypt.gensalt(4)).decode())

    assert await log_in(nobody, ana["email"], "another one altogether") == 401
    assert (await hash_of(runtime, ana["email"])).startswith("$2b$")
    assert await log_in(nobody, ana["email"], password) == 200

    assert (await hash_of(runtime, ana["email"])).startswith("$argon2id$")
    assert await log_in(nobody, ana["email"], password) == 200
    # From now on all of it counts.
    assert len(password) < 72 or await log_in(nobody, ana["email"], password[:71]) == 401


async def test_a_hash_that_nothing_fits_opens_for_nobody(nobody: httpx2.AsyncClient, runtime: Runtime) -> None:
    ana = await register(nobody, "unusable")
    for hashed in ("", "no password", passwords.NONE):
        await set_hash(runtime, ana["email"], hashed)
        assert await log_in(nobody, ana["email"], PASSWORD) == 401


@contextmanager
def _hashing_held_up() -> Iterator[None]:
    """Every thread that hashes waits until the block ends."""
    go_on = threading.Event()
    for _ in range(passwords._few._max_workers):
        passwords._few.submit(go_on.wait)
    try:
        yield
    finally:
        go_on.set()


async def test_a_flood_of_sign_ins_is_sent_away_and_everything_else_still_answers(
    nobody: httpx2.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "MOST_WAITING", 10)
    ana = await register(nobody, "flooded")
    logins = [{"email": f"flood-{n}@example.org", "password": "not this one at all"} for n in range(200)]
    with _hashing_held_up():  # however slowly they come in, none is done before the eleventh is there
        flood = [asyncio.create_task(nobody.post(f"{V1}/auth/login", json=login)) for login in logins]
        await asyncio.wait(flood, return_when=asyncio.FIRST_COMPLETED)

        assert (await nobody.get("/health")).status_code == 200
        assert (await nobody.get(f"{V1}/me")).status_code == 401
        assert not all(task.done() for task in flood)
    answers = await asyncio.gather(*flood)

    refused = [answer for answer in answers if answer.status_code == 503]
    assert {answer.status_code for answer in answers} == {401, 503}
    assert refused
    assert refused[0].json()["type"] == "/problems/too-busy"
    assert refused[0].headers["retry-after"] == str(TooBusy.retry_after)
    assert await log_in(nobody, ana["email"], ana["password"]) == 200
