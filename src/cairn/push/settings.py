"""How push services are spoken to."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, field_validator
from pydantic_settings import NoDecode

from cairn.platform.settings import Section


class PushSettings(Section):
    """Notices to browsers by Web Push."""

    push_contact: str = Field(
        "",
        description="Where push services reach whoever runs this Cairn, `mailto:…` or `https://…`; `CAIRN_PUBLIC_URL` "
        "by default. Apple's refuses an address that isn't a real one.",
    )
    push_inside: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="Push services in your own network, as origins separated by commas: `http://10.0.0.5:8080`. All "
        "others must be reached by https on port 443, at an address of the public internet.",
    )
    push_timeout_seconds: float = Field(10, gt=0, description="How long a push service may take to answer.")

    @field_validator("push_contact")
    @classmethod
    def _a_contact(cls, value: str) -> str:
        if value and not value.startswith(("mailto:", "https://")):
            raise ValueError("must begin with mailto: or https://")
        return value

    @field_validator("push_inside", mode="before")
    @classmethod
    def _origins(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return tuple(part.strip().rstrip("/").lower() for part in value.split(",") if part.strip())

    @field_validator("push_inside")
    @classmethod
    def _each_an_origin(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for one in value:
            parts = urlsplit(one)
            if parts.scheme not in ("http", "https") or not parts.hostname or one != f"{parts.scheme}://{parts.netloc}":
                raise ValueError("must be origins such as http://10.0.0.5:8080")
        return value

    @property
    def inside(self) -> frozenset[str]:
        return frozenset(self.push_inside)
