"""Live events: none missed, none twice, in order, whoever commits when."""

import asyncio
import random
from contextlib import aclosing
from datetime import timedelta
from typing import ClassVar

import psycopg
import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from cairn.accounts import sessions
from cairn.app.database import Urls
from cairn.platform.actor import Actor
from cairn.platform.feature import Feature
from cairn.platform.http.events import stream
from cairn.platform.live import CHANNEL
from cairn.platform.messages import Event
from cairn.platform.runtime import Runtime
from tests.conftest import NewPerson


class Noted(Event):
    kind: ClassVar[str] = "test.noted"

    number: int


async def note(actor: Actor, number: int, *, hold: float = 0) -> None:
    async with actor.work() as work:
        await asyncio.sleep(hold)
        await work.publish(Noted(number=number))


def read(line: bytes) -> tuple[int, str, str]:
    """A frame of the stream as id, kind and data."""
    fields = dict(part.split(": ", 1) for part in line.decode().strip().split("\n"))
    return int(fields["id"]), fields["event"], fields["data"]


async def test_a_first_stream_says_hello_and_then_what_happens(actor: Actor) -> None:
    async with aclosing(stream(actor, None)) as lines:
        assert read(await anext(lines))[1] == "hello"
        await note(actor, 7)
        assert read(await anext(lines))[1:] == ("test.noted", '{"number": 7}')


async def test_a_process_listens_from_its_first_stream_on(actor: Actor) -> None:
    def listening() -> int:
        return sum(task.get_name() == "live events" for task in asyncio.all_tasks())

    assert listening() == 0
    async with aclosing(stream(actor, None)) as lines, aclosing(stream(actor, None)) as others:
        await asyncio.gather(anext(lines), anext(others))
        assert listening() == 1


