"""How long sessions last, and where the page is reached."""

from pydantic import Field

from cairn.platform.settings import Section


class AccountSettings(Section):
    """Accounts and sessions."""

    public_url: str = Field(
        "http://localhost:8000", description="Where people reach the page; links in letters begin with it."
    )
    session_idle_minutes: int = Field(30, ge=1, description="A session unused for so long ends.")
    session_hours: int = Field(24, ge=1, description="A session ends after so long, used or not.")
    remember_days: int = Field(90, ge=1, le=400, description="The same two limits for “keep me signed in”, in days.")
    access_token_minutes: int = Field(10, ge=1, le=60, description="How long an access token holds.")
    signing_key_days: int = Field(
        30, ge=1, description="How long a key signs access tokens before the next takes over."
    )
