"""Texts by Twilio, over its own protocol, with what became of each told apart."""

import asyncio
import hmac
from collections.abc import Mapping, Sequence
from uuid import UUID

import httpx2
from pydantic import BaseModel, ValidationError

from cairn.platform.transactions import outside
from cairn.sms import rules
from cairn.sms.errors import NotTheCarrier, SmsNotTaken, SmsRefused, SmsUnanswered
from cairn.sms.schemas import Report, SentText, State, Text
from cairn.sms.settings import SmsSettings

REFUSED_FOR_GOOD = frozenset({21211, 21214, 21610, 21614, 21617})
"""No such number, one that can't be reached, one that said STOP, one that takes no texts, too long a text.

Whatever else is refused (a wrong password, a sender that isn't ours, a country that is switched off) somebody can set
right, so that text is tried again.
"""


class _Answer(BaseModel):
    sid: str
    status: str = "queued"


class _Refusal(BaseModel):
    code: int | None = None


class Twilio:
    """An account at Twilio, or at a gateway that speaks as it does."""

    ready = True
    outside = True

    def __init__(self, settings: SmsSettings) -> None:
        self._settings = settings
        self._url = f"{settings.sms_url}/2010-04-01/Accounts/{settings.sms_account}/Messages.json"
        self._client: httpx2.AsyncClient | None = None

    async def send(self, text: Text, text_id: UUID) -> SentText:
        outside()
        rules.sendable(text)
        seconds = self._settings.sms_timeout_seconds
        try:
            async with asyncio.timeout(seconds):  # for the whole answer, however slowly it drips
                answer = await self._connected().post(self._url, data=self._form(text, text_id))
        except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout) as error:
            raise SmsNotTaken(f"The carrier can't be reached ({type(error).__name__}).") from error
        except (httpx2.HTTPError, TimeoutError) as error:
            raise SmsUnanswered from error
        if answer.is_success:
            return _taken(answer)
        raise _refusal(answer)

    def report(self, text_id: str, fields: Mapping[str, Sequence[str]], signature: str) -> Report | None:
        token = self._settings.sms_auth_token
        if token is None or not self._settings.sms_callback_url:
            raise NotTheCarrier
        expected = rules.signature(self._callback(text_id), fields, token.get_secret_value())
        if not hmac.compare_digest(expected.encode(), signature.encode()):
            raise NotTheCarrier
        carrier_id, word, reason = (fields.get(name, [""])[0] for name in ("MessageSid", "MessageStatus", "ErrorCode"))
        state = rules.state_named(word)
        return Report(carrier_id, state, reason) if state is not None and carrier_id else None

    async def aclose(self) -> None:
        if self._client is not None:
            await self._client.aclose()

    def _connected(self) -> httpx2.AsyncClient:
        if self._client is None:
            self._client = httpx2.AsyncClient(auth=self._identity(), timeout=self._settings.sms_timeout_seconds)
        return self._client

    def _identity(self) -> tuple[str, str]:
        settings = self._settings
        if settings.sms_api_key and settings.sms_api_secret:
            return settings.sms_api_key, settings.sms_api_secret.get_secret_value()
        assert settings.sms_auth_token is not None
        return settings.sms_account, settings.sms_auth_token.get_secret_value()

    def _form(self, text: Text, text_id: UUID) -> dict[str, str]:
        settings = self._settings
        form = {"To": text.to, "Body": text.body}
        if settings.sms_messaging_service:
            form["MessagingServiceSid"] = settings.sms_messaging_service
        else:
            form["From"] = settings.sms_from
        if settings.sms_callback_url:
            form["StatusCallback"] = self._callback(str(text_id))
        return form

    def _callback(self, text_id: str) -> str:
        """The address as it was given out: what a request says of its own host proves nothing."""
        return f"{self._settings.sms_callback_url}?text={text_id}"


def _taken(answer: httpx2.Response) -> SentText:
    try:
        taken = _Answer.model_validate_json(answer.content)
    except ValidationError as error:
        raise SmsUnanswered from error
    return SentText(taken.sid, rules.state_named(taken.status) or State.QUEUED)


def _refusal(answer: httpx2.Response) -> SmsRefused | SmsNotTaken:
    """Of Twilio's answer only its code: its words repeat the number."""
    try:
        code = _Refusal.model_validate_json(answer.content).code or answer.status_code
    except ValidationError:
        code = answer.status_code
    if answer.is_client_error and code in REFUSED_FOR_GOOD:
        return SmsRefused(str(code))
    return SmsNotTaken(f"The carrier won't take it now ({code}).")
