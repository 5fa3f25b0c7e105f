"""What a person does with their number and its codes."""

from typing import Any

import httpx2
from sqlalchemy import text

from cairn.accounts import phones
from cairn.accounts.phones import Purpose
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from tests.conftest import RunJobs
from tests.sms.twilio_server import TwilioServer

PHONE = "/api/v1/me/phone"
NUMBER = "912 345 678"
OTHER = "+34 612 345 678"


def newest(twilio: TwilioServer) -> str:
    """The code in the newest text."""
    return twilio.texts[-1]["Body"][:6]


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06}"


async def give(client: httpx2.AsyncClient, number: str = NUMBER) -> httpx2.Response:
    return await client.post(PHONE, json={"number": number})


async def enter(client: httpx2.AsyncClient, code: str) -> int:
    answer = await client.post(f"{PHONE}/verify", json={"code": code})
    return answer.status_code


async def confirmed(client: httpx2.AsyncClient, run_jobs: RunJobs, twilio: TwilioServer, number: str = NUMBER) -> None:
    """Give a number and confirm it."""
    assert (await give(client, number)).status_code == 200
    await run_jobs()
    assert await enter(client, newest(twilio)) == 200


async def texted(actor: Actor, purpose: Purpose, run_jobs: RunJobs, twilio: TwilioServer) -> str:
    """A fresh code, as it arrives."""
    async with actor.work() as work:
        assert await phones.send_code(work, purpose) == "+351 *** ** 78"
    await run_jobs()
    return newest(twilio)


async def right(actor: Actor, purpose: Purpose, code: str) -> bool:
    async with actor.work() as work:
        return await phones.check_code(work, purpose, code)


async def rows(runtime: Runtime, actor: Actor, query: str) -> list[Any]:
    async with actor.work() as work:
        return list((await work.session.execute(text(query))).mappings())