async def test_a_feature_that_cannot_get_ready_says_so_and_holds_up_nobody(
    actor: Actor, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = asyncio.Event()

    async def fails(_: Actor) -> None:
        raise LookupError

    async def succeeds(_: Actor) -> None:
        ready.set()

    features = [Feature(name="broken", arrived=fails), Feature(name="sound", arrived=succeeds)]
    monkeypatch.setattr(runtime, "features", features)
    with capture_logs() as logs:
        async with aclosing(stream(actor, None)) as lines:
            assert read(await anext(lines))[1] == "hello"
            await asyncio.wait_for(ready.wait(), 10)
    assert [(one["event"], one["feature"]) for one in logs if one["log_level"] == "error"] == [
        ("feature.not_ready", "broken")
    ]


async def test_what_was_rolled_back_is_never_heard(actor: Actor) -> None:
    async with aclosing(stream(actor, None)) as lines:
        await anext(lines)
        try:
            async with actor.work() as work:
                await work.publish(Noted(number=1))
                raise LookupError
        except LookupError:
            await note(actor, 2)
        assert read(await anext(lines))[2] == '{"number": 2}'


async def test_nobody_hears_of_others(person: NewPerson) -> None:
    ana, rui = await person(), await person()
    async with aclosing(stream(ana, None)) as lines:
        await anext(lines)
        await note(rui, 1)
        await note(ana, 2)
        assert read(await anext(lines))[2] == '{"number": 2}'


async def test_resuming_under_concurrent_commits_misses_and_doubles_nothing(actor: Actor) -> None:
    """Forty units of work of differing length commit out of order while a client breaks off and resumes."""
    dice = random.Random(5)
    async with aclosing(stream(actor, None)) as lines:  # what was before the first hello is nobody's to hear
        last = str(read(await anext(lines))[0])
    changes = asyncio.gather(*(_after(dice.uniform(0, 0.6), actor, n, dice.uniform(0, 0.2)) for n in range(40)))
    heard: list[tuple[int, str, str]] = []
    while len(heard) < 40:
        async with aclosing(stream(actor, last)) as lines:
            for _ in range(dice.randint(2, 6)):
                event = read(await asyncio.wait_for(anext(lines), 20))
                last = str(event[0])
                if event[1] == "test.noted":
                    heard.append(event)
                if len(heard) == 40:
                    break
        await asyncio.sleep(dice.uniform(0, 0.03))
    await changes

    assert sorted(int(data.split(": ")[1][:-1]) for _, _, data in heard) == list(range(40))
    ids = [id_ for id_, _, _ in heard]
    assert ids == sorted(ids)


async def _after(wait: float, actor: Actor, number: int, hold: float) -> None:
    await asyncio.sleep(wait)
    await note(actor, number, hold=hold)


async def test_people_told_by_one_unit_of_work_do_not_deadlock(runtime: Runtime, person: NewPerson) -> None:
    ana, rui = await person(), await person()

    async def tell(first: Actor, second: Actor) -> None:
        async with runtime.system() as work:
            await work.publish(Noted(number=1), to=first.user_id)
            await work.publish(Noted(number=2), to=second.user_id)

    await asyncio.gather(*(tell(ana, rui) if n % 2 else tell(rui, ana) for n in range(30)))

    async with runtime.system() as work:
        told = await work.session.scalar(
            text("select count(*) from events where user_id in (:ana, :rui) and kind = 'test.noted'"),
            {"ana": ana.user_id, "rui": rui.user_id},
        )
    assert told == 60


async def test_an_id_older_than_what_is_kept_gets_a_reset(runtime: Runtime, actor: Actor) -> None:
    await note(actor, 1)
    async with runtime.system() as work:
        first = await work.session.scalar(text("select max(id) from events"))
        await work.session.execute(text("update events_trimmed set last_id = :id"), {"id": first})
    try:
        for old in (str(first - 1), "nonsense", "99999999999"):
            async with aclosing(stream(actor, old)) as lines:
                assert read(await anext(lines))[1] == "reset"
    finally:
        async with runtime.system() as work:
            await work.session.execute(text("update events_trimmed set last_id = 0"))


async def test_ending_a_session_closes_its_stream(runtime: Runtime, person: NewPerson, actor: Actor) -> None:
    opened = await _signed_in(runtime, actor)
    async with aclosing(stream(opened, None)) as lines:
        await anext(lines)
        async with opened.work() as work:
            await sessions.sign_out(work)
        rest = [read(line)[1] async for line in lines]
    assert rest == ["session.ended"]


async def _signed_in(runtime: Runtime, actor: Actor) -> Actor:
    from cairn.accounts import service
    from cairn.accounts.schemas import Login
    from cairn.accounts.tokens import Tokens
    from cairn.platform.actor import Credential
    from tests.conftest import PASSWORD

    async with actor.work() as work:
        email = await service.address_of(work, work.user_id)
    login = Login.model_validate({"email": email, "password": PASSWORD})
    opened = await sessions.sign_in(runtime, login, "tests")
    assert isinstance(opened, sessions.Opened)
    assert opened.tokens is not None
    session_id = await runtime.provider(Tokens).session_of(opened.tokens.access_token)
    async with runtime.work(Credential("session", session_id)) as work:
        return work.actor


async def test_events_are_stamped_with_the_moment_of_their_work(actor: Actor, runtime: Runtime) -> None:
    await note(actor, 1)
    async with actor.work() as work:
        at = await work.session.scalar(text("select max(at) from events where user_id = :id"), {"id": actor.user_id})
    assert abs(at - runtime.clock.now()) < timedelta(seconds=1)


@pytest.mark.parametrize(
    "announced", ["not what we write", "7", "[]", "{}", '{"id": 1, "kind": "a", "data": {}, "user_id": 7}'], ids=str
)
async def test_what_can_t_be_read_ends_nobody_s_listening(actor: Actor, database: Urls, announced: str) -> None:
    async with aclosing(stream(actor, None)) as lines, asyncio.timeout(20):
        await anext(lines)
        with capture_logs() as logged:
            async with await psycopg.AsyncConnection.connect(database.owner, autocommit=True) as owner:
                await owner.execute("select pg_notify(%s, %s)", (CHANNEL, announced))
            await note(actor, 8)
            assert read(await anext(lines))[1:] == ("test.noted", '{"number": 8}')
    assert [line["event"] for line in logged] == ["live.unreadable"]
