"""What becomes of a text is told apart: taken, refused, not taken yet, unknown."""

from typing import Any
from uuid import UUID

import pytest

from cairn.platform.ids import new_id
from cairn.sms.errors import BadText, SmsNotTaken, SmsRefused, SmsUnanswered
from cairn.sms.rules import signature
from cairn.sms.schemas import State, Text
from cairn.sms.settings import SmsSettings
from tests.sms.twilio_server import CALLBACK, Answer, TwilioServer

TEXT_ID = UUID(int=7)


def text(**changed: Any) -> Text:
    return Text(**{"to": "+351912345678", "body": "Olá, Zoë 🦷", "key": "one", "user_id": new_id(), **changed})


async def test_a_text_is_handed_over_as_twilio_wants_it(twilio: TwilioServer) -> None:
    carrier = twilio.carrier()
    sent = await carrier.send(text(), TEXT_ID)
    await carrier.aclose()

    assert twilio.texts == [
        {
            "To": "+351912345678",
            "Body": "Olá, Zoë 🦷",
            "From": "+15550100",
            "StatusCallback": f"{CALLBACK}?text={TEXT_ID}",
            "Sid": sent.carrier_id,
        }
    ]
    assert (sent.state, sent.kept) == (State.QUEUED, False)


async def test_an_api_key_and_a_messaging_service_stand_in_for_token_and_sender(twilio: TwilioServer) -> None:
    service = "MG" + "1" * 32
    carrier = twilio.carrier(
        sms_auth_token=None,
        sms_api_key=twilio.api_key,
        sms_api_secret=twilio.api_secret,
        sms_from="",
        sms_messaging_service=service,
        sms_callback_url="",
    )
    await carrier.send(text(), TEXT_ID)
    await carrier.aclose()

    assert twilio.texts[0]["MessagingServiceSid"] == service
    assert not {"From", "StatusCallback"} & set(twilio.texts[0])


@pytest.mark.parametrize(
    ("answer", "becomes"),
    [
        (Answer(400, 21211), SmsRefused),
        (Answer(400, 21610), SmsRefused),
        (Answer(400, 21614), SmsRefused),
        (Answer(400, 21606), SmsNotTaken),  # a sender that isn't ours can be set right
        (Answer(429, 20429), SmsNotTaken),
        (Answer(503, 20503), SmsNotTaken),
        (Answer(500, body=b"<html>"), SmsNotTaken),
        (Answer(302, body=b""), SmsNotTaken),
        (Answer(cut=True), SmsUnanswered),
        (Answer(201, body=b"<html>"), SmsUnanswered),
    ],
)
async def test_an_answer_is_understood(twilio: TwilioServer, answer: Answer, becomes: type[Exception]) -> None:
    twilio.answers = [answer]
    carrier = twilio.carrier()

    with pytest.raises(becomes) as refused:
        await carrier.send(text(), TEXT_ID)
    assert "912345678" not in str(refused.value)
    await carrier.send(text(), TEXT_ID)
    await carrier.aclose()


async def test_a_carrier_that_says_nothing_may_have_taken_the_text(twilio: TwilioServer) -> None:
    twilio.answers = [Answer(held=True)]
    carrier = twilio.carrier(sms_timeout_seconds=0.2)

    with pytest.raises(SmsUnanswered):
        await carrier.send(text(), TEXT_ID)
    await carrier.aclose()
    assert len(twilio.texts) == 1


async def test_a_wrong_token_can_be_set_right_so_nothing_is_given_up(twilio: TwilioServer) -> None:
    carrier = twilio.carrier(sms_auth_token="another")

    with pytest.raises(SmsNotTaken, match="20003"):
        await carrier.send(text(), TEXT_ID)
    await carrier.aclose()


async def test_a_carrier_that_is_away_has_taken_nothing(twilio: TwilioServer) -> None:
    carrier = twilio.carrier(sms_url="http://127.0.0.1:9")

    with pytest.raises(SmsNotTaken):
        await carrier.send(text(), TEXT_ID)
    await carrier.aclose()


@pytest.mark.parametrize(
    "changed",
    [
        {"to": "912345678"},
        {"to": "+351912345678\n+351912345679"},
        {"to": "+٣٥١٩١٢٣٤٥٦٧٨"},
        {"body": "  "},
        {"body": "x" * 1601},
        {"body": "one\rtwo"},
        {"body": "\x00"},
    ],
)
async def test_what_cannot_be_sent_is_not_handed_over(twilio: TwilioServer, changed: dict[str, str]) -> None:
    with pytest.raises(BadText):
        await twilio.carrier().send(text(**changed), TEXT_ID)
    assert twilio.asked == 0


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"sms_account": ""}, "sms_account"),
        ({"sms_account": "AC1/../x"}, "AC…"),
        ({"sms_auth_token": ""}, "sms_auth_token"),
        ({"sms_from": ""}, "sms_from"),
        ({"sms_url": "http://api.example.org"}, "https"),
        ({"sms_callback_url": "https://example.org/?x=1"}, "without a query"),
        ({"sms_provider": "pigeon"}, "twilio"),
    ],
)
def test_settings_that_cannot_work_are_refused_at_the_start(
    twilio: TwilioServer, changed: dict[str, str], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        twilio.settings(**changed)


def test_a_secret_is_not_shown(twilio: TwilioServer) -> None:
    assert twilio.token not in repr(twilio.settings())
    assert SmsSettings(_env_file=None).sms_provider is None


def test_a_signature_is_the_one_that_twilio_publishes() -> None:
    # The worked example of Twilio's own documents on webhook security.
    fields = {
        "CallSid": ["CA1234567890ABCDE"],  # pragma: allowlist secret
        "Caller": ["+14158675310"],
        "Digits": ["1234"],
        "From": ["+14158675310"],
        "To": ["+18005551212"],
    }
    made = signature("https://example.com/myapp.php?foo=1&bar=2", fields, "12345")

    assert made == "L/OH5YylLD5NRKLltdqwSvS0BnU="
