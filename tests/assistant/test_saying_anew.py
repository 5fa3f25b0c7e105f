"""What was said is said anew, in the same words or others: what it did is taken back, and nothing stands twice."""

from typing import Any
from uuid import uuid4

import httpx2

from tests.assistant.openai_server import ModelServer, Reply
from tests.assistant.test_with_a_model import BOOKS, V1, booked, say
from tests.conftest import ClientFor, NewPerson

ASK = "so what would you say to that, hm?"


async def listed(client: httpx2.AsyncClient, told: dict[str, Any]) -> list[dict[str, Any]]:
    path = f"{V1}/conversations/{told['message']['conversation_id']}/messages"
    items: list[dict[str, Any]] = (await client.get(path)).json()["items"]
    return items


async def test_other_words_take_the_place_and_what_was_done_is_taken_back(client: httpx2.AsyncClient) -> None:
    first = await say(client, "remind me to call Ana tomorrow at 3pm")
    told = await say(client, "remind me to call Anna tomorrow at 4pm", instead_of=first["message"]["id"])
    lines = told["reply"]["text"].splitlines()
    assert lines[0] == "Taken back: Call Ana."
    assert lines[1].startswith("Booked: Call Anna.")
    assert [receipt["title"] for receipt in told["receipts"]] == ["Call Anna"]
    assert await booked(client) == ["Call Anna"]
    items = await listed(client, told)
    assert [one["said_anew"] for one in items] == [False, False, True, True], "the first stays, and says so"
    assert items[1]["instead_of"] == first["message"]["id"]
    assert items[2]["receipts"][0]["undone_at"] is not None


async def test_what_was_cancelled_is_there_again_before_the_new_words_are_read(client: httpx2.AsyncClient) -> None:
    await say(client, "dentist appointment tomorrow from 3pm to 4pm")
    first = await say(client, "cancel the dentist appointment")
    assert [receipt["kind"] for receipt in first["receipts"]] == ["event.cancelled"]
    told = await say(client, "move the dentist appointment to 5pm", instead_of=first["message"]["id"])
    assert len(told["receipts"]) == 1, told["reply"]["text"]
    assert told["receipts"][0]["kind"] != "event.cancelled"


async def test_the_same_words_are_asked_again_and_nothing_is_done_twice(
    client: httpx2.AsyncClient, model: ModelServer
) -> None:
    model.says(Reply(calls=[BOOKS]), Reply("A first thought."), Reply(calls=[BOOKS]), Reply("A second thought."))
    first = await say(client, ASK)
    assert all(one["can_retry"] for one in await listed(client, first))
    told = await say(client, ASK, instead_of=first["message"]["id"])
    assert "A second thought." in told["reply"]["text"]
    assert await booked(client) == ["Call the dentist"]
    heard = str(model.asked[2]["messages"])
    assert "A first thought." not in heard, "the answer in whose place this one comes is no part of the talk"
    assert heard.count(ASK) == 1


async def test_an_answer_that_failed_is_asked_for_again(client: httpx2.AsyncClient, model: ModelServer) -> None:
    model.says(Reply(status=400))
    first = await say(client, ASK)
    assert all(one["can_retry"] for one in await listed(client, first))
    model.says(Reply("Go slowly."))
    told = await say(client, ASK, instead_of=first["message"]["id"])
    assert told["reply"]["text"].splitlines()[-1] == "Go slowly."
    assert (await client.get(f"{V1}/inbox")).json()["items"] == [], "what it was kept as is taken back"


async def test_what_the_grammar_did_is_not_offered_again(client: httpx2.AsyncClient) -> None:
    assert not any(one["can_retry"] for one in await listed(client, await say(client, "buy milk")))


async def test_a_message_is_said_anew_once(client: httpx2.AsyncClient) -> None:
    first = await say(client, "buy milk")
    anew = {"id": str(uuid4()), "instead_of": first["message"]["id"]}
    told = await say(client, "buy oat milk", **anew)
    assert (await say(client, "buy oat milk", **anew))["reply"] == told["reply"], "sent again, it is the same"
    third = await client.post(f"{V1}/messages", json={"text": "buy rice", "instead_of": first["message"]["id"]})
    assert (third.status_code, third.json()["type"]) == (409, "/problems/said-anew")
    assert [one["title"] for one in (await client.get(f"{V1}/tasks")).json()["items"]] == ["Buy oat milk"]
    after = await say(client, "buy rice", instead_of=told["message"]["id"])
    assert [receipt["title"] for receipt in after["receipts"]] == ["Buy rice"]
    assert [one["title"] for one in (await client.get(f"{V1}/tasks")).json()["items"]] == ["Buy rice"]


async def test_only_what_one_said_oneself_is_said_anew(
    client: httpx2.AsyncClient, client_for: ClientFor, person: NewPerson
) -> None:
    first = await say(client, "buy milk")
    stranger = client_for(await person())
    for whose, which in ((stranger, first["message"]["id"]), (client, first["reply"]["id"]), (client, str(uuid4()))):
        answer = await whose.post(f"{V1}/messages", json={"text": "buy rice", "instead_of": which})
        assert answer.status_code == 404


async def test_what_was_put_in_other_words_answers_no_more(client: httpx2.AsyncClient) -> None:
    first = await say(client, "the spare key is in the blue tin")
    assert "blue tin" in str((await say(client, "where is the spare key?"))["reply"])
    await say(client, "the spare key is in the red box", instead_of=first["message"]["id"])
    answer = str((await say(client, "where is the spare key?"))["reply"])
    assert "red box" in answer
    assert "blue tin" not in answer
