"""A person is told by letter that somebody may look at their things, or asks to: it might not have been them."""

from pathlib import Path

import pytest

from cairn.platform.permissions import Role
from tests.accounts.letters import letters_in, text_of
from tests.accounts.people import Somebody, somebody
from tests.conftest import ClientFor, NewPerson, RunJobs

V1 = "/api/v1"


@pytest.fixture
async def ana(person: NewPerson, client_for: ClientFor) -> Somebody:
    return await somebody(person, client_for, locale="pt")


async def test_who_let_somebody_look_is_told_in_their_language(
    ana: Somebody, run_jobs: RunJobs, tmp_path: Path
) -> None:
    body = {"email": "rita@example.org", "kinds": ["tasks"], "about": "Rita, {a minha} coach"}
    assert (await ana.client.post(f"{V1}/me/shares", json=body)).status_code == 201
    await run_jobs()

    (letter,) = letters_in(tmp_path / "data/mail")(ana.email)
    assert letter["Subject"] == "Alguém pode ver algumas das tuas coisas"
    assert "«Rita, {a minha} coach»" in text_of(letter)
    assert "/you/shares" in text_of(letter)


async def test_support_that_asks_and_support_that_was_let_in_is_told(
    ana: Somebody, person: NewPerson, client_for: ClientFor, run_jobs: RunJobs, tmp_path: Path
) -> None:
    boss = await person(role=Role.ADMINISTRATOR)
    body = {"reason": "O lembrete veio duas vezes.", "hours": 1, "kinds": ["reminders"]}
    path = f"{V1}/admin/people/{ana.actor.user_id}/support-requests"
    asked = await client_for(boss, factors=2).post(path, json=body)
    assert asked.status_code == 201, asked.text
    await run_jobs()
    answer = await ana.client.post(f"{V1}/me/support-requests/{asked.json()['id']}/grant", json={})
    assert answer.status_code == 200, answer.text
    await run_jobs()

    told = letters_in(tmp_path / "data/mail")(ana.email)
    assert {letter["Subject"] for letter in told} == {
        "A equipa de ajuda pede para ver algumas das tuas coisas",
        "A equipa de ajuda pode ver algumas das tuas coisas",
    }
    assert all("O lembrete veio duas vezes." in text_of(letter) for letter in told)
