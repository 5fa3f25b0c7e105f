"""Administrators and whom they look after."""

from collections.abc import AsyncIterator

import httpx2
import pytest
from sqlalchemy import text

from cairn.mail.provider import Mailer
from cairn.mail.schemas import Letter, SentMail
from cairn.platform.actor import Actor
from cairn.platform.permissions import Role
from cairn.platform.runtime import Runtime
from tests.conftest import ClientFor, NewPerson


@pytest.fixture(autouse=True)
async def alone(runtime: Runtime) -> None:
    """Nobody that a test before left in charge."""
    async with runtime.system() as work:
        await work.session.execute(text("update users set role = 'user'"))


@pytest.fixture
async def roles_as_they_were(runtime: Runtime) -> AsyncIterator[None]:
    async with runtime.system() as work:
        before = (await work.session.execute(text("select role, permission from role_permissions"))).all()
    yield
    async with runtime.system() as work:
        await work.session.execute(text("delete from role_permissions"))
        for row in before:
            await work.session.execute(
                text("insert into role_permissions (role, permission) values (:role, :permission)"), row._asdict()
            )
        await work.session.execute(text("update rights set version = version + 1"))


@pytest.fixture
async def boss(person: NewPerson, alone: None) -> Actor:
    return await person(name="Eva", role=Role.ADMINISTRATOR)


@pytest.fixture
async def chief(person: NewPerson, alone: None) -> Actor:
    return await person(name="Zoe", role=Role.SUPER_ADMINISTRATOR)


@pytest.fixture
def theirs(boss: Actor, client_for: ClientFor) -> httpx2.AsyncClient:
    return client_for(boss, factors=2)


class Box:
    """A carrier that keeps what it is handed."""

    outside = True

    def __init__(self) -> None:
        self.letters: list[Letter] = []

    async def send(self, letter: Letter) -> SentMail:
        self.letters.append(letter)
        return SentMail(f"<{letter.message_id}@test>", "taken")


@pytest.fixture
def box(runtime: Runtime) -> Box:
    box = Box()
    runtime.provide(Mailer, box)
    return box
