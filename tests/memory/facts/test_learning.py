"""Facts from what is said, on a real database: read by the job, settled, shown, put right and forgotten."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import text

from cairn.memory import service
from cairn.memory.facts import asking, portrait, repository, retracting
from cairn.memory.facts.known import Closed
from cairn.memory.schemas import MemoryPatch, NewMemory, SearchQuery
from cairn.platform.actor import Actor
from tests.conftest import ClientFor, NewPerson, RunJobs


async def tell(actor: Actor, words: str, when: datetime | None = None, **more: Any) -> UUID:
    async with actor.work() as work:
        return (await service.remember(work, NewMemory(text=words, occurred_at=when, **more))).id


async def field(actor: Actor, name: str) -> list[str]:
    async with actor.work() as work:
        found = next(one for one in (await portrait.profile(work)).fields if one.id == name)
    return [value.value for value in found.values]


async def texts(actor: Actor, question: str, **more: Any) -> list[str]:
    found = await service.search(actor, SearchQuery.model_validate({"query": question, **more}))
    return [hit.memory.text for hit in found.items]


async def test_what_is_said_fills_the_profile(actor: Actor, run_jobs: RunJobs) -> None:
    await tell(actor, "I live in Lisbon and my sister is called Marta.")
    await tell(actor, "I'm allergic to peanuts.")
    await run_jobs()

    assert await field(actor, "home") == ["Lisbon"]
    assert await field(actor, "family") == ["Marta"]
    assert await field(actor, "allergies") == ["peanuts"]
    assert await field(actor, "name") == ["Ana"]


async def test_the_profile_has_27_fields(client: httpx2.AsyncClient) -> None:
    fields = (await client.get("/api/v1/profile")).json()["fields"]

    assert len(fields) == 27
    assert len({one["id"] for one in fields}) == 27


async def test_a_newer_fact_closes_the_older_whatever_was_told_first(actor: Actor, run_jobs: RunJobs) -> None:
    await tell(actor, "I live in Porto now.", datetime(2026, 3, 1, tzinfo=UTC))
    await tell(actor, "I live in Braga.", datetime(2025, 3, 1, tzinfo=UTC))
    await run_jobs()

    assert await field(actor, "home") == ["Porto"]
    assert (await texts(actor, "where do I live?"))[0] == "I live in Porto now."
    assert "I live in Braga." not in await texts(actor, "where do I live?")
    assert "I live in Braga." in await texts(actor, "where do I live?", include_closed=True)
    assert (await texts(actor, "where do I live?", as_of="2025-06-01T00:00:00Z"))[0] == "I live in Braga."


async def test_forgetting_the_newer_one_opens_the_older_again(actor: Actor, run_jobs: RunJobs) -> None:
    await tell(actor, "I live in Braga.", datetime(2025, 3, 1, tzinfo=UTC))
    newer = await tell(actor, "I live in Porto now.", datetime(2026, 3, 1, tzinfo=UTC))
    await run_jobs()
    async with actor.work() as work:
        await service.forget(work, newer)

    assert await field(actor, "home") == ["Braga"]
    assert await texts(actor, "where do I live?") == ["I live in Braga."]


async def test_the_same_fact_from_two_memories_stays_when_one_is_forgotten(actor: Actor, run_jobs: RunJobs) -> None:
    moment = datetime(2026, 3, 1, tzinfo=UTC)
    one = await tell(actor, "I live in Porto.", moment)
    await tell(actor, "I live in Porto!", moment)
    await run_jobs()
    async with actor.work() as work:
        await service.forget(work, one)

    assert await field(actor, "home") == ["Porto"]


async def test_what_was_denied_is_not_learnt_again_until_a_hand_writes_it(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs
) -> None:
    await tell(actor, "I live in Porto.")
    await run_jobs()
    (fact,) = (await client.get("/api/v1/facts", params={"relation": "lives_in"})).json()["items"]
    denied = await client.post(f"/api/v1/facts/{fact['id']}/deny")
    assert denied.status_code == 200
    assert denied.json()["closed"] == "wrong"

    await tell(actor, "I live in Porto, in a small flat.")
    await run_jobs()
    assert await field(actor, "home") == []

    written = await client.post("/api/v1/facts", json={"relation": "lives_in", "value": "Porto"})
    assert written.status_code == 201
    assert await field(actor, "home") == ["Porto"]


async def test_a_reworded_memory_says_only_what_it_says_now(actor: Actor, run_jobs: RunJobs) -> None:
    memory_id = await tell(actor, "I live in Porto.")
    await run_jobs()
    async with actor.work() as work:
        await service.edit(work, await service.get(work, memory_id, lock=True), MemoryPatch(text="I live in Faro."))
    await run_jobs()

    assert await field(actor, "home") == ["Faro"]


async def test_a_hand_edit_wins_and_keeps_the_history(
    actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs
) -> None:
    await tell(actor, "I live in Porto.", datetime(2026, 3, 1, tzinfo=UTC))
    await run_jobs()

    answer = await client.put("/api/v1/profile/home", json={"values": ["Coimbra"]})

    assert answer.status_code == 200
    home = next(one for one in answer.json()["fields"] if one["id"] == "home")
    assert [(value["value"], value["source"]) for value in home["values"]] == [("Coimbra", "hand")]
    assert home["sentence"] == "You live in Coimbra."
    detail = (await client.get(f"/api/v1/facts/{home['values'][0]['fact_id']}")).json()
    assert [one["value"] for one in detail["history"]] == ["Porto", "Coimbra"]


async def test_a_field_of_the_account_is_changed_there(client: httpx2.AsyncClient) -> None:
    answer = await client.put("/api/v1/profile/name", json={"values": ["Zé"]})

    assert answer.status_code == 422
    assert answer.json()["type"] == "/problems/account-field"


async def test_an_assistants_words_are_nobodys_facts(actor: Actor, run_jobs: RunJobs) -> None:
    await tell(actor, "I live in the cloud.", speaker="assistant")
    await tell(actor, "I live in Paris.", speaker="Rui")
    await run_jobs()

    assert await field(actor, "home") == []


async def test_no_word_of_a_forgotten_fact_is_left(actor: Actor, client: httpx2.AsyncClient, run_jobs: RunJobs) -> None:
    memory_id = await tell(actor, "I live in Xylokastro.")
    await run_jobs()
    (fact,) = (await client.get("/api/v1/facts", params={"relation": "lives_in"})).json()["items"]
    assert (await client.delete(f"/api/v1/facts/{fact['id']}")).status_code == 204
    assert await field(actor, "home") == []
    async with actor.work() as work:
        await service.forget(work, memory_id)
        for table in ("facts", "fact_tellings", "fact_tombstones", "memories"):
            rows = await work.session.scalars(text(f"select t::text from {table} t"))
            assert "ylokastro" not in "".join(rows), table


@pytest.mark.parametrize("path", ["deny", "end"])
async def test_somebody_elses_fact_is_not_there(
    path: str, actor: Actor, client: httpx2.AsyncClient, person: Any, client_for: Any
) -> None:
    fact = (await client.post("/api/v1/facts", json={"relation": "lives_in", "value": "Porto"})).json()
    other = client_for(await person())

    for answer in (
        await other.get(f"/api/v1/facts/{fact['id']}"),
        await other.patch(f"/api/v1/facts/{fact['id']}", json={"value": "Faro"}),
        await other.delete(f"/api/v1/facts/{fact['id']}"),
        await other.post(f"/api/v1/facts/{fact['id']}/{path}", json={}),
    ):
        assert answer.status_code == 404
    assert (await client.get(f"/api/v1/facts/{fact['id']}")).json()["fact"]["value"] == "Porto"


async def test_an_update_stands_above_what_it_updates_and_hides_nothing(actor: Actor, run_jobs: RunJobs) -> None:
    older = await tell(actor, "The latency target of the search API is 250 ms.", datetime(2026, 1, 5, tzinfo=UTC))
    await tell(actor, "The weather was awful today", datetime(2026, 1, 6, tzinfo=UTC))
    newer = await tell(actor, "We lowered the latency target to 200 ms now.", datetime(2026, 2, 5, tzinfo=UTC))
    await run_jobs()

    found = await service.search(actor, SearchQuery(query="what is the latency target of the search API?"))

    assert [hit.memory.id for hit in found.items[:2]] == [newer, older]
    assert found.items[0].replaces == [older]


async def test_of_two_changes_of_the_same_the_later_one_is_above(actor: Actor, run_jobs: RunJobs) -> None:
    for words in ("The weather was awful", "Ana sang in the choir", "The bus was late", "I ran home"):
        await tell(actor, words, datetime(2026, 1, 4, tzinfo=UTC))
    first = await tell(actor, "The photo archive is hosted on Netlify.", datetime(2026, 1, 5, tzinfo=UTC))
    second = await tell(actor, "I moved the photo archive to Hetzner.", datetime(2026, 2, 5, tzinfo=UTC))
    third = await tell(actor, "The photo archive is hosted on Linode these days.", datetime(2026, 3, 5, tzinfo=UTC))
    await run_jobs()

    found = await service.search(actor, SearchQuery(query="where did I move the photo archive?"))

    assert [hit.memory.id for hit in found.items[:3]] == [third, second, first]
    assert found.items[0].replaces == [first, second]


async def test_as_of_before_an_update_knows_nothing_of_it(actor: Actor, run_jobs: RunJobs) -> None:
    await tell(actor, "The latency target of the search API is 250 ms.", datetime(2026, 1, 5, tzinfo=UTC))
    await tell(actor, "We lowered the latency target to 200 ms now.", datetime(2026, 2, 5, tzinfo=UTC))
    await run_jobs()

    assert await texts(actor, "what is the latency target?", as_of="2026-01-20T00:00:00Z") == [
        "The latency target of the search API is 250 ms."
    ]


async def test_what_is_said_again_of_something_older_is_not_known_before_what_is_new_in_it(
    actor: Actor, run_jobs: RunJobs
) -> None:
    first = "I take 10 mg of melatonin in the morning."
    await tell(actor, first, datetime(2026, 1, 5, tzinfo=UTC))
    await tell(actor, "I take 20 mg of melatonin now.", datetime(2026, 2, 5, tzinfo=UTC))
    moved = "I live in Porto, since January 2026."
    await tell(actor, moved, datetime(2026, 2, 6, tzinfo=UTC))
    await run_jobs()

    assert await texts(actor, "how much melatonin do I take?", as_of="2026-01-20T00:00:00Z") == [first, moved]


async def test_chapters_of_two_books_are_two_counts(actor: Actor, run_jobs: RunJobs) -> None:
    said = ["I've finished 3 chapters of the Latin reader.", "I've finished 9 chapters of the chess manual."]
    for day, words in enumerate(said, 1):
        await tell(actor, words, datetime(2026, 1, day, tzinfo=UTC))
    await tell(actor, "I've finished 5 chapters of the Latin reader.", datetime(2026, 1, 9, tzinfo=UTC))
    await run_jobs()

    found = await service.search(actor, SearchQuery(query="chapters finished", include_closed=True))
    replaced = {hit.memory.text: len(hit.replaces) for hit in found.items}
    assert replaced == {said[0]: 0, said[1]: 0, "I've finished 5 chapters of the Latin reader.": 1}
    assert [hit.memory.text for hit in found.items if hit.memory.closed_at is not None] == [said[0]]


@pytest.mark.parametrize("at_once", [True, False])
async def test_two_changes_that_share_no_word_are_told_one_after_the_other(
    actor: Actor, run_jobs: RunJobs, at_once: bool
) -> None:
    said = [
        "My appointment with the optician is on Thursday at 4.",
        "The optician's office called, I'm coming Friday at 9:30 instead.",
        "The appointment is on March 14 at 2pm now.",
    ]
    for words in ("The weather was awful", "Ana sang in the choir", "The bus was late", "I ran home"):
        await tell(actor, words, datetime(2025, 1, 4, tzinfo=UTC))
    told = []
    for month, words in enumerate(said, 1):
        told.append(await tell(actor, words, datetime(2026, month, 5, tzinfo=UTC)))
        if not at_once:
            await run_jobs()
    await run_jobs()

    found = await service.search(actor, SearchQuery(query="when do I see the optician?"))
    assert [hit.memory.id for hit in found.items[:3]] == told[::-1]


async def test_what_replaced_something_that_is_closed_stands_above_what_that_had_replaced(
    actor: Actor, run_jobs: RunJobs
) -> None:
    first = await tell(
        actor,
        "I get up at 6:45. The neighbours' cat sings opera beneath our kitchen window.",
        datetime(2026, 1, 5, tzinfo=UTC),
    )
    await tell(actor, "I get up at 8:15 now.", datetime(2026, 2, 5, tzinfo=UTC))
    third = await tell(actor, "These days I get up at 6:15. What a week.", datetime(2026, 3, 5, tzinfo=UTC))
    await run_jobs()

    found = await service.search(actor, SearchQuery(query="do I get up at 6:45 with the neighbours' cat?"))
    assert [hit.memory.id for hit in found.items] == [third, first]


async def test_neighbours_are_shown_in_order_when_asked_for(actor: Actor) -> None:
    for words in ("One", "Two about the boiler", "Three", "Four"):
        await tell(actor, words, conversation="talk")
    await tell(actor, "Elsewhere", conversation="other")

    plain = await service.search(actor, SearchQuery(query="boiler"))
    found = await service.search(actor, SearchQuery(query="boiler", neighbours=1))

    assert plain.items[0].neighbours == []
    assert [one.text for one in found.items[0].neighbours] == ["One", "Three"]


async def test_two_things_said_in_one_breath_each_rest_on_it(actor: Actor, run_jobs: RunJobs) -> None:
    moment = datetime(2026, 3, 1, tzinfo=UTC)
    await tell(actor, "I'm allergic to peanuts.", moment)
    await tell(actor, "I'm allergic to penicillin.", moment)
    await run_jobs()

    async with actor.work() as work:
        fields = {one.id: one for one in (await portrait.profile(work)).fields}
    told = {value.value: value.quote for value in fields["allergies"].values}
    assert told == {"peanuts": "I'm allergic to peanuts", "penicillin": "I'm allergic to penicillin"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "I lived in Braga in 2015."),
        ("en", "In 2015, I lived in Braga."),
        ("es", "Viví en Braga en 2015."),
        ("es", "En 2015 vivía en Braga."),
        ("fr", "J'ai vécu à Braga en 2015."),
        ("fr", "En 2015, j'habitais à Braga."),
        ("pt", "Vivi em Braga em 2015."),
        ("pt", "Em 2015 eu morava em Braga."),
    ],
)
async def test_a_time_that_is_over_is_known_as_such(
    person: NewPerson, client_for: ClientFor, run_jobs: RunJobs, language: str, words: str
) -> None:
    actor = await person(locale=language)
    client = client_for(actor)
    await tell(actor, words, datetime(2026, 3, 1, tzinfo=UTC))
    await run_jobs()

    [then] = (await client.get("/api/v1/facts", params={"as_of": "2015-07-01T00:00:00Z"})).json()["items"]
    assert (then["value"], then["closed"]) == ("Braga", "past")
    began, ended = (datetime.fromisoformat(then[name]).astimezone(actor.zone) for name in ("valid_from", "valid_to"))
    assert (began.year, began.month, began.day) == (2015, 1, 1)
    assert (ended.year, ended.month, ended.day) == (2016, 1, 1)
    for moment in ("2014-07-01T00:00:00Z", "2016-07-01T00:00:00Z", "2026-03-02T00:00:00Z"):
        assert (await client.get("/api/v1/facts", params={"as_of": moment})).json()["items"] == []
    assert await field(actor, "home") == []
    asked = await asking.answer(
        replace(actor, locale="en"),
        "where did I live?",
        since=datetime(2015, 6, 1, tzinfo=UTC),
        until=datetime(2015, 7, 1, tzinfo=UTC),
    )
    assert asked is not None
    assert [(told.value, told.is_now) for told in asked.told] == [("Braga", False)]
    assert await texts(actor, "Braga", as_of="2015-07-01T00:00:00Z") == [words]
    assert await texts(actor, "Braga", as_of="2014-07-01T00:00:00Z") == []


async def test_a_time_that_is_over_can_be_denied_and_believed_again(actor: Actor, run_jobs: RunJobs) -> None:
    await tell(actor, "I lived in Braga in 2015.", datetime(2026, 3, 1, tzinfo=UTC))
    await run_jobs()
    async with actor.work() as work:
        [fact] = await repository.slot(work, "me", "lives_in")
        await retracting.deny(work, fact.id)
    async with actor.work() as work:
        [denied] = await repository.slot(work, "me", "lives_in")
    async with actor.work() as work:
        await retracting.believe_again(work, fact.id, None)
    async with actor.work() as work:
        again = await repository.slot(work, "me", "lives_in")

    assert (denied.closed, denied.holds(fact.valid_from)) == (Closed.WRONG, False)
    assert [(one.valid_from, one.valid_to) for one in again if one.closed is Closed.PAST] == [
        (fact.valid_from, fact.valid_to)
    ]


THEIRS = {
    "en": ("I take ritalin 10 mg at 9.", "My {} takes ritalin 20 mg at 8.", "mother brother friend doctor"),
    "es": ("Tomo ritalin 10 mg a las 9.", "Mi {} toma ritalin 20 mg a las 8.", "madre hermano amiga médico"),
    "fr": ("Je prends ritalin 10 mg à 9h.", "Mon {} prend ritalin 20 mg à 8h.", "mère frère amie médecin"),
    "pt": ("Tomo ritalin 10 mg às 9.", "O meu {} toma ritalin 20 mg às 8.", "mãe irmão amiga médico"),
}
WHO = ("mother", "brother", "friend", "doctor")


@pytest.mark.parametrize("language", THEIRS)
async def test_what_somebody_else_takes_is_theirs(person: NewPerson, run_jobs: RunJobs, language: str) -> None:
    actor = await person(locale=language)
    own, other, people = THEIRS[language]
    await tell(actor, own, datetime(2026, 3, 1, tzinfo=UTC))
    theirs = [await tell(actor, other.format(one), datetime(2026, 3, 2, tzinfo=UTC)) for one in people.split()]
    await run_jobs()

    async with actor.work() as work:
        doses = await repository.slot(work, "ritalin", "dose")
        hours = await repository.slot(work, "ritalin", "taken_at")
        taken = [await repository.slot(work, who, "medication") for who in WHO]
        linked = (await work.session.execute(text("select older_id, newer_id from memory_updates"))).all()
    assert {(one.qualifier, one.value) for one in doses} == {("", "10 mg"), *((who, "20 mg") for who in WHO)}
    assert {one.qualifier for one in hours} == {"", *WHO}
    assert all(one.valid_to is None for one in [*doses, *hours])
    assert [[one.value for one in each] for each in taken] == [["ritalin"]] * len(WHO)
    assert await field(actor, "medication") == ["ritalin"]
    assert not {id_ for row in linked for id_ in row} & set(theirs)
