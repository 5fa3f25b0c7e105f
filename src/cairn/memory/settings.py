"""Which model compares meanings, and how much of everybody's memory is held ready."""

from pydantic import Field, SecretStr, field_validator

from cairn.platform.settings import Section

ONE_REQUEST = 6_000
"""Tokens that one reading by a language model may take: its task, the memories and its answer."""


class MemorySettings(Section):
    """Memory: the embedding model, caches and limits."""

    embedder: str = Field(
        "local",
        description="The embedding model: `local`, `openai:NAME` or `ollama:NAME`. A change embeds everything anew"
        " behind the scenes.",
    )
    embedder_url: str | None = Field(
        None, description="The address of a compatible server, such as `http://localhost:11434/v1`."
    )
    embedder_key: SecretStr | None = Field(None, description="The key for that server.")
    memory_cache_mb: int = Field(
        256, ge=0, le=4096, description="Megabytes each process may use to hold people's words ready for search."
    )
    memory_daily_limit: int = Field(
        20_000, ge=1, description="How many memories one person may add in a day, imports included."
    )
    memory_model_tokens: int = Field(
        20_000,
        ge=0,
        description="Tokens a day for each person that the language model may take to read facts in what the grammar"
        " found none in. 0 turns that off; one request takes up to 6000.",
    )
    memory_import_mb: int = Field(50, ge=1, le=500, description="Megabytes of the largest export to bring in.")

    @field_validator("embedder")
    @classmethod
    def _known(cls, value: str) -> str:
        provider, _, name = value.partition(":")
        if value != "local" and (provider not in ("openai", "ollama") or not name.strip()):
            raise ValueError("must read local, openai:NAME or ollama:NAME")
        return value

    @field_validator("memory_model_tokens")
    @classmethod
    def _enough_for_one(cls, value: int) -> int:
        if 0 < value < ONE_REQUEST:
            raise ValueError(f"must be 0, or at least the {ONE_REQUEST} that one request may take")
        return value

    @field_validator("embedder_url")
    @classmethod
    def _an_address(cls, value: str | None) -> str | None:
        if not value:
            return None
        if not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value
