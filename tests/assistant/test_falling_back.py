"""A model that fails is followed by the next, and one that goes round in circles is stopped and said to be."""

import asyncio
import socket
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from cairn.assistant.settings import AssistantSettings
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from cairn.platform.settings import Settings
from cairn.tasks.breakdown.service import Grain, Splitter, ToSplit
from tests.assistant.openai_server import ModelServer, Reply
from tests.assistant.test_with_a_model import BOOKS, V1, booked, say, streamed

ASK = "so what would you say to that, hm?"


@pytest.fixture
def second() -> Iterator[ModelServer]:
    with ModelServer().running() as server:
        yield server


@pytest.fixture
def settings(settings: Settings, model: ModelServer, second: ModelServer, request: pytest.FixtureRequest) -> Settings:
    """Two scripted models, the second behind the first; together they have four seconds."""
    mine = AssistantSettings(
        _env_file=None,
        model="openai:scripted",
        model_url=getattr(request, "param", model.url),
        model_fallback="openai:second",
        model_fallback_url=second.url,
        model_seconds=4,
    )
    return Settings([mine if isinstance(one, AssistantSettings) else one for one in settings.sections()])


@pytest.mark.parametrize("follow", [True, False])
@pytest.mark.parametrize(
    "fails", [Reply(status=500), Reply(status=401), Reply(status=429), Reply("Too late.", waits=2.5)]
)
async def test_when_the_first_fails_the_second_answers(
    client: httpx2.AsyncClient, model: ModelServer, second: ModelServer, fails: Reply, follow: bool
) -> None:
    model.says(fails)
    second.says(Reply("Take it slowly."))
    told = (await streamed(client, ASK))[-1][1] if follow else await say(client, ASK)
    assert told["reply"]["text"] == "Take it slowly."
    assert [body["model"] for body in model.asked + second.asked] == ["scripted", "second"]


def _nobody() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/v1"


@pytest.mark.parametrize("settings", [_nobody()], indirect=True, ids=["nobody"])
async def test_when_nobody_listens_the_second_answers(client: httpx2.AsyncClient, second: ModelServer) -> None:
    second.says(Reply("Take it slowly."))
    assert (await say(client, ASK))["reply"]["text"] == "Take it slowly."


async def test_one_that_failed_is_not_asked_again_in_the_turn(
    client: httpx2.AsyncClient, model: ModelServer, second: ModelServer
) -> None:
    model.says(Reply(status=500))
    second.says(Reply(calls=[BOOKS]), Reply("Anything else?"))
    told = await say(client, ASK)
    assert [receipt["title"] for receipt in told["receipts"]] == ["Call the dentist"]
    assert (len(model.asked), len(second.asked)) == (1, 2)


async def test_the_second_goes_on_where_the_first_broke_off(
    client: httpx2.AsyncClient, model: ModelServer, second: ModelServer
) -> None:
    model.says(Reply(calls=[BOOKS]), Reply(status=500))
    second.says(Reply("Anything else?"))
    told = await say(client, ASK)
    assert told["reply"]["text"].startswith("Anything else?")
    assert await booked(client) == ["Call the dentist"]
    assert [one["role"] for one in second.asked[0]["messages"]][-2:] == ["assistant", "tool"]


@pytest.mark.parametrize("follow", [True, False])
async def test_when_all_fail_the_words_are_kept(
    client: httpx2.AsyncClient, model: ModelServer, second: ModelServer, follow: bool
) -> None:
    model.says(Reply(status=500))
    second.says(Reply(status=403))
    words = "lilies everywhere"
    told = (await streamed(client, words))[-1][1] if follow else await say(client, words)
    assert told["reply"]["text"].splitlines()[0] == "The language model isn't answering just now."
    assert [receipt["title"] for receipt in told["receipts"]] == [words]


LONG = "Lilies grow slowly. They like the sun, and water now and then, and nothing more than that. "


# A server that breaks off tells no usage, so that the limit on tokens can't count it; the library warns of that.
@pytest.mark.filterwarnings("ignore::pydantic_ai.exceptions.UsageLimitUnavailableWarning")
@pytest.mark.parametrize("breaks", [Reply(LONG, stalls=20), Reply(LONG, breaks=True)], ids=["stalls", "breaks"])
async def test_one_that_breaks_off_in_its_words_is_followed_by_the_second_and_its_words_are_taken_back(
    client: httpx2.AsyncClient, model: ModelServer, second: ModelServer, breaks: Reply
) -> None:
    model.says(breaks)
    second.says(Reply("Take it slowly."))
    events = await streamed(client, ASK)
    kinds = [kind for kind, _ in events]
    taken_back = kinds.index("anew")
    before = "".join(data["text"] for kind, data in events[:taken_back] if kind == "text")
    after = "".join(data["text"] for kind, data in events[taken_back:] if kind == "text")
    assert before
    assert LONG.startswith(before.strip())
    assert after.strip() == events[-1][1]["reply"]["text"] == "Take it slowly."
    assert events[-1][1]["receipts"] == []
    assert (len(model.asked), len(second.asked), kinds.count("anew")) == (1, 1, 1)


@pytest.mark.filterwarnings("ignore::pydantic_ai.exceptions.UsageLimitUnavailableWarning")
async def test_a_call_that_was_cut_off_is_made_once_by_the_second(
    client: httpx2.AsyncClient, model: ModelServer, second: ModelServer
) -> None:
    model.says(Reply("Let me see. ", calls=[BOOKS], breaks=True))
    second.says(Reply(calls=[BOOKS]), Reply("Anything else?"))
    told = (await streamed(client, ASK))[-1][1]
    assert [receipt["title"] for receipt in told["receipts"]] == ["Call the dentist"]
    assert await booked(client) == ["Call the dentist"]


