"""Which model answers what the grammar doesn't, and how much it may take."""

from pydantic import Field, SecretStr, field_validator

from cairn.platform.settings import Section

PROVIDERS = ("openai", "anthropic", "ollama")


class AssistantSettings(Section):
    """The language model. Without one, Cairn understands by its grammar alone."""

    model: str | None = Field(
        None,
        description="The model, `openai:NAME`, `anthropic:NAME` or `ollama:NAME`. Without one, the grammar answers.",
    )
    model_url: str | None = Field(
        None, description="The address of a compatible server, such as `http://localhost:11434/v1`."
    )
    model_key: SecretStr | None = Field(None, description="The key for that server.")
    model_requests: int = Field(6, ge=1, le=50, description="Requests to the model for one message.")
    model_tokens: int = Field(20_000, ge=500, description="Tokens for one message, read and written together.")
    model_seconds: float = Field(30, gt=0, le=600, description="How long the model may take for one message.")

    @field_validator("model")
    @classmethod
    def _known(cls, value: str | None) -> str | None:
        if not value:
            return None
        provider, _, name = value.partition(":")
        if provider not in PROVIDERS or not name.strip():
            raise ValueError("must read openai:NAME, anthropic:NAME or ollama:NAME")
        return value

    @field_validator("model_url")
    @classmethod
    def _an_address(cls, value: str | None) -> str | None:
        if not value:
            return None
        if not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value
