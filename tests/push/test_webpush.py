"""What a push service answers is told apart, and it is shown who pushes."""

import json
from datetime import timedelta

import pytest

from cairn.platform.runtime import Runtime
from cairn.platform.transactions import TransactionOpen
from cairn.push import service
from cairn.push.errors import BadSubscription, PushGone, PushNotTaken, PushRefused, PushUnanswered
from cairn.push.schemas import Push
from cairn.push.settings import PushSettings
from cairn.push.vapid import VapidKey, new_secret
from cairn.push.webpush import WebPush
from tests.push.conftest import carrier_for
from tests.push.push_server import Answer, Browser, PushServer

WORDS = json.dumps({"title": "Call the dentist"}).encode()


def push(browser: Browser, content: bytes = WORDS) -> Push:
    topic = service.topic("reminder:1")
    return Push(browser.target, content, topic, ttl=86_400, contact="https://cairn.example.org")


async def test_a_message_reaches_its_browser_and_says_who_sends_it(runtime: Runtime, push_service: PushServer) -> None:
    browser = push_service.browser()
    browser.answers = [Answer(location="https://push.example.org/message/1")]
    assert await service.send(runtime, push(browser)) == "https://push.example.org/message/1"

    [taken] = browser.taken
    assert taken.words == {"title": "Call the dentist"}
    assert taken.key == service.public_key(runtime)
    assert taken.claims["aud"] == push_service.url
    assert taken.claims["sub"] == "https://cairn.example.org"
    lasts = timedelta(seconds=taken.claims["exp"] - runtime.clock.now().timestamp())
    assert timedelta(0) < lasts <= timedelta(hours=24)
    told = {name: taken.headers[name] for name in ("ttl", "urgency", "topic", "content-encoding")}
    topic = service.topic("reminder:1")
    assert told == {"ttl": "86400", "urgency": "high", "topic": topic, "content-encoding": "aes128gcm"}
    assert "dentist" not in json.dumps(taken.headers)


@pytest.mark.parametrize(
    ("answer", "error", "waits"),
    [
        (Answer(404), PushGone, None),
        (Answer(410), PushGone, None),
        (Answer(400), PushRefused, None),
        (Answer(413), PushRefused, None),
        (Answer(403), PushNotTaken, None),
        (Answer(429, retry_after="90"), PushNotTaken, 90),
        (Answer(503), PushNotTaken, None),
        (Answer(500, retry_after="Tue, 24 Nov 2026 12:02:00 GMT"), PushNotTaken, 120),
        (Answer(307, location="http://127.0.0.1:1/inside"), PushNotTaken, None),
        (Answer(cut=True), PushUnanswered, None),
    ],
)
async def test_answers_are_told_apart(
    runtime: Runtime, push_service: PushServer, answer: Answer, error: type[Exception], waits: int | None
) -> None:
    browser = push_service.browser()
    browser.answers = [answer]
    with pytest.raises(error) as said:
        await service.send(runtime, push(browser))
    assert getattr(said.value, "retry_after", None) == waits
    assert push_service.asked == 1


async def test_nobody_at_the_other_end_means_not_taken(runtime: Runtime) -> None:
    with PushServer().running() as server:
        browser = server.browser()
        carrier = carrier_for(runtime, server)
    with pytest.raises(PushNotTaken):
        await carrier.send(push(browser))
    await carrier.aclose()


async def test_an_answer_without_end_is_not_read_to_its_end(runtime: Runtime, push_service: PushServer) -> None:
    browser = push_service.browser()
    browser.answers = [Answer(body=b"x" * 10_000_000)]
    await service.send(runtime, push(browser))
    assert len(browser.taken) == 1


async def test_loopback_is_out_of_reach_unless_it_is_named(runtime: Runtime) -> None:
    carrier = WebPush(runtime)
    with PushServer().running() as server:
        with pytest.raises(BadSubscription):
            await carrier.send(push(server.browser()))
        assert server.asked == 0
    await carrier.aclose()


async def test_a_name_that_leads_inside_is_refused_for_good(runtime: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cairn.push.rules._is_public_name", lambda host: True)
    carrier = WebPush(runtime)
    with pytest.raises(PushRefused):
        await carrier.send(push(Browser("https://localhost/1")))
    await carrier.aclose()


async def test_no_transaction_is_open_meanwhile(runtime: Runtime, push_service: PushServer) -> None:
    async with runtime.system():
        with pytest.raises(TransactionOpen):
            await service.send(runtime, push(push_service.browser()))
    assert push_service.asked == 0


async def test_what_is_too_long_is_refused_before_it_is_sent(runtime: Runtime, push_service: PushServer) -> None:
    with pytest.raises(PushRefused):
        await service.send(runtime, push(push_service.browser(), b"x" * 5000))
    assert push_service.asked == 0


def test_each_key_is_another() -> None:
    assert VapidKey(new_secret()).public != VapidKey(new_secret()).public


@pytest.mark.parametrize("wrong", [{"push_contact": "me"}, {"push_inside": "10.0.0.5"}, {"push_inside": "http://a/b"}])
def test_settings_that_cannot_be_meant_are_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="must"):
        PushSettings(_env_file=None, **wrong)  # type: ignore[arg-type]  # as the environment gives them


def test_services_inside_are_read_from_one_line() -> None:
    read = PushSettings(_env_file=None, push_inside="http://10.0.0.5:8080/, HTTPS://push.home")  # type: ignore[arg-type]
    assert read.inside == {"http://10.0.0.5:8080", "https://push.home"}