@pytest.mark.filterwarnings("ignore::pydantic_ai.exceptions.UsageLimitUnavailableWarning")
async def test_after_a_tool_ran_nobody_begins_anew_and_what_was_done_is_told(
    client: httpx2.AsyncClient, model: ModelServer, second: ModelServer
) -> None:
    model.says(Reply("One moment. ", calls=[BOOKS]), Reply(LONG, stalls=20))
    second.says(Reply("Take it slowly."))
    events = await streamed(client, ASK)
    assert "anew" not in [kind for kind, _ in events]
    told = events[-1][1]
    assert [receipt["title"] for receipt in told["receipts"]] == ["Call the dentist"]
    assert told["reply"]["text"].splitlines()[-1] == "What was done until then stands."
    assert (await booked(client), second.asked) == (["Call the dentist"], [])


@pytest.mark.filterwarnings("ignore::pydantic_ai.exceptions.UsageLimitUnavailableWarning")
async def test_when_the_last_breaks_off_what_it_said_stays_and_the_words_are_kept(
    client: httpx2.AsyncClient, model: ModelServer, second: ModelServer
) -> None:
    model.says(Reply(status=500))
    second.says(Reply(LONG, breaks=True))
    events = await streamed(client, "lilies everywhere")
    told = events[-1][1]
    lines = told["reply"]["text"].splitlines()
    assert lines[0].startswith("Lilies grow slowly.")
    assert lines[1] == "The language model isn't answering just now."
    assert [receipt["title"] for receipt in told["receipts"]] == ["lilies everywhere"]
    assert "anew" not in [kind for kind, _ in events]


async def test_what_the_second_said_is_replayed_whoever_answers_now(
    client: httpx2.AsyncClient, model: ModelServer, second: ModelServer, runtime: Runtime
) -> None:
    """The turn is cut off after the second model booked; when it comes again, the first is well."""
    from cairn.chat.running import Running

    reached, loop = asyncio.Event(), asyncio.get_running_loop()
    model.says(Reply(status=500))

    def script(_: dict[str, Any]) -> Reply:
        if len(second.asked) == 1:
            return Reply(calls=[BOOKS])
        loop.call_soon_threadsafe(reached.set)
        return Reply("late", waits=1)

    second.script = script
    message = {"id": str(runtime.new_id()), "text": ASK}
    first = asyncio.create_task(client.post(f"{V1}/messages", json=message))
    await reached.wait()
    await runtime.provider(Running).aclose()
    with pytest.raises(asyncio.CancelledError):
        await first

    model.says(Reply("All is well."))
    told = await say(client, ASK, id=message["id"])
    assert told["reply"]["text"].startswith("All is well.")
    assert await booked(client) == ["Call the dentist"]
    assert len(model.asked) == 2, "the answer of the second was replayed"


async def test_what_divides_a_task_falls_back_too(actor: Actor, model: ModelServer, second: ModelServer) -> None:
    model.says(Reply(status=500))
    second.says(Reply(calls=[("final_result", {"steps": [{"text": "Open the drawer", "minutes": 2}]})]))
    steps = await actor.runtime.provider(Splitter).split(actor, ToSplit("The drawer", "", Grain.START, "en"))
    assert [step.text for step in steps] == ["Open the drawer"]


def test_a_second_without_a_first_is_refused() -> None:
    with pytest.raises(ValueError, match="stands behind a model"):
        AssistantSettings(_env_file=None, model_fallback="openai:second")


async def test_the_same_call_a_third_time_stops_the_model(client: httpx2.AsyncClient, model: ModelServer) -> None:
    model.says(Reply(calls=[BOOKS]))
    told = await say(client, ASK)
    assert len(model.asked) == 3
    assert told["reply"]["text"].splitlines() == [
        "Booked: Call the dentist. Wed 25 Nov, 15:00 (in 1 day 3 h).",
        "The language model kept asking for the same thing, so I stopped it.",
        "What was done until then stands.",
    ]
    assert await booked(client) == ["Call the dentist"]


async def test_looking_for_the_same_thing_again_and_again_is_stopped_and_the_words_are_kept(
    client: httpx2.AsyncClient, model: ModelServer
) -> None:
    model.says(Reply(calls=[("search_memory", {"query": "the key"})]))
    told = await say(client, "lilies everywhere")
    assert len(model.asked) == 3
    assert told["reply"]["text"].splitlines()[0] == (
        "The language model kept asking for the same thing, so I stopped it."
    )
    assert [receipt["title"] for receipt in told["receipts"]] == ["lilies everywhere"]


async def test_several_things_of_one_kind_are_no_circle(client: httpx2.AsyncClient, model: ModelServer) -> None:
    number = iter(range(100))
    model.script = lambda _: (
        Reply("There.") if len(model.asked) == 5 else Reply(calls=[("add_task", {"title": f"Thing {next(number)}"})])
    )
    told = await say(client, ASK)
    assert len(told["receipts"]) == 4
    assert told["reply"]["text"].startswith("There.")


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        ("es", "El modelo de lenguaje pedía lo mismo una y otra vez, así que lo detuve."),
        ("fr", "Le modèle de langage redemandait toujours la même chose, alors je l’ai arrêté."),
        ("pt", "O modelo de linguagem pedia sempre a mesma coisa, por isso parei-o."),
    ],
)
async def test_being_stopped_is_said_in_the_person_s_language(
    client: httpx2.AsyncClient, model: ModelServer, locale: str, sentence: str
) -> None:
    assert (await client.patch(f"{V1}/me", json={"locale": locale})).status_code == 200
    model.says(Reply(calls=[("search_memory", {"query": "a chave"})]))
    assert (await say(client, "hmm, xyzzy?"))["reply"]["text"].splitlines()[0] == sentence
