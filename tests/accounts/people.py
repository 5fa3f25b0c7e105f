"""Somebody with an account, as tests of the way in need them: what they know, and a program that is signed in."""

from dataclasses import dataclass

import httpx2

from cairn.accounts import service as accounts
from cairn.platform.actor import Actor
from tests.conftest import ClientFor, NewPerson


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person, the address they sign in with, and a client that they are signed in on."""

    actor: Actor
    email: str
    client: httpx2.AsyncClient


async def somebody(person: NewPerson, client_for: ClientFor, *, locale: str = "en") -> Somebody:
    actor = await person(locale=locale)
    async with actor.work() as work:
        email = await accounts.address_of(work, work.user_id)
    return Somebody(actor, email, client_for(actor))
