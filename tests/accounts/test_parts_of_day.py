"""Which hours somebody means by the parts of their day, wherever words are read."""

from typing import Any

import httpx2
import pytest

V1 = "/api/v1"
LATE = {"morning": "10:30:00", "noon": "13:00:00", "afternoon": "16:00:00", "evening": "20:30:00", "night": "23:00:00"}


@pytest.fixture
async def late(client: httpx2.AsyncClient) -> httpx2.AsyncClient:
    answer = await client.patch(f"{V1}/me", json={"settings": {"parts": LATE}})
    assert answer.json()["settings"] == {"parts": LATE}
    return client


async def say(client: httpx2.AsyncClient, text: str) -> str:
    return str((await client.post(f"{V1}/messages", json={"text": text})).json()["reply"]["text"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("remind me to stretch tomorrow morning", "25 Nov, 10:30"),
        ("remind me to stretch this evening", "24 Nov, 20:30"),
        ("remind me to stretch tomorrow night", "25 Nov, 23:00"),
        ("remind me to stretch tomorrow", "25 Nov, 10:30"),
        ("remind me to stretch tomorrow at 9", "25 Nov, 09:00"),
    ],
)
async def test_a_reminder_in_words(late: httpx2.AsyncClient, text: str, told: str) -> None:
    assert told in await say(late, text)


async def test_of_two_things_in_one_breath_the_second_keeps_to_them_too(late: httpx2.AsyncClient) -> None:
    told = await say(late, "tomorrow remind me to call Ana at 3pm and remind me to stretch in the evening")
    assert "25 Nov, 15:00" in told
    assert "25 Nov, 20:30" in told


async def test_a_correction_and_putting_off(late: httpx2.AsyncClient) -> None:
    await say(late, "remind me to stretch tomorrow at 3pm")
    assert "25 Nov, 20:30" in await say(late, "no, in the evening")


async def test_what_is_shown_while_somebody_types(late: httpx2.AsyncClient) -> None:
    found = (await late.post(f"{V1}/messages/understand", json={"text": "stretch tomorrow morning"})).json()["found"]
    assert found[0]["when"] == "2026-11-25T10:30:00Z"


async def test_the_forms_that_take_words(late: httpx2.AsyncClient) -> None:
    booked: dict[str, Any] = (
        await late.post(f"{V1}/reminders", json={"text": "Stretch", "when": "tomorrow morning"})
    ).json()
    assert booked["due_at"] == "2026-11-25T10:30:00Z"
    event = (await late.post(f"{V1}/calendar/events", json={"title": "Yoga", "when": "tomorrow evening"})).json()
    assert event["start"] == "2026-11-25T20:30:00Z"
    weekly = {"what": "week", "when": "every sunday evening"}
    assert (await late.post(f"{V1}/automations", json=weekly)).json()["due_at"] == "2026-11-29T20:30:00Z"


async def test_one_of_them_alone_is_changed_and_all_go_back(client: httpx2.AsyncClient) -> None:
    await client.patch(f"{V1}/me", json={"settings": {"parts": {"morning": "06:15"}}})
    assert "25 Nov, 06:15" in await say(client, "remind me to stretch tomorrow morning")
    assert "25 Nov, 19:00" in await say(client, "remind me to eat tomorrow evening")
    await client.patch(f"{V1}/me", json={"settings": {"parts": None}})
    assert "25 Nov, 09:00" in await say(client, "remind me to read tomorrow morning")


@pytest.mark.parametrize(
    "parts",
    [
        {"morning": "12:00"},
        {"evening": "21:00", "night": "20:00"},
        {"morning": "25:00"},
        {"morning": "09:00Z"},
        {"lunch": "13:00"},
        "09:00",
    ],
)
async def test_parts_that_do_not_follow_each_other_are_refused(client: httpx2.AsyncClient, parts: object) -> None:
    assert (await client.patch(f"{V1}/me", json={"settings": {"parts": parts}})).status_code == 422
    assert (await client.get(f"{V1}/me")).json()["settings"] == {}
