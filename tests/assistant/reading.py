"""A model that reads facts, scripted, and what came of it."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text

from cairn.memory import service
from cairn.memory.facts import learning, portrait
from cairn.memory.facts import repository as facts
from cairn.memory.schemas import NewMemory
from cairn.platform.actor import Actor
from tests.assistant.openai_server import Reply, Script

ODD = "Honestly, these days Évora gets my post, my bills and my cat"
HOME = {"quote": "Évora gets my post", "subject": "speaker", "relation": "lives_in", "value": "Évora"}


def found(*facts: dict[str, Any], **more: Any) -> Reply:
    return Reply(calls=[("final_result", {"facts": [{"memory": 1, **one} for one in facts]})], **more)


NOTHING = found()


def shown(body: dict[str, Any]) -> list[dict[str, Any]]:
    """The memories that a request asks about."""
    content = next(one["content"] for one in body["messages"] if one["role"] == "user")
    return [json.loads(line) for line in content.splitlines()]


def answers(by_words: dict[str, dict[str, Any]]) -> Script:
    """A model that finds these facts by the memories' words, whatever their numbers are."""

    def script(body: dict[str, Any]) -> Reply:
        return found(
            *[{**by_words[one["words"]], "memory": one["memory"]} for one in shown(body) if one["words"] in by_words]
        )

    return script


async def tell(actor: Actor, *words: str, when: datetime | None = None, **more: Any) -> list[UUID]:
    """Keep these and let the grammar read them."""
    async with actor.work() as work:
        ids = [(await service.remember(work, NewMemory(text=one, occurred_at=when, **more))).id for one in words]
    await learning.learn(actor)
    return ids


async def known(actor: Actor) -> list[tuple[str, str, str, str]]:
    async with actor.work() as work:
        rows = (await facts.rows(work))["facts"]
    return sorted((row["subject"], row["relation"], row["value"], row["source"]) for row in rows)


async def home(actor: Actor) -> list[str]:
    async with actor.work() as work:
        field = next(one for one in (await portrait.profile(work)).fields if one.id == "home")
    return [value.value for value in field.values]


async def unread(actor: Actor) -> int:
    async with actor.work() as work:
        return (await service.status(work)).unread


async def make_due(actor: Actor) -> None:
    """The queue goes by the real clock, and the test by its own."""
    async with actor.runtime.system() as work:
        await work.session.execute(text("update procrastinate_jobs set scheduled_at = null where status = 'todo'"))


async def use(actor: Actor) -> tuple[int, int]:
    async with actor.work() as work:
        row = (await work.session.execute(text("select tokens, requests from memory_model_use"))).one()
    return row.tokens, row.requests
