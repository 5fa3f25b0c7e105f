"""Second factors as the API takes and shows them."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, model_validator

from cairn.accounts.factors.rules import Method
from cairn.accounts.schemas import Password
from cairn.platform.http import Schema

FactorName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=40)]
MfaToken = Annotated[str, StringConstraints(min_length=20, max_length=200)]
Credential = Annotated[
    dict[str, Any], Field(description="What the browser's `PublicKeyCredential.toJSON()` makes.", max_length=20)
]


class HalfSignedInOut(BaseModel):
    """The password was right, a second factor is missing. The token opens nothing but the second step."""

    mfa_token: str
    methods: list[Method] = Field(description="The ways to go on, the safest first.")


class _Shown(Schema):
    method: Method
    code: Code | None = Field(None, description="Six digits, or a recovery code.")
    assertion: Credential | None = None

    @model_validator(mode="after")
    def _fits(self) -> "_Shown":
        by_passkey = self.method is Method.PASSKEY
        if by_passkey != (self.assertion is not None) or by_passkey == (self.code is not None):
            raise ValueError("a passkey shows an assertion, every other method a code")
        return self


class Second(_Shown):
    """The second step of a sign-in."""

    mfa_token: MfaToken


class SecondBegin(Schema):
    """What is needed first for a way: the question for a passkey, or a code that is sent."""

    mfa_token: MfaToken
    method: Literal[Method.PASSKEY, Method.SMS, Method.LETTER]


class StepUpBegin(Schema):
    """The same within a session."""

    method: Literal[Method.PASSKEY, Method.SMS]


class Asked(BaseModel):
    """What a way needs first."""

    options: dict[str, Any] | None = Field(
        None, description="For a passkey: what `PublicKeyCredential.parseRequestOptionsFromJSON()` takes."
    )
    sent_to: str | None = Field(None, description="For a text: the number that it goes to, masked.")


class PasskeySignIn(Schema):
    """A sign-in with nothing but a passkey. `as: page` answers with a cookie only."""

    assertion: Credential
    as_: Literal["page", "program"] = Field("program", alias="as")
    remember: bool = Field(False, description="Keep me signed in on this device.")


class StepUp(Schema):
    """A proof within a session: a second factor, or the password where there is no other."""

    password: Password | None = None
    method: Method | None = None
    code: Code | None = None
    assertion: Credential | None = None

    @model_validator(mode="after")
    def _one_proof(self) -> "StepUp":
        if (self.password is None) == (self.method is None):
            raise ValueError("show either the password or a second factor")
        if self.password is not None and (self.code is not None or self.assertion is not None):
            raise ValueError("show either the password or a second factor")
        if self.method is not None:
            _Shown(method=self.method, code=self.code, assertion=self.assertion)
        return self


class StepUpOut(BaseModel):
    """How a person can prove who they are. By neither: they sign in anew, as they always do."""

    methods: list[Method] = Field(description="Second factors. Where there are any, the password isn't enough.")
    password: bool = Field(description="Whether the password proves it.")


class FactorOut(BaseModel):
    """Something a person has, besides what they know."""

    id: UUID
    kind: Literal["totp", "passkey"]
    name: str
    created_at: datetime
    last_used_at: datetime | None


class FactorsOut(BaseModel):
    """All that protects the account besides the password. There are few: each kind has a limit."""

    factors: list[FactorOut]
    recovery_codes_left: int


class NameFactor(Schema):
    """What a factor is called."""

    name: FactorName


class BeginTotp(Schema):
    """An authenticator app to set up."""

    name: FactorName = "Authenticator"


class TotpSetup(BaseModel):
    """What the app needs, shown once: scan the picture, or type the secret."""

    secret: str
    uri: str
    qr: str = Field(description="The picture, as a `data:` address of an SVG.")


class ConfirmTotp(Schema):
    """The code that the app shows."""

    code: Code


class NewPasskey(Schema):
    """A passkey that the browser has just made."""

    name: FactorName = "Passkey"
    credential: Credential


class FactorAdded(BaseModel):
    """A factor that protects the account from now on, and recovery codes, shown this once, for who had none."""

    factor: FactorOut
    recovery_codes: list[str]


class RecoveryCodesOut(BaseModel):
    """Ten codes, shown this once. Each works once."""

    codes: list[str]
