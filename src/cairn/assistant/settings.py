"""Which model answers what the grammar doesn't, and how much it may take."""

from dataclasses import dataclass

from pydantic import Field, SecretStr, field_validator, model_validator

from cairn.platform.settings import Section

PROVIDERS = ("openai", "anthropic", "google", "ollama")


@dataclass(frozen=True, slots=True)
class Price:
    """What a million tokens cost: in millionths of the currency that is what one costs."""

    read: float = 0
    written: float = 0


@dataclass(frozen=True, slots=True)
class Named:
    """A model as the settings name it."""

    provider: str
    name: str
    url: str | None
    key: SecretStr | None
    price: Price


_PREMIUM = "Administrators share it; without it, it is as for everybody, and 0 sets no limit."


class AssistantSettings(Section):
    """The language model. Without one, Cairn understands by its grammar alone."""

    model: str | None = Field(
        None,
        description="The model: `openai:`, `anthropic:`, `google:` or `ollama:` and its name."
        " Without one, the grammar answers.",
    )
    model_url: str | None = Field(
        None, description="The address of a compatible server, such as `http://localhost:11434/v1`."
    )
    model_key: SecretStr | None = Field(None, description="The key for that server.")
    model_price_read: float = Field(0, ge=0, description="What a million tokens that it reads cost.")
    model_price_written: float = Field(0, ge=0, description="What a million tokens that it writes cost.")
    model_fallback: str | None = Field(
        None, description="The model that is asked when the first fails or takes more than half of the time."
    )
    model_fallback_url: str | None = Field(None, description="The address of its server.")
    model_fallback_key: SecretStr | None = Field(None, description="The key for its server.")
    model_fallback_price_read: float = Field(0, ge=0, description="What a million tokens that it reads cost.")
    model_fallback_price_written: float = Field(0, ge=0, description="What a million tokens that it writes cost.")
    model_requests: int = Field(10, ge=1, le=50, description="Requests to the model for one message, by all agents.")
    model_tokens: int = Field(20_000, ge=500, description="Tokens for one message, read and written together.")
    model_seconds: float = Field(30, gt=0, le=600, description="How long the model may take for one message.")
    model_day_requests: int = Field(500, ge=0, description="Requests for one person in a day; 0 sets no limit.")
    model_day_tokens: int = Field(
        1_000_000, ge=0, description="Tokens for one person in a day, read and written together; 0 sets no limit."
    )
    model_day_cost: float = Field(
        0, ge=0, description="What a person's day may cost, in the currency of the prices; 0 sets no limit."
    )
    model_day_seconds: int = Field(
        7_200, ge=0, description="How long the model may work for one person in a day; 0 sets no limit."
    )
    model_premium_requests: int | None = Field(
        None, ge=0, description="Requests in a day of the premium plan. " + _PREMIUM
    )
    model_premium_tokens: int | None = Field(None, ge=0, description="Tokens in a day of the premium plan. " + _PREMIUM)
    model_premium_cost: float | None = Field(None, ge=0, description="What its day may cost. " + _PREMIUM)
    model_premium_seconds: int | None = Field(
        None, ge=0, description="How long the model may work in its day. " + _PREMIUM
    )

    model_currency: str = Field("USD", pattern=r"^[A-Z]{3}$", description="The currency of the prices.")

    traces_url: str | None = Field(
        None,
        description="Where traces of what the model is asked go, by OTLP: `http://localhost:4318/v1/traces`."
        " Without one there are none.",
    )
    traces_words: bool = Field(
        False, description="Whether traces hold what was said and answered. It is people's own: leave it off."
    )

    @property
    def models(self) -> list[Named]:
        """The models in the order in which they are asked."""
        first = _named(self.model, self.model_url, self.model_key, self.model_price_read, self.model_price_written)
        second = _named(
            self.model_fallback,
            self.model_fallback_url,
            self.model_fallback_key,
            self.model_fallback_price_read,
            self.model_fallback_price_written,
        )
        return [one for one in (first, second) if one is not None]

    @field_validator("model", "model_fallback")
    @classmethod
    def _known(cls, value: str | None) -> str | None:
        if not value:
            return None
        provider, _, name = value.partition(":")
        if provider not in PROVIDERS or not name.strip():
            raise ValueError("must read openai:NAME, anthropic:NAME, google:NAME or ollama:NAME")
        return value

    @field_validator("model_url", "model_fallback_url", "traces_url")
    @classmethod
    def _an_address(cls, value: str | None) -> str | None:
        if not value:
            return None
        if not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value

    @model_validator(mode="after")
    def _first_things_first(self) -> "AssistantSettings":
        if self.model_fallback and not self.model:
            raise ValueError("model_fallback stands behind a model: set model, too")
        priced = any(one.price.read or one.price.written for one in self.models)
        if (self.model_day_cost or self.model_premium_cost) and not priced:
            raise ValueError("a day's cost needs a price: set model_price_read and model_price_written, too")
        return self


def _named(model: str | None, url: str | None, key: SecretStr | None, read: float, written: float) -> Named | None:
    if model is None:
        return None
    provider, _, name = model.partition(":")
    return Named(provider, name, url, key, Price(read, written))
