"""Where texts go."""

import re
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator

from cairn.platform.settings import Section

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class SmsSettings(Section):
    """The carrier of texts."""

    sms_provider: Literal["twilio", "log"] | None = Field(
        None,
        description="Who carries texts: `twilio`, or for development `log`, which writes them to the log and keeps "
        "them in the data folder. None by default; then Cairn sends no texts.",
    )
    sms_account: str = Field("", description="Twilio's account SID, `AC…`.")
    sms_auth_token: SecretStr | None = Field(
        None, description="Twilio's auth token. It signs in, unless there is an API key, and checks reports."
    )
    sms_api_key: str = Field("", description="The SID of an API key of Twilio's, `SK…`, to sign in with instead.")
    sms_api_secret: SecretStr | None = Field(None, description="The secret of that API key.")
    sms_from: str = Field("", description="The sender of every text: a number such as `+15550100`, or a name.")
    sms_messaging_service: str = Field("", description="Twilio's messaging service, `MG…`, instead of a sender.")
    sms_url: str = Field(
        "https://api.twilio.com",
        description="Where the carrier is reached; another for a gateway that speaks as Twilio does.",
    )
    sms_callback_url: str = Field(
        "",
        description="Where the carrier reports what became of a text: this Cairn's `…/api/v1/sms/status` as it is "
        "reached from outside. Without one, a text's state ends at `queued`.",
    )
    sms_timeout_seconds: float = Field(15, gt=0, description="How long the carrier may take to answer.")
    sms_folder: Path | None = Field(None, description="Where `log` keeps texts; `sms` in the data folder by default.")

    @field_validator("sms_provider", mode="before")
    @classmethod
    def _named(cls, value: object) -> object:
        return value or None

    @field_validator("sms_auth_token", "sms_api_secret")
    @classmethod
    def _said(cls, value: SecretStr | None) -> SecretStr | None:
        return value if value is not None and value.get_secret_value() else None

    @field_validator("sms_account", "sms_api_key", "sms_messaging_service")
    @classmethod
    def _an_id(cls, value: str) -> str:
        if value and not re.fullmatch(r"(AC|SK|MG)[0-9A-Za-z]{8,64}", value):
            raise ValueError("must read as Twilio shows it: AC…, SK… or MG…")
        return value

    @field_validator("sms_url", "sms_callback_url")
    @classmethod
    def _an_address(cls, value: str) -> str:
        if not value:
            return value
        parts = urlsplit(value)
        safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
        if not safe or not parts.hostname or parts.query or parts.fragment or parts.username:
            raise ValueError("must read https://host/…, without a query; http:// is for this machine alone")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _complete(self) -> "SmsSettings":
        if self.sms_provider != "twilio":
            return self
        if not self.sms_account:
            raise ValueError("sms_account must name Twilio's account (AC…)")
        if not self.sms_auth_token and not (self.sms_api_key and self.sms_api_secret):
            raise ValueError("sms_auth_token, or sms_api_key with sms_api_secret, must be set for Twilio")
        if not self.sms_from and not self.sms_messaging_service:
            raise ValueError("sms_from or sms_messaging_service must say who texts are from")
        if self.sms_callback_url and not self.sms_auth_token:
            raise ValueError("sms_auth_token must be set with sms_callback_url: it checks that reports are Twilio's")
        return self
