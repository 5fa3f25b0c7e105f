"""Settings of what stands before every request: proxies, other pages, limits."""

from pydantic import Field, field_validator

from cairn.platform.clients import Networks, networks
from cairn.platform.settings import Section


class Protection(Section):
    """Proxies, other pages and limits."""

    trusted_proxies: str = Field(
        "",
        description="Addresses or networks of proxies in front, separated by commas, such as `127.0.0.1, 10.0.0.0/8`. "
        "Only they may say, by X-Forwarded-For and X-Forwarded-Proto, whose request it is.",
    )

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, value: str) -> str:
        try:
            networks(value)
        except ValueError:
            raise ValueError(
                "must be addresses or networks, separated by commas, such as 127.0.0.1, 10.0.0.0/8"
            ) from None
        return value

    @property
    def proxies(self) -> Networks:
        return networks(self.trusted_proxies)
