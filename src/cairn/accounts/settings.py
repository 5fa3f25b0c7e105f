"""How long sessions last, and where the page is reached."""

from pathlib import Path

from pydantic import Field, field_validator

from cairn.accounts.devices.places import readable
from cairn.platform.settings import Section


class AccountSettings(Section):
    """Accounts and sessions."""

    public_url: str = Field(
        "http://localhost:8000", description="Where people reach the page; links in letters begin with it."
    )
    session_idle_minutes: int = Field(30, ge=1, description="A session unused for so long ends.")
    session_hours: int = Field(24, ge=1, description="A session ends after so long, used or not.")
    remember_days: int = Field(90, ge=1, le=400, description="The same two limits for “keep me signed in”, in days.")
    session_limit: int = Field(
        20,
        ge=1,
        le=1000,
        description="How many sign-ins of one person may be open at once; a new one ends the one unused for longest. "
        "1 is the strict choice: one device at a time.",
    )
    geoip_file: Path | None = Field(
        None,
        description="A file of places by network address (.mmdb, as GeoLite2 City or DB-IP City), for the list of "
        "sign-ins. Without one, no place is shown.",
    )
    access_token_minutes: int = Field(10, ge=1, le=60, description="How long an access token holds.")
    signing_key_days: int = Field(
        30, ge=1, description="How long a key signs access tokens before the next takes over."
    )

    @field_validator("geoip_file")
    @classmethod
    def _readable(cls, file: Path | None) -> Path | None:
        return readable(file) if file is not None else None
