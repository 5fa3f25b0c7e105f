"""A no with what is right: it takes the place of what was told, and a no alone changes nothing."""

from datetime import timedelta

import httpx2
import pytest

from cairn.platform.clock import StillClock
from tests.conftest import ClientFor, NewPerson
from tests.journeys.test_memory import WRONG, kinds, text
from tests.journeys.test_story import say


@pytest.fixture(params=["en", "es", "fr", "pt"])
def language(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
async def speaker(language: str, person: NewPerson, client_for: ClientFor) -> httpx2.AsyncClient:
    return client_for(await person(locale=language))


NO = {
    "en": ("my dentist is called Ana", "who is my dentist?", ("no, it's Rita", "No, Rita", "no, my dentist is Rita")),
    "es": ("mi dentista es Ana", "¿quién es mi dentista?", ("no, es Rita", "No, Rita", "no, mi dentista es Rita")),
    "fr": ("mon dentiste est Ana", "qui est mon dentiste ?", ("non, c'est Rita", "Non, Rita",
           "non, mon dentiste est Rita")),
    "pt": ("o meu dentista é a Ana", "quem é o meu dentista?", ("não, é a Rita", "Não, Rita",
           "não, o meu dentista é a Rita")),
}  # fmt: skip


@pytest.mark.parametrize("asked", [True, False], ids=["of an answer", "of what was just told"])
@pytest.mark.parametrize("which", range(3))
async def test_no_and_what_is_right_takes_the_place_of_what_was_told(
    speaker: httpx2.AsyncClient, language: str, clock: StillClock, asked: bool, which: int
) -> None:
    first, question, instead = NO[language]
    await say(speaker, first)
    clock.forward(timedelta(minutes=1))
    if asked:
        assert "Ana" in text(await say(speaker, question))
    put_right = await say(speaker, instead[which])
    assert kinds(put_right) == ["fact.denied", "fact.corrected"], put_right["reply"]["text"]
    clock.forward(timedelta(minutes=1))
    told = text(await say(speaker, question))
    assert "Rita" in told
    assert "Ana" not in told

    await say(speaker, WRONG[language][0])
    clock.forward(timedelta(minutes=1))
    neither = text(await say(speaker, question))
    assert "Rita" not in neither, "what was taken back doesn't make what was wrong before right again"
    assert "Ana" not in neither


@pytest.mark.parametrize(
    "said",
    [
        "no thanks",
        "no, thanks",
        "no idea",
        "no, it's fine",
        "no milk left",
        "no, buy milk",
        "no, Ana isn't coming",
        "no",
    ],
)
async def test_a_no_that_gives_nothing_instead_changes_no_value(client: httpx2.AsyncClient, said: str) -> None:
    await say(client, "I live in Porto")
    await say(client, "where do I live?")
    assert "fact.corrected" not in kinds(await say(client, said))
    assert "Buy" not in text(await say(client, "where do I live?"))


async def test_undo_gives_back_what_no_had_replaced(client: httpx2.AsyncClient, clock: StillClock) -> None:
    await say(client, "I live in Porto")
    await say(client, "where do I live?")
    await say(client, "no, in Braga")
    clock.forward(timedelta(minutes=1))
    assert "Braga" in text(await say(client, "where do I live?"))
    await say(client, "undo")
    assert "You live in Porto" in text(await say(client, "where do I live?"))


async def test_a_change_that_is_told_against_an_answer_stays_a_change(
    client: httpx2.AsyncClient, clock: StillClock
) -> None:
    await say(client, "I live in Porto")
    clock.forward(timedelta(days=9))
    await say(client, "where do I live?")
    assert kinds(await say(client, "no, I moved to Braga")) == ["fact.corrected"]
    clock.forward(timedelta(days=1))
    assert "Porto" in text(await say(client, "where did I live before?"))
