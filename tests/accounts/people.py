"""Somebody with an account, as tests of the way in need them: what they know, and a program that is signed in."""

from dataclasses import dataclass

import httpx2

from cairn.accounts import service as accounts
from cairn.platform.actor import Actor
from tests.accounts.proofs import half
from tests.conftest import PASSWORD, ClientFor, NewPerson

NOBODYS = "01a1fad0-0000-7000-8000-000000000000"
"""An id that nothing has."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person, the address they sign in with, and a client that they are signed in on."""

    actor: Actor
    email: str
    client: httpx2.AsyncClient


async def somebody(person: NewPerson, client_for: ClientFor, *, locale: str = "en", name: str = "Ana") -> Somebody:
    actor = await person(locale=locale, name=name)
    async with actor.work() as work:
        email = await accounts.address_of(work, work.user_id)
    return Somebody(actor, email, client_for(actor))


async def begin(nobody: httpx2.AsyncClient, who: Somebody) -> str:
    """The first step of their sign-in, which has a second; what goes on with it."""
    token: str = (await half(nobody, who.email, PASSWORD))["mfa_token"]
    return token
