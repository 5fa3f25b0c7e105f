"""How long the door takes for who has an account and for who hasn't: sign-in, sign-up, reset, and the letter again.

A stranger times answers to learn who is here. Both kinds are asked in turn, so that a slow minute of the machine falls
on both, and their medians may differ by a tenth at most.
"""

import secrets
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from statistics import median
from time import perf_counter

import httpx2

from bench.people import on_a_server
from cairn.accounts import service as accounts
from cairn.accounts.schemas import Register
from cairn.app.build import create_api
from cairn.app.embedded import EmbeddedPostgres
from cairn.mail.provider import Mailer
from cairn.mail.schemas import Letter, SentMail
from cairn.platform.clock import StillClock
from cairn.platform.runtime import Runtime

TRIES = 200
APART = 0.10
PASSWORD = "three quiet words in a row"

Ask = Callable[[str], Awaitable[httpx2.Response]]


class Anywhere:
    """A mail server that takes everything; no letter is sent here, since no worker runs."""

    outside = True

    async def send(self, letter: Letter) -> SentMail:
        return SentMail(letter.message_id, "taken")


async def measure(runtime: Runtime, _: EmbeddedPostgres) -> None:
    runtime.provide(Mailer, Anywhere())
    clock = StillClock(runtime.clock.now())
    runtime.clock = clock
    known = [f"{secrets.token_hex(6)}@example.org" for _ in range(TRIES)]
    for email in known:
        words = Register(email=email, password=PASSWORD, name="Ana", time_zone="Europe/Lisbon", locale="en")
        await accounts.create(runtime, await accounts.checked(words))
    transport = httpx2.ASGITransport(app=create_api(runtime, lifespan=None))
    async with httpx2.AsyncClient(transport=transport, base_url="http://localhost:8000/api/v1") as nobody:

        async def sign_in(email: str) -> httpx2.Response:
            return await nobody.post("/auth/login", json={"email": email, "password": "not this one at all"})

        async def sign_up(email: str) -> httpx2.Response:
            body = {"email": email, "password": PASSWORD, "name": "Ana", "time_zone": "Europe/Lisbon", "locale": "en"}
            return await nobody.post("/auth/register", json=body)

        async def reset(email: str) -> httpx2.Response:
            return await nobody.post("/auth/forgot", json={"email": email})

        async def resend(email: str) -> httpx2.Response:
            return await nobody.post("/auth/verify/resend", json={"email": email})

        doors: dict[str, Ask] = {"sign-in": sign_in, "sign-up": sign_up, "reset": reset, "letter again": resend}
        apart = {name: await _compare(name, ask, known, clock) for name, ask in doors.items()}
    if max(apart.values()) > APART:
        sys.exit(f"Some door tells by its time who has an account: {apart}")


async def _compare(name: str, ask: Ask, known: list[str], clock: StillClock) -> float:
    """How far the medians of known and unknown addresses are apart, as a part of the greater.

    Minutes pass in between, so that no limit is reached.
    """
    took: dict[bool, list[float]] = {True: [], False: []}
    statuses: set[int] = set()
    for number, email in enumerate(known):
        clock.forward(timedelta(minutes=3))
        pair = [(True, email), (False, f"{secrets.token_hex(6)}@example.org")]
        for is_known, address in pair if number % 2 else reversed(pair):
            begun = perf_counter()
            answer = await ask(address)
            took[is_known].append(perf_counter() - begun)
            statuses.add(answer.status_code)
    assert len(statuses) == 1, f"{name} answers {statuses}"
    here, away = (median(took[one]) * 1000 for one in (True, False))
    apart = abs(here - away) / max(here, away)
    print(f"{name}: known {here:.1f} ms, unknown {away:.1f} ms, {apart:.1%} apart over {TRIES} tries each")
    return apart


if __name__ == "__main__":
    on_a_server(measure)
