"""Which providers may sign people in."""

from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator

from cairn.platform.settings import Section

ProviderName = Literal["google", "microsoft"]
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class OpenIdSettings(Section):
    """Sign-in with Google and Microsoft. Their consoles want the page's address with `/sign-in/with` behind it."""

    google_client_id: str | None = Field(None, description="The client id that Google gave; turns its sign-in on.")
    google_client_secret: SecretStr | None = Field(None, description="The secret that belongs to it.")
    google_issuer: str = Field("https://accounts.google.com", description="Who signs Google's ID tokens.")
    microsoft_client_id: str | None = Field(
        None, description="The client id that Microsoft gave; turns its sign-in on."
    )
    microsoft_client_secret: SecretStr | None = Field(None, description="The secret that belongs to it.")
    microsoft_issuer: str = Field(
        "https://login.microsoftonline.com/common/v2.0",
        description="Who signs Microsoft's ID tokens; `common` lets anybody's account in, a tenant's id only its own.",
    )

    @field_validator("google_issuer", "microsoft_issuer")
    @classmethod
    def _safe(cls, value: str) -> str:
        return safe_address(value).rstrip("/")

    @model_validator(mode="after")
    def _together(self) -> "OpenIdSettings":
        if bool(self.google_client_id) != bool(self.google_client_secret):
            raise ValueError("CAIRN_GOOGLE_CLIENT_ID and CAIRN_GOOGLE_CLIENT_SECRET go together")
        if bool(self.microsoft_client_id) != bool(self.microsoft_client_secret):
            raise ValueError("CAIRN_MICROSOFT_CLIENT_ID and CAIRN_MICROSOFT_CLIENT_SECRET go together")
        return self


def safe_address(value: str) -> str:
    """An address that nobody on the way can read or change: https, or this machine itself.

    Raises:
        ValueError: it is another.
    """
    parts = urlsplit(value)
    if not parts.hostname or parts.scheme not in ("https", "http"):
        raise ValueError("must be an https address")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise ValueError("must be an https address")
    return value
