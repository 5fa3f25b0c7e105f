"""No transaction is open while a model or a network is waited for: whoever tries is stopped before the call."""

import pytest

from cairn.assistant.provider import LanguageModel
from cairn.mail.schemas import Letter
from cairn.mail.settings import MailSettings
from cairn.mail.smtp import SmtpMailer
from cairn.memory.embedder.remote import RemoteEmbedder
from cairn.memory.provider import Embedders
from cairn.platform.actor import Actor
from cairn.platform.runtime import Runtime
from cairn.platform.transactions import TransactionOpen, outside
from cairn.sms.schemas import Text
from cairn.sms.settings import SmsSettings
from cairn.sms.twilio import Twilio

LETTER = Letter(to="ana@example.org", subject="Hello", text="Hello", html=None, message_id="one")


async def test_nothing_is_embedded_with_a_transaction_open(actor: Actor, runtime: Runtime) -> None:
    async with actor.work():
        with pytest.raises(TransactionOpen):
            await runtime.provider(Embedders).chosen.embed(["hello"])
        with pytest.raises(TransactionOpen):
            await runtime.provider(Embedders).local.token_bits(["hello"], [""])
        with pytest.raises(TransactionOpen):
            await RemoteEmbedder("openai:any", "http://127.0.0.1:9/v1", None).embed(["hello"])


async def test_no_letter_is_handed_over_with_a_transaction_open(actor: Actor, runtime: Runtime) -> None:
    mailer = SmtpMailer("smtp://127.0.0.1:9", runtime.settings.of(MailSettings), runtime.clock)
    async with runtime.system():
        with pytest.raises(TransactionOpen):
            await mailer.send(LETTER)


async def test_no_text_is_handed_over_with_a_transaction_open(actor: Actor, runtime: Runtime) -> None:
    carrier = Twilio(SmsSettings(_env_file=None, sms_url="http://127.0.0.1:9"))
    async with runtime.system():
        with pytest.raises(TransactionOpen):
            await carrier.send(Text("+351912345678", "Hello", "one", actor.user_id), runtime.new_id())


async def test_no_model_is_asked_with_a_transaction_open(actor: Actor, runtime: Runtime) -> None:
    async with actor.work():
        with pytest.raises(TransactionOpen):
            await runtime.provider(LanguageModel).get()


async def test_once_the_transaction_has_ended_anything_may_be_waited_for(actor: Actor) -> None:
    async with actor.work():
        pass
    outside()
