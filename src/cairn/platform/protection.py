"""Settings of what stands before every request: proxies, other pages, limits."""

from collections.abc import Sequence
from typing import Literal
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import Field, SecretStr, field_validator

from cairn.platform.clients import Networks, networks
from cairn.platform.settings import Section

STORES = ("redis", "rediss", "valkey", "valkeys", "unix")


class Protection(Section):
    """Proxies, other pages and limits."""

    trusted_proxies: str = Field(
        "",
        description="Addresses or networks of proxies in front, separated by commas, such as `127.0.0.1, 10.0.0.0/8`. "
        "Only they may say, by X-Forwarded-For and X-Forwarded-Proto, whose request it is.",
    )
    cors_origins: str = Field(
        "",
        description="Origins of other pages that may call the API with a bearer token, separated by commas, such as "
        "`https://app.example.org`. Each is meant exactly.",
    )
    rate_limits: Literal["on", "off"] = Field(
        "on",
        description="Whether requests are counted. `off` is for benchmarks, and only on this machine's own address.",
    )
    limit_person: int = Field(100, ge=0, description="Requests of one person in a minute; 0 for no limit.")
    limit_address: int = Field(
        1200, ge=0, description="Requests from one address in a minute, whoever makes them; 0 for no limit."
    )
    limit_everybody: int = Field(60_000, ge=0, description="Requests of all in a minute; 0 for no limit.")
    quota_user: int = Field(20_000, ge=0, description="Requests of one person in a day; 0 for no limit.")
    quota_premium: int = Field(
        100_000, ge=0, description="The same for the premium plan and for administrators; 0 for no limit."
    )
    unlimited: str = Field(
        "",
        description="Addresses, networks or ids of accounts whose requests are not counted, separated by commas: your "
        "own monitoring, your own programs.",
    )
    limits_url: SecretStr | None = Field(
        None,
        description="A Valkey or Redis where several API processes count together, such as `redis://localhost:6379`. "
        "Without it each counts for itself.",
    )

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, value: str) -> str:
        try:
            networks(value)
        except ValueError:
            raise ValueError("must be addresses or networks, separated by commas") from None
        return value

    @field_validator("cors_origins")
    @classmethod
    def _origins(cls, value: str) -> str:
        for origin in _parts(value):
            if not _is_origin(origin):
                raise ValueError(
                    "must be whole origins, such as https://app.example.org: no path, no *, https unless on localhost"
                )
        return value

    @field_validator("unlimited")
    @classmethod
    def _networks_or_people(cls, value: str) -> str:
        try:
            networks(",".join(part for part in _parts(value) if not _is_id(part)))
        except ValueError:
            raise ValueError("must be addresses, networks or ids of accounts, separated by commas") from None
        return value

    @field_validator("limits_url")
    @classmethod
    def _store(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None or not value.get_secret_value():
            return None
        if value.get_secret_value().partition("://")[0] not in STORES:
            raise ValueError("must begin with redis://, rediss://, valkey:// or valkeys://")
        return value

    @property
    def proxies(self) -> Networks:
        return networks(self.trusted_proxies)

    @property
    def origins(self) -> Sequence[str]:
        return _parts(self.cors_origins)

    @property
    def unlimited_networks(self) -> Networks:
        return networks(",".join(part for part in _parts(self.unlimited) if not _is_id(part)))

    @property
    def unlimited_people(self) -> frozenset[str]:
        return frozenset(str(UUID(part)) for part in _parts(self.unlimited) if _is_id(part))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False


def _is_origin(text: str) -> bool:
    """As browsers write it: lower case, no path, no default port."""
    try:
        found = urlsplit(text)
        port = found.port
    except ValueError:
        return False
    if found.scheme not in ("http", "https") or not found.hostname or "*" in text or text != text.lower():
        return False
    if found.scheme == "http" and found.hostname not in ("localhost", "127.0.0.1", "::1"):
        return False
    usual = 443 if found.scheme == "https" else 80
    return text == f"{found.scheme}://{found.netloc}" and "@" not in text and port != usual
