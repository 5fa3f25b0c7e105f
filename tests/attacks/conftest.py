"""Who attacks are made by and on."""

import pytest

from tests.accounts.people import Somebody, somebody
from tests.conftest import ClientFor, NewPerson


@pytest.fixture
async def ana(person: NewPerson, client_for: ClientFor) -> Somebody:
    return await somebody(person, client_for)


@pytest.fixture
async def rui(person: NewPerson, client_for: ClientFor) -> Somebody:
    return await somebody(person, client_for)
