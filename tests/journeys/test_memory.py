"""Memory as people use it, by HTTP and without a model: tell, recall, correct, recall, forget, recall."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from cairn.platform.clock import StillClock
from tests.conftest import ClientFor, NewPerson, RunJobs
from tests.journeys.test_story import V1, say


def kinds(told: dict[str, Any]) -> list[str]:
    return [receipt["kind"] for receipt in told["receipts"]]


def text(told: dict[str, Any]) -> str:
    words: str = told["reply"]["text"]
    return words


async def test_told_recalled_corrected_recalled_forgotten_and_gone(
    client: httpx2.AsyncClient, clock: StillClock, run_jobs: RunJobs
) -> None:
    await say(client, "I live in Lisbon.")
    await run_jobs()
    clock.forward(timedelta(days=7))
    told = await say(client, "where do I live?")
    assert text(told) == "You live in Lisbon. You told me on Tue 24 Nov, 12:00 (7 days ago): “I live in Lisbon”"
    assert [quote["text"] for quote in told["reply"]["quotes"]] == ["I live in Lisbon"]

    put_right = await say(client, "no, I live in Porto")
    assert (kinds(put_right), text(put_right)) == (["fact.corrected"], "Put right: Porto.")
    assert put_right["receipts"][0]["can_undo"]
    clock.forward(timedelta(minutes=1))
    told = await say(client, "where do I live?")
    assert text(told).startswith("You live in Porto. ")
    assert "Lisbon" not in text(told)
    earlier = await say(client, "where did I live before?")
    assert text(earlier).startswith("You lived in Lisbon, until Tue 1 Dec, 12:00")

    await say(client, "where do I live?")
    gone = await say(client, "forget that")
    assert kinds(gone) == ["memory.forgotten"]
    assert not gone["receipts"][0]["can_undo"]
    assert "can't be brought back" in text(gone)
    told = await say(client, "where do I live?")
    assert "Porto" not in text(told)


SAID = {
    "en": ("I live in Lisbon.", "I live in Porto.", "Lisbon", "Porto"),
    "es": ("Vivo en Lisboa.", "Vivo en Oporto.", "Lisboa", "Oporto"),
    "fr": ("J'habite à Lisbonne.", "J'habite à Porto.", "Lisbonne", "Porto"),
    "pt": ("Vivo em Lisboa.", "Vivo no Porto.", "Lisboa", "Porto"),
}
ASKED = {
    "en": "where do I live?",
    "es": "¿dónde vivo?",
    "fr": "où est-ce que j'habite ?",
    "pt": "onde é que eu vivo?",
}
SISTER = {
    "en": ("my sister's name is Ana", "what's my sister's name?", "Your sister is Ana."),
    "es": ("mi hermana se llama Ana", "¿cómo se llama mi hermana?", "Tu hermana se llama Ana."),
    "fr": ("ma sœur s'appelle Ana", "comment s'appelle ma sœur ?", "Ta sœur s’appelle Ana."),
    "pt": ("a minha irmã chama-se Ana", "como se chama a minha irmã?", "A tua irmã chama-se Ana."),
}
ALLERGY = {
    "en": ("I'm allergic to penicillin.", "what am I allergic to?", "You are allergic to penicillin."),
    "es": ("Soy alérgica a la penicilina.", "¿a qué soy alérgica?", "Tienes alergia a penicilina."),
    "fr": ("Je suis allergique à la pénicilline.", "à quoi suis-je allergique ?", "Ton allergie : pénicilline."),
    "pt": ("Sou alérgica à penicilina.", "a que sou alérgica?", "Tens alergia a penicilina."),
}
WRONG = {
    "en": ["that's not right", "That's wrong.", "not me", "no, that's not true", "No."],
    "es": ["eso no es así", "No es verdad.", "no soy yo", "eso está mal", "No."],
    "fr": ["c'est faux", "Ce n'est pas vrai.", "pas moi", "non, ce n'est pas ça", "Non."],
    "pt": ["isso não está certo", "Não é verdade.", "não sou eu", "está errado", "Não."],
}
OVER = {
    "en": "I no longer live there",
    "es": "ya no vivo allí",
    "fr": "je n'y habite plus",
    "pt": "já não vivo lá",
}
FORGET = {"en": "forget that", "es": "olvida eso", "fr": "oublie ça", "pt": "esquece isso"}
BEFORE = {
    "en": "where did I live before I moved?",
    "es": "¿dónde vivía antes de mudarme?",
    "fr": "où est-ce que j'habitais avant de déménager ?",
    "pt": "onde é que vivia antes de me mudar?",
}
WHY = {
    "en": "why do you think so?",
    "es": "¿por qué crees eso?",
    "fr": "pourquoi tu penses ça ?",
    "pt": "porque achas isso?",
}
ABOUT_ME = {
    "en": "what do you know about me?",
    "es": "¿qué sabes de mí?",
    "fr": "que sais-tu sur moi ?",
    "pt": "o que sabes sobre mim?",
}
NOTHING = {"en": "I don't have that", "es": "Eso no lo tengo", "fr": "Je n’ai pas ça", "pt": "Não tenho isso"}
LANGUAGES = list(SAID)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    tag: str = request.param
    return tag


@pytest.fixture
async def speaker(language: str, person: NewPerson, client_for: ClientFor) -> httpx2.AsyncClient:
    return client_for(await person(locale=language))


async def test_a_fact_is_told_plainly_with_its_words_and_its_day(
    speaker: httpx2.AsyncClient, language: str, clock: StillClock
) -> None:
    for told, asked, answer in (SISTER[language], ALLERGY[language]):
        await say(speaker, told)
        clock.forward(timedelta(days=1))
        answered = await say(speaker, asked)
        assert text(answered).startswith(answer)
        (quote,) = answered["reply"]["quotes"]
        assert quote["text"].strip(".").lower() in told.lower()


async def test_what_was_so_earlier_is_told_as_earlier_and_only_when_asked(
    speaker: httpx2.AsyncClient, language: str, clock: StillClock
) -> None:
    first, second, old, new = SAID[language]
    await say(speaker, first)
    clock.forward(timedelta(days=400))
    await say(speaker, second)
    clock.forward(timedelta(days=1))
    assert new in text(await say(speaker, ASKED[language]))
    assert old not in text(await say(speaker, ASKED[language]))
    before = text(await say(speaker, BEFORE[language]))
    assert old in before
    assert new not in before


async def test_why_is_answered_with_every_time_that_it_was_said(
    speaker: httpx2.AsyncClient, language: str, clock: StillClock
) -> None:
    await say(speaker, SAID[language][0])
    clock.forward(timedelta(days=30))
    await say(speaker, SAID[language][0])
    clock.forward(timedelta(days=30))
    await say(speaker, ASKED[language])
    why = await say(speaker, WHY[language])
    days = {quote["occurred_at"][:10] for quote in why["reply"]["quotes"]}
    assert days == {"2026-11-24", "2026-12-24"}
    assert kinds(why) == []


async def test_what_is_known_of_the_person_is_told_in_a_few_sentences(
    speaker: httpx2.AsyncClient, language: str
) -> None:
    empty = text(await say(speaker, ABOUT_ME[language]))
    for said in (SAID[language][0], SISTER[language][0], ALLERGY[language][0]):
        await say(speaker, said)
        await say(speaker, ASKED[language])  # so that it is read
    told = text(await say(speaker, ABOUT_ME[language]))
    assert SAID[language][2] in told
    assert "Ana" in told
    assert told != empty
    assert 3 <= told.count(".") <= 6
    refused = await say(speaker, FORGET[language])
    assert kinds(refused) == [], "so much isn't forgotten at a word"
    assert SAID[language][2] in text(await say(speaker, ASKED[language]))


@pytest.mark.parametrize("which", range(5))
async def test_what_is_said_to_be_wrong_is_told_no_more_and_can_be_believed_again(
    speaker: httpx2.AsyncClient, language: str, which: int
) -> None:
    first, _, old, _ = SAID[language]
    await say(speaker, first)
    await say(speaker, ASKED[language])
    denied = await say(speaker, WRONG[language][which])
    assert kinds(denied) == ["fact.denied"]
    assert denied["receipts"][0]["title"] == old
    await say(speaker, first)  # the very same again is not learnt
    assert old not in text(await say(speaker, ASKED[language]))

    undone = await speaker.post(f"{V1}/receipts/{denied['receipts'][0]['id']}/undo")
    assert undone.status_code == 200, undone.text
    assert old in text(await say(speaker, ASKED[language]))


async def test_a_statement_that_was_wrong_is_taken_back(speaker: httpx2.AsyncClient, language: str) -> None:
    await say(speaker, SAID[language][0])
    denied = await say(speaker, WRONG[language][0])
    assert kinds(denied) == ["fact.denied", "memory.set_aside"]
    told = await say(speaker, ASKED[language])
    assert SAID[language][2] not in text(told)
    assert told["reply"]["quotes"] == []


async def test_what_is_right_instead_can_be_a_word_or_a_sentence(speaker: httpx2.AsyncClient, language: str) -> None:
    first, _, old, new = SAID[language]
    await say(speaker, first)
    await say(speaker, ASKED[language])
    await say(speaker, WRONG[language][0])
    put_right = await say(speaker, new)
    assert kinds(put_right) == ["fact.corrected"]
    told = text(await say(speaker, ASKED[language]))
    assert new in told
    assert old not in told


async def test_what_is_over_is_kept_as_past(speaker: httpx2.AsyncClient, language: str, clock: StillClock) -> None:
    first, _, old, _ = SAID[language]
    await say(speaker, first)
    clock.forward(timedelta(days=3))
    await say(speaker, ASKED[language])
    over = await say(speaker, OVER[language])
    assert kinds(over) == ["fact.ended"]
    clock.forward(timedelta(days=1))
    assert old not in text(await say(speaker, ASKED[language]))
    assert old in text(await say(speaker, BEFORE[language]))
    undone = await speaker.post(f"{V1}/receipts/{over['receipts'][0]['id']}/undo")
    assert undone.status_code == 200, undone.text
    assert old in text(await say(speaker, ASKED[language]))


async def test_forgetting_needs_no_question_and_says_that_it_is_for_good(
    speaker: httpx2.AsyncClient, language: str
) -> None:
    first, _, old, _ = SAID[language]
    await say(speaker, first)
    await say(speaker, ASKED[language])
    gone = await say(speaker, FORGET[language])
    assert kinds(gone) == ["memory.forgotten"]
    assert not gone["receipts"][0]["can_undo"]
    told = await say(speaker, ASKED[language])
    assert NOTHING[language] in text(told)
    every = await speaker.get(f"{V1}/conversations/{gone['message']['conversation_id']}/messages")
    assert old not in every.text, "and the copies in the conversation went with it"


async def test_of_several_quotes_one_is_forgotten(client: httpx2.AsyncClient, run_jobs: RunJobs) -> None:
    await say(client, "remember that the spare key is under the blue pot")
    await say(client, "remember that the spare key of the cellar hangs behind the door")
    await run_jobs()
    shown = (await say(client, "what did I say about the spare key?"))["reply"]["quotes"]
    assert len(shown) == 2
    assert kinds(await say(client, "forget that")) == []
    assert kinds(await say(client, "forget the second")) == ["memory.forgotten"]
    left = (await say(client, "what did I say about the spare key?"))["reply"]["quotes"]
    assert [quote["text"] for quote in left] == [shown[0]["text"]]


async def told_both(client: httpx2.AsyncClient, run_jobs: RunJobs) -> None:
    at = "2026-03-03T12:00:00Z"
    items = [{"text": f"I live in {place}.", "occurred_at": at} for place in ("Porto", "Braga")]
    assert (await client.post(f"{V1}/memories/batch", json={"items": items})).status_code == 200
    await run_jobs()


@pytest.mark.parametrize(
    ("words", "right"),
    [("Porto", {"Porto"}), ("Braga, of course", {"Braga"}), ("the first", None), ("both", {"Porto", "Braga"})],
)
async def test_which_of_two_is_right_is_asked_once(
    client: httpx2.AsyncClient, run_jobs: RunJobs, words: str, right: set[str] | None
) -> None:
    await told_both(client, run_jobs)
    asked = text(await say(client, "what did I say about the weather?"))
    question = asked.splitlines()[-1]
    assert question.startswith("You told me both ")
    assert question.endswith("Which is right?")
    assert "(Tue 3 Mar)" in question
    first = question.removeprefix("You told me both ").split(" ", 1)[0]
    settled = await say(client, words)
    assert kinds(settled) == ["fact.settled"]
    told = text(await say(client, "where do I live?"))
    assert {place for place in ("Porto", "Braga") if place in told} == (right or {first})
    assert "Which is right?" not in told


@pytest.mark.parametrize("words", ["Porto", "both"])
async def test_which_of_two_is_right_is_taken_back(client: httpx2.AsyncClient, run_jobs: RunJobs, words: str) -> None:
    await told_both(client, run_jobs)
    await say(client, "what did I say about the weather?")
    await say(client, words)
    assert (await client.get(f"{V1}/contradictions")).json()["items"] == []
    await say(client, "undo")

    (still,) = (await client.get(f"{V1}/contradictions")).json()["items"]
    assert {still["fact"]["value"], still["other"]["value"]} == {"Porto", "Braga"}
    told = text(await say(client, "where do I live?"))
    assert "Porto" in told
    assert "Braga" in told


async def test_a_question_that_is_not_answered_is_not_asked_again(
    client: httpx2.AsyncClient, run_jobs: RunJobs
) -> None:
    await told_both(client, run_jobs)
    assert "Which is right?" in text(await say(client, "what did I say about the weather?"))
    assert kinds(await say(client, "buy milk")) == ["task.added"]
    assert "Which is right?" not in text(await say(client, "what did I say about the weather?"))
    (still,) = (await client.get(f"{V1}/contradictions")).json()["items"]
    assert {still["fact"]["value"], still["other"]["value"]} == {"Porto", "Braga"}


async def test_a_time_before_something_is_found_by_what_was_said_of_it(
    client: httpx2.AsyncClient, run_jobs: RunJobs, clock: StillClock
) -> None:
    said = [
        ("The running shoes hurt my heel.", "2026-05-02T10:00:00Z"),
        ("My knee operation was on 12 June.", "2026-06-20T10:00:00Z"),
        ("Running feels good again with the new shoes.", "2026-09-02T10:00:00Z"),
    ]
    items = [{"text": words, "occurred_at": at} for words, at in said]
    assert (await client.post(f"{V1}/memories/batch", json={"items": items})).status_code == 200
    await run_jobs()
    told = await say(client, "what did I say about running before the operation?")
    assert [quote["text"] for quote in told["reply"]["quotes"]] == [said[0][0]]


async def test_a_year_is_answered_as_it_was_then(client: httpx2.AsyncClient, run_jobs: RunJobs) -> None:
    said = [("I live in Braga.", "2022-02-01T10:00:00Z"), ("I live in Lisbon now.", "2025-02-01T10:00:00Z")]
    items = [{"text": words, "occurred_at": at} for words, at in said]
    assert (await client.post(f"{V1}/memories/batch", json={"items": items})).status_code == 200
    await run_jobs()
    assert text(await say(client, "where did I live in 2023?")).startswith("You lived in Braga, until ")
    assert text(await say(client, "where do I live?")).startswith("You live in Lisbon.")
    assert "I don't have that" in text(await say(client, "where did I live in 2019?"))
