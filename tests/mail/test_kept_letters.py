"""Without a mail server letters wait in the data folder, each for its addressee alone."""

import httpx2

from cairn.mail import service
from cairn.mail.schemas import Letter
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from tests.conftest import ClientFor, NewPerson


async def keep(runtime: Runtime, actor: Actor, number: int) -> None:
    letter = Letter(
        to="ana@example.org",
        subject=f"Letter {number}",
        text=f"Words {number}\n",
        html="<p>Words</p>",
        message_id=f"{actor.user_id}-{number}",
        user_id=actor.user_id,
    )
    await service.send(runtime, letter)


async def test_letters_are_read_in_pages_newest_first(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient
) -> None:
    for number in range(5):
        await keep(runtime, actor, number)
    await keep(runtime, actor, 4)

    first = (await client.get("/api/v1/mail/letters", params={"limit": 3})).json()
    rest = (await client.get("/api/v1/mail/letters", params={"cursor": first["next_cursor"]})).json()

    subjects = [item["subject"] for item in first["items"] + rest["items"]]
    assert subjects == [f"Letter {number}" for number in (4, 3, 2, 1, 0)]
    assert rest["next_cursor"] is None
    assert first["items"][0]["text"].strip() == "Words 4"
    assert first["items"][0]["to"] == "ana@example.org"


async def test_nobody_reads_anothers_letter(
    runtime: Runtime, actor: Actor, client: httpx2.AsyncClient, person: NewPerson, client_for: ClientFor
) -> None:
    await keep(runtime, actor, 1)
    letter_id = (await client.get("/api/v1/mail/letters")).json()["items"][0]["id"]
    other = client_for(await person(name="Bob"))

    assert (await client.get(f"/api/v1/mail/letters/{letter_id}")).json()["subject"] == "Letter 1"
    assert (await other.get(f"/api/v1/mail/letters/{letter_id}")).status_code == 404
    assert (await other.get("/api/v1/mail/letters")).json()["items"] == []
    assert (await client_for(None).get("/api/v1/mail/letters")).status_code == 401


async def test_erasing_a_person_removes_their_letters_from_the_folder(runtime: Runtime, actor: Actor) -> None:
    await keep(runtime, actor, 1)
    async with actor.work() as work:
        assert len((await service.exported(work))["letters"]) == 1
        await service.erased(work)

    async with actor.work() as work:
        assert (await service.exported(work))["letters"] == []
    assert not service.delivers_outside(runtime)
